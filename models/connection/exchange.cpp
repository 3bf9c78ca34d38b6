#include "connection/exchange.h"

#include "connection/promptacks.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// A flooding server must not keep timers and cancelling from their turn of the event loop.
constexpr int linesPerTurn = 64;
constexpr qsizetype bytesPerTurn = 16 * 1024;

template <class... Functions>
struct Match : Functions... {
    using Functions::operator()...;
};
template <class... Functions>
Match(Functions...) -> Match<Functions...>;

} // namespace

Exchange::Exchange(QSslSocket* socket, std::unique_ptr<Dialogue> dialogue, const DialogueGoal& goal, const Limits& limits,
                   Transcript* transcript, QObject* parent)
    : QObject(parent), m_socket(socket), m_dialogue(std::move(dialogue)), m_goal(goal), m_limits(limits),
      m_transcript(transcript)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { breakOff(Outcome::TimedOut); });
    m_calculation.setSingleShot(true);
    m_calculation.setInterval(0);
    connect(&m_calculation, &QTimer::timeout, this, [this] { perform(m_dialogue->goOn()); });
    m_lastLook.setSingleShot(true);
    m_lastLook.setInterval(0); // a timer's turn comes after the sockets'
    connect(&m_lastLook, &QTimer::timeout, this, [this] {
        if (m_socket->bytesAvailable() > 0)
            return breakOff(Outcome::StartTlsInjected);
        emit startTlsWanted();
    });
    connect(socket, &QSslSocket::readyRead, this, &Exchange::schedulePump);
    connect(socket, &QSslSocket::errorOccurred, this, &Exchange::onClosed);
    connect(socket, &QSslSocket::disconnected, this, &Exchange::onClosed);
}

void Exchange::begin(const ChannelFacts& channel)
{
    m_state = State::Talking;
    m_transcript->withhold(secrets());
    m_isClosed = m_socket->state() != QAbstractSocket::ConnectedState;
    m_deadline.start(m_limits.greeting);
    perform(m_dialogue->connected(channel));
    schedulePump(); // something may have come while the socket changed hands
}

void Exchange::resumeEncrypted(const ChannelFacts& channel)
{
    m_state = State::Talking;
    m_buffer = LineBuffer();
    m_isClosed = m_socket->state() != QAbstractSocket::ConnectedState;
    perform(m_dialogue->encrypted(channel));
    schedulePump();
}

void Exchange::stop()
{
    m_state = State::Over;
    m_deadline.stop();
    m_lastLook.stop();
    m_calculation.stop();
}

void Exchange::onClosed()
{
    if (m_state == State::Waiting)
        return; // the handshake's own affair
    m_isClosed = true;
    schedulePump();
}

void Exchange::schedulePump()
{
    if (m_isPumpScheduled || m_state != State::Talking)
        return;
    m_isPumpScheduled = true;
    QMetaObject::invokeMethod(this, &Exchange::pump, Qt::QueuedConnection);
}

void Exchange::pump()
{
    m_isPumpScheduled = false;
    if (m_state != State::Talking)
        return;
    // Lines that are complete come first, so that what is held in memory stays small.
    for (int lines = 0; lines < linesPerTurn; ++lines) {
        const bool isEarly = m_buffer.isNextEarly();
        const std::optional<QByteArray> line = m_buffer.takeLine();
        if (!line)
            break;
        onLine(*line, isEarly);
        if (m_state != State::Talking)
            return;
        if (lines + 1 == linesPerTurn) {
            schedulePump();
            return;
        }
    }
    if (m_buffer.isOverfull() || m_replyBytes + m_buffer.rest().size() > m_limits.replyBytes)
        return breakOff(Outcome::ProtocolBroken);
    if (m_socket->bytesAvailable() > 0) {
        const QByteArray bytes = m_socket->read(bytesPerTurn);
        if (m_firstBytes.size() < 2)
            m_firstBytes += bytes.first(std::min<qsizetype>(bytes.size(), 2));
        if (speaksTls())
            return breakOff(Outcome::WrongMode);
        m_buffer.append(bytes);
        schedulePump();
    } else if (m_isClosed) {
        breakOff(Outcome::ConnectionLost, m_socket->errorString());
    }
}

/// A TLS record of the kind alert or handshake where a line of text was due (RFC 8446, section 5.1).
bool Exchange::speaksTls() const
{
    return !m_hasLine && !m_socket->isEncrypted() && m_firstBytes.size() >= 2 &&
           (m_firstBytes.at(0) == '\x15' || m_firstBytes.at(0) == '\x16') && m_firstBytes.at(1) == '\x03';
}

void Exchange::onLine(const QByteArray& line, bool isEarly)
{
    m_replyBytes += line.size() + 2;
    m_transcript->received(line, m_socket->isEncrypted());
    if (m_replyBytes > m_limits.replyBytes)
        return breakOff(Outcome::ProtocolBroken);
    if (!m_hasLine) {
        m_hasLine = true;
        emit heard();
        if (m_state != State::Talking)
            return;
    }
    perform(isEarly ? m_dialogue->onEarly(line) : m_dialogue->on(line));
}

void Exchange::perform(const Steps& steps)
{
    for (const Step& each : steps) {
        if (m_state != State::Talking)
            return;
        std::visit(Match{[this](const Send& step) { send(step); }, [this](const StartTls&) { startTls(); },
                         [this](const Enter& step) {
                             m_phase = step.phase;
                             emit entered(step.phase);
                         },
                         [this](const Calculate&) { m_calculation.start(); },
                         [this](const Succeed&) {
                             stop();
                             emit succeeded();
                         },
                         [this](const Fail& step) {
                             stop();
                             emit failed(step.failure);
                         }},
                   each);
    }
}

void Exchange::send(const Send& step)
{
    const bool isEncrypted = m_socket->isEncrypted();
    // The dialogues keep to this themselves; a fault in one must not cost a password.
    if (m_goal.security != SecurityMode::None && !isEncrypted && !isAllowedBeforeTls(m_goal.protocol, step.bytes))
        return breakOff(Outcome::ProtocolBroken);
    if (step.awaitsReply)
        m_buffer.markSent(m_socket->bytesAvailable());
    m_transcript->sent(step.shown, isEncrypted);
    m_transcript->withhold(secrets());
    m_socket->write(step.bytes);
    m_socket->flush();
    if (step.awaitsReply) {
        acknowledgePromptly(*m_socket);
        m_replyBytes = 0;
        m_deadline.start(replyDeadline());
    }
}

std::chrono::milliseconds Exchange::replyDeadline() const
{
    if (m_dialogue->hasReachedGoal()) // nobody waits long for what the test does not need
        return std::min(m_limits.reply, m_limits.counterProbe);
    switch (m_phase) {
    case Phase::Greeting:
    case Phase::StartTls:
    case Phase::Capabilities:
    case Phase::Envelope:
    case Phase::Message:
        return m_limits.reply;
    case Phase::Login:
        return m_limits.loginReply;
    }
    Q_UNREACHABLE();
}

/// What is left in a buffer now came in the clear, and would be read after the handshake as if it had been encrypted.
void Exchange::startTls()
{
    if (!m_buffer.isEmpty() || m_socket->bytesAvailable() > 0)
        return breakOff(Outcome::StartTlsInjected);
    m_deadline.stop();
    m_state = State::Waiting;
    m_lastLook.start();
}

void Exchange::breakOff(Outcome outcome, const QString& libraryText)
{
    stop();
    if (m_dialogue->hasReachedGoal())
        emit succeeded();
    else
        emit broke(outcome, libraryText);
}

bool isAllowedBeforeTls(Protocol protocol, QByteArrayView line)
{
    static constexpr std::array<QByteArrayView, 7> allowed{"EHLO", "CAPABILITY", "CAPA", "STARTTLS",
                                                           "STLS", "LOGOUT",     "QUIT"};
    QByteArray text = line.trimmed().toByteArray();
    if (text.contains('\n')) // one command a step, or something rides along
        return false;
    if (isTagged(protocol))
        text = text.sliced(std::min(text.size(), text.indexOf(' ') + 1));
    const qsizetype end = text.indexOf(' ');
    const QByteArray verb = (end < 0 ? text : text.first(end)).toUpper();
    return std::ranges::find(allowed, QByteArrayView(verb)) != allowed.end();
}

} // namespace stationer
