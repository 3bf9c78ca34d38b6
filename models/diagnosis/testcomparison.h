#pragma once

#include "connection/report.h"

#include <QList>
#include <QString>

namespace stationer {

/// One thing that is not as it was when the same account was tested before, in words.
struct TestChange {
    QString what; ///< «Outcome»
    QString before;
    QString now;
    bool operator==(const TestChange&) const = default;
};

/// What differs between two runs, the weightiest first: how they ended and where, what was tested, who answered, encryption,
/// certificate, the way to sign in, and times that are out of the ordinary. Translated. Empty where nothing differs, or
/// where the later run was cancelled.
QList<TestChange> changesBetween(const Report& before, const Report& now);

} // namespace stationer
