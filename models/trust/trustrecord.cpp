#include "trust/trustrecord.h"

#include "trust/trustfile.h"
#include "trust/trustlock.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestRecord = 16 * 1024 * 1024; // ten thousand roots need two
constexpr int Version = 1;

TrustRecord::Content contentOf(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    TrustRecord::Content content;
    if (object[u"version"_s].toInt() != Version)
        return content;
    const QJsonObject takenOver = object[u"takenOver"_s].toObject();
    for (auto one = takenOver.begin(); one != takenOver.end(); ++one) {
        for (const QJsonValue hash : one.value().toArray())
            content.takenOver[one.key()] << hash.toString().toLatin1();
    }
    const QJsonObject left = object[u"left"_s].toObject();
    for (auto one = left.begin(); one != left.end(); ++one)
        content.left.insert(one.key(), one.value().toString().toLatin1());
    return content;
}

QByteArray jsonOf(const TrustRecord::Content& content, const QString& folder)
{
    QJsonObject takenOver, left;
    for (const auto& [name, hashes] : content.takenOver.asKeyValueRange()) {
        QJsonArray array;
        for (const QByteArray& hash : hashes)
            array << QString::fromLatin1(hash);
        takenOver[name] = array;
    }
    for (const auto& [name, hash] : content.left.asKeyValueRange())
        left[name] = QString::fromLatin1(hash);
    return QJsonDocument(
               QJsonObject{{u"version"_s, Version}, {u"folder"_s, folder}, {u"takenOver"_s, takenOver}, {u"left"_s, left}})
        .toJson();
}

} // namespace

TrustRecord::TrustRecord(const QString& recordFolder, const QString& securityFolder)
    : m_recordFolder(recordFolder), m_securityFolder(securityFolder)
{
}

QString TrustRecord::standardFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/Stationer/trust-record"_s;
}

TrustRecord::Answer TrustRecord::Content::answerFor(const QString& name, const QByteArray& sha256) const
{
    if (takenOver.value(name).contains(sha256))
        return Answer::TakenOver;
    return left.value(name) == sha256 ? Answer::Left : Answer::Unknown;
}

// The folder itself is no link, or it is not used; those above it may be.
QString TrustRecord::canonicalFolder() const
{
    const QFileInfo info(QDir::cleanPath(QFileInfo(m_securityFolder).absoluteFilePath()));
    const QString parent = QFileInfo(info.path()).canonicalFilePath();
    return (parent.isEmpty() ? info.path() : parent) + u'/' + info.fileName();
}

QString TrustRecord::path() const
{
    const QByteArray name = QCryptographicHash::hash(canonicalFolder().toUtf8(), QCryptographicHash::Sha256).toHex();
    return m_recordFolder + u'/' + QString::fromLatin1(name) + u".json"_s;
}

TrustRecord::Content TrustRecord::read() const
{
    const auto bytes = readTrustFile(path(), LargestRecord);
    return bytes ? contentOf(bytes.value()) : Content();
}

std::optional<TrustFileFault> TrustRecord::change(const std::function<void(Content&)>& change) const
{
    if (auto fault = makeTrustFolder(m_recordFolder))
        return fault;
    const TrustLock lock(path() + u".lock"_s);
    if (!lock.isHeld())
        return TrustFileFault{TrustFileFault::Kind::CannotWrite, path(), {}, lock.whyNot()};
    const auto bytes = readTrustFile(path(), LargestRecord);
    if (!bytes && bytes.error().kind == TrustFileFault::Kind::CannotRead && QFileInfo::exists(path()))
        return bytes.error(); // what cannot be read now is not forgotten
    const Content before = bytes ? contentOf(bytes.value()) : Content();
    Content after = before;
    change(after);
    return after == before ? std::nullopt : writeTrustFile(path(), jsonOf(after, canonicalFolder()));
}

std::optional<TrustFileFault> TrustRecord::expect(const Hashes& files) const
{
    return change([&](Content& content) {
        for (const auto& [name, hash] : files.asKeyValueRange()) {
            QList<QByteArray>& known = content.takenOver[name];
            if (!known.contains(hash))
                known << hash;
        }
    });
}

std::optional<TrustFileFault> TrustRecord::settle(const Hashes& files) const
{
    return change([&](Content& content) {
        for (const auto& [name, hash] : files.asKeyValueRange()) {
            content.takenOver[name] = {hash};
            content.left.remove(name);
        }
    });
}

std::optional<TrustFileFault> TrustRecord::leave(const Hashes& files) const
{
    return change([&](Content& content) { content.left.insert(files); });
}

std::optional<TrustFileFault> TrustRecord::forget(const QStringList& names) const
{
    return change([&](Content& content) {
        for (const QString& name : names)
            content.takenOver.remove(name);
    });
}

} // namespace stationer
