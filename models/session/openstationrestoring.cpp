// What was edited and not saved, brought back.

#include "catalogue/rehearsal.h"
#include "session/openstation.h"

namespace stationer {

namespace {

/// The edit for one difference, on the way from a station to `wanted`; nothing where there is none that is simple.
std::optional<Edit> replayed(const Document& document, const Document& wanted, const Difference& difference)
{
    const SlotId holder = document.find(difference.path);
    const SlotId wantedHolder = wanted.find(difference.path);
    const QString& name = difference.slot;
    const auto done = [](const Result<Edit, EditFault>& edit) {
        return edit ? std::optional<Edit>(edit.value()) : std::nullopt;
    };
    if (holder == SlotId::None)
        return std::nullopt;
    switch (difference.kind) {
    case Difference::Kind::Value:
    case Difference::Kind::Added: {
        const SlotId slot = wantedHolder == SlotId::None ? SlotId::None : wanted.child(wantedHolder, name);
        if (slot == SlotId::None)
            return std::nullopt;
        if (!difference.isComponent) {
            const ComponentType* type = componentType(document.type(holder));
            return done(document.setValue(holder, name, wanted.value(slot), wanted.type(slot),
                                          type ? slotOrder(*type) : QStringList()));
        }
        const auto part = Fragment::fromBog(wanted.copied({slot}));
        const auto pasted = part ? document.paste(holder, part.value()) : Result<Pasted, PasteFault>(PasteFault());
        return pasted ? std::optional<Edit>(pasted.value().edit) : std::nullopt;
    }
    case Difference::Kind::Removed: {
        const SlotId slot = document.child(holder, name);
        return slot == SlotId::None ? std::nullopt : done(document.remove(slot));
    }
    case Difference::Kind::Renamed: {
        const SlotId slot = document.child(holder, difference.before.value_or(QString()));
        return slot == SlotId::None ? std::nullopt : done(document.rename(slot, difference.after.value_or(QString())));
    }
    case Difference::Kind::Type:
    case Difference::Kind::Flags:
    case Difference::Kind::Facets:
    case Difference::Kind::Handle:
    case Difference::Kind::Moved:
    case Difference::Kind::Reordered:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

/// The bytes of a component as a bog of its own; nothing where there is none.
QByteArray copyOf(const Document& document, SlotId holder, const QString& name)
{
    const SlotId slot = holder == SlotId::None ? SlotId::None : document.child(holder, name);
    return slot == SlotId::None ? QByteArray() : document.copied({slot});
}

/// Whether the station holds what a difference begins or ends with.
bool holds(const Document& document, const Document& other, const Difference& difference)
{
    const SlotId holder = document.find(difference.path), otherHolder = other.find(difference.path);
    if (holder == SlotId::None || otherHolder == SlotId::None)
        return false;
    const SlotId slot = document.child(holder, difference.slot), otherSlot = other.child(otherHolder, difference.slot);
    const bool isThere = slot != SlotId::None && otherSlot != SlotId::None;
    switch (difference.kind) {
    case Difference::Kind::Added:
    case Difference::Kind::Removed:
        if (difference.isComponent)
            return copyOf(document, holder, difference.slot) == copyOf(other, otherHolder, difference.slot);
        [[fallthrough]];
    case Difference::Kind::Value:
        if (!isThere)
            return slot == otherSlot;
        return document.value(slot) == other.value(otherSlot) && document.type(slot) == other.type(otherSlot);
    case Difference::Kind::Type:
        return isThere && document.type(slot) == other.type(otherSlot);
    case Difference::Kind::Flags:
        return isThere && document.flags(slot) == other.flags(otherSlot);
    case Difference::Kind::Facets:
        return isThere && document.facets(slot) == other.facets(otherSlot);
    case Difference::Kind::Handle:
        return isThere && document.handle(slot) == other.handle(otherSlot);
    case Difference::Kind::Renamed:
    case Difference::Kind::Moved:
    case Difference::Kind::Reordered:
        return false; // told by more than one place
    }
    Q_UNREACHABLE();
}

/// The same of a renamed one: the names before and after are both looked for.
bool holdsName(const Document& document, const Difference& difference, bool isAfter)
{
    const SlotId holder = document.find(difference.path);
    const auto has = [&](const std::optional<QString>& name) {
        return holder != SlotId::None && document.child(holder, name.value_or(QString())) != SlotId::None;
    };
    return has(difference.after) == isAfter && has(difference.before) != isAfter;
}

} // namespace

bool OpenStation::restore(const QByteArray& xml)
{
    const Result<Document, OpenFault> wanted = Document::fromXml(xml);
    if (!m_document || !wanted)
        return false;
    const Edit edit = m_document->leadingTo(wanted.value());
    if (const Document then = m_document->previewed(edit); then.xml() != xml && !differences(then, wanted.value()).isEmpty())
        return false;
    //: An undo step
    pushEdit(edit, tr("Restore changes"), edit.touched().mid(0, 1));
    return true;
}

std::optional<OpenStation::Replay> OpenStation::replayed(const QByteArray& before, const QByteArray& after) const
{
    const Result<Document, OpenFault> opened = Document::fromXml(before), wanted = Document::fromXml(after);
    if (!m_document || !opened || !wanted)
        return std::nullopt;
    Replay replay;
    Rehearsal rehearsal(*m_document);
    for (const Difference& difference : differences(opened.value(), wanted.value())) {
        const bool isName = difference.kind == Difference::Kind::Renamed;
        const Document& now = rehearsal.document();
        const bool isDone = isName ? holdsName(now, difference, true) : holds(now, wanted.value(), difference);
        const bool isAsBefore = isName ? holdsName(now, difference, false) : holds(now, opened.value(), difference);
        std::optional<Edit> edit;
        if (isAsBefore && !isDone)
            edit = stationer::replayed(now, wanted.value(), difference);
        (isDone || edit ? replay.fitting : replay.other) += difference;
        if (edit)
            rehearsal.apply(*edit);
    }
    replay.edit = rehearsal.joined();
    return replay;
}

void OpenStation::restore(const Replay& replay)
{
    pushEdit(replay.edit, tr("Restore changes"), replay.edit.touched().mid(0, 1));
}

} // namespace stationer
