#pragma once

#include <QByteArray>

#include <optional>

namespace stationer {

/// Where a conversation with a mail server is. The driver reports these as stages and sets its deadlines by them.
enum class Phase { Greeting, StartTls, Capabilities, Login, Envelope, Message };

/// Why it ends without reaching its goal.
enum class Fault {
    GreetingRefused, ///< the right protocol, but no go
    WrongService,    ///< another protocol answers; see DialogueFailure::service
    StartTlsMissing,
    StartTlsRefused,
    PreAuthenticated,  ///< IMAP PREAUTH before TLS, or where a login was to be tested
    CapabilityMissing, ///< mechanisms offered, none usable
    LoginForbidden,    ///< LOGINDISABLED, or none offered
    LoginRejected,
    ServerRefused,  ///< a refusal elsewhere
    ProtocolBroken, ///< an answer with the wrong tag, code or form
    BadArgument,    ///< CR, LF or NUL in an argument: nothing was sent
};

/// What a server is by its first bytes.
enum class Service { Smtp, Imap, Pop3, Http, Ssh, Tls, Unknown };

/// How a conversation failed, with what the server said.
struct DialogueFailure {
    Fault fault = Fault::ProtocolBroken;
    Phase phase = Phase::Greeting;
    QByteArray code;       ///< SMTP `535 5.7.8`, IMAP `NO [AUTHENTICATIONFAILED]`, POP3 `-ERR [AUTH]`; empty where none came
    QByteArray serverText; ///< the server's own words, raw
    std::optional<Service> service;
    QByteArray command = {};     ///< the word of the command that was refused, `RCPT`, `AUTHENTICATE`; empty for a greeting
    bool isBeforeSecret = false; ///< a sign-in that was refused before a password or a token had been sent

    bool operator==(const DialogueFailure&) const = default;
};

} // namespace stationer
