#pragma once

#include "station/document.h"

#include <QList>
#include <QSet>
#include <QString>

#include <chrono>

namespace stationer {

/// Looks for the components whose shown name or type holds a text, in document order and a few milliseconds at a time. It
/// does not look below a match: everything there is shown with it.
class NavFilter {
public:
    NavFilter(const Document& document, const QString& text);

    bool matches(SlotId component) const;
    /// The matches found until the time is used up.
    QList<SlotId> nextMatches(std::chrono::milliseconds budget);
    bool isDone() const { return m_ahead.isEmpty(); }

    /// The components to show: those on the way to a match, and matches.
    bool isOnTheWay(SlotId component) const { return m_onTheWay.contains(component); }
    bool isMatch(SlotId component) const { return m_matches.contains(component); }
    void take(SlotId match);
    int count() const { return int(m_matches.size()); }

private:
    struct Level {
        QList<SlotId> siblings;
        qsizetype next = 0;
    };

    const Document& m_document;
    QString m_text;
    QList<Level> m_ahead;
    QSet<SlotId> m_onTheWay;
    QSet<SlotId> m_matches;
};

} // namespace stationer
