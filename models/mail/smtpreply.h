#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

namespace stationer {

/// A whole SMTP reply (RFC 5321, section 4.2): a code, perhaps an enhanced one (RFC 3463), and its lines' texts.
struct SmtpReply {
    int code = 0;
    QByteArray enhanced;  ///< `5.7.8`
    QByteArrayList lines; ///< without codes

    QByteArray fullCode() const; ///< `535 5.7.8`
    QByteArray text() const { return lines.join(' '); }
    int kind() const { return code / 100; } ///< 2 done, 3 go on, 4 not now, 5 no
};

/// Puts a reply together from its lines. All lines of a reply carry the same code.
class SmtpReplyReader {
public:
    enum class Taken { More, Whole, Broken };
    Taken take(QByteArrayView line);
    Taken takeAnew(QByteArrayView line); ///< the same, and what came before counts no more
    SmtpReply reply() const;             ///< once Whole; the next take() begins anew

private:
    int m_code = 0; ///< 0: between replies
    QByteArrayList m_lines;
    bool m_isWhole = false;
};

} // namespace stationer
