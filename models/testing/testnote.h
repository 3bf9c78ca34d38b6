#pragma once

#include "connection/report.h"
#include "prediction/stationverdict.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace stationer {

/// The values of an account that a test was made with, as far as they tell later whether the account still has them.
struct TestedValues {
    Protocol protocol = Protocol::Smtp;
    SecurityMode security = SecurityMode::None;
    Endpoint server;
    QString user;
    QByteArray others; ///< a hash of the rest

    static TestedValues of(const ConnectionSettings& settings);
    bool isSameServer(const TestedValues& other) const
    {
        return protocol == other.protocol && security == other.security && server == other.server;
    }
    bool operator==(const TestedValues&) const = default;
};

/// What stays of a connection test of a station's account when the program ends: how it went, and what nobody could work out
/// again without another test. No secret, and not a word of a server's.
struct TestNote {
    QString path;    ///< the account's slot path
    QDateTime began; ///< UTC
    std::chrono::milliseconds duration{};
    TestedValues values;
    Depth depth = Depth::Connect;
    Outcome outcome = Outcome::Cancelled;
    std::optional<bool> isPasswordProven; ///< false: refused; nothing: none was tried
    std::optional<Forecast> forecast;     ///< of the station's verdict
    QDateTime certificateEnd;             ///< UTC; invalid where no certificate was met
    std::optional<Verdict> verdict;       ///< of the judge, where it was asked

    /// Who vouched. The first of the path that the server did not send, or else its root: with it in its stores somebody
    /// else trusts the server as well.
    struct Voucher {
        QByteArray sha256;
        QList<QByteArray> path; ///< the fingerprints of all certificates of the path, the server's own first

        bool operator==(const Voucher&) const = default;
    };
    std::optional<Voucher> voucher;

    /// How the server was reached; a station goes to the first address of its name alone.
    struct Reach {
        enum class Way { AsTheStation, OtherAddress, OtherServer };
        Way way = Way::AsTheStation;
        QString at;    ///< the address, or the host and port that were given instead
        QString first; ///< the address that a station goes to

        bool operator==(const Reach&) const = default;
    };
    std::optional<Reach> reach; ///< nothing where it was not

    /// It passed, but only up to the sign-in, for want of a password.
    bool isWithoutSignIn() const
    {
        return outcome == Outcome::Succeeded && depth == Depth::Connect && !values.user.isEmpty();
    }

    static TestNote of(const Report& report, std::optional<Forecast> forecast);
    static std::optional<TestNote> read(const QString& path, const QJsonObject& object);
    QJsonObject write() const;

    bool operator==(const TestNote&) const = default;
};

} // namespace stationer
