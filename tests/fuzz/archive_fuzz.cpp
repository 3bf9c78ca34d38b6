// Any bytes as a zip: its XML is read or refused, within the limit, and put back so that it is read again. Of a backup one
// station's file is read, one that the directory lists under that name; of several one is asked for.

#include "fuzz/entry.h"
#include "station/archive.h"
#include "station/document.h"

#include <QBuffer>

using namespace stationer;

STATIONER_FUZZ_ENTRY(archive, 8000)
{
    constexpr qsizetype limit = 1 << 20;
    if (!archive::isZip(bytes))
        return;
    ReadingProgress progress;
    QBuffer device;
    device.setData(bytes);
    device.open(QIODevice::ReadOnly);
    auto inside = archive::stationFileIn(device, {}, limit, progress);
    if (!inside && inside.error().kind == OpenFault::Kind::SeveralStations) {
        fuzz::require(inside.error().entries.size() > 1);
        inside = archive::stationFileIn(device, inside.error().entries.last(), limit, progress);
        fuzz::require(inside || inside.error().kind != OpenFault::Kind::NoSuchEntry);
    }
    if (inside && inside.value()) {
        fuzz::require(inside.value()->bytes.size() <= limit && inside.value()->entry.endsWith(u"config.bog"));
        static_cast<void>(archive::xml(inside.value()->bytes, qMin(limit, inside.value()->unfoldable), progress));
    }
    const auto xml = archive::xml(bytes, limit, progress);
    if (!xml)
        return;
    fuzz::require(xml.value().size() <= limit);
    static_cast<void>(Document::fromXml(xml.value()));
    if (const auto again = archive::withXml(bytes, QByteArray("<bajaObjectGraph/>"))) {
        const auto read = archive::xml(again.value(), limit, progress);
        fuzz::require(!read || read.value() == "<bajaObjectGraph/>");
    }
}
