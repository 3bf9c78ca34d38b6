#pragma once

#include <QTreeView>

namespace stationer {

class TestModel;
class TimeRuler;

/// The stages of a test as a waterfall: a row a stage that ran, its bar to the scale of the ruler above, its time, its
/// detail. Rows are walked by the keyboard and copied as text. It is as high as its rows; the panel around it scrolls.
class Waterfall : public QTreeView {
    Q_OBJECT
public:
    explicit Waterfall(TestModel& model, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool viewportEvent(QEvent* event) override;

private:
    void follow();
    void arrange();
    void describe();
    void span();

    TestModel& m_model;
    TimeRuler* m_ruler;
};

} // namespace stationer
