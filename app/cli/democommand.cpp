#include "app/cli/command.h"
#include "app/cli/demojob.h"

namespace stationer {

namespace {

Started runDemo(const Arguments&, Console& console)
{
    return std::make_unique<DemoJob>(console);
}

} // namespace

const Command demoCommand{"demo",
                          "",
                          QT_TRANSLATE_NOOP("cli",
                                            "Starts a mail server inside the program and takes the whole course against "
                                            "it: test, challenge, exemption, root CA, passed."),
                          {},
                          0,
                          0,
                          runDemo};

} // namespace stationer
