#pragma once

#include "connection/report.h"

namespace stationer::diagnosis {

/// What is known of a large provider's refusal: advice for people, empty where the table has nothing for this host and answer.
QString providerAdvice(const Report& report);

} // namespace stationer::diagnosis
