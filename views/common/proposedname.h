#pragma once

#include <QString>

namespace stationer {

/// A file's name, for a dialog to propose, that every file system takes and that leads to no other folder, made of text that
/// may be anybody's: `acme OutgoingAccount 2026-11-30`.
QString proposedName(const QString& text);

} // namespace stationer
