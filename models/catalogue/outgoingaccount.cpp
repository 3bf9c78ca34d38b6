#include "catalogue/accountproperties.h"

namespace stationer {

namespace {

constexpr std::array transportTags{"smtp"};
constexpr std::array transportLabels{"SMTP"};

constexpr qint64 largestInteger = std::numeric_limits<qint32>::max();

constexpr std::array ownProperties{
    Property{.slot = "transport",
             .label = QT_TRANSLATE_NOOP("catalogue", "Transport"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "How mail is sent; stations know SMTP alone."),
             .kind = ValueKind::Enum,
             .group = Group::Server,
             .rank = 1,
             .defaultValue = "smtp",
             .tags = transportTags,
             .tagLabels = transportLabels},
    Property{.slot = "connectionTimeout",
             .label = QT_TRANSLATE_NOOP("catalogue", "Connection Timeout"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "How long the station waits for the mail server to answer."),
             .kind = ValueKind::RelTime,
             .group = Group::Server,
             .rank = 6,
             .defaultValue = "10000",
             .minimum = 0,
             .rarity = Rarity::Rare},
    Property{.slot = "useAuthentication",
             .label = QT_TRANSLATE_NOOP("catalogue", "Use Authentication"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "Whether the station signs in before it sends."),
             .kind = ValueKind::Boolean,
             .group = Group::SignIn,
             .defaultValue = "true",
             .rarity = Rarity::OnlyIfInFile},
    Property{.slot = "replyTo",
             .label = QT_TRANSLATE_NOOP("catalogue", "Reply To"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The e-mail address that answers go to, and that mail comes from."),
             .kind = ValueKind::String,
             .group = Group::SignIn,
             .onTheWire = true},
    Property{.slot = "persistent",
             .label = QT_TRANSLATE_NOOP("catalogue", "Persistent"),
             .meaning =
                 QT_TRANSLATE_NOOP("catalogue", "Whether mail that waits to be sent outlasts a restart of the station."),
             .kind = ValueKind::Boolean,
             .group = Group::SendingLimits,
             .defaultValue = "false",
             .rarity = Rarity::Rare},
    Property{.slot = "persistenceDirectory",
             .label = QT_TRANSLATE_NOOP("catalogue", "Persistence Directory"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The folder on the station that keeps mail that waits to be sent."),
             .kind = ValueKind::Ord,
             .group = Group::SendingLimits,
             .defaultValue = "file:^email",
             .rarity = Rarity::Rare},
    Property{.slot = "allowDisabledQueueing",
             .label = QT_TRANSLATE_NOOP("catalogue", "Allow Disabled Queueing"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "Whether mail is queued while the account is not enabled."),
             .kind = ValueKind::Boolean,
             .group = Group::SendingLimits,
             .defaultValue = "false",
             .rarity = Rarity::Rare},
    Property{.slot = "queueSize",
             .label = QT_TRANSLATE_NOOP("catalogue", "Queue Size"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "How many messages wait to be sent on the running station."),
             .kind = ValueKind::Integer,
             .group = Group::SendingLimits,
             .defaultValue = nullptr,
             .access = Access::RunningStation},
    Property{.slot = "maxQueueSize",
             .label = QT_TRANSLATE_NOOP("catalogue", "Max Queue Size"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "How many messages may wait; the station discards what comes after."),
             .kind = ValueKind::Integer,
             .group = Group::SendingLimits,
             .defaultValue = "100",
             .minimum = 0,
             .maximum = largestInteger},
    Property{.slot = "numberSent",
             .label = QT_TRANSLATE_NOOP("catalogue", "Number Sent"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "How many messages the running station has sent."),
             .kind = ValueKind::Integer,
             .group = Group::SendingLimits,
             .defaultValue = nullptr,
             .access = Access::RunningStation},
    Property{.slot = "maxSendablePerDay",
             .label = QT_TRANSLATE_NOOP("catalogue", "Max Sendable Per Day"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "How many messages the station sends in a day at most."),
             .kind = ValueKind::Integer,
             .group = Group::SendingLimits,
             .defaultValue = "100",
             .minimum = 1,
             .maximum = largestInteger},
    Property{.slot = "numberDiscarded",
             .label = QT_TRANSLATE_NOOP("catalogue", "Number Discarded"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "How many messages the running station has thrown away."),
             .kind = ValueKind::Integer,
             .group = Group::SendingLimits,
             .defaultValue = nullptr,
             .access = Access::RunningStation},
};

constexpr auto properties = concatenated(accountProperties("25"), ownProperties);

} // namespace

constinit const ComponentType types::outgoingAccount{.name = "email:OutgoingAccount",
                                                     .label = QT_TRANSLATE_NOOP("catalogue", "OutgoingAccount"),
                                                     .icon = "outgoingaccount",
                                                     .properties = properties};

} // namespace stationer
