#include "app/cli/command.h"
#include "app/cli/componentrows.h"
#include "app/cli/stationfile.h"
#include "app/cli/texts.h"

#include <QJsonArray>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

QString valueText(const ComponentRow& row)
{
    if (row.isSecret)
        return row.isSet ? Texts::tr("set") : Texts::tr("not set");
    if (row.isRunningStation)
        return Texts::tr("(known to the running station)");
    if (!row.value)
        return Texts::tr("(unknown)");
    return row.value->isEmpty() ? u"\"\""_s : shown(*row.value);
}

QString remark(const ComponentRow& row)
{
    if (row.isSecret || row.isRunningStation || !row.isSet)
        return {};
    if (!row.defaultValue)
        return Texts::tr("in the file");
    return row.defaultValue == row.value ? Texts::tr("in the file, the default")
                                         : Texts::tr("in the file; the default is «%1»").arg(shown(*row.defaultValue));
}

void printText(const QList<ComponentRow>& rows, Console& console)
{
    qsizetype slotWidth = 0;
    qsizetype labelWidth = 0;
    for (const ComponentRow& row : rows) {
        slotWidth = qMax(slotWidth, shown(row.slot).size());
        labelWidth = qMax(labelWidth, shown(row.label).size());
    }
    for (const ComponentRow& row : rows) {
        const QString note = remark(row);
        QString line = "  "_L1 + shown(row.slot).leftJustified(slotWidth) + "  "_L1 +
                       shown(row.label).leftJustified(labelWidth) + "  "_L1 + valueText(row);
        if (!note.isEmpty())
            line += u"  — "_s + note;
        console.print(line);
    }
}

QJsonValue orNull(const std::optional<QString>& text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

QJsonObject toJson(const ComponentRow& row)
{
    return {{u"slot"_s, row.slot},           {u"label"_s, row.label},
            {u"kind"_s, row.kind},           {u"type"_s, row.type.isEmpty() ? QJsonValue() : QJsonValue(row.type)},
            {u"value"_s, orNull(row.value)}, {u"default"_s, orNull(row.defaultValue)},
            {u"isSet"_s, row.isSet},         {u"readOnly"_s, row.isReadOnly},
            {u"flags"_s, row.flags},         {u"facets"_s, row.facets}};
}

Started runShow(const Arguments& arguments, Console& console)
{
    const auto format = outputFormat(arguments);
    if (!format)
        return usageError(showCommand, format.error().sentence, console);
    auto file = StationFile::open(arguments.positionals().at(0), console);
    if (!file)
        return file.error();
    const Document& document = file.value().document;
    const auto component = componentAt(document, arguments.positionals().at(1), file.value().path, console);
    if (!component)
        return ExitStatus::Usage;
    const QString path = document.path(*component);
    const QString type = document.type(*component);
    const QList<ComponentRow> rows = componentRows(document, *component);
    if (format.value() == OutputFormat::Text) {
        console.print(shown(path) + "  "_L1 + shown(type));
        printText(rows, console);
        return ExitStatus::Done;
    }
    QJsonArray slotObjects;
    for (const ComponentRow& row : rows)
        slotObjects += toJson(row);
    console.print(QJsonObject{
        {u"path"_s, path}, {u"type"_s, type.isEmpty() ? QJsonValue() : QJsonValue(type)}, {u"slots"_s, slotObjects}});
    return ExitStatus::Done;
}

constexpr Option showOptions[] = {{"json"}, {"format", "text|json"}};

} // namespace

const Command showCommand{"show",
                          "FILE PATH [--json]",
                          QT_TRANSLATE_NOOP("cli",
                                            "Shows the properties of a component: value in force, default, and whether it "
                                            "stands in the file. Passwords are never shown."),
                          showOptions,
                          2,
                          2,
                          runShow};

} // namespace stationer
