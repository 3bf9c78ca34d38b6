#pragma once

#include "testing/testnote.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace stationer {

/// The last tests of each account of a station, by the accounts' slot paths: what `last-tests.json` holds.
struct TestHistory {
    static constexpr qsizetype MostOfAnAccount = 20;
    static constexpr qsizetype MostAccounts = 5'000; ///< those that were tested last
    static constexpr qint64 LargestFile = 8 * 1024 * 1024;

    QHash<QString, QList<TestNote>> byPath; ///< the latest last

    void add(const TestNote& note);

    static std::optional<TestHistory> read(const QJsonObject& object);
    QJsonObject write() const; ///< fewer of each account where all would be too much for a file

    bool operator==(const TestHistory&) const = default;
};

/// The latest test that was not cancelled; nullptr where there is none.
const TestNote* latest(const QList<TestNote>& tests);
/// The latest that passed, and the latest that did not.
const TestNote* lastSuccess(const QList<TestNote>& tests);
const TestNote* lastFailure(const QList<TestNote>& tests);

} // namespace stationer
