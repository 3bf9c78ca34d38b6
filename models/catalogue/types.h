#pragma once

#include "catalogue/componenttype.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace stationer {

/// The known types, each in the file named after it; catalogue.cpp lists them. For the files of this folder alone.
namespace types {
extern const ComponentType serviceContainer;
extern const ComponentType emailService;
extern const ComponentType outgoingAccount;
extern const ComponentType incomingAccount;
extern const ComponentType emailRecipient;
extern const ComponentType emailAlarmAcknowledger;
extern const ComponentType folder;
} // namespace types

/// One table made of two, for properties that types share.
template <std::size_t First, std::size_t Second>
constexpr std::array<Property, First + Second> concatenated(const std::array<Property, First>& first,
                                                            const std::array<Property, Second>& second)
{
    std::array<Property, First + Second> all{};
    std::ranges::copy(second, std::ranges::copy(first, all.begin()).out);
    return all;
}

} // namespace stationer
