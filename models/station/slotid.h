#pragma once

#include <QtGlobal>

#include <functional>

namespace stationer {

/// Names one element of a Document for as long as the document lives: ids are never reused, a removed slot's id stays
/// its own so that an undone removal brings the same slot back.
enum class SlotId : quint32 { None = 0xffffffffu };

inline size_t qHash(SlotId id, size_t seed = 0) noexcept
{
    return ::qHash(static_cast<quint32>(id), seed);
}

} // namespace stationer
