#include "trust/trustedjson.h"

#include "trust/trustfile.h"

#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace stationer {

Result<std::optional<QJsonObject>, TrustFileFault> readTrustedJson(const TrustFolder& folder, const QString& name,
                                                                   int version, qint64 largest)
{
    const QString path = folder.pathOf(name);
    const QFileInfo info(path);
    if (folder.isEmpty() || (!info.exists() && !info.isSymLink()))
        return std::optional<QJsonObject>();
    if (const auto fault = folder.fault())
        return *fault;
    const auto bytes = readTrustFile(path, largest);
    if (!bytes && bytes.error().kind != TrustFileFault::Kind::Damaged)
        return bytes.error();
    if (bytes && folder.answerFor(folder.recorded(), name, bytes.value()) != TrustRecord::Answer::TakenOver)
        return TrustFileFault{TrustFileFault::Kind::NotTakenOver, path, {}, {}};
    const QJsonObject object = bytes ? QJsonDocument::fromJson(bytes.value()).object() : QJsonObject();
    if (object[u"version"].toInt() > version)
        return TrustFileFault{TrustFileFault::Kind::NewerVersion, path, {}, {}};
    return std::optional(object[u"version"].toInt() == version ? object : QJsonObject());
}

TrustFileFault damagedAside(const TrustFolder& folder, const QString& name)
{
    const QString path = folder.pathOf(name);
    return {TrustFileFault::Kind::Damaged, path, setAside(path).value_or(QString()), {}};
}

} // namespace stationer
