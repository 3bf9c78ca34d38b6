#include "connection/detectionrow.h"

namespace stationer {

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

} // namespace stationer
