#pragma once

#include "station/fault.h"

#include <QString>

namespace stationer {

/// The sentences for what went wrong with a station file, translated: what, where, and what to do. Plain text.
QString describe(const OpenFault& fault, const QString& path);
QString describe(const SaveFault& fault, const QString& path);
QString describe(EditFault fault);
QString describe(const PasteFault& fault);
QString describe(const DocumentRemark& remark);

} // namespace stationer
