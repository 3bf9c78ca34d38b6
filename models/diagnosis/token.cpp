#include "connection/fetchedtoken.h"
#include "connection/showntext.h"
#include "diagnosis/cases.h"
#include "diagnosis/tokenrefusal.h"
#include "terms/dates.h"

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace stationer::diagnosis {

namespace {

bool isUnderOneOf(const QString& host, std::initializer_list<QLatin1StringView> suffixes)
{
    return std::any_of(suffixes.begin(), suffixes.end(), [&host](QLatin1StringView suffix) {
        return host.endsWith(suffix, Qt::CaseInsensitive) &&
               (host.size() == suffix.size() || host.at(host.size() - suffix.size() - 1) == u'.');
    });
}

bool isMicrosofts(const TokenStory& story)
{
    return !story.providerCodes.isEmpty() ||
           isUnderOneOf(story.server.host,
                        {"microsoftonline.com"_L1, "microsoftonline.us"_L1, "microsoftonline.cn"_L1, "windows.net"_L1});
}

bool isGoogles(const TokenStory& story)
{
    return isUnderOneOf(story.server.host, {"googleapis.com"_L1, "google.com"_L1});
}

QString clientOf(const TokenStory& story)
{
    return shownText(story.client.toUtf8(), 120);
}

QString hostOf(const TokenStory& story)
{
    return shownText(story.server.toString().toUtf8(), 255);
}

/// The server's own words, by its code.
QString saidBy(const TokenStory& story)
{
    const QString line = (shownText(story.error, 80) + u' ' + shownText(story.description, 300)).trimmed();
    if (line.isEmpty())
        return story.status > 0
                   //: %1 is a number such as 503
                   ? QCoreApplication::translate("diagnosis", "The answer was HTTP %1, without a reason.").arg(story.status)
                   : QString();
    return QCoreApplication::translate("diagnosis", "The server said: «%1».").arg(line);
}

/// Where in the provider's portal it is mended: the first where Microsoft was asked, the second where Google was.
QString place(const TokenStory& story, const char* atMicrosoft, const char* atGoogle = nullptr)
{
    const char* const text = isMicrosofts(story) ? atMicrosoft : isGoogles(story) ? atGoogle : nullptr;
    return text ? QCoreApplication::translate("diagnosis", text) : QString();
}

QString clocks(const TokenStory& story)
{
    if (!story.theirTime.isValid())
        return {};
    return QCoreApplication::translate("diagnosis", "The server's clock says %1, this computer's %2.")
        .arg(toldMoment(story.theirTime), toldMoment(story.ourTime));
}

constexpr auto secretsPage = QT_TRANSLATE_NOOP(
    "diagnosis",
    "In the Microsoft Entra admin center: App registrations ▸ the app ▸ Certificates & secrets ▸ Client secrets ▸ "
    "New client secret; copy its Value, which is shown only then.");
constexpr auto keysPage = QT_TRANSLATE_NOOP(
    "diagnosis",
    "In the Microsoft Entra admin center: App registrations ▸ the app ▸ Certificates & secrets ▸ Certificates ▸ "
    "Upload certificate.");
constexpr auto overviewPage =
    QT_TRANSLATE_NOOP("diagnosis", "In the Microsoft Entra admin center: App registrations ▸ the app ▸ Overview has "
                                   "«Application (client) ID» and «Directory (tenant) ID».");
constexpr auto permissionsPage = QT_TRANSLATE_NOOP(
    "diagnosis",
    "In the Microsoft Entra admin center: App registrations ▸ the app ▸ API permissions ▸ Add a permission ▸ APIs "
    "my organization uses ▸ Office 365 Exchange Online ▸ Application permissions ▸ SMTP.SendAsApp, "
    "IMAP.AccessAsApp or POP.AccessAsApp; then «Grant admin consent».");
constexpr auto googleKeysPage = QT_TRANSLATE_NOOP(
    "diagnosis", "In the Google Cloud console: IAM & Admin ▸ Service Accounts ▸ the account ▸ Keys ▸ Add key ▸ JSON.");
constexpr auto delegationPage = QT_TRANSLATE_NOOP(
    "diagnosis", "In the Google Admin console: Security ▸ Access and data control ▸ API controls ▸ Manage Domain Wide "
                 "Delegation ▸ Add new: the service account's numeric client ID with the scope https://mail.google.com/.");

Diagnosis said(const TokenStory& story, const QString& headline, const QString& advice)
{
    return {headline, joined({saidBy(story), advice}), {}};
}

Diagnosis ofCause(const TokenStory& story, TokenCause cause)
{
    switch (cause) {
    case TokenCause::NotSaid:
        return said(story, QCoreApplication::translate("diagnosis", "The provider gave no token."),
                    QCoreApplication::translate("diagnosis", "Ask the provider's administrator what its answer means."));
    case TokenCause::WrongSecret:
        return said(story, QCoreApplication::translate("diagnosis", "The provider does not accept the client secret."),
                    joined({QCoreApplication::translate("diagnosis",
                                                        "It may be mistyped, of another app, or replaced by a newer one."),
                            place(story, secretsPage)}));
    case TokenCause::SecretIdPasted:
        return said(
            story,
            QCoreApplication::translate("diagnosis", "The secret's ID was given, where the secret's value is wanted."),
            joined({QCoreApplication::translate(
                        "diagnosis", "What was given has the form of the ID that a portal shows beside a secret."),
                    place(story, secretsPage)}));
    case TokenCause::SecretExpired:
        return said(story, QCoreApplication::translate("diagnosis", "The client secret has run out."),
                    joined({QCoreApplication::translate(
                                "diagnosis", "It has to be replaced here and on the station, before it runs out again."),
                            place(story, secretsPage)}));
    case TokenCause::UnknownClient:
        return said(
            story, QCoreApplication::translate("diagnosis", "The provider does not know the app «%1».").arg(clientOf(story)),
            joined({QCoreApplication::translate(
                        "diagnosis", "Either its ID is mistyped, or it is registered in another tenant than the one "
                                     "in the address of the endpoint."),
                    place(story, overviewPage, googleKeysPage)}));
    case TokenCause::ClientDisabled:
        return said(story, QCoreApplication::translate("diagnosis", "The app «%1» is switched off.").arg(clientOf(story)),
                    place(story, QT_TRANSLATE_NOOP(
                                     "diagnosis", "In the Microsoft Entra admin center: Enterprise applications ▸ the app ▸ "
                                                  "Properties ▸ Enabled for users to sign-in.")));
    case TokenCause::UnknownTenant:
        return said(story, QCoreApplication::translate("diagnosis", "The provider does not know the tenant."),
                    joined({QCoreApplication::translate("diagnosis", "It stands in the address of the endpoint: %1.")
                                .arg(shownText(story.url.toUtf8(), 255)),
                            place(story, overviewPage)}));
    case TokenCause::UnknownKey:
        return said(story, QCoreApplication::translate("diagnosis", "The provider does not know the key that signed."),
                    story.proof == TokenProof::ServiceAccount
                        ? joined({QCoreApplication::translate(
                                      "diagnosis", "The service account's key was deleted or replaced there, or the file is "
                                                   "of another account."),
                                  place(story, nullptr, googleKeysPage)})
                        : joined({QCoreApplication::translate(
                                      "diagnosis", "The certificate has to be uploaded to the app, without its key."),
                                  place(story, keysPage)}));
    case TokenCause::ClockOff:
        return said(story,
                    QCoreApplication::translate("diagnosis", "A clock is wrong: the provider takes what was signed for "
                                                             "too old or too new."),
                    joined({clocks(story),
                            QCoreApplication::translate("diagnosis", "Set this computer's clock, and look at the station's: "
                                                                     "it signs by its own.")}));
    case TokenCause::ConsentMissing:
        return said(
            story,
            QCoreApplication::translate("diagnosis", "The app lacks a permission, or the administrator's consent to it."),
            place(story, permissionsPage, delegationPage));
    case TokenCause::ResourceUnknown:
        return said(
            story, QCoreApplication::translate("diagnosis", "The provider does not know what the scope asks for."),
            joined({QCoreApplication::translate("diagnosis", "The scope is «%1».").arg(shownText(story.scope.toUtf8(), 200)),
                    place(story, QT_TRANSLATE_NOOP("diagnosis", "For mail at Microsoft 365 it is "
                                                                "https://outlook.office365.com/.default."))}));
    case TokenCause::WrongScope:
        return said(
            story, QCoreApplication::translate("diagnosis", "The provider does not accept the scope."),
            joined({QCoreApplication::translate("diagnosis", "The scope is «%1».").arg(shownText(story.scope.toUtf8(), 200)),
                    place(story,
                          QT_TRANSLATE_NOOP("diagnosis", "For mail at Microsoft 365 it is "
                                                         "https://outlook.office365.com/.default."),
                          QT_TRANSLATE_NOOP("diagnosis", "For mail at Google it is https://mail.google.com/."))}));
    case TokenCause::DelegationMissing:
        return said(story, QCoreApplication::translate("diagnosis", "The service account may not act for the mailboxes."),
                    place(story, nullptr, delegationPage));
    case TokenCause::UserUnknown:
        return said(story, QCoreApplication::translate("diagnosis", "The provider does not know the user."),
                    QCoreApplication::translate("diagnosis",
                                                "The account's user name has to be the mailbox's whole primary address."));
    case TokenCause::PolicyForbids:
        return said(story, QCoreApplication::translate("diagnosis", "A rule of the company forbids this sign-in."),
                    place(story, QT_TRANSLATE_NOOP("diagnosis",
                                                   "In the Microsoft Entra admin center: Protection ▸ Conditional Access "
                                                   "▸ Policies, for workload identities; Sign-in logs ▸ Service "
                                                   "principal sign-ins says which.")));
    case TokenCause::GrantNotAllowed:
        return said(story, QCoreApplication::translate("diagnosis", "The provider does not let this app ask in this way."),
                    joined({QCoreApplication::translate(
                                "diagnosis", "The app has to be allowed to ask in its own name (client credentials), with a "
                                             "secret or a certificate as was given here."),
                            place(story, overviewPage)}));
    case TokenCause::NotNow:
        return said(story, QCoreApplication::translate("diagnosis", "The provider could not give a token just now."),
                    QCoreApplication::translate("diagnosis", "Wait a few minutes and test again."));
    }
    Q_UNREACHABLE();
}

Diagnosis refusedToken(const TokenStory& story)
{
    if (story.isAtMetadata)
        return said(story, QCoreApplication::translate("diagnosis", "The provider could not be asked for a token just now."),
                    QCoreApplication::translate("diagnosis", "Wait a few minutes and test again."));
    const TokenReading reading = tokenRefusal(story);
    Diagnosis diagnosis = ofCause(story, reading.cause);
    if (reading.cause != TokenCause::ClockOff && story.proof != TokenProof::Secret && clockDifference(story))
        diagnosis.body = joined({diagnosis.body, clocks(story)});
    diagnosis.certainty = reading.certainty;
    return diagnosis;
}

Diagnosis noAnswer(const TokenStory& story, const QString& advice)
{
    return {QCoreApplication::translate("diagnosis", "What answers at %1 gives no tokens.").arg(hostOf(story)),
            joined({advice,
                    QCoreApplication::translate("diagnosis", "The address is %1.").arg(shownText(story.url.toUtf8(), 255))}),
            {}};
}

} // namespace

Diagnosis tokenNotFetched(const Report& report)
{
    const TokenStory& story = *report.token;
    switch (*story.fault) {
    case TokenFault::BadEndpoint:
        return {
            QCoreApplication::translate("diagnosis", "The token's endpoint is no https address."),
            joined({QCoreApplication::translate("diagnosis", "The address is %1.").arg(shownText(story.url.toUtf8(), 255)),
                    QCoreApplication::translate("diagnosis", "Nothing was sent.")}),
            {}};
    case TokenFault::KeyNotRsa:
        return {QCoreApplication::translate("diagnosis", "The key cannot sign for a token: it has to be an RSA key."),
                joined({QCoreApplication::translate("diagnosis", "Make a certificate with an RSA key of 2,048 bits or more, "
                                                                 "and register it with the app."),
                        QCoreApplication::translate("diagnosis", "Nothing was sent.")}),
                {}};
    case TokenFault::Redirected:
        return noAnswer(
            story, QCoreApplication::translate("diagnosis",
                                               "It sends to another address, which is not followed: a secret goes to nobody "
                                               "but whom it was meant for."));
    case TokenFault::TooLarge:
        return noAnswer(story, QCoreApplication::translate("diagnosis", "The answer was longer than any that makes sense."));
    case TokenFault::NotJson:
        return noAnswer(
            story, QCoreApplication::translate("diagnosis",
                                               "The answer is not in the form that tokens come in (JSON). Often the address "
                                               "leads to a web page, or a proxy on the way answers in the server's place."));
    case TokenFault::NoTokenEndpoint:
        return noAnswer(story, QCoreApplication::translate("diagnosis", "Its metadata names no token endpoint."));
    case TokenFault::NoMethod:
        return {QCoreApplication::translate("diagnosis", "The provider takes no way to prove who asks that is known here."),
                QCoreApplication::translate("diagnosis", "Known are a client secret, in the body or in the header, and an "
                                                         "assertion signed by PS256 or RS256."),
                {}};
    case TokenFault::NoToken:
        return noAnswer(story, QCoreApplication::translate("diagnosis", "Its answer holds no token."));
    case TokenFault::NotBearer:
        return noAnswer(story,
                        QCoreApplication::translate("diagnosis", "Its token is not of the type Bearer, and mail servers "
                                                                 "take no other."));
    case TokenFault::MalformedToken:
        return noAnswer(story, QCoreApplication::translate("diagnosis", "Its token holds characters that no token may have "
                                                                        "(RFC 6750), and was not used."));
    case TokenFault::CredentialsRefused:
    case TokenFault::Refused:
        return refusedToken(story);
    case TokenFault::HostNotFound:
    case TokenFault::Unreachable:
    case TokenFault::TlsFailed:
    case TokenFault::Challenged:
    case TokenFault::Rejected:
    case TokenFault::TimedOut:
    case TokenFault::ConnectionLost:
        break;
    }
    Q_UNREACHABLE();
}

bool isOnTheWayToToken(const Report& report)
{
    switch (*report.token->fault) {
    case TokenFault::HostNotFound:
    case TokenFault::Unreachable:
    case TokenFault::TlsFailed:
    case TokenFault::Challenged:
    case TokenFault::Rejected:
    case TokenFault::TimedOut:
    case TokenFault::ConnectionLost:
        return true;
    case TokenFault::BadEndpoint:
    case TokenFault::KeyNotRsa:
    case TokenFault::Redirected:
    case TokenFault::TooLarge:
    case TokenFault::NotJson:
    case TokenFault::NoTokenEndpoint:
    case TokenFault::NoMethod:
    case TokenFault::NoToken:
    case TokenFault::NotBearer:
    case TokenFault::MalformedToken:
    case TokenFault::CredentialsRefused:
    case TokenFault::Refused:
        return false;
    }
    Q_UNREACHABLE();
}

QString tokenRemarks(const Report& report)
{
    if (!report.token)
        return {};
    const TokenStory& story = *report.token;
    QStringList sentences;
    if (!story.otherIssuer.isEmpty())
        sentences += QCoreApplication::translate("diagnosis", "The provider's metadata calls itself «%1», which is not what "
                                                              "its address says.")
                         .arg(shownText(story.otherIssuer.toUtf8(), 255));
    return joined(sentences);
}

} // namespace stationer::diagnosis
