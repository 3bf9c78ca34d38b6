#pragma once

#include <Qt>

namespace stationer {

/// The badge of a row in the Nav tree.
enum class Badge { None, Info, Passed, Challenged, Failed, Warning, Fault };

/// Roles of NavTreeModel.
enum class NavRole {
    Slot = Qt::UserRole + 1, ///< SlotId as quint32
    Type,                    ///< `module:Type`
    Icon,                    ///< resource name without folder and ending
    Badge,                   ///< stationer::Badge as int
    BadgeText,               ///< what it stands for
    IsChanged,               ///< it or something below it differs from the file
};

/// Roles of PropertySheetModel; the view asks for nothing else.
enum class SheetRole {
    Slot = Qt::UserRole + 1, ///< escaped slot name, QString
    Label,
    Meaning, ///< tool tip: meaning, range, default, slot name
    Kind,    ///< ValueKind as int
    Group,   ///< Group as int
    Value,   ///< in force, in the file's encoding, QString
    DefaultValue,
    Unit, ///< shown behind the editor
    Minimum,
    Maximum, ///< qint64
    Choices, ///< QList<Choice> as QVariantList of {value, label} pairs (QStringList of two)
    IsReadOnly,
    IsRunningStation, ///< belongs to the running station: blank here
    IsChanged,        ///< since the file was opened or saved: the red mark
    IsResettable,     ///< differs from the default
    IsHidden,         ///< rare and not in the file: shown under «more»
    Note,             ///< at most one, QString
    NoteBadge,        ///< stationer::Badge as int: Info, Warning, Fault
    NoteRemedy,       ///< label of its remedy, QString; empty: none
};

} // namespace stationer
