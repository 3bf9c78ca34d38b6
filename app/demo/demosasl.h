#pragma once

#include "app/demo/demosession.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace stationer {

/// The server's side of one SASL exchange, PLAIN (RFC 4616) or LOGIN, in the lines that SMTP, IMAP and POP3 share: base64
/// both ways, `=` for an empty initial response, `*` to cancel. Each protocol wraps the challenges in its own words.
class DemoSasl {
public:
    enum class State { Asking, Accepted, Refused, Cancelled, Malformed };

    explicit DemoSasl(DemoLogin login) : m_login(std::move(login)) {}

    static bool knows(QByteArrayView mechanism); ///< in any case of letters

    State begin(QByteArrayView mechanism, const std::optional<QByteArray>& initialResponse);
    State on(QByteArrayView response);
    const QByteArray& challenge() const { return m_challenge; } ///< base64, while Asking

private:
    State onPlain(const QByteArray& message);

    DemoLogin m_login;
    bool m_isPlain = false;
    std::optional<QByteArray> m_user;
    QByteArray m_challenge;
};

} // namespace stationer
