#pragma once

#include <QtGlobal>

namespace stationer {

/// Names one element of a Document for as long as the document lives: ids are never reused, a removed slot's id stays
/// its own so that an undone removal brings the same slot back.
enum class SlotId : quint32 { None = 0xffffffffu };

} // namespace stationer
