#include "mail/conversation.h"

#include "mail/transcriptmask.h"

#include <algorithm>
#include <utility>

namespace stationer {

namespace {

bool isOfAWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

} // namespace

Conversation::Conversation(DialogueGoal goal, Service service)
    : m_goal(std::move(goal)), m_service(service), m_tls(m_goal.security == SecurityMode::Ssl ? Tls::Encrypted : Tls::Clear)
{
}

Steps Conversation::connected(const ChannelFacts& channel)
{
    m_channel = channel;
    enter(Phase::Greeting);
    if (hasBadArgument())
        failAtOnce(Fault::BadArgument);
    return std::exchange(m_steps, {});
}

Steps Conversation::on(QByteArrayView line)
{
    if (m_hasEnded)
        return {};
    if (m_tls == Tls::Awaited)
        breakOff(line);
    else
        received(line);
    return std::exchange(m_steps, {});
}

Steps Conversation::onEarly(QByteArrayView line)
{
    if (m_hasEnded)
        return {};
    if (m_tls == Tls::Awaited)
        breakOff(line);
    else
        receivedEarly(line);
    return std::exchange(m_steps, {});
}

Steps Conversation::encrypted(const ChannelFacts& channel)
{
    m_channel = channel;
    if (m_hasEnded || m_tls != Tls::Awaited)
        return {};
    m_tls = Tls::Encrypted;
    secured();
    return std::exchange(m_steps, {});
}

Steps Conversation::goOn()
{
    if (m_hasEnded || !m_sasl || !m_sasl->isCalculating())
        return {};
    const std::optional<QByteArray> response = m_sasl->goOn();
    if (m_sasl->isCalculating())
        m_steps += Calculate{};
    else if (response)
        sendResponse(*response);
    else
        breakOff({});
    return std::exchange(m_steps, {});
}

QList<Secret> Conversation::derived() const
{
    QList<Secret> all;
    for (const QByteArray& one : m_sasl ? m_sasl->derived() : QByteArrayList())
        all += Secret(one);
    return all;
}

bool Conversation::isOwnGreeting(QByteArrayView line)
{
    m_learnt.greeting = line.toByteArray();
    const Service service = serviceOf(line);
    if (service == m_service)
        return true;
    DialogueFailure failure;
    failure.fault = service == Service::Unknown ? Fault::ProtocolBroken : Fault::WrongService;
    failure.phase = m_phase;
    failure.serverText = line.toByteArray();
    failure.service = service;
    end(failure);
    return false;
}

void Conversation::learn(const QByteArrayList& capabilities, const QByteArrayList& mechanisms)
{
    (isEncrypted() ? m_learnt.capabilitiesAfterTls : m_learnt.capabilitiesBeforeTls) = capabilities;
    (isEncrypted() ? m_learnt.mechanismsAfterTls : m_learnt.mechanismsBeforeTls) = mechanisms;
}

const QByteArrayList& Conversation::mechanisms() const
{
    return isEncrypted() ? m_learnt.mechanismsAfterTls : m_learnt.mechanismsBeforeTls;
}

MechanismChoice Conversation::choose(const QByteArrayList& offered)
{
    MechanismChoice choice = chooseMechanism(offered, m_goal, m_channel);
    m_learnt.mechanismNotes = choice.notes;
    return choice;
}

void Conversation::beginSasl(MechanismChoice choice, const QByteArray& line, qsizetype longest)
{
    m_sasl = std::move(choice.exchange);
    noteMechanism(choice.name);
    m_keptResponse = m_sasl->initialResponse();
    if (m_keptResponse) {
        // `=` stands for an empty one (RFC 4954, RFC 4959, RFC 5034).
        const QByteArray response = m_keptResponse->isEmpty() ? QByteArray("=") : m_keptResponse->toBase64();
        if (line.size() + 1 + response.size() + 2 <= longest) {
            m_keptResponse.reset();
            return send(command(line + ' ' + response, line + ' ' + maskedSecret.toByteArray()));
        }
    }
    send(command(line));
}

void Conversation::answerChallenge(QByteArrayView base64)
{
    if (m_sasl && m_sasl->isCalculating()) // it has not been answered yet
        return breakOff(base64);
    std::optional<QByteArray> response = std::exchange(m_keptResponse, std::nullopt);
    if (!response && m_sasl) {
        // Read leniently: some servers prompt in plain text. A mechanism that needs the challenge notices.
        response = m_sasl->respond(QByteArray::fromBase64(base64.toByteArray()));
        m_learnt.tokenError = m_sasl->error();
    }
    if (m_sasl && m_sasl->isCalculating())
        m_steps += Calculate{};
    else if (response)
        sendResponse(*response);
    else
        breakOff(base64);
}

void Conversation::sendResponse(const QByteArray& response)
{
    send(command(response.toBase64(), maskedSecret.toByteArray()));
}

void Conversation::send(const Send& step)
{
    m_hasSentSecret = m_hasSentSecret || step.shown.contains(maskedSecret);
    m_steps += step;
}

void Conversation::noteAlert(const QByteArray& text)
{
    constexpr qsizetype most = 5;
    if (m_learnt.alerts.size() < most && !m_learnt.alerts.contains(text))
        m_learnt.alerts += text;
}

void Conversation::enter(Phase phase)
{
    m_phase = phase;
    m_steps += Enter{phase};
}

void Conversation::startTls()
{
    m_tls = Tls::Awaited;
    m_steps += StartTls{};
}

void Conversation::succeed()
{
    m_hasEnded = true;
    if (m_learnt.mechanism.isEmpty())
        m_learnt.mechanismNotes = notesWithoutLogin(mechanisms(), m_goal.protocol);
    m_steps += goodbye();
    m_steps += Succeed{};
}

void Conversation::fail(Fault fault, const Answer& answer)
{
    m_steps += goodbye();
    failAtOnce(fault, answer);
}

void Conversation::failAtOnce(Fault fault, const Answer& answer)
{
    DialogueFailure failure;
    failure.fault = fault;
    failure.phase = m_phase;
    failure.code = answer.code;
    failure.serverText = answer.text;
    failure.command = m_refused;
    failure.isBeforeSecret = m_phase == Phase::Login && !m_hasSentSecret;
    end(failure);
}

void Conversation::breakOff(QByteArrayView line)
{
    failAtOnce(Fault::ProtocolBroken, {{}, line.toByteArray()});
}

void Conversation::end(DialogueFailure failure)
{
    m_hasEnded = true;
    if (m_hasReachedGoal)
        return m_steps.append(Succeed{});
    const SoughtSecrets secrets = secretsOf(m_goal, derived());
    failure.code = withoutSecrets(failure.code, secrets);
    failure.serverText = withoutSecrets(failure.serverText, secrets);
    m_steps += Fail{failure};
}

/// The envelope's addresses only count where they are sent: an account is its sender too, and may be no address.
bool Conversation::hasBadArgument() const
{
    const auto isBadAddress = [](const QString& address) { return !isCleanAddress(address.toUtf8()); };
    const bool isEnvelopeBad = isBadAddress(m_goal.sender) || std::ranges::any_of(m_goal.recipients, isBadAddress) ||
                               !isCleanMessage(m_goal.message);
    return !isCleanArgument(m_goal.account.value_or(QString()).toUtf8()) || !isCleanArgument(m_goal.password.reveal()) ||
           !isCleanArgument(m_goal.token.reveal()) || !isCleanArgument(m_goal.mechanism) ||
           !isCleanAddress(m_goal.ehloName) || !std::ranges::all_of(m_goal.sought, isOfAWord) ||
           (sendsMail(m_goal.protocol) && wantsEnvelope() && isEnvelopeBad);
}

} // namespace stationer
