#pragma once

#include "catalogue/portrules.h"
#include "station/document.h"

#include <QList>
#include <QString>

#include <optional>

namespace stationer {

/// A slot and the value it is to have, in the file's encoding; nullopt resets it to the default.
struct Assignment {
    QString slot;
    std::optional<QString> value;

    bool operator==(const Assignment&) const = default;
};

/// Why a change is refused.
struct ChangeFault {
    enum class Kind {
        UnknownSlot,
        ReadOnly,
        Password,
        BadValue,
        OutOfRange,
        BothSwitches,
        PortZero,
        ForbiddenCharacter,
        NamedTwice,
        NotRepresentable,
        IsBackup, ///< the whole station is only read
    };
    Kind kind;
    QString slot;
    QString value;
};

/// What was asked for with what follows from it, ready to be one undo step.
struct Change {
    Edit edit;
    struct Moved { ///< a slot that now has another value in force
        QString slot;
        QString before, after;  ///< values in force, in the file's encoding
        bool isCoupled = false; ///< it follows from the coupling, nobody named it
    };
    QList<Moved> moved;
};

/// Checks the assignments against the type's table and applies the port rules: the one way to change properties, for
/// the sheet, the command line and edits of several components alike.
Result<Change, ChangeFault> planChange(const Document& document, SlotId component, const QList<Assignment>& assignments);

/// Changes of several components as one step.
struct Changes {
    struct Each {
        SlotId component = SlotId::None;
        Change change;
    };
    QList<Each> each;
    Edit edit; ///< all of them
};
struct ChangesFault {
    SlotId component = SlotId::None;
    ChangeFault fault;
};
/// The same of several: all of them or none. Where no two touch the same bytes, each costs what it costs alone.
Result<Changes, ChangesFault> planChanges(const Document& document, const QList<SlotId>& components,
                                          const QList<Assignment>& assignments);

/// The port rules' view of an account as it stands; nothing for another type or an unreadable value.
std::optional<PortState> portState(const Document& document, SlotId account);
/// The assignments that lead from one state to another.
QList<Assignment> assignments(const PortState& from, const PortState& to);

/// The label of a slot, translated; its shown name where no known type declares it.
QString slotLabel(const QString& slot);
/// The sentence for a fault, and for a remark with the account's facts, translated.
QString describe(const ChangeFault& fault);
/// The same where the component is known: with its type's own range, or the one that the file gives a slot no table
/// declares.
QString describe(const ChangeFault& fault, const Document& document, SlotId component);
QString describe(const PortRemark& remark, const PortState& state);
/// The label of a remark's remedy, `Use Ssl, port 465`; empty where it has none.
QString remedyLabel(const PortRemark& remark, const PortState& state);

} // namespace stationer
