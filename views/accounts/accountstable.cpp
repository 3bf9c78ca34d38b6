#include "views/accounts/accountstable.h"

#include "items/accountsmodel.h"
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
    setEditTriggers(NoEditTriggers);
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
}

void AccountsTable::fitColumns()
{
    if (!model())
        return;
    const int character = fontMetrics().averageCharWidth();
    const int badge = fontMetrics().height() + character;
    for (int column = 0; column < model()->columnCount(); ++column) {
        int least = character * 6;
        int most = character * 30;
        switch (AccountsModel::Column(column)) {
        case AccountsModel::NameColumn:
            least = character * 16;
            break;
        case AccountsModel::HostColumn:
        case AccountsModel::AccountColumn:
            least = character * 14;
            most = character * 26;
            break;
        case AccountsModel::SecurityColumn:
            least = character * 14;
            break;
        case AccountsModel::CertificateColumn:
            least = character * 14 + badge;
            break;
        case AccountsModel::LastTestColumn:
            least = character * 30 + badge;
            most = character * 50;
            break;
        case AccountsModel::PortColumn:
        case AccountsModel::DirectionColumn:
        case AccountsModel::ProtocolColumn:
        case AccountsModel::EnabledColumn:
        case AccountsModel::PollRateColumn:
        case AccountsModel::ColumnCount:
            break;
        }
        const int wanted = qMax(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)) + character;
        setColumnWidth(column, qBound(least, wanted, most));
    }
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
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid() &&
        !(event->modifiers() & ~Qt::KeypadModifier))
        emit opened(currentIndex());
    else if (event->matches(QKeySequence::Delete))
        emit deletePressed();
    else
        QTableView::keyPressEvent(event);
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
    const QModelIndex pressed = std::exchange(m_pressed, {});
    if (pressed.isValid() && answerAt(event->position().toPoint()) == pressed)
        emit answerClicked(pressed);
}

void AccountsTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid() || answerAt(event->position().toPoint()).isValid())
        return QTableView::mouseDoubleClickEvent(event);
    emit opened(index);
}

} // namespace stationer
