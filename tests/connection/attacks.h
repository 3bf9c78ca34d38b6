#pragma once

// What the attack suite shares: servers that behave, from which each attack departs; one attack, played to its end; and what
// holds in every one of them, whatever its outcome.

#include "connection/transcript.h"
#include "support/certificates.h"
#include "testrun.h"

#include <functional>

namespace stationer::testing {

/// Whether the password went into TLS before the attack. In the clear it never may.
enum class Password { Kept, Sent };

struct Attack {
    Protocol protocol = Protocol::Smtp;
    SecurityMode security = SecurityMode::StartTls;
    Script script;
    Outcome outcome = Outcome::ProtocolBroken;
    Stage stage = Stage::Greeting;
    Password password = Password::Kept;
};

/// What a server of each protocol says in turn, where it behaves.
struct Manners {
    QByteArray greeting;
    QByteArray offersTls;    ///< SMTP alone is asked for that; the others have said it or need not
    QByteArray goAhead;      ///< to STARTTLS or STLS
    QByteArray capabilities; ///< inside TLS
    QByteArray challenge;    ///< empty, as PLAIN has it
    QByteArray letsIn;
};

inline Manners mannersOf(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Smtp:
        return {"220 mx ESMTP\r\n", "250-mx\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n",
                "220 go\r\n",       "250-mx\r\n250 AUTH PLAIN\r\n",
                "334 \r\n",         "235 2.7.0 in\r\n"};
    case Protocol::Imap:
        return {"* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] hi\r\n", {},       "%t OK go\r\n",
                "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n%t OK done\r\n",    "+ \r\n", "%t OK in\r\n"};
    case Protocol::Pop3:
        return {"+OK hi\r\n", {}, "+OK go\r\n", "+OK\r\nSASL PLAIN\r\n.\r\n", "+ \r\n", "+OK in\r\n"};
    }
    Q_UNREACHABLE();
}

/// Up to the command STARTTLS or STLS, which has been heard and not answered.
inline Script untilStartTls(Protocol protocol)
{
    const Manners says = mannersOf(protocol);
    if (says.offersTls.isEmpty())
        return {Say{says.greeting}, Hear{}};
    return {Say{says.greeting}, Hear{}, Say{says.offersTls}, Hear{}};
}

/// Up to the question for capabilities inside TLS, in the modes with TLS; or, in mode none, to that question in the clear.
inline Script untilCapabilities(Protocol protocol, SecurityMode security)
{
    // An IMAP server may say them in its greeting; here it wants to be asked.
    const Script greeting{Say{protocol == Protocol::Imap ? "* OK hi\r\n" : mannersOf(protocol).greeting}, Hear{}};
    switch (security) {
    case SecurityMode::None:
        return greeting;
    case SecurityMode::StartTls:
        return untilStartTls(protocol) + Script{Say{mannersOf(protocol).goAhead}, Encrypt{}, Hear{}};
    case SecurityMode::Ssl:
        return Script{Encrypt{}} + greeting;
    }
    Q_UNREACHABLE();
}

/// Up to the login's command, where IMAP without SASL-IR has not sent the password yet.
inline Script untilLogin(Protocol protocol, SecurityMode security)
{
    return untilCapabilities(protocol, security) + Script{Say{mannersOf(protocol).capabilities}, Hear{}};
}

/// Up to the password, which has been heard and not answered.
inline Script untilPassword(Protocol protocol, SecurityMode security)
{
    const bool isAskedFor = protocol == Protocol::Imap;
    return untilLogin(protocol, security) + (isAskedFor ? Script{Say{mannersOf(protocol).challenge}, Hear{}} : Script{});
}

/// A whole login that works.
inline Script wholeLogin(Protocol protocol, SecurityMode security)
{
    return untilPassword(protocol, security) + Script{Say{mannersOf(protocol).letsIn}, Hear{}};
}

inline QByteArray attackName(Protocol protocol, SecurityMode security, const QByteArray& what)
{
    return QByteArray(nameOf(protocol).data()) + ' ' + nameOf(security).data() + ": " + what.simplified();
}

/// Plays an attack and holds what has to hold in each: the outcome to the letter, no password where none may be, nothing
/// said twice, no connection left open, and a bounded transcript without a secret.
inline void withstand(const Attack& attack, const TestCertificate& certificate, const Limits& limits = shortLimits(),
                      const std::function<void(TestOrder&)>& prepare = {})
{
    FaultServer server(attack.script);
    server.setIdentity(certificate);
    TestOrder order = stationer::testing::order(server, attack.protocol, attack.security);
    if (prepare)
        prepare(order);
    const Report report = run(order, limits);
    COMPARE_END(report, attack.outcome, attack.stage);
    QVERIFY(QTest::qWaitFor([&] { return server.closedConnections() == server.connections(); }));

    const QByteArray secret = plain("bob", password);
    for (const QByteArray& form : {secret, QByteArray(password), QByteArray(password).toBase64()}) {
        QVERIFY(attack.security == SecurityMode::None || !server.hasHeardInTheClear(form));
        for (const TranscriptLine& line : report.transcript)
            QVERIFY(!line.text.contains(QString::fromLatin1(form)));
    }
    QByteArray heard;
    for (int i = 0; i < server.connections(); ++i)
        heard += server.heard(i).clear + server.heard(i).encrypted;
    QCOMPARE(heard.count(secret), attack.password == Password::Sent ? 1 : 0);
    QVERIFY(!heard.contains(password));
    QVERIFY(report.transcript.size() <= Transcript::maximum + 1);
}

} // namespace stationer::testing

Q_DECLARE_METATYPE(stationer::testing::Attack)
