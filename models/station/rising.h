#pragma once

#include <QList>

#include <algorithm>

namespace stationer {

/// The positions of a longest rising subsequence, in order: of things that changed places, as many as possible that kept
/// theirs.
template <class Number>
QList<qsizetype> longestRising(const QList<Number>& numbers)
{
    QList<qsizetype> ends, before(numbers.size(), -1);
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        const auto at = std::lower_bound(ends.begin(), ends.end(), numbers[i],
                                         [&](qsizetype end, Number number) { return numbers[end] < number; });
        if (at != ends.begin())
            before[i] = *std::prev(at);
        if (at == ends.end())
            ends.append(i);
        else
            *at = i;
    }
    QList<qsizetype> rising;
    for (qsizetype i = ends.isEmpty() ? -1 : ends.last(); i >= 0; i = before[i])
        rising.prepend(i);
    return rising;
}

} // namespace stationer
