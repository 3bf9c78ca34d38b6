#include "trust/knownstation.h"

#include "trust/certificatefacts.h"
#include "trust/trustedjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;
constexpr qint64 largestFile = 64 * 1024 * 1024;
constexpr qsizetype mostStores = 100;
constexpr qsizetype longestHostName = 255;

constexpr std::array<std::pair<KeyStoreKind, QLatin1StringView>, 4> kinds{{{KeyStoreKind::Pem, "pem"_L1},
                                                                           {KeyStoreKind::Jks, "jks"_L1},
                                                                           {KeyStoreKind::Jceks, "jceks"_L1},
                                                                           {KeyStoreKind::Pkcs12, "pkcs12"_L1}}};

QString fileName()
{
    return u"station.json"_s;
}

QJsonObject jsonOf(const GivenStore& store)
{
    QJsonArray trusted;
    for (const StoredCertificate& one : store.trusted)
        trusted += QJsonObject{{u"alias"_s, one.alias}, {u"certificate"_s, QString::fromLatin1(one.der.toBase64())}};
    const auto kind = std::ranges::find(kinds, store.kind, [](const auto& known) { return known.first; });
    return {{u"name"_s, store.name},
            {u"kind"_s, kind->second},
            {u"given"_s, store.given.toUTC().toString(Qt::ISODateWithMs)},
            {u"trusted"_s, trusted}};
}

std::optional<GivenStore> storeIn(const QJsonObject& object)
{
    const auto kind =
        std::ranges::find(kinds, object[u"kind"].toString(), [](const auto& known) { return QString(known.second); });
    GivenStore store;
    store.name = object[u"name"].toString();
    store.given = QDateTime::fromString(object[u"given"].toString(), Qt::ISODateWithMs);
    if (kind == kinds.end() || store.name.isEmpty() || !store.given.isValid() || !object[u"trusted"].isArray())
        return std::nullopt;
    store.kind = kind->first;
    for (const QJsonValue value : object[u"trusted"].toArray()) {
        const QJsonObject one = value.toObject();
        const auto der = QByteArray::fromBase64Encoding(one[u"certificate"].toString().toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
        if (!one[u"alias"].isString() || !der || !certificateSketch(*der))
            return std::nullopt;
        store.trusted += StoredCertificate{one[u"alias"].toString(), *der};
    }
    return store;
}

std::optional<KnownStation> stationIn(const QJsonObject& object)
{
    KnownStation station;
    station.hostName = object[u"hostName"].toString();
    const QJsonArray stores = object[u"stores"].toArray();
    if (!object[u"hostName"].isString() || !object[u"stores"].isArray() || station.hostName.size() > longestHostName ||
        stores.size() > mostStores)
        return std::nullopt;
    for (const QJsonValue value : stores) {
        const auto store = storeIn(value.toObject());
        if (!store)
            return std::nullopt;
        station.stores += *store;
    }
    return station;
}

} // namespace

std::optional<QList<QByteArray>> KnownStation::roots() const
{
    if (stores.isEmpty())
        return std::nullopt;
    QList<QByteArray> all;
    for (const GivenStore& store : stores)
        for (const StoredCertificate& one : store.trusted)
            all += one.der;
    return all;
}

void KnownStation::give(const GivenStore& store)
{
    const auto known = std::ranges::find(stores, store.name, &GivenStore::name);
    if (known == stores.end())
        stores += store;
    else
        *known = store;
}

Result<KnownStation, TrustFileFault> readKnownStation(const TrustFolder& folder)
{
    const auto object = readTrustedJson(folder, fileName(), version, largestFile);
    if (!object)
        return object.error();
    if (!object.value())
        return KnownStation();
    const auto station = stationIn(*object.value());
    return station ? Result<KnownStation, TrustFileFault>(*station) : damagedAside(folder, fileName());
}

std::optional<TrustFileFault> writeKnownStation(const TrustFolder& folder, const KnownStation& station)
{
    if (const auto fault = folder.make())
        return fault;
    QJsonArray stores;
    for (const GivenStore& store : station.stores)
        stores += jsonOf(store);
    const QJsonObject object{{u"version"_s, version}, {u"hostName"_s, station.hostName}, {u"stores"_s, stores}};
    return folder.write(fileName(), QJsonDocument(object).toJson());
}

} // namespace stationer
