#pragma once

#include "station/document.h"

#include <QList>

namespace stationer {

/// Plans several edits that build on each other as one: each is applied so that the next can be made on top of it, and when the
/// rehearsal ends the document is as it was. It works on documents that belong to somebody who may change them, as all do.
class Rehearsal {
public:
    explicit Rehearsal(const Document& document) : m_document(const_cast<Document&>(document)) {}
    ~Rehearsal()
    {
        for (qsizetype i = m_edits.size(); i > 0; --i)
            m_document.revert(m_edits[i - 1]);
    }
    Q_DISABLE_COPY_MOVE(Rehearsal)

    void apply(const Edit& edit)
    {
        m_document.apply(edit);
        m_joined = m_edits.isEmpty() ? edit : Document::joined(m_joined, edit);
        m_edits += edit;
    }
    const Edit& joined() const { return m_joined; }

private:
    Document& m_document;
    QList<Edit> m_edits;
    Edit m_joined;
};

} // namespace stationer
