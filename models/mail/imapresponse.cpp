#include "mail/imapresponse.h"

#include <algorithm>
#include <optional>

namespace stationer {

namespace {

QByteArrayView word(QByteArrayView& text)
{
    const qsizetype end = std::find(text.begin(), text.end(), ' ') - text.begin();
    const QByteArrayView result = text.first(end);
    text = text.sliced(std::min(end + 1, text.size()));
    return result;
}

ImapResponse::Status statusNamed(const QByteArray& name)
{
    using enum ImapResponse::Status;
    if (name == "OK")
        return Ok;
    if (name == "NO")
        return No;
    if (name == "BAD")
        return Bad;
    if (name == "PREAUTH")
        return PreAuth;
    return name == "BYE" ? Bye : None;
}

/// A tag is made of what an atom is made of (RFC 3501, section 9).
bool isAtom(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return uchar(c) > 0x20 && uchar(c) < 0x7f && !QByteArrayView("(){%*\"\\").contains(c);
    });
}

/// The size that `{n}` at the end of a line announces.
std::optional<qsizetype> announcedLiteral(QByteArrayView line)
{
    if (!line.endsWith('}'))
        return std::nullopt;
    const qsizetype open = line.lastIndexOf('{');
    if (open < 0)
        return std::nullopt;
    QByteArray digits = line.sliced(open + 1).chopped(1).toByteArray();
    if (digits.endsWith('+'))
        digits.chop(1);
    const bool isNumber =
        !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    bool fits = false;
    const qlonglong size = isNumber ? digits.toLongLong(&fits) : 0;
    if (!isNumber)
        return std::nullopt;
    return fits ? qsizetype(size) : ImapResponseReader::maximumLiteral + 1;
}

} // namespace

QByteArray ImapResponse::fullCode() const
{
    const auto named = [this]() -> QByteArray {
        switch (status) {
        case Status::None:
            return {};
        case Status::Ok:
            return "OK";
        case Status::No:
            return "NO";
        case Status::Bad:
            return "BAD";
        case Status::PreAuth:
            return "PREAUTH";
        case Status::Bye:
            return "BYE";
        }
        Q_UNREACHABLE();
    };
    return code.isEmpty() ? named() : named() + " [" + code + ']';
}

QByteArrayList ImapResponse::capabilities() const
{
    QByteArray list;
    if (status == Status::None && kind == Kind::Untagged && name == "CAPABILITY")
        list = text;
    else if (code.left(11).toUpper() == "CAPABILITY ")
        list = code.sliced(11);
    QByteArrayList result = list.simplified().split(' ');
    result.removeAll(QByteArray());
    return result;
}

ImapResponseReader::Taken ImapResponseReader::take(QByteArrayView line)
{
    if (!m_isInside)
        return takeStart(line);
    if (m_literalLeft > line.size()) {
        m_literalLeft = std::max<qsizetype>(0, m_literalLeft - line.size() - 2);
        return Taken::More;
    }
    return takeRest(line.sliced(m_literalLeft));
}

ImapResponseReader::Taken ImapResponseReader::takeStart(QByteArrayView line)
{
    m_response = {};
    if (line == QByteArrayView("+") || line.startsWith("+ ")) {
        m_response.kind = ImapResponse::Kind::Continuation;
        m_response.text = line.sliced(std::min<qsizetype>(2, line.size())).toByteArray();
        return Taken::Whole;
    }
    QByteArrayView rest = line;
    const QByteArrayView tag = word(rest);
    m_response.kind = tag == QByteArrayView("*") ? ImapResponse::Kind::Untagged : ImapResponse::Kind::Tagged;
    m_response.tag = tag.toByteArray();
    m_response.name = word(rest).toByteArray().toUpper();
    m_response.status = statusNamed(m_response.name);
    const bool isTagged = m_response.kind == ImapResponse::Kind::Tagged;
    if (!isAtom(m_response.name) || (isTagged && !isAtom(tag)))
        return Taken::Broken;
    using enum ImapResponse::Status;
    if (m_response.status == None) {
        m_response.text = rest.toByteArray();
        return isTagged ? Taken::Broken : takeRest(line);
    }
    if (isTagged && (m_response.status == PreAuth || m_response.status == Bye))
        return Taken::Broken;
    if (const qsizetype end = rest.indexOf(']'); rest.startsWith('[') && end > 0) {
        m_response.code = rest.sliced(1, end - 1).toByteArray();
        rest = rest.sliced(end + 1);
    }
    m_response.text = rest.toByteArray().trimmed();
    return Taken::Whole; // the text of a status is free, it announces no literal
}

ImapResponseReader::Taken ImapResponseReader::takeRest(QByteArrayView afterLiteral)
{
    const std::optional<qsizetype> size = announcedLiteral(afterLiteral);
    m_isInside = size.has_value();
    m_literalLeft = size.value_or(0);
    if (m_literalLeft > maximumLiteral)
        return Taken::Broken;
    return m_isInside ? Taken::More : Taken::Whole;
}

} // namespace stationer
