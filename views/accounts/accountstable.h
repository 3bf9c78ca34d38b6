#pragma once

#include "rows/accountrow.h"
#include "views/accounts/celleditor.h"
#include "views/nav/arrangeactions.h"

#include <QPersistentModelIndex>
#include <QPointer>
#include <QTableView>

namespace stationer {

class AccountsDelegate;

/// The table of the Email Account Manager: a row an account, and behind a last test that waits for an answer the link to it.
/// Its cells are edited as in a spreadsheet: F2 or typing begins; Enter takes the value and goes down, Tab goes on to the
/// next cell, Ctrl+Enter sets all selected rows, Escape takes nothing. A value that is refused stays in its cell to be
/// mended.
class AccountsTable : public QTableView {
    Q_OBJECT
public:
    explicit AccountsTable(QWidget* parent = nullptr);

    /// Columns as wide as what they hold; host and account share what is over. Where there is too little the last test's
    /// words give way first, then host and account, then the name. What is short and says how an account stands is never
    /// cut: a view that is too narrow for it scrolls. Once the user set a width, the widths are the user's.
    void fitColumns();
    bool hasOwnWidths() const { return m_hasOwnWidths; }
    void setHasOwnWidths(bool areOwn) { m_hasOwnWidths = areOwn; }
    /// Where the link of a row is, in the viewport; empty where the row waits for nothing.
    QRect answerRect(const QModelIndex& index) const;

    void editCell(const QModelIndex& index);
    /// Why the value that is being taken just now is not taken.
    void noteRefusal(const QString& sentence) { m_refusal = sentence; }
    void commitEditing();  ///< takes what is being typed; a value that is refused goes
    bool abandonEditing(); ///< true if there was something
    CellEditor* cellEditor() const { return m_editor; }
    /// The selected rows as they are shown, tab-separated.
    QString selectedText() const;

signals:
    void opened(const QModelIndex& index); ///< by double click or Enter
    void answerClicked(const QModelIndex& index);
    void arrangingPressed(stationer::Arranging what);
    void readOnlyTried(const QModelIndex& index);
    void enabledToggled(const QModelIndex& index); ///< by keyboard: of all selected
    /// A value for the cells of this column in all selected rows.
    void filled(const QModelIndex& index, const QString& value);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles = {}) override;
    bool edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
    using QTableView::edit;

private:
    enum class Give {
        Never,
        First,
        Stretches,
        Last
    }; ///< when a column gives way; those that stretch also take what is over
    /// Between what a column is held.
    struct Span {
        int least, most;
        Give gives = Give::Never;
    };
    Span spanOf(int column) const;
    void placeColumns();
    void makeRoomFor(const CellEditor& editor, int column);
    QModelIndex answerAt(const QPoint& position) const;
    void pressSpace(const QModelIndex& index);
    void onEditingEnded(CellEditor* editor, CellEditor::Ending how);
    QModelIndex nextEditable(const QModelIndex& from, int step) const;
    QList<int> shownColumns() const; ///< as they stand

    AccountsDelegate* m_delegate;
    QList<int> m_contents; ///< how wide what a column holds is, as far as it was seen
    bool m_isFitting = false;
    bool m_hasOwnWidths = false;
    bool m_isDoubleClick = false;
    QPointer<CellEditor> m_editor;
    QString m_refusal;
    QPersistentModelIndex m_edited;
    QPersistentModelIndex m_pressed; ///< whose link the mouse went down on
};

/// The words of the link, such as «Review…»; empty for None.
QString labelOf(RowAnswer answer);

} // namespace stationer
