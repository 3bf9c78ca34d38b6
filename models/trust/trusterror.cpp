#include "trust/trusterror.h"

namespace stationer {

using namespace Qt::StringLiterals;

QLatin1StringView nameOf(TrustError error)
{
    switch (error) {
    case TrustError::Expired:
        return "expired"_L1;
    case TrustError::NotYetValid:
        return "notYetValid"_L1;
    case TrustError::HostMismatch:
        return "hostMismatch"_L1;
    case TrustError::SelfSigned:
        return "selfSigned"_L1;
    case TrustError::UnknownRoot:
        return "unknownRoot"_L1;
    case TrustError::MissingIssuer:
        return "missingIssuer"_L1;
    case TrustError::NotACa:
        return "notACa"_L1;
    case TrustError::WrongPurpose:
        return "wrongPurpose"_L1;
    case TrustError::WeakKey:
        return "weakKey"_L1;
    case TrustError::WeakSignature:
        return "weakSignature"_L1;
    case TrustError::NameConstraint:
        return "nameConstraint"_L1;
    case TrustError::PathLength:
        return "pathLength"_L1;
    case TrustError::UnknownCriticalExtension:
        return "unknownCriticalExtension"_L1;
    case TrustError::BadSignature:
        return "badSignature"_L1;
    case TrustError::Malformed:
        return "malformed"_L1;
    case TrustError::Other:
        return "other"_L1;
    }
    return "other"_L1;
}

std::optional<TrustError> trustErrorNamed(QStringView name)
{
    for (int i = 0; i <= int(TrustError::Other); ++i) {
        if (name == nameOf(TrustError(i)))
            return TrustError(i);
    }
    return std::nullopt;
}

} // namespace stationer
