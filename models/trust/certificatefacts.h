#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace stationer {

/// Certificates in DER, the server's own first, as they were sent.
using CertificateChain = QList<QByteArray>;

/// The part of a certificate that a row of a long list shows. Texts are as in the certificate and may hold anything: show
/// them as plain text, one field a row.
struct CertificateSketch {
    QByteArray der;
    QString subject; ///< RFC 2253, UTF-8, controls escaped
    QString issuer;
    QString commonName; ///< of the subject, else empty
    QString organization;
    QString issuerName;            ///< the issuer's common name, else its organization, else the whole name
    QDateTime notBefore, notAfter; ///< UTC
    QString keyAlgorithm;          ///< `RSA`, `EC P-256`, `Ed25519` …
    int keyBits = 0;
    QString signatureAlgorithm;
    QByteArray sha256; ///< of the DER, lower-case hex without colons
    /// Of a TRUSTED CERTIFICATE that may not vouch for servers: what says so, and stands behind the DER; else empty.
    QByteArray rejection;

    QByteArray withRejection() const { return der + rejection; } ///< as TrustAnchors, toPem() and exported() take it

    bool operator==(const CertificateSketch&) const = default;
};

/// What a certificate says, for people and for the rules.
struct CertificateFacts : CertificateSketch {
    QStringList dnsNames; ///< subject alternative names
    QStringList ipAddresses;
    QByteArray serial;          ///< hex
    QByteArray publicKeySha256; ///< of the SubjectPublicKeyInfo, lower-case hex
    bool isCa = false;          ///< basicConstraints CA:TRUE
    bool isVersion1 = false;    ///< without any extension: as an anchor it may sign
    bool isSelfSigned = false;  ///< subject is issuer and the key verifies the signature

    bool operator==(const CertificateFacts&) const = default;
};

/// Nothing where the bytes are no certificate.
std::optional<CertificateFacts> certificateFacts(const QByteArray& der);
/// The same ten times quicker, with nothing verified and no key decoded: for lists of thousands. What it takes for a
/// certificate may still be none to OpenSSL.
std::optional<CertificateSketch> certificateSketch(const QByteArray& der);
/// Lower-case hex without colons of any of the ways a SHA-256 fingerprint is written; nothing where it is none.
std::optional<QByteArray> readFingerprint(QStringView text);
/// In groups to be read aloud.
QString groupedFingerprint(const QByteArray& hex);

} // namespace stationer
