// Any bytes as a zip: its XML is read or refused, within the limit, and put back so that it is read again.

#include "fuzz/entry.h"
#include "station/archive.h"
#include "station/document.h"

using namespace stationer;

STATIONER_FUZZ_ENTRY(archive, 8000)
{
    constexpr qsizetype limit = 1 << 20;
    if (!archive::isZip(bytes))
        return;
    ReadingProgress progress;
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
