#pragma once

#include "connection/clientidentity.h"
#include "views/connection/owncertificates.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QPushButton;

namespace stationer {

class PlainLabel;

/// Chooses a client certificate with its key, one of the user's own or from a PEM file, asks for the key's passphrase where
/// there is one, and shows whose certificate it is and until when. What it chose is kept in memory alone.
class ClientCertificateField : public QWidget {
    Q_OBJECT
public:
    explicit ClientCertificateField(OwnCertificates own, QWidget* parent = nullptr);

    void setIdentity(const std::optional<ClientIdentity>& identity);
    const std::optional<ClientIdentity>& identity() const { return m_identity; }
    /// Reads the file's bytes as if it had been chosen.
    void choose(const QByteArray& pem);

signals:
    void changed();

private:
    void fillMenu();
    void openFiles();
    void readFile(const QString& path);
    void read(const Secret& passphrase);
    void showIdentity();
    void say(const QString& sentence);

    QByteArray m_pem; ///< while its passphrase is asked for
    std::optional<ClientIdentity> m_identity;
    OwnCertificates m_own;
    PlainLabel* m_state;
    QPushButton* m_store;
    QPushButton* m_choose;
    QPushButton* m_remove;
    QWidget* m_passphraseRow;
    QLineEdit* m_passphrase;
    QPushButton* m_unlock;
};

} // namespace stationer
