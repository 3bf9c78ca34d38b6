#include "app/cli/command.h"
#include "app/cli/detectjob.h"
#include "app/cli/texts.h"
#include "diagnosis/diagnosis.h"

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr Option detectOptions[] = {
    {"protocol", "smtp|imap|pop3"}, {"host", "H"}, {"port", "N"}, {"trust", "DIR"}, {"json"}, {"format", "text|json"},
};

Result<DetectOptions, Arguments::Fault> parse(const Arguments& arguments)
{
    DetectOptions read;
    read.format = outputFormat(arguments).value();
    const auto typed = arguments.value(u"protocol");
    if (!typed)
        return Arguments::Fault{Texts::tr("--protocol is missing.")};
    const auto protocol = protocolNamed(*typed);
    if (!protocol)
        return Arguments::Fault{Texts::tr("«%1» is no value for --%2.").arg(shown(*typed), u"protocol"_s)};
    if (const auto port = arguments.value(u"port")) {
        bool isNumber = false;
        const ushort value = port->toUShort(&isNumber);
        if (!isNumber || value == 0)
            return Arguments::Fault{Texts::tr("--%1 is a number from %2 to %3.").arg(u"port"_s).arg(1).arg(65535)};
        read.ownPort = value;
    }
    const QString host = arguments.value(u"host").value_or(QString());
    if (host.isEmpty())
        return Arguments::Fault{Texts::tr("--host is missing.")};
    const auto settings = settingsOf(*protocol, SecurityMode::Ssl, host, std::nullopt, {});
    if (!settings)
        return Arguments::Fault{describe(settings.error())};
    read.about = settings.value();
    read.trustFolder = arguments.value(u"trust").value_or(QString());
    return read;
}

Started runDetect(const Arguments& arguments, Console& console)
{
    auto read = parse(arguments);
    if (!read)
        return usageError(detectCommand, read.error().sentence, console);
    return std::make_unique<DetectJob>(std::move(read.value()), console);
}

} // namespace

const Command detectCommand{
    "detect",
    "--protocol smtp|imap|pop3 --host H [--port N] [--trust DIR] [--json]",
    QT_TRANSLATE_NOOP("cli", "Tries every security mode on the protocol's standard ports, and on the one given, without "
                             "signing in, and says which is the safest that works."),
    detectOptions,
    0,
    0,
    runDetect};

} // namespace stationer
