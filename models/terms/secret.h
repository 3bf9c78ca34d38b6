#pragma once

#include <QByteArray>
#include <QString>

#include <utility>

namespace stationer {

/// A password or token. It cannot be printed or streamed; reveal() is the one way out and easy to search for.
/// The bytes are UTF-8. The last owner overwrites them when it goes.
class Secret {
public:
    Secret() = default;
    explicit Secret(QByteArray utf8) : m_bytes(std::move(utf8)) {}
    explicit Secret(const QString& text) : m_bytes(text.toUtf8()) {}
    Secret(const Secret&) = default;
    Secret(Secret&&) noexcept = default;
    Secret& operator=(const Secret&) = default;
    Secret& operator=(Secret&&) noexcept = default;
    ~Secret()
    {
        if (m_bytes.isDetached()) {
            volatile char* bytes = m_bytes.data();
            for (qsizetype i = 0; i < m_bytes.size(); ++i)
                bytes[i] = 0;
        }
    }

    bool isEmpty() const { return m_bytes.isEmpty(); }
    const QByteArray& reveal() const { return m_bytes; }

    bool operator==(const Secret&) const = default;

private:
    QByteArray m_bytes;
};

} // namespace stationer
