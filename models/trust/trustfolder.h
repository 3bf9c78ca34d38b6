#pragma once

#include "terms/result.h"
#include "trust/trustfilefault.h"
#include "trust/trustrecord.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace stationer {

/// A station's `.security` folder, and which of the files in it count: those that the record in the user's own data knows
/// (trustrecord.h), or, where somebody named the folder or wants it as it is, all of them. Never what others may write, what
/// belongs to somebody else, or a link. It knows bytes and names, not what they mean. Cheap to copy.
class TrustFolder {
public:
    enum class Belief { Recorded, AsItIs };

    TrustFolder() = default; ///< none: memory only
    /// Everything there counts, and nothing is recorded.
    TrustFolder(const QString& path);
    TrustFolder(const QString& path, const QString& recordFolder, Belief belief = Belief::Recorded);
    TrustFolder asItIs() const;

    bool isEmpty() const { return m_path.isEmpty(); }
    const QString& path() const { return m_path; }
    QString pathOf(const QString& name) const { return m_path + u'/' + name; }

    /// Why nothing in the folder is used, where that is so; a folder that is not there has no fault.
    std::optional<TrustFileFault> fault() const;
    /// What the record says now; everything is taken over where there is none or it does not matter.
    TrustRecord::Content recorded() const;
    TrustRecord::Answer answerFor(const TrustRecord::Content& recorded, const QString& name, const QByteArray& bytes) const;

    /// Makes the folder, mode 0700.
    std::optional<TrustFileFault> make() const;
    /// The file whole or not at all, and recorded; where somebody else's file was there, it does not become the user's by
    /// this.
    std::optional<TrustFileFault> write(const QString& name, const QByteArray& bytes) const;
    /// Files that somebody else is about to write for us.
    std::optional<TrustFileFault> expect(const QHash<QString, QByteArray>& bytesByName) const;
    std::optional<TrustFileFault> forget(const QStringList& names) const;

    /// The user takes over all that is there, and it becomes the owner's alone to write. Answers the first of what cannot be
    /// taken over: a link, or somebody else's.
    std::optional<TrustFileFault> adopt() const;
    /// The user leaves what was not taken over where it is: it is not used and not asked about again.
    std::optional<TrustFileFault> leave() const;

private:
    QString m_path;
    std::optional<TrustRecord> m_record;
    Belief m_belief = Belief::AsItIs;
};

} // namespace stationer
