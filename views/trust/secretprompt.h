#pragma once

#include "terms/secret.h"
#include "views/common/dialog.h"

class QFormLayout;
class QLineEdit;

namespace stationer {

/// Asks for a passphrase; for a new one twice. It keeps none.
class SecretPrompt : public Dialog {
    Q_OBJECT
public:
    enum class Kind { Known, New };
    SecretPrompt(Kind kind, const QString& title, const QString& words, QWidget* parent = nullptr);

signals:
    void entered(const stationer::Secret& secret);

private:
    QLineEdit* addField(const QString& label, const QString& name, QFormLayout& form);
};

} // namespace stationer
