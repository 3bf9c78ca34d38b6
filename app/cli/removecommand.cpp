#include "app/cli/command.h"
#include "app/cli/stationfile.h"
#include "app/cli/texts.h"
#include "catalogue/catalogue.h"
#include "catalogue/references.h"
#include "station/faulttext.h"

#include <QJsonArray>
#include <QSet>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

QString kindName(Reference::Kind kind)
{
    switch (kind) {
    case Reference::Kind::AccountName:
        return u"emailAccount"_s;
    case Reference::Kind::Handle:
        return u"handle"_s;
    case Reference::Kind::SlotPath:
        return u"slotPath"_s;
    }
    return {};
}

struct Orphan {
    QString path; ///< of the component whose slot leads nowhere then
    QString slot;
    Reference reference;
};

/// What leads into the component from outside, as paths that are good when it is gone.
QList<Orphan> orphansOf(const Document& document, SlotId removed)
{
    QSet<QString> staying; // an account of the same name may stay
    for (const SlotId account : accounts(document))
        if (!document.isWithin(account, removed))
            staying.insert(document.name(account));
    QList<Orphan> orphans;
    for (const Reference& each : References(document).into({removed})) {
        if (each.kind != Reference::Kind::AccountName || !staying.contains(each.text))
            orphans += Orphan{document.path(document.parent(each.slot)), document.name(each.slot), each};
    }
    return orphans;
}

Started runRemove(const Arguments& arguments, Console& console)
{
    auto file = StationFile::openToEdit(arguments.positionals().at(0), console);
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

    if (isJson(arguments)) {
        QJsonArray orphaned, references;
        for (const Orphan& orphan : orphans) {
            if (orphan.reference.kind == Reference::Kind::AccountName)
                orphaned += QJsonObject{{u"path"_s, orphan.path}, {u"emailAccount"_s, orphan.reference.text}};
            references += QJsonObject{{u"path"_s, orphan.path},
                                      {u"slot"_s, orphan.slot},
                                      {u"kind"_s, kindName(orphan.reference.kind)},
                                      {u"value"_s, orphan.reference.text}};
        }
        console.print(QJsonObject{{u"path"_s, path}, {u"orphaned"_s, orphaned}, {u"references"_s, references}});
        return ExitStatus::Done;
    }
    console.print(Texts::tr("Removed %1.").arg(shown(path)));
    for (const Orphan& orphan : orphans) {
        if (orphan.reference.kind == Reference::Kind::AccountName)
            console.print(Texts::tr("Note: %1 names the account %2, which is gone.")
                              .arg(shown(orphan.path), shown(orphan.reference.text)));
        else //: %1 is the path of a slot, %2 its value, a link
            console.print(Texts::tr("Note: %1 led into it: %2")
                              .arg(shown(orphan.path + u'/' + orphan.slot), shown(orphan.reference.text)));
    }
    return ExitStatus::Done;
}

constexpr Option removeOptions[] = {{"json"}, {"format", "text|json"}};

} // namespace

const Command removeCommand{
    "remove",
    "FILE PATH [--json]",
    QT_TRANSLATE_NOOP("cli",
                      "Removes a component with all that is in it, and names what referred to it or to its accounts."),
    removeOptions,
    2,
    2,
    runRemove};

} // namespace stationer
