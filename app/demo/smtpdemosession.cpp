#include "app/demo/smtpdemosession.h"

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

/// What stands in `FROM:<…>` or `TO:<…>`; nothing where the form is another. Parameters after it are the caller's.
std::optional<QByteArrayView> pathAfter(QByteArrayView keyword, QByteArrayView argument)
{
    if (argument.size() < keyword.size() || argument.first(keyword.size()).compare(keyword, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    const QByteArrayView rest = argument.sliced(keyword.size()).trimmed();
    const qsizetype end = rest.indexOf('>');
    if (!rest.startsWith('<') || end < 0)
        return std::nullopt;
    return rest.sliced(1, end - 1);
}

} // namespace

SmtpDemoSession::SmtpDemoSession(DemoMode mode, DemoLogin login)
    : m_mode(mode), m_login(std::move(login)), m_isEncrypted(mode == DemoMode::Ssl)
{
}

DemoReply SmtpDemoSession::greeting()
{
    return replyLine("220 localhost ESMTP Stationer demo");
}

DemoReply SmtpDemoSession::on(QByteArrayView text)
{
    if (m_isInData) {
        if (text != ".")
            return {};
        m_isInData = false;
        forgetMail();
        return replyLine("250 2.0.0 Accepted and thrown away: this is a demo");
    }
    if (m_sasl)
        return authState(m_sasl->on(text));

    const qsizetype space = text.indexOf(' ');
    const QByteArray verb = (space < 0 ? text : text.first(space)).toByteArray().toUpper();
    const QByteArrayView argument = space < 0 ? QByteArrayView() : text.sliced(space + 1).trimmed();
    if (verb == "EHLO" || verb == "HELO")
        return hello(argument, verb == "EHLO");
    if (verb == "QUIT")
        return {"221 2.0.0 Bye\r\n"_ba, false, true};
    if (verb == "NOOP")
        return replyLine("250 2.0.0 OK");
    if (verb == "RSET") {
        forgetMail();
        return replyLine("250 2.0.0 OK");
    }
    if (verb == "VRFY")
        return replyLine("252 2.0.0 Try to send it");
    if (verb == "STARTTLS")
        return startTls(argument);
    if (verb == "AUTH")
        return auth(argument);
    if (verb == "MAIL")
        return mail(argument);
    if (verb == "RCPT")
        return recipient(argument);
    if (verb == "DATA")
        return data();
    return replyLine("500 5.5.2 Command not recognized");
}

void SmtpDemoSession::encrypted()
{
    m_isEncrypted = true;
    m_hasGreeted = false;
    m_isSignedIn = false;
    m_sasl.reset();
    forgetMail();
}

DemoReply SmtpDemoSession::hello(QByteArrayView name, bool isExtended)
{
    if (name.isEmpty())
        return replyLine("501 5.5.4 Your name is missing");
    m_hasGreeted = true;
    forgetMail();
    if (!isExtended)
        return replyLine("250 localhost");
    QByteArray answer = "250-localhost\r\n250-PIPELINING\r\n250-SIZE 10485760\r\n250-8BITMIME\r\n";
    if (m_mode == DemoMode::StartTls && !m_isEncrypted)
        answer += "250-STARTTLS\r\n";
    if (mayAuthenticate())
        answer += "250-AUTH PLAIN LOGIN\r\n";
    return {answer + "250 ENHANCEDSTATUSCODES\r\n"};
}

DemoReply SmtpDemoSession::startTls(QByteArrayView argument)
{
    if (m_mode != DemoMode::StartTls)
        return replyLine("502 5.5.1 Not offered here");
    if (m_isEncrypted)
        return replyLine("503 5.5.1 Already encrypted");
    if (!argument.isEmpty())
        return replyLine("501 5.5.4 STARTTLS takes no argument");
    return {"220 2.0.0 Go ahead\r\n"_ba, true};
}

DemoReply SmtpDemoSession::auth(QByteArrayView argument)
{
    if (!m_hasGreeted)
        return replyLine("503 5.5.1 EHLO first");
    if (m_isSignedIn)
        return replyLine("503 5.5.1 Already signed in");
    if (!mayAuthenticate())
        return replyLine("538 5.7.11 Encryption is required first");
    const qsizetype space = argument.indexOf(' ');
    const QByteArrayView mechanism = space < 0 ? argument : argument.first(space);
    if (!DemoSasl::knows(mechanism))
        return replyLine("504 5.5.4 Unknown mechanism");
    std::optional<QByteArray> initial;
    if (space >= 0)
        initial = argument.sliced(space + 1).trimmed().toByteArray();
    m_sasl.emplace(m_login);
    return authState(m_sasl->begin(mechanism, initial));
}

DemoReply SmtpDemoSession::authState(DemoSasl::State state)
{
    if (state == DemoSasl::State::Asking)
        return {"334 " + m_sasl->challenge() + "\r\n"};
    m_sasl.reset();
    switch (state) {
    case DemoSasl::State::Asking:
        break;
    case DemoSasl::State::Accepted:
        m_isSignedIn = true;
        return {"235 2.7.0 Signed in\r\n"_ba, false, false, true};
    case DemoSasl::State::Refused:
        if (++m_refusals >= refusalsAllowed)
            return {"421 4.7.0 Too many wrong passwords\r\n"_ba, false, true};
        return replyLine("535 5.7.8 Authentication credentials invalid");
    case DemoSasl::State::Cancelled:
        return replyLine("501 5.0.0 Cancelled");
    case DemoSasl::State::Malformed:
        return replyLine("501 5.5.2 Cannot decode that");
    }
    return {};
}

DemoReply SmtpDemoSession::mail(QByteArrayView argument)
{
    if (!m_hasGreeted)
        return replyLine("503 5.5.1 EHLO first");
    if (!m_isSignedIn)
        return replyLine("530 5.7.0 Authentication required");
    if (m_hasSender)
        return replyLine("503 5.5.1 Sender is set already");
    if (!pathAfter("FROM:", argument))
        return replyLine("501 5.5.4 Syntax: MAIL FROM:<address>");
    m_hasSender = true;
    return replyLine("250 2.1.0 OK");
}

DemoReply SmtpDemoSession::recipient(QByteArrayView argument)
{
    if (!m_hasSender)
        return replyLine("503 5.5.1 MAIL first");
    const auto path = pathAfter("TO:", argument);
    if (!path || path->isEmpty())
        return replyLine("501 5.5.4 Syntax: RCPT TO:<address>");
    m_hasRecipient = true;
    return replyLine("250 2.1.5 OK");
}

DemoReply SmtpDemoSession::data()
{
    if (!m_hasRecipient)
        return replyLine("503 5.5.1 RCPT first");
    m_isInData = true;
    return replyLine("354 End with a dot on a line by itself");
}

void SmtpDemoSession::forgetMail()
{
    m_hasSender = false;
    m_hasRecipient = false;
}

} // namespace stationer
