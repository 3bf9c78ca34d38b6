#include "connection/diagnosiscases.h"
#include "connection/diagnosisscanners.h"

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

QString day(const QDateTime& time)
{
    return time.toLocalTime().toString(u"yyyy-MM-dd"_s);
}

QString moment(const QDateTime& time)
{
    return time.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
}

const CertificateFacts& leafOf(const Judgement& judgement)
{
    static const CertificateFacts none;
    return judgement.sent.isEmpty() ? none : judgement.sent.first();
}

const CertificateFacts& certificateAt(const Judgement& judgement, int depth)
{
    const QList<CertificateFacts>& chain = depth < judgement.built.size() ? judgement.built : judgement.sent;
    return depth >= 0 && depth < chain.size() ? chain.at(depth) : leafOf(judgement);
}

/// Who would have to be known: the root that was reached, or the one who signed the last certificate that was.
QString issuerOf(const Judgement& judgement)
{
    const CertificateFacts& last = judgement.built.isEmpty() ? leafOf(judgement) : judgement.built.last();
    return last.issuerName.isEmpty() ? last.issuer : last.issuerName;
}

QString fingerprint(const Judgement& judgement)
{
    return groupedFingerprint(leafOf(judgement).sha256);
}

QStringList namesOf(const CertificateFacts& certificate)
{
    return certificate.dnsNames + certificate.ipAddresses;
}

QString namesText(const CertificateFacts& certificate)
{
    constexpr qsizetype shown = 6;
    const QStringList names = namesOf(certificate);
    const QString text = names.mid(0, shown).join(u", "_s);
    if (names.size() <= shown)
        return text;
    //: %1 is a list of names, %2 how many more there are
    return QCoreApplication::translate("diagnosis", "%1 and %2 more").arg(text).arg(names.size() - shown);
}

/// How many labels two names share, counted from the right.
qsizetype kinship(const QString& name, const QString& host)
{
    const QStringList one = name.toLower().split(u'.');
    const QStringList other = host.toLower().split(u'.');
    qsizetype shared = 0;
    while (shared < one.size() && shared < other.size() &&
           one.at(one.size() - 1 - shared) == other.at(other.size() - 1 - shared))
        ++shared;
    return shared;
}

/// The name the Hostname should most likely be: one that can be typed, the nearest to what was.
QString likelyName(const CertificateFacts& certificate, const QString& host)
{
    QString best;
    for (const QString& name : namesOf(certificate))
        if (!name.contains(u'*') && normalisedHost(name) && (best.isEmpty() || kinship(name, host) > kinship(best, host)))
            best = name;
    return best;
}

QString scanner(const QString& issuer)
{
    const bool isScanner = std::any_of(scannerNames.begin(), scannerNames.end(), [&issuer](QLatin1StringView name) {
        return issuer.contains(name, Qt::CaseInsensitive);
    });
    if (!isScanner)
        return {};
    return QCoreApplication::translate(
               "diagnosis", "«%1» looks like a virus scanner or an inspecting firewall near this computer, which opens "
                            "encrypted connections to look inside. Switch its mail scanning off and test again: the "
                            "station may not go through it.")
        .arg(issuer);
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
                        .arg(issuer, fingerprint(judgement)),
                    scanner(issuer)}),
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
                    compareFingerprint(judgement), scanner(issuer)}),
            {}};
}

Diagnosis selfSigned(const Judgement& judgement)
{
    return {QCoreApplication::translate("diagnosis", "This server vouches for itself. Nobody else does."),
            joined({QCoreApplication::translate(
                        "diagnosis", "Common on new or small mail servers. Accept only if the fingerprint is the one "
                                     "shown on the server: %1 The exemption holds for this host, port and certificate "
                                     "only. Replace it with the root CA later.")
                        .arg(fingerprint(judgement)),
                    scanner(issuerOf(judgement))}),
            {}};
}

Diagnosis hostMismatch(const Report& report, const Judgement& judgement)
{
    const CertificateFacts& leaf = leafOf(judgement);
    const QString name = likelyName(leaf, report.settings.server.host);
    const bool isAlone = judgement.errors.size() == 1;
    QStringList body{QCoreApplication::translate("diagnosis", "You typed %1.").arg(shownHost(report))};
    body += namesOf(leaf).isEmpty()
                ? QCoreApplication::translate("diagnosis", "The certificate names no host at all.")
                : QCoreApplication::translate("diagnosis", "The certificate names %1.").arg(namesText(leaf));
    if (isAlone)
        body += QCoreApplication::translate("diagnosis", "Its signature is trusted.");
    if (!name.isEmpty())
        body += QCoreApplication::translate("diagnosis", "Most likely the Hostname should be %1.").arg(name);
    Diagnosis diagnosis{QCoreApplication::translate("diagnosis", "The certificate is for another name."), joined(body), {}};
    if (!name.isEmpty())
        diagnosis.remedies = {hostName(name)};
    return diagnosis;
}

Diagnosis expired(const Report& report, const Judgement& judgement, const TrustFinding& finding)
{
    const CertificateFacts& certificate = certificateAt(judgement, finding.depth);
    const qint64 days = std::max<qint64>(0, certificate.notAfter.daysTo(report.began));
    const QString date = day(certificate.notAfter);
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
                    .arg(moment(report.began))});
    return diagnosis;
}

Diagnosis notYetValid(const Report& report, const Judgement& judgement, const TrustFinding& finding)
{
    return {QCoreApplication::translate("diagnosis", "The certificate is valid only from %1 on.")
                .arg(day(certificateAt(judgement, finding.depth).notBefore)),
            QCoreApplication::translate(
                "diagnosis", "This computer's clock says %1. Most likely the clock is slow: set it and test again. If it "
                             "is right, ask the mail server's owner.")
                .arg(moment(report.began)),
            {}};
}

Diagnosis changed(const Judgement& judgement)
{
    return {QCoreApplication::translate("diagnosis", "This is not the certificate you accepted on %1.")
                .arg(day(judgement.row->created)),
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
    diagnosis.body = joined({diagnosis.body, isChanged ? joined(others) : besides, passwordNotSent()});
    return diagnosis;
}

Diagnosis certificateRejected(const Report& report)
{
    const bool hasDate = report.trust && report.trust->row && report.trust->row->created.isValid();
    return {hasDate ? QCoreApplication::translate("diagnosis", "You rejected this server's certificate on %1.")
                          .arg(day(report.trust->row->created))
                    : QCoreApplication::translate("diagnosis", "You rejected this server's certificate."),
            joined({QCoreApplication::translate(
                        "diagnosis", "Every test of %1 ends here until its row in Allowed Hosts is approved or deleted.")
                        .arg(report.settings.server.toString()),
                    passwordNotSent()}),
            {}};
}

} // namespace stationer::diagnosis
