#include "catalogue/types.h"

#include <QtGlobal>

namespace stationer {

namespace {

constexpr std::array serviceProperties{
    Property{.slot = "status",
             .label = QT_TRANSLATE_NOOP("catalogue", "Status"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "How the service fares on the running station."),
             .kind = ValueKind::Other,
             .defaultValue = nullptr,
             .access = Access::RunningStation},
    Property{.slot = "faultCause",
             .label = QT_TRANSLATE_NOOP("catalogue", "Fault Cause"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "Why the service does not work on the running station."),
             .kind = ValueKind::String,
             .defaultValue = nullptr,
             .access = Access::RunningStation},
    Property{.slot = "enabled",
             .label = QT_TRANSLATE_NOOP("catalogue", "Enabled"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "Whether the station sends and fetches e-mail at all."),
             .kind = ValueKind::Boolean,
             .defaultValue = "true"},
};

constexpr std::array serviceChildren{"email:OutgoingAccount", "email:IncomingAccount", "email:EmailRecipient",
                                     "email:EmailAlarmAcknowledger"};

} // namespace

constinit const ComponentType types::emailService{.name = "email:EmailService",
                                                  .label = QT_TRANSLATE_NOOP("catalogue", "EmailService"),
                                                  .icon = "emailservice",
                                                  .properties = serviceProperties,
                                                  .children = serviceChildren};

} // namespace stationer
