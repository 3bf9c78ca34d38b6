// Keys of the user's own, by the first byte: what is imported, what is a client certificate, what lies in the User Key
// Store, and what is to be the CA's answer to a request. A key is taken with its own certificate or not at all, and the
// store shows none that is not sealed.

#include "connection/clientidentity.h"
#include "fuzz/entry.h"
#include "trust/certificatefacts.h"
#include "trust/keybundle.h"
#include "trust/userkeystore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <openssl/x509.h>

using namespace stationer;

namespace {

/// SHA-256 of its SubjectPublicKeyInfo.
QByteArray publicPartOf(EVP_PKEY* key)
{
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(key, &der);
    fuzz::require(size > 0);
    const QByteArray bytes(reinterpret_cast<const char*>(der), size);
    OPENSSL_free(der);
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

void readStore(const QByteArray& bytes)
{
    static const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("key.pem")));
    fuzz::require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.close();
    UserKeyStore store;
    store.open(folder.path());
    fuzz::require(store.keys().size() + store.faults().size() == 1);
    for (const UserKey& key : store.keys()) {
        fuzz::require(!key.chain.isEmpty() && key.chain.first() == key.certificate.der);
        const auto pem = store.identityPem(key.alias);
        fuzz::require(pem && pem.value().count("PRIVATE KEY-----") == 2 &&
                      pem.value().count("ENCRYPTED PRIVATE KEY-----") == 2);
    }
    for (const QString& left : QDir(folder.path()).entryList(QDir::Files))
        QFile::remove(folder.filePath(left));
}

void takeAnswer(const QByteArray& bytes)
{
    static const QTemporaryDir folder;
    static UserKeyStore store;
    static const QString alias = [] {
        store.open(folder.path());
        NewCertificate wanted;
        wanted.commonName = QStringLiteral("bob");
        return store.generate(wanted, Secret(QByteArray("passphrase"))).value();
    }();
    fuzz::require(store.takeAnswer(alias, bytes).has_value()); // nobody can have signed the key of this run
    fuzz::require(store.find(alias)->chain.size() == 1);
}

} // namespace

STATIONER_FUZZ_ENTRY(keys, 3000)
{
    const Secret password(QByteArray("secret"));
    QByteArray rest = bytes;
    switch (fuzz::choice(rest, 4)) {
    case 0:
        if (const auto bundle = readKeyBundle(rest, password)) {
            const auto own = certificateFacts(bundle.value().chain.value(0));
            fuzz::require(own && own->publicKeySha256 == publicPartOf(bundle.value().key.get()));
        }
        break;
    case 1:
        if (const auto identity = clientIdentityOf(rest, password)) {
            const auto own = certificateFacts(identity.value().chain.value(0).toDer());
            fuzz::require(own && own->publicKeySha256 == publicPartOf(keyOfPem(identity.value().key.toPem(), {}).get()));
        }
        break;
    case 2:
        readStore(rest);
        break;
    case 3:
        takeAnswer(rest);
        break;
    }
}
