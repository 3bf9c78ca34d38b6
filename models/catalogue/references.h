#pragma once

#include "catalogue/ord.h"
#include "station/document.h"

#include <QHash>
#include <QList>

#include <chrono>
#include <optional>
#include <vector>

namespace stationer {

/// One slot that leads to a component.
struct Reference {
    enum class Kind {
        AccountName, ///< an emailAccount
        Handle,      ///< an ord with `h:1a2b`
        SlotPath,    ///< an ord with `slot:/Services/…`, or a relative one as far as can be told
    };
    SlotId slot = SlotId::None;
    Kind kind = Kind::AccountName;
    SlotId target = SlotId::None; ///< None where it leads nowhere
    QString text;                 ///< the slot's value

    bool operator==(const Reference&) const = default;
};

/// All references of a station. What could be one is looked for once, in the file's bytes, and followed through edits by
/// what differs; where one leads is found when it is asked. So a question costs what is asked about, not the size of the
/// station; only all() looks at every reference. Nobody has to tell of edits. The document has to outlive it.
class References {
public:
    explicit References(const Document& document) : m_document(document) {}

    QList<Reference> all() const;
    QList<Reference> to(SlotId component) const;
    /// What leads into these components from outside of them: what their removal leaves behind.
    QList<Reference> into(const QList<SlotId>& components) const;
    /// Renames a component and these references to it, as one edit. A handle needs no change.
    Result<Edit, EditFault> renamed(SlotId component, const QString& name, const QList<Reference>& following) const;

    /// The first look at a large file, for about so long; every question does what is left of it. true when nothing is left.
    bool lookAhead(std::chrono::milliseconds budget) const;

private:
    friend class DanglingSearch;

    /// What a line of a slot's value says, whether the slot lives or not, before it is known where it leads.
    struct Source {
        SlotId slot = SlotId::None; ///< None: the slot says something else by now
        Reference::Kind kind = Reference::Kind::AccountName;
        std::optional<Ord> ord;
        QString text; ///< the slot's whole value
    };
    using Found = std::vector<std::size_t>; ///< numbers of sources

    void follow() const;
    void look(SlotId slot) const;
    void lookAtNew(SlotId slot) const;
    void note(Source source) const;
    std::optional<Reference> resolved(const Source& source) const;
    std::optional<SlotId> targetOf(const Source& source) const;
    bool dangles(const Reference& reference) const;
    SlotId accountNamed(const QString& name) const;
    void addLeadingTo(SlotId component, Found& found) const;
    void addByName(SlotId component, Found& found) const;
    QList<Reference> resolved(Found found) const;

    const Document& m_document;
    mutable std::size_t m_scheme = 0; ///< what is being looked for in the bytes
    mutable qsizetype m_at = 0;       ///< where
    mutable QList<SlotId> m_ahead;    ///< found there, not looked at yet
    mutable DocumentState m_state;    ///< followed until there
    mutable std::vector<Source> m_sources;
    mutable QMultiHash<SlotId, std::size_t> m_bySlot;
    mutable QMultiHash<quint64, std::size_t> m_byHandle;
    mutable QMultiHash<QString, std::size_t> m_byName; ///< of an account, or a step of a path
    mutable std::optional<QHash<QString, SlotId>> m_accounts;
};

/// Looks for what leads nowhere for certain: a name that no account has, a handle that no component has, a path that ends in
/// a container whose children are all written. Only for whole stations; a part may refer to what is outside of it. It does
/// so a few milliseconds at a time, and begins again where the document changes meanwhile.
class DanglingSearch {
public:
    explicit DanglingSearch(const Document& document, const References& references);

    /// true when it is done.
    bool advance(std::chrono::milliseconds budget);
    void restart();
    const QList<Reference>& found() const { return m_found; }

private:
    const Document& m_document;
    const References& m_references;
    DocumentState m_state;
    std::size_t m_next = 0;
    QList<Reference> m_found;
};

} // namespace stationer
