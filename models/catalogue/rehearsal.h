#pragma once

#include "station/document.h"

#include <QList>

#include <optional>

namespace stationer {

/// Plans several edits that build on each other as one: each is made on a preview that has those before it. The document
/// itself does not change.
class Rehearsal {
public:
    explicit Rehearsal(const Document& document) : m_document(document) {}

    /// The document as the edits so far make it: the next one is planned on this.
    const Document& document() const { return m_preview ? *m_preview : m_document; }
    void apply(const Edit& edit)
    {
        m_preview = document().previewed(edit);
        m_edits += edit;
    }
    Edit joined() const { return Document::joined(m_edits); }

private:
    const Document& m_document;
    std::optional<Document> m_preview;
    QList<Edit> m_edits;
};

} // namespace stationer
