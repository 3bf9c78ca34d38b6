#include "connection/diagnosisproviders.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace stationer::diagnosis {

namespace {

enum class Provider { Microsoft365, Gmail };

struct HostSuffix {
    Provider provider;
    QLatin1StringView suffix;
};

constexpr std::array hostSuffixes{
    HostSuffix{Provider::Microsoft365, QLatin1StringView("office365.com")},
    HostSuffix{Provider::Microsoft365, QLatin1StringView("outlook.com")},
    HostSuffix{Provider::Microsoft365, QLatin1StringView("office.com")},
    HostSuffix{Provider::Microsoft365, QLatin1StringView("office365.us")},
    HostSuffix{Provider::Gmail, QLatin1StringView("gmail.com")},
    HostSuffix{Provider::Gmail, QLatin1StringView("googlemail.com")},
    HostSuffix{Provider::Gmail, QLatin1StringView("google.com")},
};

struct Advice {
    Provider provider;
    QByteArrayView sign; ///< stands in the code or the words of the server
    const char* text;
};

// As the providers' own pages had it in November 2025. The first row that fits counts.
constexpr std::array table{
    Advice{Provider::Microsoft365, "5.7.30",
           QT_TRANSLATE_NOOP("diagnosis",
                             "Microsoft 365 has retired signing in with a password for handing in mail. A station "
                             "that signs in with a password needs another way: a connector for its fixed address, "
                             "High Volume Email, or a relay inside the company.")},
    Advice{Provider::Microsoft365, "5.7.57",
           QT_TRANSLATE_NOOP("diagnosis",
                             "Microsoft 365 takes no mail here without a sign-in. Set Account and Password, and check "
                             "that Use Authentication is on.")},
    Advice{Provider::Microsoft365, "5.7.139",
           QT_TRANSLATE_NOOP("diagnosis",
                             "Microsoft 365 has signing in with a password switched off for this mailbox or for the "
                             "whole company. Its administrator can allow «Authenticated SMTP» for the mailbox; where "
                             "security defaults forbid it, a connector or a relay is needed.")},
    Advice{Provider::Microsoft365, "SendAsDenied",
           QT_TRANSLATE_NOOP("diagnosis",
                             "Microsoft 365 lets this mailbox send from its own address alone. Set Reply To to the "
                             "account's address, or have the administrator grant «Send As».")},
    Advice{Provider::Microsoft365, "LOGIN failed",
           QT_TRANSLATE_NOOP("diagnosis",
                             "Microsoft 365 no longer takes a password for reading mail. A station that signs in with "
                             "a password cannot read this mailbox.")},
    Advice{Provider::Gmail, "5.7.9",
           QT_TRANSLATE_NOOP("diagnosis",
                             "Gmail wants an app password here: switch on two-step verification for the account, make "
                             "an app password, and use it in the place of the usual one.")},
    Advice{Provider::Gmail, "pplication-specific password",
           QT_TRANSLATE_NOOP("diagnosis",
                             "Gmail wants an app password here: switch on two-step verification for the account, make "
                             "an app password, and use it in the place of the usual one.")},
    Advice{Provider::Gmail, "5.7.8",
           QT_TRANSLATE_NOOP("diagnosis",
                             "Gmail does not take the account's usual password. Use an app password, which needs "
                             "two-step verification, or a Google Workspace SMTP relay.")},
    Advice{Provider::Gmail, "AUTHENTICATIONFAILED",
           QT_TRANSLATE_NOOP("diagnosis",
                             "Gmail does not take the account's usual password. Use an app password, which needs "
                             "two-step verification, or a Google Workspace SMTP relay.")},
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

} // namespace

QString providerAdvice(const Report& report)
{
    if (!report.failure)
        return {};
    const QByteArray answer = report.failure->code + ' ' + report.failure->serverText;
    for (const HostSuffix& host : hostSuffixes) {
        if (!isUnder(report.settings.server.host, host.suffix))
            continue;
        for (const Advice& advice : table)
            if (advice.provider == host.provider && hasSign(answer, advice.sign))
                return QCoreApplication::translate("diagnosis", advice.text);
    }
    return {};
}

} // namespace stationer::diagnosis
