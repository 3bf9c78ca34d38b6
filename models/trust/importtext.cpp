#include "trust/importtext.h"

#include <QList>
#include <QStringDecoder>

#include <algorithm>

namespace stationer {

namespace {

constexpr qsizetype ShortestDer = 64; ///< less is a word, not a certificate

QByteArray asUtf8(const QByteArray& bytes)
{
    const auto encoding = QStringDecoder::encodingForData(bytes);
    if (encoding != QStringDecoder::Utf16LE && encoding != QStringDecoder::Utf16BE)
        return bytes;
    QStringDecoder decoder(*encoding);
    const QString text = decoder(bytes);
    return decoder.hasError() ? bytes : text.toUtf8();
}

bool isQuoteMark(char c)
{
    return c == '>' || c == '|' || c == ' ' || c == '\t';
}

} // namespace

QByteArray asPemText(const QByteArray& bytes)
{
    const QByteArray text = asUtf8(bytes);
    if (!text.contains("-----BEGIN "))
        return text;
    QByteArray plain;
    plain.reserve(text.size());
    const QByteArray lines = QByteArray(text).replace("\\r", "").replace("\\n", "\n");
    for (auto line = lines.cbegin(); line != lines.cend();) {
        const auto end = std::find(line, lines.cend(), '\n');
        plain.append(QByteArrayView(std::find_if_not(line, end, isQuoteMark), end)).append('\n');
        line = end == lines.cend() ? end : end + 1;
    }
    return plain;
}

std::optional<QByteArray> bareBase64(const QByteArray& text)
{
    QByteArray digits = text;
    digits.removeIf([](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '"' || c == ','; });
    const auto decoded = QByteArray::fromBase64Encoding(digits, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() < ShortestDer)
        return std::nullopt;
    return decoded.decoded;
}

} // namespace stationer
