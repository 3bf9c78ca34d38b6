#pragma once

#include "token/tokensettings.h"

#include <QLatin1StringView>

#include <array>

namespace stationer {

/// What is the same for everybody at a provider. In the endpoint `TENANT` stands for what is one's own.
struct TokenPreset {
    QLatin1StringView name;
    QLatin1StringView endpoint;
    QLatin1StringView scope;
    TokenProof proof;
};

inline constexpr QLatin1StringView tenantPlaceholder("TENANT");

inline constexpr std::array tokenPresets{
    TokenPreset{QLatin1StringView("Microsoft 365"),
                QLatin1StringView("https://login.microsoftonline.com/TENANT/v2.0/.well-known/openid-configuration"),
                QLatin1StringView("https://outlook.office365.com/.default"), TokenProof::Secret},
    TokenPreset{QLatin1StringView("Google Workspace"), QLatin1StringView("https://oauth2.googleapis.com/token"),
                QLatin1StringView("https://mail.google.com/"), TokenProof::ServiceAccount},
};

} // namespace stationer
