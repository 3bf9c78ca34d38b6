#pragma once

#include <QString>

namespace stationer {

/// What completes a command line in bash, made from the tables of the commands and their options.
QString bashCompletion();

} // namespace stationer
