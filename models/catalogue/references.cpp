#include "catalogue/references.h"

#include "catalogue/catalogue.h"
#include "catalogue/ord.h"
#include "catalogue/rehearsal.h"

#include <QSet>

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

bool isStation(const Document& document)
{
    return document.type(document.root()) == "baja:Station"_L1;
}

bool isWithinAny(const Document& document, SlotId slot, const QList<SlotId>& components)
{
    return std::ranges::any_of(components, [&](SlotId component) { return document.isWithin(slot, component); });
}

} // namespace

const QList<Reference>& References::all() const
{
    if (!m_state || *m_state != m_document.state()) {
        m_all.clear();
        m_handles.reset();
        findAccountNames();
        findOrds();
        m_state = m_document.state();
    }
    return m_all;
}

void References::findAccountNames() const
{
    QHash<QString, SlotId> byName;
    const QList<SlotId> known = accounts(m_document);
    for (const SlotId account : known) {
        if (!byName.contains(m_document.name(account)))
            byName.insert(m_document.name(account), account);
    }
    for (const SlotId slot : m_document.mentioning("emailAccount")) {
        const QString text = m_document.value(slot).value_or(QString());
        if (m_document.name(slot) == "emailAccount"_L1 && !text.isEmpty())
            m_all += Reference{slot, Reference::Kind::AccountName, byName.value(text, SlotId::None), text};
    }
}

void References::findOrds() const
{
    QSet<SlotId> seen;
    for (const QByteArrayView scheme : {QByteArrayView("h:"), QByteArrayView("slot:")}) {
        for (const SlotId slot : m_document.mentioning(scheme)) {
            if (seen.contains(slot))
                continue;
            seen.insert(slot);
            const QString type = m_document.type(slot);
            const std::optional<QString> text = m_document.value(slot);
            if (!text || !(type.isEmpty() || type.endsWith(":Ord"_L1) || type.endsWith(":OrdList"_L1)))
                continue;
            const ComponentType* const known = componentType(m_document.type(m_document.parent(slot)));
            const Property* const property = known ? known->property(m_document.name(slot)) : nullptr;
            if (property && property->kind != ValueKind::Ord)
                continue;
            for (const QString& line : text->split(u'\n')) {
                if (const auto reference = ordReference(slot, line)) {
                    m_all += *reference;
                    m_all.last().text = *text;
                }
            }
        }
    }
}

std::optional<Reference> References::ordReference(SlotId slot, const QString& text) const
{
    const auto ord = Ord::parsed(text);
    if (!ord)
        return std::nullopt;
    if (const auto handle = ord->handle()) {
        const SlotId base = byHandle(*handle);
        const SlotId target = base == SlotId::None ? base : ord->steps(m_document, base).deepest;
        return Reference{slot, Reference::Kind::Handle, target, text};
    }
    if (!ord->hasPath())
        return std::nullopt;
    if (ord->isAbsolute()) {
        const Ord::Steps steps = ord->steps(m_document, m_document.root());
        const bool leadsSomewhere = steps.isWhole || !isStation(m_document);
        return Reference{slot, Reference::Kind::SlotPath, leadsSomewhere ? steps.deepest : SlotId::None, text};
    }
    // A relative one begins at a component that nobody here knows for sure: the nearest from which it leads somewhere.
    for (SlotId base = m_document.parent(slot); base != SlotId::None; base = m_document.parent(base)) {
        if (const Ord::Steps steps = ord->steps(m_document, base); steps.isWhole && steps.deepest != base)
            return Reference{slot, Reference::Kind::SlotPath, steps.deepest, text};
        if (m_document.handle(base))
            break;
    }
    return std::nullopt;
}

SlotId References::byHandle(quint64 handle) const
{
    if (!m_handles) {
        m_handles.emplace();
        QList<SlotId> components = m_document.mentioning("h=");
        std::ranges::sort(components);
        for (const SlotId component : components) {
            const auto own = m_document.handle(component);
            if (own && !m_handles->contains(*own))
                m_handles->insert(*own, component);
        }
    }
    return m_handles->value(handle, SlotId::None);
}

QList<Reference> References::to(SlotId component) const
{
    QList<Reference> found;
    std::ranges::copy_if(all(), std::back_inserter(found),
                         [component](const Reference& each) { return each.target == component; });
    return found;
}

QList<Reference> References::into(const QList<SlotId>& components) const
{
    QList<Reference> found;
    for (const Reference& each : all()) {
        if (each.target != SlotId::None && isWithinAny(m_document, each.target, components) &&
            !isWithinAny(m_document, each.slot, components))
            found += each;
    }
    return found;
}

QList<Reference> References::dangling() const
{
    QList<Reference> found;
    if (!isStation(m_document))
        return found;
    for (const Reference& each : all()) {
        if (each.target != SlotId::None)
            continue;
        if (each.kind == Reference::Kind::SlotPath) {
            // What a type always has is not written while it is as it came: only these containers have nothing of the kind.
            const auto ord = Ord::parsed(each.text);
            const SlotId deepest = ord ? ord->steps(m_document, m_document.root()).deepest : SlotId::None;
            static const QStringList plain{u"baja:Folder"_s, u"baja:UnrestrictedFolder"_s, u"baja:ServiceContainer"_s};
            if (!plain.contains(m_document.type(deepest)))
                continue;
        }
        found += each;
    }
    return found;
}

Result<Edit, EditFault> References::renamed(SlotId component, const QString& name, const QList<Reference>& following) const
{
    const Result<Edit, EditFault> renaming = m_document.rename(component, name);
    if (!renaming)
        return renaming;
    QList<Edit> edits{renaming.value()};
    QSet<SlotId> followed; // a list of ords is followed as a whole
    for (const Reference& each : following) {
        if (followed.contains(each.slot))
            continue;
        followed.insert(each.slot);
        std::optional<QString> text;
        switch (each.kind) {
        case Reference::Kind::AccountName:
            text = name;
            break;
        case Reference::Kind::Handle:
            break;
        case Reference::Kind::SlotPath: {
            QStringList lines = each.text.split(u'\n');
            for (QString& line : lines) {
                const auto ord = Ord::parsed(line);
                if (!ord)
                    continue;
                for (SlotId base = ord->isAbsolute() ? m_document.root() : m_document.parent(each.slot);
                     base != SlotId::None; base = m_document.parent(base)) {
                    if (const auto renamedOrd = ord->withRenamed(m_document, base, component, name)) {
                        line = *renamedOrd;
                        break;
                    }
                    if (ord->isAbsolute())
                        break;
                }
            }
            text = lines.join(u'\n');
            break;
        }
        }
        if (!text || text == m_document.value(each.slot))
            continue;
        const auto edit = m_document.setValue(m_document.parent(each.slot), m_document.name(each.slot), text);
        if (!edit)
            return edit;
        edits += edit.value();
    }
    return Document::joined(edits); // none touches what another does
}

QList<SlotId> referencesTo(const Document& document, SlotId account)
{
    const QString name = document.name(account);
    QList<SlotId> references;
    for (const SlotId slot : document.named(u"emailAccount"))
        if (!name.isEmpty() && document.value(slot) == name)
            references += slot;
    return references;
}

Result<Edit, EditFault> renamedWithReferences(const Document& document, SlotId account, const QString& name)
{
    const Result<Edit, EditFault> renamed = document.rename(account, name);
    if (!renamed)
        return renamed;
    Rehearsal rehearsal(document);
    rehearsal.apply(renamed.value());
    for (const SlotId reference : referencesTo(document, account)) {
        const Result<Edit, EditFault> moved =
            rehearsal.document().setValue(document.parent(reference), document.name(reference), name);
        if (!moved)
            return moved.error();
        rehearsal.apply(moved.value());
    }
    return rehearsal.joined();
}

} // namespace stationer
