#pragma once

#include <functional>

class QObject;

namespace stationer {

/// Runs `work` on a thread of its own, and what it answers in the thread of `receiver`, unless that is gone by then. Nobody waits for the
/// thread: neither painting, which Qt does with those of the global pool, nor the end of the program, where a folder does not answer.
void aside(QObject& receiver, std::function<std::function<void()>()> work);

} // namespace stationer
