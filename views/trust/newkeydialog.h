#pragma once

#include "trust/newcertificate.h"
#include "views/common/dialog.h"

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace stationer {

class NoteLine;

/// What a new certificate of the user's own shall say, self-signed until a CA answers its request.
class NewKeyDialog : public Dialog {
    Q_OBJECT
public:
    explicit NewKeyDialog(QWidget* parent = nullptr);
    NewCertificate wanted() const;

signals:
    void confirmed(const stationer::NewCertificate& wanted, const QString& alias);

private:
    QLineEdit* addLine(QFormLayout& form, const QString& label, const QString& name);
    void confirm();

    QComboBox* m_key;
    QLineEdit* m_alias;
    QLineEdit* m_commonName;
    QLineEdit* m_mail;
    QLineEdit* m_organization;
    QLineEdit* m_country;
    QLineEdit* m_names;
    QSpinBox* m_years;
    NoteLine* m_note;
};

} // namespace stationer
