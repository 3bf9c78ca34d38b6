#pragma once

#include "trust/certificatefacts.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <openssl/x509.h>

namespace stationer {

/// What stands in a certificate, as text that is safe to show: controls, bidi marks, invisible and unassigned characters are
/// the hex pairs of their UTF-8, as RFC 2253 writes bytes. For the .cpp files of this folder.
QString escaped(const QString& text);
QString hexDump(const QByteArray& bytes); ///< `#` and hex
QString nameText(const X509_NAME* name);  ///< RFC 2253
QString stringText(const ASN1_STRING* text);
/// One field of a name, the last one where there are several: it is the most specific.
QString fieldText(const X509_NAME* name, int nid);
QString addressText(const ASN1_OCTET_STRING* octets); ///< in its shortest form; of an odd length as hex
QString objectText(const ASN1_OBJECT* object);        ///< its name, else the numbers
/// UTC; invalid where it cannot be read.
QDateTime moment(const ASN1_TIME* time);
QString signatureText(const ASN1_OBJECT* algorithm); ///< `SHA-256 with RSA`, `Ed25519` …
void readNames(const X509_NAME* subject, const X509_NAME* issuer, CertificateSketch& sketch);

} // namespace stationer
