#include "diagnosis/certificatewords.h"

#include "connection/report.h"
#include "connection/showntext.h"
#include "diagnosis/scanners.h"
#include "trust/hostname.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace stationer::diagnosis {

namespace {

QStringList namesOf(const CertificateFacts& certificate)
{
    return certificate.dnsNames + certificate.ipAddresses;
}

/// Names in a certificate can be of any length.
QString cut(const QString& name)
{
    return shownText(name.toUtf8(), 120);
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

/// A mail server's name is the likelier one among equals.
qsizetype likeness(const QString& name, const QString& host)
{
    static constexpr std::array words{"mail"_L1, "smtp"_L1, "imap"_L1, "pop"_L1};
    const QString first = name.section(u'.', 0, 0);
    const bool isMail =
        std::any_of(words.begin(), words.end(), [&first](auto word) { return first.contains(word, Qt::CaseInsensitive); });
    return 2 * kinship(name, host) + (isMail ? 1 : 0);
}

} // namespace

CertificateFacts leafOf(const Judgement& judgement)
{
    return judgement.sent.isEmpty() ? CertificateFacts() : judgement.sent.first();
}

CertificateFacts certificateAt(const Judgement& judgement, int depth)
{
    const QList<CertificateFacts>& chain = depth < judgement.built.size() ? judgement.built : judgement.sent;
    return depth >= 0 && depth < chain.size() ? chain.at(depth) : CertificateFacts();
}

QString issuerOf(const Judgement& judgement)
{
    const CertificateFacts last = judgement.built.isEmpty() ? leafOf(judgement) : judgement.built.last();
    return cut(last.issuerName.isEmpty() ? last.issuer : last.issuerName);
}

QString fingerprint(const Judgement& judgement)
{
    return groupedFingerprint(leafOf(judgement).sha256);
}

QString namesText(const CertificateFacts& certificate)
{
    constexpr qsizetype shown = 6;
    const QStringList names = namesOf(certificate);
    QStringList first = names.mid(0, shown);
    std::ranges::transform(first, first.begin(), cut);
    const QString text = first.join(u", "_s);
    if (names.size() <= shown)
        return text;
    //: %1 is a list of names, %2 how many more there are
    return QCoreApplication::translate("diagnosis", "%1 and %2 more").arg(text, QString::number(names.size() - shown));
}

bool isLoopback(const QString& host)
{
    return host == "localhost"_L1 || host.startsWith("localhost."_L1) || host.endsWith(".localhost"_L1) ||
           QHostAddress(host).isLoopback();
}

QString likelyName(const CertificateFacts& certificate, const QString& host)
{
    QString best;
    for (const QString& name : namesOf(certificate))
        if (const std::optional<QString> normal = normalisedHost(name);
            name.size() <= 253 && !name.contains(u'*') && normal && *normal != normalisedHost(host) &&
            !isLoopback(*normal) && !(isIpAddress(*normal) && certificate.dnsNames.contains(name)) &&
            (best.isEmpty() || likeness(name, host) > likeness(best, host)))
            best = name;
    return best;
}

QString scannerHint(const QString& issuer)
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

} // namespace stationer::diagnosis
