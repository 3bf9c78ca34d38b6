#include "mail/simplemechanisms.h"

#include <utility>

namespace stationer {

PlainExchange::PlainExchange(QByteArray account, Secret password)
    : m_account(std::move(account)), m_password(std::move(password))
{
}

std::optional<QByteArray> PlainExchange::initialResponse()
{
    return '\0' + m_account + '\0' + m_password.reveal();
}

std::optional<QByteArray> PlainExchange::respond(QByteArrayView)
{
    return std::nullopt;
}

LoginExchange::LoginExchange(QByteArray account, Secret password)
    : m_account(std::move(account)), m_password(std::move(password))
{
}

std::optional<QByteArray> LoginExchange::initialResponse()
{
    return std::nullopt;
}

std::optional<QByteArray> LoginExchange::respond(QByteArrayView)
{
    switch (m_next) {
    case Next::Account:
        m_next = Next::Password;
        return m_account;
    case Next::Password:
        m_next = Next::Nothing;
        return m_password.reveal();
    case Next::Nothing:
        break;
    }
    return std::nullopt;
}

std::optional<QByteArray> ExternalExchange::initialResponse()
{
    return "";
}

std::optional<QByteArray> ExternalExchange::respond(QByteArrayView)
{
    return std::nullopt;
}

} // namespace stationer
