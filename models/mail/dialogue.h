#pragma once

#include "terms/depth.h"
#include "terms/dialoguefailure.h"
#include "terms/learnt.h"
#include "terms/protocol.h"
#include "terms/secret.h"
#include "terms/securitymode.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

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
    QByteArray mechanism;          ///< chosen by hand; empty: the strongest usable one that is offered
    bool signsInAsStation = false; ///< where none is chosen by hand: the one a station takes, else the strongest
    QByteArray ehloName;           ///< SMTP; an address literal or host name
    QString sender;                ///< envelope, message
    QStringList recipients;        ///< envelope, message: each is asked for
    QByteArray message;            ///< RFC 5322 with CRLF line ends, not dot-stuffed
    Secret token = {};             ///< for OAUTHBEARER or XOAUTH2; where it is given, no password signs in
    QByteArray nonce = {};         ///< SCRAM, where it must be known beforehand; empty: a fresh random one
    bool letsPutOff = false;       ///< SMTP: a recipient that is put off (4yz) is noted, and no failure
    bool opensInbox = false;       ///< IMAP: at last the INBOX is opened for writing, as a station does, and nothing written
    bool mustSignIn = false;       ///< SMTP: a server that offers no AUTH does not pass as a relay
    QByteArray sought = {};        ///< IMAP, POP3, envelope: a word that the subject of a message has; letters and digits
    bool hasClientCertificate = false; ///< one is shown in the handshake; EXTERNAL signs in with it, and no password does
};

/// What a dialogue knows of the encrypted channel that it goes on in.
struct ChannelFacts {
    QByteArray version; ///< `TLSv1.3`; empty where the channel is clear
    /// The binding tls-server-end-point (RFC 5929, section 4.1): a hash of the server's certificate. Nothing where the
    /// channel cannot be bound by it: in the clear, with TLS 1.3, or where the certificate's signature has no one hash.
    std::optional<QByteArray> serverEndPoint;
};

/// What answers, by its first bytes.
Service serviceOf(QByteArrayView firstBytes);

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

/// One conversation with a mail server as a pure state machine: no socket, no clock, no text for people.
/// Events go in, steps come out. After Succeed or Fail it asks for nothing more and ignores what comes.
class Dialogue {
public:
    virtual ~Dialogue() = default;
    /// The connection is there; in mode ssl it is encrypted and the peer's identity is settled.
    virtual Steps connected(const ChannelFacts& channel = {}) = 0;
    /// One line from the server without its line end.
    virtual Steps on(QByteArrayView line) = 0;
    /// The same for a line that had been read, its first byte at least, before the last command was sent: it does not answer
    /// it.
    virtual Steps onEarly(QByteArrayView line) = 0;
    /// The handshake that StartTls asked for is done and the peer's identity is settled.
    virtual Steps encrypted(const ChannelFacts& channel = {}) = 0;
    /// The next part of the calculation that Calculate announced.
    virtual Steps goOn() { return {}; }
    virtual const Learnt& learnt() const = 0;
    /// Whether the goal is reached: what is still asked may stay without an answer.
    virtual bool hasReachedGoal() const { return false; }
    /// What was made of the goal's secrets and must be shown no more than they.
    virtual QList<Secret> derived() const { return {}; }
};

} // namespace stationer
