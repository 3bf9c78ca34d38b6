#pragma once

#include "trust/allowedhosts.h"
#include "trust/certificatefacts.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace stationer {

/// The roots a chain is judged by, ready for OpenSSL. Cheap to copy; made anew when a store changes.
class TrustAnchors {
public:
    TrustAnchors(); ///< nobody is trusted
    /// The System Trust Store (SSL_CERT_FILE and SSL_CERT_DIR honoured, as OpenSSL programs do) and the user's CAs.
    static TrustAnchors systemAnd(const QList<QByteArray>& userDer);
    /// Those alone; their store is TrustStore::Given.
    static TrustAnchors only(const QList<QByteArray>& der);

    struct Data;
    const Data& data() const { return *m_data; }

private:
    std::shared_ptr<const Data> m_data;
};

/// A CA the user imported.
struct UserRoot {
    QString alias;
    CertificateFacts certificate;
};

/// The User Trust Store: the folder `user-trust-store` in a station's `.security` folder, one PEM a CA, named after its
/// alias; or in memory for a station not saved yet.
class UserTrustStore : public QObject {
    Q_OBJECT
public:
    explicit UserTrustStore(QObject* parent = nullptr);

    /// The `.security` folder; empty: memory only. Answers the first of faults().
    std::optional<TrustFileFault> open(const QString& folder);
    std::optional<TrustFileFault> reload(); ///< reads the folder again
    /// Goes on in another folder: all roots are written there, beside those it has.
    std::optional<TrustFileFault> saveAs(const QString& folder);
    /// Files that hold no certificate, or more than one; they are left as they are, and trusted by nobody.
    const QList<TrustFileFault>& faults() const { return m_faults; }
    const QList<UserRoot>& roots() const { return m_roots; }
    /// By its alias, as it is or as a person would write it: `my ca` finds `My-CA`.
    const UserRoot* find(const QString& alias) const;
    /// Imports a CA; the alias is made free and safe as a file name. Nothing is checked here: see importer.h.
    std::optional<TrustFileFault> import(const CertificateFacts& certificate, const QString& alias = {});
    /// The CA goes from memory even where its file cannot be removed, which is reported.
    /// By value: the alias given may be that of the root itself.
    std::optional<TrustFileFault> remove(QString alias);
    QList<QByteArray> ders() const; ///< for TrustAnchors::systemAnd

signals:
    void changed();

private:
    QString pathOf(const QString& alias) const;
    QString aliasFor(const QString& wanted) const;

    QList<UserRoot> m_roots; ///< by alias
    QList<TrustFileFault> m_faults;
    QString m_folder; ///< user-trust-store itself
};

/// `/x/station.bog` → `/x/station.security`.
QString securityFolderOf(const QString& stationFile);
/// The System Trust Store's certificates, for display; slow (tens of milliseconds).
QList<QByteArray> systemRoots();

} // namespace stationer
