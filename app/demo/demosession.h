#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

namespace stationer {

enum class DemoProtocol { Smtp, Imap, Pop3 };
/// None: plain text and no offer of TLS. StartTls: sign-in only after the upgrade. Ssl: TLS from the first byte.
enum class DemoMode { None, StartTls, Ssl };

struct DemoLogin {
    QString user;
    QString password;

    bool operator==(const DemoLogin&) const = default;
};

/// What a session answers to one line.
struct DemoReply {
    QByteArray bytes;
    bool startsTls = false; ///< after these bytes the handshake begins; what the client sent before it is thrown away
    bool closes = false;
    bool loggedIn = false; ///< this line completed a login
};

/// A reply of one line, its end added.
DemoReply replyLine(const char* text);

/// The server's side of one conversation as a pure state machine: a line without its end goes in, bytes come out.
/// It knows no socket, so that a conversation can be tested as text. It is a real if small mail server with an empty
/// mailbox: it accepts one user, answers what it does not know with the protocol's own refusal, and keeps no message it is
/// given.
class DemoSession {
public:
    static constexpr int refusalsAllowed = 3; ///< the session ends with the last

    virtual ~DemoSession() = default;
    virtual DemoReply greeting() = 0;
    virtual DemoReply on(QByteArrayView line) = 0;
    virtual void encrypted() = 0; ///< the handshake is done: everything said before it is forgotten
};

std::unique_ptr<DemoSession> makeDemoSession(DemoProtocol protocol, DemoMode mode, const DemoLogin& login);

} // namespace stationer
