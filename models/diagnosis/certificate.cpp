#include "connection/showntext.h"
#include "diagnosis/cases.h"
#include "diagnosis/certificatewords.h"
#include "terms/dates.h"
#include "trust/hostname.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace stationer::diagnosis {

namespace {

/// The gravest first: what could be a forgery, what nobody vouches for, what belongs to another, what is only out of date.
constexpr std::array byGravity{
    TrustError::BadSignature, TrustError::Malformed,   TrustError::NameConstraint,
    TrustError::NotACa,       TrustError::PathLength,  TrustError::WrongPurpose,
    TrustError::SelfSigned,   TrustError::UnknownRoot, TrustError::MissingIssuer,
    TrustError::HostMismatch, TrustError::WeakKey,     TrustError::WeakSignature,
    TrustError::Expired,      TrustError::NotYetValid, TrustError::UnknownCriticalExtension,
    TrustError::Other,
};

const TrustFinding* gravest(const Judgement& judgement)
{
    for (const TrustError error : byGravity)
        for (const TrustFinding& finding : judgement.errors)
            if (finding.error == error)
                return &finding;
    return nullptr;
}

QString compareFingerprint(const Judgement& judgement)
{
    return QCoreApplication::translate("diagnosis", "Compare this fingerprint with the server's owner by phone: %1")
        .arg(fingerprint(judgement));
}

Diagnosis unknownRoot(const Judgement& judgement)
{
    const QString issuer = issuerOf(judgement);
    return {QCoreApplication::translate("diagnosis", "This computer does not know who signed this server's certificate."),
            joined({QCoreApplication::translate(
                        "diagnosis", "It is signed by «%1», which is in neither trust store. That is normal for a "
                                     "company's own mail server; a spy's server would look the same. Ask the customer's "
                                     "IT for their root CA file, or compare this fingerprint with them by phone: %2")
                        .arg(issuer, fingerprint(judgement))}),
            {}};
}

Diagnosis missingIssuer(const Judgement& judgement)
{
    const QString issuer = issuerOf(judgement);
    return {QCoreApplication::translate("diagnosis", "This computer cannot find out who signed this server's certificate."),
            joined({QCoreApplication::translate(
                        "diagnosis", "It is signed by «%1», whose certificate the server did not send and neither trust "
                                     "store has. Either the server leaves out an intermediate certificate: then its "
                                     "owner has to add it. Or «%1» is a company's own root CA: then ask the customer's "
                                     "IT for the root CA file. A spy's server would look the same.")
                        .arg(issuer),
                    compareFingerprint(judgement)}),
            {}};
}

Diagnosis selfSigned(const Judgement& judgement)
{
    const QString names = namesText(leafOf(judgement));
    return {QCoreApplication::translate("diagnosis", "This server vouches for itself. Nobody else does."),
            joined({QCoreApplication::translate(
                        "diagnosis", "Common on new or small mail servers. Accept only if the fingerprint is the one "
                                     "shown on the server: %1 The exemption holds for this host, port and certificate "
                                     "only. Replace it with the root CA later.")
                        .arg(fingerprint(judgement)),
                    names.isEmpty() ? QString()
                                    : QCoreApplication::translate("diagnosis", "The certificate names %1.").arg(names)}),
            {}};
}

/// Why a certificate that seems to have the right name does not count for it (RFC 9525).
QString nearlyNamed(const CertificateFacts& leaf, const QString& typed)
{
    const std::optional<QString> host = normalisedHost(typed);
    const auto isHost = [&host](const QString& name) { return host && normalisedHost(name) == host; };
    if (host && isIpAddress(*host) && std::any_of(leaf.dnsNames.begin(), leaf.dnsNames.end(), isHost))
        return QCoreApplication::translate("diagnosis",
                                           "The address stands in the certificate as a host name (dNSName), which does not "
                                           "count for an address. Ask the server's owner for a new certificate with the "
                                           "address as an IP address, or type a host name that the certificate has.");
    if (leaf.dnsNames.isEmpty() && leaf.ipAddresses.isEmpty() && isHost(leaf.commonName))
        return QCoreApplication::translate("diagnosis",
                                           "It has %1 as its common name alone, and the common name no longer counts. Ask "
                                           "the server's owner for a new certificate with the name as an alternative name. "
                                           "A station with an older Java may still accept it.")
            .arg(shownText(typed.toUtf8(), 120));
    return {};
}

Diagnosis hostMismatch(const Report& report, const Judgement& judgement)
{
    const CertificateFacts leaf = leafOf(judgement);
    const QString name = likelyName(leaf, report.settings.server.host);
    const bool isAlone = judgement.errors.size() == 1;
    QStringList body{QCoreApplication::translate("diagnosis", "You typed %1.").arg(shownHost(report))};
    const QString nearly = nearlyNamed(leaf, report.settings.server.host);
    if (!namesText(leaf).isEmpty())
        body += QCoreApplication::translate("diagnosis", "The certificate names %1.").arg(namesText(leaf));
    else if (nearly.isEmpty())
        body += QCoreApplication::translate("diagnosis", "The certificate names no host at all.");
    body += nearly;
    if (isAlone)
        body += QCoreApplication::translate("diagnosis", "Its signature is trusted.");
    if (!name.isEmpty())
        body += QCoreApplication::translate("diagnosis", "Most likely the Hostname should be %1.").arg(name);
    return {QCoreApplication::translate("diagnosis", "The certificate is for another name."), joined(body), {}};
}

Diagnosis expired(const Report& report, const Judgement& judgement, const TrustFinding& finding)
{
    const CertificateFacts certificate = certificateAt(judgement, finding.depth);
    const qint64 days = std::max<qint64>(0, certificate.notAfter.daysTo(report.began));
    const QString date = shownDay(certificate.notAfter);
    // Only an anchor of this computer is an end of the chain that nobody else has to vouch for.
    if (finding.depth > 0 && certificate.subject == certificate.issuer)
        return {
            QCoreApplication::translate("diagnosis", "A root CA in this computer's trust store ran out on %1.").arg(date),
            joined({QCoreApplication::translate(
                        "diagnosis", "This computer's root «%1» is out of date; the server's own certificate may be in "
                                     "order. Update this computer's root certificates, or import the CA's newer root. "
                                     "The station has trust stores of its own, which may know the newer root already.")
                        .arg(shownText(certificate.commonName.toUtf8(), 120)),
                    clockHint(report, judgement)}),
            {}};
    Diagnosis diagnosis;
    if (finding.depth > 0)
        diagnosis.headline =
            QCoreApplication::translate("diagnosis", "A certificate above the server's ran out on %1.").arg(date);
    else if (days == 0)
        diagnosis.headline = QCoreApplication::translate("diagnosis", "The certificate ran out today, on %1.").arg(date);
    else if (days == 1)
        diagnosis.headline = QCoreApplication::translate("diagnosis", "The certificate ran out 1 day ago, on %1.").arg(date);
    else
        diagnosis.headline =
            QCoreApplication::translate("diagnosis", "The certificate ran out %1 days ago, on %2.").arg(days).arg(date);
    const bool isAlone = judgement.errors.size() == 1;
    diagnosis.body =
        joined({isAlone ? QCoreApplication::translate("diagnosis", "Everything else is in order.") : QString(),
                QCoreApplication::translate(
                    "diagnosis", "Ask the mail server's owner to renew it. This computer's clock says %1; if that is "
                                 "wrong, set it and test again.")
                    .arg(shownMoment(report.began)),
                clockHint(report, judgement)});
    return diagnosis;
}

Diagnosis notYetValid(const Report& report, const Judgement& judgement, const TrustFinding& finding)
{
    return {QCoreApplication::translate("diagnosis", "The certificate is valid only from %1 on.")
                .arg(shownDay(certificateAt(judgement, finding.depth).notBefore)),
            joined({QCoreApplication::translate(
                        "diagnosis", "This computer's clock says %1. Most likely the clock is slow: set it and test again. "
                                     "If it is right, ask the mail server's owner.")
                        .arg(shownMoment(report.began)),
                    clockHint(report, judgement)}),
            {}};
}

Diagnosis changed(const Judgement& judgement)
{
    return {QCoreApplication::translate("diagnosis", "This is not the certificate you accepted on %1.")
                .arg(shownDay(judgement.row->created)),
            QCoreApplication::translate(
                "diagnosis", "It may have been renewed, or someone is standing in between. Ask the server's owner "
                             "whether it was replaced. The differences are marked below."),
            {}};
}

/// Faults that no answer of the user makes right: the server's owner has to mend the certificate.
Diagnosis faulty(const Report& report, const Judgement& judgement, const TrustFinding& finding, const QString& headline)
{
    return {headline,
            joined({describe(finding, judgement, report.began),
                    QCoreApplication::translate("diagnosis", "Ask the mail server's owner for a proper certificate."),
                    compareFingerprint(judgement)}),
            {}};
}

Diagnosis ofError(const Report& report, const Judgement& judgement, const TrustFinding& finding)
{
    switch (finding.error) {
    case TrustError::UnknownRoot:
        return unknownRoot(judgement);
    case TrustError::MissingIssuer:
        return missingIssuer(judgement);
    case TrustError::SelfSigned:
        return selfSigned(judgement);
    case TrustError::HostMismatch:
        return hostMismatch(report, judgement);
    case TrustError::Expired:
        return expired(report, judgement, finding);
    case TrustError::NotYetValid:
        return notYetValid(report, judgement, finding);
    case TrustError::BadSignature:
        return faulty(
            report, judgement, finding,
            QCoreApplication::translate("diagnosis", "The certificate has been altered, or its signature is forged."));
    case TrustError::Malformed:
        return faulty(report, judgement, finding,
                      QCoreApplication::translate("diagnosis", "The certificate cannot be read."));
    case TrustError::WeakKey:
    case TrustError::WeakSignature:
        return faulty(report, judgement, finding,
                      QCoreApplication::translate("diagnosis", "The certificate is too weak to prove anything."));
    case TrustError::NotACa:
    case TrustError::PathLength:
    case TrustError::NameConstraint:
        return faulty(report, judgement, finding,
                      QCoreApplication::translate(
                          "diagnosis", "The certificate was signed by someone who may not sign certificates for this "
                                       "server."));
    case TrustError::WrongPurpose:
        return faulty(report, judgement, finding,
                      QCoreApplication::translate("diagnosis", "The certificate is not made for a server."));
    case TrustError::UnknownCriticalExtension:
    case TrustError::Other:
        return faulty(report, judgement, finding,
                      QCoreApplication::translate("diagnosis", "The certificate could not be verified."));
    }
    Q_UNREACHABLE();
}

} // namespace

Diagnosis certificateChallenged(const Report& report)
{
    const Judgement judgement = report.trust.value_or(Judgement());
    const TrustFinding* finding = gravest(judgement);
    const bool isChanged = judgement.isIdentityChanged && judgement.row && judgement.row->approval == Approval::Approved;
    Diagnosis diagnosis;
    if (isChanged)
        diagnosis = changed(judgement);
    else if (finding)
        diagnosis = ofError(report, judgement, *finding);
    else
        diagnosis.headline = QCoreApplication::translate("diagnosis", "The certificate could not be verified.");
    QStringList others;
    for (const TrustFinding& one : judgement.errors)
        if (isChanged || !finding || !(one == *finding))
            others += describe(one, judgement, report.began);
    //: What follows is a list of further things that are wrong with a certificate
    const QString besides =
        others.isEmpty() ? QString() : QCoreApplication::translate("diagnosis", "Besides:") + u' ' + joined(others);
    diagnosis.body = joined({diagnosis.body, isChanged ? joined(others) : besides});
    const bool isMismatch = std::any_of(judgement.errors.begin(), judgement.errors.end(),
                                        [](const auto& one) { return one.error == TrustError::HostMismatch; });
    if (const QString name = likelyName(leafOf(judgement), report.settings.server.host); isMismatch && !name.isEmpty())
        diagnosis.remedies = {hostName(name)};
    diagnosis.answers = {Answer::ReviewCertificate};
    return diagnosis;
}

Diagnosis certificateRejected(const Report& report)
{
    const bool hasDate = report.trust && report.trust->row && report.trust->row->created.isValid();
    return {hasDate ? QCoreApplication::translate("diagnosis", "You rejected this server's certificate on %1.")
                          .arg(shownDay(report.trust->row->created))
                    : QCoreApplication::translate("diagnosis", "You rejected this server's certificate."),
            QCoreApplication::translate("diagnosis",
                                        "Every test of %1 ends here until its row in Allowed Hosts is approved or deleted.")
                .arg(shownText(report.settings.server.toString().toUtf8(), 255)),
            {},
            {Answer::ReviewCertificate}};
}

} // namespace stationer::diagnosis
