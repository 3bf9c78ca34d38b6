#pragma once

#include <QByteArray>
#include <QString>

#include <utility>

namespace stationer {

/// Overwrites all that a buffer has room for, unused ends too, and empties it. A buffer that somebody else shares is theirs
/// and stays as it is.
inline void wipe(QByteArray& bytes)
{
    if (bytes.isDetached()) {
        auto& buffer = bytes.data_ptr();
        volatile char* const first = buffer.data() - buffer.freeSpaceAtBegin(); // what nobody reads is written all the same
        for (qsizetype i = 0; i < qsizetype(buffer.constAllocatedCapacity()); ++i)
            first[i] = 0;
    }
    bytes.clear();
}

/// A password or token. It cannot be printed or streamed; reveal() is the one way out and easy to search for.
/// The bytes are UTF-8, in a buffer that no other secret shares and that is overwritten when the secret goes or takes
/// another value. Whoever copies what reveal() shows keeps a copy that this cannot reach.
class Secret {
public:
    Secret() = default;
    explicit Secret(QByteArray utf8) : m_bytes(utf8.constData(), utf8.size()) { wipe(utf8); }
    explicit Secret(const QString& text) : Secret(text.toUtf8()) {}
    Secret(const Secret& other) : m_bytes(other.m_bytes.constData(), other.m_bytes.size()) {}
    Secret(Secret&&) noexcept = default;
    Secret& operator=(Secret other) noexcept // which goes with the former value
    {
        m_bytes.swap(other.m_bytes);
        return *this;
    }
    ~Secret() { wipe(m_bytes); }

    bool isEmpty() const { return m_bytes.isEmpty(); }
    const QByteArray& reveal() const { return m_bytes; }

    bool operator==(const Secret&) const = default;

private:
    QByteArray m_bytes;
};

} // namespace stationer
