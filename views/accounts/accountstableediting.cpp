// Editing in the cells of the Email Account Manager's table.

#include "items/accountsmodel.h"
#include "items/roles.h"
#include "views/accounts/accountsdelegate.h"
#include "views/accounts/accountstable.h"
#include "views/accounts/rowselection.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <utility>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// Whether a key types something, which would be the beginning of a value.
bool isTyped(const QEvent* event)
{
    if (!event || event->type() != QEvent::KeyPress)
        return false;
    const auto* key = static_cast<const QKeyEvent*>(event);
    return !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) && !key->text().isEmpty() &&
           key->text().front().isPrint();
}

} // namespace

bool AccountsTable::edit(const QModelIndex& index, EditTrigger trigger, QEvent* event)
{
    const bool isKey = trigger == EditKeyPressed || (trigger == AnyKeyPressed && isTyped(event));
    if (isKey && index.isValid() && state() != EditingState) {
        if (index.flags() & Qt::ItemIsUserCheckable) {
            if (trigger == EditKeyPressed)
                emit enabledToggled(index);
            return true;
        }
        if (!(index.flags() & Qt::ItemIsEditable)) {
            emit readOnlyTried(index);
            return true;
        }
        // A list is opened, not searched: a key must not choose by itself.
        const QVariant property = index.data(int(AccountsRole::Property));
        if (trigger == AnyKeyPressed && property.isValid() && property.value<SheetRow>().kind == ValueKind::Enum)
            return edit(index, EditKeyPressed, nullptr);
    }
    return QTableView::edit(index, trigger, event);
}

void AccountsTable::editCell(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
    edit(index, EditKeyPressed, nullptr);
}

void AccountsTable::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTableView::closeEditor(editor, hint);
    if (editor == m_editor)
        m_editor.clear();
}

void AccountsTable::commitEditing()
{
    if (CellEditor* editor = m_editor)
        editor->end(CellEditor::Ending::FocusLost);
}

bool AccountsTable::abandonEditing()
{
    CellEditor* editor = m_editor;
    if (!editor)
        return false;
    editor->end(CellEditor::Ending::Escape);
    return true;
}

void AccountsTable::onEditingEnded(CellEditor* editor, CellEditor::Ending how)
{
    const QPointer<CellEditor> alive = editor;
    const QPersistentModelIndex edited = m_edited;
    // Where it goes on is where it would have gone on before the value moved the row.
    QPersistentModelIndex next;
    if (edited.isValid() && (how == CellEditor::Ending::Enter))
        next = edited.sibling(edited.row() + 1, edited.column());
    if (edited.isValid() && (how == CellEditor::Ending::Tab || how == CellEditor::Ending::Backtab))
        next = nextEditable(edited, how == CellEditor::Ending::Tab ? 1 : -1);
    const bool isTaken = how != CellEditor::Ending::Escape && editor->isEdited() && edited.isValid();
    m_refusal.clear();
    if (isTaken && how == CellEditor::Ending::EnterForAll)
        emit filled(edited, editor->value());
    else if (isTaken)
        commitData(editor);
    if (!alive)
        return;
    if (!m_refusal.isEmpty() && how != CellEditor::Ending::FocusLost) {
        editor->takeUpAgain();
        editor->showRefusal(m_refusal);
        return;
    }
    closeEditor(editor, QAbstractItemDelegate::NoHint);
    fitColumns();
    if (how != CellEditor::Ending::FocusLost)
        setFocus(); // a list that closed may have had it
    if (!next.isValid())
        return;
    selectionModel()->setCurrentIndex(next, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (how != CellEditor::Ending::Enter)
        edit(next, EditKeyPressed, nullptr);
}

QList<int> AccountsTable::shownColumns() const
{
    QList<int> columns;
    for (int place = 0; place < horizontalHeader()->count(); ++place)
        if (const int column = horizontalHeader()->logicalIndex(place); !isColumnHidden(column))
            columns += column;
    return columns;
}

/// In the row as it stands, then in the next or the one before; nothing at the end of the table.
QModelIndex AccountsTable::nextEditable(const QModelIndex& from, int step) const
{
    const QList<int> columns = shownColumns();
    const int count = int(columns.size());
    const int cells = model()->rowCount() * count;
    int at = from.row() * count + int(columns.indexOf(from.column())) + step;
    for (; at >= 0 && at < cells; at += step) {
        const QModelIndex index = model()->index(at / count, columns[at % count]);
        if (index.flags() & Qt::ItemIsEditable)
            return index;
    }
    return {};
}

QString AccountsTable::selectedText() const
{
    const QList<int> columns = shownColumns();
    QStringList lines;
    for (const int row : rowsOf(selectionModel()->selection())) {
        QStringList cells;
        for (const int column : columns) {
            // A cell is one cell, whatever a file says.
            QString text = model()->index(row, column).data().toString();
            for (QChar& character : text)
                if (character == u'\t' || character == u'\n' || character == u'\r')
                    character = u' ';
            cells += text;
        }
        lines += cells.join(u'\t');
    }
    return lines.isEmpty() ? QString() : lines.join(u'\n') + u'\n';
}

} // namespace stationer
