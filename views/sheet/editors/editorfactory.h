#pragma once

#include "catalogue/property.h"

class QWidget;

namespace stationer {

class Editor;

/// The editor for a kind of value; nullptr for what is only shown. The parent owns it.
Editor* makeEditor(ValueKind kind, QWidget* parent);

} // namespace stationer
