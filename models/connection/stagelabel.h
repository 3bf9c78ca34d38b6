#pragma once

#include "connection/stage.h"

#include <QString>

namespace stationer {

/// A stage in a word or two, translated: «Find host». Its raw name is nameOf()'s.
QString labelOf(Stage stage);

} // namespace stationer
