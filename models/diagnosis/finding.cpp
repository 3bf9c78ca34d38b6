#include "connection/showntext.h"
#include "diagnosis/certificatewords.h"
#include "diagnosis/diagnosis.h"
#include "terms/dates.h"

#include <QCoreApplication>

#include <algorithm>

namespace stationer {

namespace {

/// «The server's certificate», or the name of one above it.
QString nameOfCertificate(const CertificateFacts& certificate, int depth)
{
    if (depth == 0)
        return QCoreApplication::translate("diagnosis", "The server's certificate");
    const QString name = certificate.commonName.isEmpty() ? certificate.subject : certificate.commonName;
    return QCoreApplication::translate("diagnosis", "The certificate of «%1»").arg(shownText(name.toUtf8(), 120));
}

} // namespace

QString describe(const TrustFinding& finding, const Judgement& judgement, const QDateTime& now)
{
    const CertificateFacts certificate = diagnosis::certificateAt(judgement, finding.depth);
    const QString name = nameOfCertificate(certificate, finding.depth);
    const QString issuer =
        shownText((certificate.issuerName.isEmpty() ? certificate.issuer : certificate.issuerName).toUtf8(), 120);
    // In all of these %1 is «The server's certificate» or «The certificate of …».
    switch (finding.error) {
    case TrustError::Expired:
        return QCoreApplication::translate("diagnosis", "%1 ran out on %2, %3 days ago.")
            .arg(name, shownDay(certificate.notAfter),
                 QString::number(std::max<qint64>(0, certificate.notAfter.daysTo(now))));
    case TrustError::NotYetValid:
        return QCoreApplication::translate("diagnosis", "%1 is valid only from %2 on.")
            .arg(name, shownDay(certificate.notBefore));
    case TrustError::HostMismatch:
        return QCoreApplication::translate("diagnosis", "%1 is for another name than the Hostname.").arg(name);
    case TrustError::SelfSigned:
        return QCoreApplication::translate("diagnosis", "%1 is signed by nobody but itself.").arg(name);
    case TrustError::UnknownRoot:
        return QCoreApplication::translate("diagnosis", "%1 is a root CA that is in neither trust store.").arg(name);
    case TrustError::MissingIssuer:
        return QCoreApplication::translate(
                   "diagnosis", "%1 is signed by «%2», whose certificate was not sent and is in neither trust store.")
            .arg(name, issuer);
    case TrustError::NotACa:
        return QCoreApplication::translate("diagnosis", "%1 signs others, but is not the certificate of a CA.").arg(name);
    case TrustError::WrongPurpose:
        return QCoreApplication::translate("diagnosis", "%1 is not meant for a server's identity.").arg(name);
    case TrustError::WeakKey:
        //: %2 is a kind of key, %3 its size in bits
        return QCoreApplication::translate("diagnosis", "%1 has a key that is too weak (%2, %3 bits).")
            .arg(name, certificate.keyAlgorithm, QString::number(certificate.keyBits));
    case TrustError::WeakSignature:
        return QCoreApplication::translate("diagnosis", "%1 has a signature that is too weak (%2).")
            .arg(name, certificate.signatureAlgorithm);
    case TrustError::NameConstraint:
        return QCoreApplication::translate("diagnosis", "%1 has a name that the CA above it may not vouch for.").arg(name);
    case TrustError::PathLength:
        return QCoreApplication::translate("diagnosis", "%1 stands below more CAs than the one above allows.").arg(name);
    case TrustError::UnknownCriticalExtension:
        return QCoreApplication::translate("diagnosis", "%1 has a condition that nobody here understands.").arg(name);
    case TrustError::BadSignature:
        return QCoreApplication::translate("diagnosis", "%1 has a signature that is wrong.").arg(name);
    case TrustError::Malformed:
        return QCoreApplication::translate("diagnosis", "%1 is damaged.").arg(name);
    case TrustError::Other:
        return QCoreApplication::translate("diagnosis", "%1 does not stand up to the check.").arg(name);
    }
    Q_UNREACHABLE();
}

} // namespace stationer
