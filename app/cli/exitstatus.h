#pragma once

#include <array>

namespace stationer {

/// What the program says to the script that ran it.
enum class ExitStatus {
    Done = 0, ///< or all passed
    TestFailed = 1,
    Usage = 2,
    Challenge = 3, ///< a certificate challenge awaits an answer, and nothing is worse
    CannotRead = 4,
    CannotWrite = 5,
};

/// The graver of two, when several files or accounts were at work in one run: a fault of the run itself before a failed
/// test, a failed test before a challenge.
constexpr ExitStatus graver(ExitStatus one, ExitStatus other)
{
    constexpr std::array gravestFirst{ExitStatus::Usage,      ExitStatus::CannotWrite, ExitStatus::CannotRead,
                                      ExitStatus::TestFailed, ExitStatus::Challenge,   ExitStatus::Done};
    for (const ExitStatus status : gravestFirst)
        if (one == status || other == status)
            return status;
    return one;
}

} // namespace stationer
