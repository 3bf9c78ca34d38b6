#include "app/cli/command.h"
#include "app/cli/texts.h"

#include <array>

namespace stationer {

using namespace Qt::StringLiterals;

std::span<const Command* const> commands()
{
    static constexpr std::array all{&treeCommand,     &showCommand,   &setCommand,  &addCommand,    &removeCommand,
                                    &copyCommand,     &diffCommand,   &testCommand, &detectCommand, &trustCommand,
                                    &handoverCommand, &verifyCommand, &demoCommand};
    return all;
}

Result<OutputFormat, Arguments::Fault> outputFormat(const Arguments& arguments)
{
    const std::optional<QString> format = arguments.value(u"format");
    if (!format)
        return arguments.has(u"json") ? OutputFormat::Json : OutputFormat::Text;
    if (*format == "json"_L1)
        return OutputFormat::Json;
    if (*format == "text"_L1 && !arguments.has(u"json"))
        return OutputFormat::Text;
    if (*format == "text"_L1)
        return contradiction(*format);
    if (*format == "junit"_L1 || *format == "prometheus"_L1)
        return Arguments::Fault{Texts::tr("The format %1 is for the command test; here it is text or json.").arg(*format)};
    return Arguments::Fault{Texts::tr("There is no format %1; it is text or json.").arg(shown(*format))};
}

Arguments::Fault contradiction(const QString& format)
{
    return {Texts::tr("--json and --format %1 contradict each other.").arg(format)};
}

ExitStatus usageError(const Command& command, const QString& sentence, const Console& console)
{
    console.complain(sentence);
    //: %1 is a command line, as it is typed
    console.note(Texts::tr("Usage: %1")
                     .arg("stationer-cli "_L1 + QLatin1StringView(command.name) + u' ' + QString::fromUtf8(command.usage)));
    return ExitStatus::Usage;
}

} // namespace stationer
