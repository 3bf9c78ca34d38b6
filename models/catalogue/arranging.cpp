#include "catalogue/arranging.h"

#include "catalogue/rehearsal.h"
#include "station/container.h"
#include "station/diskfile.h"
#include "station/faulttext.h"
#include "station/value.h"

#include <algorithm>

namespace stationer {

namespace {

/// A component on its way to another place, out of this document or another.
struct Arriving {
    const Document& source;
    SlotId component;
    bool leaves; ///< it is not there any more when it arrives
};

bool isOneOfItsKind(QStringView type)
{
    return type == emailServiceType;
}

/// Whether a type, which lives under the EmailService or in a folder there, already does so here: then a file shows that it
/// may.
bool hasSibling(const Document& document, SlotId parent, const QString& type)
{
    const QList<SlotId> children = document.children(parent);
    return std::ranges::any_of(children, [&](SlotId child) { return document.type(child) == type; });
}

std::optional<PlacementFault> faultOf(const Document& document, SlotId parent, const Arriving& arriving)
{
    const QString type = arriving.source.type(arriving.component);
    if (!componentType(type) || hasSibling(document, parent, type)) {
        if (!isOneOfItsKind(type))
            return document.isComponent(parent) ? std::nullopt : std::optional(PlacementFault::ParentIsValue);
    }
    const auto fault = placementFault(document, parent, type);
    if (fault == PlacementFault::OnlyOnce && arriving.leaves)
        return std::nullopt; // it is the one
    return fault;
}

/// The same of all that arrives with a component: what is in its folders stands as if it were under the parent.
std::optional<PlacementFault> faultOfAll(const Document& document, SlotId parent, const Arriving& arriving, bool isReached)
{
    if (isReached) {
        if (const auto fault = faultOf(document, parent, arriving))
            return fault;
    } else if (isOneOfItsKind(arriving.source.type(arriving.component)) && !arriving.leaves &&
               !document.ofType(arriving.source.type(arriving.component)).isEmpty()) {
        return PlacementFault::OnlyOnce;
    }
    const bool goesOn = isReached && arriving.source.type(arriving.component) == folderType;
    for (const SlotId child : arriving.source.children(arriving.component)) {
        if (!arriving.source.isComponent(child))
            continue;
        if (const auto fault = faultOfAll(document, parent, {arriving.source, child, arriving.leaves}, goesOn))
            return fault;
    }
    return std::nullopt;
}

void noteEncoded(const Document& document, SlotId slot, QStringList& paths)
{
    for (const SlotId child : document.children(slot)) {
        if (const auto value = document.value(child); value && !value->isEmpty() && isEncoded(document.type(child), *value))
            paths += document.path(child);
        noteEncoded(document, child, paths);
    }
}

PastePlan planOf(const Document& document, const Pasted& pasted)
{
    PastePlan plan{pasted, {}};
    const Document preview = document.previewed(pasted.edit);
    for (const SlotId component : pasted.components)
        noteEncoded(preview, component, plan.encoded);
    return plan;
}

} // namespace

Result<PastePlan, ArrangingFault> planPaste(const Document& document, SlotId parent, const QByteArray& bog, SlotId before)
{
    const auto fragment = Fragment::fromBog(bog);
    if (!fragment)
        return ArrangingFault(fragment.error());
    int services = 0;
    for (const SlotId component : fragment.value().components()) {
        const Document& source = fragment.value().document();
        if (const auto fault = faultOfAll(document, parent, {source, component, false}, true))
            return ArrangingFault(*fault);
        services += isOneOfItsKind(source.type(component)) ? 1 : 0;
    }
    if (services > 1)
        return ArrangingFault(PlacementFault::OnlyOnce);
    const auto pasted = document.paste(parent, fragment.value(), before);
    if (!pasted)
        return ArrangingFault(pasted.error());
    return planOf(document, pasted.value());
}

Result<PastePlan, ArrangingFault> planDuplicate(const Document& document, const QList<SlotId>& components)
{
    Rehearsal rehearsal(document);
    Pasted all;
    for (const SlotId component : components) {
        const SlotId parent = document.parent(component);
        const QList<SlotId> siblings = rehearsal.document().children(parent);
        const SlotId behind = siblings.value(siblings.indexOf(component) + 1, SlotId::None);
        const auto plan = planPaste(rehearsal.document(), parent, document.copied({component}), behind);
        if (!plan)
            return plan.error();
        rehearsal.apply(plan.value().pasted.edit);
        all.components += plan.value().pasted.components;
        all.slotCount += plan.value().pasted.slotCount;
    }
    all.edit = rehearsal.joined();
    return planOf(document, all);
}

std::optional<PlacementFault> moveFault(const Document& document, const QList<SlotId>& components, SlotId parent)
{
    for (const SlotId component : components) {
        if (document.parent(component) == parent)
            continue; // it lives there
        if (const auto fault = faultOfAll(document, parent, {document, component, true}, true))
            return fault;
    }
    return std::nullopt;
}

Result<Edit, ArrangingFault> planMove(const Document& document, const QList<SlotId>& components, SlotId parent,
                                      SlotId before)
{
    if (const auto fault = moveFault(document, components, parent))
        return ArrangingFault(*fault);
    const auto edit = document.move(components, parent, before);
    if (!edit)
        return ArrangingFault(edit.error());
    return edit.value();
}

Result<SavedSelection, SaveFault> saveSelection(const Document& document, const QList<SlotId>& components,
                                                const QString& station, const QString& path)
{
    const FileStamp there = FileStamp::of(path);
    if (there.size >= 0 && there.isOfSameFile(FileStamp::of(station)))
        return SaveFault{SaveFault::Kind::IsStation, {}};
    SavedSelection saved;
    for (const SlotId each : components) {
        const bool isInside =
            std::ranges::any_of(components, [&](SlotId other) { return other != each && document.isWithin(each, other); });
        if (isInside || saved.components.contains(each))
            continue;
        saved.components += each;
        noteEncoded(document, each, saved.encoded);
    }
    if (const auto fault = diskfile::replace(path, {document.copied(saved.components)}, diskfile::Former::LinkedAsBackup))
        return *fault;
    return saved;
}

QString describe(const ArrangingFault& fault)
{
    return std::visit([](const auto& each) { return describe(each); }, fault);
}

} // namespace stationer
