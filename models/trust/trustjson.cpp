#include "trust/trustjson.h"

#include "trust/trustfile.h"
#include "trust/trustlock.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostReadings = 3;

bool isThere(const QString& path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

} // namespace

Result<TrustJson::Found, TrustFileFault> TrustJson::find(const TrustFolder& folder, const Look& look) const
{
    if (folder.isEmpty())
        return Found::Nothing;
    if (const auto fault = folder.fault())
        return *fault;
    const QString path = folder.pathOf(fileName());
    if (!isThere(path))
        return Found::Nothing;
    // The record is read after the file, and both again where they do not fit: another program may have written in between.
    for (int reading = 1; reading <= mostReadings; ++reading) {
        const auto bytes = readTrustFile(path, m_largest);
        if (!bytes && bytes.error().kind != TrustFileFault::Kind::Damaged)
            return bytes.error();
        const QJsonObject object = bytes ? QJsonDocument::fromJson(bytes.value()).object() : QJsonObject();
        const int version = object[u"version"].toInt();
        if (version > m_version)
            return TrustFileFault{TrustFileFault::Kind::NewerVersion, path, {}, {}};
        if (version != m_version || !look(object))
            return TrustFileFault{TrustFileFault::Kind::Damaged, path, setAside(path).value_or(QString()), {}};
        switch (folder.answerFor(folder.recorded(), fileName(), bytes.value())) {
        case TrustRecord::Answer::TakenOver:
            return Found::Ours;
        case TrustRecord::Answer::Left:
            return Found::Nothing;
        case TrustRecord::Answer::Unknown:
            break;
        }
    }
    return TrustFileFault{TrustFileFault::Kind::NotTakenOver, path, {}, {}};
}

std::optional<TrustFileFault> TrustJson::change(const TrustFolder& folder, const Look& look,
                                                const std::function<QJsonObject(Found)>& changed) const
{
    const QString path = folder.pathOf(fileName());
    const auto cannotWrite = [&path](const QString& why) {
        return TrustFileFault{TrustFileFault::Kind::CannotWrite, path, {}, why};
    };
    if (auto fault = folder.make())
        return fault;
    const TrustLock lock(folder.pathOf(m_name + u".lock"_s));
    if (!lock.isHeld())
        return cannotWrite(lock.whyNot());
    const auto found = find(folder, look);
    const bool isSetAside = !found && found.error().kind == TrustFileFault::Kind::Damaged && !isThere(path);
    if (!found && !isSetAside)
        return found.error();
    QJsonObject object = changed(found ? found.value() : Found::Nothing);
    object[u"version"_s] = m_version;
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (json.size() > m_largest)
        return cannotWrite({});
    if (found && found.value() == Found::Nothing && isThere(path) && !setAside(path)) // the user left it
        return cannotWrite({});
    const std::optional<TrustFileFault> unwritten = folder.write(fileName(), json);
    return unwritten || found ? unwritten : std::optional(found.error()); // written anew, and to be told
}

} // namespace stationer
