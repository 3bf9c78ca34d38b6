#pragma once

#include "terms/secret.h"
#include "trust/certificatefacts.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace stationer {

/// What something the user wants to import turns out to be.
struct ImportFind {
    enum class Kind {
        RootCa,            ///< can be imported
        RejectedRootCa,    ///< can be imported, and then vouches for no server, not even where the system trusts it
        ExpiredRootCa,     ///< can be imported, is of no use
        IntermediateCa,    ///< a CA, not self-signed: no anchor
        ServerCertificate, ///< not a CA, or self-signed with a DNS or IP name: make an exemption instead
        Duplicate,         ///< in the store already
    };
    Kind kind = Kind::RootCa;
    CertificateFacts certificate;

    bool isImportable() const { return kind == Kind::RootCa || kind == Kind::RejectedRootCa; }
};

/// Why nothing in the bytes can be imported.
enum class ImportFault {
    Empty,
    PrivateKey,
    CertificateRequest,
    NotACertificate,
    TooLarge,
    PasswordNeeded, ///< PKCS#12 that is locked, and no password was given
    WrongPassword,
    JavaKeyStore, ///< JKS or JCEKS: it has to be exported from first
    Unsupported,  ///< PKCS#12 sealed by a cipher that is not to be had any more
};

struct ImportPreview {
    QList<ImportFind> finds;
    std::optional<ImportFault> fault; ///< why there is nothing at all
    QList<ImportFault> others;        ///< what stands beside the certificates and is left: private keys, requests
};

/// Reads PEM (one or many, as a mail or a web page quotes it), DER, PKCS#7 or PKCS#12 and says what it found; `present` are
/// the store's certificates in DER. The password opens PKCS#12; its private keys are not read.
ImportPreview previewImport(const QByteArray& bytes, const QList<QByteArray>& present, const QDateTime& now,
                            const Secret& password = {});
/// Whether this CA, sent by a server as its root, may be offered for import: self-signed, a CA, and not the leaf.
bool isImportableRoot(const CertificateFacts& certificate, const QDateTime& now);

/// All certificates of a PEM text in order, DER each; nothing where one is damaged.
std::optional<QList<QByteArray>> certificatesOfPem(const QByteArray& pem);
QByteArray toPem(const QByteArray& der); ///< TRUSTED CERTIFICATE where a rejection follows

} // namespace stationer
