#include "diagnosis/cases.h"
#include "diagnosis/certificatewords.h"
#include "terms/dates.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace stationer::diagnosis {

namespace {

/// The server's own time, where its greeting tells it as many SMTP servers do: `… Mon, 23 Nov 2026 12:00:00 +0100`.
std::optional<QDateTime> serverTime(const Report& report)
{
    static const QRegularExpression pattern(u"\\b\\d{1,2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} [+-]\\d{4}"_s);
    const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(report.learnt.greeting.left(512)));
    const QDateTime time = QDateTime::fromString(match.captured(), Qt::RFC2822Date);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

bool isValidAt(const CertificateFacts& certificate, const QDateTime& time)
{
    return certificate.notBefore <= time && time <= certificate.notAfter;
}

/// Whether no certificate of the chain is valid by this computer's clock. One may have been forgotten, all hardly ever.
bool isWholeChainOff(const Judgement& judgement, const QDateTime& now)
{
    return judgement.built.size() > 1 &&
           std::none_of(judgement.built.begin(), judgement.built.end(),
                        [&now](const CertificateFacts& certificate) { return isValidAt(certificate, now); });
}

} // namespace

QString clockHint(const Report& report, const Judgement& judgement)
{
    const QDateTime now = report.began;
    const QDateTime made(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC); // no clock can rightly be before this program was made
    const std::optional<QDateTime> theirs = serverTime(report);
    QString hint;
    if (now < made)
        hint = QCoreApplication::translate("diagnosis", "This computer's clock is certainly wrong.");
    else if (theirs && qAbs(theirs->secsTo(now)) > 24 * 3600 && isValidAt(leafOf(judgement), *theirs))
        hint = QCoreApplication::translate("diagnosis", "The server's clock says %1, and by that the certificate is valid: "
                                                        "most likely this computer's clock is wrong.")
                   .arg(shownMoment(*theirs));
    else if (isWholeChainOff(judgement, now))
        hint =
            QCoreApplication::translate("diagnosis", "By this computer's clock not one certificate of the chain is valid, "
                                                     "which hardly ever happens: most likely the clock is wrong.");
    else
        return {};
    return joined({hint, QCoreApplication::translate(
                             "diagnosis", "The station checks certificates by its own clock; look at that one too.")});
}

} // namespace stationer::diagnosis
