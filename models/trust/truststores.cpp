#include "trust/truststores.h"

#include "trust/alias.h"
#include "trust/importer.h"
#include "trust/pemtext.h"
#include "trust/trustfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestFile = 1024 * 1024;

bool comesBefore(const UserRoot& a, const UserRoot& b)
{
    return QString::compare(a.alias, b.alias, Qt::CaseInsensitive) < 0;
}

// As given, or after the certificate.
QString wantedAlias(const UserRoot& root)
{
    for (const QString& name : {root.alias, root.certificate.commonName, root.certificate.organization, u"root-ca"_s}) {
        if (const QString alias = fileSafeAlias(name); !alias.isEmpty())
            return alias;
    }
    return {};
}

} // namespace

UserTrustStore::UserTrustStore(QObject* parent) : QObject(parent) {}

QString UserTrustStore::pathOf(const QString& alias) const
{
    return m_folder + u'/' + alias + u".pem"_s;
}

std::optional<TrustFileFault> UserTrustStore::open(const QString& folder)
{
    m_folder = folder.isEmpty() ? QString() : folder + u"/user-trust-store"_s;
    m_files.clear();
    m_sessionRoots.clear();
    m_withdrawn.clear();
    m_roots.clear();
    return reload();
}

std::optional<TrustFileFault> UserTrustStore::reload()
{
    m_faults.clear();
    if (!m_folder.isEmpty())
        readFolder();
    show();
    return m_faults.isEmpty() ? std::nullopt : std::optional(m_faults.first());
}

// Reads the files that are new or were changed.
void UserTrustStore::readFolder()
{
    if (isBarred(QFileInfo(m_folder).path()) || isBarred(m_folder))
        m_faults << TrustFileFault{TrustFileFault::Kind::CannotRead, m_folder, {}, {}};
    QHash<QString, Known> files;
    for (const QFileInfo& info : QDir(m_folder).entryInfoList({u"*.pem"_s}, QDir::Files | QDir::Hidden, QDir::Unsorted)) {
        if (m_withdrawn.contains(info.fileName()))
            continue;
        const auto known = m_files.constFind(info.fileName());
        if (known != m_files.cend() && known->changed == info.lastModified() && known->size == info.size())
            files.insert(info.fileName(), *known);
        else if (const auto root = readFile(info.filePath(), info.completeBaseName()))
            files.insert(info.fileName(), {info.lastModified(), info.size(), *root});
    }
    m_files = files;
}

std::optional<UserRoot> UserTrustStore::readFile(const QString& path, const QString& alias)
{
    const auto bytes = readTrustFile(path, LargestFile);
    if (!bytes && bytes.error().kind == TrustFileFault::Kind::CannotRead) {
        m_faults << bytes.error();
        return std::nullopt;
    }
    const QList<PemBlock> blocks = bytes ? pemBlocks(bytes.value()) : QList<PemBlock>();
    const bool isOne = blocks.size() == 1 && isCertificateLabel(blocks.first().label);
    const auto certificate = isOne ? certificateSketch(certificateOf(blocks.first())) : std::nullopt;
    if (certificate)
        return UserRoot{alias, *certificate};
    // Several together may be whole and another's; what is damaged goes out of the way, where it can be looked at.
    const bool isBundle = blocks.size() > 1 && std::all_of(blocks.cbegin(), blocks.cend(), [](const PemBlock& block) {
                              return certificateSketch(certificateOf(block)).has_value();
                          });
    m_faults << TrustFileFault{
        TrustFileFault::Kind::Damaged, path, isBundle ? QString() : setAside(path).value_or(QString()), {}};
    return std::nullopt;
}

void UserTrustStore::show()
{
    if (m_isHeld)
        return;
    QList<UserRoot> roots = m_sessionRoots;
    for (const Known& known : std::as_const(m_files))
        roots << known.root;
    std::sort(roots.begin(), roots.end(), comesBefore);
    const bool isSame =
        std::equal(roots.cbegin(), roots.cend(), m_roots.cbegin(), m_roots.cend(), [](const UserRoot& a, const UserRoot& b) {
            return a.alias == b.alias && a.certificate.der == b.certificate.der;
        });
    if (isSame)
        return;
    m_roots = std::move(roots);
    emit changed();
}

const UserRoot* UserTrustStore::find(const QString& alias) const
{
    // No two differ in case only, so that the second look is as sure as the first.
    for (const QString& wanted : {alias, fileSafeAlias(alias)}) {
        for (const UserRoot& root : m_roots) {
            if (root.alias.compare(wanted, Qt::CaseInsensitive) == 0)
                return &root;
        }
    }
    return nullptr;
}

QList<QByteArray> UserTrustStore::ders() const
{
    QList<QByteArray> all;
    for (const UserRoot& root : m_roots)
        all << root.certificate.der;
    return all;
}

const UserRoot* UserTrustStore::find(const CertificateSketch& certificate) const
{
    const auto found = std::find_if(m_roots.cbegin(), m_roots.cend(),
                                    [&](const UserRoot& root) { return root.certificate.der == certificate.der; });
    return found == m_roots.cend() ? nullptr : &*found;
}

// Under the lock, after reading what another program put there meanwhile.
std::optional<TrustFileFault> UserTrustStore::import(const QList<UserRoot>& roots)
{
    std::optional<TrustFileFault> fault;
    std::optional<TrustLock> lock;
    if (!m_folder.isEmpty() &&
        std::any_of(roots.cbegin(), roots.cend(), [&](const UserRoot& root) { return !find(root.certificate); })) {
        for (const QString& folder : {QFileInfo(m_folder).path(), m_folder}) {
            if (!fault)
                fault = makeTrustFolder(folder);
        }
        if (!fault) {
            lock.emplace(m_folder + u".lock"_s);
            if (!lock->isHeld())
                fault = TrustFileFault{TrustFileFault::Kind::CannotWrite, m_folder, {}, lock->whyNot()};
        }
        if (!fault) {
            m_faults.clear();
            readFolder();
            show();
        }
    }
    const bool canWrite = !m_folder.isEmpty() && !fault;
    QSet<QByteArray> present;
    QSet<QString> taken;
    for (const UserRoot& root : std::as_const(m_roots)) {
        present << root.certificate.der;
        taken << root.alias.toCaseFolded();
    }
    for (UserRoot root : roots) {
        if (present.contains(root.certificate.der))
            continue;
        present << root.certificate.der;
        root.alias = freeAlias(wantedAlias(root), [&](const QString& alias) {
            return taken.contains(alias.toCaseFolded()) || (!m_folder.isEmpty() && QFileInfo::exists(pathOf(alias)));
        });
        taken << root.alias.toCaseFolded();
        const auto writing = canWrite ? write(root) : std::nullopt;
        if (!canWrite || writing)
            m_sessionRoots << root;
        if (writing && !fault)
            fault = writing;
    }
    show();
    return fault;
}

std::optional<TrustFileFault> UserTrustStore::write(const UserRoot& root)
{
    const QString path = pathOf(root.alias);
    if (auto fault = writeTrustFile(path, toPem(root.certificate.der)))
        return fault;
    const QFileInfo written(path);
    m_files.insert(written.fileName(), {written.lastModified(), written.size(), root});
    return std::nullopt;
}

std::optional<TrustFileFault> UserTrustStore::remove(const QStringList& aliases)
{
    std::optional<TrustFileFault> fault;
    m_isHeld = true;
    for (const QString& alias : aliases) {
        const auto removing = remove(alias);
        if (removing && !fault)
            fault = removing;
    }
    m_isHeld = false;
    show();
    return fault;
}

std::optional<TrustFileFault> UserTrustStore::remove(QString alias)
{
    m_sessionRoots.removeIf([&](const UserRoot& root) { return root.alias == alias; });
    std::optional<TrustFileFault> fault;
    if (m_files.remove(alias + u".pem"_s)) {
        fault = removeTrustFile(pathOf(alias));
        if (fault)
            m_withdrawn << alias + u".pem"_s;
    }
    show();
    return fault;
}

std::optional<TrustFileFault> UserTrustStore::saveAs(const QString& folder)
{
    const QList<UserRoot> kept = m_roots;
    const auto reading = open(folder);
    const auto writing = import(kept);
    return writing ? writing : reading;
}

QString securityFolderOf(const QString& stationFile)
{
    const QFileInfo info(stationFile);
    return QDir::cleanPath(info.path() + u'/' + info.completeBaseName() + u".security"_s);
}

} // namespace stationer
