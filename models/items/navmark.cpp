#include "items/navmark.h"

#include "catalogue/catalogue.h"
#include "rows/certificateend.h"
#include "rows/sheetnote.h"
#include "session/lasttests.h"

#include <QCoreApplication>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

/// The graver badge is shown: what is wrong with the values, then what the last test found.
int gravity(Badge badge)
{
    switch (badge) {
    case Badge::None:
        return 0;
    case Badge::Info:
        return 1;
    case Badge::Passed:
        return 2;
    case Badge::Warning:
        return 3;
    case Badge::Challenged:
        return 4;
    case Badge::Failed:
        return 5;
    case Badge::Fault:
        return 6;
    }
    Q_UNREACHABLE();
}

} // namespace

NavMark navMark(const Document& document, SlotId slot, const LastTests& tests, const QList<Reference>& dangling)
{
    NavMark mark;
    if (const Badge tested = tests.badge(slot); tested != Badge::None)
        mark = {tested, tests.line(slot)};
    if (!componentType(document.type(slot)) && dangling.isEmpty())
        return mark;
    for (const SheetNote& note : sheetNotes(document, slot, nullptr, nullptr, dangling))
        if (note.badge != Badge::Info && gravity(note.badge) > gravity(mark.badge))
            mark = {note.badge, note.text};
    return mark;
}

CertificateMark certificateMark(SlotId account, const LastTests& tests, const QDateTime& now)
{
    const Report* report = tests.report(account);
    const std::optional<CertificateEnd> end = report ? certificateEnd(*report, now) : std::nullopt;
    if (!end || end->badge() == Badge::None || !tests.isOfSameServer(account))
        return {};
    //: In the Nav tree: %1 is such as «12 days left», %2 such as «mail.example: valid until 2026-12-06»
    return {end->badge(), end->brief(),
            QCoreApplication::translate("nav", "Certificate: %1 (%2)").arg(end->text(), end->toolTip())};
}

QString navIcon(const Document& document, SlotId slot)
{
    if (slot == document.root())
        return u"station"_s;
    const QString type = document.type(slot);
    if (const ComponentType* known = componentType(type))
        return QString::fromLatin1(known->icon);
    if (type.endsWith("Service"_L1))
        return u"service"_s;
    return type.endsWith("Folder"_L1) ? u"folder"_s : u"component"_s;
}

} // namespace stationer
