#pragma once

#include "terms/result.h"
#include "trust/trustfolder.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace stationer {

/// A JSON file of a station's `.security` folder, with its version in it; nothing where there is no file, and where the
/// folder is none. What somebody else may have put there is a fault, and so is a newer version. What is not such an object
/// is empty: damaged.
Result<std::optional<QJsonObject>, TrustFileFault> readTrustedJson(const TrustFolder& folder, const QString& name,
                                                                   int version, qint64 largest);
/// The fault of a file that is damaged, which is set aside.
TrustFileFault damagedAside(const TrustFolder& folder, const QString& name);

} // namespace stationer
