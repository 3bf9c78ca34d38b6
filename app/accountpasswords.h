#pragma once

#include "secrets/keyring.h"
#include "session/accountrun.h"
#include "testing/keptgrants.h"
#include "views/sheet/editors/passwordhome.h"

#include <QObject>
#include <QTimer>

namespace stationer {

class MainWindow;
class OpenStation;
class StationTokens;
class UserKeyStore;
class Wishes;

/// The test passwords of the open station's accounts, between the sheet, the key ring and the questions: what the sheet
/// shows of them, where a new one is kept, and where the runs of tests get theirs.
class AccountPasswords : public QObject {
    Q_OBJECT
public:
    struct Tokens {
        StationTokens& kept;
        const UserKeyStore& keys;
    };
    AccountPasswords(OpenStation& station, KeyRing& keyRing, AccountOrders& orders, const Tokens& tokens, Wishes& wishes,
                     MainWindow& window);

    /// The demo's password never goes to the key ring.
    void keepInMemory(const QString& stationFile) { m_memoryOnly = stationFile; }
    void show(SlotId component); ///< on the sheet
    void store(SlotId account, const Secret& password);
    void keep(SlotId account, const Secret& password); ///< in memory

    enum class Why { Missing, Refused };
    /// The key ring, else the person at the window.
    AccountPasswordSource known();
    /// The person, whatever the key ring has.
    AccountPasswordSource asked(Why why);
    /// The key ring alone, which is asked no further once it is closed: no pile of prompts.
    AccountPasswordSource silent();

private:
    using Found = std::function<void(const FoundPassword&)>;
    /// An account that signs in by a token is asked for no password.
    AccountPasswordSource byTokenElse(const AccountPasswordSource& otherwise, bool isIndispensable);
    void askForToken(SlotId account);
    void keepToken(SlotId account, const TokenSettings& settings, const Secret& secret);
    bool isMemoryOnly() const;
    PasswordHome homeAfter(const KeyRingAnswer& answer) const;
    void forget(SlotId account);
    void ask(SlotId account, Why why, PasswordHome home, const Found& found);
    void askAboutOther(SlotId account, const SecretPlace& other, const Found& found);

    OpenStation& m_station;
    KeyRing& m_keyRing;
    AccountOrders& m_orders;
    Tokens m_tokens;
    KeptGrants m_grants;
    MainWindow& m_window;
    QTimer m_placeTimer;      ///< host and user are being typed: where the password belongs is asked a little later
    quint64 m_factsAsked = 0; ///< an answer to an older question is not shown
    QString m_memoryOnly;
};

} // namespace stationer
