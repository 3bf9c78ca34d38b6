#pragma once

#include "terms/secret.h"
#include "views/common/dialog.h"

class QLineEdit;

namespace stationer {

/// Asks for the password that a test is to sign in with, or whether it should do without.
class PasswordPrompt : public Dialog {
    Q_OBJECT
public:
    enum class Reason { Missing, Refused, KeyRingLocked, KeyRingSilent };
    PasswordPrompt(const QString& user, const QString& server, Reason reason, QWidget* parent = nullptr);

signals:
    void entered(const stationer::Secret& password);
    void skipped(); ///< test without signing in

private:
    QLineEdit* m_password;
};

} // namespace stationer
