#include "diagnosis/refusal.h"

#include <array>

// Words are free: only those that many servers share are looked for, and they never blame a password.

namespace stationer::diagnosis {

namespace {

using enum Evidence;
using enum Certainty;

constexpr QByteArrayView connectionLimitWords = "too many|maximum number|limit";
constexpr QByteArrayView connectionWords = "connection|session|concurrent|simultaneous";
constexpr QByteArrayView distrustWords =
    "spamhaus|blocklist|block list|blocklisted|blacklist|black list|blacklisted|blocked using|dnsbl|rbl|listed|reputation|"
    "reverse dns|rdns|reverse hostname|ptr record|dynamic ip|your ip|ip address|client host|banned|your host|your network";
constexpr QByteArrayView helloNameWords =
    "helo|ehlo|fully-qualified hostname|fully qualified hostname|fully-qualified host name|fully qualified host name|"
    "fully-qualified domain name";
constexpr QByteArrayView inUseWords = "in use|already locked|is locked by|lock busy";
constexpr QByteArrayView forNowWords = "temporar|try again later|try later|later|busy|overload";
constexpr QByteArrayView encryptionWords =
    "starttls|stls|plaintext auth|cleartext|clear text|secure connection|tls required|"
    "requires tls|encryption required|must be encrypted|ssl required|requires ssl";
constexpr QByteArrayView accessWords =
    "imap|pop3|pop access|pop|smtp|service|mail client|third-party|this user does not have";
constexpr QByteArrayView offWords =
    "disabled|not enabled|switched off|turned off|deactivated|not activated|nicht aktiviert|not open|not opened|enable imap|"
    "enable pop|enable smtp|access right|not allowed|not permitted|closed|unavailable for your|not available for your|"
    "has not been|please turn on|please enable";

constexpr std::array loginTable{
    Row<LoginRefusal>{Offered, "AUTH|AUTHENTICATE|LOGIN", LoginRefusal::MechanismRefused, Known},
    Row<LoginRefusal>{Command, "USER", LoginRefusal::NotSaid, Unknown},
    Row<LoginRefusal>{Code, "NO|5yz", LoginRefusal::NotSaid, Unknown},
    Row<LoginRefusal>{Code, "4yz", LoginRefusal::NotNow, Known},
    Row<LoginRefusal>{Code, "432", LoginRefusal::PasswordExpired, Known},
    Row<LoginRefusal>{Code, "500|501|502|503|504|530|BAD", LoginRefusal::MechanismRefused, Known},
    Row<LoginRefusal>{Code, "523|538", LoginRefusal::EncryptionWanted, Known},
    Row<LoginRefusal>{Code, "525", LoginRefusal::AccountDisabled, Known},
    Row<LoginRefusal>{Code, "534", LoginRefusal::OtherMechanismWanted, Known},
    Row<LoginRefusal>{Code, "535", LoginRefusal::WrongPassword, Known},
    Row<LoginRefusal>{Code, "-ERR", LoginRefusal::WrongPassword, Likely},
    Row<LoginRefusal>{EnhancedCode, "7.8", LoginRefusal::WrongPassword, Known},
    Row<LoginRefusal>{EnhancedCode, "7.4|5.1|5.2|5.4", LoginRefusal::MechanismRefused, Known},
    Row<LoginRefusal>{EnhancedCode, "7.9|7.30", LoginRefusal::OtherMechanismWanted, Known},
    Row<LoginRefusal>{EnhancedCode, "7.10|7.11", LoginRefusal::EncryptionWanted, Known},
    Row<LoginRefusal>{EnhancedCode, "7.12", LoginRefusal::PasswordExpired, Known},
    Row<LoginRefusal>{EnhancedCode, "7.13", LoginRefusal::AccountDisabled, Known},
    Row<LoginRefusal>{EnhancedCode, "7.139", LoginRefusal::NotSaid, Unknown}, // Exchange Online says it of four things
    Row<LoginRefusal>{EnhancedCode, "3.0|3.2|4.3", LoginRefusal::NotNow, Known},
    Row<LoginRefusal>{ResponseCode, "AUTHENTICATIONFAILED|AUTH", LoginRefusal::WrongPassword, Known},
    Row<LoginRefusal>{ResponseCode, "AUTHORIZATIONFAILED|NOPERM", LoginRefusal::NotAuthorised, Known},
    Row<LoginRefusal>{ResponseCode, "CANNOT|CLIENTBUG", LoginRefusal::MechanismRefused, Known},
    Row<LoginRefusal>{ResponseCode, "PRIVACYREQUIRED", LoginRefusal::EncryptionWanted, Known},
    Row<LoginRefusal>{ResponseCode, "UNAVAILABLE|SERVERBUG|SYS/TEMP", LoginRefusal::NotNow, Known},
    Row<LoginRefusal>{ResponseCode, "IN-USE|INUSE", LoginRefusal::MailboxInUse, Known},
    Row<LoginRefusal>{ResponseCode, "LIMIT", LoginRefusal::TooManyConnections, Known},
    Row<LoginRefusal>{ResponseCode, "LOGIN-DELAY", LoginRefusal::TooSoon, Known},
    Row<LoginRefusal>{ResponseCode, "EXPIRED", LoginRefusal::PasswordExpired, Known},
    Row<LoginRefusal>{ResponseCode, "WEBALERT", LoginRefusal::BrowserWanted, Known},
    Row<LoginRefusal>{ResponseCode, "CONTACTADMIN|SYS/PERM", LoginRefusal::AdministratorWanted, Known},
    Row<LoginRefusal>{Words, "abnormal", LoginRefusal::NotSaid, Unknown, "password"}, // a list of all that it may be
    Row<LoginRefusal>{Words, "maildrop|mailbox|mail drop", LoginRefusal::MailboxInUse, Likely, inUseWords},
    Row<LoginRefusal>{Words, connectionLimitWords, LoginRefusal::TooManyConnections, Likely, connectionWords},
    Row<LoginRefusal>{Words, "too many|repeated|frequency|exceeded", LoginRefusal::TooManyFailures, Likely,
                      "fail|bad auth|login|log in|attempt|password|invalid|authentication|error"},
    Row<LoginRefusal>{Words, encryptionWords, LoginRefusal::EncryptionWanted, Likely},
    Row<LoginRefusal>{Words,
                      "application-specific|application specific|app-specific|app specific|app password|"
                      "application password|authorization code|authorisation code|authorized code|authorization password|"
                      "auth code|client password|授权码",
                      LoginRefusal::OtherPasswordWanted, Likely},
    Row<LoginRefusal>{Words,
                      "web browser|your browser|a browser|web login|webmail|robot|captcha|spam|junk|suspicious|unusual|"
                      "verify your|unlock your|confirm your",
                      LoginRefusal::BrowserWanted, Likely},
    Row<LoginRefusal>{Words,
                      "basic auth|mechanism too weak|mechanism is too weak|password authentication is|"
                      "password authentication disabled|oauth|modern auth",
                      LoginRefusal::OtherMechanismWanted, Likely},
    Row<LoginRefusal>{Words, accessWords, LoginRefusal::AccessSwitchedOff, Likely, offWords},
    Row<LoginRefusal>{Words, "password", LoginRefusal::PasswordExpired, Likely,
                      "expired|must be changed|must change|has to be changed"},
    Row<LoginRefusal>{Words, "account|user|mailbox|login", LoginRefusal::AccountDisabled, Likely,
                      "locked|disabled|suspended|deactivated|blocked|inactive|not active|closed|frozen|banned|terminated"},
    Row<LoginRefusal>{Words,
                      "conditional access|security defaults|policy|your location|your country|your ip|ip address|"
                      "client host|from this network|blocked using|blacklist|blocklist|spamhaus",
                      LoginRefusal::PolicyForbids, Likely},
    Row<LoginRefusal>{Words,
                      "no permission|not permitted|not authorized|not authorised|permission denied|not allowed|"
                      "has no right|insufficient",
                      LoginRefusal::NotAuthorised, Likely},
    Row<LoginRefusal>{Words,
                      "connection lost|authentication server|authentication service|auth server|backend|back-end|"
                      "internal error|internal server|internal failure|system error|server error|not available|unavailable|"
                      "timed out|timeout|could not connect|cannot connect|can't connect|unable to connect|failed to connect|"
                      "cannot contact|ldap|database|saslauthd|generic failure|service not|not configured|out of memory",
                      LoginRefusal::NotNow, Likely},
    Row<LoginRefusal>{Words, forNowWords, LoginRefusal::NotNow, Likely},
    Row<LoginRefusal>{Words,
                      "no mechanism|mechanism|unrecognized|unrecognised|not recognized|not recognised|unknown command|"
                      "unknown auth|command unknown|invalid command|not supported|unsupported|not implemented|syntax error|"
                      "bad command|bad sequence|no such command|command not|unknown method|wrong method",
                      LoginRefusal::MechanismRefused, Likely},
    Row<LoginRefusal>{Words, "access denied|denied|blocked", LoginRefusal::NotSaid, Unknown},
};

bool admits(LoginRefusal found, const Row<LoginRefusal>& row)
{
    using enum LoginRefusal;
    if (row.cause == WrongPassword)
        return found == WrongPassword || found == NotSaid;
    switch (found) {
    case MailboxInUse:
    case TooManyConnections:
    case TooSoon:
    case EncryptionWanted:
    case PasswordExpired:
        return false;
    case NotNow: // what lasts is not said by a code that is for now
        return row.cause == TooManyConnections || row.cause == TooManyFailures || row.cause == TooSoon ||
               row.cause == MailboxInUse || row.cause == PasswordExpired;
    case AccountDisabled:
    case NotAuthorised:
        return row.evidence != Words;
    case NotSaid:
    case WrongPassword:
    case MechanismRefused:
    case TooManyFailures:
    case AccessSwitchedOff:
    case OtherMechanismWanted:
    case OtherPasswordWanted:
    case BrowserWanted:
    case PolicyForbids:
    case AdministratorWanted:
        return true;
    }
    Q_UNREACHABLE();
}

constexpr std::array mailTable{
    Row<MailRefusal>{Command, "MAIL", MailRefusal::SenderRefused, Known},
    Row<MailRefusal>{Command, "RCPT", MailRefusal::RecipientRefused, Known},
    Row<MailRefusal>{Code, "4yz", MailRefusal::NotNow, Known},
    Row<MailRefusal>{Code, "450|451", MailRefusal::Greylisted, Likely, {}, "RCPT"}, // RFC 6647
    Row<MailRefusal>{Code, "530", MailRefusal::SignInWanted, Known},
    Row<MailRefusal>{EnhancedCode, "3.1", MailRefusal::NotNow, Known},
    Row<MailRefusal>{EnhancedCode, "3.4", MailRefusal::TooLarge, Known},
    Row<MailRefusal>{EnhancedCode, "4.5", MailRefusal::LimitReached, Known},
    Row<MailRefusal>{EnhancedCode, "7.57", MailRefusal::SignInWanted, Known},
    Row<MailRefusal>{EnhancedCode, "1.7|1.8|7.60|2.252", MailRefusal::SenderRefused, Known},
    Row<MailRefusal>{EnhancedCode, "2.2", MailRefusal::MailboxFull, Known, {}, "RCPT"},
    Row<MailRefusal>{EnhancedCode, "1.1|1.2|1.3|1.6|1.10", MailRefusal::RecipientUnknown, Known, {}, "RCPT"},
    Row<MailRefusal>{Words, helloNameWords, MailRefusal::HelloNameRefused, Likely},
    Row<MailRefusal>{Words, encryptionWords, MailRefusal::EncryptionWanted, Likely},
    Row<MailRefusal>{Words, "message|size", MailRefusal::TooLarge, Likely,
                     "too large|too big|exceeds fixed|exceeds maximum|size limit"},
    Row<MailRefusal>{Words, "greylist|graylist|grey list|gray list", MailRefusal::Greylisted, Likely},
    Row<MailRefusal>{Words,
                     "authentication required|authentication is required|auth required|must authenticate|not authenticated|"
                     "authenticate first|please authenticate|log in first|login first",
                     MailRefusal::SignInWanted, Likely},
    Row<MailRefusal>{Words, "limit|quota|too many|rate", MailRefusal::LimitReached, Likely,
                     "sending|messages|daily|per day|per hour|rate limit"},
    Row<MailRefusal>{Words, "relay", MailRefusal::RelayDenied, Likely, {}, "RCPT"},
    Row<MailRefusal>{Words, "mailbox|quota", MailRefusal::MailboxFull, Likely, "full|over quota|exceeded", "RCPT"},
    Row<MailRefusal>{Words, distrustWords, MailRefusal::NetworkDistrusted, Likely},
    Row<MailRefusal>{Words,
                     "sendasdenied|sender address|sender rejected|sender verif|not owned by|send as",
                     MailRefusal::SenderRefused,
                     Likely,
                     {},
                     "DATA"},
    Row<MailRefusal>{Words,
                     "user unknown|unknown user|no such|does not exist|mailbox unavailable|not found|unknown address|"
                     "unknown recipient|invalid recipient|recipient unknown|mailbox not",
                     MailRefusal::RecipientUnknown,
                     Likely,
                     {},
                     "RCPT"},
};

bool admits(MailRefusal found, const Row<MailRefusal>& row)
{
    using enum MailRefusal;
    if (row.evidence != Words)
        return true;
    switch (found) {
    case NotNow:
    case Greylisted:
        return row.cause != RecipientUnknown && row.cause != SenderRefused;
    case SenderRefused:
        return row.cause != RecipientUnknown;
    case RecipientRefused:
    case RecipientUnknown:
    case SignInWanted:
    case MessageRefused:
        return true;
    case EncryptionWanted:
    case HelloNameRefused:
    case RelayDenied:
    case MailboxFull:
    case TooLarge:
    case LimitReached:
    case NetworkDistrusted:
        return false;
    }
    Q_UNREACHABLE();
}

constexpr std::array inboxTable{
    Row<InboxRefusal>{ResponseCode, "UNAVAILABLE|SERVERBUG|SYS/TEMP", InboxRefusal::NotNow, Known},
    Row<InboxRefusal>{ResponseCode, "IN-USE|INUSE", InboxRefusal::MailboxInUse, Known},
    Row<InboxRefusal>{Words, "unsafe login", InboxRefusal::IdentityWanted, Likely},
    Row<InboxRefusal>{Words, "authenticated but not connected", InboxRefusal::NotConnected, Likely},
    Row<InboxRefusal>{Words, accessWords, InboxRefusal::AccessSwitchedOff, Likely, offWords},
    Row<InboxRefusal>{Words, "maildrop|mailbox|mail drop", InboxRefusal::MailboxInUse, Likely, inUseWords},
    Row<InboxRefusal>{Words, forNowWords, InboxRefusal::NotNow, Likely},
};

constexpr std::array doorTable{
    Row<DoorRefusal>{Code, "4yz", DoorRefusal::NotNow, Known},
    Row<DoorRefusal>{Code, "501|504", DoorRefusal::HelloNameRefused, Likely, {}, "EHLO"},
    Row<DoorRefusal>{Code, "501|504", DoorRefusal::HelloNameRefused, Likely, {}, "HELO"},
    Row<DoorRefusal>{ResponseCode, "UNAVAILABLE|SERVERBUG|SYS/TEMP", DoorRefusal::NotNow, Known},
    Row<DoorRefusal>{ResponseCode, "LIMIT", DoorRefusal::TooManyConnections, Known},
    Row<DoorRefusal>{Words, connectionLimitWords, DoorRefusal::TooManyConnections, Likely, connectionWords},
    Row<DoorRefusal>{Words, helloNameWords, DoorRefusal::HelloNameRefused, Likely},
    Row<DoorRefusal>{Words, distrustWords, DoorRefusal::NetworkDistrusted, Likely},
    Row<DoorRefusal>{Words, "hostname|host name|invalid name|bad name", DoorRefusal::HelloNameRefused, Likely, {}, "EHLO"},
    Row<DoorRefusal>{Words, forNowWords, DoorRefusal::NotNow, Likely},
};

const auto admitsAll = [](auto, const auto&) { return true; };

} // namespace

Reading<LoginRefusal> loginRefusal(const Reply& reply)
{
    return read<LoginRefusal>(reply, loginTable, {LoginRefusal::NotSaid, Unknown},
                              qOverload<LoginRefusal, const Row<LoginRefusal>&>(admits));
}

Reading<MailRefusal> mailRefusal(const Reply& reply)
{
    return read<MailRefusal>(reply, mailTable, {MailRefusal::MessageRefused, Unknown},
                             qOverload<MailRefusal, const Row<MailRefusal>&>(admits));
}

Reading<InboxRefusal> inboxRefusal(const Reply& reply)
{
    return read<InboxRefusal>(reply, inboxTable, {InboxRefusal::NotSaid, Unknown}, admitsAll);
}

Reading<DoorRefusal> doorRefusal(const Reply& reply)
{
    return read<DoorRefusal>(reply, doorTable, {DoorRefusal::NotSaid, Unknown}, admitsAll);
}

std::span<const Row<LoginRefusal>> loginRows()
{
    return loginTable;
}

std::span<const Row<MailRefusal>> mailRows()
{
    return mailTable;
}

std::span<const Row<InboxRefusal>> inboxRows()
{
    return inboxTable;
}

std::span<const Row<DoorRefusal>> doorRows()
{
    return doorTable;
}

} // namespace stationer::diagnosis
