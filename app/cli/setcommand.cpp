#include "app/cli/command.h"
#include "app/cli/stationfile.h"
#include "app/cli/texts.h"
#include "catalogue/catalogue.h"
#include "catalogue/change.h"

#include <QJsonArray>

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
    static const QStringList leading{u"useSsl"_s, u"useStartTls"_s, u"store"_s, u"transport"_s};
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
    static const QStringList ruled{u"port"_s, u"useSsl"_s, u"useStartTls"_s, u"store"_s, u"transport"_s, u"account"_s};
    const bool isRuled = std::any_of(change.moved.begin(), change.moved.end(),
                                     [](const Change::Moved& moved) { return ruled.contains(moved.slot); });
    const std::optional<PortState> state = isRuled ? portState(document, component) : std::nullopt;
    if (!state)
        return {};
    QStringList notes;
    const bool hasUserName = !effectiveValue(document, component, u"account").value_or(QString()).isEmpty();
    for (const PortRemark& remark : portRemarks(*state, hasUserName)) {
        const QString remedy = remedyLabel(remark, *state);
        notes += describe(remark, *state) + (remedy.isEmpty() ? QString() : u" ["_s + remedy + u']');
    }
    return notes;
}

void printText(const Change& change, const QList<Assignment>& named, const QStringList& notes, Console& console)
{
    for (const Change::Moved& moved : change.moved)
        console.print(lineOf(moved, leaders(change, named)));
    for (const QString& note : notes)
        console.print(Texts::tr("Note: %1").arg(note));
}

void printJson(const QString& path, const Change& change, const QStringList& notes, bool isSaved, Console& console)
{
    QJsonArray changes;
    for (const Change::Moved& moved : change.moved)
        changes += QJsonObject{{u"slot"_s, moved.slot},
                               {u"before"_s, moved.before},
                               {u"after"_s, moved.after},
                               {u"coupled"_s, moved.isCoupled}};
    console.print(QJsonObject{
        {u"path"_s, path}, {u"changes"_s, changes}, {u"notes"_s, QJsonArray::fromStringList(notes)}, {u"saved"_s, isSaved}});
}

Started runSet(const Arguments& arguments, Console& console)
{
    const auto format = outputFormat(arguments);
    if (!format)
        return usageError(setCommand, format.error().sentence, console);
    const auto assignments = assignmentsOf(arguments.positionals().sliced(2));
    if (!assignments)
        return usageError(setCommand, assignments.error().sentence, console);
    auto file = StationFile::open(arguments.positionals().at(0), console);
    if (!file)
        return file.error();
    Document& document = file.value().document;
    const auto component = componentAt(document, arguments.positionals().at(1), file.value().path, console);
    if (!component)
        return ExitStatus::Usage;
    const auto change = planChange(document, *component, assignments.value());
    if (!change) {
        console.complain(describe(change.error()));
        return ExitStatus::Usage;
    }

    document.apply(change.value().edit);
    const bool isChanged = !change.value().edit.isEmpty();
    const bool isDry = arguments.has(u"dry-run");
    if (isChanged && !isDry)
        if (const ExitStatus status = file.value().save(console); status != ExitStatus::Done)
            return status;
    const QStringList notes = notesOn(document, *component, change.value());
    if (format.value() == OutputFormat::Json) {
        printJson(document.path(*component), change.value(), notes, isChanged && !isDry, console);
        return ExitStatus::Done;
    }
    printText(change.value(), assignments.value(), notes, console);
    if (change.value().moved.isEmpty())
        console.print(isChanged ? Texts::tr("No value changes; what equals the default no longer stands in the file.")
                                : Texts::tr("Nothing changes; the file stays as it is."));
    if (isDry && isChanged)
        console.print(Texts::tr("Nothing was written: this was a dry run."));
    return ExitStatus::Done;
}

constexpr Option options[] = {{"dry-run"}, {"json"}, {"format", "text|json"}};

} // namespace

const Command setCommand{
    "set",
    "FILE PATH SLOT=VALUE… [--dry-run] [--json]",
    QT_TRANSLATE_NOOP("cli",
                      "Sets properties of a component and prints what it changed. Values are in the file's encoding. Port "
                      "and security mode move together; the file as it was is kept as FILE.bak."),
    options,
    3,
    std::numeric_limits<int>::max(),
    runSet};

} // namespace stationer
