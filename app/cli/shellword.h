#pragma once

#include <QString>

namespace stationer {

/// A word as a POSIX shell takes it back.
QString quotedWord(const QString& word);

} // namespace stationer
