#pragma once

#include "station/draft.h"

namespace stationer {

/// What a Document holds: the file, and what is on top of it now and was when it was last saved.
struct Document::Data {
    std::shared_ptr<const Index> index;
    std::shared_ptr<AddedElements> added;
    Tree now;
    Tree saved;
    mutable std::optional<QByteArray> savedXml;
    mutable std::optional<QSet<Node>> changed; ///< what differs from the file as saved, and all above it

    std::optional<QString> attribute(SlotId slot, QByteArrayView name) const;
    void put(const Edit& edit, bool forwards);
    const QSet<Node>& changedNodes() const;
};

struct DocumentState::Data {
    std::shared_ptr<const Index> index;
    Overlay overlay;
};

} // namespace stationer
