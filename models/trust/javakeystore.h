#pragma once

#include "terms/result.h"
#include "terms/secret.h"
#include "trust/keystorefault.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

class QFile;

namespace stationer {

enum class KeyStoreKind {
    Pem, ///< a text with certificates, or one in DER
    Jks,
    Jceks,
    Pkcs12,
};
QString nameOf(KeyStoreKind kind); ///< as the field writes it: `PKCS#12`

/// A certificate that a store has as a trusted entry. The alias comes from outside and may hold anything.
struct StoredCertificate {
    QString alias; ///< empty where it has none, as in PEM
    QByteArray der;

    bool operator==(const StoredCertificate&) const = default;
};

/// Whom a station's key store trusts. Certificates of private keys are not among them: Java does not trust those either.
struct KeyStoreContents {
    enum class Integrity { Verified, NotVerified };
    /// How far it could be read: where a secret key of JCEKS ends is known to Java alone.
    struct Part {
        qsizetype entries = 0, ofEntries = 0;
        bool operator==(const Part&) const = default;
    };

    KeyStoreKind kind = KeyStoreKind::Pem;
    QList<StoredCertificate> trusted; ///< in the store's order
    qsizetype privateKeys = 0;
    std::optional<Part> part; ///< where not all of it was read
    /// Verified by a password alone, and by none where the store has no check sum.
    Integrity integrity = Integrity::NotVerified;

    bool operator==(const KeyStoreContents&) const = default;
};

/// What was found in the store of that name, and what of it does not count: a sentence or more, translated.
QString describe(const QString& name, const KeyStoreContents& contents);

/// Reads what a station or its tools keep trusted certificates in, whatever it is called: JKS and JCEKS (versions 1 and 2),
/// PKCS#12 as old and new Javas write it, PEM with text around it, a certificate in DER. An empty password is not the same
/// as none. Bounded in size and in how often a password is hashed.
Result<KeyStoreContents, KeyStoreFault> readKeyStore(QByteArrayView bytes, const std::optional<Secret>& password);
/// The same of what was opened to be read. What is too large is not read to its end.
Result<KeyStoreContents, KeyStoreFault> readKeyStore(QFile& opened, const std::optional<Secret>& password);

} // namespace stationer
