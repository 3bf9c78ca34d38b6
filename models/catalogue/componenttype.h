#pragma once

#include "catalogue/property.h"

#include <QStringList>
#include <QStringView>

#include <span>

namespace stationer {

/// What is known of one component type: its name, its properties in the order they stand in the file, where it may live.
struct ComponentType {
    const char* name;  ///< `email:OutgoingAccount`
    const char* label; ///< translatable, context "catalogue"
    const char* icon;  ///< resource name without folder and ending
    std::span<const Property> properties = {};
    std::span<const char* const> children = {}; ///< types that may live here beside Folder rules; see catalogue.h

    const Property* property(QStringView slot) const
    {
        for (const Property& property : properties)
            if (slot == QLatin1StringView(property.slot))
                return &property;
        return nullptr;
    }
};

} // namespace stationer
