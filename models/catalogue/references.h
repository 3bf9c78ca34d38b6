#pragma once

#include "station/document.h"

#include <QHash>
#include <QList>

#include <optional>

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

/// All references of a station. They are found at the first question and again after the document has changed, with one search
/// over its bytes; nobody has to tell. The document has to outlive it.
class References {
public:
    explicit References(const Document& document) : m_document(document) {}

    const QList<Reference>& all() const;
    QList<Reference> to(SlotId component) const;
    /// What leads into these components from outside of them: what their removal leaves behind.
    QList<Reference> into(const QList<SlotId>& components) const;
    /// What leads nowhere for certain: a name that no account has, a handle that no component has, a path that ends in a container
    /// whose children are all written. Only for whole stations; a part may refer to what is outside of it.
    QList<Reference> dangling() const;
    /// Renames a component and these references to it, as one edit. A handle needs no change.
    Result<Edit, EditFault> renamed(SlotId component, const QString& name, const QList<Reference>& following) const;

private:
    void findAccountNames() const;
    void findOrds() const;
    std::optional<Reference> ordReference(SlotId slot, const QString& text) const;
    SlotId byHandle(quint64 handle) const;

    const Document& m_document;
    mutable std::optional<DocumentState> m_state;
    mutable QList<Reference> m_all;
    mutable std::optional<QHash<quint64, SlotId>> m_handles;
};

/// The emailAccount slots, of any component in the station, that name this account.
QList<SlotId> referencesTo(const Document& document, SlotId account);
/// Renames the account and the references with it, as one edit.
Result<Edit, EditFault> renamedWithReferences(const Document& document, SlotId account, const QString& name);

} // namespace stationer
