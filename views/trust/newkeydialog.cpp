#include "views/trust/newkeydialog.h"

#include "views/common/noteline.h"
#include "views/common/plaintext.h"
#include "views/sheet/editors/plainlineedit.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHostAddress>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

QStringList listed(const QString& text)
{
    return text.split(QRegularExpression(u"[\\s,;]+"_s), Qt::SkipEmptyParts);
}

} // namespace

NewKeyDialog::NewKeyDialog(QWidget* parent)
    : Dialog(parent), m_key(new QComboBox(this)), m_years(new QSpinBox(this)), m_note(new NoteLine(this))
{
    setObjectName(u"newKeyDialog"_s);
    setWindowTitle(tr("New Certificate"));
    auto* words = new PlainLabel(tr("Makes a key and a self-signed certificate to sign in with (EXTERNAL). The key is kept "
                                    "encrypted on this computer. A CA can sign it later: Certificate Request."),
                                 this);
    words->setWrapped();
    words->setMuted();
    m_key->addItem(tr("EC P-256 (usual)"), int(NewKeyKind::EcP256));
    m_key->addItem(tr("RSA, 3072 bits (for older servers)"), int(NewKeyKind::Rsa3072));
    m_key->addItem(u"Ed25519"_s, int(NewKeyKind::Ed25519));
    m_key->setObjectName(u"newKeyKind"_s);
    m_key->setAccessibleName(tr("Kind of key"));
    m_years->setRange(1, 10);
    m_years->setValue(2);
    m_years->setObjectName(u"newKeyYears"_s);
    m_years->setAccessibleName(tr("Valid for, in years"));
    m_years->setSuffix(u' ' + tr("years"));
    auto* form = new QFormLayout;
    m_commonName = addLine(*form, tr("&Name:"), u"newKeyName"_s);
    m_commonName->setPlaceholderText(tr("the account's user name, for instance"));
    m_mail = addLine(*form, tr("&E-mail addresses:"), u"newKeyMail"_s);
    m_names = addLine(*form, tr("&Host names and addresses:"), u"newKeyNames"_s);
    m_organization = addLine(*form, tr("&Organization:"), u"newKeyOrganization"_s);
    m_country = addLine(*form, tr("&Country, two letters:"), u"newKeyCountry"_s);
    form->addRow(tr("&Key:"), m_key);
    form->addRow(tr("&Valid for:"), m_years);
    m_alias = addLine(*form, tr("&Alias:"), u"newKeyAlias"_s);
    m_alias->setPlaceholderText(tr("made from the name"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* make = buttons->addButton(tr("&Make"), QDialogButtonBox::ActionRole);
    make->setObjectName(u"makeKey"_s);
    make->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(words);
    layout->addLayout(form);
    layout->addWidget(m_note);
    layout->addStretch();
    layout->addWidget(buttons);
    connect(make, &QPushButton::clicked, this, &NewKeyDialog::confirm);
    for (QLineEdit* line : {m_commonName, m_mail, m_names, m_organization, m_country}) // what was wrong may be right now
        connect(line, &QLineEdit::textChanged, m_note, [this] { m_note->setNote(Badge::None, {}); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_commonName->setFocus();
    resize(fontMetrics().averageCharWidth() * 76, sizeHint().height());
}

QLineEdit* NewKeyDialog::addLine(QFormLayout& form, const QString& label, const QString& name)
{
    auto* line = new PlainLineEdit(this);
    line->setObjectName(name);
    line->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    form.addRow(label, line);
    return line;
}

NewCertificate NewKeyDialog::wanted() const
{
    NewCertificate wanted;
    wanted.key = NewKeyKind(m_key->currentData().toInt());
    wanted.commonName = m_commonName->text().trimmed();
    wanted.organization = m_organization->text().trimmed();
    wanted.country = m_country->text().trimmed().toUpper();
    wanted.mailAddresses = listed(m_mail->text());
    for (const QString& name : listed(m_names->text()))
        (QHostAddress(name).isNull() ? wanted.dnsNames : wanted.ipAddresses) += name;
    wanted.isForServers = !(wanted.dnsNames + wanted.ipAddresses).isEmpty();
    wanted.notBefore = QDateTime::currentDateTimeUtc();
    wanted.notAfter = wanted.notBefore.addYears(m_years->value());
    return wanted;
}

void NewKeyDialog::confirm()
{
    const NewCertificate asked = wanted();
    if (const std::optional<KeyFault> fault = faultOf(asked))
        return m_note->setNote(Badge::Fault, describe(*fault));
    accept();
    emit confirmed(asked, m_alias->text().trimmed());
}

} // namespace stationer
