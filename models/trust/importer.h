#pragma once

#include "trust/certificatefacts.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace stationer {

/// What something the user wants to import turns out to be.
struct ImportFind {
    enum class Kind {
        RootCa,            ///< can be imported
        ExpiredRootCa,     ///< can be imported, is of no use
        IntermediateCa,    ///< a CA, not self-signed: no anchor
        ServerCertificate, ///< not a CA, or self-signed with a DNS or IP name: make an exemption instead
        Duplicate,         ///< in the store already
    };
    Kind kind = Kind::RootCa;
    CertificateFacts certificate;
};

/// Why nothing in the bytes can be imported.
enum class ImportFault { Empty, PrivateKey, CertificateRequest, NotACertificate, TooLarge };

struct ImportPreview {
    QList<ImportFind> finds;
    std::optional<ImportFault> fault;
};

/// Reads PEM (one or many) or DER and says what it found; `present` are the store's certificates in DER.
ImportPreview previewImport(const QByteArray& bytes, const QList<QByteArray>& present, const QDateTime& now);
/// Whether this CA, sent by a server as its root, may be offered for import: self-signed, a CA, and not the leaf.
bool isImportableRoot(const CertificateFacts& certificate, const QDateTime& now);

/// All certificates of a PEM text in order, DER each; nothing where one is damaged.
std::optional<QList<QByteArray>> certificatesOfPem(const QByteArray& pem);
QByteArray toPem(const QByteArray& der);

} // namespace stationer
