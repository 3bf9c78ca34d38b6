#include "mail/crammd5.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <utility>

namespace stationer {

std::optional<QByteArray> CramMd5Exchange::respond(QByteArrayView challenge)
{
    if (challenge.isEmpty() || std::exchange(m_hasAnswered, true))
        return std::nullopt;
    m_digest =
        QMessageAuthenticationCode::hash(challenge.toByteArray(), m_password.reveal(), QCryptographicHash::Md5).toHex();
    return m_account + ' ' + m_digest;
}

QByteArray apopDigest(const QByteArray& timestamp, const Secret& password)
{
    return QCryptographicHash::hash(timestamp + password.reveal(), QCryptographicHash::Md5).toHex();
}

} // namespace stationer
