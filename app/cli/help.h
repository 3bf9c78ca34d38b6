#pragma once

#include "app/cli/command.h"

#include <QString>

namespace stationer {

QString helpOfAll();
QString helpOf(const Command& command);
QString shortUsage();
/// The sentence where fewer arguments than the command needs are given.
QString whatIsMissing(const Command& command, qsizetype given);
/// The sentence for a word that is no command, or none that is there yet.
QString unknownCommand(const QString& name);

} // namespace stationer
