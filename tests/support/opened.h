#pragma once

#include "station/document.h"

namespace stationer {

/// The document of XML that a test wrote or has from a file that can be opened.
inline Document opened(const QByteArray& xml)
{
    auto document = Document::fromXml(xml);
    if (!document)
        qFatal("the test's XML is refused, line %lld: %s", static_cast<long long>(document.error().line),
               qPrintable(document.error().detail));
    return std::move(document).value();
}

} // namespace stationer
