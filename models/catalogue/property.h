#pragma once

#include <QLatin1StringView>
#include <QString>

#include <limits>
#include <span>

namespace stationer {

/// The kinds of value a slot can hold. An editor is chosen by this, never by the property.
enum class ValueKind {
    Boolean,
    Integer,
    Port, ///< an Integer with the list of the port table
    Double,
    String,
    RelTime, ///< milliseconds in the file
    AbsTime,
    Enum,     ///< a frozen enum: its tag
    Password, ///< `[encoder]=data`, never decoded or shown
    Ord,
    AccountName, ///< the slot name of an account in this station
    Bits,        ///< a set as a bit mask in hex; `tags` are its bits, the lowest first
    TimeRange,   ///< hours of the day: two slots inside, written here as `08:00:00.000-18:00:00.000`
    Other,       ///< shown as text, not edited
};

/// The groups of rows on a property sheet, in this order.
enum class Group { Server, SignIn, Recipients, When, Message, Polling, SendingLimits, Other };

/// Who may set a property: the user; nobody here, as it belongs to the running station and is never written.
enum class Access { ReadWrite, RunningStation };

/// Whether the slot has been seen in a real file or an official page. A rare one is shown only where the file has it, or
/// under «more», and written only when the user sets it. OnlyIfInFile is not even under «more».
enum class Rarity { Usual, Rare, OnlyIfInFile };

/// One property of a component type, as one row of a table: everything the sheet, the checks and the command line know of
/// it. Texts are English sources marked with QT_TRANSLATE_NOOP in the context "catalogue".
struct Property {
    const char* slot; ///< escaped slot name
    const char* label;
    const char* meaning; ///< one sentence for the tool tip
    ValueKind kind = ValueKind::String;
    Group group = Group::Other;
    int rank = 0;                  ///< place within the group as shown; equal ranks stand as in the file
    const char* defaultValue = ""; ///< in the file's encoding; nullptr for none
    const char* type = "";         ///< `module:Type` to write; empty to omit it, as on String, Boolean, Integer and Double
    qint64 minimum = std::numeric_limits<qint64>::min(); ///< Integer: as is; RelTime: milliseconds
    qint64 maximum = std::numeric_limits<qint64>::max();
    std::span<const char* const> tags = {}; ///< of an Enum or Bits, in order
    std::span<const char* const> tagLabels = {};
    Access access = Access::ReadWrite;
    Rarity rarity = Rarity::Usual;
    bool onTheWire = false; ///< a String that a mail protocol carries: CR, LF and NUL are refused
};

/// One of those texts in the user's language.
QString translated(const char* text);

} // namespace stationer
