#include "rows/accountrow.h"

#include "catalogue/accountslots.h"
#include "catalogue/catalogue.h"
#include "diagnosis/diagnosis.h"
#include "diagnosis/stagewords.h"
#include "prediction/stationwords.h"
#include "rows/certificateend.h"
#include "station/slotname.h"
#include "station/value.h"
#include "terms/dates.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

AccountCell textCell(const QString& text)
{
    return {.text = text, .sort = text};
}

AccountCell portCell(const Document& document, SlotId account)
{
    const QString written = textOf(document, account, portSlot);
    const qint64 port = readInteger(written).value_or(0);
    if (port != -1)
        return {.text = written, .sort = port};
    const auto settings = settingsOf(document, account);
    if (!settings)
        return {.text = QCoreApplication::translate("accounts", "automatic"), .sort = qint64(-1)};
    const int used = settings.value().server.port;
    //: A port that follows from the security mode: %1 is its number
    return {.text = QCoreApplication::translate("accounts", "%1 (automatic)").arg(used), .sort = qint64(used)};
}

AccountCell securityCell(const Document& document, SlotId account)
{
    const std::optional<SecurityMode> mode = securityModeOf(document, account);
    if (!mode)
        return {.text = QCoreApplication::translate("accounts", "Both at once"),
                .sort = 3,
                .badge = Badge::Fault,
                .toolTip = QCoreApplication::translate("accounts", "Use Ssl and Use Start Tls exclude each other.")};
    AccountCell cell{.text = labelOf(*mode)};
    switch (*mode) {
    case SecurityMode::Ssl:
        cell.sort = 0;
        break;
    case SecurityMode::StartTls:
        cell.sort = 1;
        break;
    case SecurityMode::None:
        cell.sort = 2;
        cell.badge = Badge::Warning;
        break;
    }
    return cell;
}

/// Why nothing is known of when an account's certificate ends.
QString whyNoEnd(const Report* report)
{
    if (!report || report->outcome == Outcome::Cancelled)
        return QCoreApplication::translate("accounts", "not tested yet");
    if (report->settings.security == SecurityMode::None)
        return QCoreApplication::translate("accounts", "not encrypted: no certificate");
    //: The test ended before the server had shown a certificate
    return QCoreApplication::translate("accounts", "tested, no certificate seen");
}

AccountCell certificateCell(const std::optional<CertificateEnd>& end, bool isCurrent)
{
    if (!end)
        return {};
    return {.text = end->text(),
            .sort = end->isEnded ? qMin<qint64>(end->days, -1) : end->days,
            .badge = end->badge(),
            .isMuted = !isCurrent,
            .toolTip = end->toolTip()};
}

AccountCell lastTestCell(const Report* report, bool isCurrent, RunState state)
{
    switch (state) {
    case RunState::Waiting:
        //: An account's turn in Test All is still to come
        return {.text = QCoreApplication::translate("accounts", "waiting"), .isMuted = true};
    case RunState::Testing:
        return {.text = QCoreApplication::translate("accounts", "testing…")};
    case RunState::Idle:
        break;
    }
    if (!report)
        return {.text = QCoreApplication::translate("accounts", "not tested"), .isMuted = true};
    const QString time = QLocale().toString(report->began.toLocalTime().time(), QLocale::ShortFormat);
    const bool isSilent = isWithoutSignIn(*report);
    //: The last test: %1 is how it ended, %2 the time of day
    QString text = QCoreApplication::translate("accounts", "%1, %2").arg(endOf(*report), time);
    if (!isCurrent)
        //: %1 is such as «passed, 14:02»
        text = QCoreApplication::translate("accounts", "%1 – values changed since").arg(text);
    AccountCell cell{.text = text, .sort = report->began, .isMuted = !isCurrent};
    if (isCurrent)
        cell.badge = badgeOf(*report);
    cell.toolTip = isSilent ? QCoreApplication::translate("accounts", "Everything up to the sign-in is in order. The "
                                                                      "sign-in was not tried: no password for tests is "
                                                                      "known on this computer.")
                            : diagnose(*report).headline;
    return cell;
}

/// Of an earlier run of the program: with its day, and nothing more is known of it.
AccountCell lastTestCell(const RememberedTest& test, bool isCurrent)
{
    QString text = QCoreApplication::translate("accounts", "%1, %2").arg(endOf(test), shownMoment(test.began));
    if (!isCurrent)
        text = QCoreApplication::translate("accounts", "%1 – values changed since").arg(text);
    return {.text = text,
            .sort = test.began,
            .badge = isCurrent ? badgeOf(test) : Badge::None,
            .isMuted = !isCurrent,
            .toolTip = QCoreApplication::translate("accounts", "Test again to see what it found.")};
}

/// An account of which the last test is remembered alone.
void showRemembered(AccountRow& row, const RememberedTest& test, bool isCurrent, const QDateTime& now)
{
    row.isTested = true;
    row.end = certificateEnd(test, now);
    if (!row.end)
        row.whyNoEnd = test.security == SecurityMode::None
                           ? QCoreApplication::translate("accounts", "not encrypted: no certificate")
                           : QCoreApplication::translate("accounts", "tested, no certificate seen");
    row.certificate = certificateCell(row.end, isCurrent);
    if (row.state == RunState::Idle)
        row.lastTest = lastTestCell(test, isCurrent);
    if (test.forecast)
        row.onStation = {.text = briefOf(*test.forecast),
                         .sort = int(*test.forecast),
                         .badge = isCurrent ? badgeOf(*test.forecast) : Badge::None,
                         .isMuted = !isCurrent};
}

AccountCell stationCell(const std::optional<StationVerdict>& verdict, bool isCurrent)
{
    if (!verdict)
        return {};
    return {.text = briefOf(verdict->forecast),
            .sort = int(verdict->forecast),
            .badge = isCurrent ? badgeOf(verdict->forecast) : Badge::None,
            .isMuted = !isCurrent,
            .toolTip = toText(*verdict).trimmed()};
}

RowAnswer answerOf(const AccountRow& row, const Report& report)
{
    if (row.state != RunState::Idle)
        return RowAnswer::None;
    if (row.standing == Standing::ToReview)
        return RowAnswer::Review;
    if (row.standing == Standing::WithoutSignIn || report.outcome == Outcome::LoginRejected)
        return RowAnswer::EnterPassword;
    return RowAnswer::None;
}

} // namespace

AccountRow accountRow(const Document& document, SlotId account, const AccountTest& last, RunState state,
                      const QDateTime& now)
{
    const auto& [report, isCurrent, station, remembered] = last;
    const bool isOutgoing = document.type(account) == outgoingAccountType;
    const QString protocol = textOf(document, account, protocolSlot(document.type(account))).toUpper();
    const auto pollRate = readRelTime(textOf(document, account, pollrateSlot));
    AccountRow row;
    row.slot = account;
    row.state = state;
    row.isEnabled = isOn(document, account, enabledSlot);
    row.icon = isOutgoing ? u"outgoingaccount"_s : u"incomingaccount"_s;
    row.name = textCell(shownSlotName(document.name(account)));
    row.host = textCell(textOf(document, account, hostnameSlot));
    row.port = portCell(document, account);
    row.security = securityCell(document, account);
    row.account = textCell(textOf(document, account, accountSlot));
    row.isTested = report && report->outcome != Outcome::Cancelled;
    row.end = report ? certificateEnd(*report, now) : std::nullopt;
    if (!row.end)
        row.whyNoEnd = whyNoEnd(report);
    row.certificate = certificateCell(row.end, isCurrent);
    row.lastTest = lastTestCell(report, isCurrent, state);
    row.onStation = stationCell(station, isCurrent);
    row.direction = textCell(isOutgoing ? QCoreApplication::translate("accounts", "Outgoing")
                                        : QCoreApplication::translate("accounts", "Incoming"));
    row.protocol = textCell(protocol);
    row.enabled = textCell(row.isEnabled ? QCoreApplication::translate("accounts", "Yes")
                                         : QCoreApplication::translate("accounts", "No"));
    if (pollRate)
        //: Seconds between two polls
        row.pollRate = {.text = QCoreApplication::translate("accounts", "%1 s").arg(double(pollRate->count()) / 1000),
                        .sort = qint64(pollRate->count())};
    if (!report && remembered)
        showRemembered(row, *remembered, isCurrent, now);
    if (report && isCurrent) {
        row.standing = standingOf(*report);
        if (station)
            row.forecast = station->forecast;
        row.answer = answerOf(row, *report);
        if (row.standing == Standing::ToReview)
            row.challenge = challengeOf(*report);
    }
    if (!row.isEnabled) {
        for (AccountCell* cell : {&row.name, &row.host, &row.port, &row.security, &row.account, &row.direction,
                                  &row.protocol, &row.enabled, &row.pollRate})
            cell->isMuted = true;
        row.name.toolTip = QCoreApplication::translate("accounts", "Disabled: Test All leaves it out.");
    }
    return row;
}

} // namespace stationer
