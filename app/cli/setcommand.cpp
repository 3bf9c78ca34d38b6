#include "app/cli/command.h"
#include "app/cli/stationfile.h"
#include "app/cli/texts.h"
#include "catalogue/accountslots.h"
#include "catalogue/catalogue.h"
#include "catalogue/change.h"
#include "rows/sheetnote.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

Result<QList<Assignment>, Arguments::Fault> assignmentsOf(const QStringList& words)
{
    QList<Assignment> assignments;
    for (const QString& word : words) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals <= 0)
            return Arguments::Fault{Texts::tr("«%1» is not of the form SLOT=VALUE.").arg(shown(word))};
        assignments += Assignment{word.first(equals), word.sliced(equals + 1)};
    }
    return assignments;
}

/// The slots that a coupled one follows, for «(with useSsl)»: those that moved of those that lead. Where none moved, the
/// file had both switches on, and the one named decides.
QString leaders(const Change& change, const QList<Assignment>& named)
{
    static const QStringList leading{useSslSlot, useStartTlsSlot, storeSlot, transportSlot};
    QStringList names;
    for (const Change::Moved& moved : change.moved)
        if (!moved.isCoupled && leading.contains(moved.slot))
            names += moved.slot;
    for (const Assignment& assignment : named)
        if (names.isEmpty() && leading.contains(assignment.slot))
            names += assignment.slot;
    return names.join(", "_L1);
}

QString lineOf(const Change::Moved& moved, const QString& leaders)
{
    const auto quoted = [](const QString& value) { return value.isEmpty() ? u"\"\""_s : shown(value); };
    const QString line = shown(moved.slot) + ": "_L1 + quoted(moved.before) + u" → "_s + quoted(moved.after);
    //: %1 is a change such as «port: 25 → 465», %2 the slots it follows
    return moved.isCoupled ? Texts::tr("%1 (with %2)").arg(line, leaders) : line;
}

/// What is to be said of the account as it then is, if the change touched what the port rules look at.
QStringList notesOn(const Document& document, SlotId component, const Change& change)
{
    static const QStringList ruled{portSlot, useSslSlot, useStartTlsSlot, storeSlot, transportSlot, accountSlot};
    const bool isRuled = std::any_of(change.moved.begin(), change.moved.end(),
                                     [](const Change::Moved& moved) { return ruled.contains(moved.slot); });
    QStringList notes;
    for (const SheetNote& note : isRuled ? portNotes(document, component) : QList<SheetNote>())
        notes += note.text + (note.remedyLabel.isEmpty() ? QString() : u" ["_s + note.remedyLabel + u']');
    return notes;
}

void printText(const Change& change, const QList<Assignment>& named, const QStringList& notes, Console& console)
{
    for (const Change::Moved& moved : change.moved)
        console.print(lineOf(moved, leaders(change, named)));
    for (const QString& note : notes)
        console.print(Texts::tr("Note: %1").arg(note));
}

QJsonObject toJson(const QString& path, const Change& change, const QStringList& notes)
{
    QJsonArray changes;
    for (const Change::Moved& moved : change.moved)
        changes += QJsonObject{{u"slot"_s, moved.slot},
                               {u"before"_s, moved.before},
                               {u"after"_s, moved.after},
                               {u"coupled"_s, moved.isCoupled}};
    return {{u"path"_s, path}, {u"changes"_s, changes}, {u"notes"_s, QJsonArray::fromStringList(notes)}};
}

/// The components that a path with `*` in its segments leads to. No slot name has a `*`: there it is escaped.
QList<SlotId> matching(const Document& document, const QString& pattern)
{
    if (!pattern.startsWith(u'/') || document.root() == SlotId::None)
        return {};
    QList<SlotId> found{document.root()};
    for (const QString& segment : pattern.split(u'/').sliced(1)) {
        const QRegularExpression form(
            QRegularExpression::anchoredPattern(QRegularExpression::escape(segment).replace(u"\\*"_s, u".*"_s)));
        QList<SlotId> next;
        for (const SlotId component : std::as_const(found)) {
            if (!segment.contains(u'*')) {
                if (const SlotId child = document.child(component, segment); child != SlotId::None)
                    next += child;
                continue;
            }
            for (const SlotId child : document.children(component)) {
                if (document.isComponent(child) && form.match(document.name(child)).hasMatch())
                    next += child;
            }
        }
        found = next;
    }
    found.removeIf([&document](SlotId slot) { return !document.isComponent(slot); });
    return found;
}

struct Planned {
    SlotId component = SlotId::None;
    QString path;
    Change change;
};

void printAll(const Document& document, const QList<Planned>& changes, const QList<Assignment>& named, bool isPattern,
              Console& console)
{
    for (const Planned& each : changes) {
        if (isPattern && each.change.moved.isEmpty())
            continue;
        if (isPattern)
            console.print(shown(each.path));
        printText(each.change, named, notesOn(document, each.component, each.change), console);
    }
}

Started runSet(const Arguments& arguments, Console& console)
{
    const auto format = outputFormat(arguments);
    if (!format)
        return usageError(setCommand, format.error().sentence, console);
    const auto assignments = assignmentsOf(arguments.positionals().sliced(2));
    if (!assignments)
        return usageError(setCommand, assignments.error().sentence, console);
    auto file = StationFile::openToEdit(arguments.positionals().at(0), console);
    if (!file)
        return file.error();
    Document& document = file.value().document;
    const QString& path = arguments.positionals().at(1);
    const bool isPattern = path.contains(u'*');
    QList<SlotId> components;
    if (isPattern) {
        components = matching(document, path);
        if (components.isEmpty()) {
            console.complain(Texts::tr("%1 has no component %2.").arg(shown(file.value().path), shown(path)));
            return ExitStatus::Usage;
        }
    } else {
        const auto component = componentAt(document, path, file.value().path, console);
        if (!component)
            return ExitStatus::Usage;
        components += *component;
    }
    const auto planned = planChanges(document, components, assignments.value());
    if (!planned) {
        const auto& [component, fault] = planned.error();
        const QString reason = shown(describe(fault, document, component));
        console.complain(components.size() == 1 ? reason : shown(document.path(component)) + ": "_L1 + reason);
        return ExitStatus::Usage;
    }
    QList<Planned> changes;
    for (const Changes::Each& each : planned.value().each)
        changes += Planned{each.component, document.path(each.component), each.change};
    const Edit& edit = planned.value().edit;

    document.apply(edit);
    const bool isChanged = !edit.isEmpty();
    const bool isDry = arguments.has(u"dry-run");
    if (isChanged && !isDry)
        if (const ExitStatus status = file.value().save(console); status != ExitStatus::Done)
            return status;
    if (format.value() == OutputFormat::Json) {
        QJsonArray objects;
        for (const Planned& each : std::as_const(changes))
            objects += toJson(each.path, each.change, notesOn(document, each.component, each.change));
        QJsonObject answer = isPattern ? QJsonObject{{u"path"_s, path}, {u"components"_s, objects}} : objects[0].toObject();
        answer.insert(u"saved"_s, isChanged && !isDry);
        console.print(answer);
        return ExitStatus::Done;
    }
    printAll(document, changes, assignments.value(), isPattern, console);
    const auto moves = [](const Planned& each) { return !each.change.moved.isEmpty(); };
    if (std::none_of(changes.cbegin(), changes.cend(), moves))
        console.print(isChanged ? Texts::tr("No value changes; what equals the default no longer stands in the file.")
                                : Texts::tr("Nothing changes; the file stays as it is."));
    if (isDry && isChanged)
        console.print(Texts::tr("Nothing was written: this was a dry run."));
    return ExitStatus::Done;
}

constexpr Option setOptions[] = {{"dry-run"}, {"json"}, {"format", "text|json"}};

} // namespace

const Command setCommand{
    "set",
    "FILE PATH SLOT=VALUE… [--dry-run] [--json]",
    QT_TRANSLATE_NOOP("cli",
                      "Sets properties of a component and prints what it changed. Values are in the file's encoding. Port "
                      "and security mode move together; the file as it was is kept as FILE.bak. A * in PATH stands for "
                      "any characters of a name: all those components are set, or none."),
    setOptions,
    3,
    std::numeric_limits<int>::max(),
    runSet};

} // namespace stationer
