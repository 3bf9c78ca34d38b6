#include "items/navfilter.h"

#include "station/slotname.h"

namespace stationer {

namespace {

/// So that what is done with the matches takes no longer than finding them.
constexpr qsizetype mostAtOnce = 100;

} // namespace

NavFilter::NavFilter(const Document& document, const QString& text) : m_document(document), m_text(text)
{
    if (document.root() != SlotId::None)
        m_ahead += Level{document.children(document.root()), 0};
}

bool NavFilter::matches(SlotId component) const
{
    return shownSlotName(m_document.name(component)).contains(m_text, Qt::CaseInsensitive) ||
           m_document.type(component).contains(m_text, Qt::CaseInsensitive);
}

QList<SlotId> NavFilter::nextMatches(std::chrono::milliseconds budget)
{
    QList<SlotId> found;
    const auto end = std::chrono::steady_clock::now() + budget;
    for (int looked = 0; !m_ahead.isEmpty(); ++looked) {
        if (found.size() == mostAtOnce || (looked % 16 == 15 && std::chrono::steady_clock::now() > end))
            break;
        Level& level = m_ahead.last();
        if (level.next == level.siblings.size()) {
            m_ahead.removeLast();
            continue;
        }
        const SlotId slot = level.siblings[level.next++];
        if (!m_document.exists(slot) || !m_document.isComponent(slot)) // it can go while the search is under way
            continue;
        if (matches(slot))
            found += slot;
        else
            m_ahead += Level{m_document.children(slot), 0};
    }
    return found;
}

void NavFilter::take(SlotId match)
{
    m_matches += match;
    for (SlotId slot = match; slot != SlotId::None && !m_onTheWay.contains(slot); slot = m_document.parent(slot))
        m_onTheWay += slot;
}

} // namespace stationer
