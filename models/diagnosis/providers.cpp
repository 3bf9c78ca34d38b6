#include "diagnosis/providers.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace stationer::diagnosis {

namespace {

enum class Provider { Microsoft365, OutlookCom, Gmail, Yahoo, ICloud, Gmx, TOnline, Yandex, Qq, NetEase, Zoho };

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
    HostSuffix{Provider::Yandex, QLatin1StringView("yandex.com")},
    HostSuffix{Provider::Yandex, QLatin1StringView("yandex.ru")},
    HostSuffix{Provider::Yandex, QLatin1StringView("yandex.net")},
    HostSuffix{Provider::Qq, QLatin1StringView("qq.com")},
    HostSuffix{Provider::NetEase, QLatin1StringView("163.com")},
    HostSuffix{Provider::NetEase, QLatin1StringView("126.com")},
    HostSuffix{Provider::NetEase, QLatin1StringView("yeah.net")},
    HostSuffix{Provider::Zoho, QLatin1StringView("zoho.com")},
    HostSuffix{Provider::Zoho, QLatin1StringView("zoho.eu")},
    HostSuffix{Provider::Zoho, QLatin1StringView("zoho.in")},
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
constexpr auto securityDefaults = QT_TRANSLATE_NOOP(
    "diagnosis",
    "The company's security defaults at Microsoft 365 forbid signing in with a password. Its administrator can "
    "switch them off or set up a connector for the station's fixed address; or use a relay inside the company.");
constexpr auto conditionalAccess = QT_TRANSLATE_NOOP(
    "diagnosis", "A rule of the company at Microsoft 365 (Conditional Access) forbids this sign-in. Its administrator sees "
                 "which in the sign-in log; the rule may be about passwords as such, or about the place it comes from.");
constexpr auto credentialsIncorrect = QT_TRANSLATE_NOOP(
    "diagnosis", "Microsoft 365 says this of a wrong password, and of a mailbox for which signing in with a password is "
                 "switched off: it cannot be told which of the two. Its administrator sees it in the sign-in log.");
constexpr auto basicSignInRetired = QT_TRANSLATE_NOOP(
    "diagnosis",
    "Microsoft 365 does not take a password for handing in mail here. It is off by default from the end of "
    "December 2026, and an administrator can still switch it on. Other ways: an Email Authenticator with OAuth, "
    "on stations from 4.13 on, a connector for the station's fixed address, High Volume Email, or a relay "
    "inside the company.");
constexpr auto passwordsUnrecognised = QT_TRANSLATE_NOOP(
    "diagnosis", "Microsoft 365 does not take this way to sign in. Often signing in with a password is switched off for the "
                 "mailbox or the company: its administrator can allow «Authenticated SMTP».");
constexpr auto noPasswordsForReading = QT_TRANSLATE_NOOP(
    "diagnosis",
    "Most likely it is not the password: Microsoft 365 no longer takes one for reading mail. A station needs an "
    "Email Authenticator with OAuth, from 4.13 on, or a mailbox of another provider.");
constexpr auto ownAddressOrSendAs = QT_TRANSLATE_NOOP(
    "diagnosis",
    "Microsoft 365 lets this mailbox send from its own address alone. Set Reply To to the account's address, or "
    "have the administrator grant «Send As».");
constexpr auto gmailAppPassword = QT_TRANSLATE_NOOP(
    "diagnosis", "Gmail wants an app password here: switch on two-step verification for the account, make an app password, "
                 "and use it in the place of the usual one.");
constexpr auto gmailBrowser = QT_TRANSLATE_NOOP(
    "diagnosis", "Gmail wants the account to be signed in to by web browser first. Do that, confirm what it asks, and test "
                 "again; if it stays so, use an app password, which needs two-step verification.");
constexpr auto gmailOrRelay = QT_TRANSLATE_NOOP(
    "diagnosis", "Gmail usually does not take the account's usual password. Use an app password, which needs two-step "
                 "verification, or a Google Workspace SMTP relay.");
constexpr auto yandexRobot = QT_TRANSLATE_NOOP(
    "diagnosis",
    "Yandex may take the sign-in for spam or a robot's. Sign in to the mailbox in a web browser, confirm what it "
    "asks, and test again.");

constexpr QLatin1StringView m2511("2025-11"), m2601("2026-01"), m2602("2026-02"), m2611("2026-11");

// The first row that fits counts. Each was true in its month; what a provider changed since is not known here. A row states
// as fact only what its sign states.
constexpr std::array table{
    Advice{Provider::Microsoft365, "5.7.30", m2611, basicSignInRetired},
    Advice{Provider::Microsoft365, "asic authentication is not supported", m2611, basicSignInRetired},
    Advice{Provider::Microsoft365, "5.7.57", m2602,
           QT_TRANSLATE_NOOP("diagnosis",
                             "Microsoft 365 takes no mail here without a sign-in. Set Account and Password, and check "
                             "that Use Authentication is on.")},
    Advice{Provider::Microsoft365, "SmtpClientAuthentication is disabled", m2602, basicSignInOff},
    Advice{Provider::Microsoft365, "security defaults", m2602, securityDefaults},
    Advice{Provider::Microsoft365, "onditional Access", m2602, conditionalAccess},
    Advice{Provider::Microsoft365, "access policies", m2602, conditionalAccess},
    Advice{Provider::Microsoft365, "credentials were incorrect", m2602, credentialsIncorrect},
    Advice{Provider::Microsoft365, "5.7.139", m2602,
           QT_TRANSLATE_NOOP("diagnosis",
                             "Microsoft 365 says this of a wrong password, of «Authenticated SMTP» switched off for mailbox "
                             "or company, of security defaults and of Conditional Access: it cannot be told which. Its "
                             "administrator sees it in the sign-in log.")},
    Advice{Provider::Microsoft365, "5.7.4", m2602, passwordsUnrecognised},
    Advice{Provider::Microsoft365, "5.7.3", m2602,
           QT_TRANSLATE_NOOP("diagnosis",
                             "Either the password is wrong, or Microsoft 365 has «Authenticated SMTP» switched off for "
                             "this mailbox; its administrator can see which.")},
    Advice{Provider::Microsoft365, "SendAsDenied", m2602, ownAddressOrSendAs},
    Advice{Provider::Microsoft365, "5.7.60", m2602, ownAddressOrSendAs},
    Advice{Provider::Microsoft365, "LOGIN failed", m2602, noPasswordsForReading},
    Advice{Provider::Microsoft365, "AUTHENTICATE failed", m2602, noPasswordsForReading},
    Advice{Provider::Microsoft365, "Logon failure", m2602, noPasswordsForReading},
    Advice{Provider::OutlookCom, anyRefusedLogin, m2602,
           QT_TRANSLATE_NOOP("diagnosis",
                             "Outlook.com usually takes no passwords from mail programs any more. Use a mailbox of another "
                             "provider for the station.")},
    Advice{Provider::Gmail, "5.7.9", m2511, gmailAppPassword},
    Advice{Provider::Gmail, "pplication-specific password", m2511, gmailAppPassword},
    Advice{Provider::Gmail, "5.7.14", m2511, gmailBrowser},
    Advice{Provider::Gmail, "web browser", m2511, gmailBrowser},
    Advice{Provider::Gmail, "WEBALERT", m2511, gmailBrowser},
    Advice{Provider::Gmail, "5.7.8", m2511, gmailOrRelay},
    Advice{Provider::Gmail, "AUTHENTICATIONFAILED", m2511, gmailOrRelay},
    Advice{Provider::Gmail, "[AUTH]", m2511, gmailOrRelay},
    Advice{Provider::Yahoo, anyRefusedLogin, m2511,
           QT_TRANSLATE_NOOP("diagnosis",
                             "Yahoo and AOL usually take no usual password from mail programs: make an app password on the "
                             "account's security page, and use that.")},
    Advice{Provider::ICloud, anyRefusedLogin, m2601,
           QT_TRANSLATE_NOOP("diagnosis",
                             "iCloud usually takes no usual password from mail programs: make an app-specific password in "
                             "the Apple Account, and use that.")},
    Advice{Provider::Gmx, anyRefusedLogin, m2511,
           QT_TRANSLATE_NOOP("diagnosis",
                             "GMX and web.de usually let mail programs in only after POP3 and IMAP were switched on in the "
                             "mailbox's settings on their web page; with two-factor sign-in an app-specific password is "
                             "needed.")},
    Advice{Provider::TOnline, anyRefusedLogin, m2511,
           QT_TRANSLATE_NOOP("diagnosis",
                             "T-Online usually wants a password of its own for mail programs, set in the customer centre; "
                             "the one for the web page is not taken.")},
    Advice{Provider::Yandex, "robot", m2611, yandexRobot},
    Advice{Provider::Yandex, "spam", m2611, yandexRobot},
    Advice{Provider::Yandex, anyRefusedLogin, m2611,
           QT_TRANSLATE_NOOP("diagnosis",
                             "Yandex often wants an app password, and access by mail programs switched on in the mailbox's "
                             "settings on its web page.")},
    Advice{Provider::Qq, "uthorization code", m2611,
           QT_TRANSLATE_NOOP("diagnosis",
                             "QQ wants an authorization code in the place of the password: it is made in the mailbox's "
                             "settings on its web page, where access by mail programs may have to be switched on first.")},
    Advice{Provider::Qq, anyRefusedLogin, m2611,
           QT_TRANSLATE_NOOP(
               "diagnosis", "QQ often wants an authorization code in the place of the password, and access by mail programs "
                            "switched on in the mailbox's settings; it may also limit how often one signs in.")},
    Advice{Provider::NetEase, "nsafe Login", m2611,
           QT_TRANSLATE_NOOP(
               "diagnosis", "NetEase opens the inbox only after the program has told who it is (the IMAP command ID), which "
                            "a station does not do. Try the Store POP3, or use a mailbox of another provider.")},
    Advice{Provider::NetEase, anyRefusedLogin, m2611,
           QT_TRANSLATE_NOOP("diagnosis",
                             "NetEase (163, 126) often wants an authorization code in the place of the password, and access "
                             "by mail programs switched on in the mailbox's settings.")},
    Advice{Provider::Zoho, "elaying disallowed", m2611,
           QT_TRANSLATE_NOOP("diagnosis",
                             "Zoho lets an account send in the name of its own address and aliases alone: the sender, which "
                             "is Reply To or else Account, has to be one of them.")},
    Advice{Provider::Zoho, anyRefusedLogin, m2611,
           QT_TRANSLATE_NOOP(
               "diagnosis", "With two-factor sign-in Zoho usually wants an app-specific password, and IMAP or POP3 switched "
                            "on in the mailbox's settings; an account of another region may need another host, such as "
                            "smtp.zoho.eu.")},
};

/// Where servers hand mail to each other; those have port 25 alone.
constexpr std::array exchangers{
    QLatin1StringView("mail.protection.outlook.com"),
    QLatin1StringView("mx.microsoft"),
    QLatin1StringView("aspmx.l.google.com"),
    QLatin1StringView("smtp.goog"),
    QLatin1StringView("mx.yandex.net"),
    QLatin1StringView("mail.icloud.com"),
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

bool isMailExchanger(const QString& host)
{
    static const QRegularExpression mx(u"^mx[0-9-]*\\."_s, QRegularExpression::CaseInsensitiveOption);
    return mx.match(host).hasMatch() ||
           std::ranges::any_of(exchangers, [&host](QLatin1StringView suffix) { return isUnder(host, suffix); });
}

QString providerAdvice(const Report& report)
{
    // What is known of a refused sign-in is known of passwords.
    if (!report.failure || (report.credential == Credential::Token && report.outcome == Outcome::LoginRejected))
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
