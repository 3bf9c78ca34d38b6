#include "catalogue/recipients.h"
#include "catalogue/types.h"

#include <QtGlobal>

namespace stationer {

namespace {

constexpr std::array recipientProperties{
    Property{.slot = "timeRange",
             .label = QT_TRANSLATE_NOOP("catalogue", "Time Range"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The hours of the day in which alarms are mailed."),
             .kind = ValueKind::Other,
             .defaultValue = nullptr},
    Property{.slot = "daysOfWeek",
             .label = QT_TRANSLATE_NOOP("catalogue", "Days Of Week"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The days on which alarms are mailed."),
             .kind = ValueKind::Other,
             .defaultValue = nullptr},
    Property{.slot = "transitions",
             .label = QT_TRANSLATE_NOOP("catalogue", "Transitions"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The changes of an alarm's state that are mailed."),
             .kind = ValueKind::Other,
             .defaultValue = nullptr},
    Property{.slot = "routeAcks",
             .label = QT_TRANSLATE_NOOP("catalogue", "Route Acks"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "Whether acknowledgements are mailed as well."),
             .kind = ValueKind::Boolean,
             .defaultValue = "true"},
    Property{.slot = toSlot.data(),
             .label = QT_TRANSLATE_NOOP("catalogue", "To"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The e-mail addresses that alarms go to."),
             .kind = ValueKind::String,
             .onTheWire = true},
    Property{.slot = "cc",
             .label = QT_TRANSLATE_NOOP("catalogue", "Cc"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The e-mail addresses that get a copy."),
             .kind = ValueKind::String,
             .onTheWire = true},
    Property{.slot = "bcc",
             .label = QT_TRANSLATE_NOOP("catalogue", "Bcc"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The e-mail addresses that get a copy unseen by the others."),
             .kind = ValueKind::String,
             .onTheWire = true},
    Property{.slot = "language",
             .label = QT_TRANSLATE_NOOP("catalogue", "Language"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The language of the mail, as two small letters."),
             .kind = ValueKind::String,
             .onTheWire = true},
    Property{.slot = "emailAccount",
             .label = QT_TRANSLATE_NOOP("catalogue", "Email Account"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The account that sends the mail, by its name in this station."),
             .kind = ValueKind::AccountName,
             .onTheWire = true},
    Property{.slot = "subject",
             .label = QT_TRANSLATE_NOOP("catalogue", "Subject"),
             .meaning =
                 QT_TRANSLATE_NOOP("catalogue", "The subject line; parts between % signs are filled in by the station."),
             .kind = ValueKind::String,
             .defaultValue = nullptr,
             .onTheWire = true},
    Property{.slot = "body",
             .label = QT_TRANSLATE_NOOP("catalogue", "Body"),
             .meaning =
                 QT_TRANSLATE_NOOP("catalogue", "The text of the mail; parts between % signs are filled in by the station."),
             .kind = ValueKind::String,
             .defaultValue = nullptr},
};

} // namespace

constinit const ComponentType types::emailRecipient{.name = "email:EmailRecipient",
                                                    .label = QT_TRANSLATE_NOOP("catalogue", "EmailRecipient"),
                                                    .icon = "emailrecipient",
                                                    .properties = recipientProperties};

} // namespace stationer
