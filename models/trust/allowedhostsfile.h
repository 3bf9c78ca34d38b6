#pragma once

#include "terms/result.h"
#include "trust/allowedhosts.h"

#include <QByteArray>
#include <QHash>
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
    QJsonObject document;                  ///< without the rows: what is unknown here
    QHash<QString, QJsonObject> strangers; ///< the fields unknown here of the row of a host and port

    static Result<AllowedHostsFile, Fault> read(const QByteArray& json);
    QByteArray write() const;
};

} // namespace stationer
