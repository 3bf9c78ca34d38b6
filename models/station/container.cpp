#include "station/container.h"

#include "station/archive.h"
#include "station/diskfile.h"
#include "station/reader.h"

#include <algorithm>

namespace stationer {

namespace {

/// What there is to read at a path: a station file, or the one in a backup.
struct Found {
    QByteArray bytes;
    qsizetype unfoldable = largestXml;
    QString entry;
};

Result<Found, OpenFault> readFrom(QFile& file, const QString& entry, ReadingProgress& course)
{
    if (archive::isZip(file.peek(2))) {
        course.noteFileSize(file.size());
        auto inside = archive::stationFileIn(file, entry, largestXml, course);
        if (!inside)
            return inside.error();
        if (inside.value())
            return Found{std::move(inside.value()->bytes), std::min(largestXml, inside.value()->unfoldable),
                         inside.value()->entry};
    }
    // A zip is smaller than what is in it, but for a few bytes around.
    auto bytes = diskfile::contents(file, largestXml + (1 << 20), course);
    if (!bytes)
        return bytes.error();
    return Found{std::move(bytes).value(), largestXml, {}};
}

} // namespace

Result<Container::Opened, OpenFault> Container::open(const QString& path, ReadingProgress* progress, const QString& entry)
{
    ReadingProgress alone;
    ReadingProgress& course = progress ? *progress : alone;
    course.begin(0, 50);
    const auto file = diskfile::open(path);
    if (!file)
        return file.error();
    auto read = readFrom(*file.value().file, entry, course);
    if (!read)
        return read.error();
    Container container;
    container.m_bytes = read.value().bytes;
    container.m_entry = read.value().entry;
    container.m_stamp = file.value().stamp;
    container.m_isZip = archive::isZip(container.m_bytes);
    container.m_isOnDisk = true;
    const auto in = [&container](OpenFault fault) {
        fault.entry = container.m_entry;
        return fault;
    };
    QByteArray text = container.m_bytes;
    if (container.m_isZip) {
        course.begin(50, 75);
        const qsizetype limit = read.value().unfoldable;
        auto xml = archive::xml(container.m_bytes, limit, course);
        if (!xml && xml.error().kind == OpenFault::Kind::TooLarge && limit < largestXml)
            return in({OpenFault::Kind::ZipOutOfProportion, 0, 0, {}}); // of the backup: a zip in a zip multiplies
        if (!xml)
            return in(xml.error());
        text = std::move(xml).value();
    }
    course.begin(container.m_isZip ? 75 : 50, 100);
    auto document = Document::fromXml(std::move(text), &course);
    if (!document)
        return in(document.error());
    container.m_written = document.value().state();
    return Opened{std::move(container), std::move(document).value()};
}

Container Container::flat()
{
    return {};
}

bool Container::changedOnDisk(const QString& path) const
{
    return FileStamp::of(path) != m_stamp;
}

std::optional<SaveFault> Container::save(const Document& document, const QString& path, IfChanged ifChanged)
{
    if (!m_entry.isEmpty())
        return SaveFault{SaveFault::Kind::IsBackup, {}};
    const bool isChanged = changedOnDisk(path);
    if (isChanged && ifChanged == IfChanged::Refuse)
        return SaveFault{SaveFault::Kind::ChangedOnDisk, {}};
    if (!isChanged && m_isOnDisk && document.state() == m_written)
        return std::nullopt;
    if (!m_isOnDisk || m_hasBackup)
        return write(document, path, Backup::None);
    // What another program wrote since is not what was opened: then the backup is made from memory.
    return write(document, path, isChanged ? Backup::AsOpened : Backup::Replaced);
}

std::optional<SaveFault> Container::saveAs(const Document& document, const QString& path)
{
    if (!m_entry.isEmpty() && m_stamp.isOfSameFile(FileStamp::of(path)))
        return SaveFault{SaveFault::Kind::IsBackup, {}};
    const auto fault = write(document, path, Backup::Replaced);
    if (!fault)
        m_entry.clear();
    return fault;
}

std::optional<SaveFault> Container::write(const Document& document, const QString& path, Backup backup)
{
    QList<QByteArray> pieces;
    if (m_isZip) {
        const auto zip = archive::withXml(m_bytes, document.xml());
        if (!zip)
            return zip.error();
        pieces = {zip.value()};
    } else {
        pieces = document.xmlPieces();
    }
    const auto former = backup == Backup::Replaced ? diskfile::Former::LinkedAsBackup : diskfile::Former::Dropped;
    const auto opened = backup == Backup::AsOpened ? std::optional(m_bytes) : std::nullopt;
    if (const auto fault = diskfile::replace(path, pieces, former, opened))
        return fault;
    m_written = document.state();
    m_stamp = FileStamp::of(path);
    m_isOnDisk = true;
    m_hasBackup = true;
    return std::nullopt;
}

} // namespace stationer
