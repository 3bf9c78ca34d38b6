#include "testing/keptgrants.h"

#include "token/serviceaccountfile.h"
#include "trust/hostname.h"
#include "trust/privatekey.h"
#include "trust/userkeystore.h"

using namespace Qt::StringLiterals;

namespace stationer {

std::optional<SecretPlace> clientSecretPlace(const TokenSettings& settings)
{
    const std::optional<QString> host = normalisedHost(serverOf(settings.endpoint).host);
    if (!host || settings.client.isEmpty())
        return std::nullopt;
    return SecretPlace{{}, {}, *host, settings.client};
}

SecretPlace keyPassphrasePlace(const QString& alias)
{
    return {{}, u"user-key-store/"_s + alias, u"localhost"_s, alias};
}

KeptGrants::KeptGrants(KeyRing& keyRing, const UserKeyStore& keys, QObject* parent)
    : QObject(parent), m_keyRing(keyRing), m_keys(keys)
{
}

void KeptGrants::find(const TokenSettings& settings, const QString& user,
                      const std::function<void(const std::optional<TokenGrant>&)>& found)
{
    const bool isCertificate = settings.proof == TokenProof::Certificate;
    const auto place = isCertificate ? keyPassphrasePlace(settings.keyAlias) : clientSecretPlace(settings);
    const UserKey* const key = isCertificate ? m_keys.find(settings.keyAlias) : nullptr;
    if (!place || (isCertificate && !key))
        return found(std::nullopt);
    TokenGrant grant{settings.endpoint, settings.client, settings.scope, {}};
    const QByteArray certificate = key ? key->certificate.der : QByteArray();
    const QByteArray keyPem = key ? key->keyPem : QByteArray();
    m_keyRing.read(*place, this, [=, proof = settings.proof](const KeyRingAnswer& answer) mutable {
        if (!answer.secret)
            return found(std::nullopt);
        switch (proof) {
        case TokenProof::Secret:
            grant.proof = *answer.secret;
            return found(grant);
        case TokenProof::Certificate: {
            const auto opened = privateKeyOf(keyPem, *answer.secret, certificate);
            if (!opened)
                return found(std::nullopt);
            grant.proof = ClientCertificate{certificate, opened.value()};
            return found(grant);
        }
        case TokenProof::ServiceAccount: {
            auto file = readServiceAccount(answer.secret->reveal());
            if (!file)
                return found(std::nullopt);
            file.value().endpoint = grant.endpoint; // where it was kept for goes before what it says
            file.value().client = grant.client;
            return found(grantOf(file.value(), grant.scope, user));
        }
        }
    });
}

} // namespace stationer
