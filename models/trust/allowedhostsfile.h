#pragma once

#include "terms/result.h"
#include "trust/allowedhosts.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace stationer {

/// The text of `allowed-hosts.json`: rows, and what a later program wrote beside them, which is kept.
/// It reads and writes bytes; files are trustfile.h's.
struct AllowedHostsFile {
    static constexpr int Version = 1;
    enum class Fault { Damaged, NewerVersion };

    QList<AllowedHost> rows;
    QJsonObject document;        ///< as read, for the fields unknown here
    QList<QJsonObject> rowsRead; ///< the same for each row read

    static Result<AllowedHostsFile, Fault> read(const QByteArray& json);
    QByteArray write() const;
};

} // namespace stationer
