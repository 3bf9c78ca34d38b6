#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace stationer {

/// Cuts a stream of bytes into lines at LF, with or without CR before it. Bounded: a line is at most 8 KiB.
/// One buffer serves one side of the handshake; a new one is made after TLS.
///
/// The bound: RFC 5321 allows a reply line 512 octets, RFC 2449 the same for POP3, RFC 7162 recommends that IMAP clients
/// expect 8,192. A server that sends more without a line end only wants our memory.
class LineBuffer {
public:
    static constexpr qsizetype maximumLine = 8 * 1024;

    void append(QByteArrayView bytes);
    std::optional<QByteArray> takeLine(); ///< without its line end
    /// A command goes out now: what is here, and as many bytes as are still to be appended, was in hand before it.
    void markSent(qsizetype unread = 0);
    bool isNextEarly() const;    ///< the line that is taken next began before the mark
    bool isOverfull() const;     ///< the line that is being received is longer than maximumLine; nothing more comes out
    bool isEmpty() const;        ///< no byte is left, not even part of a line
    QByteArrayView rest() const; ///< what is left

private:
    bool nextIsTooLong() const;

    QByteArray m_bytes;
    qsizetype m_begin = 0;
    qsizetype m_mark = 0; ///< the end of what was there before the last command
    bool m_overfull = false;
};

} // namespace stationer
