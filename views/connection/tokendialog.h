#pragma once

#include "terms/secret.h"
#include "token/tokensettings.h"
#include "views/common/dialog.h"

#include <QStringList>

#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace stationer {

class PlainLabel;

/// Asks how tokens are asked for, with which an account signs in instead of a password: of whom, as which client, for what,
/// proven how. It says that nothing of it goes into the station file. It opens without blocking; the answer comes as a
/// signal.
class TokenDialog : public Dialog {
    Q_OBJECT
public:
    /// `keys` are the aliases of the User Key Store.
    TokenDialog(const QString& account, const std::optional<TokenSettings>& kept, const QStringList& keys,
                QWidget* parent = nullptr);

    /// Takes a service account's key file as if it had been chosen.
    void take(const QByteArray& keyFile);

signals:
    /// The secret is empty where the one in the key ring stays.
    void saved(const stationer::TokenSettings& settings, const stationer::Secret& secret);
    void removed();

private:
    QWidget* makeProof(const QStringList& keys);
    void showPreset(int index);
    void chooseFile();
    void check();
    TokenSettings settings() const;
    TokenProof proof() const;

    std::optional<TokenSettings> m_kept;
    QComboBox* m_preset;
    QLineEdit* m_endpoint;
    QLineEdit* m_client;
    QLineEdit* m_scope;
    QComboBox* m_proof;
    QStackedWidget* m_proofs;
    QLineEdit* m_secret;
    QComboBox* m_key;
    QPushButton* m_file;
    PlainLabel* m_note;
    QPushButton* m_save;
    Secret m_keyFile;
};

/// What proves who asks for a token, in words.
QString labelOf(TokenProof proof);

} // namespace stationer
