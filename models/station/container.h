#pragma once

#include "station/document.h"
#include "station/readingprogress.h"

#include <QDateTime>
#include <QString>

namespace stationer {

/// What a file looked like on disk when it was read or written, to tell whether another program changed it since.
struct FileStamp {
    qint64 size = -1;
    QDateTime modified;
    int nanoseconds = 0; ///< of `modified`, below the millisecond
    quint64 inode = 0;

    static FileStamp of(const QString& path);
    /// Whatever was written to it meanwhile.
    bool isOfSameFile(const FileStamp& other) const { return inode != 0 ? inode == other.inode : *this == other; }
    bool operator==(const FileStamp&) const = default;
};

/// The station file on disk: flat XML, or a zip whose entry `file.xml` holds it, told apart by content.
/// Saving is atomic and durable (temporary file beside it, flush, rename), keeps mode, owner and container, and keeps
/// the file as it was opened as `NAME.bak`. A symbolic link is followed, not replaced.
class Container {
public:
    struct Opened;
    /// With a progress it can be followed and given up from another thread: it stops at the next few hundred kilobytes. Of a
    /// backup (archive.h) it is the one station's file, or the one named by `entry`.
    static Result<Opened, OpenFault> open(const QString& path, ReadingProgress* progress = nullptr,
                                          const QString& entry = {});
    /// A container for a document that is not on disk yet: flat XML.
    static Container flat();

    bool isZip() const { return m_isZip; }
    /// Where the station's file is in a backup, which is only read; empty for a station file.
    const QString& entry() const { return m_entry; }
    const FileStamp& stamp() const { return m_stamp; }
    bool changedOnDisk(const QString& path) const; ///< gone counts as changed

    enum class IfChanged { Refuse, Overwrite };
    /// Writes the document to `path` and takes the new file's stamp; nothing is written if the XML is what `path` holds
    /// already.
    std::optional<SaveFault> save(const Document& document, const QString& path, IfChanged ifChanged = IfChanged::Refuse);
    /// Same, to another path: no changed-on-disk check, no `.bak` of another file's making unless one is there to replace.
    /// What was in a backup is a station file from then on.
    std::optional<SaveFault> saveAs(const Document& document, const QString& path);

private:
    enum class Backup { None, Replaced, AsOpened }; ///< what `.bak` is made of: the file there, or what was opened
    std::optional<SaveFault> write(const Document& document, const QString& path, Backup backup);

    bool m_isZip = false;
    QString m_entry;
    QByteArray m_bytes;      ///< the file as read: other entries of a zip are carried along, and `.bak` can be made from it
    DocumentState m_written; ///< what is on disk, as far as this container knows
    FileStamp m_stamp;
    bool m_isOnDisk = false;
    bool m_hasBackup = false;
};

struct Container::Opened {
    Container container;
    Document document;
};

} // namespace stationer
