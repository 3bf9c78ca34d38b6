#pragma once

#include "connection/credential.h"
#include "connection/outcome.h"
#include "terms/endpoint.h"
#include "terms/secret.h"
#include "terms/tokenstory.h"
#include "trust/judge.h"

#include <QList>

#include <functional>
#include <optional>

namespace stationer {

class SoughtSecrets;

/// Judges a chain for a host and port as typed. The caller binds stores, exemptions and clock.
using ChainJudge = std::function<Judgement(const CertificateChain& chain, const Endpoint& host)>;

/// What came of fetching a token.
struct FetchedToken {
    Secret token; ///< empty where there is none
    TokenStory story;
    std::optional<Judgement> trust; ///< of the story's server
    QList<Secret> secrets;          ///< what it was asked with: a server may have repeated it
};

/// Where a test's token comes from. Asked once, it answers once, now or later; it is judged by the test's own judge whom the
/// token comes from.
using TokenSource = std::function<void(const ChainJudge& judge, const std::function<void(const FetchedToken&)>& fetched)>;

/// What may be shown of it: what a server says may repeat what it was asked with. Its lines are the transcript's, and gone.
TokenStory withoutSecrets(TokenStory story, const SoughtSecrets& secrets);

/// How far the server's clock is from this computer's, in seconds, positive where it is ahead. Nothing where it is near
/// enough for what is signed here, or was not said.
std::optional<qint64> clockDifference(const TokenStory& story);

/// How a test ends that got no token.
Outcome outcomeOf(TokenFault fault);

} // namespace stationer
