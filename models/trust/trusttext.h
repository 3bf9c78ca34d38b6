#pragma once

#include "trust/allowedhosts.h"
#include "trust/importer.h"

#include <QString>

namespace stationer {

/// Sentences for people about trust files and imports, translated. What to do comes with what is the case.
QString describe(const TrustFileFault& fault);
QString describe(ImportFault fault);
QString describe(const ImportFind& find);

} // namespace stationer
