#include "catalogue/recipients.h"
#include "catalogue/types.h"

#include <QtGlobal>

namespace stationer {

namespace {

constexpr const char* alarmDays[] = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
constexpr const char* alarmDayLabels[] = {QT_TRANSLATE_NOOP("catalogue", "Sun"), QT_TRANSLATE_NOOP("catalogue", "Mon"),
                                          QT_TRANSLATE_NOOP("catalogue", "Tue"), QT_TRANSLATE_NOOP("catalogue", "Wed"),
                                          QT_TRANSLATE_NOOP("catalogue", "Thu"), QT_TRANSLATE_NOOP("catalogue", "Fri"),
                                          QT_TRANSLATE_NOOP("catalogue", "Sat")};
constexpr const char* alarmTransitions[] = {"toOffnormal", "toFault", "toNormal", "toAlert"};
constexpr const char* alarmTransitionLabels[] = {
    QT_TRANSLATE_NOOP("catalogue", "To Offnormal"), QT_TRANSLATE_NOOP("catalogue", "To Fault"),
    QT_TRANSLATE_NOOP("catalogue", "To Normal"), QT_TRANSLATE_NOOP("catalogue", "To Alert")};

constexpr std::array recipientProperties{
    Property{.slot = "timeRange",
             .label = QT_TRANSLATE_NOOP("catalogue", "Time Range"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The hours of the day in which alarms are mailed; all of them where "
                                                       "both ends are the same."),
             .kind = ValueKind::TimeRange,
             .group = Group::When,
             .rank = 1,
             .defaultValue = "00:00:00.000-00:00:00.000"},
    Property{.slot = "daysOfWeek",
             .label = QT_TRANSLATE_NOOP("catalogue", "Days Of Week"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The days on which alarms are mailed."),
             .kind = ValueKind::Bits,
             .group = Group::When,
             .rank = 2,
             .defaultValue = "7f",
             .tags = alarmDays,
             .tagLabels = alarmDayLabels},
    Property{.slot = "transitions",
             .label = QT_TRANSLATE_NOOP("catalogue", "Transitions"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The changes of an alarm's state that are mailed."),
             .kind = ValueKind::Bits,
             .group = Group::When,
             .rank = 3,
             .defaultValue = "f",
             .tags = alarmTransitions,
             .tagLabels = alarmTransitionLabels},
    Property{.slot = "routeAcks",
             .label = QT_TRANSLATE_NOOP("catalogue", "Route Acks"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "Whether acknowledgements are mailed as well."),
             .kind = ValueKind::Boolean,
             .group = Group::When,
             .rank = 4,
             .defaultValue = "true"},
    Property{.slot = toSlot.data(),
             .label = QT_TRANSLATE_NOOP("catalogue", "To"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The e-mail addresses that alarms go to."),
             .kind = ValueKind::String,
             .group = Group::Recipients,
             .rank = 2,
             .onTheWire = true},
    Property{.slot = ccSlot.data(),
             .label = QT_TRANSLATE_NOOP("catalogue", "Cc"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The e-mail addresses that get a copy."),
             .kind = ValueKind::String,
             .group = Group::Recipients,
             .rank = 3,
             .onTheWire = true},
    Property{.slot = bccSlot.data(),
             .label = QT_TRANSLATE_NOOP("catalogue", "Bcc"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The e-mail addresses that get a copy unseen by the others."),
             .kind = ValueKind::String,
             .group = Group::Recipients,
             .rank = 4,
             .onTheWire = true},
    Property{.slot = "language",
             .label = QT_TRANSLATE_NOOP("catalogue", "Language"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The language of the mail, as two small letters."),
             .kind = ValueKind::String,
             .group = Group::Message,
             .rank = 3,
             .onTheWire = true},
    Property{.slot = emailAccountSlot.data(),
             .label = QT_TRANSLATE_NOOP("catalogue", "Email Account"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The account that sends the mail, by its name in this station."),
             .kind = ValueKind::AccountName,
             .group = Group::Recipients,
             .rank = 1,
             .onTheWire = true},
    Property{.slot = "subject",
             .label = QT_TRANSLATE_NOOP("catalogue", "Subject"),
             .meaning =
                 QT_TRANSLATE_NOOP("catalogue", "The subject line; parts between % signs are filled in by the station."),
             .kind = ValueKind::String,
             .group = Group::Message,
             .rank = 1,
             .defaultValue = nullptr,
             .onTheWire = true},
    Property{.slot = "body",
             .label = QT_TRANSLATE_NOOP("catalogue", "Body"),
             .meaning =
                 QT_TRANSLATE_NOOP("catalogue", "The text of the mail; parts between % signs are filled in by the station."),
             .kind = ValueKind::String,
             .group = Group::Message,
             .rank = 2,
             .defaultValue = nullptr},
};

} // namespace

constinit const ComponentType types::emailRecipient{.name = "email:EmailRecipient",
                                                    .label = QT_TRANSLATE_NOOP("catalogue", "EmailRecipient"),
                                                    .icon = "emailrecipient",
                                                    .properties = recipientProperties};

} // namespace stationer
