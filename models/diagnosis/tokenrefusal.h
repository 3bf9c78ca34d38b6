#pragma once

#include "diagnosis/certainty.h"
#include "terms/tokenstory.h"

#include <QByteArrayView>

#include <optional>
#include <span>

namespace stationer::diagnosis {

/// What a refused token is about.
enum class TokenCause {
    NotSaid,
    WrongSecret,
    SecretIdPasted, ///< the secret's name in the portal was taken for the secret
    SecretExpired,
    UnknownClient,
    ClientDisabled,
    UnknownTenant,
    UnknownKey, ///< the certificate, or the service account's key, is not registered there
    ClockOff,
    ConsentMissing,
    ResourceUnknown, ///< what the scope names is not there
    WrongScope,
    DelegationMissing, ///< a service account may not act for the users
    UserUnknown,
    PolicyForbids,
    GrantNotAllowed, ///< this way to ask, or to prove oneself, is not switched on
    NotNow,
};

/// One row of the table from evidence to that. Of the signs, apart by `|`, one has to be met.
struct TokenRow {
    enum class Sign {
        ProviderCode,  ///< Microsoft's AADSTS
        InDescription, ///< of the description, in lower case
        OAuthError,    ///< RFC 6749, section 5.2
        HttpStatus,    ///< HTTP's; `5yz` for all of a hundred
    };
    Sign sign;
    QByteArrayView signs;
    TokenCause cause;
    Certainty certainty;
    std::optional<TokenProof> of = {}; ///< only where one asks so
};

struct TokenReading {
    TokenCause cause;
    Certainty certainty;
    bool operator==(const TokenReading&) const = default;
};

/// The first row that fits, in that order; what the form of the secret and the answer's Date say makes it surer.
TokenReading tokenRefusal(const TokenStory& story);
std::span<const TokenRow> tokenRows();

} // namespace stationer::diagnosis
