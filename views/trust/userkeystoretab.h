#pragma once

#include "connection/clientidentity.h"
#include "secrets/keyring.h"
#include "trust/userkeystore.h"
#include "views/trust/certificatestab.h"

namespace stationer {

class KeyUnlocking;

/// The user's own certificates and keys. Their passphrases are in the key ring; where it has none, they are asked for.
class UserKeyStoreTab : public CertificatesTab {
    Q_OBJECT
public:
    explicit UserKeyStoreTab(const TrustRooms& rooms, QWidget* parent = nullptr);

signals:
    /// To sign in with, by EXTERNAL.
    void identityChosen(const stationer::ClientIdentity& identity, const QString& alias);

protected:
    CertificateChain chainOf(int row) const override;

private:
    using WithSecret = std::function<void(const Secret& secret)>;
    void addButtons();
    void make();
    void importFile();
    void importBytes(const QByteArray& bytes, const Secret& password);
    void request();
    void takeAnswer();
    void exportKey();
    void use();
    void keep(const QString& alias, const Secret& passphrase);
    void ask(bool isNew, const QString& title, const QString& words, const WithSecret& act);
    void chooseFile(const QString& title, const std::function<void(const QByteArray&)>& act);
    void save(const QString& title, const QString& name, const QByteArray& bytes);

    KeyUnlocking* m_unlocking;
};

} // namespace stationer
