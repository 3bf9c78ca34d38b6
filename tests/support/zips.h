#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <zip.h>

#include <utility>

namespace stationer {

/// A zip made in memory; entries in the order given. `password` encrypts all of them.
inline QByteArray zipOf(const QList<std::pair<QByteArray, QByteArray>>& entries, zip_int32_t compression = ZIP_CM_DEFLATE,
                        const char* password = nullptr, zip_uint16_t encryption = ZIP_EM_AES_256)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const whole = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(whole);
    zip_t* const archive = zip_open_from_source(whole, ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (const auto& [name, bytes] : entries) {
        zip_source_t* const content =
            zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
        const auto index = static_cast<zip_uint64_t>(zip_file_add(archive, name.constData(), content, ZIP_FL_ENC_UTF_8));
        zip_set_file_compression(archive, index, compression, 0);
        if (password)
            zip_file_set_encryption(archive, index, encryption, password);
    }
    zip_close(archive);
    zip_stat_t stat;
    zip_stat_init(&stat);
    zip_source_stat(whole, &stat);
    QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    zip_source_open(whole);
    zip_source_read(whole, bytes.data(), stat.size);
    zip_source_close(whole);
    zip_source_free(whole);
    return bytes;
}

/// The names of a zip's entries in order, each with how it is compressed.
inline QList<std::pair<QByteArray, int>> zipEntries(const QByteArray& bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    QList<std::pair<QByteArray, int>> entries;
    zip_source_t* const source =
        zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
    zip_t* const archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    for (zip_uint64_t i = 0; archive && i < static_cast<zip_uint64_t>(zip_get_num_entries(archive, 0)); ++i) {
        zip_stat_t stat;
        zip_stat_index(archive, i, 0, &stat);
        entries.append({stat.name, stat.comp_method});
    }
    if (archive)
        zip_discard(archive);
    return entries;
}

} // namespace stationer
