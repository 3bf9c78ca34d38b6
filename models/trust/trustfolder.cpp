#include "trust/trustfolder.h"

#include "trust/trustfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestTakenOver = 64 * 1024 * 1024;

QByteArray sha256Of(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

// The files that mean something, one folder deep; neither locks nor what was set aside.
QStringList trustFilesIn(const QString& folder)
{
    const QStringList filters{u"*.json"_s, u"*.pem"_s};
    QStringList names = QDir(folder).entryList(filters, QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    for (const QString& inner : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QString& name :
             QDir(folder + u'/' + inner).entryList(filters, QDir::Files | QDir::Hidden | QDir::System, QDir::Name))
            names << inner + u'/' + name;
    }
    return names;
}

} // namespace

TrustFolder::TrustFolder(const QString& path) : m_path(path.isEmpty() ? QString() : QDir::cleanPath(path)) {}

TrustFolder::TrustFolder(const QString& path, const QString& recordFolder, Belief belief) : TrustFolder(path)
{
    if (!m_path.isEmpty() && !recordFolder.isEmpty()) {
        m_record.emplace(recordFolder, m_path);
        m_belief = belief;
    }
}

TrustFolder TrustFolder::asItIs() const
{
    TrustFolder folder = *this;
    folder.m_belief = Belief::AsItIs;
    return folder;
}

std::optional<TrustFileFault> TrustFolder::fault() const
{
    return trustFolderFault(m_path);
}

TrustRecord::Content TrustFolder::recorded() const
{
    return m_record && m_belief == Belief::Recorded ? m_record->read() : TrustRecord::Content();
}

TrustRecord::Answer TrustFolder::answerFor(const TrustRecord::Content& recorded, const QString& name,
                                           const QByteArray& bytes) const
{
    return m_record && m_belief == Belief::Recorded ? recorded.answerFor(name, sha256Of(bytes))
                                                    : TrustRecord::Answer::TakenOver;
}

std::optional<TrustFileFault> TrustFolder::make() const
{
    return makeTrustFolder(m_path);
}

std::optional<TrustFileFault> TrustFolder::write(const QString& name, const QByteArray& bytes) const
{
    bool isOurs = m_record.has_value();
    if (isOurs && m_belief == Belief::AsItIs && QFile::exists(pathOf(name))) {
        const auto before = readTrustFile(pathOf(name), LargestTakenOver);
        isOurs = before && m_record->read().answerFor(name, sha256Of(before.value())) == TrustRecord::Answer::TakenOver;
    }
    const TrustRecord::Hashes written{{name, sha256Of(bytes)}};
    if (const auto unexpected = isOurs ? m_record->expect(written) : std::nullopt) // written, it would count for nothing
        return TrustFileFault{TrustFileFault::Kind::CannotWrite,
                              pathOf(name),
                              {},
                              unexpected->detail.isEmpty() ? unexpected->path
                                                           : unexpected->path + u": "_s + unexpected->detail};
    if (auto fault = writeTrustFile(pathOf(name), bytes))
        return fault;
    return isOurs ? m_record->settle(written) : std::nullopt;
}

std::optional<TrustFileFault> TrustFolder::expect(const QHash<QString, QByteArray>& bytesByName) const
{
    if (!m_record)
        return std::nullopt;
    TrustRecord::Hashes hashes;
    for (const auto& [name, bytes] : bytesByName.asKeyValueRange())
        hashes.insert(name, sha256Of(bytes));
    return m_record->expect(hashes);
}

std::optional<TrustFileFault> TrustFolder::forget(const QStringList& names) const
{
    return m_record ? m_record->forget(names) : std::nullopt;
}

std::optional<TrustFileFault> TrustFolder::adopt() const
{
    if (!m_record || !QFileInfo(m_path).exists())
        return trustFolderFault(m_path);
    std::optional<TrustFileFault> first = closeTrustFolder(m_path);
    if (first)
        return first;
    TrustRecord::Hashes taken;
    for (const QString& name : trustFilesIn(m_path)) {
        const QString inner = QFileInfo(pathOf(name)).path();
        std::optional<TrustFileFault> fault = inner == m_path ? std::nullopt : closeTrustFolder(inner);
        if (!fault)
            fault = closeTrustFile(pathOf(name));
        const auto bytes =
            fault ? Result<QByteArray, TrustFileFault>(*fault) : readTrustFile(pathOf(name), LargestTakenOver);
        if (bytes)
            taken.insert(name, sha256Of(bytes.value()));
        else
            first = first ? first : bytes.error();
    }
    const auto unrecorded = m_record->settle(taken);
    return unrecorded ? unrecorded : first;
}

std::optional<TrustFileFault> TrustFolder::leave() const
{
    if (!m_record)
        return std::nullopt;
    const TrustRecord::Content known = m_record->read();
    TrustRecord::Hashes left;
    for (const QString& name : trustFilesIn(m_path)) {
        const auto bytes = readTrustFile(pathOf(name), LargestTakenOver);
        const QByteArray hash = bytes ? sha256Of(bytes.value()) : QByteArray();
        if (bytes && known.answerFor(name, hash) == TrustRecord::Answer::Unknown)
            left.insert(name, hash);
    }
    return left.isEmpty() ? std::nullopt : m_record->leave(left);
}

} // namespace stationer
