#pragma once

#include "connection/report.h"

#include <QLatin1StringView>
#include <QString>

namespace stationer {

/// The name in JSON: `used`, `weaker`, `needsToken` …
QLatin1StringView nameOf(MechanismFate fate);

/// Why an offered mechanism was or was not used, in a few words: «used», «a stronger one was used» … Translated.
QString describe(const MechanismNote& note, const Report& report);

/// Whether the server offers a way to sign in that a station of the time before tokens has: PLAIN, LOGIN, IMAP's command,
/// USER.
bool offersOneOfStations(const Report& report);
/// Whether the test signed in by a mechanism that a station lacks at a server that offers none that it has: those are PLAIN
/// and LOGIN, IMAP's command LOGIN, and POP3's USER.
bool provesOnlyThisProgram(const Report& report);
/// The sentence that says so. Translated.
QString provesOnlyThisProgramText(const Report& report);

/// Where a client certificate was to sign in and the server lets none in: that in a sentence; else empty. Translated.
QString whyCertificateWasNotUsed(const Report& report);

} // namespace stationer
