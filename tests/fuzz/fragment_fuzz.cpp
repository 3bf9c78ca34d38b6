// Any bytes as what is on the clipboard: pasted and undone, or refused; either way the station is what it was, and what comes of
// it opens again.

#include "catalogue/arranging.h"
#include "catalogue/genericslot.h"
#include "catalogue/references.h"

using namespace stationer;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const QByteArray xml = newStationXml();
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    static_cast<void>(Facets::parsed(QString::fromUtf8(bytes)));
    static_cast<void>(DynamicEnum::parsed(QString::fromUtf8(bytes)));
    auto opened = Document::fromXml(xml);
    if (!opened)
        __builtin_trap();
    Document document = std::move(opened).value();
    const auto plan = planPaste(document, document.find(u"/Services"), bytes);
    if (!plan)
        return document.isModified() ? (__builtin_trap(), 0) : 0;
    document.apply(plan.value().pasted.edit);
    static_cast<void>(References(document).dangling());
    auto again = Document::fromXml(document.xml());
    if (!again)
        __builtin_trap();
    const QByteArray copy = document.copied(plan.value().pasted.components);
    if (!Fragment::fromBog(copy))
        __builtin_trap();
    document.revert(plan.value().pasted.edit);
    if (document.xml() != xml)
        __builtin_trap();
    return 0;
}
