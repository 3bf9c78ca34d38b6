#pragma once

#include <QByteArray>

#include <algorithm>

namespace stationer {

/// The one stretch in which two byte strings differ: what they share in front and behind is left out.
struct ByteDiff {
    qsizetype at = 0;
    QByteArray gone;
    QByteArray came;

    bool isEmpty() const { return gone.isEmpty() && came.isEmpty(); }
};

inline ByteDiff byteDiff(const QByteArray& before, const QByteArray& after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype front = 0;
    while (front < shorter && before[front] == after[front])
        ++front;
    qsizetype behind = 0;
    while (behind < shorter - front && before[before.size() - 1 - behind] == after[after.size() - 1 - behind])
        ++behind;
    return {front, before.sliced(front, before.size() - front - behind), after.sliced(front, after.size() - front - behind)};
}

} // namespace stationer
