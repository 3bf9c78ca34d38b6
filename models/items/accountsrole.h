#pragma once

#include <Qt>

namespace stationer {

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

/// What a row's last test waits for from the user.
enum class RowAnswer { None, Review, EnterPassword };

/// Where an account is in a run over many.
enum class RunState { Idle, Waiting, Testing };

} // namespace stationer
