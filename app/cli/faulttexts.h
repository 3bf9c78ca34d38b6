#pragma once

#include "app/cli/exitstatus.h"
#include "catalogue/catalogue.h"
#include "station/fault.h"
#include "trust/allowedhosts.h"

#include <QString>

namespace stationer {

/// The sentences for what goes wrong with files and edits: what, where, what to do. Paths are as the user gave them.
QString sentenceOf(const OpenFault& fault, const QString& path);
QString sentenceOf(const SaveFault& fault, const QString& path);
QString sentenceOf(const TrustFileFault& fault);
QString sentenceOf(EditFault fault);
QString sentenceOf(PlacementFault fault);
QString sentenceOf(const DocumentRemark& remark);

/// What a fault of a trust file means for the script.
ExitStatus statusOf(const TrustFileFault& fault);

} // namespace stationer
