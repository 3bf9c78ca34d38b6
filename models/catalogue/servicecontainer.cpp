#include "catalogue/types.h"

#include <QtGlobal>

namespace stationer {

namespace {

constexpr std::array children{"email:EmailService"};

} // namespace

constinit const ComponentType types::serviceContainer{.name = "baja:ServiceContainer",
                                                      .label = QT_TRANSLATE_NOOP("catalogue", "Services"),
                                                      .icon = "services",
                                                      .children = children};

} // namespace stationer
