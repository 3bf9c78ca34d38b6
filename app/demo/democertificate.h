#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

namespace stationer {

/// What a server shows: its key, and its certificates in PEM, its own first, the root last.
struct DemoIdentity {
    QByteArray keyPem;
    QList<QByteArray> chainPem;
};

/// A certification authority that exists for one run of the program and that no computer knows. Its key never leaves memory.
class DemoAuthority {
public:
    /// Nothing where OpenSSL fails, which it does only without entropy or memory.
    static std::optional<DemoAuthority> make(const QDateTime& now);

    QByteArray rootPem() const { return m_rootPem; }
    /// A certificate for `localhost`, `127.0.0.1` and `::1`.
    std::optional<DemoIdentity> issue(const QDateTime& notBefore, const QDateTime& notAfter) const;

private:
    QByteArray m_keyPem;
    QByteArray m_rootPem;
};

} // namespace stationer
