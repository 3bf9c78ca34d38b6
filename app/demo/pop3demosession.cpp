#include "app/demo/pop3demosession.h"

namespace stationer {

using namespace Qt::StringLiterals;

Pop3DemoSession::Pop3DemoSession(DemoMode mode, DemoLogin login)
    : m_mode(mode), m_login(std::move(login)), m_isEncrypted(mode == DemoMode::Ssl)
{
}

DemoReply Pop3DemoSession::greeting()
{
    return replyLine("+OK Stationer demo ready");
}

DemoReply Pop3DemoSession::on(QByteArrayView text)
{
    if (m_sasl)
        return authState(m_sasl->on(text));
    const qsizetype space = text.indexOf(' ');
    const QByteArray verb = (space < 0 ? text : text.first(space)).toByteArray().toUpper();
    // A password may end in a space: what follows the first one is taken as it stands.
    const QByteArrayView argument = space < 0 ? QByteArrayView() : text.sliced(space + 1);
    if (verb == "QUIT")
        return {"+OK Bye\r\n"_ba, false, true};
    if (verb == "CAPA")
        return capabilities();
    return m_isSignedIn ? transaction(verb, argument) : authorization(verb, argument);
}

void Pop3DemoSession::encrypted()
{
    m_isEncrypted = true;
    m_sasl.reset();
    m_user.reset();
}

DemoReply Pop3DemoSession::authorization(const QByteArray& verb, QByteArrayView argument)
{
    if (verb == "STLS") {
        if (m_mode != DemoMode::StartTls || m_isEncrypted)
            return replyLine("-ERR Not offered here");
        return {"+OK Begin TLS\r\n"_ba, true};
    }
    if (verb == "USER" || verb == "PASS" || verb == "AUTH") {
        if (verb == "AUTH" && argument.isEmpty())
            return {mayAuthenticate() ? "+OK\r\nPLAIN\r\nLOGIN\r\n.\r\n"_ba : "+OK\r\n.\r\n"_ba};
        if (!mayAuthenticate())
            return replyLine("-ERR Encryption is required first");
        if (verb == "AUTH")
            return auth(argument);
        if (verb == "USER") {
            m_user = argument.toByteArray();
            return replyLine("+OK Send your password");
        }
        if (!m_user)
            return replyLine("-ERR USER first");
        const bool isRight = *m_user == m_login.user.toUtf8() && argument == m_login.password.toUtf8();
        m_user.reset();
        return isRight ? signedIn() : refused();
    }
    return replyLine("-ERR Unknown command, or not before sign-in");
}

DemoReply Pop3DemoSession::transaction(const QByteArray& verb, QByteArrayView argument)
{
    if (verb == "STAT")
        return replyLine("+OK 0 0");
    if ((verb == "LIST" || verb == "UIDL") && argument.isEmpty())
        return {"+OK 0 messages\r\n.\r\n"_ba};
    if (verb == "NOOP" || verb == "RSET")
        return replyLine("+OK");
    if (verb == "LIST" || verb == "UIDL" || verb == "RETR" || verb == "TOP" || verb == "DELE")
        return replyLine("-ERR No such message");
    return replyLine("-ERR Unknown command, or not after sign-in");
}

DemoReply Pop3DemoSession::capabilities() const
{
    QByteArray answer = "+OK\r\nTOP\r\nUIDL\r\nRESP-CODES\r\nAUTH-RESP-CODE\r\nPIPELINING\r\n";
    if (m_mode == DemoMode::StartTls && !m_isEncrypted)
        answer += "STLS\r\n";
    if (mayAuthenticate())
        answer += "USER\r\nSASL PLAIN LOGIN\r\n";
    return {answer + "IMPLEMENTATION Stationer demo\r\n.\r\n"};
}

DemoReply Pop3DemoSession::auth(QByteArrayView argument)
{
    const qsizetype space = argument.indexOf(' ');
    const QByteArrayView mechanism = space < 0 ? argument : argument.first(space);
    if (!DemoSasl::knows(mechanism))
        return replyLine("-ERR Unknown mechanism");
    std::optional<QByteArray> initial;
    if (space >= 0)
        initial = argument.sliced(space + 1).trimmed().toByteArray();
    m_sasl.emplace(m_login);
    return authState(m_sasl->begin(mechanism, initial));
}

DemoReply Pop3DemoSession::authState(DemoSasl::State state)
{
    if (state == DemoSasl::State::Asking)
        return {"+ " + m_sasl->challenge() + "\r\n"};
    m_sasl.reset();
    switch (state) {
    case DemoSasl::State::Asking:
        break;
    case DemoSasl::State::Accepted:
        return signedIn();
    case DemoSasl::State::Refused:
        return refused();
    case DemoSasl::State::Cancelled:
        return replyLine("-ERR Cancelled");
    case DemoSasl::State::Malformed:
        return replyLine("-ERR Cannot decode that");
    }
    return {};
}

DemoReply Pop3DemoSession::signedIn()
{
    m_isSignedIn = true;
    return {"+OK Signed in, 0 messages\r\n"_ba, false, false, true};
}

DemoReply Pop3DemoSession::refused()
{
    return {"-ERR [AUTH] Wrong user name or password\r\n"_ba, false, ++m_refusals >= refusalsAllowed};
}

} // namespace stationer
