#include "views/common/messagestack.h"

#include "views/common/messagebar.h"
#include "views/common/screenfit.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace stationer {

MessageStack::MessageStack(QWidget& in) : QWidget(&in), m_layout(new QVBoxLayout(this))
{
    in.window()->installEventFilter(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void MessageStack::add(MessageBar& bar)
{
    m_layout->addWidget(&bar);
    m_bars += &bar;
    bar.setStack(this);
    connect(&bar, &MessageBar::moreClicked, this, [this] {
        m_isUnfolded = true;
        arrange();
    });
}

void MessageStack::follow(MessageBar& said)
{
    if (said.isSaying()) {
        m_bars.removeOne(&said);
        m_bars.prepend(&said);
    }
    arrange();
}

bool MessageStack::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && watched == window())
        arrange();
    return QWidget::eventFilter(watched, event);
}

void MessageStack::arrange()
{
    QList<MessageBar*> saying = m_bars;
    saying.removeIf([](const MessageBar* bar) { return !bar->isSaying(); });
    std::ranges::stable_sort(
        saying, [](const MessageBar* one, const MessageBar* other) { return int(one->badge()) > int(other->badge()); });
    const int others = int(saying.size()) - 1;
    if (others < 1)
        m_isUnfolded = false;
    const bool isWhole = m_isUnfolded || !isInLowWindow(*this);
    for (MessageBar* bar : std::as_const(m_bars))
        bar->present(saying.contains(bar) && (isWhole || bar == saying.first()), isWhole ? 0 : others);
}

} // namespace stationer
