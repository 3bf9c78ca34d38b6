#pragma once

#include "connection/report.h"
#include "prediction/stationverdict.h"
#include "terms/badge.h"

#include <QString>

namespace stationer {

/// How an account stands by its last test with the values that it has now.
enum class Standing { Untested, Passed, WithoutSignIn, ToReview, Failed };

Standing standingOf(const Report& report);

/// Passed, but only up to the sign-in: a password was needed and nobody knew it.
bool isWithoutSignIn(const Report& report);
/// How it ended, in a few words.
QString endOf(const Report& report);

/// The challenge of a report: host, port and certificate; empty where there is none. Who shares it shares the answer.
QString challengeOf(const Report& report);

/// The badge that stands for an outcome; for a report none that promises more than was tried.
Badge badgeOf(Outcome outcome);
Badge badgeOf(const Report& report);
Badge badgeOf(Forecast forecast);

} // namespace stationer
