// What differs from the bytes on disk, as stretches of them and what stands between.

#include "station/documentdata.h"
#include "station/writer.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

namespace stationer {

namespace {

constexpr qsizetype shortestStretch = 64;

/// Bytes of the file as first opened that stand in the saved one too, and where.
struct Kept {
    qsizetype from = 0, length = 0, at = 0;
};

std::optional<qsizetype> placeIn(const QByteArray& xml, const QByteArray& piece)
{
    const std::less<const char*> isBefore;
    if (piece.isEmpty() || isBefore(piece.constData(), xml.constData()) ||
        !isBefore(piece.constData(), xml.constData() + xml.size()))
        return std::nullopt;
    return piece.constData() - xml.constData();
}

QList<Kept> keptIn(const QByteArray& xml, const QList<QByteArray>& saved)
{
    QList<Kept> kept;
    qsizetype at = 0;
    for (const QByteArray& piece : saved) {
        if (const auto from = placeIn(xml, piece))
            kept.append({*from, piece.size(), at});
        at += piece.size();
    }
    std::sort(kept.begin(), kept.end(), [](const Kept& a, const Kept& b) { return a.from < b.from; });
    return kept;
}

/// Whether the list that comes next can be there: Qt takes the room for as many as are announced before it reads the first.
bool fits(QDataStream& in, qint64 bytesEach)
{
    const QByteArray count = in.device()->peek(sizeof(quint32));
    return count.size() == sizeof(quint32) &&
           qFromBigEndian<quint32>(count.constData()) <= in.device()->bytesAvailable() / bytesEach;
}

class Delta {
public:
    void stretch(qsizetype from, qsizetype length)
    {
        if (!m_stretches.isEmpty() && m_literal.isEmpty() && m_stretches.last().first + m_stretches.last().second == from) {
            m_stretches.last().second += length;
            return;
        }
        flush();
        m_stretches.append({from, length});
    }
    void literal(QByteArrayView bytes) { m_literal += bytes; }
    /// Before each stretch stands a literal, which may be empty, and one behind the last.
    QByteArray written()
    {
        flush();
        QByteArray bytes;
        QDataStream out(&bytes, QIODevice::WriteOnly);
        out << m_stretches << m_literals;
        return qCompress(bytes, 1);
    }

private:
    void flush()
    {
        m_literals.append(m_literal);
        m_literal.clear();
    }
    QList<std::pair<qint64, qint64>> m_stretches;
    QList<QByteArray> m_literals;
    QByteArray m_literal;
};

} // namespace

QByteArray Document::delta() const
{
    const QByteArray& xml = m_data->index->xml;
    const QList<QByteArray> saved = writeXmlPieces(m_data->saved, shortestStretch);
    const QList<QByteArray> now = writeXmlPieces(m_data->now, shortestStretch);
    const QList<Kept> kept = keptIn(xml, saved);
    Delta delta;
    for (const QByteArray& piece : now) {
        const auto from = placeIn(xml, piece);
        if (!from) {
            delta.literal(piece);
            continue;
        }
        qsizetype at = *from;
        const qsizetype end = at + piece.size();
        auto each = std::upper_bound(kept.begin(), kept.end(), at,
                                     [](qsizetype wanted, const Kept& one) { return wanted < one.from + one.length; });
        while (at < end) {
            if (each == kept.end() || each->from >= end) {
                delta.literal(QByteArrayView(xml).sliced(at, end - at));
                break;
            }
            if (each->from > at) {
                delta.literal(QByteArrayView(xml).sliced(at, each->from - at));
                at = each->from;
            }
            const qsizetype length = std::min(end, each->from + each->length) - at;
            delta.stretch(each->at + at - each->from, length);
            at += length;
            ++each;
        }
    }
    return delta.written();
}

std::optional<QByteArray> Document::withDelta(const QByteArray& openedXml, const QByteArray& delta)
{
    QList<std::pair<qint64, qint64>> stretches;
    QList<QByteArray> literals;
    QDataStream in(qUncompress(delta));
    if (!fits(in, 2 * sizeof(qint64)))
        return std::nullopt;
    in >> stretches;
    if (!fits(in, sizeof(quint32)))
        return std::nullopt;
    in >> literals;
    if (in.status() != QDataStream::Ok || literals.size() != stretches.size() + 1)
        return std::nullopt;
    QByteArray xml;
    for (qsizetype i = 0; i < literals.size(); ++i) {
        xml += literals[i];
        if (i == stretches.size())
            break;
        const auto [from, length] = stretches[i];
        if (from < 0 || length < 0 || from > openedXml.size() || length > openedXml.size() - from)
            return std::nullopt;
        xml += QByteArrayView(openedXml).sliced(from, length);
    }
    return xml;
}

} // namespace stationer
