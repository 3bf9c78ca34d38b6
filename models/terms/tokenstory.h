#pragma once

#include "terms/endpoint.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace stationer {

/// What a client proves who it is with, when it asks for a token.
enum class TokenProof {
    Secret,        ///< RFC 6749, section 2.3.1
    Certificate,   ///< a signed assertion (RFC 7523, section 2.2)
    ServiceAccount ///< an assertion that is the grant itself (RFC 7523, section 2.1): Google's
};

/// What a token says of itself (RFC 7519, RFC 9068), or what was said beside it (RFC 6749, section 5.1). Text from outside.
struct TokenClaims {
    QString issuer;
    QString audience; ///< several are set off by a space
    QString scope;
    QStringList roles;
    QDateTime expires; ///< UTC; invalid where nothing says so

    bool operator==(const TokenClaims&) const = default;
};

/// Why there is no token.
enum class TokenFault {
    // what was to be asked with; nothing was sent
    BadEndpoint, ///< no https URL
    KeyNotRsa,   ///< PS256 and RS256 sign with RSA
    // on the way; nothing was sent
    HostNotFound,
    Unreachable,
    TlsFailed,
    Challenged, ///< the server's certificate
    Rejected,
    // the answer
    TimedOut,
    ConnectionLost,
    Redirected,
    TooLarge,
    NotJson,
    NoTokenEndpoint,    ///< the metadata names none
    NoMethod,           ///< the metadata allows no way to prove oneself that is known here
    NoToken,            ///< it has neither a token nor an error
    NotBearer,          ///< another type of token
    MalformedToken,     ///< not of RFC 6750's alphabet
    CredentialsRefused, ///< who asks is not believed
    Refused,            ///< who asks may be believed, and gets none
};

/// A line of what was said, for the transcript. What is sent comes without its secrets; what came is raw.
struct TokenLine {
    bool isFromServer = false;
    QByteArray text;

    bool operator==(const TokenLine&) const = default;
};

/// How the fetching of a token went: all that a report shows of it. It holds neither the token nor what was asked with,
/// though a server may have repeated that in its words.
struct TokenStory {
    TokenProof proof = TokenProof::Secret;
    Endpoint server; ///< who was spoken to, or was to be: the token endpoint's, or at first the metadata's
    QString url;     ///< of the same
    bool isAtMetadata = false;
    QString client;
    QString scope; ///< asked for
    std::optional<TokenFault> fault;
    std::optional<TokenClaims> claims; ///< where there is a token
    int status = 0;                    ///< HTTP's; 0: no answer
    QByteArray error;                  ///< RFC 6749, section 5.2
    QByteArray description;
    QList<int> providerCodes;  ///< Microsoft's, the gravest first: 7000215
    QDateTime theirTime;       ///< of the answer's Date, UTC
    QDateTime ourTime;         ///< when it came, UTC
    QString otherIssuer;       ///< of the metadata, where it is not the one that its address says (RFC 8414, section 3.3)
    bool isSecretAnId = false; ///< the secret has the form of the identifiers that a portal shows beside its secrets
    QString libraryText;
    QList<TokenLine> lines;

    bool operator==(const TokenStory&) const = default;
};

} // namespace stationer
