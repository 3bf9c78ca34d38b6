#include "app/cli/command.h"
#include "app/cli/stationfile.h"
#include "app/cli/texts.h"
#include "catalogue/change.h"
#include "rows/sheetnote.h"
#include "rows/sheetrow.h"

#include <QJsonArray>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Boolean:
        return u"boolean"_s;
    case ValueKind::Integer:
        return u"integer"_s;
    case ValueKind::Port:
        return u"port"_s;
    case ValueKind::Double:
        return u"double"_s;
    case ValueKind::String:
        return u"string"_s;
    case ValueKind::RelTime:
        return u"relTime"_s;
    case ValueKind::AbsTime:
        return u"absTime"_s;
    case ValueKind::Enum:
        return u"enum"_s;
    case ValueKind::Password:
        return u"password"_s;
    case ValueKind::Ord:
        return u"ord"_s;
    case ValueKind::AccountName:
        return u"accountName"_s;
    case ValueKind::Bits:
        return u"bits"_s;
    case ValueKind::TimeRange:
        return u"timeRange"_s;
    case ValueKind::Other:
        return u"other"_s;
    }
    Q_UNREACHABLE();
}

/// What the file has; a value of two slots counts as one.
std::optional<QString> ownOf(const Document& document, const SheetRow& row)
{
    const bool isRange = row.kind == ValueKind::TimeRange && row.inFile != SlotId::None;
    return isRange ? row.value : document.value(row.inFile);
}

/// The value in force; nothing where it is unknown, or for a secret.
std::optional<QString> valueOf(const Document& document, const SheetRow& row)
{
    if (row.isSecret)
        return std::nullopt;
    const std::optional<QString> own = ownOf(document, row);
    return own ? own : row.defaultValue;
}

QString valueText(const Document& document, const SheetRow& row)
{
    if (row.isSecret)
        return document.value(row.inFile) ? Texts::tr("set") : Texts::tr("not set");
    if (row.isRunningStation)
        return Texts::tr("(known to the running station)");
    const std::optional<QString> value = valueOf(document, row);
    if (!value)
        return Texts::tr("(unknown)");
    return value->isEmpty() ? u"\"\""_s : shown(*value);
}

QString remark(const Document& document, const SheetRow& row)
{
    const std::optional<QString> own = ownOf(document, row);
    if (row.isSecret || row.isRunningStation || !own)
        return {};
    if (!row.defaultValue)
        return Texts::tr("in the file");
    return row.defaultValue == own ? Texts::tr("in the file, the default")
                                   : Texts::tr("in the file; the default is «%1»").arg(shown(*row.defaultValue));
}

void printText(const Document& document, const QList<SheetRow>& rows, Console& console)
{
    qsizetype slotWidth = 0;
    qsizetype labelWidth = 0;
    for (const SheetRow& row : rows) {
        slotWidth = qMax(slotWidth, shown(row.slot).size());
        labelWidth = qMax(labelWidth, shown(row.label).size());
    }
    for (const SheetRow& row : rows) {
        const QString note = remark(document, row);
        QString line = "  "_L1 + shown(row.slot).leftJustified(slotWidth) + "  "_L1 +
                       shown(row.label).leftJustified(labelWidth) + "  "_L1 + valueText(document, row);
        if (!note.isEmpty())
            line += u"  — "_s + note;
        console.print(line);
    }
}

QJsonValue orNull(const std::optional<QString>& text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

QJsonObject toJson(const Document& document, const SheetRow& row)
{
    const QString type = document.type(row.inFile);
    return {{u"slot"_s, row.slot},
            {u"label"_s, row.label},
            {u"kind"_s, nameOf(row.isSecret ? ValueKind::Password : row.kind)},
            {u"type"_s, type.isEmpty() ? QJsonValue() : QJsonValue(type)},
            {u"value"_s, orNull(valueOf(document, row))},
            {u"default"_s, orNull(row.defaultValue)},
            {u"isSet"_s, ownOf(document, row).has_value()},
            {u"readOnly"_s, row.isReadOnly},
            {u"flags"_s, document.flags(row.inFile)},
            {u"facets"_s, document.facets(row.inFile)}};
}

Started runShow(const Arguments& arguments, Console& console)
{
    const auto format = outputFormat(arguments);
    if (!format)
        return usageError(showCommand, format.error().sentence, console);
    auto file = StationFile::open(arguments.positionals().at(0), console, entryOf(arguments));
    if (!file)
        return file.error();
    const Document& document = file.value().document;
    const auto component = componentAt(document, arguments.positionals().at(1), file.value().path, console);
    if (!component)
        return ExitStatus::Usage;
    const QString path = document.path(*component);
    const QString type = document.type(*component);
    QList<SheetRow> rows = sheetRows(document, *component);
    rows.removeIf([](const SheetRow& row) { return row.isHidden && row.inFile == SlotId::None; }); // rare, and not there
    QList<SheetNote> notes = sheetNotes(document, *component, nullptr, nullptr);
    notes.removeIf([](const SheetNote& note) { return note.badge == Badge::Info; });
    if (format.value() == OutputFormat::Text) {
        console.print(shown(path) + "  "_L1 + shown(type));
        printText(document, rows, console);
        for (const SheetNote& note : std::as_const(notes))
            console.print(Texts::tr("Note: %1").arg(slotLabel(note.slot) + ": "_L1 + shown(note.text)));
        return ExitStatus::Done;
    }
    QJsonArray slotObjects;
    for (const SheetRow& row : std::as_const(rows))
        slotObjects += toJson(document, row);
    QJsonObject answer{
        {u"path"_s, path}, {u"type"_s, type.isEmpty() ? QJsonValue() : QJsonValue(type)}, {u"slots"_s, slotObjects}};
    QJsonArray noted;
    for (const SheetNote& note : std::as_const(notes))
        noted += QJsonObject{{u"slot"_s, note.slot}, {u"text"_s, note.text}};
    if (!noted.isEmpty())
        answer.insert(u"notes"_s, noted);
    console.print(answer);
    return ExitStatus::Done;
}

constexpr Option showOptions[] = {entryOption, {"json"}, {"format", "text|json"}};

} // namespace

const Command showCommand{"show",
                          "FILE PATH [--entry NAME] [--json]",
                          QT_TRANSLATE_NOOP("cli",
                                            "Shows the properties of a component: value in force, default, and whether it "
                                            "stands in the file. Passwords are never shown."),
                          showOptions,
                          2,
                          2,
                          runShow};

} // namespace stationer
