#include "app/cli/command.h"
namespace stationer {
namespace {
Started runDemo(const Arguments&, Console&)
{
    return ExitStatus::Usage;
}
} // namespace
const Command demoCommand{"demo", "", "", {}, 0, 0, runDemo};
} // namespace stationer
