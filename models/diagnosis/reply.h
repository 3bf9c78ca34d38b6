#pragma once

#include "connection/report.h"
#include "diagnosis/certainty.h"

namespace stationer::diagnosis {

/// A refusal taken apart into what counts as evidence. The words are those of the reply alone: names of hosts, addresses,
/// links and the account's own name are no words, whatever stands in them.
struct Reply {
    QByteArray command;           ///< the one refused, `RCPT`; empty for a greeting
    bool isBeforeSecret = false;  ///< a sign-in refused before it had seen a password or a token
    QByteArray code;              ///< `535`, `NO`, `BAD`, `BYE`, `-ERR`; empty where there is none
    QByteArray enhanced;          ///< `7.8`, whatever its class (RFC 3463)
    QByteArrayList responseCodes; ///< `AUTHENTICATIONFAILED`, `SYS/TEMP`, in capitals
    QByteArray words;             ///< in lower case, one space between
};
Reply replyOf(const Report& report);

/// Where a sign is looked for, in the order in which it counts.
enum class Evidence { Offered, Command, Code, EnhancedCode, ResponseCode, Words };

/// One row of a table from evidence to what a refusal is about.
template <class Cause>
struct Row {
    Evidence evidence;
    QByteArrayView signs; ///< apart by `|`; a code may end in `yz`
    Cause cause;
    Certainty certainty;
    QByteArrayView with = {};    ///< words: one of these too
    QByteArrayView command = {}; ///< only where this one was refused
};

bool matches(const Reply& reply, Evidence evidence, QByteArrayView signs, QByteArrayView with, QByteArrayView command);

template <class Cause>
struct Reading {
    Cause cause;
    Certainty certainty;
    bool operator==(const Reading&) const = default;
};

/// Reads a reply by a table in the order of evidence. A later row counts where `admits` lets it refine what was found
/// before; of the words the first that counts decides.
template <class Cause, class Rows, class Admits>
Reading<Cause> read(const Reply& reply, const Rows& rows, Reading<Cause> found, Admits admits)
{
    for (const Row<Cause>& row : rows) {
        if (!matches(reply, row.evidence, row.signs, row.with, row.command) || !admits(found.cause, row))
            continue;
        found = {row.cause, row.certainty};
        if (row.evidence == Evidence::Words)
            break;
    }
    return found;
}

} // namespace stationer::diagnosis
