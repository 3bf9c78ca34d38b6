#pragma once

#include "terms/badge.h"

#include <Qt>

namespace stationer {

/// Roles of NavTreeModel.
enum class NavRole {
    Slot = Qt::UserRole + 1, ///< SlotId as quint32
    Type,                    ///< `module:Type`
    Icon,                    ///< resource name without folder and ending
    Result,                  ///< stationer::Badge as int: what its last test found
    ResultText,              ///< that in a line
    Station,                 ///< stationer::Badge as int: Failed where the station would fail, and the test here did not
    StationText,             ///< what the station would meet, in a sentence; empty where that is the same
    Badge,                   ///< stationer::Badge as int: Warning or Fault, what its sheet warns of
    BadgeText,               ///< what it stands for
    IsChanged,               ///< it or something below it differs from the file
    IsMatch,                 ///< the filter matches it; what is no match leads to one and wants to be expanded
    CertificateBadge,        ///< stationer::Badge as int: its server's certificate ends within 30, 14, 7 days or has ended
    CertificateBrief,        ///< that in a few letters: `12 d`
    CertificateText,         ///< that in a sentence
    Handover,                ///< how many items of the handover sheet are open, int; 0: none
    HandoverText,            ///< that in a sentence
};

/// Roles of TestModel.
enum class TestRole {
    Stage = Qt::UserRole + 1, ///< stationer::Stage as int
    Status,                   ///< StageStatus as int; nothing while it is waiting or running
    IsRunning,
    Begin,        ///< nanoseconds since the test began, qint64
    Duration,     ///< nanoseconds, qint64; of a running stage until now
    Detail,       ///< QString, plain text
    EarlierBegin, ///< the same of the run before; nothing where the stage did not run then
    EarlierDuration,
};

/// Roles of the tables of the Certificate Manager.
enum class TrustRole {
    Sort = Qt::UserRole + 1, ///< what a column sorts by: dates as dates, ports as numbers
    Badge,                   ///< stationer::Badge as int: Passed valid or approved, Warning self-signed or unanswered,
                             ///< Failed rejected or expired
    BadgeText,
    Sha256,   ///< of the certificate, lower-case hex, QString
    Der,      ///< the certificate, QByteArray; empty where it is not known
    Searched, ///< what a filter looks through, QString
    Told,     ///< the cell in full, for a tool tip
};

/// Roles of AccountsModel, beside the display.
enum class AccountsRole {
    Slot = Qt::UserRole + 1, ///< SlotId as quint32
    Sort,                    ///< what the column sorts by: ports and days as numbers, times as times
    Badge,                   ///< stationer::Badge as int, of this cell
    Icon,                    ///< resource name without folder and ending, in the name's column
    Answer,                  ///< stationer::RowAnswer as int: what the last test waits for
    IsMuted,                 ///< of second rank: disabled, or from a test whose values changed since
    End,         ///< QDateTime: when the first certificate of the last test's chain ends; nothing where there is none
    WhyNoEnd,    ///< then why, QString
    Property,    ///< SheetRow: what this cell edits; nothing where it only shows
    WhyReadOnly, ///< a sentence, empty where the cell can be edited
};

} // namespace stationer
