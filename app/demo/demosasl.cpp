#include "app/demo/demosasl.h"

#include <QByteArrayList>

namespace stationer {

using namespace Qt::StringLiterals;

bool DemoSasl::knows(QByteArrayView mechanism)
{
    return mechanism.compare("PLAIN", Qt::CaseInsensitive) == 0 || mechanism.compare("LOGIN", Qt::CaseInsensitive) == 0;
}

DemoSasl::State DemoSasl::begin(QByteArrayView mechanism, const std::optional<QByteArray>& initialResponse)
{
    m_isPlain = mechanism.compare("PLAIN", Qt::CaseInsensitive) == 0;
    m_user.reset();
    if (initialResponse)
        return on(*initialResponse);
    m_challenge = m_isPlain ? QByteArray() : "Username:"_ba.toBase64();
    return State::Asking;
}

DemoSasl::State DemoSasl::on(QByteArrayView response)
{
    if (response == "*")
        return State::Cancelled;
    const auto decoded = QByteArray::fromBase64Encoding(response == "=" ? QByteArray() : response.toByteArray(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return State::Malformed;
    if (m_isPlain)
        return onPlain(decoded.decoded);
    if (!m_user) {
        m_user = decoded.decoded;
        m_challenge = "Password:"_ba.toBase64();
        return State::Asking;
    }
    const bool isRight = *m_user == m_login.user.toUtf8() && decoded.decoded == m_login.password.toUtf8();
    return isRight ? State::Accepted : State::Refused;
}

DemoSasl::State DemoSasl::onPlain(const QByteArray& message)
{
    const QByteArrayList parts = message.split('\0');
    if (parts.size() != 3)
        return State::Malformed;
    const QByteArray user = m_login.user.toUtf8();
    const bool isForItself = parts[0].isEmpty() || parts[0] == user;
    return isForItself && parts[1] == user && parts[2] == m_login.password.toUtf8() ? State::Accepted : State::Refused;
}

} // namespace stationer
