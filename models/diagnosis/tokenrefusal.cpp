#include "diagnosis/tokenrefusal.h"

#include "connection/fetchedtoken.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace stationer::diagnosis {

namespace {

using enum TokenRow::Sign;
using enum Certainty;

/// Not «timestamp», which every description of Microsoft's ends with.
constexpr QByteArrayView outOfTime = "expired|not yet valid|in the future|time range|clock";

constexpr std::array tokenTable{
    TokenRow{ProviderCode, "7000215", TokenCause::WrongSecret, Known},
    TokenRow{ProviderCode, "7000222", TokenCause::SecretExpired, Known},
    TokenRow{ProviderCode, "700016|700038", TokenCause::UnknownClient, Known},
    TokenRow{ProviderCode, "7000112", TokenCause::ClientDisabled, Known},
    TokenRow{ProviderCode, "90002|900023|50059", TokenCause::UnknownTenant, Known},
    TokenRow{ProviderCode, "700027", TokenCause::UnknownKey, Known},
    TokenRow{ProviderCode, "700024", TokenCause::ClockOff, Known, TokenProof::Certificate},
    TokenRow{ProviderCode, "65001|7000229|501051", TokenCause::ConsentMissing, Known},
    TokenRow{ProviderCode, "500011|650057|50001", TokenCause::ResourceUnknown, Known},
    TokenRow{ProviderCode, "70011|1002012", TokenCause::WrongScope, Known},
    TokenRow{ProviderCode, "53003", TokenCause::PolicyForbids, Known},
    TokenRow{ProviderCode, "7000218|700025|7000216", TokenCause::GrantNotAllowed, Known},
    TokenRow{ProviderCode, "90033|90024|50196|90055", TokenCause::NotNow, Known},
    TokenRow{InDescription, "invalid jwt signature", TokenCause::UnknownKey, Known, TokenProof::ServiceAccount},
    TokenRow{InDescription, "reasonable timeframe|short-lived token", TokenCause::ClockOff, Known,
             TokenProof::ServiceAccount},
    TokenRow{InDescription, "account not found|service account not found", TokenCause::UnknownClient, Known,
             TokenProof::ServiceAccount},
    TokenRow{InDescription, "not a valid email or user id|invalid email or user id", TokenCause::UserUnknown, Known,
             TokenProof::ServiceAccount},
    TokenRow{InDescription, "expired", TokenCause::SecretExpired, Likely, TokenProof::Secret},
    TokenRow{InDescription, outOfTime, TokenCause::ClockOff, Likely, TokenProof::Certificate},
    TokenRow{InDescription, outOfTime, TokenCause::ClockOff, Likely, TokenProof::ServiceAccount},
    TokenRow{OAuthError, "unauthorized_client|access_denied", TokenCause::DelegationMissing, Likely,
             TokenProof::ServiceAccount},
    TokenRow{OAuthError, "invalid_client", TokenCause::WrongSecret, Likely, TokenProof::Secret},
    TokenRow{OAuthError, "invalid_client", TokenCause::UnknownKey, Likely, TokenProof::Certificate},
    TokenRow{OAuthError, "invalid_client", TokenCause::UnknownClient, Likely, TokenProof::ServiceAccount},
    TokenRow{OAuthError, "invalid_grant", TokenCause::UnknownKey, Likely, TokenProof::ServiceAccount},
    TokenRow{OAuthError, "invalid_scope", TokenCause::WrongScope, Known},
    TokenRow{OAuthError, "invalid_target|invalid_resource", TokenCause::ResourceUnknown, Known},
    TokenRow{OAuthError, "unauthorized_client|unsupported_grant_type", TokenCause::GrantNotAllowed, Known},
    TokenRow{OAuthError, "access_denied|consent_required|interaction_required", TokenCause::ConsentMissing, Likely},
    TokenRow{OAuthError, "temporarily_unavailable|server_error|slow_down", TokenCause::NotNow, Known},
    TokenRow{HttpStatus, "429|5yz", TokenCause::NotNow, Likely},
};

bool isMet(const QByteArray& sign, const TokenRow& row, const TokenStory& story, const QByteArray& words)
{
    switch (row.sign) {
    case ProviderCode:
        return story.providerCodes.contains(sign.toInt());
    case InDescription:
        return words.contains(sign);
    case OAuthError:
        return story.error == sign;
    case HttpStatus:
        return sign.endsWith("yz") ? story.status / 100 == sign.front() - '0' : story.status == sign.toInt();
    }
    return false;
}

bool isAssertion(TokenProof proof)
{
    return proof != TokenProof::Secret;
}

} // namespace

TokenReading tokenRefusal(const TokenStory& story)
{
    const QByteArray words = story.description.toLower();
    TokenReading reading{TokenCause::NotSaid, Unknown};
    for (const TokenRow& row : tokenTable) {
        const QByteArrayList signs = row.signs.toByteArray().split('|');
        const bool isOne =
            std::ranges::any_of(signs, [&](const QByteArray& sign) { return isMet(sign, row, story, words); });
        if (!isOne || (row.of && row.of != story.proof))
            continue;
        reading = {row.cause, row.certainty};
        break;
    }
    if (reading.cause == TokenCause::WrongSecret && story.isSecretAnId)
        return {TokenCause::SecretIdPasted, reading.certainty};
    const bool mayBeTheClock =
        reading.certainty != Known && (reading.cause == TokenCause::UnknownKey || reading.cause == TokenCause::NotSaid ||
                                       reading.cause == TokenCause::ClockOff);
    if (isAssertion(story.proof) && clockDifference(story) && mayBeTheClock)
        return {TokenCause::ClockOff, Likely};
    return reading;
}

std::span<const TokenRow> tokenRows()
{
    return tokenTable;
}

} // namespace stationer::diagnosis
