#include "diagnosis/stagewords.h"

#include "trust/judge.h"
#include "trust/trusttext.h"

#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr int stageCount = int(Stage::Arrival) + 1;
constexpr int outcomeCount = int(Outcome::Cancelled) + 1;

template <class Name>
std::optional<Name> named(QStringView text, int count)
{
    for (int i = 0; i < count; ++i)
        if (text == nameOf(Name(i)))
            return Name(i);
    return std::nullopt;
}

/// `challenged: unknownRoot` and `trusted, user` in words: the reasons, or which store vouched; the verdict is the stage's
/// status.
QString shownJudgement(const QString& detail)
{
    if (detail == "trusted, system"_L1)
        return QCoreApplication::translate("diagnosis", "by the System Trust Store");
    if (detail == "trusted, user"_L1)
        return QCoreApplication::translate("diagnosis", "by the User Trust Store");
    const qsizetype colon = detail.indexOf(u": "_s);
    if (colon < 0)
        return detail;
    QStringList reasons;
    for (const QString& code : detail.sliced(colon + 2).split(u", "_s))
        if (const std::optional<TrustError> error = trustErrorNamed(code))
            reasons += labelOf(*error);
    return reasons.join(u", "_s);
}

} // namespace

QString labelOf(StageStatus status)
{
    switch (status) {
    case StageStatus::Passed:
        return QCoreApplication::translate("diagnosis", "passed");
    case StageStatus::Failed:
        return QCoreApplication::translate("diagnosis", "failed");
    case StageStatus::Skipped:
        return QCoreApplication::translate("diagnosis", "not run");
    }
    Q_UNREACHABLE();
}

QString labelOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Succeeded:
        return QCoreApplication::translate("diagnosis", "passed");
    case Outcome::SettingInvalid:
        return QCoreApplication::translate("diagnosis", "a property has to be set");
    case Outcome::HostNotFound:
        return QCoreApplication::translate("diagnosis", "host not found");
    case Outcome::Unreachable:
        return QCoreApplication::translate("diagnosis", "not reachable");
    case Outcome::TimedOut:
        return QCoreApplication::translate("diagnosis", "no answer in time");
    case Outcome::WrongMode:
        return QCoreApplication::translate("diagnosis", "wrong security mode");
    case Outcome::WrongService:
        return QCoreApplication::translate("diagnosis", "another service answers");
    case Outcome::GreetingRefused:
        return QCoreApplication::translate("diagnosis", "turned away");
    case Outcome::StartTlsMissing:
        return QCoreApplication::translate("diagnosis", "no encryption offered");
    case Outcome::StartTlsRefused:
        return QCoreApplication::translate("diagnosis", "encryption refused");
    case Outcome::StartTlsInjected:
        return QCoreApplication::translate("diagnosis", "attack recognised");
    case Outcome::TlsFailed:
        return QCoreApplication::translate("diagnosis", "encryption failed");
    case Outcome::CertificateChallenged:
        return QCoreApplication::translate("diagnosis", "certificate challenged");
    case Outcome::CertificateRejected:
        return QCoreApplication::translate("diagnosis", "certificate rejected");
    case Outcome::PreAuthenticated:
        return QCoreApplication::translate("diagnosis", "signed in unasked");
    case Outcome::CapabilityMissing:
        return QCoreApplication::translate("diagnosis", "no way to sign in");
    case Outcome::LoginForbidden:
        return QCoreApplication::translate("diagnosis", "sign-in not allowed");
    case Outcome::LoginRejected:
        return QCoreApplication::translate("diagnosis", "sign-in rejected");
    case Outcome::ServerRefused:
        return QCoreApplication::translate("diagnosis", "refused by the server");
    case Outcome::ProtocolBroken:
        return QCoreApplication::translate("diagnosis", "answer not understood");
    case Outcome::ConnectionLost:
        return QCoreApplication::translate("diagnosis", "connection lost");
    case Outcome::Cancelled:
        return QCoreApplication::translate("diagnosis", "cancelled");
    }
    Q_UNREACHABLE();
}

QString shownDetail(const StageRecord& record)
{
    if (record.status == StageStatus::Skipped && named<Stage>(record.detail, stageCount))
        return QCoreApplication::translate("diagnosis", "not reached");
    if (record.detail == "not used"_L1)
        return QCoreApplication::translate("diagnosis", "not used");
    if (record.status == StageStatus::Failed)
        if (const std::optional<Outcome> outcome = named<Outcome>(record.detail, outcomeCount))
            return labelOf(*outcome);
    if (record.stage == Stage::Identity)
        return shownJudgement(record.detail);
    return record.detail;
}

QString shownDuration(std::chrono::nanoseconds duration)
{
    const double milliseconds = std::chrono::duration<double, std::milli>(duration).count();
    const QLocale locale;
    if (milliseconds < 10)
        return QCoreApplication::translate("test", "%1 ms").arg(locale.toString(milliseconds, 'f', 1));
    if (milliseconds < 1000)
        return QCoreApplication::translate("test", "%1 ms").arg(locale.toString(milliseconds, 'f', 0));
    return QCoreApplication::translate("test", "%1 s").arg(locale.toString(milliseconds / 1000, 'f', 1));
}

} // namespace stationer
