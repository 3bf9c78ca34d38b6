// Any bytes as a zip: its XML is read or refused, within the limit, and put back so that it is read again.

#include "station/archive.h"

#include "station/document.h"

using namespace stationer;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    constexpr qsizetype limit = 1 << 20;
    const QByteArray zip(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (!archive::isZip(zip))
        return 0;
    ReadingProgress progress;
    const auto xml = archive::xml(zip, limit, progress);
    if (!xml)
        return 0;
    if (xml.value().size() > limit)
        __builtin_trap();
    static_cast<void>(Document::fromXml(xml.value()));
    if (const auto again = archive::withXml(zip, QByteArray("<bajaObjectGraph/>"))) {
        const auto read = archive::xml(again.value(), limit, progress);
        if (read && read.value() != "<bajaObjectGraph/>")
            __builtin_trap();
    }
    return 0;
}
