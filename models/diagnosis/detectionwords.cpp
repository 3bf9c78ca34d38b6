#include "diagnosis/detectionwords.h"

#include "diagnosis/stagewords.h"
#include "trust/trusttext.h"

#include <QCoreApplication>

namespace stationer {

using namespace Qt::StringLiterals;

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
