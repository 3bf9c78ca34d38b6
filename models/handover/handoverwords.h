#pragma once

#include "handover/handoverfacts.h"

#include <QString>

namespace stationer {

// What an item says, translated: where to click on the station and what to choose, in the field's own words.

QString titleOf(HandoverKind kind);                      ///< «Import a root CA»
QString shownPath(const QString& path);                  ///< `Services ▸ EmailService ▸ Out`
QString shownValue(const std::optional<QString>& value); ///< as text of one line, «(none)» where there is none

QString wordsForFile(const HandoverFacts& facts);
QString wordsForPassword(const QString& path, const TestNote& proven);
QString wordsForRoot(const KnownRoot& root, const TestNote& test);
QString wordsForApproval(const AllowedHost& row);
QString wordsForDeletion(const PrunedHost& row);
QString wordsForPath(const TestNote& test);
QString wordsForRetest(const QString& path);

} // namespace stationer
