#include "connection/detectionrow.h"

#include "connection/stagewords.h"
#include "trust/trusttext.h"

#include <QCoreApplication>

namespace stationer {

using namespace Qt::StringLiterals;

Worth worthOf(const Report& report)
{
    if (report.outcome == Outcome::CertificateChallenged)
        return Worth::Challenged;
    if (report.outcome != Outcome::Succeeded)
        return Worth::Nothing;
    if (!report.trust)
        return Worth::Readable;
    switch (report.trust->verdict) {
    case Verdict::Trusted:
        return Worth::Trusted;
    case Verdict::Exempted:
        return Worth::Exempted;
    case Verdict::Challenged:
    case Verdict::Rejected: // neither succeeds
        return Worth::Nothing;
    }
    Q_UNREACHABLE();
}

QByteArrayList offeredMechanisms(const Report& report)
{
    const bool isClear = report.settings.security == SecurityMode::None;
    return isClear ? report.learnt.mechanismsBeforeTls : report.learnt.mechanismsAfterTls;
}

std::optional<qsizetype> bestOf(const QList<DetectionRow>& rows)
{
    std::optional<qsizetype> best;
    std::pair<Worth, bool> bestRank{Worth::Nothing, false};
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const std::pair rank{worthOf(rows[i].report), offeredMechanisms(rows[i].report).isEmpty()};
        if (rank.first != Worth::Nothing && (!best || rank < bestRank)) {
            best = i;
            bestRank = rank;
        }
    }
    return best;
}

QString answerOf(const DetectionRow& row)
{
    switch (worthOf(row.report)) {
    case Worth::Trusted:
    case Worth::Exempted:
        return QCoreApplication::translate("detection", "works");
    case Worth::Challenged:
        //: A way to connect that works as soon as the user has answered for the server's certificate
        return QCoreApplication::translate("detection", "works once the certificate is accepted");
    case Worth::Readable:
        return QCoreApplication::translate("detection", "works, not encrypted");
    case Worth::Nothing:
        return labelOf(row.report.outcome);
    }
    Q_UNREACHABLE();
}

QString certificateOf(const DetectionRow& row)
{
    if (!row.report.trust)
        return {};
    switch (row.report.trust->verdict) {
    case Verdict::Trusted:
        return QCoreApplication::translate("detection", "trusted");
    case Verdict::Exempted:
        return QCoreApplication::translate("detection", "accepted as exemption");
    case Verdict::Rejected:
        return QCoreApplication::translate("detection", "rejected");
    case Verdict::Challenged:
        break;
    }
    QStringList reasons;
    for (const TrustFinding& finding : row.report.trust->errors)
        if (const QString reason = labelOf(finding.error); !reasons.contains(reason))
            reasons += reason;
    return reasons.join(u", "_s);
}

} // namespace stationer
