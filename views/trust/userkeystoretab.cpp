#include "views/trust/userkeystoretab.h"

#include "items/userkeystoremodel.h"
#include "session/trustedits.h"
#include "views/trust/keyunlocking.h"
#include "views/trust/newkeydialog.h"
#include "views/trust/secretprompt.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QPushButton>
#include <QSaveFile>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {
constexpr qint64 largestKeyFile = 8 * 1024 * 1024;
}

UserKeyStoreTab::UserKeyStoreTab(const TrustRooms& rooms, QWidget* parent)
    : CertificatesTab(
          *new UserKeyStoreModel(rooms.keys), rooms, tr("User Key Store"),
          tr("No certificates of your own.\nA mail server may let you sign in with one (EXTERNAL): make a new one, "
             "or import the PKCS#12 file that you were given."),
          parent),
      m_unlocking(new KeyUnlocking(rooms.keys, rooms.keyRing, *this))
{
    connect(m_unlocking, &KeyUnlocking::failed, this, &UserKeyStoreTab::failed);
    table()->setObjectName(u"userKeyStore"_s);
    addButtons();
}

void UserKeyStoreTab::addButtons()
{
    addView();
    add(tr("&New…"), u"newKey"_s, Needs::Nothing, [this] { make(); });
    add(tr("&Import…"), u"importKey"_s, Needs::Nothing, [this] { importFile(); });
    add(tr("Certificate &Request…"), u"requestCertificate"_s, Needs::One, [this] { request(); });
    add(tr("Take Ans&wer…"), u"takeAnswer"_s, Needs::One, [this] { takeAnswer(); });
    add(tr("Si&gn In With It"), u"useKey"_s, Needs::One, [this] { use(); });
    add(tr("&Export…"), u"exportKey"_s, Needs::One, [this] { exportKey(); });
    setDeleteButton(
        add(tr("&Delete"), u"deleteKey"_s, Needs::Some, [this] { rooms().edits.removeKeys(selectedAliases()); }));
}

CertificateChain UserKeyStoreTab::chainOf(int row) const
{
    const UserKey* key = row < rooms().keys.keys().size() ? &rooms().keys.keys()[row] : nullptr;
    return key && !key->chain.isEmpty() ? key->chain : CertificatesTab::chainOf(row);
}

void UserKeyStoreTab::make()
{
    auto* dialog = new NewKeyDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewKeyDialog::confirmed, this, [this](const NewCertificate& wanted, const QString& alias) {
        const Secret passphrase = UserKeyStore::randomPassphrase();
        const Result<QString, KeyFault> made = rooms().keys.generate(wanted, passphrase, alias);
        if (made) {
            rooms().edits.addedKey(made.value(), tr("Make key %1").arg(made.value()));
            keep(made.value(), passphrase);
        } else
            emit failed(describe(made.error()));
    });
    dialog->open();
}

/// A key whose passphrase is nowhere but in memory cannot be opened tomorrow, so that is said.
void UserKeyStoreTab::keep(const QString& alias, const Secret& passphrase)
{
    rooms().keyRing.write(KeyUnlocking::placeOf(alias), passphrase, this, [this, alias](const KeyRingAnswer& answer) {
        if (answer.isForSession || answer.state != KeyRingState::Answered)
            emit failed(
                tr("No key ring took the passphrase of «%1»: the key can be opened until Stationer closes. Export it "
                   "now to keep it.")
                    .arg(alias));
    });
}

void UserKeyStoreTab::ask(bool isNew, const QString& title, const QString& words, const WithSecret& act)
{
    auto* prompt = new SecretPrompt(isNew ? SecretPrompt::Kind::New : SecretPrompt::Kind::Known, title, words, this);
    prompt->setAttribute(Qt::WA_DeleteOnClose);
    connect(prompt, &SecretPrompt::entered, this, act);
    prompt->open();
}

void UserKeyStoreTab::chooseFile(const QString& title, const std::function<void(const QByteArray&)>& act)
{
    auto* dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates and keys (*.p12 *.pfx *.pem *.crt *.cer *.der *.p7b)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, act](const QString& path) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            act(file.read(largestKeyFile + 1));
        else
            emit failed(tr("%1 could not be read: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    });
    dialog->open();
}

void UserKeyStoreTab::importFile()
{
    chooseFile(tr("Import a Key with its Certificate"), [this](const QByteArray& bytes) { importBytes(bytes, {}); });
}

void UserKeyStoreTab::importBytes(const QByteArray& bytes, const Secret& password)
{
    const Secret passphrase = UserKeyStore::randomPassphrase();
    const Result<QString, KeyFault> taken = rooms().keys.import(bytes, password, passphrase);
    if (taken) {
        rooms().edits.addedKey(taken.value(), tr("Import key %1").arg(taken.value()));
        return keep(taken.value(), passphrase);
    }
    const KeyFault fault = taken.error();
    if (fault != KeyFault::PasswordNeeded && fault != KeyFault::WrongPassword)
        return emit failed(describe(fault));
    ask(false, tr("Password of the File"), describe(fault),
        [this, bytes](const Secret& typed) { importBytes(bytes, typed); });
}

void UserKeyStoreTab::request()
{
    const QString alias = selectedAliases().value(0);
    m_unlocking->open(alias, [this, alias](const Secret& passphrase) {
        const Result<QByteArray, KeyFault> request = rooms().keys.request(alias, passphrase);
        if (request)
            save(tr("Save the Certificate Request"), alias + u".csr"_s, request.value());
        else
            emit failed(describe(request.error()));
    });
}

void UserKeyStoreTab::takeAnswer()
{
    const QString alias = selectedAliases().value(0);
    chooseFile(tr("The CA's Answer for %1").arg(alias), [this, alias](const QByteArray& bytes) {
        if (const std::optional<KeyFault> fault = rooms().edits.takeAnswer(alias, bytes))
            emit failed(describe(*fault));
    });
}

void UserKeyStoreTab::use()
{
    const QString alias = selectedAliases().value(0);
    m_unlocking->openIdentity(alias,
                              [this, alias](const ClientIdentity& identity) { emit identityChosen(identity, alias); });
}

void UserKeyStoreTab::exportKey()
{
    const QString alias = selectedAliases().value(0);
    m_unlocking->open(alias, [this, alias](const Secret& passphrase) {
        ask(true, tr("Export %1").arg(alias),
            tr("The key leaves in a PKCS#12 file that is locked with a password of yours."),
            [this, alias, passphrase](const Secret& password) {
                const Result<QByteArray, KeyFault> bundle = rooms().keys.exportPkcs12(alias, passphrase, password);
                if (bundle)
                    save(tr("Export the Key"), alias + u".p12"_s, bundle.value());
                else
                    emit failed(describe(bundle.error()));
            });
    });
}

void UserKeyStoreTab::save(const QString& title, const QString& name, const QByteArray& bytes)
{
    auto* dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes](const QString& path) {
        QSaveFile file(path);
        const bool isWritten = file.open(QIODevice::WriteOnly) &&
                               file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                               file.write(bytes) == bytes.size() && file.commit();
        if (!isWritten)
            emit failed(tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    });
    dialog->open();
}

} // namespace stationer
