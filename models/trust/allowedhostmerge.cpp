#include "trust/allowedhostmerge.h"

#include <algorithm>
#include <tuple>

namespace stationer {

namespace {

auto answerOf(const AllowedHost& row)
{
    return std::tie(row.approval, row.scope, row.binding, row.sha256, row.publicKeySha256, row.errors, row.expires,
                    row.chain);
}

QDateTime earlier(const QDateTime& a, const QDateTime& b)
{
    return !a.isValid() ? b : !b.isValid() ? a : std::min(a, b);
}

QDateTime later(const QDateTime& a, const QDateTime& b)
{
    return !a.isValid() ? b : !b.isValid() ? a : std::max(a, b);
}

} // namespace

AllowedHost mergedHost(const std::optional<AllowedHost>& base, const AllowedHost& theirs, const AllowedHost& mine)
{
    const bool isAnswered = !base || answerOf(*base) != answerOf(mine);
    AllowedHost merged = isAnswered ? mine : theirs;
    if (theirs.sha256 == mine.sha256) {
        merged.created = earlier(theirs.created, mine.created);
        merged.lastUsed = later(theirs.lastUsed, mine.lastUsed);
    }
    const AllowedHost before = base.value_or(AllowedHost());
    merged.note = before.note != mine.note ? mine.note : theirs.note;
    // A chain that was trusted says nothing any more about a new answer.
    if (!isAnswered)
        merged.verifiedChain = before.verifiedChain != mine.verifiedChain ? mine.verifiedChain : theirs.verifiedChain;
    return merged;
}

} // namespace stationer
