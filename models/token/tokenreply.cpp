#include "token/tokenreply.h"

#include "token/jsonobject.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr qsizetype longestClaim = 2000;
constexpr qsizetype mostRoles = 100;
constexpr qsizetype mostCodes = 10;
constexpr double latestTime = 253402300799; // the end of the year 9999

QStringList textsIn(const QJsonValue& value)
{
    if (value.isString())
        return {value.toString().left(longestClaim)};
    QStringList texts;
    for (const QJsonValue one : value.toArray())
        if (one.isString() && texts.size() < mostRoles)
            texts += one.toString().left(longestClaim);
    return texts;
}

QDateTime timeIn(const QJsonValue& value)
{
    const double seconds = value.toDouble(-1);
    return seconds >= 0 && seconds <= latestTime ? QDateTime::fromSecsSinceEpoch(qint64(seconds), Qt::UTC) : QDateTime();
}

/// Microsoft's codes: `error_codes`, and those that its words begin with (`AADSTS7000215: …`).
QList<int> codesIn(const QJsonObject& object, const QString& description)
{
    QList<int> codes;
    const auto take = [&codes](int code) {
        if (code > 0 && !codes.contains(code) && codes.size() < mostCodes)
            codes += code;
    };
    for (const QJsonValue value : object.value("error_codes"_L1).toArray())
        take(value.toInt());
    static const QRegularExpression aadsts(u"\\bAADSTS(\\d{1,9})\\b"_s);
    for (auto match = aadsts.globalMatch(description.left(longestClaim)); match.hasNext();)
        take(match.next().captured(1).toInt());
    return codes;
}

/// Whether who asks is not believed, rather than not let have it.
bool isAboutCredentials(int status, const QByteArray& error, TokenProof proof)
{
    if (error == "invalid_client")
        return true;
    if (error == "invalid_grant") // an assertion that is the grant proves who asks
        return proof == TokenProof::ServiceAccount;
    return error.isEmpty() && status == 401;
}

} // namespace

bool isB64Token(QByteArrayView token)
{
    const auto isIn = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               QByteArrayView("-._~+/").contains(c);
    };
    const auto end = std::find_if_not(token.begin(), token.end(), isIn);
    return end != token.begin() && std::all_of(end, token.end(), [](char c) { return c == '='; });
}

TokenClaims claimsOf(const Secret& token)
{
    const QByteArrayList parts = token.reveal().split('.');
    const auto payload = parts.size() == 3 ? fromBase64Url(parts[1]) : std::nullopt;
    const auto object = payload ? jsonObject(*payload) : std::nullopt;
    if (!object)
        return {};
    TokenClaims claims;
    claims.issuer = object->value("iss"_L1).toString().left(longestClaim);
    claims.audience = textsIn(object->value("aud"_L1)).join(u' ');
    claims.scope = textsIn(object->value("scp"_L1)).join(u' ');
    if (claims.scope.isEmpty())
        claims.scope = textsIn(object->value("scope"_L1)).join(u' ');
    claims.roles = textsIn(object->value("roles"_L1));
    claims.expires = timeIn(object->value("exp"_L1));
    return claims;
}

TokenReply readTokenReply(int status, const QByteArray& body, TokenProof proof, const QDateTime& now)
{
    TokenReply answer;
    const auto object = jsonObject(body);
    if (object) {
        const QString description = object->value("error_description"_L1).toString();
        answer.error = object->value("error"_L1).toString().left(longestClaim).toUtf8();
        answer.description = description.left(longestClaim).toUtf8();
        answer.providerCodes = codesIn(*object, description);
    }
    const bool isOk = status >= 200 && status < 300;
    if (!answer.error.isEmpty() || (!isOk && (object || status >= 500 || status == 429))) {
        answer.fault =
            isAboutCredentials(status, answer.error, proof) ? TokenFault::CredentialsRefused : TokenFault::Refused;
        return answer;
    }
    const auto refuse = [&answer](TokenFault fault) {
        answer.fault = fault;
        return answer;
    };
    if (!object)
        return refuse(TokenFault::NotJson);
    const Secret token(object->value("access_token"_L1).toString());
    if (token.isEmpty())
        return refuse(TokenFault::NoToken);
    if (object->value("token_type"_L1).toString().compare("bearer"_L1, Qt::CaseInsensitive) != 0)
        return refuse(TokenFault::NotBearer);
    if (!isB64Token(token.reveal()))
        return refuse(TokenFault::MalformedToken);
    GivenToken given{token, claimsOf(token)};
    if (given.claims.scope.isEmpty())
        given.claims.scope = textsIn(object->value("scope"_L1)).join(u' ');
    const double lasts = object->value("expires_in"_L1).toVariant().toDouble(); // some write it as a text
    if (!given.claims.expires.isValid() && lasts > 0 && lasts < latestTime)
        given.claims.expires = now.addSecs(qint64(lasts)).toUTC();
    answer.given = given;
    return answer;
}

} // namespace stationer
