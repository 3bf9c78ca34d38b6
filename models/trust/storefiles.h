#pragma once

#include "trust/trustfile.h"

#include <QFileInfo>
#include <QString>

#include <optional>

namespace stationer {

/// The PEM files of a store's folder, as far as anybody has so many: 10,000 files and 64 MiB. It looks at names and sizes
/// alone.
struct StoreFiles {
    QFileInfoList files;
    qint64 bytes = 0;

    /// Nothing where that is too much to be read.
    static std::optional<StoreFiles> in(const QString& folder);
    /// Whether those can come on top and are still read afterwards.
    static bool hasRoomFor(const QList<TrustFileText>& texts, const QString& folder);

private:
    bool isTooMuch() const;
};

} // namespace stationer
