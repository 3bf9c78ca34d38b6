#include "catalogue/types.h"

#include <QtGlobal>

namespace stationer {

namespace {

constexpr std::array containerChildren{"email:EmailService"};

} // namespace

constinit const ComponentType types::serviceContainer{.name = "baja:ServiceContainer",
                                                      .label = QT_TRANSLATE_NOOP("catalogue", "Services"),
                                                      .icon = "services",
                                                      .children = containerChildren};

} // namespace stationer
