#include "trust/userkeystore.h"

#include "trust/alias.h"
#include "trust/importer.h"
#include "trust/keybundle.h"
#include "trust/keymaterial.h"
#include "trust/pemtext.h"
#include "trust/pkcs12.h"
#include "trust/trustfile.h"
#include "trust/trustlock.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <openssl/rand.h>

#include <algorithm>
#include <array>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestKeyFile = 1024 * 1024;

} // namespace

QByteArray UserKey::pem() const
{
    QByteArray pem = keyPem;
    for (const QByteArray& der : chain)
        pem += toPem(der);
    return pem;
}

UserKeyStore::UserKeyStore(QObject* parent) : QObject(parent) {}

QString UserKeyStore::standardFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/user-key-store"_s;
}

Secret UserKeyStore::randomPassphrase()
{
    std::array<unsigned char, 24> bytes{};
    if (RAND_bytes(bytes.data(), int(bytes.size())) != 1)
        return {};
    return Secret(QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()))
                      .toBase64(QByteArray::Base64UrlEncoding));
}

QString UserKeyStore::pathOf(const QString& alias) const
{
    return m_folder + u'/' + alias + u".pem"_s;
}

QString UserKeyStore::lockPath() const
{
    return m_folder + u"/store.lock"_s;
}

std::optional<TrustFileFault> UserKeyStore::open(const QString& folder)
{
    m_folder = folder;
    return reload();
}

// One encrypted key and its certificates; nothing else is a file of this store.
std::optional<UserKey> UserKeyStore::keyIn(const QByteArray& pem, const QString& alias)
{
    UserKey key{alias, {}, {}, {}};
    for (const PemBlock& block : pemBlocks(pem)) {
        if (!block.der)
            return std::nullopt;
        if (block.label == "ENCRYPTED PRIVATE KEY" && key.keyPem.isEmpty())
            key.keyPem = pemOf(block.label, *block.der);
        else if (block.label == "CERTIFICATE" && x509OfDer(*block.der))
            key.chain << *block.der;
        else
            return std::nullopt;
    }
    if (key.keyPem.isEmpty() || key.chain.isEmpty())
        return std::nullopt;
    key.certificate = *certificateFacts(key.chain.first());
    return key;
}

std::optional<TrustFileFault> UserKeyStore::reload()
{
    m_faults.clear();
    if (const auto fault = trustFolderFault(m_folder))
        m_faults << *fault;
    QList<UserKey> found;
    for (const QFileInfo& info : QDir(m_folder).entryInfoList({u"*.pem"_s}, QDir::Files | QDir::Hidden)) {
        const auto bytes = readTrustFile(info.filePath(), LargestKeyFile);
        if (!bytes && bytes.error().kind != TrustFileFault::Kind::Damaged) {
            m_faults << bytes.error();
            continue;
        }
        const auto key = bytes ? keyIn(bytes.value(), info.completeBaseName()) : std::nullopt;
        if (key)
            found << *key;
        else
            m_faults << TrustFileFault{
                TrustFileFault::Kind::Damaged, info.filePath(), setAside(info.filePath()).value_or(QString()), {}};
    }
    show(found);
    return m_faults.isEmpty() ? std::nullopt : std::optional(m_faults.first());
}

void UserKeyStore::show(QList<UserKey> keys)
{
    std::sort(keys.begin(), keys.end(), [](const UserKey& a, const UserKey& b) {
        return QString::compare(a.alias, b.alias, Qt::CaseInsensitive) < 0;
    });
    m_keys = std::move(keys);
    emit changed();
}

const UserKey* UserKeyStore::find(const QString& alias) const
{
    const auto found = std::find_if(m_keys.cbegin(), m_keys.cend(),
                                    [&](const UserKey& one) { return one.alias.compare(alias, Qt::CaseInsensitive) == 0; });
    return found == m_keys.cend() ? nullptr : &*found;
}

bool UserKeyStore::write(const QString& alias, const QByteArray& pem)
{
    m_faults.clear();
    auto fault = makeTrustFolder(m_folder);
    if (!fault)
        fault = writeTrustFile(pathOf(alias), pem);
    if (fault)
        m_faults << *fault;
    return !fault;
}

Result<QString, KeyFault> UserKeyStore::put(UserKey key)
{
    key.certificate = *certificateFacts(key.chain.first());
    QString wanted = fileSafeAlias(key.alias);
    for (const QString& name : {key.certificate.commonName, u"key"_s}) {
        if (wanted.isEmpty())
            wanted = fileSafeAlias(name);
    }
    const std::optional<TrustFileFault> folderFault = makeTrustFolder(m_folder);
    const TrustLock lock(lockPath());
    reload(); // what another program put there meanwhile
    if (!lock.isHeld()) {
        m_faults << folderFault.value_or(TrustFileFault{TrustFileFault::Kind::CannotWrite, m_folder, {}, lock.whyNot()});
        return KeyFault::NotStored;
    }
    key.alias = freeAlias(wanted, [&](const QString& one) { return find(one) || QFileInfo::exists(pathOf(one)); });
    if (!write(key.alias, key.pem()))
        return KeyFault::NotStored;
    show(m_keys + QList{key});
    return key.alias;
}

Result<QString, KeyFault> UserKeyStore::generate(const NewCertificate& wanted, const Secret& passphrase,
                                                 const QString& alias)
{
    if (const auto fault = faultOf(wanted))
        return *fault;
    if (passphrase.isEmpty())
        return KeyFault::PassphraseMissing;
    const Owned<EVP_PKEY> key = makeKey(wanted.key);
    const QByteArray certificate = key ? selfSigned(key.get(), wanted) : QByteArray();
    const QByteArray keyPem = key ? encryptedPem(key.get(), passphrase) : QByteArray();
    if (certificate.isEmpty() || keyPem.isEmpty())
        return KeyFault::Failed;
    return put({alias, {}, {certificate}, keyPem});
}

Result<QString, KeyFault> UserKeyStore::import(const QByteArray& bytes, const Secret& password, const Secret& passphrase,
                                               const QString& alias)
{
    if (passphrase.isEmpty())
        return KeyFault::PassphraseMissing;
    const auto bundle = readKeyBundle(bytes, password);
    if (!bundle)
        return bundle.error();
    const QByteArray& own = bundle.value().chain.first();
    if (std::any_of(m_keys.cbegin(), m_keys.cend(), [&](const UserKey& key) { return key.certificate.der == own; }))
        return KeyFault::Duplicate;
    const QByteArray keyPem = encryptedPem(bundle.value().key.get(), passphrase);
    if (keyPem.isEmpty())
        return KeyFault::Failed;
    return put({alias, {}, bundle.value().chain, keyPem});
}

Result<QByteArray, KeyFault> UserKeyStore::request(const QString& alias, const Secret& passphrase) const
{
    const UserKey* const stored = find(alias);
    if (!stored)
        return KeyFault::NoSuchKey;
    const Owned<EVP_PKEY> key = keyOfPem(stored->keyPem, passphrase);
    if (!key)
        return KeyFault::WrongPassphrase;
    const QByteArray pem = certificateRequest(key.get(), stored->certificate.der);
    return pem.isEmpty() ? Result<QByteArray, KeyFault>(KeyFault::Failed) : pem;
}

std::optional<KeyFault> UserKeyStore::takeAnswer(const QString& alias, const QByteArray& bytes)
{
    const UserKey* const stored = find(alias);
    if (!stored)
        return KeyFault::NoSuchKey;
    CertificateChain given;
    for (const ImportFind& find : previewImport(bytes, {}, QDateTime::currentDateTimeUtc()).finds)
        given << find.certificate.der;
    if (given.isEmpty())
        return KeyFault::NoCertificate;
    const CertificateChain chain = chainFor(stored->certificate.publicKeySha256, given);
    if (chain.isEmpty())
        return KeyFault::KeyOfAnother;
    const UserKey answered{stored->alias, *certificateFacts(chain.first()), chain, stored->keyPem};
    const TrustLock lock(lockPath());
    if (!lock.isHeld() || !write(answered.alias, answered.pem()))
        return KeyFault::NotStored;
    QList<UserKey> now = m_keys;
    now[stored - m_keys.constData()] = answered;
    show(now);
    return std::nullopt;
}

Result<QByteArray, KeyFault> UserKeyStore::identityPem(const QString& alias) const
{
    const UserKey* const stored = find(alias);
    if (!stored)
        return KeyFault::NoSuchKey;
    return stored->pem();
}

bool UserKeyStore::isPassphrase(const QString& alias, const Secret& passphrase) const
{
    const UserKey* const stored = find(alias);
    return stored && keyOfPem(stored->keyPem, passphrase);
}

Result<QByteArray, KeyFault> UserKeyStore::exportPkcs12(const QString& alias, const Secret& passphrase,
                                                        const Secret& password) const
{
    const UserKey* const stored = find(alias);
    if (!stored)
        return KeyFault::NoSuchKey;
    if (password.isEmpty()) // a key leaves encrypted or not at all
        return KeyFault::PassphraseMissing;
    const Owned<EVP_PKEY> key = keyOfPem(stored->keyPem, passphrase);
    if (!key)
        return KeyFault::WrongPassphrase;
    const QByteArray der = writePkcs12(stored->chain, key.get(), stored->alias, password);
    return der.isEmpty() ? Result<QByteArray, KeyFault>(KeyFault::Failed) : der;
}

Result<RemovedKey, KeyFault> UserKeyStore::remove(const QString& alias)
{
    const UserKey* const stored = find(alias);
    if (!stored)
        return KeyFault::NoSuchKey;
    const RemovedKey removed{stored->alias, stored->pem()};
    m_faults.clear();
    if (const auto fault = removeTrustFile(pathOf(removed.alias))) {
        m_faults << *fault;
        return KeyFault::NotStored;
    }
    QList<UserKey> left = m_keys;
    left.removeAt(stored - m_keys.constData());
    show(left);
    return removed;
}

std::optional<KeyFault> UserKeyStore::restore(const RemovedKey& removed)
{
    const auto key = keyIn(removed.pem, removed.alias);
    if (!key)
        return KeyFault::NotReadable;
    const auto put = this->put(*key);
    return put ? std::nullopt : std::optional(put.error());
}

} // namespace stationer
