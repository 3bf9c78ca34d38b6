#include "app/cli/command.h"
#include "app/cli/stationfile.h"
#include "app/cli/texts.h"
#include "catalogue/catalogue.h"
#include "catalogue/references.h"
#include "station/faulttext.h"

#include <QJsonArray>

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

bool isWithin(const Document& document, SlotId slot, SlotId component)
{
    for (; slot != SlotId::None; slot = document.parent(slot))
        if (slot == component)
            return true;
    return false;
}

struct Orphan {
    QString path; ///< of the component whose emailAccount leads nowhere then
    QString account;
};

/// The references to accounts that go, from components that stay.
QList<Orphan> orphansOf(const Document& document, SlotId removed)
{
    QList<Orphan> orphans;
    for (const SlotId account : accounts(document)) {
        if (!isWithin(document, account, removed))
            continue;
        for (const SlotId reference : referencesTo(document, account))
            if (!isWithin(document, reference, removed))
                orphans += Orphan{document.path(document.parent(reference)), document.name(account)};
    }
    return orphans;
}

Started runRemove(const Arguments& arguments, Console& console)
{
    const auto format = outputFormat(arguments);
    if (!format)
        return usageError(removeCommand, format.error().sentence, console);
    auto file = StationFile::open(arguments.positionals().at(0), console);
    if (!file)
        return file.error();
    Document& document = file.value().document;
    const auto component = componentAt(document, arguments.positionals().at(1), file.value().path, console);
    if (!component)
        return ExitStatus::Usage;
    if (*component == document.root())
        return usageError(removeCommand, Texts::tr("The station itself cannot be removed."), console);

    const QString path = document.path(*component);
    const QList<Orphan> orphans = orphansOf(document, *component);
    const auto edit = document.remove(*component);
    if (!edit) {
        console.complain(shown(describe(edit.error())));
        return ExitStatus::Usage;
    }
    document.apply(edit.value());
    if (const ExitStatus status = file.value().save(console); status != ExitStatus::Done)
        return status;

    if (format.value() == OutputFormat::Json) {
        QJsonArray orphaned;
        for (const Orphan& orphan : orphans)
            orphaned += QJsonObject{{u"path"_s, orphan.path}, {u"emailAccount"_s, orphan.account}};
        console.print(QJsonObject{{u"path"_s, path}, {u"orphaned"_s, orphaned}});
        return ExitStatus::Done;
    }
    console.print(Texts::tr("Removed %1.").arg(shown(path)));
    for (const Orphan& orphan : orphans)
        console.print(
            Texts::tr("Note: %1 names the account %2, which is gone.").arg(shown(orphan.path), shown(orphan.account)));
    return ExitStatus::Done;
}

constexpr Option options[] = {{"json"}, {"format", "text|json"}};

} // namespace

const Command removeCommand{
    "remove",
    "FILE PATH [--json]",
    QT_TRANSLATE_NOOP("cli", "Removes a component with all that is in it, and names what referred to its accounts."),
    options,
    2,
    2,
    runRemove};

} // namespace stationer
