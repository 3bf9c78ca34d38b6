#include "app/cli/command.h"
#include "app/cli/stationfile.h"
#include "app/cli/texts.h"
#include "catalogue/catalogue.h"
#include "catalogue/valuecheck.h"
#include "station/faulttext.h"
#include "station/slotname.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

bool isTypeName(const QString& type)
{
    static const QRegularExpression form(u"^[A-Za-z][A-Za-z0-9_]*:[A-Za-z][A-Za-z0-9_]*$"_s);
    return form.match(type).hasMatch() && !type.endsWith(u'\n');
}

/// TYPE with its module's name. `b` is what every station calls `baja`, and so do people; there is no module of that name.
QString fullType(const QString& given)
{
    return given.startsWith("b:"_L1) ? "baja:"_L1 + given.sliced(2) : given;
}

/// The name as it is to stand in the file: what a station accepts is taken, anything else is escaped first.
QString slotNameOf(const QString& given)
{
    return isSlotName(given) ? given : escapedSlotName(given);
}

/// Why this type cannot be added here; nothing where it can.
std::optional<QString> refusal(const Document& document, SlotId parent, const QString& type)
{
    if (!isTypeName(type))
        return Texts::tr("«%1» is not of the form module:Type, such as email:OutgoingAccount.").arg(shown(type));
    if (kindOfType(type) != ValueKind::Other)
        return Texts::tr("%1 is a value, not a component.").arg(type);
    if (!componentType(type))
        return std::nullopt;
    if (const auto fault = placementFault(document, parent, type))
        return shown(describe(*fault));
    return std::nullopt;
}

Started runAdd(const Arguments& arguments, Console& console)
{
    const QStringList& given = arguments.positionals();
    auto file = StationFile::openToEdit(given.at(0), console);
    if (!file)
        return file.error();
    Document& document = file.value().document;
    const auto parent = componentAt(document, given.at(1), file.value().path, console);
    if (!parent)
        return ExitStatus::Usage;
    const QString type = fullType(given.at(2));
    if (const auto reason = refusal(document, *parent, type))
        return usageError(addCommand, *reason, console);

    QString name;
    if (given.size() > 3) {
        name = slotNameOf(given.at(3));
        if (!isSlotName(name))
            return usageError(addCommand, Texts::tr("«%1» cannot be a name.").arg(shown(given.at(3))), console);
        if (document.child(*parent, name) != SlotId::None) {
            console.complain(Texts::tr("%1 has a slot named %2 already.").arg(shown(given.at(1)), name));
            return ExitStatus::Usage;
        }
    } else {
        name = document.freeName(*parent, type.section(u':', 1));
    }
    const auto edit = document.add(*parent, newComponent(type, name, Brings::Nothing));
    if (!edit) {
        console.complain(shown(describe(edit.error())));
        return ExitStatus::Usage;
    }
    document.apply(edit.value());
    const QString path = document.path(edit.value().subject());
    if (const ExitStatus status = file.value().save(console); status != ExitStatus::Done)
        return status;

    QStringList notes;
    if (!componentType(type))
        notes += Texts::tr("Stationer does not know the type %1; the station decides whether it takes it.").arg(type);
    if (isJson(arguments)) {
        console.print(QJsonObject{{u"path"_s, path}, {u"type"_s, type}, {u"notes"_s, QJsonArray::fromStringList(notes)}});
        return ExitStatus::Done;
    }
    console.print(shown(path));
    for (const QString& note : notes)
        console.note(Texts::tr("Note: %1").arg(note));
    return ExitStatus::Done;
}

constexpr Option addOptions[] = {{"json"}, {"format", "text|json"}};

} // namespace

const Command addCommand{
    "add",
    "FILE PARENT TYPE [NAME] [--json]",
    QT_TRANSLATE_NOOP("cli", "Adds a component under PARENT and prints its path. Without NAME it is named after its type."),
    addOptions,
    3,
    4,
    runAdd};

} // namespace stationer
