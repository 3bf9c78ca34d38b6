#pragma once

#include "terms/result.h"
#include "terms/tokenstory.h"
#include "trust/trustfolder.h"

#include <QMap>
#include <QString>

#include <optional>

namespace stationer {

/// How an account's tokens are asked for, without what proves who asks: that lies in the key ring, or as a key in the User
/// Key Store.
struct TokenSettings {
    QString endpoint;
    QString client;
    QString scope;
    TokenProof proof = TokenProof::Secret;
    QString keyAlias = {}; ///< of the certificate, in the User Key Store

    bool operator==(const TokenSettings&) const = default;
};

/// By the account's slot path. Kept as `tokens.json` beside the trust files.
using TokenSettingsByPath = QMap<QString, TokenSettings>;

/// None where there is no file, and where the folder is none. What somebody else may have put there is a fault: it would say
/// to whom a secret goes.
Result<TokenSettingsByPath, TrustFileFault> readTokenSettings(const TrustFolder& folder);
std::optional<TrustFileFault> writeTokenSettings(const TrustFolder& folder, const TokenSettingsByPath& settings);

} // namespace stationer
