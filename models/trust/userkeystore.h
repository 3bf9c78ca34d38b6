#pragma once

#include "terms/result.h"
#include "terms/secret.h"
#include "trust/allowedhosts.h"
#include "trust/certificatefacts.h"
#include "trust/keyfault.h"
#include "trust/newcertificate.h"

#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace stationer {

/// A certificate of the user's own, whose private key the store has.
struct UserKey {
    QString alias;
    CertificateFacts certificate;
    CertificateChain chain; ///< the certificate first, then what vouches for it, as far as it is known
    QByteArray keyPem;      ///< encrypted

    QByteArray pem() const; ///< the key and the chain
};

/// A key taken out of the store: what restore() needs. The key in it is as encrypted as it was.
struct RemovedKey {
    QString alias;
    QByteArray pem;
};

/// The User Key Store: a folder in the user's data, one PEM a key, named after its alias, which holds the private key
/// encrypted (PKCS#8) and its certificates. Nothing of it ever lies beside a station file. The store knows no passphrase:
/// each call that opens or makes a key is given it, from the key ring. It does not itself sign or connect.
class UserKeyStore : public QObject {
    Q_OBJECT
public:
    explicit UserKeyStore(QObject* parent = nullptr);

    /// Where the user's keys lie on this computer.
    static QString standardFolder();
    /// A passphrase that nobody has to type: 32 random characters for the key ring.
    static Secret randomPassphrase();

    /// A missing folder is an empty store, and is made when something is put into it. Answers the first of faults().
    std::optional<TrustFileFault> open(const QString& folder);
    std::optional<TrustFileFault> reload();
    const QList<TrustFileFault>& faults() const { return m_faults; } ///< of the last call
    const QList<UserKey>& keys() const { return m_keys; }            ///< by alias
    const UserKey* find(const QString& alias) const;                 ///< in any case

    // Each answers the alias under which the key now is; it is made safe and free. RSA takes about a second.
    Result<QString, KeyFault> generate(const NewCertificate& wanted, const Secret& passphrase, const QString& alias = {});
    /// PKCS#12, or PEM with a key and its certificate; `password` opens the file, `passphrase` will open the key here.
    Result<QString, KeyFault> import(const QByteArray& bytes, const Secret& password, const Secret& passphrase,
                                     const QString& alias = {});

    /// A certificate request (PKCS#10, PEM) for the key that is there, with the names of its certificate.
    Result<QByteArray, KeyFault> request(const QString& alias, const Secret& passphrase) const;
    /// The CA's answer to it, in PEM, DER or PKCS#7: takes the certificate's place.
    std::optional<KeyFault> takeAnswer(const QString& alias, const QByteArray& bytes);

    /// The key, encrypted as in the store, and its chain, as one PEM: what a client certificate is made of.
    Result<QByteArray, KeyFault> identityPem(const QString& alias) const;
    bool isPassphrase(const QString& alias, const Secret& passphrase) const;
    Result<QByteArray, KeyFault> exportPkcs12(const QString& alias, const Secret& passphrase, const Secret& password) const;

    Result<RemovedKey, KeyFault> remove(const QString& alias);
    std::optional<KeyFault> restore(const RemovedKey& removed); ///< under its alias again, or the next free one

signals:
    void changed();

private:
    static std::optional<UserKey> keyIn(const QByteArray& pem, const QString& alias);
    Result<QString, KeyFault> put(UserKey key);
    bool write(const QString& alias, const QByteArray& pem);
    QString pathOf(const QString& alias) const;
    QString lockPath() const;
    void show(QList<UserKey> keys);

    QString m_folder;
    QList<UserKey> m_keys;
    QList<TrustFileFault> m_faults;
};

} // namespace stationer
