#include "rows/accountstally.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace stationer {

AccountsTally tallyOf(const QList<AccountRow>& rows)
{
    AccountsTally tally;
    QSet<QString> certificates;
    for (const AccountRow& row : rows) {
        tally.failOnStation += row.forecast == Forecast::Fails;
        switch (row.standing) {
        case Standing::Untested:
            tally.untested += row.isEnabled;
            break;
        case Standing::Passed:
            ++tally.passed;
            break;
        case Standing::WithoutSignIn:
            ++tally.withoutSignIn;
            break;
        case Standing::ToReview:
            ++tally.accountsToReview;
            certificates.insert(row.challenge);
            break;
        case Standing::Failed:
            ++tally.failed;
            break;
        }
    }
    tally.certificatesToReview = int(certificates.size());
    return tally;
}

QString summaryOf(const AccountsTally& tally)
{
    QStringList parts;
    if (tally.passed > 0)
        //: Of connection tests
        parts += QCoreApplication::translate("accounts", "%n passed", nullptr, tally.passed);
    if (tally.failed > 0)
        parts += QCoreApplication::translate("accounts", "%n failed", nullptr, tally.failed);
    if (tally.withoutSignIn > 0)
        parts += QCoreApplication::translate("accounts", "%n reached without signing in", nullptr, tally.withoutSignIn);
    if (tally.certificatesToReview > 0) {
        const QString certificates =
            tally.certificatesToReview == 1
                ? QCoreApplication::translate("accounts", "1 certificate to review")
                : QCoreApplication::translate("accounts", "%n certificates to review", nullptr, tally.certificatesToReview);
        parts += tally.accountsToReview == tally.certificatesToReview
                     ? certificates
                     //: %1 is such as «2 certificates to review»
                     : QCoreApplication::translate("accounts", "%1 (%n accounts)", nullptr, tally.accountsToReview)
                           .arg(certificates);
    }
    if (!parts.isEmpty() && tally.untested > 0)
        parts += QCoreApplication::translate("accounts", "%n not tested", nullptr, tally.untested);
    if (tally.failOnStation > 0)
        parts += QCoreApplication::translate("accounts", "%n would fail on the station", nullptr, tally.failOnStation);
    return parts.join(u", "_s);
}

} // namespace stationer
