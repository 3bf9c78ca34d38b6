#pragma once

#include "connection/report.h"
#include "mail/transcriptmask.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <chrono>

namespace stationer {

/// What was said on one connection, in order, with times since the test began. It takes server text raw, masks what a server
/// repeats of the secrets and makes the rest safe to show; what is sent comes masked. Bounded: beyond `maximum` lines only
/// their number is kept.
class Transcript {
public:
    static constexpr qsizetype maximum = 2000;

    explicit Transcript(std::chrono::steady_clock::time_point began) : m_began(began) {}

    void withhold(const SoughtSecrets& secrets) { m_secrets = secrets; } ///< in what the server says from now on
    void sent(QByteArrayView shown, bool isEncrypted);
    void received(QByteArrayView line, bool isEncrypted);
    void note(const QString& text);
    QList<TranscriptLine> lines();

private:
    void add(TranscriptLine::Direction direction, const QString& text, bool isEncrypted);
    void settle();

    std::chrono::steady_clock::time_point m_began;
    QList<TranscriptLine> m_lines;
    QByteArrayList m_heard; ///< the lines of a reply that goes on, raw
    qsizetype m_firstHeard = 0;
    SoughtSecrets m_secrets;
    qsizetype m_leftOut = 0;
};

} // namespace stationer
