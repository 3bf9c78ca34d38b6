// Any bytes as a station file: opened or refused, then edited, undone and written back without a difference.

#include "station/document.h"

using namespace stationer;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray xml(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    auto opened = Document::fromXml(xml);
    if (!opened)
        return 0;
    Document& document = opened.value();
    if (document.xml() != xml)
        __builtin_trap();
    if (const auto edit = document.setValue(document.root(), QStringLiteral("hostname"), QStringLiteral("a<b&'\"\n"))) {
        document.apply(edit.value());
        if (!Document::fromXml(document.xml()))
            __builtin_trap();
        document.revert(edit.value());
    }
    for (const SlotId child : document.children(document.root())) {
        if (const auto edit = document.remove(child)) {
            document.apply(edit.value());
            if (!Document::fromXml(document.xml()))
                __builtin_trap();
            document.revert(edit.value());
        }
    }
    if (document.xml() != xml)
        __builtin_trap();
    return 0;
}
