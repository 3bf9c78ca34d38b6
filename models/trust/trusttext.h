#pragma once

#include "trust/allowedhosts.h"
#include "trust/importer.h"

#include <QString>

namespace stationer {

/// Sentences for people about trust files and imports, translated. What to do comes with what is the case.
QString describe(const TrustFileFault& fault);
/// That a host and port has several rows in the list, and what becomes of them.
QString describeTwice(const Endpoint& host);
QString describe(ImportFault fault);
QString describe(const ImportFind& find);
/// An error in a few words; the whole sentences are the challenge's.
QString labelOf(TrustError error);

} // namespace stationer
