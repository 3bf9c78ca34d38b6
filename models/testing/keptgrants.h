#pragma once

#include "secrets/keyring.h"
#include "token/tokengrant.h"
#include "token/tokensettings.h"

#include <QObject>

#include <functional>
#include <optional>

namespace stationer {

class UserKeyStore;

/// Where what proves a client lies in the key ring: under the host that gives tokens, and the client. So it goes to no other
/// host without being typed again. Nothing for an endpoint that names no host.
std::optional<SecretPlace> clientSecretPlace(const TokenSettings& settings);
/// Where the passphrase of a key of the User Key Store lies.
SecretPlace keyPassphrasePlace(const QString& alias);

/// How an account's tokens are asked for, whole: the settings that are kept for it, with what proves who asks out of the key
/// ring.
class KeptGrants : public QObject {
    Q_OBJECT
public:
    KeptGrants(KeyRing& keyRing, const UserKeyStore& keys, QObject* parent = nullptr);

    /// Answers once, now or later; nothing where the key ring has it not, or the key is not there. `user` is whom a service
    /// account asks for.
    void find(const TokenSettings& settings, const QString& user,
              const std::function<void(const std::optional<TokenGrant>&)>& found);

private:
    KeyRing& m_keyRing;
    const UserKeyStore& m_keys;
};

} // namespace stationer
