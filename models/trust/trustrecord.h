#pragma once

#include "trust/trustfilefault.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace stationer {

/// What the user's own data knows of the files in one `.security` folder: the SHA-256 of each as this user's Stationer wrote
/// it last, or as the user took it over. A folder that came with a station file, by copy or out of an archive, is like any
/// other to look at; only this record tells. It looks at no owner and no mode, and at none of the files themselves. One file
/// a folder, named after the folder's canonical path; safe where several programs write at once.
class TrustRecord {
public:
    /// `recordFolder` is in the user's data, never in the trust folder; `securityFolder` need not be there yet.
    TrustRecord(const QString& recordFolder, const QString& securityFolder);

    /// Where the records of this user lie, for both programs.
    static QString standardFolder();

    enum class Answer { Unknown, TakenOver, Left };
    using Hashes = QHash<QString, QByteArray>; ///< SHA-256 in hex, by the file's name in the folder (`allowed-hosts.json`)

    /// What is recorded at this moment.
    struct Content {
        QHash<QString, QList<QByteArray>> takenOver;
        Hashes left; ///< the user does not want these, and is not asked again

        Answer answerFor(const QString& name, const QByteArray& sha256) const;
        bool operator==(const Content&) const = default;
    };
    Content read() const;

    /// Before files are written: what they will be counts, and what they are still does, so that neither a crash nor another
    /// program that reads in between takes one of the two for somebody else's.
    std::optional<TrustFileFault> expect(const Hashes& files) const;
    std::optional<TrustFileFault> settle(const Hashes& files) const; ///< after it: this alone counts
    std::optional<TrustFileFault> leave(const Hashes& files) const;
    std::optional<TrustFileFault> forget(const QStringList& names) const;

private:
    std::optional<TrustFileFault> change(const std::function<void(Content&)>& change) const;
    QString canonicalFolder() const;
    QString path() const;

    QString m_recordFolder;
    QString m_securityFolder;
};

} // namespace stationer
