#pragma once

namespace stationer {

/// A core dump holds every password that is in memory, so neither program leaves one. For the first line of main(), before
/// there is any secret. In debug builds the environment variable STATIONER_DUMPABLE leaves everything as it is.

/// For a program without a window: it cannot be dumped, and no other program of the same user may look into its memory.
void refuseDumps();
/// For the desktop, whose portals look at the program's /proc entry and refuse one that cannot be dumped: no core of any
/// size, and no memory in one that the system pipes to a program, which no limit holds back.
void leaveNoMemoryInCores();

} // namespace stationer
