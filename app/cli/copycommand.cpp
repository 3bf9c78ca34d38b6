#include "app/cli/command.h"
#include "app/cli/stationfile.h"
#include "app/cli/texts.h"
#include "catalogue/arranging.h"
#include "station/faulttext.h"

#include <QJsonArray>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

Started runCopy(const Arguments& arguments, Console& console)
{
    const QStringList& given = arguments.positionals();
    const auto out = arguments.value(u"out");
    if (!out)
        return usageError(copyCommand, Texts::tr("--out is missing: it names the file to write."), console);
    const auto file = StationFile::open(given.at(0), console, entryOf(arguments));
    if (!file)
        return file.error();
    const Document& document = file.value().document;
    QList<SlotId> components;
    for (const QString& path : given.sliced(1)) {
        const auto component = componentAt(document, path, file.value().path, console);
        if (!component)
            return ExitStatus::Usage;
        if (*component == document.root())
            return usageError(copyCommand, Texts::tr("The station itself cannot be pasted; name components in it."),
                              console);
        components += *component;
    }
    const auto saved = saveSelection(document, components, file.value().path, *out);
    if (!saved) {
        console.complain(shown(describe(saved.error(), *out)));
        return saved.error().kind == SaveFault::Kind::IsStation ? ExitStatus::Usage : ExitStatus::CannotWrite;
    }

    QStringList paths;
    for (const SlotId each : saved.value().components)
        paths += document.path(each);
    const QStringList& encoded = saved.value().encoded;
    if (isJson(arguments)) {
        console.print(QJsonObject{{u"out"_s, *out},
                                  {u"components"_s, QJsonArray::fromStringList(paths)},
                                  {u"encoded"_s, QJsonArray::fromStringList(encoded)}});
    } else {
        for (const QString& path : std::as_const(paths))
            console.print(shown(path));
        console.print(Texts::tr("Wrote %1.").arg(shown(*out)));
    }
    if (!encoded.isEmpty())
        console.note(Texts::tr("Note: encoded passwords were copied as they are and will probably not decode in another "
                               "station; type them in there: %1")
                         .arg(shown(encoded.join(", "_L1))));
    return ExitStatus::Done;
}

constexpr Option copyOptions[] = {{"out", "F"}, entryOption, {"json"}, {"format", "text|json"}};

} // namespace

const Command copyCommand{
    "copy",
    "FILE PATH… --out F [--entry NAME] [--json]",
    QT_TRANSLATE_NOOP("cli", "Writes these accounts alone to F, as a small station file that can be pasted into another "
                             "station, a running one too. Encoded passwords are copied as they are; another station will "
                             "probably not decode them."),
    copyOptions,
    2,
    std::numeric_limits<int>::max(),
    runCopy};

} // namespace stationer
