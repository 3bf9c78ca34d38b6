#include "station/packedxml.h"

#include "station/archive.h"

#include <zip.h>

#include <memory>

namespace stationer {

QByteArray packedXml(const QByteArray& xml)
{
    zip_error_t error;
    zip_error_init(&error);
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> whole(zip_source_buffer_create(nullptr, 0, 0, &error),
                                                                          &zip_source_free);
    if (!whole)
        return {};
    zip_source_keep(whole.get()); // one for the archive, one to read the result
    std::unique_ptr<zip_t, decltype(&zip_discard)> archive(
        zip_open_from_source(whole.get(), ZIP_CREATE | ZIP_TRUNCATE, &error), &zip_discard);
    if (!archive) {
        zip_source_free(whole.get());
        return {};
    }
    zip_source_t* const content =
        zip_source_buffer(archive.get(), xml.constData(), static_cast<zip_uint64_t>(xml.size()), 0);
    if (!content)
        return {};
    if (zip_file_add(archive.get(), "file.xml", content, ZIP_FL_ENC_UTF_8) < 0) {
        zip_source_free(content);
        return {};
    }
    if (zip_close(archive.get()) != 0)
        return {};
    [[maybe_unused]] const auto* const closed = archive.release();

    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(whole.get(), &stat) != 0 || zip_source_open(whole.get()) != 0)
        return {};
    QByteArray packed(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    const zip_int64_t read = zip_source_read(whole.get(), packed.data(), stat.size);
    zip_source_close(whole.get());
    return read == static_cast<zip_int64_t>(stat.size) ? packed : QByteArray();
}

std::optional<QByteArray> unpackedXml(const QByteArray& packed, qsizetype largest)
{
    ReadingProgress progress;
    auto read = archive::xml(packed, largest, progress);
    return read ? std::optional(std::move(read).value()) : std::nullopt;
}

} // namespace stationer
