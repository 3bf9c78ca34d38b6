#include "app/demo/imapdemosession.h"

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestCommand = 16 * 1024;

/// The size announced by `{n}` or `{n+}` at the end of a line (RFC 3501, section 4.3; RFC 7888).
struct Literal {
    qsizetype size;
    bool isSynchronizing;
};

std::optional<Literal> literalAtEnd(QByteArrayView line)
{
    if (!line.endsWith('}'))
        return std::nullopt;
    const qsizetype open = line.lastIndexOf('{');
    if (open < 0)
        return std::nullopt;
    QByteArrayView number = line.sliced(open + 1, line.size() - open - 2);
    const bool isSynchronizing = !number.endsWith('+');
    if (!isSynchronizing)
        number.chop(1);
    bool isNumber = false;
    const uint size = number.toByteArray().toUInt(&isNumber);
    return isNumber ? std::optional(Literal{qsizetype(size), isSynchronizing}) : std::nullopt;
}

/// Splits a command into atoms, quoted strings and literals, each without its quoting; nothing where one does not end.
std::optional<QByteArrayList> words(const QByteArray& command)
{
    QByteArrayList found;
    for (qsizetype at = 0; at < command.size();) {
        if (command[at] == ' ') {
            ++at;
            continue;
        }
        QByteArray word;
        if (command[at] == '"') {
            for (++at; at < command.size() && command[at] != '"'; ++at) {
                if (command[at] == '\\' && ++at == command.size())
                    return std::nullopt;
                word += command[at];
            }
            if (at++ == command.size())
                return std::nullopt;
        } else if (command[at] == '{') {
            const qsizetype end = command.indexOf("}\r\n", at);
            const auto literal = end < 0 ? std::nullopt : literalAtEnd(QByteArrayView(command).sliced(at, end + 1 - at));
            if (!literal || end + 3 + literal->size > command.size())
                return std::nullopt;
            word = command.mid(end + 3, literal->size);
            at = end + 3 + literal->size;
        } else {
            const qsizetype end = command.indexOf(' ', at);
            word = command.mid(at, end < 0 ? -1 : end - at);
            at += word.size();
        }
        found += word;
    }
    return found;
}

bool isInbox(const QByteArrayList& arguments)
{
    return !arguments.isEmpty() && arguments.first().compare("INBOX", Qt::CaseInsensitive) == 0;
}

} // namespace

ImapDemoSession::ImapDemoSession(DemoMode mode, DemoLogin login)
    : m_mode(mode), m_login(std::move(login)), m_isEncrypted(mode == DemoMode::Ssl)
{
}

DemoReply ImapDemoSession::greeting()
{
    return {"* OK [CAPABILITY " + capabilities() + "] Stationer demo ready\r\n"};
}

DemoReply ImapDemoSession::on(QByteArrayView line)
{
    if (m_sasl)
        return saslState(m_sasl->on(line));
    if (m_pending.size() + line.size() > longestCommand)
        return {"* BYE Command too long\r\n"_ba, false, true};
    if (m_literalRest > line.size()) {
        m_pending += line.toByteArray() + "\r\n";
        m_literalRest = qMax<qsizetype>(0, m_literalRest - line.size() - 2);
        return {};
    }
    m_pending += line.toByteArray();
    // Only what stands after a literal can announce the next one.
    const QByteArrayView ownText = m_literalRest > 0 ? line.sliced(m_literalRest) : line;
    m_literalRest = -1;
    if (const auto literal = literalAtEnd(ownText)) {
        m_pending += "\r\n";
        m_literalRest = literal->size;
        return {literal->isSynchronizing ? "+ Go ahead\r\n"_ba : QByteArray()};
    }
    return command(std::exchange(m_pending, {}));
}

void ImapDemoSession::encrypted()
{
    m_isEncrypted = true;
    m_sasl.reset();
    m_pending.clear();
    m_literalRest = -1;
}

DemoReply ImapDemoSession::command(const QByteArray& whole)
{
    const auto parts = words(whole);
    if (!parts || parts->size() < 2)
        return {"* BAD Cannot read that command\r\n"_ba};
    const QByteArray tag = parts->at(0);
    const QByteArray verb = parts->at(1).toUpper();
    if (verb == "CAPABILITY" || verb == "NOOP" || verb == "LOGOUT" || verb == "ID")
        return anyState(tag, verb);
    return m_state == State::NotAuthenticated ? notAuthenticated(tag, verb, parts->mid(2))
                                              : authenticated(tag, verb, parts->mid(2));
}

DemoReply ImapDemoSession::anyState(const QByteArray& tag, const QByteArray& verb)
{
    const QByteArray done = tag + " OK " + verb + " completed\r\n";
    if (verb == "CAPABILITY")
        return {"* CAPABILITY " + capabilities() + "\r\n" + done};
    if (verb == "LOGOUT")
        return {"* BYE Until next time\r\n" + done, false, true};
    if (verb == "ID")
        return {"* ID (\"name\" \"Stationer demo\")\r\n" + done};
    return {done};
}

DemoReply ImapDemoSession::notAuthenticated(const QByteArray& tag, const QByteArray& verb, const QByteArrayList& arguments)
{
    if (verb == "STARTTLS") {
        if (m_mode != DemoMode::StartTls || m_isEncrypted)
            return {tag + " BAD Not offered here\r\n"};
        return {tag + " OK Begin TLS negotiation now\r\n", true};
    }
    if (verb != "LOGIN" && verb != "AUTHENTICATE")
        return {tag + " BAD Unknown command, or not before login\r\n"};
    if (!mayAuthenticate())
        return {tag + " NO [PRIVACYREQUIRED] Encryption is required first\r\n"};
    if (verb == "LOGIN") {
        if (arguments.size() != 2)
            return {tag + " BAD Syntax: LOGIN user password\r\n"};
        const bool isRight = arguments[0] == m_login.user.toUtf8() && arguments[1] == m_login.password.toUtf8();
        return isRight ? signedIn(tag) : refused(tag);
    }
    if (arguments.isEmpty() || arguments.size() > 2 || !DemoSasl::knows(arguments[0]))
        return {tag + " NO Unknown mechanism\r\n"};
    m_saslTag = tag;
    m_sasl.emplace(m_login);
    return saslState(m_sasl->begin(arguments[0], arguments.size() == 2 ? std::optional(arguments[1]) : std::nullopt));
}

DemoReply ImapDemoSession::authenticated(const QByteArray& tag, const QByteArray& verb, const QByteArrayList& arguments)
{
    const QByteArray done = tag + " OK " + verb + " completed\r\n";
    if (verb == "SELECT" || verb == "EXAMINE") {
        if (!isInbox(arguments)) {
            m_state = State::Authenticated;
            return {tag + " NO [NONEXISTENT] No such mailbox\r\n"};
        }
        m_state = State::Selected;
        return {"* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)\r\n* 0 EXISTS\r\n* 0 RECENT\r\n"
                "* OK [UIDVALIDITY 1] UIDs valid\r\n* OK [UIDNEXT 1] Next UID\r\n" +
                tag + (verb == "SELECT" ? " OK [READ-WRITE] " : " OK [READ-ONLY] ") + verb + " completed\r\n"};
    }
    if (verb == "STATUS")
        return isInbox(arguments) ? DemoReply{"* STATUS INBOX (MESSAGES 0 RECENT 0 UNSEEN 0)\r\n" + done}
                                  : DemoReply{tag + " NO [NONEXISTENT] No such mailbox\r\n"};
    if (verb == "LIST")
        return {"* LIST () \"/\" INBOX\r\n" + done};
    if (m_state == State::Selected && (verb == "CLOSE" || verb == "UNSELECT")) {
        m_state = State::Authenticated;
        return {done};
    }
    if (m_state == State::Selected && verb == "SEARCH")
        return {"* SEARCH\r\n" + done};
    return {tag + " BAD Unknown command, or not in this state\r\n"};
}

DemoReply ImapDemoSession::saslState(DemoSasl::State state)
{
    if (state == DemoSasl::State::Asking)
        return {"+ " + m_sasl->challenge() + "\r\n"};
    m_sasl.reset();
    switch (state) {
    case DemoSasl::State::Asking:
        break;
    case DemoSasl::State::Accepted:
        return signedIn(m_saslTag);
    case DemoSasl::State::Refused:
        return refused(m_saslTag);
    case DemoSasl::State::Cancelled:
        return {m_saslTag + " BAD Cancelled\r\n"};
    case DemoSasl::State::Malformed:
        return {m_saslTag + " BAD Cannot decode that\r\n"};
    }
    return {};
}

DemoReply ImapDemoSession::signedIn(const QByteArray& tag)
{
    m_state = State::Authenticated;
    return {tag + " OK [CAPABILITY " + capabilities() + "] Logged in\r\n", false, false, true};
}

DemoReply ImapDemoSession::refused(const QByteArray& tag)
{
    const QByteArray answer = tag + " NO [AUTHENTICATIONFAILED] Wrong user name or password\r\n";
    if (++m_refusals >= refusalsAllowed)
        return {"* BYE Too many wrong passwords\r\n" + answer, false, true};
    return {answer};
}

QByteArray ImapDemoSession::capabilities() const
{
    if (m_state != State::NotAuthenticated)
        return "IMAP4rev1 LITERAL+ ID UNSELECT";
    QByteArray offered = "IMAP4rev1 LITERAL+ SASL-IR ID";
    if (m_mode == DemoMode::StartTls && !m_isEncrypted)
        offered += " STARTTLS";
    return offered + (mayAuthenticate() ? " AUTH=PLAIN AUTH=LOGIN" : " LOGINDISABLED");
}

} // namespace stationer
