#pragma once

#include "connection/outcome.h"
#include "prediction/stationverdict.h"
#include "rows/certificateend.h"
#include "terms/badge.h"
#include "terms/securitymode.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace stationer {

/// The last test of an account by an earlier run of the program: how it went, without its report.
struct RememberedTest {
    QDateTime began;
    std::chrono::milliseconds duration{};
    Outcome outcome = Outcome::Cancelled;
    bool isWithoutSignIn = false;
    std::optional<Forecast> forecast;
    SecurityMode security = SecurityMode::None;
    QString server;           ///< host and port
    QDateTime certificateEnd; ///< invalid where no certificate was met

    bool operator==(const RememberedTest&) const = default;
};

QString endOf(const RememberedTest& test);
Badge badgeOf(const RememberedTest& test);
/// Named after the server: what the certificate says was not kept.
std::optional<CertificateEnd> certificateEnd(const RememberedTest& test, const QDateTime& now);

} // namespace stationer
