#pragma once

#include "terms/secret.h"
#include "views/common/dialog.h"
#include "views/sheet/editors/passwordhome.h"

class QLineEdit;

namespace stationer {

/// Asks for the password that a test is to sign in with, or whether it should do without, and says where it will live.
class PasswordPrompt : public Dialog {
    Q_OBJECT
public:
    enum class Reason { Missing, Refused };
    PasswordPrompt(const QString& user, const QString& server, Reason reason, PasswordHome home, QWidget* parent = nullptr);

signals:
    void entered(const stationer::Secret& password);
    void skipped(); ///< test without signing in

private:
    QLineEdit* m_password;
};

} // namespace stationer
