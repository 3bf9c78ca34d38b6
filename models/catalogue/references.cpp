#include "catalogue/references.h"

#include "catalogue/catalogue.h"
#include "catalogue/ord.h"
#include "catalogue/rehearsal.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <numeric>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView emailAccountSlot("emailAccount");
/// What stands in the tag of every reference, whatever its quotes are.
constexpr std::array<QByteArrayView, 3> mentions{"emailAccount", "h:", "slot:"};

bool isStation(const Document& document)
{
    return document.type(document.root()) == "baja:Station"_L1;
}

bool isWithinAny(const Document& document, SlotId slot, const QList<SlotId>& components)
{
    return std::ranges::any_of(components, [&](SlotId component) { return document.isWithin(slot, component); });
}

} // namespace

// --- following the document

bool References::lookAhead(std::chrono::milliseconds budget) const
{
    constexpr qsizetype stretch = qsizetype(1) << 20;
    constexpr qsizetype few = 64;
    const auto end = std::chrono::steady_clock::now() + budget;
    while (m_scheme < mentions.size() || !m_ahead.isEmpty()) {
        for (qsizetype looked = 0; looked < few && !m_ahead.isEmpty(); ++looked)
            look(m_ahead.takeLast());
        if (m_ahead.isEmpty() && m_scheme < mentions.size()) {
            const Document::Stretch found = m_document.mentioning(mentions[m_scheme], m_at, stretch);
            m_ahead = found.slotIds;
            m_at = std::max(found.next, qsizetype(0));
            if (found.next < 0)
                ++m_scheme;
        }
        if (std::chrono::steady_clock::now() >= end)
            break;
    }
    return m_scheme == mentions.size() && m_ahead.isEmpty();
}

void References::follow() const
{
    lookAhead(std::chrono::hours(1));
    const DocumentState now = m_document.state();
    if (m_state == now)
        return;
    for (const SlotId slot : m_document.differingFrom(m_state)) {
        look(slot);
        for (const SlotId child : m_document.children(slot))
            lookAtNew(child);
    }
    m_accounts.reset();
    m_state = now;
}

/// What the file as opened does not have was never looked at.
void References::lookAtNew(SlotId slot) const
{
    if (qint64(slot) < m_document.elementCount())
        return;
    look(slot);
    for (const SlotId child : m_document.children(slot))
        lookAtNew(child);
}

void References::look(SlotId slot) const
{
    for (const std::size_t number : m_bySlot.values(slot))
        m_sources[number] = {};
    m_bySlot.remove(slot);
    const std::optional<QString> text = m_document.value(slot);
    if (!text || text->isEmpty())
        return;
    if (m_document.name(slot) == emailAccountSlot)
        note({slot, Reference::Kind::AccountName, std::nullopt, *text});
    if (!text->contains("h:"_L1) && !text->contains("slot:"_L1))
        return;
    const QString type = m_document.type(slot);
    if (!(type.isEmpty() || type.endsWith(":Ord"_L1) || type.endsWith(":OrdList"_L1)))
        return;
    const ComponentType* const known = componentType(m_document.type(m_document.parent(slot)));
    const Property* const property = known ? known->property(m_document.name(slot)) : nullptr;
    if (property && property->kind != ValueKind::Ord)
        return;
    for (const QString& line : text->split(u'\n')) {
        if (auto ord = Ord::parsed(line); ord && (ord->handle() || ord->hasPath()))
            note({slot, ord->handle() ? Reference::Kind::Handle : Reference::Kind::SlotPath, std::move(ord), *text});
    }
}

void References::note(Source source) const
{
    const std::size_t number = m_sources.size();
    m_bySlot.insert(source.slot, number);
    if (source.kind == Reference::Kind::AccountName)
        m_byName.insert(source.text, number);
    if (source.ord) {
        if (const auto handle = source.ord->handle())
            m_byHandle.insert(*handle, number);
        const QStringList& names = source.ord->names();
        for (const QString& name : QSet<QString>(names.begin(), names.end()))
            m_byName.insert(name, number);
        if (names.isEmpty() && source.ord->isAbsolute())
            m_byName.insert(QString(), number);
    }
    m_sources.push_back(std::move(source));
}

// --- where they lead

SlotId References::accountNamed(const QString& name) const
{
    if (!m_accounts) {
        m_accounts.emplace();
        for (const SlotId account : accounts(m_document)) {
            const QString own = m_document.name(account);
            if (!m_accounts->contains(own))
                m_accounts->insert(own, account);
        }
    }
    return m_accounts->value(name, SlotId::None);
}

/// Where it leads, None if nowhere; nothing where it is not known whether it is meant for this station at all.
std::optional<SlotId> References::targetOf(const Source& source) const
{
    switch (source.kind) {
    case Reference::Kind::AccountName:
        return accountNamed(source.text);
    case Reference::Kind::Handle: {
        const SlotId base = m_document.withHandle(*source.ord->handle());
        return base == SlotId::None ? base : source.ord->steps(m_document, base).deepest;
    }
    case Reference::Kind::SlotPath:
        break;
    }
    if (source.ord->isAbsolute()) {
        const Ord::Steps steps = source.ord->steps(m_document, m_document.root());
        return steps.isWhole || !isStation(m_document) ? steps.deepest : SlotId::None;
    }
    // A relative one begins at a component that nobody here knows for sure: the nearest from which it leads somewhere.
    for (SlotId base = m_document.parent(source.slot); base != SlotId::None; base = m_document.parent(base)) {
        if (const Ord::Steps steps = source.ord->steps(m_document, base); steps.isWhole && steps.deepest != base)
            return steps.deepest;
        if (m_document.handle(base))
            break;
    }
    return std::nullopt;
}

std::optional<Reference> References::resolved(const Source& source) const
{
    if (source.slot == SlotId::None || !m_document.exists(source.slot))
        return std::nullopt;
    const std::optional<SlotId> target = targetOf(source);
    return target ? std::optional(Reference{source.slot, source.kind, *target, source.text}) : std::nullopt;
}

QList<Reference> References::resolved(Found found) const
{
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    QList<Reference> references;
    for (const std::size_t number : found) {
        if (const auto reference = resolved(m_sources[number]))
            references += *reference;
    }
    std::ranges::stable_sort(references, [](const Reference& one, const Reference& other) {
        const bool isName = one.kind == Reference::Kind::AccountName,
                   isOtherName = other.kind == Reference::Kind::AccountName;
        return isName != isOtherName ? isName : one.slot < other.slot;
    });
    return references;
}

/// All that goes through a component by its name, and by a step upwards.
void References::addByName(SlotId component, Found& found) const
{
    for (const QString& name : {m_document.name(component), u".."_s})
        for (auto at = m_byName.constFind(name); at != m_byName.cend() && at.key() == name; ++at)
            found.push_back(*at);
}

/// All that begins at a component.
void References::addLeadingTo(SlotId component, Found& found) const
{
    if (const auto handle = m_document.handle(component))
        for (auto at = m_byHandle.constFind(*handle); at != m_byHandle.cend() && at.key() == *handle; ++at)
            found.push_back(*at);
}

// --- the questions

QList<Reference> References::all() const
{
    follow();
    Found every(m_sources.size());
    std::iota(every.begin(), every.end(), std::size_t(0));
    return resolved(every);
}

QList<Reference> References::to(SlotId component) const
{
    follow();
    Found found;
    addByName(component, found);
    for (SlotId base = component; base != SlotId::None; base = m_document.parent(base))
        addLeadingTo(base, found); // with steps behind a handle
    QList<Reference> references = resolved(found);
    references.removeIf([component](const Reference& each) { return each.target != component; });
    return references;
}

QList<Reference> References::into(const QList<SlotId>& components) const
{
    follow();
    Found found;
    QList<SlotId> ahead = components;
    for (const SlotId component : components) {
        addByName(component, found);
        for (SlotId base = m_document.parent(component); base != SlotId::None; base = m_document.parent(base))
            addLeadingTo(base, found);
    }
    while (!ahead.isEmpty() && found.size() < m_sources.size()) {
        const SlotId component = ahead.takeLast();
        addLeadingTo(component, found);
        if (isAccountType(m_document.type(component)))
            addByName(component, found);
        for (const SlotId child : m_document.children(component)) {
            if (m_document.isComponent(child))
                ahead += child;
        }
    }
    QList<Reference> references = ahead.isEmpty() ? resolved(found) : all();
    references.removeIf([&](const Reference& each) {
        return each.target == SlotId::None || !isWithinAny(m_document, each.target, components) ||
               isWithinAny(m_document, each.slot, components);
    });
    return references;
}

bool References::dangles(const Reference& reference) const
{
    if (reference.target != SlotId::None)
        return false;
    if (reference.kind != Reference::Kind::SlotPath)
        return true;
    // What a type always has is not written while it is as it came: only these containers have nothing of the kind.
    const auto ord = Ord::parsed(reference.text);
    const SlotId deepest = ord ? ord->steps(m_document, m_document.root()).deepest : SlotId::None;
    static const QStringList plain{u"baja:Folder"_s, u"baja:UnrestrictedFolder"_s, u"baja:ServiceContainer"_s};
    return plain.contains(m_document.type(deepest));
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

DanglingSearch::DanglingSearch(const Document& document, const References& references)
    : m_document(document), m_references(references)
{
    restart();
}

void DanglingSearch::restart()
{
    m_next = 0;
    m_found.clear();
}

bool DanglingSearch::advance(std::chrono::milliseconds budget)
{
    const auto end = std::chrono::steady_clock::now() + budget;
    if (!m_references.lookAhead(budget))
        return false;
    m_references.follow();
    if (m_next > 0 && m_state != m_document.state())
        restart();
    m_state = m_document.state();
    if (!isStation(m_document))
        return true;
    constexpr std::size_t few = 32;
    while (m_next < m_references.m_sources.size()) {
        const auto reference = m_references.resolved(m_references.m_sources[m_next++]);
        if (reference && m_references.dangles(*reference))
            m_found += *reference;
        if (m_next % few == 0 && std::chrono::steady_clock::now() >= end)
            break;
    }
    return m_next >= m_references.m_sources.size();
}

} // namespace stationer
