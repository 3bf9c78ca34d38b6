#include "rows/rememberedtest.h"

#include "rows/standing.h"

namespace stationer {

namespace {

/// As much of a report as these few words and signs are made of.
Report reportOf(const RememberedTest& test)
{
    Report report;
    report.outcome = test.outcome;
    report.depth = test.isWithoutSignIn ? Depth::Connect : Depth::Login;
    report.settings.account = QString();
    return report;
}

} // namespace

QString endOf(const RememberedTest& test)
{
    return endOf(reportOf(test));
}

Badge badgeOf(const RememberedTest& test)
{
    return badgeOf(reportOf(test));
}

std::optional<CertificateEnd> certificateEnd(const RememberedTest& test, const QDateTime& now)
{
    if (!test.certificateEnd.isValid())
        return std::nullopt;
    return CertificateEnd{.name = test.server,
                          .subject = {},
                          .issuer = {},
                          .notAfter = test.certificateEnd,
                          .days = now.daysTo(test.certificateEnd),
                          .isEnded = test.certificateEnd < now};
}

} // namespace stationer
