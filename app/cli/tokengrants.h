#pragma once

#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/testoptions.h"
#include "app/cli/testtargets.h"
#include "testing/keptgrants.h"
#include "token/serviceaccountfile.h"
#include "token/tokengrant.h"
#include "token/tokensettings.h"
#include "trust/userkeystore.h"

#include <QHash>

#include <functional>
#include <memory>
#include <optional>

namespace stationer {

/// How the tokens of a run are asked for: as the command line says it for all its accounts, else as it is kept for each
/// beside its station's trust files, with the secrets in the key ring.
class TokenGrants {
public:
    TokenGrants(const Console& console, KeyRingPatience patience) : m_console(console), m_patience(patience) {}

    /// Reads what was given. Anything but Done was said.
    ExitStatus take(const GivenGrant& given);

    bool areGiven() const { return m_grant || m_account; }
    /// Nothing where no token is asked for.
    std::optional<TokenGrant> of(const TestTarget& target) const;

    /// The settings that are kept for an account; a fault of their file is said.
    std::optional<TokenSettings> kept(const TestTarget& target, const TrustFolder& folder);
    /// Answers once, now or later; nothing where what proves the client is not to be had, which was said.
    void find(const TestTarget& target, const TokenSettings& settings,
              const std::function<void(const std::optional<TokenGrant>&)>& found);
    ExitStatus status() const { return m_status; } ///< of what could not be read
    bool holdsProcess() const { return m_keyRing && m_keyRing->holdsProcess(); }

private:
    ExitStatus takeSecret(const GivenGrant& given, TokenGrant grant);
    ExitStatus takeCertificate(const GivenGrant& given, TokenGrant grant);
    ExitStatus takeServiceAccount(const GivenGrant& given);

    const Console& m_console;
    std::optional<TokenGrant> m_grant;
    std::optional<ServiceAccountFile> m_account;
    QString m_scope;
    KeyRingPatience m_patience;
    QHash<QString, TokenSettingsByPath> m_settings; ///< by folder
    std::unique_ptr<KeyRing> m_keyRing;             ///< made when it is first asked
    std::unique_ptr<UserKeyStore> m_keys;
    std::unique_ptr<KeptGrants> m_kept;
    ExitStatus m_status = ExitStatus::Done;
};

} // namespace stationer
