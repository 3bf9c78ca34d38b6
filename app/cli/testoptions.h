#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "app/cli/reportformats.h"
#include "connection/connectiontest.h"
#include "terms/depth.h"
#include "terms/endpoint.h"
#include "terms/signin.h"
#include "terms/stationprofile.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>

namespace stationer {

/// The target that is typed on the command line instead of standing in a file.
struct TypedTarget {
    Protocol protocol = Protocol::Smtp;
    QString host;
    std::optional<int> port;
    SecurityMode security = SecurityMode::Ssl;
    QString user;
};

/// Where a password comes from, or what signs in instead: a token or a client certificate. At most one is given.
struct GivenPassword {
    enum class Source { None, File, StandardInput, Secrets, TokenFile, ClientCertificate };
    Source source = Source::None;
    QString path;
    std::optional<QString> keyPasswordPath = {}; ///< for the key of a client certificate
};

/// How a token is asked for, which then signs in; at most one proof is given.
struct GivenGrant {
    enum class Source { None, SecretFile, Certificate, ServiceAccount };
    Source source = Source::None;
    QString path;
    std::optional<QString> keyPasswordPath = {}; ///< for the key of a certificate
    QString endpoint;                            ///< empty: the service account's own
    QString client;
    QString scope;
};

/// The options of `test`, parsed and checked: nobody downstream checks again.
struct TestOptions {
    QStringList files; ///< empty where the target is typed
    QStringList paths; ///< empty: every enabled account
    QString entry;     ///< of backups of several stations, the one
    std::optional<TypedTarget> typed;
    std::optional<Depth> depth; ///< nothing: as usualOrder() has it
    QString recipient;
    std::optional<QString> through; ///< the path of the account in which an alarm's message is looked for
    int jobs = 1;
    Limits limits;
    std::optional<Endpoint> dial;
    SignIn signIn = SignIn::Usual;
    QByteArray mechanism;
    QByteArray ehloName;
    QStringList stationRoots; ///< key stores of the station, for its verdict alone
    std::optional<QString> stationRootsPasswordPath;
    std::optional<StationProfile> stationProfile; ///< nothing: by a token where one is given or fetched
    bool isStationGraded = false;                 ///< what would fail on the station fails the run
    GivenPassword password;
    GivenGrant grant;
    std::optional<QByteArray> accept; ///< SHA-256 of a leaf, lower-case hex
    std::optional<QString> trustFolder;
    bool isTrustAsItIs = false; ///< what came with a station counts, for this run
    TestFormat format = TestFormat::Text;
    bool withTranscript = false;

    static Result<TestOptions, Arguments::Fault> parse(const Arguments& arguments);
    static std::span<const Option> table();
};

} // namespace stationer
