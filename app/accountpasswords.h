#pragma once

#include "secrets/keyring.h"
#include "station/slotid.h"

#include <QObject>
#include <QTimer>

namespace stationer {

class AccountTests;
class MainWindow;
class OpenStation;

/// The test passwords of the open station's accounts, between the sheet, the key ring and the questions: what the sheet shows of
/// them, where a new one is kept, and what is asked when a test needs one that nobody knows.
class AccountPasswords : public QObject {
    Q_OBJECT
public:
    AccountPasswords(OpenStation& station, KeyRing& keyRing, AccountTests& tests, MainWindow& window);

    /// The demo's password never goes to the key ring.
    void keepInMemory(const QString& stationFile) { m_memoryOnly = stationFile; }
    void show(SlotId component); ///< on the sheet
    void store(SlotId account, const Secret& password);
    void keep(SlotId account, const Secret& password); ///< in memory
    enum class Why { Missing, Refused, KeyRingLocked, KeyRingSilent };
    void ask(SlotId account, Why why); ///< and tests with it

private:
    static Why whyAfter(KeyRingState state);
    void forget(SlotId account);
    void askAboutOther(SlotId account, const SecretPlace& other);

    OpenStation& m_station;
    KeyRing& m_keyRing;
    AccountTests& m_tests;
    MainWindow& m_window;
    QTimer m_placeTimer;      ///< host and user are being typed: where the password belongs is asked a little later
    quint64 m_factsAsked = 0; ///< an answer to an older question is not shown
    QString m_memoryOnly;
};

} // namespace stationer
