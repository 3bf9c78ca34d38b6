#pragma once

#include "connection/alarm.h"
#include "connection/clientidentity.h"
#include "connection/credential.h"
#include "connection/fetchedtoken.h"
#include "connection/settings.h"
#include "terms/secret.h"
#include "terms/signin.h"

#include <QByteArray>
#include <QHostAddress>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace stationer {

struct DialogueGoal;

/// What to test and how, beside the account's settings.
struct TestOrder {
    ConnectionSettings settings;
    Depth depth = Depth::Login;
    Secret password;
    Secret token;                                 ///< signs in by OAUTHBEARER (RFC 7628) or XOAUTH2 instead of the password
    TokenSource tokenSource;                      ///< where a token is fetched; it signs in then
    std::optional<ClientIdentity> clientIdentity; ///< signs in by EXTERNAL instead of the password
    std::optional<Endpoint> dial;                 ///< another address to connect to; names are verified as typed
    SignIn signIn = SignIn::Usual;
    QByteArray mechanism; ///< chosen by name; then it is the one
    QByteArray ehloName;
    QString recipient;               ///< SMTP, envelope and message: where alarms go; empty: the sender's own address
    bool letsPutOff = false;         ///< a recipient that the server puts off is a remark: nobody chose the envelope
    QByteArray message;              ///< depth message; see TestMessage
    QByteArray sought;               ///< IMAP and POP3, envelope: a word in the subject of a message that is looked for
    std::optional<AlarmFacts> alarm; ///< it proves an alarm: all of its addressees are asked for
    std::shared_ptr<const TestOrder> arrival; ///< depth message: then the message is looked for by this
    QStringList unsavedSlots;
    /// Whether a pass is followed by what only the station's verdict needs, which only matters where its trust stores are
    /// known: can the INBOX be opened for writing (IMAP), and has a server that took TLS 1.3 anything below (on another
    /// connection).
    bool asksForStation = false;
};

/// How an account is tested where nothing is chosen: up to the login, without a user name up to the capabilities, and up to
/// the envelope where alarms go through it. `alarmRecipient` is the address that they go to first, empty where none do.
TestOrder usualOrder(const ConnectionSettings& settings, const QString& alarmRecipient = {});
/// The depth that can be reached: no login without an account, no message but by SMTP.
Depth reachableDepth(const TestOrder& order);
/// An argument that could smuggle in a line of its own: CR, LF or NUL. A secret is named, not shown.
std::optional<SettingFault> faultOf(const TestOrder& order);
/// Whether the test fetches a token: one that does not sign in needs none.
bool fetchesToken(const TestOrder& order);
/// What signs in. With a client certificate or a token no password does.
Credential credentialOf(const TestOrder& order);
/// Whether all that a password signs in with is ASCII.
bool isCredentialAscii(const TestOrder& order);
/// What the dialogue is to reach.
DialogueGoal goalOf(const TestOrder& order);
/// What to say in EHLO where no name was chosen: an address literal (RFC 5321, section 4.1.3), for this computer's own name
/// is seldom one that a server could look up.
QByteArray ehloLiteral(QHostAddress address);

} // namespace stationer
