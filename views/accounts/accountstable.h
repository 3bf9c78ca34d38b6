#pragma once

#include "items/accountsrole.h"

#include <QTableView>

namespace stationer {

class AccountsDelegate;

/// The table of the Email Account Manager: a row an account, and behind a last test that waits for an answer the link to it.
class AccountsTable : public QTableView {
    Q_OBJECT
public:
    explicit AccountsTable(QWidget* parent = nullptr);

    /// Columns as wide as what they usually hold; what is over is the last test's. In a narrow view the long ones give way, so that
    /// the last test and its link stay in sight. Once the user set a width, the widths are the user's.
    void fitColumns();
    bool hasOwnWidths() const { return m_hasOwnWidths; }
    void setHasOwnWidths(bool areOwn) { m_hasOwnWidths = areOwn; }
    /// Where the link of a row is, in the viewport; empty where the row waits for nothing.
    QRect answerRect(const QModelIndex& index) const;

signals:
    void opened(const QModelIndex& index); ///< by double click or Enter
    void answerClicked(const QModelIndex& index);
    void deletePressed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Span {
        int least, usual, most; ///< in characters
    };
    static Span spanOf(int column);
    QModelIndex answerAt(const QPoint& position) const;

    AccountsDelegate* m_delegate;
    bool m_isFitting = false;
    bool m_hasOwnWidths = false;
    QPersistentModelIndex m_pressed; ///< whose link the mouse went down on
};

/// The words of the link, such as «Review…»; empty for None.
QString labelOf(RowAnswer answer);

} // namespace stationer
