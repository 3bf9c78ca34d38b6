#include "mail/stationsignin.h"

#include "mail/wordlist.h"

#include <span>

namespace stationer {

namespace {

constexpr QByteArrayView byPasswordSmtp[] = {"LOGIN", "PLAIN", "DIGEST-MD5", "NTLM"};
constexpr QByteArrayView byPasswordImap[] = {"PLAIN", "LOGIN", "NTLM"};
constexpr QByteArrayView byPasswordPop3[] = {"USER"};
constexpr QByteArrayView byToken[] = {"XOAUTH2"};

std::span<const QByteArrayView> orderOf(Protocol protocol, StationProfile profile)
{
    switch (profile) {
    case StationProfile::OAuth:
        return byToken;
    case StationProfile::Password:
        break;
    }
    switch (protocol) {
    case Protocol::Smtp:
        return byPasswordSmtp;
    case Protocol::Imap:
        return byPasswordImap;
    case Protocol::Pop3:
        return byPasswordPop3;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<QByteArray> stationsMechanism(const QByteArrayList& offered, Protocol protocol, StationProfile profile)
{
    for (const QByteArrayView name : orderOf(protocol, profile))
        if (holds(offered, name))
            return name.toByteArray();
    return std::nullopt;
}

} // namespace stationer
