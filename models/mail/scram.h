#pragma once

#include "mail/sasl.h"
#include "terms/secret.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace stationer {

/// How a SCRAM login is tied to the channel it runs in (RFC 5802, section 6).
struct ScramBinding {
    QByteArray header = "n,,"; ///< the GS2 header: the flag, and no other identity
    QByteArray data = {};      ///< what both ends see of the channel; empty where the login is not bound to it
};

/// Hi() of RFC 5802, section 2.2: PBKDF2 with one block, as far as one wants to go at a time.
class SaltedPassword {
public:
    SaltedPassword(QCryptographicHash::Algorithm hash, const QByteArray& password, const QByteArray& salt, int iterations);

    void goOn(int iterations); ///< at most as many
    bool isComplete() const { return m_left == 0; }
    const QByteArray& result() const { return m_result; } ///< once it is complete

private:
    QMessageAuthenticationCode m_code;
    QByteArray m_block, m_result;
    int m_left;
};

/// SCRAM (RFC 5802, RFC 7677): the password stays here, and the server proves that it knows it too.
/// One challenge asks for the proof, the second brings the server's signature:
///
///     First ──r=,s=,i=──▶ Salting ──all iterations──▶ Final ──v=──▶ Proven
///                                                       └──e=──▶ Refused: the server's refusal follows
///
/// A count of iterations outside of bounds ends the exchange: few would make a caught proof cheap to guess from, many would
/// keep this program busy. What is above the usual count is done in parts, so that the rest of the program goes on
/// meanwhile.
class ScramExchange : public SaslExchange {
public:
    static constexpr int fewestIterations = 4096; // RFC 7677, section 4
    static constexpr int mostIterations = 600'000;

    /// Account and password come prepared (RFC 4013). The nonce is printable ASCII without commas.
    ScramExchange(QCryptographicHash::Algorithm hash, QByteArray account, Secret password, QByteArray nonce,
                  ScramBinding binding = {});

    std::optional<QByteArray> initialResponse() override;
    std::optional<QByteArray> respond(QByteArrayView challenge) override;
    bool isCalculating() const override { return m_state == State::Salting; }
    std::optional<QByteArray> goOn() override;
    bool isComplete() const override { return m_state == State::Proven; }
    QByteArrayList derived() const override { return {m_proof, m_serverSignature.toBase64()}; }

private:
    enum class State { First, Salting, Final, Proven, Refused };

    std::optional<QByteArray> readFirst(const QByteArray& serverFirst);
    QByteArray prove();

    QCryptographicHash::Algorithm m_hash;
    QByteArray m_account;
    Secret m_password;
    QByteArray m_nonce;
    ScramBinding m_binding;
    std::optional<SaltedPassword> m_salted;
    QByteArray m_serverFirst, m_wholeNonce;
    QByteArray m_proof, m_serverSignature;
    State m_state = State::First;
};

/// What both sides work from (RFC 5802, section 3); RFC 5803 writes the last two down for servers.
struct ScramKeys {
    QByteArray client, stored, server;
};
ScramKeys scramKeys(QCryptographicHash::Algorithm hash, const QByteArray& password, const QByteArray& salt, int iterations);

/// A nonce of 144 random bits.
QByteArray freshNonce();

} // namespace stationer
