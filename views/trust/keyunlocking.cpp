#include "views/trust/keyunlocking.h"

#include "testing/keptgrants.h"
#include "trust/userkeystore.h"
#include "views/trust/secretprompt.h"

using namespace Qt::StringLiterals;

namespace stationer {

KeyUnlocking::KeyUnlocking(const UserKeyStore& keys, KeyRing& keyRing, QWidget& window)
    : QObject(&window), m_keys(keys), m_keyRing(keyRing), m_window(window)
{
}

SecretPlace KeyUnlocking::placeOf(const QString& alias)
{
    return keyPassphrasePlace(alias);
}

void KeyUnlocking::open(const QString& alias, const WithPassphrase& act)
{
    m_keyRing.read(placeOf(alias), this, [this, alias, act](const KeyRingAnswer& answer) {
        if (answer.secret && m_keys.isPassphrase(alias, *answer.secret))
            return act(*answer.secret);
        ask(alias,
            answer.state == KeyRingState::Locked   ? tr("The key ring is locked. What is the passphrase of this key?")
            : answer.state == KeyRingState::Silent ? tr("The key ring does not answer. What is the passphrase of this key?")
                                                   : tr("The key ring does not have the passphrase of this key."),
            act);
    });
}

void KeyUnlocking::ask(const QString& alias, const QString& words, const WithPassphrase& act)
{
    auto* prompt = new SecretPrompt(SecretPrompt::Kind::Known, tr("Passphrase of %1").arg(alias), words, &m_window);
    prompt->setAttribute(Qt::WA_DeleteOnClose);
    connect(prompt, &SecretPrompt::entered, this, [this, alias, act](const Secret& typed) {
        if (!m_keys.isPassphrase(alias, typed))
            return ask(alias, tr("This is not the passphrase of the key."), act);
        m_keyRing.write(placeOf(alias), typed, this, [](const KeyRingAnswer&) {});
        act(typed);
    });
    prompt->open();
}

void KeyUnlocking::openIdentity(const QString& alias, const WithIdentity& act)
{
    open(alias, [this, alias, act](const Secret& passphrase) {
        const Result<QByteArray, KeyFault> pem = m_keys.identityPem(alias);
        if (!pem)
            return emit failed(describe(pem.error()));
        const Result<ClientIdentity, ClientIdentityFault> identity = clientIdentityOf(pem.value(), passphrase);
        if (!identity)
            return emit failed(describe(KeyFault::NotReadable));
        act(identity.value());
    });
}

} // namespace stationer
