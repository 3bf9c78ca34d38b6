#include "app/cli/command.h"
#include "app/cli/stationtrust.h"
#include "app/cli/texts.h"
#include "app/cli/trustactions.h"
#include "trust/trusttext.h"

#include <QFileInfo>

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

const TrustAction* actionNamed(const QString& name)
{
    for (const auto actions : {userTrustStoreActions(), allowedHostsActions(), adoptAction()})
        for (const TrustAction& action : actions)
            if (name == QLatin1StringView(action.name))
                return &action;
    return nullptr;
}

/// An option that belongs to another action.
std::optional<QString> strangeOption(const TrustAction& action, const Arguments& arguments)
{
    for (const QString& name : arguments.names()) {
        const bool isOwn = std::any_of(action.options.begin(), action.options.end(),
                                       [&](const char* own) { return name == QLatin1StringView(own); });
        if (!isOwn && name != "json"_L1 && name != "format"_L1)
            return name;
    }
    return std::nullopt;
}

std::optional<ExportFormat> exportFormat(const TrustAction& action, const QString& named)
{
    if (QLatin1StringView(action.name) != "export"_L1)
        return std::nullopt;
    if (named == "pem"_L1)
        return ExportFormat::Pem;
    if (named == "der"_L1)
        return ExportFormat::Der;
    return named == "pkcs7"_L1 ? std::optional(ExportFormat::Pkcs7) : std::nullopt;
}

Started runTrust(const Arguments& arguments, Console& console)
{
    const QStringList& given = arguments.positionals();
    const TrustAction* const action = actionNamed(given.at(1));
    if (!action)
        return trustUsageError(Texts::tr("There is no action «%1».").arg(shown(given.at(1))), console);
    if (const auto strange = strangeOption(*action, arguments))
        return trustUsageError(Texts::tr("%1 takes no option --%2.").arg(given.at(1), *strange), console);
    const QString& path = given.at(0);
    TrustOrder order{{path, TrustRecord::standardFolder()}, given.sliced(2), arguments, OutputFormat::Text};
    order.exportFormat = exportFormat(*action, arguments.value(u"format").value_or(QString()));
    if (order.exportFormat) {
        order.format = arguments.has(u"json") ? OutputFormat::Json : OutputFormat::Text;
    } else {
        const auto format = outputFormat(arguments);
        if (!format)
            return usageError(trustCommand, format.error().sentence, console);
        order.format = format.value();
    }
    if (order.given.size() < action->fewest)
        return trustUsageError(Texts::tr("Something is missing."), console);
    if (order.given.size() > action->most)
        return trustUsageError(Texts::tr("«%1» is one too many.").arg(shown(order.given.at(action->most))), console);
    const QFileInfo folder(path);
    if (folder.exists() && !folder.isDir()) {
        console.complain(Texts::tr("%1 is a file; a .security folder is needed.").arg(shown(path)));
        return ExitStatus::CannotRead;
    }
    if (!folder.exists() && !action->makesFolder)
        console.note(Texts::tr("Note: there is no folder %1 yet.").arg(shown(path)));
    return action->run(order, console);
}

constexpr Option trustOptions[] = {{"alias", "A"},
                                   {"out", "F"},
                                   {"errors", "CODE,…"},
                                   {"chain", "F"},
                                   {"password-file", "F"},
                                   {"json"},
                                   {"format", "text|json|pem|der|pkcs7"}};

} // namespace

ExitStatus trustUsageError(const QString& sentence, const Console& console)
{
    return usageError(trustCommand, sentence, console);
}

ExitStatus trustFault(const TrustFileFault& fault, const TrustOrder& order, const Console& console)
{
    console.complain(shown(describe(fault)));
    if (fault.kind == TrustFileFault::Kind::NotTakenOver || fault.kind == TrustFileFault::Kind::WritableByOthers)
        console.note(howToTakeOver(order.folder));
    return statusOf(fault);
}

const Command trustCommand{
    "trust",
    "DIR list | import FILE… [--alias A] [--password-file F] | remove ALIAS\n"
    "DIR export ALIAS [--out F] [--format pem|der|pkcs7]\n"
    "DIR hosts | allow HOST:PORT SHA256 --errors CODE,… [--chain F] | reject HOST:PORT SHA256 | forget HOST:PORT | prune\n"
    "DIR adopt",
    QT_TRANSLATE_NOOP("cli",
                      "Shows and changes whom a station's tests trust; DIR is the .security folder beside its file. The "
                      "first two lines are the User Trust Store, the third the Allowed Hosts list. What came with a "
                      "station from elsewhere counts once it is adopted: look at it before."),
    trustOptions,
    2,
    std::numeric_limits<int>::max(),
    runTrust};

} // namespace stationer
