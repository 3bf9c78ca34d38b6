#include "mail/pop3dialogue.h"

#include "mail/apop.h"
#include "mail/crammd5.h"

#include <algorithm>

// Transitions. -ERR ends a state with its fault where nothing else is drawn, any other line is ProtocolBroken.
//
//     Greeting ──+OK──▶ (mode starttls) Stls ──+OK──▶ TLS ──▶ Capa
//        │                               └──-ERR──▶ CapaAfterRefusal: tells a missing STLS from a refused one, and ends
//        └──▶ Capa ──+OK──▶ CapaList ──.──▶ Auth ──+──▶ Auth ──+OK──▶ Stat ──+OK──▶ succeeded
//               └──-ERR: no such command───▶ User ──+OK──▶ Pass ──+OK──┤
//                                            Apop ──+OK────────────────┘
//     Stat ──+OK, to look for a message──▶ Top ──+OK──▶ Headers ──.──▶ Top of the one before ──…──▶ succeeded
//
// Auth, User, Pass, Apop and Stat are passed over where the goal does not want them.

namespace stationer {

namespace {

/// RFC 5034, section 4: with an initial response, AUTH must stay within what RFC 2449 allows a command.
constexpr qsizetype longestPop3Auth = 255;

/// What was sent just now is among the newest.
constexpr int mostLooks = 20;
constexpr qsizetype longestSubject = 4096;

QByteArrayList pop3MechanismsOf(const QByteArrayList& capabilities)
{
    QByteArrayList mechanisms;
    for (const QByteArray& capability : capabilities) {
        QByteArrayList words = capability.toUpper().simplified().split(' ');
        if (words.first() == "SASL")
            mechanisms += words.mid(1);
        else if (words.first() == "USER")
            mechanisms += "USER";
    }
    return mechanisms;
}

} // namespace

Pop3Dialogue::Pop3Dialogue(DialogueGoal goal) : Conversation(std::move(goal), Service::Pop3) {}

void Pop3Dialogue::received(QByteArrayView line)
{
    if (m_state == State::Greeting && !isOwnGreeting(line))
        return;
    if (m_state == State::CapaList)
        return onCapaLine(line);
    if (m_state == State::Headers)
        return onHeaderLine(line);
    const QByteArray upper = line.first(std::min<qsizetype>(5, line.size())).toByteArray().toUpper();
    if (upper == "+OK" || upper.startsWith("+OK "))
        return onOk(line);
    if (upper == "-ERR" || upper == "-ERR ")
        return onError(line);
    if (m_state == State::Auth && (line == QByteArrayView("+") || line.startsWith("+ ")))
        return answerChallenge(line.sliced(std::min<qsizetype>(2, line.size())));
    breakOff(line);
}

/// A POP3 server says nothing unasked (RFC 1939, section 3).
void Pop3Dialogue::receivedEarly(QByteArrayView line)
{
    breakOff(line);
}

void Pop3Dialogue::secured()
{
    m_capabilities.clear();
    m_timestamp.reset(); // it came in the clear, and there is no second greeting
    enter(Phase::Capabilities);
    ask(State::Capa, "CAPA");
}

Send Pop3Dialogue::goodbye()
{
    return goodbyeCommand("QUIT");
}

void Pop3Dialogue::onOk(QByteArrayView line)
{
    switch (m_state) {
    case State::Greeting:
        m_timestamp = apopTimestamp(line);
        enter(mustStartTls() ? Phase::StartTls : Phase::Capabilities);
        return mustStartTls() ? ask(State::Stls, "STLS") : ask(State::Capa, "CAPA");
    case State::Stls:
        return startTls();
    case State::CapaAfterRefusal:
    case State::Capa:
        m_hasCapa = true;
        m_state = State::CapaList;
        return;
    case State::Auth:
        if (!isSaslComplete())
            return breakOff(line);
        [[fallthrough]];
    case State::Pass:
    case State::Apop:
        m_isSignedIn = true;
        return stat();
    case State::User:
        m_state = State::Pass;
        m_command = "PASS";
        return send(command("PASS " + goal().password.reveal(), "PASS " + maskedSecret.toByteArray()));
    case State::Stat:
        return goal().sought.isEmpty() ? succeed() : onStat(line);
    case State::Top:
        m_state = State::Headers;
        return;
    case State::CapaList:
    case State::Headers:
        break;
    }
}

void Pop3Dialogue::onError(QByteArrayView line)
{
    Answer answer{"-ERR", line.sliced(4).toByteArray().trimmed()};
    if (const qsizetype end = answer.text.indexOf(']'); answer.text.startsWith('[') && end > 0) { // RFC 2449, section 8
        answer.code += ' ' + answer.text.first(end + 1);
        answer.text = answer.text.sliced(end + 1).trimmed();
    }
    noteRefused(m_command);
    switch (m_state) {
    case State::Greeting:
        return failAtOnce(Fault::GreetingRefused, answer);
    case State::Stls:
        m_refusal = answer;
        return ask(State::CapaAfterRefusal, "CAPA");
    case State::CapaAfterRefusal:
        return fail(Fault::StartTlsMissing, *m_refusal);
    case State::Capa:
        return onCapable();
    case State::Auth:
    case State::User:
    case State::Pass:
    case State::Apop:
        return fail(Fault::LoginRejected, answer);
    case State::Stat:
    case State::Top:
        return fail(Fault::ServerRefused, answer);
    case State::CapaList:
    case State::Headers:
        break;
    }
}

void Pop3Dialogue::onCapaLine(QByteArrayView line)
{
    if (line != QByteArrayView(".")) {
        const QByteArray capability = line.sliced(line.startsWith('.') ? 1 : 0).toByteArray().trimmed();
        if (!capability.isEmpty())
            m_capabilities += capability;
        return;
    }
    learn(m_capabilities, pop3MechanismsOf(m_capabilities) + apop());
    if (m_refusal)
        return fail(has("STLS") ? Fault::StartTlsRefused : Fault::StartTlsMissing, *m_refusal);
    onCapable();
}

void Pop3Dialogue::onCapable()
{
    wantsLogin() ? signIn() : stat();
}

void Pop3Dialogue::signIn()
{
    enter(Phase::Login);
    // Without CAPA it is older than RFC 2449 and can do what RFC 1939 has.
    const QByteArrayList offered = m_hasCapa ? mechanisms() : QByteArrayList{"USER"} + apop();
    if (offered.isEmpty())
        return fail(Fault::LoginForbidden);
    MechanismChoice choice = choose(offered);
    if (choice.name.isEmpty())
        return fail(Fault::CapabilityMissing);
    if (choice.name == "USER")
        return sayUser();
    if (choice.name == "APOP")
        return sayApop();
    m_state = State::Auth;
    m_command = "AUTH";
    const QByteArray line = "AUTH " + choice.name;
    const qsizetype longest = goal().token.isEmpty() ? longestPop3Auth : 0; // some take a token in a line of its own alone
    beginSasl(std::move(choice), line, longest);
}

void Pop3Dialogue::sayUser()
{
    noteMechanism("USER");
    ask(State::User, "USER " + goal().account->toUtf8());
}

void Pop3Dialogue::sayApop()
{
    noteMechanism("APOP");
    m_state = State::Apop;
    m_command = "APOP";
    const QByteArray line = "APOP " + goal().account->toUtf8() + ' ';
    m_digest = apopDigest(*m_timestamp, goal().password);
    send(command(line + m_digest, line + maskedSecret.toByteArray()));
}

QList<Secret> Pop3Dialogue::derived() const
{
    return m_digest.isEmpty() ? Conversation::derived() : QList{Secret(m_digest)};
}

QByteArrayList Pop3Dialogue::apop() const
{
    return m_timestamp ? QByteArrayList{"APOP"} : QByteArrayList();
}

void Pop3Dialogue::stat()
{
    if (!wantsEnvelope() || !m_isSignedIn)
        return succeed();
    enter(Phase::Envelope);
    ask(State::Stat, "STAT");
}

/// `+OK 3 120`: how many messages there are (RFC 1939, section 5).
void Pop3Dialogue::onStat(QByteArrayView line)
{
    bool isNumber = false;
    m_message = line.toByteArray().simplified().split(' ').value(1).toLongLong(&isNumber);
    if (!isNumber || m_message < 0)
        return breakOff(line);
    lookAtNext();
}

/// The headers alone, from the newest on: TOP marks nothing, and nothing is deleted without DELE.
void Pop3Dialogue::lookAtNext()
{
    if (m_message == 0 || m_looks++ == mostLooks)
        return succeed();
    m_isSubject = m_isBody = false;
    m_subject.clear();
    ask(State::Top, "TOP " + QByteArray::number(m_message--) + " 0");
}

void Pop3Dialogue::onHeaderLine(QByteArrayView line)
{
    if (line != QByteArrayView(".")) {
        const QByteArrayView text = line.sliced(line.startsWith('.') ? 1 : 0);
        const bool isFolded = text.startsWith(' ') || text.startsWith('\t');
        m_isBody = m_isBody || text.isEmpty();
        m_isSubject = isFolded
                          ? m_isSubject
                          : text.first(std::min<qsizetype>(8, text.size())).compare("Subject:", Qt::CaseInsensitive) == 0;
        if (m_isSubject && !m_isBody && m_subject.size() < longestSubject)
            m_subject += text;
        return;
    }
    if (!m_subject.contains(goal().sought))
        return lookAtNext();
    noteFound();
    succeed();
}

void Pop3Dialogue::ask(State state, const QByteArray& line)
{
    m_state = state;
    m_command = line.split(' ').first();
    send(command(line));
}

bool Pop3Dialogue::has(QByteArrayView capability) const
{
    return std::any_of(m_capabilities.begin(), m_capabilities.end(), [capability](const QByteArray& line) {
        return capability.compare(line.split(' ').first(), Qt::CaseInsensitive) == 0;
    });
}

} // namespace stationer
