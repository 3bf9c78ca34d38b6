#pragma once

#include <QWidget>

namespace stationer {

class TestModel;

/// The stages of a test to scale: a bar from where each began to where it ended, its time and its detail behind it. A stage that
/// was not reached says why instead.
class Waterfall : public QWidget {
    Q_OBJECT
public:
    explicit Waterfall(const TestModel& model, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    int rowHeight() const;
    int nameColumn() const;
    QString rowText(int row) const;
    void describe();

    const TestModel& m_model;
};

} // namespace stationer
