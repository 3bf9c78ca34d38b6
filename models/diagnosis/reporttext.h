#pragma once

#include "connection/report.h"

#include <QString>

namespace stationer {

/// The report for people, to be copied or saved; secrets are masked, the transcript is in it where wanted.
QString toText(const Report& report, bool withTranscript);
/// The same as a page in itself; `more` is text that stands behind the diagnosis, a paragraph a line.
QString toHtml(const Report& report, bool withTranscript, const QString& more = {});

} // namespace stationer
