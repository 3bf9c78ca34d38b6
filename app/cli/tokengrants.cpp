#include "app/cli/tokengrants.h"

#include "app/cli/clientcertificate.h"
#include "app/cli/secretinput.h"
#include "app/cli/secretsfile.h"
#include "app/cli/stationtrust.h"
#include "app/cli/texts.h"
#include "trust/trusttext.h"

namespace stationer {

namespace {

QString describe(ServiceAccountFault fault)
{
    switch (fault) {
    case ServiceAccountFault::TooLarge:
    case ServiceAccountFault::NotJson:
    case ServiceAccountFault::NotAServiceAccount:
        return Texts::tr("%1 is no key file of a service account (JSON).");
    case ServiceAccountFault::Incomplete:
        return Texts::tr("%1 lacks token_uri, client_email or private_key.");
    case ServiceAccountFault::NoKey:
        return Texts::tr("What %1 has as private_key is no key that can be read.");
    }
    Q_UNREACHABLE();
}

} // namespace

ExitStatus TokenGrants::take(const GivenGrant& given)
{
    const TokenGrant asked{given.endpoint, given.client, given.scope, {}};
    switch (given.source) {
    case GivenGrant::Source::None:
        return ExitStatus::Done;
    case GivenGrant::Source::SecretFile:
        return takeSecret(given, asked);
    case GivenGrant::Source::Certificate:
        return takeCertificate(given, asked);
    case GivenGrant::Source::ServiceAccount:
        return takeServiceAccount(given);
    }
    Q_UNREACHABLE();
}

ExitStatus TokenGrants::takeSecret(const GivenGrant& given, TokenGrant grant)
{
    const auto bytes = readSecretInput(given.path, m_console);
    if (!bytes)
        return bytes.error();
    const Secret secret = withoutFinalLineBreak(bytes.value());
    if (secret.isEmpty()) {
        m_console.complain(Texts::tr("%1 is empty.").arg(shown(given.path)));
        return ExitStatus::Usage;
    }
    grant.proof = secret;
    m_grant = grant;
    return ExitStatus::Done;
}

ExitStatus TokenGrants::takeCertificate(const GivenGrant& given, TokenGrant grant)
{
    const auto identity = readClientIdentity(given.path, given.keyPasswordPath, m_console);
    if (!identity)
        return identity.error();
    grant.proof = ClientCertificate{identity.value().chain.first().toDer(), identity.value().key};
    m_grant = grant;
    return ExitStatus::Done;
}

ExitStatus TokenGrants::takeServiceAccount(const GivenGrant& given)
{
    const auto bytes = readSecretInput(given.path, m_console);
    if (!bytes)
        return bytes.error();
    auto file = readServiceAccount(bytes.value());
    if (!file) {
        m_console.complain(describe(file.error()).arg(shown(given.path)));
        return ExitStatus::Usage;
    }
    m_account = file.value();
    m_scope = given.scope;
    if (!given.endpoint.isEmpty())
        m_account->endpoint = given.endpoint;
    if (!given.client.isEmpty())
        m_account->client = given.client;
    return ExitStatus::Done;
}

std::optional<TokenSettings> TokenGrants::kept(const TestTarget& target, const TrustFolder& folder)
{
    if (folder.isEmpty() || target.settings.path.isEmpty())
        return std::nullopt;
    if (!m_settings.contains(folder.path())) {
        const auto read = readTokenSettings(folder);
        if (!read) {
            m_console.complain(shown(stationer::describe(read.error())));
            m_status = graver(m_status, statusOf(read.error()));
        }
        m_settings.insert(folder.path(), read ? read.value() : TokenSettingsByPath());
    }
    const TokenSettingsByPath& settings = m_settings[folder.path()];
    const auto own = settings.constFind(target.settings.path);
    return own == settings.cend() ? std::nullopt : std::optional(*own);
}

void TokenGrants::find(const TestTarget& target, const TokenSettings& settings,
                       const std::function<void(const std::optional<TokenGrant>&)>& found)
{
    if (!m_kept) {
        m_keyRing = std::make_unique<KeyRing>(KeyRing::Use::System, m_patience);
        m_keys = std::make_unique<UserKeyStore>();
        m_keys->open(UserKeyStore::standardFolder());
        m_kept = std::make_unique<KeptGrants>(*m_keyRing, *m_keys);
    }
    m_kept->find(settings, target.settings.account.value_or(QString()),
                 [this, found, path = target.settings.path](const std::optional<TokenGrant>& grant) {
                     if (!grant)
                         m_console.complain(
                             Texts::tr("What the token of %1 is asked for with is not in the key ring. Give it "
                                       "with --oauth-secret-file, --oauth-certificate or "
                                       "--oauth-service-account.")
                                 .arg(shown(path)));
                     found(grant);
                 });
}

std::optional<TokenGrant> TokenGrants::of(const TestTarget& target) const
{
    if (!m_account)
        return m_grant;
    return grantOf(*m_account, m_scope, target.settings.account.value_or(QString()));
}

} // namespace stationer
