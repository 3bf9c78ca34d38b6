#include "mail/imapdialogue.h"

#include "mail/stationsignin.h"
#include "mail/wordlist.h"

#include <algorithm>

// Transitions. NO and BAD end a state with its fault, an untagged BYE ends any state, a line of another form or with another
// tag is ProtocolBroken. Untagged data in between is passed over.
//
//     Greeting ──OK──▶ Capability ──OK──▶ (mode starttls, in the clear) StartTls ──OK──▶ TLS ──▶ Capability
//        │    the greeting gave them:                                                  (always asked again)
//        └──────▶ as after Capability
//     Capability ──OK──▶ Authenticate ──+──▶ Authenticate ──OK──▶ Examine ──OK──▶ succeeded
//                   └──▶ Login ──+──▶ Login (the next literal) ──OK──┘       ├──OK, with ACL──▶ Rights ──▶ succeeded
//                                                                            └──OK, to look for a message──▶ Search ──OK──▶ succeeded
//
// Authenticate, Login and Examine are passed over where the goal does not want them. Before it succeeds, Select opens the
// inbox for writing where the goal says so. What Rights and Select bring is for whoever wonders what a station would meet:
// the goal is reached before, and neither a refusal nor a lost connection takes that back.

namespace stationer {

namespace {

/// RFC 7162, section 4: servers take command lines of at least 8,192 octets.
constexpr qsizetype longestCommand = 8192;

QByteArrayList imapMechanismsOf(const QByteArrayList& capabilities)
{
    QByteArrayList mechanisms;
    for (const QByteArray& capability : capabilities)
        if (const QByteArray upper = capability.toUpper(); upper.startsWith("AUTH=") && upper.size() > 5)
            mechanisms += upper.sliced(5);
    return mechanisms;
}

} // namespace

ImapDialogue::ImapDialogue(DialogueGoal goal, TagSource tags)
    : Conversation(std::move(goal), Service::Imap), m_tags(std::move(tags))
{
}

void ImapDialogue::received(QByteArrayView line)
{
    if (m_state == State::Greeting && !isOwnGreeting(line))
        return;
    switch (m_reader.take(line)) {
    case ImapResponseReader::Taken::More:
        return;
    case ImapResponseReader::Taken::Whole:
        if (m_isEarly && m_reader.response().kind != ImapResponse::Kind::Untagged)
            return breakOff(line);
        onResponse(m_reader.response());
        m_isEarly = false;
        return;
    case ImapResponseReader::Taken::Broken:
        return breakOff(line);
    }
}

/// Untagged responses may come at any time (RFC 3501, section 7); only those answer nothing.
void ImapDialogue::receivedEarly(QByteArrayView line)
{
    m_isEarly = true;
    received(line);
}

void ImapDialogue::secured()
{
    m_capabilities.clear();
    m_hasAcl = false;
    m_reader = {};
    enter(Phase::Capabilities);
    ask(State::Capability, "CAPABILITY");
}

Send ImapDialogue::goodbye()
{
    return goodbyeCommand(m_tags() + " LOGOUT");
}

void ImapDialogue::onResponse(const ImapResponse& response)
{
    if (response.code.toUpper() == "ALERT")
        noteAlert(response.text);
    if (m_state == State::Greeting)
        return onGreeting(response);
    switch (response.kind) {
    case ImapResponse::Kind::Untagged:
        return onUntagged(response);
    case ImapResponse::Kind::Continuation:
        return onContinuation(response);
    case ImapResponse::Kind::Tagged:
        if (response.tag != m_tag)
            return failAtOnce(Fault::ProtocolBroken, {response.fullCode(), response.tag + ' ' + response.text});
        return onDone(response);
    }
}

void ImapDialogue::onGreeting(const ImapResponse& response)
{
    using enum ImapResponse::Status;
    if (response.status == Bye || response.status == No || response.status == Bad)
        return failAtOnce(Fault::GreetingRefused, {response.fullCode(), response.text});
    m_isSignedIn = response.status == PreAuth;
    // STARTTLS is not allowed any more after PREAUTH (RFC 3501, section 6.2.1), so nothing could be encrypted.
    if (m_isSignedIn && (mustStartTls() || wantsLogin()))
        return fail(Fault::PreAuthenticated, {response.fullCode(), response.text});
    enter(mustStartTls() ? Phase::StartTls : Phase::Capabilities);
    if (const QByteArrayList given = response.capabilities(); !given.isEmpty()) {
        take(given);
        return onCapable();
    }
    ask(State::Capability, "CAPABILITY");
}

void ImapDialogue::onUntagged(const ImapResponse& response)
{
    if (response.status == ImapResponse::Status::PreAuth)
        return failAtOnce(Fault::ProtocolBroken, {response.fullCode(), response.text});
    if (response.status == ImapResponse::Status::Bye) {
        const bool isRefused = m_state == State::StartTls;
        return failAtOnce(isRefused ? Fault::StartTlsRefused : Fault::ServerRefused, {response.fullCode(), response.text});
    }
    if (m_state == State::Search && !m_isEarly && response.name == "SEARCH")
        return onFound(response.text);
    if (m_state == State::Rights && response.name == "MYRIGHTS")
        noteInboxRights(response.text.mid(response.text.lastIndexOf(' ') + 1));
    // Capabilities count where they were asked for. Of others, such as those after a login, only the rights to a box do.
    if (m_state == State::Authenticate || m_state == State::Login)
        lookForAcl(response.capabilities());
    if (m_state == State::Capability && !m_isEarly && !response.capabilities().isEmpty())
        take(response.capabilities());
}

void ImapDialogue::onContinuation(const ImapResponse& response)
{
    if (m_state == State::Authenticate)
        return answerChallenge(response.text);
    if (m_state == State::Login && !m_parts.isEmpty())
        return send(m_parts.takeFirst());
    breakOff("+ " + response.text);
}

void ImapDialogue::onDone(const ImapResponse& response)
{
    const Answer answer{response.fullCode(), response.text};
    const bool isOk = response.status == ImapResponse::Status::Ok;
    switch (m_state) {
    case State::Greeting:
        break;
    case State::Capability:
        if (!isOk)
            return refuse(Fault::ServerRefused, response);
        if (m_capabilities.isEmpty())
            take(response.capabilities());
        return m_capabilities.isEmpty() ? failAtOnce(Fault::ProtocolBroken, answer) : onCapable();
    case State::StartTls:
        return isOk ? startTls() : refuse(Fault::StartTlsRefused, response);
    case State::Authenticate:
    case State::Login:
        if (isOk && isSaslComplete() && m_parts.isEmpty()) {
            m_isSignedIn = true;
            lookForAcl(response.capabilities());
            return examine();
        }
        if (isOk)
            return failAtOnce(Fault::ProtocolBroken, answer);
        return refuse(response.code.toUpper() == "PRIVACYREQUIRED" ? Fault::LoginForbidden : Fault::LoginRejected, response);
    case State::Examine:
        if (!isOk)
            return refuse(Fault::ServerRefused, response);
        if (!goal().sought.isEmpty())
            return ask(State::Search, "SEARCH SUBJECT \"" + goal().sought + '"');
        noteGoalReached();
        return m_hasAcl ? ask(State::Rights, "MYRIGHTS INBOX") : openInbox();
    case State::Search:
        return isOk ? succeed() : refuse(Fault::ServerRefused, response);
    case State::Rights:
        return openInbox();
    case State::Select:
        noteInboxOpens(isOk && response.code.toUpper() != "READ-ONLY");
        return succeed();
    }
}

void ImapDialogue::refuse(Fault fault, const ImapResponse& response)
{
    noteRefused(m_command);
    fail(fault, {response.fullCode(), response.text});
}

void ImapDialogue::onCapable()
{
    if (mustStartTls()) {
        if (!has("STARTTLS"))
            return fail(Fault::StartTlsMissing);
        return ask(State::StartTls, "STARTTLS");
    }
    wantsLogin() ? signIn() : examine();
}

void ImapDialogue::signIn()
{
    enter(Phase::Login);
    // LOGINDISABLED forbids the LOGIN command alone (RFC 9051, section 6.2.3).
    if (has("LOGINDISABLED") && mechanisms().isEmpty())
        return fail(Fault::LoginForbidden);
    // The LOGIN command is there for everyone to use where it is not disabled. Where a station finds no mechanism that it
    // knows, it takes that; else it is the last resort.
    const bool isCommandFree = !has("LOGINDISABLED");
    const bool isCommandFirst = isCommandFree && goal().signsInAsStation && needsPassword() &&
                                !stationsMechanism(mechanisms(), Protocol::Imap, StationProfile::Password);
    const auto takesCommand = [this] { return choose(mechanisms() + QByteArrayList{"LOGIN"}).name == "LOGIN"; };
    if (isCommandFirst && takesCommand())
        return sayLogin();
    MechanismChoice choice = choose(mechanisms());
    if (choice.exchange) {
        m_state = State::Authenticate;
        m_command = "AUTHENTICATE";
        m_tag = m_tags();
        const QByteArray line = m_tag + " AUTHENTICATE " + choice.name;
        return beginSasl(std::move(choice), line, has("SASL-IR") ? longestCommand : 0);
    }
    if (isCommandFree && takesCommand())
        return sayLogin();
    fail(Fault::CapabilityMissing);
}

void ImapDialogue::sayLogin()
{
    m_state = State::Login;
    m_command = "LOGIN";
    m_tag = m_tags();
    noteMechanism("LOGIN");
    const LiteralStyle style = has("LITERAL+")   ? LiteralStyle::Plus
                               : has("LITERAL-") ? LiteralStyle::Minus
                                                 : LiteralStyle::Synchronising;
    ImapCommand login(m_tag + " LOGIN", style);
    login.addArgument(goal().account->toUtf8());
    login.addSecret(goal().password.reveal());
    m_parts = login.parts();
    send(m_parts.takeFirst());
}

void ImapDialogue::examine()
{
    if (!wantsEnvelope() || !m_isSignedIn) {
        noteGoalReached();
        return openInbox();
    }
    enter(Phase::Envelope);
    ask(State::Examine, "EXAMINE INBOX"); // read-only, unlike SELECT
}

void ImapDialogue::openInbox()
{
    if (!goal().opensInbox || !m_isSignedIn)
        return succeed();
    ask(State::Select, "SELECT INBOX");
}

/// The numbers of the messages found, none where there is no such (RFC 3501, section 7.2.5).
void ImapDialogue::onFound(const QByteArray& numbers)
{
    const auto isNumber = [](const QByteArray& word) {
        return !word.isEmpty() && word[0] != '0' && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
    };
    const QByteArray list = numbers.trimmed();
    if (list.isEmpty())
        return;
    if (!std::ranges::all_of(list.split(' '), isNumber))
        return breakOff("* SEARCH " + numbers);
    noteFound();
}

void ImapDialogue::ask(State state, const QByteArray& line)
{
    m_state = state;
    m_command = line.split(' ').first();
    m_tag = m_tags();
    send(command(m_tag + ' ' + line));
}

void ImapDialogue::take(const QByteArrayList& capabilities)
{
    m_capabilities = capabilities;
    lookForAcl(capabilities);
    learn(capabilities, imapMechanismsOf(capabilities));
}

/// Many servers speak of ACL (RFC 4314) only to whoever is signed in.
void ImapDialogue::lookForAcl(const QByteArrayList& capabilities)
{
    m_hasAcl = m_hasAcl || holds(capabilities, "ACL");
}

bool ImapDialogue::has(QByteArrayView capability) const
{
    return holds(m_capabilities, capability);
}

} // namespace stationer
