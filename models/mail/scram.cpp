#include "mail/scram.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// Hi() of RFC 5802: PBKDF2 with one block.
QByteArray salted(QCryptographicHash::Algorithm hash, const QByteArray& password, const QByteArray& salt, int iterations)
{
    QMessageAuthenticationCode code(hash, password);
    code.addData(salt + QByteArray("\0\0\0\1", 4));
    QByteArray block = code.result();
    QByteArray result = block;
    for (int i = 1; i < iterations; ++i) {
        code.reset();
        code.addData(block);
        block = code.result();
        for (qsizetype j = 0; j < result.size(); ++j)
            result[j] = char(result.at(j) ^ block.at(j));
    }
    return result;
}

/// The value of an attribute such as `r=`; nothing where another stands there.
std::optional<QByteArray> attribute(const QByteArrayList& parts, qsizetype at, char name)
{
    const QByteArray part = parts.value(at);
    if (part.size() < 3 || part.at(0) != name || part.at(1) != '=')
        return std::nullopt;
    return part.sliced(2);
}

std::optional<QByteArray> decoded(const QByteArray& base64)
{
    const auto result = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    return result ? std::optional(result.decoded) : std::nullopt;
}

} // namespace

ScramExchange::ScramExchange(QCryptographicHash::Algorithm hash, QByteArray account, Secret password, QByteArray nonce,
                             ScramBinding binding)
    : m_hash(hash), m_account(std::move(account)), m_password(std::move(password)), m_nonce(std::move(nonce)),
      m_binding(std::move(binding))
{
    m_account.replace('=', "=3D").replace(',', "=2C");
}

std::optional<QByteArray> ScramExchange::initialResponse()
{
    return m_binding.header + "n=" + m_account + ",r=" + m_nonce;
}

std::optional<QByteArray> ScramExchange::respond(QByteArrayView challenge)
{
    const QByteArray message = challenge.toByteArray();
    switch (m_state) {
    case State::First:
        return prove(message);
    case State::Final: {
        if (message.startsWith("e=")) {
            m_state = State::Refused;
            return QByteArray("");
        }
        const auto verifier = attribute(message.split(','), 0, 'v');
        if (!verifier || decoded(*verifier) != m_serverSignature)
            return std::nullopt;
        m_state = State::Proven;
        return QByteArray("");
    }
    case State::Proven:
    case State::Refused:
        break;
    }
    return std::nullopt;
}

std::optional<QByteArray> ScramExchange::prove(const QByteArray& serverFirst)
{
    const QByteArrayList parts = serverFirst.split(',');
    const auto nonce = attribute(parts, 0, 'r'); // `m=`, a mandatory extension, would stand here: none is known
    const auto salt = attribute(parts, 1, 's');
    const auto count = attribute(parts, 2, 'i');
    if (!nonce || !salt || !count || !nonce->startsWith(m_nonce) || nonce->size() == m_nonce.size())
        return std::nullopt;
    const auto saltBytes = decoded(*salt);
    bool isNumber = false;
    const int iterations = count->toInt(&isNumber);
    if (!saltBytes || saltBytes->isEmpty() || !isNumber || iterations < fewestIterations || iterations > mostIterations)
        return std::nullopt;

    const ScramKeys keys = scramKeys(m_hash, m_password.reveal(), *saltBytes, iterations);
    const QByteArray withoutProof = "c=" + (m_binding.header + m_binding.data).toBase64() + ",r=" + *nonce;
    const QByteArray signedText = "n=" + m_account + ",r=" + m_nonce + ',' + serverFirst + ',' + withoutProof;
    QByteArray proof = QMessageAuthenticationCode::hash(signedText, keys.stored, m_hash);
    for (qsizetype i = 0; i < proof.size(); ++i)
        proof[i] = char(proof.at(i) ^ keys.client.at(i));
    m_serverSignature = QMessageAuthenticationCode::hash(signedText, keys.server, m_hash);
    m_state = State::Final;
    return withoutProof + ",p=" + proof.toBase64();
}

ScramKeys scramKeys(QCryptographicHash::Algorithm hash, const QByteArray& password, const QByteArray& salt, int iterations)
{
    const QByteArray saltedPassword = salted(hash, password, salt, iterations);
    const QByteArray client = QMessageAuthenticationCode::hash("Client Key"_ba, saltedPassword, hash);
    return {client, QCryptographicHash::hash(client, hash),
            QMessageAuthenticationCode::hash("Server Key"_ba, saltedPassword, hash)};
}

QByteArray freshNonce()
{
    std::array<quint32, 5> random;
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    return QByteArray(reinterpret_cast<const char*>(random.data()), 18).toBase64();
}

} // namespace stationer
