#pragma once

#include "connection/report.h"

namespace stationer::diagnosis {

/// What is known of a large provider's refusal: advice for people, empty where the table has nothing for this host and
/// answer.
QString providerAdvice(const Report& report);
/// Whether a host is where servers hand mail to each other, by its name: it has neither port 465 nor 587.
bool isMailExchanger(const QString& host);

} // namespace stationer::diagnosis
