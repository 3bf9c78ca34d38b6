#include "mail/scram.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// As many iterations as take a few milliseconds, and the usual count among them.
constexpr int atOnce = ScramExchange::fewestIterations;

ScramKeys keysOf(QCryptographicHash::Algorithm hash, const QByteArray& saltedPassword)
{
    const QByteArray client = QMessageAuthenticationCode::hash("Client Key"_ba, saltedPassword, hash);
    return {client, QCryptographicHash::hash(client, hash),
            QMessageAuthenticationCode::hash("Server Key"_ba, saltedPassword, hash)};
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

SaltedPassword::SaltedPassword(QCryptographicHash::Algorithm hash, const QByteArray& password, const QByteArray& salt,
                               int iterations)
    : m_code(hash, password), m_left(iterations - 1)
{
    m_code.addData(salt + QByteArray("\0\0\0\1", 4));
    m_block = m_code.result();
    m_result = m_block;
}

void SaltedPassword::goOn(int iterations)
{
    const int now = std::min(iterations, m_left);
    m_left -= now;
    for (int i = 0; i < now; ++i) {
        m_code.reset();
        m_code.addData(m_block);
        m_block = m_code.result();
        for (qsizetype j = 0; j < m_result.size(); ++j)
            m_result[j] = char(m_result.at(j) ^ m_block.at(j));
    }
}

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
        return readFirst(message);
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
    case State::Salting:
    case State::Proven:
    case State::Refused:
        break;
    }
    return std::nullopt;
}

std::optional<QByteArray> ScramExchange::readFirst(const QByteArray& serverFirst)
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

    m_serverFirst = serverFirst;
    m_wholeNonce = *nonce;
    m_salted.emplace(m_hash, m_password.reveal(), *saltBytes, iterations);
    m_state = State::Salting;
    return goOn();
}

std::optional<QByteArray> ScramExchange::goOn()
{
    if (m_state != State::Salting)
        return std::nullopt;
    m_salted->goOn(atOnce);
    return m_salted->isComplete() ? std::optional(prove()) : std::nullopt;
}

QByteArray ScramExchange::prove()
{
    const ScramKeys keys = keysOf(m_hash, m_salted->result());
    m_salted.reset();
    const QByteArray withoutProof = "c=" + (m_binding.header + m_binding.data).toBase64() + ",r=" + m_wholeNonce;
    const QByteArray signedText = "n=" + m_account + ",r=" + m_nonce + ',' + m_serverFirst + ',' + withoutProof;
    QByteArray proof = QMessageAuthenticationCode::hash(signedText, keys.stored, m_hash);
    for (qsizetype i = 0; i < proof.size(); ++i)
        proof[i] = char(proof.at(i) ^ keys.client.at(i));
    m_serverSignature = QMessageAuthenticationCode::hash(signedText, keys.server, m_hash);
    m_state = State::Final;
    m_proof = proof.toBase64();
    return withoutProof + ",p=" + m_proof;
}

ScramKeys scramKeys(QCryptographicHash::Algorithm hash, const QByteArray& password, const QByteArray& salt, int iterations)
{
    SaltedPassword salted(hash, password, salt, iterations);
    salted.goOn(iterations);
    return keysOf(hash, salted.result());
}

QByteArray freshNonce()
{
    std::array<quint32, 5> random;
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    return QByteArray(reinterpret_cast<const char*>(random.data()), 18).toBase64();
}

} // namespace stationer
