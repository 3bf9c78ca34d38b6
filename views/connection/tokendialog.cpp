#include "views/connection/tokendialog.h"

#include "token/serviceaccountfile.h"
#include "token/tokengrant.h"
#include "token/tokenpresets.h"
#include "views/common/plaintext.h"
#include "views/sheet/editors/plainlineedit.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

QString labelOf(TokenProof proof)
{
    switch (proof) {
    case TokenProof::Secret:
        return TokenDialog::tr("Client secret");
    case TokenProof::Certificate:
        return TokenDialog::tr("Certificate of the User Key Store");
    case TokenProof::ServiceAccount:
        return TokenDialog::tr("Key file of a service account");
    }
    Q_UNREACHABLE();
}

TokenDialog::TokenDialog(const QString& account, const std::optional<TokenSettings>& kept, const QStringList& keys,
                         QWidget* parent)
    : Dialog(parent), m_kept(kept), m_preset(new QComboBox(this)), m_endpoint(new PlainLineEdit(this)),
      m_client(new PlainLineEdit(this)), m_scope(new PlainLineEdit(this)), m_proof(new QComboBox(this)),
      m_note(new PlainLabel({}, this))
{
    setObjectName(u"tokenDialog"_s);
    setWindowTitle(tr("Sign In by Token"));
    auto* headline = new PlainLabel(tr("A token for %1").arg(shownOnOneLine(account, 80)), this);
    headline->setHeading(1.1);
    headline->setWrapped();
    auto* body =
        new PlainLabel(tr("For tests from this computer, as a station with an Email Authenticator signs in. Nothing of "
                          "this goes into the station file: it is kept beside the station's trust files, and the "
                          "secret in the key ring. On the station it has to be set up there."),
                       this);
    body->setWrapped();
    body->setMuted();
    for (const TokenPreset& preset : tokenPresets)
        m_preset->addItem(QString(preset.name));
    m_preset->addItem(tr("Another provider"));
    m_preset->setCurrentIndex(m_preset->count() - 1);
    const auto name = [](QWidget* widget, const QString& object, const QString& spoken) {
        widget->setObjectName(object);
        widget->setAccessibleName(spoken);
    };
    name(m_preset, u"tokenPreset"_s, tr("Provider"));
    name(m_endpoint, u"tokenEndpoint"_s, tr("Endpoint"));
    name(m_client, u"tokenClient"_s, tr("Client ID"));
    name(m_scope, u"tokenScope"_s, tr("Scope"));
    name(m_proof, u"tokenProof"_s, tr("Proven by"));
    for (const TokenProof one : {TokenProof::Secret, TokenProof::Certificate, TokenProof::ServiceAccount})
        m_proof->addItem(labelOf(one));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(tr("&Provider"), m_preset);
    form->addRow(tr("&Endpoint"), m_endpoint);
    form->addRow(tr("C&lient ID"), m_client);
    form->addRow(tr("Sc&ope"), m_scope);
    form->addRow(tr("Proven &by"), m_proof);
    form->addRow(QString(), makeProof(keys));
    m_note->setObjectName(u"tokenNote"_s);
    m_note->setWrapped();
    m_note->setMuted();
    form->addRow(QString(), m_note);

    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"tokenSave"_s);
    m_save->setDefault(true);
    if (kept) {
        QPushButton* remove = buttons->addButton(tr("&Remove"), QDialogButtonBox::DestructiveRole);
        remove->setObjectName(u"tokenRemove"_s);
        connect(remove, &QPushButton::clicked, this, [this] {
            accept();
            emit removed();
        });
    }
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(headline);
    layout->addWidget(body);
    layout->addLayout(form);
    layout->addWidget(buttons);

    if (kept) {
        m_endpoint->setText(kept->endpoint);
        m_client->setText(kept->client);
        m_scope->setText(kept->scope);
        m_proof->setCurrentIndex(int(kept->proof));
        m_key->setCurrentText(kept->keyAlias);
    }
    m_proofs->setCurrentIndex(m_proof->currentIndex());
    connect(m_preset, &QComboBox::activated, this, &TokenDialog::showPreset);
    connect(m_proof, &QComboBox::currentIndexChanged, m_proofs, &QStackedWidget::setCurrentIndex);
    connect(m_proof, &QComboBox::currentIndexChanged, this, &TokenDialog::check);
    for (QLineEdit* line : {m_endpoint, m_client, m_scope, m_secret})
        connect(line, &QLineEdit::textChanged, this, &TokenDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const Secret secret = proof() == TokenProof::ServiceAccount ? m_keyFile : Secret(m_secret->text());
        m_secret->clear();
        accept();
        emit saved(settings(), secret);
    });
    check();
    resize(fontMetrics().averageCharWidth() * 88, sizeHint().height());
}

/// One page for each proof, in the order of TokenProof.
QWidget* TokenDialog::makeProof(const QStringList& keys)
{
    m_proofs = new QStackedWidget(this);
    m_proofs->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_secret = new PlainLineEdit(m_proofs);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setObjectName(u"tokenSecret"_s);
    m_secret->setAccessibleName(tr("Client secret"));
    m_key = new QComboBox(m_proofs);
    m_key->addItems(keys);
    m_key->setObjectName(u"tokenKey"_s);
    m_key->setAccessibleName(tr("Certificate of the User Key Store"));
    m_file = new QPushButton(tr("Choose &File…"), m_proofs);
    m_file->setObjectName(u"tokenKeyFile"_s);
    m_file->setAutoDefault(false);
    connect(m_file, &QPushButton::clicked, this, &TokenDialog::chooseFile);
    for (QWidget* page : std::initializer_list<QWidget*>{m_secret, m_key, m_file})
        m_proofs->addWidget(page);
    return m_proofs;
}

void TokenDialog::showPreset(int index)
{
    if (index >= int(tokenPresets.size()))
        return;
    const TokenPreset& preset = tokenPresets[std::size_t(index)];
    m_endpoint->setText(QString(preset.endpoint));
    m_scope->setText(QString(preset.scope));
    m_proof->setCurrentIndex(int(preset.proof));
    if (const qsizetype at = m_endpoint->text().indexOf(tenantPlaceholder); at >= 0) {
        m_endpoint->setFocus();
        m_endpoint->setSelection(int(at), int(tenantPlaceholder.size()));
    }
}

void TokenDialog::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Choose the Key File of a Service Account"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Key files (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        constexpr qint64 largest = 64 * 1024;
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            take(file.read(largest));
    });
    dialog->open();
}

void TokenDialog::take(const QByteArray& keyFile)
{
    const auto file = readServiceAccount(keyFile);
    m_keyFile = file ? Secret(QByteArray(keyFile)) : Secret();
    if (file) {
        m_endpoint->setText(file.value().endpoint);
        m_client->setText(file.value().client);
    }
    check();
    if (!file)
        m_note->setText(tr("This is no key file of a service account."));
}

TokenProof TokenDialog::proof() const
{
    return TokenProof(m_proof->currentIndex());
}

TokenSettings TokenDialog::settings() const
{
    return {m_endpoint->text().trimmed(), m_client->text().trimmed(), m_scope->text().trimmed(), proof(),
            proof() == TokenProof::Certificate ? m_key->currentText() : QString()};
}

/// Says what is missing. What is kept in the key ring is of its host and client: with another it has to be typed again.
void TokenDialog::check()
{
    const TokenSettings typed = settings();
    const bool isOfKept = m_kept && m_kept->proof == typed.proof && m_kept->client == typed.client &&
                          serverOf(m_kept->endpoint).host == serverOf(typed.endpoint).host;
    m_secret->setPlaceholderText(isOfKept ? tr("in the key ring") : tr("Client secret"));
    QString missing;
    if (typed.endpoint.contains(tenantPlaceholder))
        missing = tr("Put the tenant's ID in the place of TENANT.");
    else if (!isTokenUrl(typed.endpoint))
        missing = tr("The endpoint is an address that begins with https.");
    else if (typed.client.isEmpty())
        missing = tr("The client ID is missing.");
    else if (typed.proof == TokenProof::Secret && m_secret->text().isEmpty() && !isOfKept)
        missing = tr("The client secret is missing.");
    else if (typed.proof == TokenProof::Certificate && typed.keyAlias.isEmpty())
        missing = tr("The User Key Store has no certificate yet: Tools, Certificate Manager, User Key Store.");
    else if (typed.proof == TokenProof::ServiceAccount && m_keyFile.isEmpty() && !isOfKept)
        missing = tr("The key file is missing.");
    else if (isIdentifier(Secret(m_secret->text())) && typed.proof == TokenProof::Secret)
        m_note->setText(tr("This looks like the secret's ID. Its value is wanted."));
    else
        m_note->setText({});
    if (!missing.isEmpty())
        m_note->setText(missing);
    m_save->setEnabled(missing.isEmpty());
}

} // namespace stationer
