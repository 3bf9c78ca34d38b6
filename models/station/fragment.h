#pragma once

#include "station/document.h"

namespace stationer {

/// A small bog that can be pasted: read, and found to be one. It opens by itself as well, so that a selection can be saved
/// as a file. It knows nothing of where its components may live; that is the catalogue's.
class Fragment {
public:
    static Result<Fragment, PasteFault> fromBog(const QByteArray& bog);

    /// The bog itself, for reading.
    const Document& document() const { return m_document; }
    /// What is pasted: the components in its folder, or the one component that it is.
    const QList<SlotId>& components() const { return m_components; }

private:
    Fragment(Document document, QList<SlotId> components)
        : m_document(std::move(document)), m_components(std::move(components))
    {
    }
    Document m_document;
    QList<SlotId> m_components;
};

} // namespace stationer
