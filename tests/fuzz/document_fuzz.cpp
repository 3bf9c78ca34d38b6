// Any bytes as a station file: opened or refused, then edited, undone and written back without a difference.

#include "fuzz/entry.h"
#include "station/document.h"

using namespace stationer;

STATIONER_FUZZ_ENTRY(document, 40000)
{
    auto opened = Document::fromXml(bytes);
    if (!opened)
        return;
    Document& document = opened.value();
    fuzz::require(document.xml() == bytes);
    if (const auto edit = document.setValue(document.root(), QStringLiteral("hostname"), QStringLiteral("a<b&'\"\n"))) {
        document.apply(edit.value());
        fuzz::require(bool(Document::fromXml(document.xml())));
        document.revert(edit.value());
    }
    for (const SlotId child : document.children(document.root())) {
        if (const auto edit = document.remove(child)) {
            document.apply(edit.value());
            fuzz::require(bool(Document::fromXml(document.xml())));
            document.revert(edit.value());
        }
    }
    fuzz::require(document.xml() == bytes);
}
