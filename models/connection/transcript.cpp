#include "connection/transcript.h"
#include "connection/showntext.h"

using namespace Qt::StringLiterals;

namespace stationer {

void Transcript::sent(QByteArrayView shown, bool isEncrypted)
{
    add(TranscriptLine::Direction::ToServer, shownText(shown), isEncrypted);
}

void Transcript::received(QByteArrayView line, bool isEncrypted)
{
    if (m_lines.size() >= maximum) {
        ++m_leftOut;
        return;
    }
    if (m_heard.isEmpty())
        m_firstHeard = m_lines.size();
    m_heard += line.toByteArray();
    m_lines.append({TranscriptLine::Direction::FromServer, std::chrono::steady_clock::now() - m_began, {}, isEncrypted});
}

/// A secret may be folded over the lines of a reply, so they are masked together.
void Transcript::settle()
{
    QList<QByteArray*> lines;
    for (QByteArray& line : m_heard)
        lines += &line;
    maskFolded(lines, m_secrets);
    for (qsizetype i = 0; i < m_heard.size(); ++i)
        m_lines[m_firstHeard + i].text = shownText(withoutSecrets(m_heard.at(i), m_secrets));
    m_heard.clear();
}

void Transcript::note(const QString& text)
{
    add(TranscriptLine::Direction::Note, text, false);
}

void Transcript::add(TranscriptLine::Direction direction, const QString& text, bool isEncrypted)
{
    settle();
    if (m_lines.size() >= maximum) {
        ++m_leftOut;
        return;
    }
    m_lines.append({direction, std::chrono::steady_clock::now() - m_began, text, isEncrypted});
}

QList<TranscriptLine> Transcript::lines()
{
    settle();
    QList<TranscriptLine> all = m_lines;
    if (m_leftOut > 0)
        all.append({TranscriptLine::Direction::Note, all.last().at, u"… (+%1)"_s.arg(m_leftOut), false});
    return all;
}

} // namespace stationer
