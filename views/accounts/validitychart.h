#pragma once

#include <QListView>

namespace stationer {

class ValidityDelegate;
class ValidityModel;

/// The chart of certificate validity: one line an account on one axis of time, the first to end on top. A list like any
/// other for the keyboard and for those who hear it; only the lines in sight are painted.
class ValidityChart : public QListView {
    Q_OBJECT
public:
    explicit ValidityChart(ValidityModel& model, QWidget* parent = nullptr);

    /// The axis again, after certificates came or went.
    void followEnds();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; ///< the axis and three lines
    int wholeHeight() const;                ///< of the axis and all lines

signals:
    void opened(const QModelIndex& index); ///< by double click or Enter

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void placeAxis();
    void paintAxis();

    ValidityModel& m_model;
    ValidityDelegate* m_delegate;
    QWidget* m_axis;
};

} // namespace stationer
