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

    /// Columns as wide as what they usually hold; what is over is the last test's.
    void fitColumns();
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

private:
    QModelIndex answerAt(const QPoint& position) const;

    AccountsDelegate* m_delegate;
    QPersistentModelIndex m_pressed; ///< whose link the mouse went down on
};

/// The words of the link, such as «Review…»; empty for None.
QString labelOf(RowAnswer answer);

} // namespace stationer
