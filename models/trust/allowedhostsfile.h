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
/// Every field is of its type when it is read, else the file is damaged: nobody downstream asks whether a fingerprint is
/// one. What the file says twice of a host and port, or for a session that is over, is in force no more. It reads and writes
/// bytes; files are trustfile.h's.
struct AllowedHostsFile {
    static constexpr int Version = 1;
    static constexpr qsizetype MostRows = 10'000;
    /// What that many rows need: three certificates of 2 KiB are 8 KiB in base64, and the rest of a row takes less than 1
    /// KiB.
    static constexpr qsizetype LargestFile = MostRows * 9 * 1024;
    static constexpr qsizetype LargestChain = 100 * 1024; ///< of one row, as connections take them
    enum class Fault { Damaged, NewerVersion };
    /// Why it is not written: it would be damaged for who reads it.
    enum class Excess { Rows, Size, Row };

    QList<AllowedHost> rows; ///< one a host and port
    /// Those that had several: the row that rejects stands, else one without an answer.
    QList<Endpoint> twice;
    QJsonObject document;                  ///< without the rows: what is unknown here
    QHash<QString, QJsonObject> strangers; ///< the fields unknown here of the row of a host and port

    static Result<AllowedHostsFile, Fault> read(const QByteArray& json);
    Result<QByteArray, Excess> write() const;
};

} // namespace stationer
