#include "connection/fetchedtoken.h"

#include "mail/transcriptmask.h"

#include <cstdlib>

namespace stationer {

TokenStory withoutSecrets(TokenStory story, const SoughtSecrets& secrets)
{
    const auto masked = [&secrets](const QString& text) {
        return QString::fromUtf8(withoutSecrets(text.toUtf8(), secrets));
    };
    story.lines.clear();
    story.error = withoutSecrets(story.error, secrets);
    story.description = withoutSecrets(story.description, secrets);
    story.otherIssuer = masked(story.otherIssuer);
    story.libraryText = masked(story.libraryText);
    story.url = masked(story.url);
    if (story.claims) {
        TokenClaims& claims = *story.claims;
        for (QString* const text : {&claims.issuer, &claims.audience, &claims.scope})
            *text = masked(*text);
        for (QString& role : claims.roles)
            role = masked(role);
    }
    return story;
}

std::optional<qint64> clockDifference(const TokenStory& story)
{
    constexpr qint64 nearEnough = 180; // assertions are good for ten minutes, and servers allow a clock a few
    if (!story.theirTime.isValid() || !story.ourTime.isValid())
        return std::nullopt;
    const qint64 seconds = story.ourTime.secsTo(story.theirTime);
    return std::abs(seconds) > nearEnough ? std::optional(seconds) : std::nullopt;
}

Outcome outcomeOf(TokenFault fault)
{
    switch (fault) {
    case TokenFault::BadEndpoint:
    case TokenFault::KeyNotRsa:
        return Outcome::SettingInvalid;
    case TokenFault::HostNotFound:
        return Outcome::HostNotFound;
    case TokenFault::Unreachable:
        return Outcome::Unreachable;
    case TokenFault::TlsFailed:
        return Outcome::TlsFailed;
    case TokenFault::Challenged:
        return Outcome::CertificateChallenged;
    case TokenFault::Rejected:
        return Outcome::CertificateRejected;
    case TokenFault::TimedOut:
        return Outcome::TimedOut;
    case TokenFault::ConnectionLost:
        return Outcome::ConnectionLost;
    case TokenFault::Redirected:
    case TokenFault::TooLarge:
    case TokenFault::NotJson:
    case TokenFault::NoTokenEndpoint:
    case TokenFault::NoToken:
    case TokenFault::NotBearer:
    case TokenFault::MalformedToken:
        return Outcome::ProtocolBroken;
    case TokenFault::NoMethod:
        return Outcome::CapabilityMissing;
    case TokenFault::CredentialsRefused:
        return Outcome::LoginRejected;
    case TokenFault::Refused:
        return Outcome::ServerRefused;
    }
    Q_UNREACHABLE();
}

} // namespace stationer
