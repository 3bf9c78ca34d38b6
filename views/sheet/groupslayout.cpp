#include "views/sheet/groupslayout.h"

#include <QStyle>
#include <QWidget>

namespace stationer {

namespace {

bool sharesItsLine(const QLayoutItem& item)
{
    return const_cast<QLayoutItem&>(item).widget()->sizePolicy().horizontalPolicy() == QSizePolicy::Maximum;
}

int heightOf(const QLayoutItem& item, int width)
{
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

} // namespace

GroupsLayout::~GroupsLayout()
{
    while (QLayoutItem* item = takeAt(0))
        delete item;
}

QLayoutItem* GroupsLayout::itemAt(int index) const
{
    return index >= 0 && index < m_items.size() ? m_items[index] : nullptr;
}

QLayoutItem* GroupsLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize GroupsLayout::minimumSize() const
{
    int width = 0;
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty())
            width = qMax(width, item->minimumSize().width());
    const QMargins margins = contentsMargins();
    return {width + margins.left() + margins.right(), margins.top() + margins.bottom()};
}

void GroupsLayout::setGeometry(const QRect& area)
{
    QLayout::setGeometry(area);
    arrange(area, true);
}

/// Returns the height that it takes.
int GroupsLayout::arrange(const QRect& whole, bool isForReal) const
{
    const QRect area = whole.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int bottom = area.top(); // of what is placed, with the space below it
    int lineTop = area.top();
    int lineRight = -1; // where the shared line goes on; none where negative
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const bool shares = sharesItsLine(*item);
        const int width = shares ? qMin(item->sizeHint().width(), area.width()) : area.width();
        if (!shares || lineRight < 0 || lineRight + width > area.width()) {
            lineTop = bottom;
            lineRight = 0;
        }
        const QRect place(area.left() + lineRight, lineTop, width, heightOf(*item, width));
        if (isForReal)
            item->setGeometry(QStyle::visualRect(direction, area, place));
        bottom = qMax(bottom, place.bottom() + 1 + spacing());
        lineRight = shares ? lineRight + width + 2 * spacing() : -1;
    }
    const QMargins margins = contentsMargins();
    return qMax(area.top(), bottom - spacing()) - area.top() + margins.top() + margins.bottom();
}

} // namespace stationer
