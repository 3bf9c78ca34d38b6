#include "app/cli/command.h"
namespace stationer {
namespace {
Started runTest(const Arguments&, Console&)
{
    return ExitStatus::Usage;
}
} // namespace
const Command testCommand{"test", "FILE…", "", {}, 0, 0, runTest};
const Command demoCommand{"demo", "", "", {}, 0, 0, runTest};
} // namespace stationer
