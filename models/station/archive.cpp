#include "station/archive.h"

#include <QList>
#include <QtEndian>

#include <zip.h>

#include <algorithm>
#include <memory>

namespace stationer::archive {

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

/// Some programs read a zip by its directory and some entry by entry, some take the first of two names and some the last. Whether
/// they all come to the same bytes.
bool isUnambiguous(QByteArrayView zip)
{
    const QList<qsizetype> listed = headers(zip, inDirectory);
    const QList<qsizetype> met = headers(zip, beforeData);
    return listed.size() == 1 && met.size() == 1 &&
           qFromLittleEndian<quint32>(zip.data() + listed.first() + offsetInDirectory) == met.first() &&
           shortAt(zip, listed.first() + inDirectory.method) == shortAt(zip, met.first() + beforeData.method);
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
    Source source(zip_source_buffer_create(zip.constData(), static_cast<zip_uint64_t>(zip.size()), 0, &error),
                  &zip_source_free);
    Handle archive(source ? zip_open_from_source(source.get(), ZIP_RDONLY, &error) : nullptr, &zip_discard);
    if (!archive)
        return faultOf(&error);
    [[maybe_unused]] const auto* const owned = source.release(); // by the archive

    const zip_int64_t entry = zip_name_locate(archive.get(), entryName, ZIP_FL_ENC_GUESS);
    if (entry < 0)
        return OpenFault{OpenFault::Kind::ZipWithoutXml, 0, 0, {}};
    const auto index = static_cast<zip_uint64_t>(entry);
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive.get(), index, 0, &stat) != 0)
        return faultOf(zip_get_error(archive.get()));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
        return OpenFault{OpenFault::Kind::ZipEncrypted, 0, 0, {}};
    if (!isUnambiguous(zip))
        return OpenFault{OpenFault::Kind::ZipAmbiguous, 0, 0, {}};

    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(archive.get(), index, 0), &zip_fclose);
    if (!file)
        return faultOf(zip_get_error(archive.get()));
    // The sizes in the directory are claims. What is read of the entry is no more than the archive has.
    const qsizetype packed = (stat.valid & ZIP_STAT_COMP_SIZE) && stat.comp_size < zip_uint64_t(zip.size())
                                 ? qsizetype(stat.comp_size)
                                 : zip.size();
    const qsizetype unfolded = std::min(limit, std::max(unfoldedFreely, packed * largestProportion));
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
