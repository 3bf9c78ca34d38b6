#pragma once

#include "connection/clientidentity.h"
#include "secrets/keyring.h"
#include "trust/keyfault.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>

namespace stationer {

class UserKeyStore;

/// Opens keys of the User Key Store: by the passphrase that the key ring has, else by one that is asked for until it is the
/// key's. What was typed goes to the key ring, so that it is asked for once.
class KeyUnlocking : public QObject {
    Q_OBJECT
public:
    /// Questions are put over `window`, which this belongs to.
    KeyUnlocking(const UserKeyStore& keys, KeyRing& keyRing, QWidget& window);

    using WithPassphrase = std::function<void(const Secret& passphrase)>;
    using WithIdentity = std::function<void(const ClientIdentity& identity)>;
    void open(const QString& alias, const WithPassphrase& act);
    void openIdentity(const QString& alias, const WithIdentity& act);

    /// Where the key ring has the passphrase of a key.
    static SecretPlace placeOf(const QString& alias);

signals:
    void failed(const QString& sentence);

private:
    void ask(const QString& alias, const QString& words, const WithPassphrase& act);

    const UserKeyStore& m_keys;
    KeyRing& m_keyRing;
    QWidget& m_window;
};

} // namespace stationer
