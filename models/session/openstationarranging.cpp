// Adding, removing, renaming, copying and moving components of the open station.

#include "session/openstation.h"
#include "station/slotname.h"

#include <QSet>

#include <algorithm>

namespace stationer {

Result<SlotId, StructureFault> OpenStation::add(SlotId parent, const QString& type)
{
    if (isReadOnly())
        return StructureFault(EditFault::IsBackup);
    if (const std::optional<PlacementFault> fault = placementFault(*m_document, parent, type))
        return StructureFault(*fault);
    const QString name = m_document->freeName(parent, type.section(u':', 1));
    const Result<Edit, EditFault> edit = m_document->add(parent, newComponent(type, name, Brings::Children));
    //: An undo step: %1 is a component's name
    if (const std::optional<StructureFault> fault =
            push(edit, tr("Add %1").arg(shownSlotName(name)), {edit ? edit.value().subject() : SlotId::None}))
        return *fault;
    return edit.value().subject();
}

std::optional<StructureFault> OpenStation::remove(SlotId component)
{
    return remove(QList{component}, Removal::Delete);
}

std::optional<StructureFault> OpenStation::rename(SlotId component, const QString& shownName, References references)
{
    const QString name = escapedSlotName(shownName);
    const QString before = m_document->name(component);
    if (name == before)
        return std::nullopt;
    const bool follows = references == References::Follow;
    //: An undo step: %1 and %2 are a component's names before and after
    const QString text = tr("Rename %1 to %2").arg(shownSlotName(before), shownName);
    return push(follows ? m_references->renamed(component, name, m_references->to(component))
                        : m_document->rename(component, name),
                text, {component});
}

// --- several

QList<SlotId> OpenStation::arrangeable(const QList<SlotId>& components) const
{
    QSet<SlotId> chosen(components.begin(), components.end());
    chosen.remove(m_document->root());
    const auto isInsideAnother = [&](SlotId slot) {
        do
            slot = m_document->parent(slot);
        while (slot != SlotId::None && !chosen.contains(slot));
        return slot != SlotId::None;
    };
    QList<SlotId> outermost;
    for (const SlotId each : std::as_const(chosen))
        if (m_document->exists(each) && !isInsideAnother(each))
            outermost += each;
    QHash<SlotId, qsizetype> numbers; // of the children of every parent on the way
    QSet<SlotId> numbered;
    const auto numberOf = [&](SlotId slot) {
        if (const SlotId parent = m_document->parent(slot); !numbered.contains(parent)) {
            numbered += parent;
            const QList<SlotId> children = m_document->children(parent);
            for (qsizetype number = 0; number < children.size(); ++number)
                numbers.insert(children[number], number);
        }
        return numbers.value(slot);
    };
    QHash<SlotId, QList<qsizetype>> places; // from the root down: their order is the document's
    for (const SlotId each : std::as_const(outermost)) {
        QList<qsizetype> place;
        for (SlotId slot = each; slot != m_document->root(); slot = m_document->parent(slot))
            place.prepend(numberOf(slot));
        places.insert(each, place);
    }
    std::ranges::sort(outermost, [&places](SlotId one, SlotId other) {
        return std::ranges::lexicographical_compare(places[one], places[other]);
    });
    return outermost;
}

QString OpenStation::named(const QList<SlotId>& components) const
{
    if (components.size() == 1)
        return shownSlotName(m_document->name(components.first()));
    return tr("%n components", nullptr, int(components.size()));
}

std::optional<StructureFault> OpenStation::remove(const QList<SlotId>& components, Removal why)
{
    const QList<SlotId> removed = arrangeable(components);
    if (removed.isEmpty())
        return StructureFault(EditFault::NoSuchSlot);
    //: An undo step: %1 is a component's name, or «3 components»
    const QString text = why == Removal::Cut ? tr("Cut %1").arg(named(removed))
                                             //: An undo step: %1 is a component's name, or «3 components»
                                             : tr("Delete %1").arg(named(removed));
    return push(m_document->remove(removed), text, removed);
}

QByteArray OpenStation::copied(const QList<SlotId>& components) const
{
    const QList<SlotId> chosen = arrangeable(components);
    return chosen.isEmpty() ? QByteArray() : m_document->copied(chosen);
}

Result<SavedSelection, SaveFault> OpenStation::saveSelection(const QList<SlotId>& components, const QString& path) const
{
    return stationer::saveSelection(*m_document, arrangeable(components), m_path, path);
}

Result<Arrived, StructureFault> OpenStation::push(const Result<PastePlan, ArrangingFault>& plan, const QString& text)
{
    if (isReadOnly())
        return StructureFault(EditFault::IsBackup);
    if (!plan)
        return plan.error();
    pushEdit(plan.value().pasted.edit, text, plan.value().pasted.components);
    return Arrived{plan.value().pasted.components, plan.value().encoded};
}

Result<Arrived, StructureFault> OpenStation::paste(SlotId parent, const QByteArray& bog, SlotId before)
{
    if (isReadOnly())
        return StructureFault(EditFault::IsBackup);
    const Result<PastePlan, ArrangingFault> plan = planPaste(*m_document, parent, bog, before);
    if (!plan)
        return plan.error();
    const QList<SlotId>& pasted = plan.value().pasted.components;
    const Document preview = m_document->previewed(plan.value().pasted.edit);
    const QString name =
        pasted.size() == 1 ? shownSlotName(preview.name(pasted.first())) : tr("%n components", nullptr, int(pasted.size()));
    //: An undo step: %1 is a component's name, or «3 components»
    return push(plan, tr("Paste %1").arg(name));
}

Result<Arrived, StructureFault> OpenStation::duplicate(const QList<SlotId>& components)
{
    const QList<SlotId> chosen = arrangeable(components);
    if (chosen.isEmpty())
        return StructureFault(EditFault::NoSuchSlot);
    //: An undo step: %1 is a component's name, or «3 components»
    return push(planDuplicate(*m_document, chosen), tr("Duplicate %1").arg(named(chosen)));
}

std::optional<StructureFault> OpenStation::move(const QList<SlotId>& components, SlotId parent, SlotId before)
{
    const QList<SlotId> moved = arrangeable(components);
    if (moved.isEmpty())
        return StructureFault(EditFault::NoSuchSlot);
    // Before one that moves itself: before the next that stays.
    if (moved.contains(before)) {
        const QList<SlotId> siblings = m_document->children(parent);
        qsizetype at = siblings.indexOf(before);
        while (at >= 0 && at < siblings.size() && moved.contains(siblings[at]))
            ++at;
        before = at >= 0 && at < siblings.size() ? siblings[at] : SlotId::None;
    }
    //: An undo step: %1 is a component's name, or «3 components»
    return push(planMove(*m_document, moved, parent, before), tr("Move %1").arg(named(moved)), moved);
}

QList<SlotId> OpenStation::componentsIn(SlotId parent) const
{
    QList<SlotId> components;
    for (const SlotId child : m_document->children(parent))
        if (m_document->isComponent(child))
            components += child;
    return components;
}

bool OpenStation::canMove(const QList<SlotId>& components, Direction direction) const
{
    const QList<SlotId> moved = arrangeable(components);
    if (moved.isEmpty() || moved.size() != components.size())
        return false;
    const SlotId parent = m_document->parent(moved.first());
    if (std::ranges::any_of(moved, [&](SlotId each) { return m_document->parent(each) != parent; }))
        return false;
    const QList<SlotId> siblings = componentsIn(parent);
    const qsizetype count = moved.size();
    const QList<SlotId> atEnd = direction == Direction::Up ? siblings.first(count) : siblings.last(count);
    return std::ranges::any_of(moved, [&](SlotId each) { return !atEnd.contains(each); });
}

std::optional<StructureFault> OpenStation::move(const QList<SlotId>& components, Direction direction)
{
    if (!canMove(components, direction))
        return std::nullopt;
    const QList<SlotId> moved = arrangeable(components);
    const SlotId parent = m_document->parent(moved.first());
    QList<SlotId> order = componentsIn(parent);
    // Each changes places with its neighbour, the foremost first, so that they do not pass each other.
    const bool isUp = direction == Direction::Up;
    for (qsizetype i = 0; i < order.size(); ++i) {
        const qsizetype at = isUp ? i : order.size() - 1 - i;
        const qsizetype next = isUp ? at - 1 : at + 1;
        if (moved.contains(order[at]) && next >= 0 && next < order.size() && !moved.contains(order[next]))
            order.swapItemsAt(at, next);
    }
    //: An undo step: %1 is a component's name, or «3 components»
    const QString text = isUp ? tr("Move %1 up").arg(named(moved)) : tr("Move %1 down").arg(named(moved));
    return push(m_document->reorder(parent, order), text, moved);
}

std::optional<StructureFault> OpenStation::reorder(SlotId parent, const QList<SlotId>& order)
{
    const QString name = parent == m_document->root() ? title() : shownSlotName(m_document->name(parent));
    //: An undo step: %1 is the name of the component whose children changed places
    return push(m_document->reorder(parent, order), tr("Reorder %1").arg(name), {parent});
}

} // namespace stationer
