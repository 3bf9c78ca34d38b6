#include "trust/truststores.h"

#include "trust/alias.h"
#include "trust/importer.h"
#include "trust/trustfile.h"

#include <QDir>
#include <QFile>
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

} // namespace

UserTrustStore::UserTrustStore(QObject* parent) : QObject(parent) {}

QString UserTrustStore::pathOf(const QString& alias) const
{
    return m_folder + u'/' + alias + u".pem"_s;
}

QString UserTrustStore::aliasFor(const QString& wanted) const
{
    return freeAlias(wanted, [&](const QString& alias) {
        return std::any_of(m_roots.cbegin(), m_roots.cend(),
                           [&](const UserRoot& root) { return root.alias.compare(alias, Qt::CaseInsensitive) == 0; }) ||
               (!m_folder.isEmpty() && QFileInfo::exists(pathOf(alias)));
    });
}

std::optional<TrustFileFault> UserTrustStore::open(const QString& folder)
{
    m_folder = folder.isEmpty() ? QString() : folder + u"/user-trust-store"_s;
    m_roots.clear();
    m_faults.clear();
    return reload();
}

std::optional<TrustFileFault> UserTrustStore::reload()
{
    if (m_folder.isEmpty())
        return std::nullopt;
    QList<UserRoot> roots;
    m_faults.clear();
    if (isBarred(QFileInfo(m_folder).path()) || isBarred(m_folder))
        m_faults << TrustFileFault{TrustFileFault::Kind::CannotRead, m_folder, {}, {}};
    const auto files = QDir(m_folder).entryInfoList({u"*.pem"_s}, QDir::Files | QDir::Hidden);
    for (const QFileInfo& info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly)) {
            m_faults << TrustFileFault{TrustFileFault::Kind::CannotRead, info.filePath(), {}, file.errorString()};
            continue;
        }
        const auto ders = file.size() > LargestFile ? std::nullopt : certificatesOfPem(file.readAll());
        if (!ders || ders->size() != 1) {
            m_faults << TrustFileFault{TrustFileFault::Kind::Damaged, info.filePath(), {}, {}};
            continue;
        }
        roots << UserRoot{info.completeBaseName(), *certificateFacts(ders->first())};
    }
    std::sort(roots.begin(), roots.end(), comesBefore);
    m_roots = roots;
    emit changed();
    return m_faults.isEmpty() ? std::nullopt : std::optional(m_faults.first());
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

std::optional<TrustFileFault> UserTrustStore::import(const CertificateFacts& certificate, const QString& alias)
{
    QString wanted = fileSafeAlias(alias);
    for (const QString& name : {certificate.commonName, certificate.organization, u"root-ca"_s}) {
        if (wanted.isEmpty())
            wanted = fileSafeAlias(name);
    }
    const UserRoot root{aliasFor(wanted), certificate};
    if (!m_folder.isEmpty()) {
        for (const QString& folder : {QFileInfo(m_folder).path(), m_folder}) {
            if (auto fault = makeTrustFolder(folder))
                return fault;
        }
        if (auto fault = writeTrustFile(pathOf(root.alias), toPem(certificate.der)))
            return fault;
    }
    m_roots.insert(std::upper_bound(m_roots.begin(), m_roots.end(), root, comesBefore), root);
    emit changed();
    return std::nullopt;
}

std::optional<TrustFileFault> UserTrustStore::remove(QString alias)
{
    if (m_roots.removeIf([&](const UserRoot& root) { return root.alias == alias; }) == 0)
        return std::nullopt;
    std::optional<TrustFileFault> fault;
    if (!m_folder.isEmpty()) {
        QFile file(pathOf(alias));
        if (file.exists() && !file.remove())
            fault = TrustFileFault{TrustFileFault::Kind::CannotWrite, file.fileName(), {}, file.errorString()};
    }
    emit changed();
    return fault;
}

std::optional<TrustFileFault> UserTrustStore::saveAs(const QString& folder)
{
    const QList<UserRoot> kept = m_roots;
    std::optional<TrustFileFault> fault = open(folder);
    for (const UserRoot& root : kept) {
        if (ders().contains(root.certificate.der))
            continue;
        if (const auto writing = import(root.certificate, root.alias)) {
            m_roots << root; // not lost while the program runs
            fault = writing;
        }
    }
    return fault;
}

QString securityFolderOf(const QString& stationFile)
{
    const QFileInfo info(stationFile);
    return QDir::cleanPath(info.path() + u'/' + info.completeBaseName() + u".security"_s);
}

} // namespace stationer
