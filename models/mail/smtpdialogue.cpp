#include "mail/smtpdialogue.h"

#include <algorithm>

// Transitions. What is not drawn ends the dialogue: 4yz and 5yz with the fault of the state, any other code as
// ProtocolBroken.
//
//     Greeting ──220──▶ Ehlo ──250──▶ (mode starttls, in the clear) StartTls ──220──▶ TLS ──▶ Ehlo
//                         │ 5yz, not in mode starttls                                    (all asked again)
//                         └──────▶ Helo
//     Ehlo, Helo ──250──▶ Auth ──334──▶ Auth
//                          └──235──▶ Mail ──250──▶ Recipient ──250,251,252──▶ Reset ──250──▶ succeeded
//                                                      └──────────▶ Data ──354──▶ Message ──250──▶ succeeded
//
// Recipient is passed once for each. One that is refused does not keep the others from being asked for; then the first
// refusal ends the dialogue, and nothing is sent to anybody: a station sends to all or to none. Auth and Mail are passed
// over where the goal does not want them. Where a password is to sign in and no AUTH is offered, it is a relay that a
// station hands mail to without a sign-in: Mail and Recipient are then asked at depth login too. A greeting that begins with
// 220 and ends with a refusal is a refusal.

namespace stationer {

namespace {

/// RFC 4954, section 4: an initial response that makes the command longer than this is sent as a response instead.
constexpr qsizetype longestSmtpAuth = 512;

QByteArrayList keywordsOf(const SmtpReply& reply)
{
    QByteArrayList keywords = reply.lines.mid(1); // the first line is the server's name
    for (QByteArray& keyword : keywords)
        keyword = keyword.trimmed();
    keywords.removeAll(QByteArray());
    return keywords;
}

/// `AUTH PLAIN LOGIN`, and `AUTH=PLAIN LOGIN` as servers wrote it before the standard.
QByteArrayList smtpMechanismsOf(const QByteArrayList& keywords)
{
    QByteArrayList mechanisms;
    for (const QByteArray& keyword : keywords) {
        const QByteArray upper = keyword.toUpper();
        if (!upper.startsWith("AUTH ") && !upper.startsWith("AUTH="))
            continue;
        for (const QByteArray& name : upper.sliced(5).simplified().split(' '))
            if (!name.isEmpty() && !mechanisms.contains(name))
                mechanisms += name;
    }
    return mechanisms;
}

bool isAscii(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

/// EHLO needs a name (RFC 5321, section 4.1.3); the driver knows a better one.
DialogueGoal named(DialogueGoal goal)
{
    if (goal.ehloName.isEmpty())
        goal.ehloName = "[127.0.0.1]";
    return goal;
}

} // namespace

SmtpDialogue::SmtpDialogue(DialogueGoal goal) : Conversation(named(std::move(goal)), Service::Smtp) {}

void SmtpDialogue::received(QByteArrayView line)
{
    if (m_state == State::Greeting && learnt().greeting.isEmpty() && !isOwnGreeting(line))
        return;
    const bool isTurn = m_state == State::Greeting && (line.startsWith('4') || line.startsWith('5'));
    switch (isTurn ? m_reader.takeAnew(line) : m_reader.take(line)) {
    case SmtpReplyReader::Taken::More:
        return;
    case SmtpReplyReader::Taken::Whole:
        return onReply(m_reader.reply());
    case SmtpReplyReader::Taken::Broken:
        return breakOff(line);
    }
}

/// 421 may come at any time (RFC 5321, section 3.8), and then says why the rest does not.
void SmtpDialogue::receivedEarly(QByteArrayView line)
{
    line.startsWith("421") ? received(line) : breakOff(line);
}

void SmtpDialogue::secured()
{
    m_keywords.clear();
    enter(Phase::Capabilities);
    sayEhlo();
}

Send SmtpDialogue::goodbye()
{
    return goodbyeCommand("QUIT");
}

void SmtpDialogue::onReply(const SmtpReply& reply)
{
    switch (m_state) {
    case State::Greeting:
        return onGreeting(reply);
    case State::Ehlo:
    case State::Helo:
        return onEhlo(reply);
    case State::StartTls:
        return onStartTls(reply);
    case State::Auth:
        return onAuth(reply);
    case State::Mail:
    case State::Recipient:
    case State::Reset:
    case State::Data:
    case State::Message:
        return onEnvelope(reply);
    }
}

void SmtpDialogue::onGreeting(const SmtpReply& reply)
{
    if (reply.code != 220)
        return failOver(Fault::GreetingRefused, reply);
    enter(mustStartTls() ? Phase::StartTls : Phase::Capabilities);
    sayEhlo();
}

void SmtpDialogue::onEhlo(const SmtpReply& reply)
{
    if (reply.code != 250) {
        // HELO says nothing of STARTTLS and AUTH: it is of use where neither is wanted, or to hand mail in without, as
        // stations do.
        const bool isUnknown = reply.code == 500 || reply.code == 502;
        const bool mayTryHelo = m_state == State::Ehlo && goal().security != SecurityMode::StartTls &&
                                (wantsLogin() ? isUnknown && isRelay() : reply.kind() == 5);
        if (mayTryHelo)
            return ask(State::Helo, "HELO " + goal().ehloName);
        return failOver(Fault::ServerRefused, reply);
    }
    m_keywords = m_state == State::Ehlo ? keywordsOf(reply) : QByteArrayList();
    learn(m_keywords, smtpMechanismsOf(m_keywords));
    if (mustStartTls()) {
        if (!offers("STARTTLS"))
            return fail(Fault::StartTlsMissing);
        return ask(State::StartTls, "STARTTLS");
    }
    wantsLogin() && !isRelay() ? signIn() : beginEnvelope();
}

void SmtpDialogue::onStartTls(const SmtpReply& reply)
{
    if (reply.code != 220)
        return failOver(Fault::StartTlsRefused, reply);
    startTls();
}

void SmtpDialogue::signIn()
{
    enter(Phase::Login);
    if (mechanisms().isEmpty())
        return fail(Fault::LoginForbidden);
    MechanismChoice choice = choose(mechanisms());
    if (choice.name.isEmpty())
        return fail(Fault::CapabilityMissing);
    m_state = State::Auth;
    const QByteArray line = "AUTH " + choice.name;
    beginSasl(std::move(choice), line, longestSmtpAuth);
}

void SmtpDialogue::onAuth(const SmtpReply& reply)
{
    if (reply.code == 334)
        return answerChallenge(reply.lines.first());
    if (reply.code == 235 && isSaslComplete())
        return beginEnvelope();
    // 538 and 523: encryption required for this mechanism (RFC 4954, RFC 5248).
    failOver(reply.code == 538 || reply.code == 523 ? Fault::LoginForbidden : Fault::LoginRejected, reply);
}

void SmtpDialogue::beginEnvelope()
{
    if (!wantsEnvelope() && !(wantsLogin() && isRelay()))
        return succeed();
    enter(goal().depth == Depth::Message ? Phase::Message : Phase::Envelope);
    const bool needsUtf8 = !isAscii(goal().sender) || !std::ranges::all_of(goal().recipients, isAscii);
    if (needsUtf8 && !offers("SMTPUTF8"))
        return fail(Fault::CapabilityMissing);
    ask(State::Mail, "MAIL FROM:<" + goal().sender.toUtf8() + '>' + (needsUtf8 ? " SMTPUTF8" : ""));
}

void SmtpDialogue::onEnvelope(const SmtpReply& reply)
{
    const int wanted = m_state == State::Data ? 354 : 250;
    const bool isAddressed = m_state == State::Mail || m_state == State::Recipient;
    if (goal().letsPutOff && isAddressed && reply.kind() == 4 && reply.code != 421) { // greylisting, often
        notePutOff(reply.fullCode() + ' ' + reply.text());
        return ask(State::Reset, "RSET");
    }
    if (m_state == State::Recipient)
        return onRecipient(reply);
    if (reply.code != wanted)
        return failOver(Fault::ServerRefused, reply);
    if (m_state == State::Mail)
        return goal().recipients.isEmpty() ? endEnvelope() : askRecipient();
    if (m_state == State::Data) {
        m_state = State::Message;
        return send({dotStuffed(goal().message), "[" + QByteArray::number(goal().message.size()) + " bytes]", true});
    }
    succeed();
}

void SmtpDialogue::askRecipient()
{
    ask(State::Recipient, "RCPT TO:<" + goal().recipients[m_recipient].toUtf8() + '>');
}

void SmtpDialogue::onRecipient(const SmtpReply& reply)
{
    const bool isAccepted = reply.code == 250 || reply.code == 251 || reply.code == 252;
    const bool isRefused = reply.kind() == 4 || reply.kind() == 5;
    if (isAccepted || isRefused)
        noteRecipient({isAccepted, reply.fullCode(), reply.text()});
    if (reply.code == 421 || (!isAccepted && !isRefused))
        return failOver(Fault::ServerRefused, reply);
    if (isRefused && !m_refusal)
        m_refusal = reply;
    if (++m_recipient < goal().recipients.size())
        return askRecipient();
    m_refusal ? failOver(Fault::ServerRefused, *m_refusal) : endEnvelope();
}

void SmtpDialogue::endEnvelope()
{
    goal().depth == Depth::Message ? ask(State::Data, "DATA") : ask(State::Reset, "RSET");
}

void SmtpDialogue::sayEhlo()
{
    ask(State::Ehlo, "EHLO " + goal().ehloName);
}

void SmtpDialogue::ask(State state, const QByteArray& line)
{
    m_state = state;
    send(command(line));
}

void SmtpDialogue::failOver(Fault fault, const SmtpReply& reply)
{
    const Answer answer{reply.fullCode(), reply.text()};
    noteRefused(refusedCommand());
    if (reply.kind() != 4 && reply.kind() != 5)
        return failAtOnce(Fault::ProtocolBroken, answer);
    if (reply.code == 421) // the server hangs up by itself
        return failAtOnce(fault, answer);
    fail(fault, answer);
}

QByteArray SmtpDialogue::refusedCommand() const
{
    switch (m_state) {
    case State::Greeting:
        return {};
    case State::Auth:
        return "AUTH";
    case State::Ehlo:
        return "EHLO";
    case State::Helo:
        return "HELO";
    case State::StartTls:
        return "STARTTLS";
    case State::Mail:
        return "MAIL";
    case State::Recipient:
        return "RCPT";
    case State::Reset:
        return "RSET";
    case State::Data:
    case State::Message:
        return "DATA";
    }
    Q_UNREACHABLE();
}

/// Whether it takes mail without a sign-in, as far as its offer goes. A token or a client certificate is there to be tested.
bool SmtpDialogue::isRelay() const
{
    return mechanisms().isEmpty() && needsPassword() && !goal().mustSignIn;
}

bool SmtpDialogue::offers(QByteArrayView keyword) const
{
    return std::any_of(m_keywords.begin(), m_keywords.end(), [keyword](const QByteArray& line) {
        return keyword.compare(line.split(' ').first(), Qt::CaseInsensitive) == 0;
    });
}

} // namespace stationer
