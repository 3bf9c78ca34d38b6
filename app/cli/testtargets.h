#pragma once

#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/testoptions.h"
#include "connection/alarm.h"
#include "connection/settings.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace stationer {

/// One account that is to be tested: its settings, or why it has none that could be tested.
struct TestTarget {
    QString file;        ///< as given; empty where the target is typed
    QString trustFolder; ///< empty: nobody but the System Trust Store
    ConnectionSettings settings;
    std::optional<SettingFault> fault;    ///< the settings are then as far as they are known
    QString station;                      ///< its name, the file's where it has none; empty where the target is typed
    QString alarmRecipient = {};          ///< the address that the station's alarms go to first by it; empty where none do
    std::optional<AlarmFacts> alarm = {}; ///< an EmailRecipient is proven; the settings are of the account it names
    std::shared_ptr<const TestTarget> arrival = {}; ///< depth message: the account in which its message is looked for
    QString distinctStation = {}; ///< the same, with the file's path where several files of a run share the name
};

/// The targets in the order of the files and of the accounts in them. What cannot be read or is not there is said, and the
/// status tells it; the other files are taken all the same.
struct TestTargets {
    QList<TestTarget> targets;
    QStringList unread;         ///< files that could not be read
    QList<TestTarget> disabled; ///< what is left out of «every enabled account»
    ExitStatus status = ExitStatus::Done;
};
TestTargets testTargets(const TestOptions& options, const Console& console);

} // namespace stationer
