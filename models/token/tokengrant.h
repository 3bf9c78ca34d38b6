#pragma once

#include "terms/secret.h"
#include "terms/tokenstory.h"

#include <QByteArray>
#include <QSslKey>
#include <QString>

#include <optional>
#include <variant>

namespace stationer {

/// A client's certificate with its key: signs an assertion that names the client (RFC 7523, section 2.2).
struct ClientCertificate {
    QByteArray certificate; ///< DER
    QSslKey key;

    bool operator==(const ClientCertificate&) const = default;
};

/// A service account's key: signs an assertion for one of its users, which is the grant (RFC 7523, section 2.1).
struct ServiceAccount {
    QString keyId;
    QSslKey key;
    QString user;

    bool operator==(const ServiceAccount&) const = default;
};

using ClientProof = std::variant<Secret, ClientCertificate, ServiceAccount>;

/// How a token is asked for, without a person: who asks whom, for what, and proves it how. Two that are equal get the same
/// token.
struct TokenGrant {
    QString endpoint; ///< a URL as typed: of metadata where its path has `/.well-known/`, else the token endpoint itself
    QString client;
    QString scope; ///< empty: none is asked for
    ClientProof proof;

    bool operator==(const TokenGrant&) const = default;
};

TokenProof proofOf(const TokenGrant& grant);
/// What can be known to be wrong before anything is sent.
std::optional<TokenFault> faultOf(const TokenGrant& grant);
/// Whether a URL is one that a token may be asked of: https, a host, no user in it, no fragment.
bool isTokenUrl(const QString& url);
/// Whether it leads to metadata (RFC 8414, section 3; OpenID Connect Discovery, section 4).
bool isMetadataUrl(const QString& url);
/// The host and port that it leads to; for one that is none, what can be read of it.
Endpoint serverOf(const QString& url);
/// Whether a secret has the form of a UUID, as portals name secrets by: the name was taken for the secret then.
bool isIdentifier(const Secret& secret);

} // namespace stationer
