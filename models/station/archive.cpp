#include "station/archive.h"

#include <QIODevice>
#include <QList>
#include <QSet>
#include <QStringList>
#include <QtEndian>

#include <zip.h>

#include <algorithm>
#include <iterator>
#include <memory>

namespace stationer::archive {

using namespace Qt::StringLiterals;

namespace {

constexpr const char* entryName = "file.xml";

/// What no station's XML does in a zip. Up to here any proportion is let pass.
constexpr qsizetype largestProportion = 200;
constexpr qsizetype unfoldedFreely = qsizetype(64) << 20;

using Handle = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Source = std::unique_ptr<zip_source_t, decltype(&zip_source_free)>;

QString words(zip_error_t* error)
{
    return QString::fromUtf8(zip_error_strerror(error));
}

OpenFault faultOf(zip_error_t* error)
{
    switch (zip_error_code_zip(error)) {
    case ZIP_ER_ENCRNOTSUPP:
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
        return {OpenFault::Kind::ZipEncrypted, 0, 0, words(error)};
    default:
        return {OpenFault::Kind::ZipDamaged, 0, 0, words(error)};
    }
}

/// A header of an entry (APPNOTE.TXT, sections 4.3.7 and 4.3.12), and where in it something stands.
struct HeaderForm {
    QByteArrayView signature;
    qsizetype method, nameLength, name;
};
constexpr HeaderForm beforeData{"PK\3\4", 8, 26, 30};
constexpr HeaderForm inDirectory{"PK\1\2", 10, 28, 46};
constexpr qsizetype offsetInDirectory = 42;

quint16 shortAt(QByteArrayView zip, qsizetype at)
{
    return qFromLittleEndian<quint16>(zip.data() + at);
}

/// Where in the archive the headers of an entry with our name stand, in any case of letters, be they in force or hidden.
QList<qsizetype> headers(QByteArrayView zip, const HeaderForm& form)
{
    const QByteArrayView name(entryName);
    QList<qsizetype> places;
    for (qsizetype at = zip.indexOf(form.signature); at >= 0 && zip.size() - at >= form.name + name.size();
         at = zip.indexOf(form.signature, at + 1)) {
        if (shortAt(zip, at + form.nameLength) == name.size() &&
            zip.sliced(at + form.name, name.size()).compare(name, Qt::CaseInsensitive) == 0)
            places += at;
    }
    return places;
}

/// Some programs read a zip by its directory and some entry by entry, some take the first of two names and some the last.
/// Whether they all come to the same bytes.
bool isUnambiguous(QByteArrayView zip)
{
    const QList<qsizetype> listed = headers(zip, inDirectory);
    const QList<qsizetype> met = headers(zip, beforeData);
    return listed.size() == 1 && met.size() == 1 &&
           qFromLittleEndian<quint32>(zip.data() + listed.first() + offsetInDirectory) == met.first() &&
           shortAt(zip, listed.first() + inDirectory.method) == shortAt(zip, met.first() + beforeData.method);
}

/// Reads a zip from a device piece by piece, as libzip asks for them.
class DeviceSource {
public:
    explicit DeviceSource(QIODevice& device) : m_device(device) { zip_error_init(&m_error); }

    static zip_int64_t answer(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command)
    {
        return static_cast<DeviceSource*>(self)->answer(data, length, command);
    }

private:
    zip_int64_t answer(void* data, zip_uint64_t length, zip_source_cmd_t command)
    {
        switch (command) {
        case ZIP_SOURCE_OPEN:
            return seek(0);
        case ZIP_SOURCE_READ:
            return read(static_cast<char*>(data), qint64(length));
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE:
            return 0;
        case ZIP_SOURCE_TELL:
            return m_device.pos();
        case ZIP_SOURCE_SEEK:
            return seek(zip_source_seek_compute_offset(zip_uint64_t(m_device.pos()), zip_uint64_t(m_device.size()), data,
                                                       length, &m_error));
        case ZIP_SOURCE_STAT: {
            auto* const stat = static_cast<zip_stat_t*>(data);
            zip_stat_init(stat);
            stat->size = zip_uint64_t(m_device.size());
            stat->valid = ZIP_STAT_SIZE;
            return sizeof *stat;
        }
        case ZIP_SOURCE_ERROR:
            return zip_error_to_data(&m_error, data, length);
        case ZIP_SOURCE_SUPPORTS:
            return ZIP_SOURCE_SUPPORTS_SEEKABLE;
        default:
            zip_error_set(&m_error, ZIP_ER_OPNOTSUPP, 0);
            return -1;
        }
    }

    zip_int64_t read(char* data, qint64 length)
    {
        const qint64 got = m_device.read(data, length);
        if (got < 0)
            zip_error_set(&m_error, ZIP_ER_READ, 0);
        return got;
    }

    zip_int64_t seek(qint64 to)
    {
        if (to >= 0 && m_device.seek(to))
            return 0;
        zip_error_set(&m_error, ZIP_ER_SEEK, 0);
        return -1;
    }

    QIODevice& m_device;
    zip_error_t m_error;
};

Result<Handle, OpenFault> opened(zip_source_t* from, zip_error_t& error)
{
    Source source(from, &zip_source_free);
    Handle archive(source ? zip_open_from_source(source.get(), ZIP_RDONLY, &error) : nullptr, &zip_discard);
    if (!archive)
        return faultOf(&error);
    [[maybe_unused]] const auto* const owned = source.release(); // by the archive
    return archive;
}

/// What the directory says of an entry that can be read.
Result<zip_stat_t, OpenFault> statOf(zip_t* archive, zip_uint64_t index)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive, index, 0, &stat) != 0)
        return faultOf(zip_get_error(archive));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
        return OpenFault{OpenFault::Kind::ZipEncrypted, 0, 0, {}};
    return stat;
}

/// How much may come of so many bytes of an archive.
qsizetype unfoldableOf(qsizetype packed)
{
    return std::max(unfoldedFreely, packed * largestProportion);
}

/// The sizes in the directory are claims. What is read of an entry is no more than the archive has.
qsizetype packedSize(const zip_stat_t& stat, qint64 archiveSize)
{
    return (stat.valid & ZIP_STAT_COMP_SIZE) && stat.comp_size < zip_uint64_t(archiveSize) ? qsizetype(stat.comp_size)
                                                                                           : qsizetype(archiveSize);
}

Result<QByteArray, OpenFault> contents(zip_t* archive, const zip_stat_t& stat, qint64 archiveSize, qsizetype limit,
                                       ReadingProgress& progress)
{
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(archive, stat.index, 0), &zip_fclose);
    if (!file)
        return faultOf(zip_get_error(archive));
    const qsizetype unfolded = std::min(limit, unfoldableOf(packedSize(stat, archiveSize)));
    const qsizetype claimed = (stat.valid & ZIP_STAT_SIZE) && stat.size < zip_uint64_t(limit) ? qsizetype(stat.size) : limit;
    QByteArray bytes;
    bytes.reserve(std::min(claimed, unfolded) + 1);
    constexpr qsizetype piece = 1 << 18;
    while (true) {
        if (progress.isCancelled())
            return OpenFault{OpenFault::Kind::Cancelled, 0, 0, {}};
        const qsizetype before = bytes.size();
        const qsizetype room = std::max(std::min(piece, bytes.capacity() - before), qsizetype(1));
        bytes.resize(before + room);
        const zip_int64_t got = zip_fread(file.get(), bytes.data() + before, static_cast<zip_uint64_t>(room));
        bytes.truncate(before + std::max<qsizetype>(0, qsizetype(got)));
        if (got < 0)
            return faultOf(zip_file_get_error(file.get()));
        if (got == 0)
            break;
        if (bytes.size() > limit)
            return OpenFault{OpenFault::Kind::TooLarge, 0, 0, {}};
        if (bytes.size() > unfolded)
            return OpenFault{OpenFault::Kind::ZipOutOfProportion, 0, 0, {}};
        progress.advance(bytes.size(), claimed);
    }
    if ((stat.valid & ZIP_STAT_SIZE) && stat.size != zip_uint64_t(bytes.size()))
        return OpenFault{OpenFault::Kind::ZipDamaged, 0, 0, {}};
    return bytes;
}

/// `config.bog`, in whatever folder.
bool isStationFile(const QString& entry)
{
    constexpr QLatin1StringView name("config.bog");
    return entry == name || (entry.endsWith(name) && entry[entry.size() - name.size() - 1] == u'/');
}

bool isOfTheTrade(const QString& entry)
{
    return std::ranges::any_of(std::initializer_list<QLatin1StringView>{".bog"_L1, ".palette"_L1, ".dist"_L1},
                               [&](QLatin1StringView ending) { return entry.endsWith(ending, Qt::CaseInsensitive); });
}

QStringList namesIn(zip_t* archive)
{
    QStringList names;
    const auto count = static_cast<zip_uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(archive, 0), 0));
    for (zip_uint64_t index = 0; index < count; ++index)
        names += QString::fromUtf8(zip_get_name(archive, index, ZIP_FL_ENC_GUESS));
    return names;
}

/// With what is inside, so that the user finds what to open.
OpenFault withoutStation(const QStringList& names)
{
    QStringList inside;
    std::ranges::copy_if(names, std::back_inserter(inside), isOfTheTrade);
    return {OpenFault::Kind::ZipWithoutXml, 0, 0, {}, {}, inside.isEmpty() ? names : inside};
}

} // namespace

bool isZip(const QByteArray& bytes)
{
    return bytes.startsWith("PK");
}

Result<QByteArray, OpenFault> xml(const QByteArray& zip, qsizetype limit, ReadingProgress& progress)
{
    zip_error_t error;
    zip_error_init(&error);
    const auto archive =
        opened(zip_source_buffer_create(zip.constData(), static_cast<zip_uint64_t>(zip.size()), 0, &error), error);
    if (!archive)
        return archive.error();
    zip_t* const handle = archive.value().get();
    const zip_int64_t entry = zip_name_locate(handle, entryName, ZIP_FL_ENC_GUESS);
    if (entry < 0)
        return withoutStation(namesIn(handle));
    const auto stat = statOf(handle, static_cast<zip_uint64_t>(entry));
    if (!stat)
        return stat.error();
    if (!isUnambiguous(zip))
        return OpenFault{OpenFault::Kind::ZipAmbiguous, 0, 0, {}};
    return contents(handle, stat.value(), zip.size(), limit, progress);
}

Result<std::optional<StationFileIn>, OpenFault> stationFileIn(QIODevice& zip, const QString& entry, qsizetype limit,
                                                              ReadingProgress& progress)
{
    zip_error_t error;
    zip_error_init(&error);
    DeviceSource device(zip);
    const auto archive = opened(zip_source_function_create(&DeviceSource::answer, &device, &error), error);
    if (!archive)
        return archive.error();
    zip_t* const handle = archive.value().get();
    if (zip_name_locate(handle, entryName, ZIP_FL_ENC_GUESS) >= 0)
        return std::optional<StationFileIn>();
    const QStringList names = namesIn(handle);
    QStringList stations;
    std::ranges::copy_if(names, std::back_inserter(stations), isStationFile);
    if (stations.isEmpty())
        return withoutStation(names);
    if (entry.isEmpty() && QSet<QString>(stations.begin(), stations.end()).size() > 1)
        return OpenFault{OpenFault::Kind::SeveralStations, 0, 0, {}, {}, stations};
    const QString chosen = entry.isEmpty() ? stations.first() : entry;
    if (!stations.contains(chosen))
        return OpenFault{OpenFault::Kind::NoSuchEntry, 0, 0, {}, chosen, stations};
    const auto in = [&](OpenFault fault) {
        fault.entry = chosen;
        return fault;
    };
    if (stations.count(chosen) > 1)
        return in({OpenFault::Kind::ZipAmbiguous, 0, 0, {}});
    const auto stat = statOf(handle, static_cast<zip_uint64_t>(names.indexOf(chosen)));
    if (!stat)
        return in(stat.error());
    auto bytes = contents(handle, stat.value(), zip.size(), limit, progress);
    if (!bytes)
        return in(bytes.error());
    return std::optional(
        StationFileIn{chosen, std::move(bytes).value(), unfoldableOf(packedSize(stat.value(), zip.size()))});
}

Result<QByteArray, SaveFault> withXml(const QByteArray& zip, const QByteArray& xml)
{
    zip_error_t error;
    zip_error_init(&error);
    const auto fault = [](zip_error_t* why) { return SaveFault{SaveFault::Kind::CannotWrite, words(why)}; };

    const Source whole(zip_source_buffer_create(zip.constData(), static_cast<zip_uint64_t>(zip.size()), 0, &error),
                       &zip_source_free);
    if (!whole)
        return fault(&error);
    zip_source_keep(whole.get()); // one for the archive, one to read the result
    Handle archive(zip_open_from_source(whole.get(), 0, &error), &zip_discard);
    if (!archive) {
        zip_source_free(whole.get());
        return fault(&error);
    }
    const zip_int64_t entry = zip_name_locate(archive.get(), entryName, ZIP_FL_ENC_GUESS);
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (entry < 0 || zip_stat_index(archive.get(), static_cast<zip_uint64_t>(entry), 0, &stat) != 0)
        return fault(zip_get_error(archive.get()));
    const auto index = static_cast<zip_uint64_t>(entry);
    zip_source_t* const content =
        zip_source_buffer(archive.get(), xml.constData(), static_cast<zip_uint64_t>(xml.size()), 0);
    if (!content)
        return fault(zip_get_error(archive.get()));
    if (zip_file_replace(archive.get(), index, content, 0) != 0) {
        zip_source_free(content);
        return fault(zip_get_error(archive.get()));
    }
    if (zip_set_file_compression(archive.get(), index, stat.comp_method, 0) != 0)
        return fault(zip_get_error(archive.get()));
    if (zip_close(archive.get()) != 0)
        return fault(zip_get_error(archive.get()));
    [[maybe_unused]] const auto* const closed = archive.release();

    zip_stat_t written;
    zip_stat_init(&written);
    if (zip_source_stat(whole.get(), &written) != 0 || zip_source_open(whole.get()) != 0)
        return fault(zip_source_error(whole.get()));
    QByteArray bytes(static_cast<qsizetype>(written.size), Qt::Uninitialized);
    const zip_int64_t got = zip_source_read(whole.get(), bytes.data(), written.size);
    zip_source_close(whole.get());
    if (got != zip_int64_t(written.size))
        return SaveFault{SaveFault::Kind::CannotWrite, {}};
    return bytes;
}

} // namespace stationer::archive
