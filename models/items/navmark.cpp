#include "items/navmark.h"

#include "catalogue/catalogue.h"
#include "prediction/stationwords.h"
#include "rows/certificateend.h"
#include "rows/sheetnote.h"
#include "session/lasttests.h"

#include <QCoreApplication>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

bool isGraver(Badge one, Badge other)
{
    return one == Badge::Fault ? other != Badge::Fault : one == Badge::Warning && other == Badge::None;
}

} // namespace

NavMark testMark(SlotId account, const LastTests& tests)
{
    const Badge tested = tests.badge(account);
    if (tested == Badge::None)
        return {};
    const bool isOpen = tested == Badge::Passed && tests.forecast(account) == Forecast::Unknown;
    return {isOpen ? Badge::PassedHere : tested, tests.line(account)};
}

NavMark stationMark(SlotId account, const LastTests& tests)
{
    const std::optional<StationVerdict> station = tests.isCurrent(account) ? tests.verdict(account) : std::nullopt;
    if (!station || tests.badge(account) == Badge::Failed || station->forecast == Forecast::Passes)
        return {};
    return {station->forecast == Forecast::Fails ? Badge::Failed : Badge::None, headlineOf(*station)};
}

NavMark valuesMark(const Document& document, SlotId component, const QList<Reference>& dangling)
{
    NavMark mark;
    if (!componentType(document.type(component)) && dangling.isEmpty())
        return mark;
    for (const SheetNote& note : sheetNotes(document, component, nullptr, nullptr, dangling))
        if (isGraver(note.badge, mark.badge))
            mark = {note.badge, note.text};
    return mark;
}

CertificateMark certificateMark(SlotId account, const LastTests& tests, const QDateTime& now)
{
    const std::optional<CertificateEnd> end = tests.certificateEnd(account, now);
    if (!end || end->badge() == Badge::None || !tests.isOfSameServer(account))
        return {};
    //: In the Nav tree: %1 is such as «12 days left», %2 such as «mail.example: valid until 2026-12-06»
    return {end->badge(), end->brief(),
            QCoreApplication::translate("nav", "Certificate: %1 (%2)").arg(end->text(), end->toolTip())};
}

QString handoverText(int openItems)
{
    if (openItems == 0)
        return {};
    return openItems == 1 ? QCoreApplication::translate("nav", "1 item on the handover sheet")
                          : QCoreApplication::translate("nav", "%1 items on the handover sheet").arg(openItems);
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
