#pragma once

#include "terms/depth.h"
#include "terms/protocol.h"
#include "terms/secret.h"
#include "terms/securitymode.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <variant>

namespace stationer {

/// What a dialogue is to reach, and with what.
struct DialogueGoal {
    Protocol protocol = Protocol::Smtp;
    SecurityMode security = SecurityMode::None;
    Depth depth = Depth::Connect;
    std::optional<QString> account; ///< nothing signs in without it
    Secret password;
    QByteArray mechanism;              ///< chosen by hand; empty: the strongest usable one that is offered
    QByteArray ehloName;               ///< SMTP; an address literal or host name
    QString sender;                    ///< envelope, message
    QString recipient;                 ///< envelope, message
    QByteArray message;                ///< RFC 5322 with CRLF line ends, not dot-stuffed
    Secret token = {};                 ///< for OAUTHBEARER or XOAUTH2; where it is given, no password signs in
    QByteArray nonce = {};             ///< SCRAM, where it must be known beforehand; empty: a fresh random one
    bool hasClientCertificate = false; ///< one is shown in the handshake; EXTERNAL signs in with it, and no password does
};

/// What a dialogue knows of the encrypted channel that it goes on in.
struct ChannelFacts {
    QByteArray version; ///< `TLSv1.3`; empty where the channel is clear
    /// The binding tls-server-end-point (RFC 5929, section 4.1): a hash of the server's certificate. Nothing where the channel
    /// cannot be bound by it: in the clear, with TLS 1.3, or where the certificate's signature has no one hash.
    std::optional<QByteArray> serverEndPoint;
};

/// Where a dialogue is. The driver reports these as stages and sets its deadlines by them.
enum class Phase { Greeting, StartTls, Capabilities, Login, Envelope, Message };

/// Why a dialogue ends without reaching its goal.
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
Service serviceOf(QByteArrayView firstBytes);

struct DialogueFailure {
    Fault fault = Fault::ProtocolBroken;
    Phase phase = Phase::Greeting;
    QByteArray code;       ///< SMTP `535 5.7.8`, IMAP `NO [AUTHENTICATIONFAILED]`, POP3 `-ERR [AUTH]`; empty where none came
    QByteArray serverText; ///< the server's own words, raw
    std::optional<Service> service;
    QByteArray command = {}; ///< SMTP: the word of the command that was refused, `RCPT`; else empty

    bool operator==(const DialogueFailure&) const = default;
};

/// What a dialogue asks of its driver, in order.
struct Send {
    QByteArray bytes;
    QByteArray shown;        ///< for the transcript: the same line without its end, secrets masked
    bool awaitsReply = true; ///< false for the goodbye
};
struct StartTls {}; ///< start the handshake now; every buffer must be empty
struct Enter {
    Phase phase;
};
struct Calculate {
}; ///< a long calculation has begun: call goOn() from the event loop, once, and then again when asked again
struct Succeed {};
struct Fail {
    DialogueFailure failure;
};
using Step = std::variant<Send, StartTls, Enter, Calculate, Succeed, Fail>;
using Steps = QList<Step>;

/// What became of one mechanism that the server offered.
enum class MechanismFate {
    Used,
    Weaker,        ///< a stronger one was used
    NotChosen,     ///< another one was chosen by hand
    NotSpoken,     ///< not spoken here: NTLM, GSSAPI …
    NeedsPassword, ///< a token or a client certificate signs in instead
    NeedsToken,
    NeedsCertificate, ///< no client certificate was given
    NeedsBinding,     ///< -PLUS, where the channel has no tls-server-end-point
    NotPreparable,    ///< account or password hold what SASLprep forbids (RFC 4013)
    NotWanted,        ///< the test was to end before the login
};
struct MechanismNote {
    QByteArray name; ///< as the server wrote it
    MechanismFate fate = MechanismFate::NotWanted;
    bool operator==(const MechanismNote&) const = default;
};

/// What was learnt of the server. After TLS everything from before is kept only for the report and asked again.
struct Learnt {
    QByteArray greeting;
    QByteArrayList capabilitiesBeforeTls;
    QByteArrayList capabilitiesAfterTls; ///< in mode none the only ones stand in BeforeTls, in mode ssl in AfterTls
    QByteArrayList mechanismsBeforeTls;
    QByteArrayList mechanismsAfterTls;
    QByteArray mechanism; ///< the one used, once the login began: `PLAIN`, `LOGIN`, `USER` …
    /// One a mechanism that counts (after TLS, or in the clear in mode none), in the order offered; made when the login begins,
    /// or when it ends for want of a usable one, or when the dialogue succeeds without a login.
    QList<MechanismNote> mechanismNotes;
};

/// One conversation with a mail server as a pure state machine: no socket, no clock, no text for people.
/// Events go in, steps come out. After Succeed or Fail it asks for nothing more and ignores what comes.
class Dialogue {
public:
    virtual ~Dialogue() = default;
    /// The connection is there; in mode ssl it is encrypted and the peer's identity is settled.
    virtual Steps connected(const ChannelFacts& channel = {}) = 0;
    /// One line from the server without its line end.
    virtual Steps on(QByteArrayView line) = 0;
    /// The same for a line that had been read, its first byte at least, before the last command was sent: it does not answer it.
    virtual Steps onEarly(QByteArrayView line) = 0;
    /// The handshake that StartTls asked for is done and the peer's identity is settled.
    virtual Steps encrypted(const ChannelFacts& channel = {}) = 0;
    /// The next part of the calculation that Calculate announced.
    virtual Steps goOn() { return {}; }
    virtual const Learnt& learnt() const = 0;
};

} // namespace stationer
