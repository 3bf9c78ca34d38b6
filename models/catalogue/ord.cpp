#include "catalogue/ord.h"

namespace stationer {

using namespace Qt::StringLiterals;

std::optional<Ord> Ord::parsed(const QString& text)
{
    Ord ord;
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = text.indexOf(u'|', at);
        if (end < 0)
            end = text.size();
        const QString step = text.sliced(at, end - at);
        if (step.startsWith("slot:"_L1)) {
            QString path = step.sliced(5);
            ord.m_isAbsolute = path.startsWith(u'/') && !ord.m_handle;
            const qsizetype names = at + 5 + (path.startsWith(u'/') ? 1 : 0);
            ord.m_before = text.first(names);
            ord.m_behind = text.sliced(end);
            if (names < end)
                ord.m_names = text.sliced(names, end - names).split(u'/');
            return ord;
        }
        if (step.startsWith("h:"_L1)) {
            bool isHex = false;
            const quint64 handle = step.sliced(2).toULongLong(&isHex, 16);
            if (!isHex || ord.m_handle)
                return std::nullopt;
            ord.m_handle = handle;
        } else if (step != "station:"_L1 && step != "local:"_L1) {
            return ord.m_handle ? std::optional(ord) : std::nullopt;
        }
        at = end + 1;
    }
    return ord.m_handle ? std::optional(ord) : std::nullopt;
}

Ord::Steps Ord::steps(const Document& document, SlotId base) const
{
    Steps steps{base, true};
    for (const QString& name : m_names) {
        const SlotId next = name == ".."_L1 ? document.parent(steps.deepest) : document.child(steps.deepest, name);
        if (next == SlotId::None)
            return {steps.deepest, false};
        steps.deepest = next;
    }
    return steps;
}

std::optional<QString> Ord::withRenamed(const Document& document, SlotId base, SlotId component, const QString& name) const
{
    QStringList names = m_names;
    for (QString& each : names) {
        base = each == ".."_L1 ? document.parent(base) : document.child(base, each);
        if (base == SlotId::None)
            return std::nullopt;
        if (base == component && each != ".."_L1) {
            each = name;
            return m_before + names.join(u'/') + m_behind;
        }
    }
    return std::nullopt;
}

} // namespace stationer
