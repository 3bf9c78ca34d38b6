#pragma once

#include <QLineEdit>

namespace stationer {

/// A line that holds one line: CR, LF and NUL never get in, by key, paste or drop. Undo is left to the window, whose steps
/// it would otherwise hide.
class PlainLineEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit PlainLineEdit(QWidget* parent = nullptr);

    /// How wide it wants to be, in average characters.
    void setColumns(int columns);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void replaced(); ///< the text was set as a whole, by an accessibility helper for instance, not typed

protected:
    bool event(QEvent* event) override;

private:
    int m_columns = 36;
};

} // namespace stationer
