#include "trust/storefiles.h"

#include <QDirIterator>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

/// More than anybody imports: PEMs of 2 KiB would take 27 MiB of it.
constexpr qsizetype MostStoreFiles = 10'000;
constexpr qint64 MostStoreBytes = 64 * 1024 * 1024;

} // namespace

bool StoreFiles::isTooMuch() const
{
    return files.size() > MostStoreFiles || bytes > MostStoreBytes;
}

std::optional<StoreFiles> StoreFiles::in(const QString& folder)
{
    StoreFiles found;
    for (QDirIterator each(folder, {u"*.pem"_s}, QDir::Files | QDir::System | QDir::Hidden); each.hasNext();) {
        found.files << each.nextFileInfo();
        found.bytes += found.files.last().size();
        if (found.isTooMuch())
            return std::nullopt;
    }
    return found;
}

bool StoreFiles::hasRoomFor(const QList<TrustFileText>& texts, const QString& folder)
{
    auto there = in(folder);
    if (!there)
        return false;
    there->files.resize(there->files.size() + texts.size());
    for (const TrustFileText& text : texts)
        there->bytes += text.bytes.size();
    return !there->isTooMuch();
}

} // namespace stationer
