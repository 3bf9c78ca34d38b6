#pragma once

#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/secretsfile.h"
#include "app/cli/testoptions.h"
#include "app/cli/testtargets.h"
#include "connection/clientidentity.h"
#include "secrets/keyring.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace stationer {

/// Gets the password of one target after the other: what was given on the command line, else the key ring, else the person
/// at the terminal. What was given is read once, before the first is asked for.
class Passwords : public QObject {
    Q_OBJECT
public:
    Passwords(const Console& console, KeyRingPatience patience) : m_console(console), m_patience(patience) {}

    /// Reads what was given. Anything but Done was said.
    ExitStatus take(const GivenPassword& given);

    /// Answers once, now or later; nothing where there is none, which was said.
    void find(const TestTarget& target, const std::function<void(std::optional<Secret>)>& found);

    /// Whether the key ring holds the process.
    bool holdsProcess() const { return m_keyRing && m_keyRing->holdsProcess(); }

    /// What was given to sign in with instead of a password.
    const std::optional<ClientIdentity>& clientIdentity() const { return m_clientIdentity; }
    const Secret& token() const { return m_token; }
    bool areNeeded() const { return m_areNeeded; }

private:
    void ask(const TestTarget& target, KeyRingState state, const std::function<void(std::optional<Secret>)>& found);

    const Console& m_console;
    const KeyRingPatience m_patience;
    std::optional<Secret> m_forAll;
    Secret m_token;
    bool m_areNeeded = true;
    std::optional<ClientIdentity> m_clientIdentity;
    std::optional<SecretsFile> m_secrets;
    bool m_isSilenceSaid = false;
    bool m_isInputTaken = false;        ///< standard input was the password, or ended; nobody can be asked there
    std::unique_ptr<KeyRing> m_keyRing; ///< made when it is first asked
};

} // namespace stationer
