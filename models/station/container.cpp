#include "station/container.h"

#include "station/archive.h"
#include "station/diskfile.h"
#include "station/reader.h"

namespace stationer {

Result<Container::Opened, OpenFault> Container::open(const QString& path, ReadingProgress* progress)
{
    ReadingProgress alone;
    ReadingProgress& course = progress ? *progress : alone;
    course.begin(0, 50);
    // A zip is smaller than what is in it, but for a few bytes around.
    auto read = diskfile::read(path, largestXml + (1 << 20), course);
    if (!read)
        return read.error();
    Container container;
    container.m_bytes = read.value().bytes;
    container.m_stamp = read.value().stamp;
    container.m_isZip = archive::isZip(container.m_bytes);
    container.m_isOnDisk = true;
    QByteArray text = container.m_bytes;
    if (container.m_isZip) {
        course.begin(50, 75);
        auto xml = archive::xml(container.m_bytes, largestXml, course);
        if (!xml)
            return xml.error();
        text = std::move(xml).value();
    }
    course.begin(container.m_isZip ? 75 : 50, 100);
    auto document = Document::fromXml(std::move(text), &course);
    if (!document)
        return document.error();
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
    return write(document, path, Backup::Replaced);
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
