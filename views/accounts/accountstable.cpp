#include "views/accounts/accountstable.h"

#include "items/accountsmodel.h"
#include "rows/accountrow.h"
#include "views/accounts/accountsdelegate.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace stationer {

QString labelOf(RowAnswer answer)
{
    switch (answer) {
    case RowAnswer::None:
        return {};
    case RowAnswer::Review:
        //: A link: look at the certificate challenge
        return QCoreApplication::translate("accounts", "Review…");
    case RowAnswer::EnterPassword:
        return QCoreApplication::translate("accounts", "Enter Password…");
    }
    Q_UNREACHABLE();
}

AccountsTable::AccountsTable(QWidget* parent) : QTableView(parent), m_delegate(new AccountsDelegate(this))
{
    setObjectName(u"accountsTable"_s);
    setItemDelegate(m_delegate);
    setFrameShape(NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(EditKeyPressed | AnyKeyPressed | SelectedClicked);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setSortIndicatorClearable(true); // a third click: the order of the file
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(m_delegate, &AccountsDelegate::editingBegan, this, [this](CellEditor* editor, const QModelIndex& index) {
        m_editor = editor;
        m_edited = index;
    });
    connect(m_delegate, &AccountsDelegate::editingEnded, this, &AccountsTable::onEditingEnded);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int before, int now) {
        // The last one follows the view, and one that comes or goes was not resized by anybody.
        const QList<int> shown = shownColumns();
        const bool isLast = !shown.isEmpty() && column == shown.last();
        if (!m_isFitting && before > 0 && now > 0 && !isLast && column != AccountsModel::LastTestColumn)
            m_hasOwnWidths = true;
    });
}

/// How narrow a column may become, in characters, and how wide it starts at most.
AccountsTable::Span AccountsTable::spanOf(int column)
{
    switch (AccountsModel::Column(column)) {
    case AccountsModel::NameColumn:
        return {10, 16, 30};
    case AccountsModel::HostColumn:
        return {8, 14, 26};
    case AccountsModel::AccountColumn:
        return {6, 14, 26};
    case AccountsModel::SecurityColumn:
        return {8, 14, 30};
    case AccountsModel::CertificateColumn:
        return {8, 17, 30};
    case AccountsModel::LastTestColumn:
        return {24, 33, 50};
    case AccountsModel::PortColumn:
    case AccountsModel::DirectionColumn:
    case AccountsModel::ProtocolColumn:
    case AccountsModel::EnabledColumn:
    case AccountsModel::PollRateColumn:
    case AccountsModel::ColumnCount:
        break;
    }
    return {6, 6, 30};
}

void AccountsTable::fitColumns()
{
    if (!model() || m_hasOwnWidths)
        return;
    const int character = fontMetrics().averageCharWidth();
    QList<int> widths;
    int wanted = 0;
    int shrinkable = 0;
    for (int column = 0; column < model()->columnCount(); ++column) {
        const Span span = spanOf(column);
        const int content = qMax(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)) + character;
        widths += qBound(span.usual * character, content, span.most * character);
        if (isColumnHidden(column))
            continue;
        wanted += widths.last();
        shrinkable += qMax(0, widths.last() - span.least * character);
    }
    const int tooMuch = qBound(0, wanted - viewport()->width(), shrinkable);
    m_isFitting = true;
    for (int column = 0; column < widths.size(); ++column) {
        const int spare = qMax(0, widths[column] - spanOf(column).least * character);
        const int given = shrinkable > 0 ? int((qint64(spare) * tooMuch + shrinkable - 1) / shrinkable) : 0;
        setColumnWidth(column, widths[column] - qMin(spare, given));
    }
    m_isFitting = false;
}

void AccountsTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
}

void AccountsTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitColumns();
}

QRect AccountsTable::answerRect(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return m_delegate->linkRect(option, index);
}

QModelIndex AccountsTable::answerAt(const QPoint& position) const
{
    const QModelIndex index = indexAt(position);
    return answerRect(index).contains(position) ? index : QModelIndex();
}

void AccountsTable::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex index = currentIndex();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && index.isValid() &&
        !(event->modifiers() & ~Qt::KeypadModifier))
        emit opened(index);
    else if (event->matches(QKeySequence::Delete))
        emit arrangingPressed(Arranging::Delete);
    else if (event->matches(QKeySequence::Copy))
        emit arrangingPressed(Arranging::Copy);
    else if (event->key() == Qt::Key_D && event->modifiers() == Qt::ControlModifier)
        emit arrangingPressed(Arranging::Duplicate);
    else if (event->key() == Qt::Key_Space && index.isValid() && !event->modifiers())
        pressSpace(index);
    else
        QTableView::keyPressEvent(event);
}

/// It checks what can be checked; a value does not begin with it.
void AccountsTable::pressSpace(const QModelIndex& index)
{
    if (index.flags() & Qt::ItemIsUserCheckable)
        emit enabledToggled(index);
    else
        selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void AccountsTable::mouseMoveEvent(QMouseEvent* event)
{
    if (answerAt(event->position().toPoint()).isValid())
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
    QTableView::mouseMoveEvent(event);
}

void AccountsTable::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->button() == Qt::LeftButton ? answerAt(event->position().toPoint()) : QModelIndex();
    QTableView::mousePressEvent(event);
}

void AccountsTable::mouseReleaseEvent(QMouseEvent* event)
{
    QTableView::mouseReleaseEvent(event);
    if (std::exchange(m_isDoubleClick, false))
        QTableView::edit(currentIndex(), DoubleClicked, nullptr); // ends what a second click on a selected row begins
    const QModelIndex pressed = std::exchange(m_pressed, {});
    if (pressed.isValid() && answerAt(event->position().toPoint()) == pressed)
        emit answerClicked(pressed);
}

void AccountsTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid() || answerAt(event->position().toPoint()).isValid())
        return QTableView::mouseDoubleClickEvent(event);
    m_isDoubleClick = true;
    QTableView::edit(index, DoubleClicked, nullptr);
    emit opened(index);
}

} // namespace stationer
