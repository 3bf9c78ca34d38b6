#pragma once

#include "terms/result.h"
#include "token/tokengrant.h"

#include <QByteArray>

namespace stationer {

/// What a service account's JSON key file says, as Google's console makes it.
struct ServiceAccountFile {
    QString endpoint; ///< `token_uri`
    QString client;   ///< `client_email`
    QString keyId;
    QSslKey key;
};

enum class ServiceAccountFault {
    TooLarge,
    NotJson,
    NotAServiceAccount, ///< JSON of something else: a client of a web page, say
    Incomplete,         ///< endpoint, client or key is missing
    NoKey,              ///< what stands for the key is none
};

Result<ServiceAccountFile, ServiceAccountFault> readServiceAccount(const QByteArray& bytes);

/// How it asks for a token for this user; the scope is Gmail's where none is given.
TokenGrant grantOf(const ServiceAccountFile& file, const QString& scope, const QString& user);

} // namespace stationer
