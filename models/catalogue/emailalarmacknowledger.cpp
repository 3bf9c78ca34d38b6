#include "catalogue/types.h"

#include <QtGlobal>

namespace stationer {

namespace {

constexpr std::array acknowledgerProperties{
    Property{.slot = "enabled",
             .label = QT_TRANSLATE_NOOP("catalogue", "Enabled"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "Whether alarms can be acknowledged by answering an e-mail."),
             .kind = ValueKind::Boolean,
             .defaultValue = "true"},
    Property{.slot = "ackAlarmsFromSameSource",
             .label = QT_TRANSLATE_NOOP("catalogue", "Ack Alarms From Same Source"),
             .meaning =
                 QT_TRANSLATE_NOOP("catalogue", "Whether one answer acknowledges the earlier alarms of its source as well."),
             .kind = ValueKind::Boolean,
             .defaultValue = "false"},
    Property{.slot = "lastAlarmAcked",
             .label = QT_TRANSLATE_NOOP("catalogue", "Last Alarm Acked"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "The alarm that was last acknowledged on the running station."),
             .kind = ValueKind::String,
             .defaultValue = nullptr,
             .access = Access::RunningStation},
    Property{.slot = "lastAlarmAckedTime",
             .label = QT_TRANSLATE_NOOP("catalogue", "Last Alarm Acked Time"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "When an alarm was last acknowledged on the running station."),
             .kind = ValueKind::AbsTime,
             .defaultValue = nullptr,
             .access = Access::RunningStation},
    Property{.slot = "lastAlarmAckedFailureTime",
             .label = QT_TRANSLATE_NOOP("catalogue", "Last Alarm Acked Failure Time"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "When an answer last failed to acknowledge an alarm."),
             .kind = ValueKind::AbsTime,
             .defaultValue = nullptr,
             .access = Access::RunningStation},
    Property{.slot = "lastAlarmAckedFailureCause",
             .label = QT_TRANSLATE_NOOP("catalogue", "Last Alarm Acked Failure Cause"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "Why an answer last failed to acknowledge an alarm."),
             .kind = ValueKind::String,
             .defaultValue = nullptr,
             .access = Access::RunningStation},
};

} // namespace

constinit const ComponentType types::emailAlarmAcknowledger{.name = "email:EmailAlarmAcknowledger",
                                                            .label =
                                                                QT_TRANSLATE_NOOP("catalogue", "EmailAlarmAcknowledger"),
                                                            .icon = "emailalarmacknowledger",
                                                            .properties = acknowledgerProperties};

} // namespace stationer
