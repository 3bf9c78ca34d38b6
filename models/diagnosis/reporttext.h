#pragma once

#include "connection/report.h"

#include <QString>

namespace stationer {

/// The report for people, to be copied or saved; secrets are masked, the transcript is in it where wanted.
QString toText(const Report& report, bool withTranscript);

} // namespace stationer
