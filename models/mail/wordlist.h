#pragma once

#include <QByteArrayList>
#include <QByteArrayView>

#include <algorithm>

namespace stationer {

/// Whether a word stands among these; words of the protocols are compared without case.
inline bool holds(const QByteArrayList& words, QByteArrayView word)
{
    return std::any_of(words.begin(), words.end(),
                       [word](const QByteArray& one) { return word.compare(one, Qt::CaseInsensitive) == 0; });
}

} // namespace stationer
