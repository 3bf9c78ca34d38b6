#include "views/connection/verdictwords.h"

#include "terms/dates.h"
#include "views/common/plaintext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TestPanel)
};

bool isAboutCertificate(Outcome outcome)
{
    return outcome == Outcome::CertificateChallenged || outcome == Outcome::CertificateRejected;
}

} // namespace

QString placeText(const Report& report)
{
    QStringList parts;
    QString server = shownOnOneLine(report.settings.server.toString(), 120);
    for (const ConnectAttempt& attempt : report.attempts)
        if (attempt.succeeded)
            server += u", "_s + attempt.address.toString();
    parts += server;
    if (report.dialled)
        //: %1 is a host and port, such as a tunnel's end
        parts += Words::tr("connected to %1, names verified as typed").arg(shownOnOneLine(report.dialled->toString(), 120));
    parts += report.from.isEmpty()
                 ? Words::tr("from this computer; the station's firewall, DNS and clock may differ")
                 : Words::tr("from this computer, %1; the station's firewall, DNS and clock may differ").arg(report.from);
    if (!report.unsavedSlots.isEmpty())
        parts += Words::tr("tested with unsaved changes: %1").arg(report.unsavedSlots.join(u", "_s));
    return parts.join(u"  ·  "_s);
}

QString certificateText(const Report& report, const QString& body)
{
    if (!report.trust || report.trust->sent.isEmpty() || !isAboutCertificate(report.outcome))
        return {};
    const CertificateFacts& leaf = report.trust->sent.first();
    const QString issuer = shownOnOneLine(leaf.issuerName, 120);
    const QString until = shownDay(leaf.notAfter);
    const QString fingerprint = groupedFingerprint(leaf.sha256);
    if (body.contains(fingerprint))
        return Words::tr("Issued by %1  ·  valid until %2").arg(issuer, until);
    return Words::tr("Issued by %1  ·  valid until %2  ·  SHA-256 %3").arg(issuer, until, fingerprint);
}

QString breakable(const QString& text)
{
    constexpr int longestWord = 36;
    QString broken;
    broken.reserve(text.size());
    int word = 0;
    for (const QChar character : text) {
        word = character.isSpace() ? 0 : word + 1;
        if (word > longestWord && !character.isLowSurrogate()) {
            broken += QChar(0x200b);
            word = 1;
        }
        broken += character;
    }
    return broken;
}

} // namespace stationer
