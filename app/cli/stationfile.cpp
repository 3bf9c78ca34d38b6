#include "app/cli/stationfile.h"

#include "app/cli/shellword.h"
#include "app/cli/texts.h"
#include "handover/handoverfile.h"
#include "station/faulttext.h"
#include "trust/truststores.h"
#include "trust/trusttext.h"

#include <QFileInfo>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype remarksShown = 20;

bool asksForEntry(const OpenFault& fault)
{
    return fault.kind == OpenFault::Kind::SeveralStations || fault.kind == OpenFault::Kind::NoSuchEntry;
}

ExitStatus refused(const OpenFault& fault, const QString& path, const Console& console)
{
    console.complain(shown(describe(fault, path)));
    if (!asksForEntry(fault))
        return ExitStatus::CannotRead;
    console.note(Texts::tr("Choose one with an option:"));
    for (const QString& entry : fault.entries)
        console.note("  --entry "_L1 + shown(quotedWord(entry)));
    return ExitStatus::Usage;
}

StationFile taken(Container::Opened opened, const QString& path, const Console& console)
{
    StationFile file{path, std::move(opened.container), std::move(opened.document)};
    const QList<DocumentRemark> remarks = file.document.remarks();
    for (const DocumentRemark& remark : remarks.first(qMin(remarks.size(), remarksShown)))
        console.note(shown(path) + ": "_L1 + shown(describe(remark)));
    if (remarks.size() > remarksShown)
        console.note(Texts::tr("%1: %2 more remarks of this kind.").arg(shown(path)).arg(remarks.size() - remarksShown));
    return file;
}

} // namespace

Result<StationFile, ExitStatus> StationFile::open(const QString& path, const Console& console, const QString& entry)
{
    auto opened = Container::open(path, nullptr, entry);
    if (!opened)
        return refused(opened.error(), path, console);
    if (!entry.isEmpty() && opened.value().container.entry().isEmpty())
        console.note(Texts::tr("%1 is no backup; --entry says nothing of it.").arg(shown(path)));
    return taken(std::move(opened).value(), path, console);
}

Result<StationFile, ExitStatus> StationFile::openToEdit(const QString& path, const Console& console)
{
    auto opened = Container::open(path);
    if (opened ? !opened.value().container.entry().isEmpty() : asksForEntry(opened.error())) {
        console.complain(shown(describe(SaveFault{SaveFault::Kind::IsBackup, {}}, path)));
        return ExitStatus::CannotWrite;
    }
    if (!opened)
        return refused(opened.error(), path, console);
    return taken(std::move(opened).value(), path, console);
}

ExitStatus StationFile::save(const Console& console)
{
    const TrustFolder folder(securityFolderOf(path), TrustRecord::standardFolder());
    const bool hasFolder = QFileInfo(folder.path()).isDir();
    const bool isKept = hasFolder || document.openedXml().size() <= HandoverFile::LargestXml;
    const QByteArray before = isKept ? document.openedXml() : QByteArray();
    const QByteArray after = isKept ? document.xml() : QByteArray();
    const auto noteForHandover = [&] {
        const auto fault = changeHandover(folder, [&](HandoverFile& file) { file.noteSaving(before, after); });
        if (fault)
            console.note(shown(describe(*fault))); // no reason not to save
    };
    // Before it is written, so that nothing that ends the program in between makes it another's; a folder is made for a file
    // that was.
    if (hasFolder && after != before)
        noteForHandover();
    if (const auto fault = container.save(document, path)) {
        console.complain(shown(describe(*fault, path)));
        return ExitStatus::CannotWrite;
    }
    document.markSaved();
    if (!hasFolder && after != before)
        noteForHandover();
    return ExitStatus::Done;
}

QString entryOf(const Arguments& arguments)
{
    return arguments.value(u"entry").value_or(QString());
}

std::optional<SlotId> componentAt(const Document& document, const QString& path, const QString& file, const Console& console)
{
    const SlotId slot = path == "/"_L1 ? document.root() : document.find(path);
    if (slot == SlotId::None) {
        console.complain(Texts::tr("%1 has no component %2.").arg(shown(file), shown(path)));
        return std::nullopt;
    }
    if (!document.isComponent(slot)) {
        console.complain(Texts::tr("%1 is a value, not a component.").arg(shown(path)));
        return std::nullopt;
    }
    return slot;
}

} // namespace stationer
