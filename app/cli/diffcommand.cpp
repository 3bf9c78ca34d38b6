#include "app/cli/command.h"
#include "app/cli/stationfile.h"
#include "app/cli/texts.h"
#include "station/difference.h"

#include <QJsonArray>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

using Kind = Difference::Kind;

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return u"added"_s;
    case Kind::Removed:
        return u"removed"_s;
    case Kind::Value:
        return u"value"_s;
    case Kind::Type:
        return u"type"_s;
    case Kind::Flags:
        return u"flags"_s;
    case Kind::Facets:
        return u"facets"_s;
    case Kind::Handle:
        return u"handle"_s;
    case Kind::Renamed:
        return u"renamed"_s;
    case Kind::Moved:
        return u"moved"_s;
    case Kind::Reordered:
        return u"reordered"_s;
    }
    return {};
}

QString pathOf(const Difference& difference)
{
    return (difference.path == "/"_L1 ? QString() : difference.path) + u'/' + difference.slot;
}

QString textOf(const std::optional<QString>& value)
{
    if (!value)
        return Texts::tr("(none)");
    return value->isEmpty() ? u"\"\""_s : shown(*value);
}

QString lineOf(const Difference& difference)
{
    const QString path = shown(pathOf(difference));
    const QString change = difference.isSecret ? Texts::tr("(encoded, not shown)")
                                               : textOf(difference.before) + u" → "_s + textOf(difference.after);
    const auto with = [&](const std::optional<QString>& value) {
        if (difference.isSecret)
            return path + " = "_L1 + Texts::tr("(encoded, not shown)");
        return value ? path + " = "_L1 + textOf(value) : path;
    };
    switch (difference.kind) {
    case Kind::Added:
        return "+ "_L1 + with(difference.after);
    case Kind::Removed:
        return "- "_L1 + with(difference.before);
    case Kind::Value:
        return "~ "_L1 + path + ": "_L1 + change;
    case Kind::Type:
        return "~ "_L1 + path + u' ' + Texts::tr("(type)") + ": "_L1 + change;
    case Kind::Flags:
        return "~ "_L1 + path + u' ' + Texts::tr("(flags)") + ": "_L1 + change;
    case Kind::Facets:
        return "~ "_L1 + path + u' ' + Texts::tr("(facets)") + ": "_L1 + change;
    case Kind::Handle:
        return "~ "_L1 + path + u' ' + Texts::tr("(handle)") + ": "_L1 + change;
    case Kind::Renamed:
        return "> "_L1 + path + u' ' + Texts::tr("(renamed from %1)").arg(textOf(difference.before));
    case Kind::Moved:
        return "> "_L1 + path + u' ' + Texts::tr("(moved from %1)").arg(textOf(difference.before));
    case Kind::Reordered:
        return "> "_L1 + path + u' ' + Texts::tr("(changed places)");
    }
    return {};
}

QJsonValue textOrNull(const std::optional<QString>& text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

Started runDiff(const Arguments& arguments, Console& console)
{
    const bool isUnified = arguments.has(u"unified");
    if (isUnified && isJson(arguments))
        return usageError(diffCommand, Texts::tr("--unified prints text; it cannot be JSON."), console);
    const QStringList& given = arguments.positionals();
    const auto before = StationFile::open(given.at(0), console, entryOf(arguments));
    if (!before)
        return before.error();
    const auto after = StationFile::open(given.at(1), console, entryOf(arguments));
    if (!after)
        return after.error();
    const Document& former = before.value().document;
    const Document& now = after.value().document;
    if (isUnified) {
        const QByteArray text = unifiedDifference(former.openedXml(), now.openedXml(), given.at(0), given.at(1));
        QByteArrayList lines = text.split('\n');
        lines.removeLast(); // behind the last line end
        for (const QByteArray& line : lines)
            console.print(shown(QString::fromUtf8(line.endsWith('\r') ? line.chopped(1) : line)));
        return ExitStatus::Done;
    }
    const QList<Difference> found = differences(former, now);
    if (isJson(arguments)) {
        QJsonArray array;
        for (const Difference& each : found)
            array += QJsonObject{{u"kind"_s, nameOf(each.kind)},
                                 {u"path"_s, each.path},
                                 {u"slot"_s, each.slot},
                                 {u"component"_s, each.isComponent},
                                 {u"before"_s, textOrNull(each.before)},
                                 {u"after"_s, textOrNull(each.after)},
                                 {u"secret"_s, each.isSecret}};
        console.print(QJsonObject{{u"before"_s, given.at(0)},
                                  {u"after"_s, given.at(1)},
                                  {u"identical"_s, former.openedXml() == now.openedXml()},
                                  {u"differences"_s, array}});
        return ExitStatus::Done;
    }
    for (const Difference& each : found)
        console.print(lineOf(each));
    if (found.isEmpty())
        console.print(former.openedXml() == now.openedXml()
                          ? Texts::tr("The files hold the same.")
                          : Texts::tr("The stations are the same; only how the files are written differs."));
    return ExitStatus::Done;
}

constexpr Option diffOptions[] = {{"unified"}, entryOption, {"json"}, {"format", "text|json"}};

} // namespace

const Command diffCommand{
    "diff",
    "FILE FILE [--unified] [--entry NAME] [--json]",
    QT_TRANSLATE_NOOP("cli",
                      "Shows what leads from one station to the other, slot by slot, or with --unified line by line of "
                      "the XML. What is encoded is never shown."),
    diffOptions,
    2,
    2,
    runDiff};

} // namespace stationer
