#pragma once

#include "connection/report.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <chrono>

namespace stationer {

/// What was said on one connection, in order, with times since the test began. It takes server text raw and makes it safe to
/// show; what is sent comes masked. Bounded: beyond `maximum` lines only their number is kept.
class Transcript {
public:
    static constexpr qsizetype maximum = 2000;

    explicit Transcript(std::chrono::steady_clock::time_point began) : m_began(began) {}

    void sent(QByteArrayView shown, bool isEncrypted);
    void received(QByteArrayView line, bool isEncrypted);
    void note(const QString& text);
    QList<TranscriptLine> lines() const;

private:
    void add(TranscriptLine::Direction direction, const QString& text, bool isEncrypted);

    std::chrono::steady_clock::time_point m_began;
    QList<TranscriptLine> m_lines;
    qsizetype m_leftOut = 0;
};

} // namespace stationer
