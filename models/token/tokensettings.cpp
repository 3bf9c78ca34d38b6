#include "token/tokensettings.h"

#include "trust/trustedjson.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr int tokensVersion = 1;
constexpr qint64 largestTokensFile = 4 * 1024 * 1024;
constexpr qsizetype longestSetting = 2048;

constexpr std::array<std::pair<TokenProof, QLatin1StringView>, 3> proofNames{
    {{TokenProof::Secret, "secret"_L1},
     {TokenProof::Certificate, "certificate"_L1},
     {TokenProof::ServiceAccount, "serviceAccount"_L1}}};

QString tokensFileName()
{
    return u"tokens.json"_s;
}

std::optional<TokenSettings> tokenSettingsIn(const QJsonObject& object)
{
    const auto text = [&object](QLatin1StringView name) { return object.value(name).toString(); };
    const auto proof =
        std::ranges::find(proofNames, text("proof"_L1), [](const auto& known) { return QString(known.second); });
    if (proof == proofNames.end())
        return std::nullopt;
    const TokenSettings settings{text("endpoint"_L1), text("client"_L1), text("scope"_L1), proof->first, text("key"_L1)};
    for (const QString& one : {settings.endpoint, settings.client, settings.scope, settings.keyAlias})
        if (one.size() > longestSetting)
            return std::nullopt;
    return settings.endpoint.isEmpty() || settings.client.isEmpty() ? std::nullopt : std::optional(settings);
}

} // namespace

Result<TokenSettingsByPath, TrustFileFault> readTokenSettings(const TrustFolder& folder)
{
    const auto object = readTrustedJson(folder, tokensFileName(), tokensVersion, largestTokensFile);
    if (!object)
        return object.error();
    TokenSettingsByPath all;
    if (!object.value())
        return all;
    const QJsonValue accounts = object.value()->value("accounts"_L1);
    if (!accounts.isObject())
        return damagedAside(folder, tokensFileName());
    const QJsonObject byPath = accounts.toObject();
    for (auto account = byPath.begin(); account != byPath.end(); ++account) {
        const auto settings = tokenSettingsIn(account.value().toObject());
        if (!settings)
            return damagedAside(folder, tokensFileName());
        all.insert(account.key(), *settings);
    }
    return all;
}

std::optional<TrustFileFault> writeTokenSettings(const TrustFolder& folder, const TokenSettingsByPath& settings)
{
    if (const auto fault = folder.make())
        return fault;
    QJsonObject accounts;
    for (auto [path, one] : settings.asKeyValueRange()) {
        const auto proof = std::ranges::find(proofNames, one.proof, [](const auto& known) { return known.first; });
        QJsonObject object{
            {u"endpoint"_s, one.endpoint}, {u"client"_s, one.client}, {u"scope"_s, one.scope}, {u"proof"_s, proof->second}};
        if (!one.keyAlias.isEmpty())
            object[u"key"_s] = one.keyAlias;
        accounts[path] = object;
    }
    return folder.write(tokensFileName(),
                        QJsonDocument(QJsonObject{{u"version"_s, tokensVersion}, {u"accounts"_s, accounts}}).toJson());
}

} // namespace stationer
