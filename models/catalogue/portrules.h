#pragma once

#include "terms/protocol.h"
#include "terms/securitymode.h"

#include <QList>

#include <optional>

namespace stationer {

/// What the port rules look at: the four slots that are coupled. `port` -1 is automatic.
struct PortState {
    Protocol protocol = Protocol::Smtp;
    bool useSsl = false;
    bool useStartTls = false;
    int port = 25;

    bool operator==(const PortState&) const = default;
};

/// The port of the table for a protocol and mode: SMTP 25, 587, 465; IMAP 143, 143, 993; POP3 110, 110, 995.
int standardPort(Protocol protocol, SecurityMode mode);
bool isStandardPort(Protocol protocol, int port);
/// nullopt where both switches are true.
std::optional<SecurityMode> securityMode(const PortState& state);
/// The modes a standard port belongs to: IMAP 143 to two.
QList<SecurityMode> modesOf(Protocol protocol, int port);
/// The port that is dialled: the state's, or the table's where it is -1.
int dialledPort(const PortState& state);

/// Which of the four the user named; what is named wins over the coupling.
struct NamedSlots {
    bool protocol = false, useSsl = false, useStartTls = false, port = false;
};

/// Applies the coupling to a change from `before` to `wanted`, in which the named slots are set:
/// Use Ssl true clears Use Start Tls and the other way round unless named; a standard port of the old or the new protocol
/// moves with the mode or protocol unless named; -1 stays.
PortState coupled(const PortState& before, const PortState& wanted, const NamedSlots& named);

/// What is to be said of a state. A remark has at most one remedy: the state to go to.
struct PortRemark {
    enum class Kind {
        BothSwitches,        ///< fault: Use Ssl and Use Start Tls are both true; on both switches
        NotEncrypted,        ///< warning on Use Ssl: mode none; remedy: Use Ssl with its port
        PasswordReadable,    ///< the same with a user name: the password would cross the network readable
        PortKept,            ///< note on Port: not a standard port; remedy: the mode's port
        PortOfOtherMode,     ///< note on Port: standard for another mode; remedy: that mode, or the usual port where that is
                             ///< none
        PortOfOtherProtocol, ///< note on Port: standard for another protocol; remedy: that one where the account can speak
                             ///< it
    };
    Kind kind = Kind::NotEncrypted;
    int usualPort = 0;                          ///< of the mode in force
    std::optional<SecurityMode> otherMode = {}; ///< PortOfOtherMode: the safest mode the port belongs to
    std::optional<Protocol> otherProtocol = {}; ///< PortOfOtherProtocol: whose port it is
    std::optional<PortState> remedy = {};

    bool operator==(const PortRemark&) const = default;
};
QList<PortRemark> portRemarks(const PortState& state, bool hasUserName);

} // namespace stationer
