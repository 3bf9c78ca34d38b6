#include "handover/handoverfile.h"

#include "station/packedxml.h"
#include "trust/hostname.h"
#include "trust/trustjson.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

const TrustJson& file()
{
    static const TrustJson file(u"handover"_s, 1, HandoverFile::LargestFile);
    return file;
}

QByteArray hashOf(const QByteArray& xml)
{
    return QCryptographicHash::hash(xml, QCryptographicHash::Sha256).toHex();
}

bool isHash(const QString& text)
{
    return text.size() == 64 &&
           std::ranges::all_of(text, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

std::optional<HandoverTick> tickIn(const QJsonObject& object)
{
    const auto kind = handoverKindNamed(object[u"kind"].toString());
    const QString fact = object[u"fact"].toString();
    const QDateTime when = QDateTime::fromString(object[u"time"].toString(), Qt::ISODateWithMs).toUTC();
    const bool canBeWritten = when.isValid() && when.date().year() > 0 && when.date().year() <= 9999;
    if (!kind || !isHash(fact) || !canBeWritten)
        return std::nullopt;
    return HandoverTick{*kind, fact.toLatin1(), when};
}

std::optional<PrunedHost> prunedIn(const QJsonObject& object)
{
    const auto host = normalisedHost(object[u"host"].toString());
    const int port = object[u"port"].toInt();
    const QString sha256 = object[u"sha256"].toString();
    if (!host || port < 1 || port > 65535 || !(sha256.isEmpty() || isHash(sha256)))
        return std::nullopt;
    return PrunedHost{{*host, quint16(port)}, sha256.toLatin1()};
}

/// The rows of an array, each read by `read`; nothing where one of them is damaged or there are too many.
template <class Row>
std::optional<QList<Row>> rowsIn(const QJsonValue& value, std::optional<Row> (*read)(const QJsonObject&))
{
    const QJsonArray array = value.toArray();
    if (!value.isArray() || array.size() > HandoverFile::MostRows)
        return std::nullopt;
    QList<Row> rows;
    for (const QJsonValue one : array) {
        const std::optional<Row> row = read(one.toObject());
        if (!row)
            return std::nullopt;
        rows += *row;
    }
    return rows;
}

template <class Row>
void keepLatest(QList<Row>& rows)
{
    if (rows.size() > HandoverFile::MostRows)
        rows.remove(0, rows.size() - HandoverFile::MostRows);
}

} // namespace

std::optional<HandoverFile> HandoverFile::read(const QJsonObject& object)
{
    HandoverFile read;
    auto ticks = rowsIn<HandoverTick>(object[u"ticks"], tickIn);
    auto pruned = rowsIn<PrunedHost>(object[u"pruned"], prunedIn);
    if (!ticks || !pruned)
        return std::nullopt;
    read.ticks = *ticks;
    read.pruned = *pruned;
    if (!object.contains(u"base"))
        return read;
    const QJsonObject base = object[u"base"].toObject();
    const QString sha256 = base[u"sha256"].toString();
    const auto packed =
        QByteArray::fromBase64Encoding(base[u"file"].toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const QJsonArray written = base[u"written"].toArray();
    if (!isHash(sha256) || !packed || written.size() > 2)
        return std::nullopt;
    read.baseSha256 = sha256.toLatin1();
    read.packedBase = packed.decoded;
    for (const QJsonValue one : written) {
        if (!isHash(one.toString()))
            return std::nullopt;
        read.written += one.toString().toLatin1();
    }
    if (!read.packedBase.isEmpty() && !read.base())
        return std::nullopt;
    return read;
}

QJsonObject HandoverFile::write() const
{
    QJsonArray ticked, removed, hashes;
    for (const HandoverTick& one : ticks)
        ticked += QJsonObject{{u"kind"_s, QString(nameOf(one.kind))},
                              {u"fact"_s, QString::fromLatin1(one.fact)},
                              {u"time"_s, one.when.toString(Qt::ISODateWithMs)}};
    for (const PrunedHost& one : pruned)
        removed += QJsonObject{
            {u"host"_s, one.host.host}, {u"port"_s, one.host.port}, {u"sha256"_s, QString::fromLatin1(one.sha256)}};
    for (const QByteArray& one : written)
        hashes += QString::fromLatin1(one);
    QJsonObject object{{u"ticks"_s, ticked}, {u"pruned"_s, removed}};
    if (!baseSha256.isEmpty())
        object[u"base"_s] = QJsonObject{{u"sha256"_s, QString::fromLatin1(baseSha256)},
                                        {u"file"_s, QString::fromLatin1(packedBase.toBase64())},
                                        {u"written"_s, hashes}};
    return object;
}

void HandoverFile::noteSaving(const QByteArray& before, const QByteArray& after)
{
    const QByteArray former = hashOf(before);
    const QByteArray next = hashOf(after);
    if (former != baseSha256 && !written.contains(former)) {
        baseSha256 = former;
        packedBase = before.size() <= LargestXml ? packedXml(before) : QByteArray();
        written.clear();
    }
    // Both count, as nobody knows yet whether the writing succeeds.
    written = former == baseSha256 ? QList{next} : QList{former, next};
}

bool HandoverFile::isOurs(const QByteArray& xml) const
{
    const QByteArray now = hashOf(xml);
    return now != baseSha256 && written.contains(now);
}

std::optional<QByteArray> HandoverFile::base() const
{
    auto xml = packedBase.isEmpty() ? std::nullopt : unpackedXml(packedBase, LargestXml);
    return xml && hashOf(*xml) == baseSha256 ? xml : std::nullopt;
}

void HandoverFile::notePruned(const QList<AllowedHost>& rows)
{
    for (const AllowedHost& row : rows) {
        if (row.approval != Approval::Approved)
            continue;
        pruned.removeIf([&row](const PrunedHost& one) { return one.host == row.host; });
        pruned += PrunedHost{row.host, row.sha256};
    }
    keepLatest(pruned);
}

void HandoverFile::tick(const HandoverItem& item, bool isDone)
{
    ticks.removeIf([&item](const HandoverTick& one) { return one.kind == item.kind && one.fact == item.fact; });
    const bool isOfExemption = item.kind == HandoverKind::DeleteExemption && item.host;
    const auto isItsRow = [&item](const PrunedHost& one) { return one.host == *item.host; };
    const bool wasPruned = isOfExemption && pruned.removeIf(isItsRow) > 0; // which counts until it is ticked
    if (isDone && !wasPruned)
        ticks += HandoverTick{item.kind, item.fact, QDateTime::currentDateTimeUtc()};
    else if (!isDone && isOfExemption)
        pruned += PrunedHost{*item.host, item.sha256};
    keepLatest(ticks);
}

Result<HandoverFile, TrustFileFault> readHandover(const TrustFolder& folder)
{
    return readContent<HandoverFile>(file(), folder);
}

std::optional<TrustFileFault> changeHandover(const TrustFolder& folder, const std::function<void(HandoverFile&)>& change)
{
    return folder.isEmpty() ? std::nullopt : changeContent<HandoverFile>(file(), folder, change);
}

} // namespace stationer
