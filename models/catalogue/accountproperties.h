#pragma once

#include "catalogue/accountslots.h"
#include "catalogue/types.h"

#include <QtGlobal>

namespace stationer {

inline constexpr std::array tlsVersionTags{"tlsv1", "tlsv1_1", "tlsv1_2", "tlsv1_3"};
inline constexpr std::array tlsVersionLabels{"TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"};

/// The properties that both accounts have, in the order they stand in the file.
constexpr auto accountProperties(const char* defaultPort)
{
    return std::array{
        Property{.slot = hostnameSlot.data(),
                 .label = QT_TRANSLATE_NOOP("catalogue", "Hostname"),
                 .meaning = QT_TRANSLATE_NOOP("catalogue", "The name or address of the mail server."),
                 .kind = ValueKind::String,
                 .group = Group::Server,
                 .onTheWire = true},
        Property{.slot = portSlot.data(),
                 .label = QT_TRANSLATE_NOOP("catalogue", "Port"),
                 .meaning = QT_TRANSLATE_NOOP("catalogue", "The port the mail server listens on; -1 takes the usual one."),
                 .kind = ValueKind::Port,
                 .group = Group::Server,
                 .rank = 4,
                 .defaultValue = defaultPort,
                 .minimum = -1,
                 .maximum = 65535},
        Property{.slot = accountSlot.data(),
                 .label = QT_TRANSLATE_NOOP("catalogue", "Account"),
                 .meaning =
                     QT_TRANSLATE_NOOP("catalogue", "The user name for the mail server, often the whole e-mail address."),
                 .kind = ValueKind::String,
                 .group = Group::SignIn,
                 .onTheWire = true},
        Property{.slot = passwordSlot.data(),
                 .label = QT_TRANSLATE_NOOP("catalogue", "Password"),
                 .meaning =
                     QT_TRANSLATE_NOOP("catalogue", "The password for tests from this computer. The station keeps its "
                                                    "own, which has to be typed there."),
                 .kind = ValueKind::Password,
                 .group = Group::SignIn,
                 .defaultValue = nullptr},
        Property{.slot = pollrateSlot.data(),
                 .label = QT_TRANSLATE_NOOP("catalogue", "Pollrate"),
                 .meaning =
                     QT_TRANSLATE_NOOP("catalogue", "How often the station asks the mail server or sends what is queued."),
                 .kind = ValueKind::RelTime,
                 .group = Group::Polling,
                 .defaultValue = "60000",
                 .type = "baja:RelTime",
                 .minimum = 1000},
        Property{.slot = enabledSlot.data(),
                 .label = QT_TRANSLATE_NOOP("catalogue", "Enabled"),
                 .meaning = QT_TRANSLATE_NOOP("catalogue", "Whether the station uses this account."),
                 .kind = ValueKind::Boolean,
                 .group = Group::Polling,
                 .defaultValue = "true"},
        Property{.slot = "status",
                 .label = QT_TRANSLATE_NOOP("catalogue", "Status"),
                 .meaning = QT_TRANSLATE_NOOP("catalogue", "How the account fares on the running station."),
                 .kind = ValueKind::Other,
                 .group = Group::Polling,
                 .defaultValue = nullptr,
                 .access = Access::RunningStation},
        Property{.slot = "lastPollSuccess",
                 .label = QT_TRANSLATE_NOOP("catalogue", "Last Poll Success"),
                 .meaning = QT_TRANSLATE_NOOP("catalogue", "When the running station last reached the mail server."),
                 .kind = ValueKind::AbsTime,
                 .group = Group::Polling,
                 .defaultValue = nullptr,
                 .access = Access::RunningStation},
        Property{.slot = "lastPollFailure",
                 .label = QT_TRANSLATE_NOOP("catalogue", "Last Poll Failure"),
                 .meaning = QT_TRANSLATE_NOOP("catalogue", "When the running station last failed to reach the mail server."),
                 .kind = ValueKind::AbsTime,
                 .group = Group::Polling,
                 .defaultValue = nullptr,
                 .access = Access::RunningStation},
        Property{.slot = "lastPollFailureCause",
                 .label = QT_TRANSLATE_NOOP("catalogue", "Last Poll Failure Cause"),
                 .meaning = QT_TRANSLATE_NOOP("catalogue", "Why the running station last failed to reach the mail server."),
                 .kind = ValueKind::String,
                 .group = Group::Polling,
                 .defaultValue = nullptr,
                 .access = Access::RunningStation},
        Property{.slot = debugSlot.data(),
                 .label = QT_TRANSLATE_NOOP("catalogue", "Debug"),
                 .meaning = QT_TRANSLATE_NOOP("catalogue", "Whether the talk with the mail server is logged; the test here "
                                                           "then shows its transcript at once."),
                 .kind = ValueKind::Boolean,
                 .defaultValue = "false"},
        Property{.slot = useSslSlot.data(),
                 .label = QT_TRANSLATE_NOOP("catalogue", "Use Ssl"),
                 .meaning = QT_TRANSLATE_NOOP("catalogue", "Encrypts the connection before anything is said."),
                 .kind = ValueKind::Boolean,
                 .group = Group::Server,
                 .rank = 2,
                 .defaultValue = "false"},
        Property{.slot = useStartTlsSlot.data(),
                 .label = QT_TRANSLATE_NOOP("catalogue", "Use Start Tls"),
                 .meaning =
                     QT_TRANSLATE_NOOP("catalogue", "Starts unencrypted and then upgrades the connection; the test stops "
                                                    "where the server does not."),
                 .kind = ValueKind::Boolean,
                 .group = Group::Server,
                 .rank = 3,
                 .defaultValue = "false"},
        Property{.slot = tlsMinProtocolSlot.data(),
                 .label = QT_TRANSLATE_NOOP("catalogue", "Tls Min Protocol"),
                 .meaning =
                     QT_TRANSLATE_NOOP("catalogue", "The oldest TLS version that is accepted; stations from 4.13 on."),
                 .kind = ValueKind::Enum,
                 .group = Group::Server,
                 .rank = 5,
                 .defaultValue = "tlsv1_2",
                 .tags = tlsVersionTags,
                 .tagLabels = tlsVersionLabels,
                 .rarity = Rarity::Rare},
    };
}

} // namespace stationer
