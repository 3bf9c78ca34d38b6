#include "mail/bearer.h"

#include <utility>

namespace stationer {

BearerExchange::BearerExchange(Kind kind, QByteArray account, Secret token)
    : m_kind(kind), m_account(std::move(account)), m_token(std::move(token))
{
}

std::optional<QByteArray> BearerExchange::initialResponse()
{
    const QByteArray authorisation = QByteArray("\1auth=Bearer ") + m_token.reveal() + "\1\1";
    if (m_kind == Kind::XOAuth2)
        return "user=" + m_account + authorisation;
    QByteArray name = m_account;
    name.replace('=', "=3D").replace(',', "=2C");
    return "n,a=" + name + ',' + authorisation;
}

std::optional<QByteArray> BearerExchange::respond(QByteArrayView challenge)
{
    if (m_error)
        return std::nullopt;
    m_error = challenge.toByteArray();
    return m_kind == Kind::XOAuth2 ? QByteArray("") : QByteArray("\1");
}

} // namespace stationer
