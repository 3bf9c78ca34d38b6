#pragma once

#include "rows/accountrow.h"

#include <QList>
#include <QString>

namespace stationer {

/// How many accounts stand how, by their last tests with the values that they have now.
struct AccountsTally {
    int passed = 0;
    int withoutSignIn = 0; ///< everything but the sign-in, for want of a password
    int failed = 0;
    int accountsToReview = 0;
    int certificatesToReview = 0; ///< one a host, port and certificate
    int untested = 0;             ///< enabled, and not tested with these values

    int failOnStation = 0; ///< what the station would meet, whatever came of the test here

    bool operator==(const AccountsTally&) const = default;
};

AccountsTally tallyOf(const QList<AccountRow>& rows);
/// «5 passed, 1 failed, 2 certificates to review»; empty where nothing was tested.
QString summaryOf(const AccountsTally& tally);

} // namespace stationer
