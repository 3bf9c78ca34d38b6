#pragma once

#include "secrets/keyring.h"

#include <functional>

namespace stationer {

/// Connects to the session bus, on a thread of its own: a bus that accepts and says nothing blocks whoever connects. It is
/// done once, later, on this thread, and not after `context` is gone; what the bus is good for, asking it tells.
void reachSessionBus(QObject* context, std::function<void()> reached);

/// Asks the Secret Service whether its default collection is there and open. QtKeychain does not say: to a read it answers
/// that there is no such entry where the collection is locked. Where no such service is (another desktop's key ring may have
/// answered), and on other systems than Linux, the answer is `otherwise`; where it does not answer, Silent.
/// It comes once, later, on this thread, and not after `context` is gone.
void askSecretService(QObject* context, KeyRingState otherwise, std::function<void(KeyRingState)> answered);

/// Whether the Secret Service's library can answer on this thread: it waits in GLib's main loop, which Qt may run without.
bool secretServiceCanAnswer();

} // namespace stationer
