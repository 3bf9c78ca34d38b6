#include "views/common/readingorder.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStyleHints>

#include <algorithm>
#include <iterator>

namespace stationer {

namespace {

constexpr char lastProperty[] = "readLast";

/// There is something to press, type, choose or scroll in it.
bool isStop(const QWidget& widget)
{
    const bool takesAll = QGuiApplication::styleHints()->tabFocusBehavior() == Qt::TabFocusAllControls;
    const int wanted = takesAll ? Qt::TabFocus : Qt::StrongFocus;
    if ((widget.focusPolicy() & wanted) != wanted || widget.focusProxy() || !widget.isEnabled() || !widget.isVisible())
        return false;
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget))
        return view->model() && view->model()->rowCount(view->rootIndex()) > 0;
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(&widget); text && text->isReadOnly())
        return !text->document()->isEmpty();
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return !label->text().isEmpty();
    return true;
}

/// What is typed next by somebody who was brought back is not for a filter, at the other end of the window.
bool isRefuge(const QWidget& widget)
{
    const auto* line = qobject_cast<const QLineEdit*>(&widget);
    return isStop(widget) && !(line && line->isClearButtonEnabled());
}

/// What a place holds: a widget, or a layout with more.
struct Part {
    QRect area;
    QWidget* widget = nullptr;
    QLayout* layout = nullptr;
};

void sortAsRead(QList<Part>& parts, Qt::LayoutDirection direction)
{
    std::ranges::stable_sort(parts, {}, [](const Part& part) { return part.area.top(); });
    // A line ends where the next part begins below the middle of its first.
    for (auto line = parts.begin(); line != parts.end();) {
        const int middle = line->area.center().y();
        const auto end = std::find_if(line, parts.end(), [&](const Part& part) {
            return part.area.top() > middle && part.area.top() > line->area.top();
        });
        std::stable_sort(line, end, [direction](const Part& one, const Part& other) {
            return direction == Qt::RightToLeft ? one.area.right() > other.area.right()
                                                : one.area.left() < other.area.left();
        });
        line = end;
    }
}

class Reader {
public:
    explicit Reader(const QWidget* also) : m_also(also) {}

    void read(QWidget& widget)
    {
        if (isStop(widget) || &widget == m_also)
            (m_isLast ? last : stops) += &widget;
        QList<Part> parts;
        QList<QWidget*> placed;
        if (QLayout* layout = widget.layout()) {
            parts += {layout->geometry(), nullptr, layout};
            note(*layout, placed);
        }
        for (QObject* child : widget.children())
            if (auto* inside = qobject_cast<QWidget*>(child); inside && !placed.contains(inside))
                parts += {inside->geometry(), inside, nullptr};
        sortAsRead(parts, widget.layoutDirection());
        read(parts);
    }

    QList<QWidget*> stops;
    QList<QWidget*> last;

private:
    static void note(QLayout& layout, QList<QWidget*>& placed)
    {
        for (int i = 0; i < layout.count(); ++i) {
            QLayoutItem* item = layout.itemAt(i);
            if (item->widget())
                placed += item->widget();
            else if (item->layout())
                note(*item->layout(), placed);
        }
    }
    void read(QLayout& layout)
    {
        QList<Part> parts;
        for (int i = 0; i < layout.count(); ++i)
            if (QLayoutItem* item = layout.itemAt(i); item->widget() || item->layout())
                parts += {item->geometry(), item->widget(), item->layout()};
        const auto* box = qobject_cast<const QBoxLayout*>(&layout);
        const bool isSorted =
            box && (box->direction() == QBoxLayout::LeftToRight || box->direction() == QBoxLayout::TopToBottom);
        if (!isSorted)
            sortAsRead(parts, layout.parentWidget()->layoutDirection());
        read(parts);
    }
    void read(const QList<Part>& parts)
    {
        for (const Part& part : parts) {
            if (part.layout) {
                read(*part.layout);
                continue;
            }
            if (!isOnTheWay(*part.widget))
                continue;
            const bool wasLast = m_isLast;
            m_isLast = wasLast || part.widget->property(lastProperty).toBool();
            read(*part.widget);
            m_isLast = wasLast;
        }
    }
    bool isOnTheWay(const QWidget& widget) const
    {
        return !widget.isWindow() && (widget.isVisible() || &widget == m_also || (m_also && widget.isAncestorOf(m_also)));
    }

    const QWidget* m_also;
    bool m_isLast = false;
};

/// The stops in a widget. `also` is among them, whether it is one or not.
QList<QWidget*> stopsIn(QWidget& widget, const QWidget* also)
{
    Reader reader(also);
    reader.read(widget);
    return reader.stops + reader.last;
}

/// Gives the focus back to a control that was disabled for a while, unless the user went elsewhere meanwhile.
class Return : public QObject {
public:
    Return(QWidget& disabled, QWidget& refuge) : QObject(&disabled), m_disabled(disabled), m_refuge(&refuge)
    {
        disabled.installEventFilter(this);
        connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
            if (now && now != m_refuge && now->window() == m_disabled.window())
                deleteLater();
        });
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::EnabledChange && m_disabled.isEnabled()) {
            deleteLater();
            if (m_refuge && m_disabled.window()->focusWidget() == m_refuge)
                m_disabled.setFocus(Qt::OtherFocusReason);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget& m_disabled;
    QPointer<QWidget> m_refuge;
};

/// With what stands around it, as far as there is room: a row with its label and its note.
void moveIntoSight(QWidget& widget)
{
    for (QWidget* up = widget.parentWidget(); up && !up->isWindow(); up = up->parentWidget()) {
        auto* area = qobject_cast<QScrollArea*>(up);
        if (!area || !area->widget() || !area->widget()->isAncestorOf(&widget))
            continue;
        QWidget* around = &widget;
        while (around->parentWidget() != area->widget() &&
               around->parentWidget()->height() <= area->viewport()->height() / 2)
            around = around->parentWidget();
        area->ensureWidgetVisible(around, 0, 0);
        area->ensureWidgetVisible(&widget, 0, 0);
    }
}

} // namespace

ReadingOrder::ReadingOrder(QWidget& window) : m_window(window)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* before, QWidget* now) {
        if (before && now && m_window.isAncestorOf(before) && m_window.isAncestorOf(now))
            m_before = before;
    });
}

void ReadingOrder::setLast(QWidget& widget)
{
    widget.setProperty(lastProperty, true);
}

QWidget* ReadingOrder::refugeFrom(QWidget& lost) const
{
    if (m_before && m_window.isAncestorOf(m_before) && isRefuge(*m_before))
        return m_before;
    for (QWidget* around = &lost; around != &m_window;) {
        around = around->parentWidget();
        const QList<QWidget*> way = stopsIn(*around, &lost);
        const auto at = std::ranges::find(way, &lost);
        const auto is = [](const QWidget* each) { return isRefuge(*each); };
        if (const auto next = std::find_if(at, way.end(), is); next != way.end())
            return *next;
        if (const auto previous = std::find_if(std::reverse_iterator(at), way.rend(), is); previous != way.rend())
            return *previous;
    }
    return nullptr;
}

bool ReadingOrder::move(bool isForward)
{
    QWidget* const now = m_window.focusWidget();
    QWidget* next = nullptr;
    if (now && (!now->isVisible() || !now->isEnabled())) {
        next = refugeFrom(*now);
    } else if (const QList<QWidget*> way = stopsIn(m_window, now); !way.isEmpty()) {
        const qsizetype at = now ? way.indexOf(now) : isForward ? -1 : 0;
        next = way[(at + (isForward ? 1 : way.size() - 1)) % way.size()];
    }
    if (!next || next == now)
        return false;
    next->setFocus(isForward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    moveIntoSight(*next);
    if (now && now->isVisible() && !now->isEnabled())
        new Return(*now, *next);
    return true;
}

} // namespace stationer
