#include "connection/transcript.h"

using namespace Qt::StringLiterals;

namespace stationer {

void Transcript::sent(QByteArrayView shown, bool isEncrypted)
{
    add(TranscriptLine::Direction::ToServer, shownText(shown), isEncrypted);
}

void Transcript::received(QByteArrayView line, bool isEncrypted)
{
    if (m_lines.size() >= maximum) {
        ++m_leftOut; // spares a flooding server's text from being made safe and then dropped
        return;
    }
    add(TranscriptLine::Direction::FromServer, shownText(line), isEncrypted);
}

void Transcript::note(const QString& text)
{
    add(TranscriptLine::Direction::Note, text, false);
}

void Transcript::add(TranscriptLine::Direction direction, const QString& text, bool isEncrypted)
{
    if (m_lines.size() >= maximum) {
        ++m_leftOut;
        return;
    }
    m_lines.append({direction, std::chrono::steady_clock::now() - m_began, text, isEncrypted});
}

QList<TranscriptLine> Transcript::lines() const
{
    QList<TranscriptLine> all = m_lines;
    if (m_leftOut > 0)
        all.append({TranscriptLine::Direction::Note, all.last().at, u"… (+%1)"_s.arg(m_leftOut), false});
    return all;
}

} // namespace stationer
