#pragma once

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"

#include <QObject>

#include <limits>
#include <memory>
#include <span>
#include <variant>

namespace stationer {

/// A command that lasts until the network has answered. start() is called once; finished() comes once, never from within it.
class Job : public QObject {
    Q_OBJECT
public:
    virtual void start() = 0;
    /// Whether a look-up that cannot be ended holds the process: then it leaves without tidying up.
    virtual bool holdsProcess() const { return false; }

signals:
    void finished(stationer::ExitStatus status);
};

using Started = std::variant<ExitStatus, std::unique_ptr<Job>>;
using Run = Started (*)(const Arguments& arguments, Console& console);

/// One command as a row of the table: its form, its options, and what runs it once its form is right.
struct Command {
    const char* name;
    const char* usage;   ///< what follows the name; lines after the first are options
    const char* meaning; ///< one sentence for the help; translated in the context "cli"
    std::span<const Option> options = {};
    int fewest = 0; ///< arguments that stand alone
    int most = std::numeric_limits<int>::max();
    Run run = nullptr; ///< with a format that it has
};

extern const Command treeCommand, showCommand, setCommand, addCommand, removeCommand, copyCommand, diffCommand, testCommand,
    detectCommand, trustCommand, handoverCommand, verifyCommand, demoCommand;

/// All commands, in the order of the help.
std::span<const Command* const> commands();

/// The name of a format that `--format` and `--json` ask for; a fault where it is not known, or both differ.
enum class OutputFormat { Text, Json };
Result<OutputFormat, Arguments::Fault> outputFormat(const Arguments& arguments);
/// Once that was read without a fault, as it is before a command runs; `test` reads its own formats.
inline bool isJson(const Arguments& arguments)
{
    return outputFormat(arguments).value() == OutputFormat::Json;
}
/// `--json` beside another format.
Arguments::Fault contradiction(const QString& format);

/// Says what is wrong with the command line, and how it is meant.
ExitStatus usageError(const Command& command, const QString& sentence, const Console& console);

} // namespace stationer
