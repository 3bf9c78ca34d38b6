#include "mail/crammd5.h"

#include <QMessageAuthenticationCode>

#include <utility>

namespace stationer {

std::optional<QByteArray> CramMd5Exchange::respond(QByteArrayView challenge)
{
    if (challenge.isEmpty() || std::exchange(m_hasAnswered, true))
        return std::nullopt;
    const QByteArray digest =
        QMessageAuthenticationCode::hash(challenge.toByteArray(), m_password.reveal(), QCryptographicHash::Md5);
    return m_account + ' ' + digest.toHex();
}

} // namespace stationer
