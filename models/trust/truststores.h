#pragma once

#include "trust/allowedhosts.h"
#include "trust/certificatefacts.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

class QFileInfo;

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
    CertificateSketch certificate;
};

/// The User Trust Store: the folder `user-trust-store` in a station's `.security` folder, one PEM a CA, named after its
/// alias; or in memory for a station not saved yet. Two programs may change it at once: each writes under a lock, after it
/// has read what the other one wrote. A CA that could not be written is reported and trusted until the program ends.
class UserTrustStore : public QObject {
    Q_OBJECT
public:
    explicit UserTrustStore(QObject* parent = nullptr);
    ~UserTrustStore() override;

    /// The `.security` folder; empty: memory only. Answers the first of faults().
    std::optional<TrustFileFault> open(const TrustFolder& folder);
    std::optional<TrustFileFault> reload(); ///< reads what another program wrote; cheap where it wrote nothing
    /// Goes on in another folder: all roots are written there, beside those it has, and written() tells of that.
    std::optional<TrustFileFault> saveAs(const TrustFolder& folder);
    /// What the last reading met: damaged files, which were set aside, and files that cannot be read, hold more than one
    /// certificate or may be somebody else's, which are left as they are. Nothing in them is trusted.
    const QList<TrustFileFault>& faults() const { return m_faults; }
    const QList<UserRoot>& roots() const { return m_roots; }
    /// By its alias, as it is or as a person would write it: `my ca` finds `My-CA`.
    const UserRoot* find(const QString& alias) const;
    const UserRoot* find(const CertificateSketch& certificate) const;
    /// The file of a root, be it there or not.
    QString pathOf(const QString& alias) const;
    /// Whether that root is in a file, and not only in memory.
    bool isStored(const QString& alias) const { return m_files.contains(alias + QStringLiteral(".pem")); }
    /// Imports a CA; the alias is made free and safe as a file name. One that is there already stays under its alias.
    /// Nothing is checked here: see importer.h.
    std::optional<TrustFileFault> import(const CertificateSketch& certificate, const QString& alias = {})
    {
        return import(QList{UserRoot{alias, certificate}});
    }
    /// Many at once, each under its alias or, where that is empty, its name; answers the first fault in writing.
    std::optional<TrustFileFault> import(const QList<UserRoot>& roots);
    /// The same without waiting for the disk where there are many: they are there and trusted at once, and written() comes
    /// when they are in their files. What changes the store meanwhile waits for that, and so does the end of the program.
    void importInBackground(const QList<UserRoot>& roots);
    /// The CA goes from memory even where its file cannot be removed, which is reported.
    std::optional<TrustFileFault> remove(const QString& alias) { return remove(QStringList{alias}); }
    std::optional<TrustFileFault> remove(const QStringList& aliases); ///< many at once
    /// For TrustAnchors::systemAnd: the rejection of one that may not vouch for servers follows its certificate.
    QList<QByteArray> ders() const;

signals:
    void changed();
    void written(const std::optional<stationer::TrustFileFault>& fault); ///< by importInBackground(), the first fault

private:
    struct Writing;
    struct Known { ///< a file as it was read
        QDateTime changed;
        qint64 size = 0;
        UserRoot root;
    };
    struct Fresh { ///< a file that is new or was changed
        Known known;
        QByteArray bytes;
    };

    QString folderPath() const;
    void readFolder();
    std::optional<Fresh> readFile(const QFileInfo& info);
    std::optional<TrustFileFault> prepare(const QList<UserRoot>& roots);
    std::optional<TrustFileFault> finish();
    void show();

    TrustFolder m_folder;                     ///< that in which user-trust-store is
    QHash<QString, Known> m_files;            ///< by file name
    QList<UserRoot> m_sessionRoots;           ///< in memory only, or not written
    std::unique_ptr<Writing> m_writing;       ///< those of them that are on their way to the disk
    QSet<QString> m_withdrawn;                ///< removed, though the file could not be
    QList<UserRoot> m_roots;                  ///< both, by alias
    QMultiHash<QString, qsizetype> m_byAlias; ///< places in m_roots; the alias folded
    QHash<QByteArray, qsizetype> m_byDer;
    QList<TrustFileFault> m_faults;
};

/// `/x/station.bog` → `/x/station.security`.
QString securityFolderOf(const QString& stationFile);
/// The System Trust Store's certificates in DER, for display: some ten milliseconds. certificateSketch() of each is quick.
QList<QByteArray> systemRoots();
/// Another one once the files or folders of the System Trust Store were changed.
QByteArray systemRootsStamp();

} // namespace stationer
