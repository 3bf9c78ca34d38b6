#pragma once

#include "connection/candidates.h"
#include "connection/report.h"

#include <QByteArrayList>
#include <QList>

namespace stationer {

/// What became of a candidate.
struct DetectionRow {
    Candidate candidate;
    Report report;
};

/// What a row is worth, the best first.
enum class Worth {
    Trusted,    ///< encrypted, and a store vouches for the server
    Exempted,   ///< encrypted, and the user has vouched for it
    Challenged, ///< encrypted, once the user has answered for the certificate
    Readable,   ///< it works in the clear
    Nothing,    ///< it does not work
};
Worth worthOf(const Report& report);

/// The mechanisms offered where a login would take place; none were heard where the certificate is challenged.
QByteArrayList offeredMechanisms(const Report& report);

/// The row to choose: the best worth; among equals one that offers a sign-in, then the first. Nothing where none works.
std::optional<qsizetype> bestOf(const QList<DetectionRow>& rows);

} // namespace stationer
