#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace stationer {

/// One extension of a certificate (RFC 5280, 4.2), for people.
struct CertificateExtension {
    QString oid;
    QString name;    ///< translated; of one that nobody knows the numbers
    QString meaning; ///< one translated sentence; empty where nobody knows
    bool isCritical = false;
    bool isKnown = false; ///< else `values` is its content in hex
    QStringList values;   ///< one a row, safe to show as plain text, cut
    int omitted = 0;      ///< how many values more there are

    bool operator==(const CertificateExtension&) const = default;
};

/// One field of a subject or issuer.
struct NameField {
    QString label; ///< `CN`, `O`, or the numbers
    QString value;

    bool operator==(const NameField&) const = default;
};

/// What the viewer shows of a certificate beside its CertificateFacts. Whatever the certificate holds, no list is longer
/// than MostValues and no text longer than LongestText.
struct CertificateDetails {
    static constexpr int MostValues = 250;
    static constexpr qsizetype LongestText = 500;

    int version = 0; ///< 1 to 3
    QList<NameField> subject, issuer;
    QList<CertificateExtension> extensions; ///< in their order
    QByteArray publicKey;                   ///< the bits of the key in hex, cut
    QByteArray sha1;                        ///< fingerprint, hex: older tools and people still compare it
};

std::optional<CertificateDetails> certificateDetails(const QByteArray& der);

} // namespace stationer
