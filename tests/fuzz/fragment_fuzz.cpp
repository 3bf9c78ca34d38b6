// Any bytes as what is on the clipboard: pasted and undone, or refused; either way the station is what it was, and what
// comes of it opens again.

#include "catalogue/arranging.h"
#include "catalogue/references.h"
#include "fuzz/entry.h"

using namespace stationer;

STATIONER_FUZZ_ENTRY(fragment, 20000)
{
    static const QByteArray xml = newStationXml();
    auto opened = Document::fromXml(xml);
    fuzz::require(bool(opened));
    Document document = std::move(opened).value();
    const auto plan = planPaste(document, document.find(u"/Services"), bytes);
    fuzz::require(!document.isModified());
    if (!plan)
        return;
    document.apply(plan.value().pasted.edit);
    const References references(document);
    DanglingSearch search(document, references);
    fuzz::require(search.advance(std::chrono::hours(1)));
    auto again = Document::fromXml(document.xml());
    fuzz::require(bool(again));
    const QByteArray copy = document.copied(plan.value().pasted.components);
    fuzz::require(bool(Fragment::fromBog(copy)));
    document.revert(plan.value().pasted.edit);
    fuzz::require(document.xml() == xml);
}
