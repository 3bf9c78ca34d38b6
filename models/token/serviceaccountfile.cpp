#include "token/serviceaccountfile.h"

#include "token/jsonobject.h"
#include "trust/privatekey.h"

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr qsizetype largestServiceAccount = 64 * 1024;

} // namespace

Result<ServiceAccountFile, ServiceAccountFault> readServiceAccount(const QByteArray& bytes)
{
    if (bytes.size() > largestServiceAccount)
        return ServiceAccountFault::TooLarge;
    const auto object = jsonObject(bytes);
    if (!object)
        return ServiceAccountFault::NotJson;
    if (object->value("type"_L1).toString() != "service_account"_L1)
        return ServiceAccountFault::NotAServiceAccount;
    const auto text = [&object](QLatin1StringView name) { return object->value(name).toString(); };
    ServiceAccountFile file{text("token_uri"_L1), text("client_email"_L1), text("private_key_id"_L1), {}};
    const Secret pem(text("private_key"_L1));
    if (file.endpoint.isEmpty() || file.client.isEmpty() || pem.isEmpty())
        return ServiceAccountFault::Incomplete;
    const auto key = privateKeyOf(pem.reveal(), Secret());
    if (!key)
        return ServiceAccountFault::NoKey;
    file.key = key.value();
    return file;
}

TokenGrant grantOf(const ServiceAccountFile& file, const QString& scope, const QString& user)
{
    return {file.endpoint, file.client, scope.isEmpty() ? u"https://mail.google.com/"_s : scope,
            ServiceAccount{file.keyId, file.key, user}};
}

} // namespace stationer
