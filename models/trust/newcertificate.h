#pragma once

#include "trust/keyfault.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace stationer {

enum class NewKeyKind { EcP256, Rsa3072, Ed25519 };

/// What a new certificate of the user's own, or a request for one, shall say. Fields left empty are left out.
/// It is never a CA. The defaults make a client certificate for EXTERNAL.
struct NewCertificate {
    NewKeyKind key = NewKeyKind::EcP256;
    QString commonName;
    QString organization;
    QString organizationalUnit;
    QString locality;
    QString state;
    QString country; ///< two letters
    QStringList dnsNames;
    QStringList ipAddresses;
    QStringList mailAddresses;
    QDateTime notBefore = QDateTime::currentDateTimeUtc();
    QDateTime notAfter = QDateTime::currentDateTimeUtc().addYears(2);
    bool isForClients = true; ///< extended key usage clientAuth
    bool isForServers = false;
    bool mayEncipher = false; ///< key usage keyEncipherment beside digitalSignature; RSA only
};

/// What is wrong with it, the first thing from the top.
std::optional<KeyFault> faultOf(const NewCertificate& wanted);

} // namespace stationer
