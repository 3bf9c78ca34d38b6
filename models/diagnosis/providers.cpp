#include "diagnosis/providers.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace stationer::diagnosis {

namespace {

enum class Provider { Microsoft365, OutlookCom, Gmail, Yahoo, ICloud, Gmx, TOnline };

struct HostSuffix {
    Provider provider;
    QLatin1StringView suffix;
};

/// The first that fits counts: a part of a domain stands before the whole.
constexpr std::array hostSuffixes{
    HostSuffix{Provider::OutlookCom, QLatin1StringView("smtp-mail.outlook.com")},
    HostSuffix{Provider::OutlookCom, QLatin1StringView("imap-mail.outlook.com")},
    HostSuffix{Provider::OutlookCom, QLatin1StringView("pop-mail.outlook.com")},
    HostSuffix{Provider::OutlookCom, QLatin1StringView("hotmail.com")},
    HostSuffix{Provider::OutlookCom, QLatin1StringView("live.com")},
    HostSuffix{Provider::Microsoft365, QLatin1StringView("office365.com")},
    HostSuffix{Provider::Microsoft365, QLatin1StringView("outlook.com")},
    HostSuffix{Provider::Microsoft365, QLatin1StringView("office.com")},
    HostSuffix{Provider::Microsoft365, QLatin1StringView("office365.us")},
    HostSuffix{Provider::Gmail, QLatin1StringView("gmail.com")},
    HostSuffix{Provider::Gmail, QLatin1StringView("googlemail.com")},
    HostSuffix{Provider::Gmail, QLatin1StringView("google.com")},
    HostSuffix{Provider::Yahoo, QLatin1StringView("mail.yahoo.com")},
    HostSuffix{Provider::Yahoo, QLatin1StringView("aol.com")},
    HostSuffix{Provider::ICloud, QLatin1StringView("mail.me.com")},
    HostSuffix{Provider::Gmx, QLatin1StringView("gmx.net")},
    HostSuffix{Provider::Gmx, QLatin1StringView("gmx.com")},
    HostSuffix{Provider::Gmx, QLatin1StringView("web.de")},
    HostSuffix{Provider::TOnline, QLatin1StringView("t-online.de")},
};

struct Advice {
    Provider provider;
    QByteArrayView sign;    ///< stands in the code or the words of the server
    QLatin1StringView asOf; ///< the month in which the provider's pages said so
    const char* text;
};

constexpr auto anyRefusedLogin = ""; ///< the sign of a row for whatever a sign-in was refused with

constexpr auto basicSignInOff = QT_TRANSLATE_NOOP(
    "diagnosis", "Microsoft 365 has signing in with a password switched off for this mailbox or for the whole company. Its "
                 "administrator can allow «Authenticated SMTP» for the mailbox; where security defaults forbid it, a "
                 "connector or a relay is needed.");
constexpr auto basicSignInRetired = QT_TRANSLATE_NOOP(
    "diagnosis", "Microsoft 365 has retired signing in with a password for handing in mail. A station that signs in with a "
                 "password needs another way: a connector for its fixed address, High Volume Email, or a relay inside the "
                 "company.");
constexpr auto gmailAppPassword = QT_TRANSLATE_NOOP(
    "diagnosis", "Gmail wants an app password here: switch on two-step verification for the account, make an app password, "
                 "and use it in the place of the usual one.");
constexpr auto gmailOrRelay = QT_TRANSLATE_NOOP(
    "diagnosis", "Gmail does not take the account's usual password. Use an app password, which needs two-step verification, "
                 "or a Google Workspace SMTP relay.");

// The first row that fits counts. Each was true in its month; what a provider changed since is not known here.
constexpr std::array table{
    Advice{Provider::Microsoft365, "5.7.30", QLatin1StringView("2026-02"), basicSignInRetired},
    Advice{Provider::Microsoft365, "asic authentication is not supported", QLatin1StringView("2026-02"), basicSignInRetired},
    Advice{Provider::Microsoft365, "5.7.57", QLatin1StringView("2026-02"),
           QT_TRANSLATE_NOOP("diagnosis",
                             "Microsoft 365 takes no mail here without a sign-in. Set Account and Password, and check "
                             "that Use Authentication is on.")},
    Advice{Provider::Microsoft365, "5.7.139", QLatin1StringView("2026-02"), basicSignInOff},
    Advice{Provider::Microsoft365, "5.7.3", QLatin1StringView("2026-02"),
           QT_TRANSLATE_NOOP("diagnosis",
                             "Either the password is wrong, or Microsoft 365 has «Authenticated SMTP» switched off for "
                             "this mailbox; its administrator can see which.")},
    Advice{Provider::Microsoft365, "SendAsDenied", QLatin1StringView("2026-02"),
           QT_TRANSLATE_NOOP("diagnosis",
                             "Microsoft 365 lets this mailbox send from its own address alone. Set Reply To to the "
                             "account's address, or have the administrator grant «Send As».")},
    Advice{Provider::Microsoft365, "5.7.60", QLatin1StringView("2026-02"),
           QT_TRANSLATE_NOOP("diagnosis",
                             "Microsoft 365 lets this mailbox send from its own address alone. Set Reply To to the "
                             "account's address, or have the administrator grant «Send As».")},
    Advice{Provider::Microsoft365, "LOGIN failed", QLatin1StringView("2026-02"),
           QT_TRANSLATE_NOOP("diagnosis",
                             "Microsoft 365 no longer takes a password for reading mail. A station that signs in with "
                             "a password cannot read this mailbox.")},
    Advice{Provider::Microsoft365, "AUTHENTICATE failed", QLatin1StringView("2026-02"),
           QT_TRANSLATE_NOOP("diagnosis",
                             "Microsoft 365 no longer takes a password for reading mail. A station that signs in with "
                             "a password cannot read this mailbox.")},
    Advice{Provider::Microsoft365, "Logon failure", QLatin1StringView("2026-02"),
           QT_TRANSLATE_NOOP("diagnosis",
                             "Microsoft 365 no longer takes a password for reading mail. A station that signs in with "
                             "a password cannot read this mailbox.")},
    Advice{Provider::OutlookCom, anyRefusedLogin, QLatin1StringView("2026-02"),
           QT_TRANSLATE_NOOP("diagnosis",
                             "Outlook.com takes no passwords from mail programs any more. Use a mailbox of another "
                             "provider for the station.")},
    Advice{Provider::Gmail, "5.7.9", QLatin1StringView("2025-11"), gmailAppPassword},
    Advice{Provider::Gmail, "pplication-specific password", QLatin1StringView("2025-11"), gmailAppPassword},
    Advice{Provider::Gmail, "5.7.8", QLatin1StringView("2025-11"), gmailOrRelay},
    Advice{Provider::Gmail, "AUTHENTICATIONFAILED", QLatin1StringView("2025-11"), gmailOrRelay},
    Advice{Provider::Gmail, "[AUTH]", QLatin1StringView("2025-11"), gmailOrRelay},
    Advice{Provider::Yahoo, anyRefusedLogin, QLatin1StringView("2025-11"),
           QT_TRANSLATE_NOOP("diagnosis",
                             "Yahoo and AOL take no usual password from mail programs: make an app password on the "
                             "account's security page, and use that.")},
    Advice{Provider::ICloud, anyRefusedLogin, QLatin1StringView("2026-01"),
           QT_TRANSLATE_NOOP("diagnosis",
                             "iCloud takes no usual password from mail programs: make an app-specific password in the "
                             "Apple Account, and use that.")},
    Advice{Provider::Gmx, anyRefusedLogin, QLatin1StringView("2025-11"),
           QT_TRANSLATE_NOOP("diagnosis",
                             "GMX and web.de let mail programs in only after POP3 and IMAP were switched on in the "
                             "mailbox's settings on their web page; with two-factor sign-in an app-specific password is "
                             "needed.")},
    Advice{Provider::TOnline, anyRefusedLogin, QLatin1StringView("2025-11"),
           QT_TRANSLATE_NOOP("diagnosis",
                             "T-Online wants a password of its own for mail programs, set in the customer centre; the "
                             "one for the web page is not taken.")},
};

/// `smtp.office365.com` is under `office365.com`, `notoffice365.com` is not.
bool isUnder(QStringView host, QLatin1StringView suffix)
{
    if (host.endsWith(u'.'))
        host.chop(1);
    if (!host.endsWith(suffix, Qt::CaseInsensitive))
        return false;
    const qsizetype before = host.size() - suffix.size();
    return before == 0 || host.at(before - 1) == u'.';
}

/// A status code counts as a whole: `5.7.3` is not in `5.7.30`.
bool hasSign(const QByteArray& text, QByteArrayView sign)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    for (qsizetype at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
        const qsizetype end = at + sign.size();
        const bool goesOn = isDigit(sign.back()) && end < text.size() && isDigit(text.at(end));
        const bool beganBefore = isDigit(sign.front()) && at > 0 && (isDigit(text.at(at - 1)) || text.at(at - 1) == '.');
        if (!goesOn && !beganBefore)
            return true;
    }
    return false;
}

bool fits(const Advice& advice, const Report& report)
{
    if (advice.sign.isEmpty())
        return report.outcome == Outcome::LoginRejected;
    return hasSign(report.failure->code + ' ' + report.failure->serverText, advice.sign);
}

} // namespace

QString providerAdvice(const Report& report)
{
    if (!report.failure)
        return {};
    const auto host = std::ranges::find_if(
        hostSuffixes, [&report](const HostSuffix& one) { return isUnder(report.settings.server.host, one.suffix); });
    if (host == hostSuffixes.end())
        return {};
    for (const Advice& advice : table)
        if (advice.provider == host->provider && fits(advice, report))
            //: %1 is advice on a mail provider, %2 the month in which it was known to be true
            return QCoreApplication::translate("diagnosis", "%1 (As of %2.)")
                .arg(QCoreApplication::translate("diagnosis", advice.text), advice.asOf);
    return {};
}

} // namespace stationer::diagnosis
