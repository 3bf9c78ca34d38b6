#pragma once

#include "connection/connectiontest.h"
#include "connection/transcript.h"
#include "mail/dialogue.h"
#include "mail/linebuffer.h"

#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <memory>

namespace stationer {

/// Carries one dialogue over one connected socket: bytes become lines, lines become steps, steps become bytes, within the
/// bounds and deadlines. A deadline is for a whole reply: it begins anew only when something is sent that awaits one; and
/// what had been read by then is no reply to that. It knows neither stages nor TLS: at the dialogue's wish for TLS it stops
/// and says so, and goes on when told. It owns the dialogue, not the socket. After succeeded(), failed() or broke() it does
/// and says nothing more.
///
///     Idle ──begin()──▶ Talking ──StartTls, all buffers empty──▶ Waiting ──resumeEncrypted()──▶ Talking
///                          │                                        │
///                          └──Succeed, Fail, a fault──▶ Over ◀──────┘ stop()
class Exchange : public QObject {
    Q_OBJECT
public:
    Exchange(QSslSocket* socket, std::unique_ptr<Dialogue> dialogue, const DialogueGoal& goal, const Limits& limits,
             Transcript* transcript, QObject* parent = nullptr);

    void begin(const ChannelFacts& channel = {}); ///< encrypted already in mode ssl
    void resumeEncrypted(const ChannelFacts& channel = {});
    void stop();
    bool hasHeard() const { return !m_firstBytes.isEmpty(); }
    Learnt learnt() const { return withoutSecrets(m_dialogue->learnt(), secrets()); } ///< nothing that the server repeated

signals:
    void heard(); ///< the first line came
    void entered(stationer::Phase phase);
    void startTlsWanted();
    void succeeded();
    void failed(const stationer::DialogueFailure& failure);
    void broke(stationer::Outcome outcome, const QString& libraryText); ///< ended by the line, not by the dialogue

private:
    enum class State { Idle, Talking, Waiting, Over };

    void schedulePump();
    void pump();
    void onLine(const QByteArray& line, bool isEarly);
    void perform(const Steps& steps);
    void send(const Send& step);
    void startTls();
    void onClosed();
    void breakOff(Outcome outcome, const QString& libraryText = {});
    bool speaksTls() const;
    std::chrono::milliseconds replyDeadline() const;
    SoughtSecrets secrets() const { return secretsOf(m_goal, m_dialogue->derived()); }

    QSslSocket* m_socket;
    std::unique_ptr<Dialogue> m_dialogue;
    DialogueGoal m_goal; ///< what the dialogue was made of
    Limits m_limits;
    Transcript* m_transcript;
    State m_state = State::Idle;
    Phase m_phase = Phase::Greeting;
    LineBuffer m_buffer;
    QByteArray m_firstBytes;
    QTimer m_deadline;
    QTimer m_calculation; ///< the turn of its next part, after the sockets and the other timers had theirs
    QTimer m_lastLook;    ///< for what the system has received and the socket not read yet
    qsizetype m_replyBytes = 0;
    bool m_hasLine = false;
    bool m_isClosed = false;
    bool m_isPumpScheduled = false;
};

/// Whether a command may leave in the clear although encryption is wanted.
bool isAllowedBeforeTls(Protocol protocol, QByteArrayView line);

} // namespace stationer
