#include "views/connection/clientcertificatefield.h"

#include "terms/dates.h"
#include "views/common/plaintext.h"
#include "views/sheet/editors/plainlineedit.h"

#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {
constexpr qint64 largestFile = 1024 * 1024;
}

ClientCertificateField::ClientCertificateField(OwnCertificates own, QWidget* parent)
    : QWidget(parent), m_own(std::move(own)), m_state(new PlainLabel({}, this)),
      m_store(new QPushButton(tr("Ke&y Store"), this)), m_choose(new QPushButton(tr("&File…"), this)),
      m_remove(new QPushButton(tr("Re&move"), this)), m_passphraseRow(new QWidget(this)),
      m_passphrase(new PlainLineEdit(this)), m_unlock(new QPushButton(tr("&Unlock"), this))
{
    m_state->setWrapped();
    m_state->setObjectName(u"clientCertificateState"_s);
    m_choose->setObjectName(u"chooseClientCertificate"_s);
    m_choose->setAccessibleName(tr("Choose a PEM file with a client certificate"));
    m_store->setObjectName(u"chooseOwnCertificate"_s);
    m_store->setAccessibleName(tr("Choose a client certificate of the User Key Store"));
    m_store->setMenu(new QMenu(m_store));
    fillMenu();
    m_remove->setObjectName(u"removeClientCertificate"_s);
    m_remove->setAccessibleName(tr("Remove the client certificate"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setObjectName(u"keyPassphrase"_s);
    m_passphrase->setAccessibleName(tr("Passphrase of the key"));
    m_passphrase->setPlaceholderText(tr("Passphrase of the key"));
    m_unlock->setObjectName(u"unlockKey"_s);
    for (QPushButton* button : {m_store, m_choose, m_remove, m_unlock})
        button->setAutoDefault(false);
    auto* files = new QHBoxLayout;
    files->addWidget(m_state, 1);
    files->addWidget(m_store);
    files->addWidget(m_choose);
    files->addWidget(m_remove);
    auto* key = new QHBoxLayout(m_passphraseRow);
    key->setContentsMargins(0, 0, 0, 0);
    key->addWidget(m_passphrase, 1);
    key->addWidget(m_unlock);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(files);
    layout->addWidget(m_passphraseRow);
    connect(m_choose, &QPushButton::clicked, this, &ClientCertificateField::openFiles);
    connect(m_remove, &QPushButton::clicked, this, [this] { setIdentity({}); });
    const auto unlock = [this] {
        const Secret passphrase(m_passphrase->text());
        m_passphrase->clear();
        read(passphrase);
    };
    connect(m_unlock, &QPushButton::clicked, this, unlock);
    connect(m_passphrase, &QLineEdit::returnPressed, this, unlock);
    showIdentity();
}

void ClientCertificateField::setIdentity(const std::optional<ClientIdentity>& identity)
{
    m_identity = identity;
    m_pem.clear();
    showIdentity();
    emit changed();
}

void ClientCertificateField::showIdentity()
{
    m_passphraseRow->hide();
    m_remove->setVisible(m_identity.has_value());
    if (!m_identity || m_identity->chain.isEmpty())
        return say(tr("None"));
    const QSslCertificate& own = m_identity->chain.first();
    const QString until = shownDay(own.expiryDate());
    const QString name = shownOnOneLine(own.subjectDisplayName(), 120);
    //: A client certificate: %1 its name, %2 a date
    say(own.expiryDate() < QDateTime::currentDateTimeUtc() ? tr("%1, expired on %2").arg(name, until)
                                                           : tr("%1, valid until %2").arg(name, until));
}

void ClientCertificateField::say(const QString& sentence)
{
    m_state->setText(sentence);
    m_state->setAccessibleName(sentence);
}

void ClientCertificateField::fillMenu()
{
    const QList<OwnCertificates::One> all = m_own.list ? m_own.list() : QList<OwnCertificates::One>();
    m_store->setEnabled(!all.isEmpty());
    if (all.isEmpty())
        m_store->setToolTip(plainToolTip(tr("It has no certificate yet: Tools, Certificate Manager, User Key Store.")));
    for (const OwnCertificates::One& one : all) {
        QAction* action = m_store->menu()->addAction(shownOnOneLine(one.label, 120).replace(u'&', "&&"_L1));
        action->setData(one.alias);
        connect(action, &QAction::triggered, this, [this, alias = one.alias] {
            m_own.open(alias, *window(), [field = QPointer(this)](const ClientIdentity& identity) {
                if (field)
                    field->setIdentity(identity);
            });
        });
    }
}

void ClientCertificateField::openFiles()
{
    auto* dialog = new QFileDialog(this, tr("Choose a Client Certificate"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("PEM files (*.pem *.crt *.key)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ClientCertificateField::readFile);
    dialog->open();
}

void ClientCertificateField::readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return say(tr("The file cannot be read: %1").arg(shownOnOneLine(file.errorString())));
    if (file.size() > largestFile)
        return say(tr("The file is too large for a certificate."));
    choose(file.read(largestFile));
}

void ClientCertificateField::choose(const QByteArray& pem)
{
    m_pem = pem;
    read(Secret());
}

void ClientCertificateField::read(const Secret& passphrase)
{
    const Result<ClientIdentity, ClientIdentityFault> identity = clientIdentityOf(m_pem, passphrase);
    if (identity)
        return setIdentity(identity.value());
    const bool isLocked = identity.error() == ClientIdentityFault::PassphraseNeeded ||
                          identity.error() == ClientIdentityFault::WrongPassphrase;
    m_passphraseRow->setVisible(isLocked);
    if (isLocked)
        m_passphrase->setFocus();
    else
        m_pem.clear();
    switch (identity.error()) {
    case ClientIdentityFault::NoCertificate:
        return say(tr("No certificate was found in the file."));
    case ClientIdentityFault::NoKey:
        return say(tr("The file has no private key. Put the certificate and its key into one PEM file."));
    case ClientIdentityFault::PassphraseNeeded:
        return say(tr("The key is encrypted."));
    case ClientIdentityFault::WrongPassphrase:
        return say(tr("This is not the key's passphrase."));
    case ClientIdentityFault::KeyOfAnother:
        return say(tr("The key does not belong to the first certificate of the file."));
    }
    Q_UNREACHABLE();
}

} // namespace stationer
