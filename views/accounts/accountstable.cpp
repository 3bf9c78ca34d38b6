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
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setSortIndicatorClearable(true); // a third click: the order of the file
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(m_delegate, &AccountsDelegate::editingBegan, this, [this](CellEditor* editor, const QModelIndex& index) {
        m_editor = editor;
        m_edited = index;
        makeRoomFor(*editor, index.column());
    });
    connect(m_delegate, &AccountsDelegate::editingEnded, this, &AccountsTable::onEditingEnded);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int, int before, int now) {
        // One that comes or goes was not resized by anybody.
        if (!m_isFitting && before > 0 && now > 0)
            m_hasOwnWidths = true;
    });
}

AccountsTable::Span AccountsTable::spanOf(int column) const
{
    constexpr int leastLastTest = 220; // its sign, its words and the link behind them
    const int character = fontMetrics().averageCharWidth();
    switch (AccountsModel::Column(column)) {
    case AccountsModel::NameColumn:
        return {character * 20, character * 30, Give::Last};
    case AccountsModel::HostColumn:
        return {character * 14, character * 40, Give::Stretches};
    case AccountsModel::AccountColumn:
        return {character * 11, character * 40, Give::Stretches};
    case AccountsModel::LastTestColumn:
        return {leastLastTest, character * 60, Give::First};
    case AccountsModel::ProtocolColumn:
    case AccountsModel::PortColumn:
    case AccountsModel::SecurityColumn:
    case AccountsModel::CertificateColumn:
    case AccountsModel::StationColumn:
    case AccountsModel::DirectionColumn:
    case AccountsModel::EnabledColumn:
    case AccountsModel::PollRateColumn:
    case AccountsModel::ColumnCount:
        break;
    }
    return {0, QWIDGETSIZE_MAX};
}

void AccountsTable::fitColumns()
{
    if (!model() || m_hasOwnWidths)
        return;
    m_contents.clear();
    for (int column = 0; column < model()->columnCount(); ++column)
        m_contents +=
            isColumnHidden(column) ? 0 : qMax(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)) + 2;
    placeColumns();
}

/// Rows that tell of tests come one by one: what they need is added to what is known. What they need no more, the next fit
/// sees.
void AccountsTable::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    QTableView::dataChanged(topLeft, bottomRight, roles);
    if (m_hasOwnWidths || m_contents.size() != model()->columnCount())
        return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    bool hasGrown = false;
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row)
        for (int column = topLeft.column(); column <= bottomRight.column(); ++column) {
            if (isColumnHidden(column))
                continue;
            const int width = m_delegate->sizeHint(option, model()->index(row, column)).width() + 2;
            if (width > m_contents[column]) {
                m_contents[column] = width;
                hasGrown = true;
            }
        }
    if (hasGrown)
        placeColumns();
}

void AccountsTable::placeColumns()
{
    QList<int> shown;
    QList<int> widths;
    int over = viewport()->width();
    for (int column = 0; column < m_contents.size(); ++column) {
        const Span span = spanOf(column);
        const int least = span.gives == Give::First ? span.least : 0;
        widths += qBound(least, m_contents[column], span.most);
        if (isColumnHidden(column))
            continue;
        shown += column;
        over -= widths.last();
    }
    for (const Give gives : {Give::First, Give::Stretches, Give::Last}) {
        const auto spareOf = [&](int column) { return qMax(0, widths[column] - spanOf(column).least); };
        QList<int> those = shown;
        those.removeIf([&](int column) { return spanOf(column).gives != gives; });
        if (gives == Give::Stretches && over > 0)
            for (qsizetype i = 0; i < those.size(); ++i) {
                const int share = over / int(those.size() - i);
                widths[those[i]] += share;
                over -= share;
            }
        int spare = 0;
        for (const int column : std::as_const(those))
            spare += spareOf(column);
        int tooMuch = qBound(0, -over, spare);
        for (const int column : std::as_const(those)) {
            const int own = spareOf(column);
            const int given = spare > 0 ? int(qint64(own) * tooMuch / spare) : 0;
            spare -= own;
            tooMuch -= given;
            widths[column] -= given;
            over += given;
        }
    }
    m_isFitting = true;
    for (const int column : std::as_const(shown))
        setColumnWidth(column, widths[column]);
    m_isFitting = false;
}

/// An editor stays in its cell; where that is too narrow to type in, the cell is wider for so long.
void AccountsTable::makeRoomFor(const CellEditor& editor, int column)
{
    const int needed = editor.minimumSizeHint().width();
    if (needed <= columnWidth(column))
        return;
    if (!m_hasOwnWidths &&
        m_contents.size() == model()->columnCount()) { // host and account give it, until it is fitted again
        m_contents[column] = needed;
        return placeColumns();
    }
    m_isFitting = true;
    setColumnWidth(column, needed);
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
