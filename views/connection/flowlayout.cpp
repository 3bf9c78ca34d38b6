#include "views/connection/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <utility>
#include <vector>

namespace stationer {

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    while (QLayoutItem* item = takeAt(0))
        delete item;
}

void FlowLayout::addAtEnd(QWidget* widget)
{
    m_atEnd += widget;
    addWidget(widget);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    // What stands at the far side comes last, whenever it was added.
    qsizetype at = m_items.size();
    if (!isAtEnd(item))
        while (at > 0 && isAtEnd(m_items[at - 1]))
            --at;
    m_items.insert(at, item);
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < m_items.size() ? m_items[index] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

bool FlowLayout::isAtEnd(const QLayoutItem* item) const
{
    return m_atEnd.contains(const_cast<QLayoutItem*>(item)->widget());
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        width += (width > 0 ? spacing() : 0) + item->sizeHint().width();
        height = qMax(height, item->sizeHint().height());
    }
    return {width, height};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect& area)
{
    QLayout::setGeometry(area);
    arrange(area, true);
}

int FlowLayout::arrange(const QRect& area, bool isForReal) const
{
    struct Line {
        std::vector<QLayoutItem*> items;
        int width = 0;
        int height = 0;
    };
    int atEnd = -spacing(); // the width of what stays together
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty() && isAtEnd(item))
            atEnd += spacing() + item->sizeHint().width();
    std::vector<Line> lines(1);
    bool isFirstAtEnd = true;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        const int wanted = isAtEnd(item) && std::exchange(isFirstAtEnd, false) ? atEnd : size.width();
        if (!lines.back().items.empty() && lines.back().width + spacing() + wanted > area.width())
            lines.emplace_back();
        Line& line = lines.back();
        line.width += (line.items.empty() ? 0 : spacing()) + size.width();
        line.height = qMax(line.height, size.height());
        line.items.push_back(item);
    }
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = area.y();
    for (const Line& line : lines) {
        if (line.items.empty())
            continue;
        if (y > area.y())
            y += spacing();
        int x = area.x();
        bool isAtFarSide = false;
        for (QLayoutItem* item : line.items) {
            if (!isAtFarSide && isAtEnd(item)) {
                isAtFarSide = true;
                x += qMax(0, area.width() - line.width);
            }
            const QSize size(qMin(item->sizeHint().width(), area.width()), item->sizeHint().height());
            const QRect place(QPoint(x, y + (line.height - size.height()) / 2), size);
            if (isForReal)
                item->setGeometry(QStyle::visualRect(direction, area, place));
            x += size.width() + spacing();
        }
        y += line.height;
    }
    return y - area.y();
}

} // namespace stationer
