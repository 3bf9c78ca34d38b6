#include "trust/truststores.h"

#include "trust/alias.h"
#include "trust/importer.h"
#include "trust/pemtext.h"
#include "trust/storefiles.h"
#include "trust/trustfile.h"
#include "trust/trustlock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <future>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestRootFile = 1024 * 1024;
constexpr qsizetype QuicklyWritten = 20; ///< files; for more nobody waits

// In the `.security` folder.
QString storeName()
{
    return u"user-trust-store"_s;
}

QString nameOf(const QString& alias)
{
    return storeName() + u'/' + alias + u".pem"_s;
}

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

/// Roots on their way to the disk, and the lock that keeps other programs off until they are there.
struct UserTrustStore::Writing {
    struct Result {
        std::optional<TrustFileFault> fault;
        QDateTime changed;
        qint64 size = 0;
    };
    static QList<Result> write(const QList<TrustFileText>& texts);

    std::unique_ptr<TrustLock> lock;
    QList<UserRoot> roots;
    QList<TrustFileText> texts; ///< of each
    std::future<QList<Result>> done;
};

QList<UserTrustStore::Writing::Result> UserTrustStore::Writing::write(const QList<TrustFileText>& texts)
{
    QList<Result> results;
    for (const auto& fault : writeTrustFiles(texts)) {
        const QFileInfo written(texts[results.size()].path);
        results << (fault ? Result{fault, {}, 0} : Result{{}, written.lastModified(), written.size()});
    }
    return results;
}

UserTrustStore::UserTrustStore(QObject* parent) : QObject(parent) {}

UserTrustStore::~UserTrustStore()
{
    blockSignals(true);
    finish();
}

QString UserTrustStore::pathOf(const QString& alias) const
{
    return m_folder.pathOf(nameOf(alias));
}

QString UserTrustStore::folderPath() const
{
    return m_folder.pathOf(storeName());
}

std::optional<TrustFileFault> UserTrustStore::open(const TrustFolder& folder)
{
    finish();
    m_folder = folder;
    m_files.clear();
    m_sessionRoots.clear();
    m_withdrawn.clear();
    return reload(); // which tells everybody where the roots are others than before
}

std::optional<TrustFileFault> UserTrustStore::reload()
{
    if (m_writing)
        return std::nullopt; // under the lock: nobody else has written anything
    m_faults.clear();
    if (!m_folder.isEmpty())
        readFolder();
    show();
    return m_faults.isEmpty() ? std::nullopt : std::optional(m_faults.first());
}

// Reads the files that are new or were changed. The record is read after them, so that it knows whatever another program has
// written.
void UserTrustStore::readFolder()
{
    const QString folder = folderPath();
    for (const auto& fault : {m_folder.fault(), trustFolderFault(folder)}) {
        if (!fault)
            continue;
        m_faults << *fault;
        m_files.clear();
        return;
    }
    const auto found = StoreFiles::in(folder);
    if (!found)
        m_faults << TrustFileFault{
            TrustFileFault::Kind::CannotRead,
            folder,
            {},
            QCoreApplication::translate("trust", "there are too many files in it, or too large ones")};
    QHash<QString, Known> files;
    QHash<QString, Fresh> fresh;
    for (const QFileInfo& info : found.value_or(StoreFiles()).files) {
        if (m_withdrawn.contains(info.fileName()))
            continue;
        const auto known = m_files.constFind(info.fileName());
        if (known != m_files.cend() && known->changed == info.lastModified() && known->size == info.size())
            files.insert(info.fileName(), *known);
        else if (const auto read = readFile(info))
            fresh.insert(info.fileName(), *read);
    }
    const TrustRecord::Content recorded = fresh.isEmpty() ? TrustRecord::Content() : m_folder.recorded();
    for (const auto& [fileName, one] : fresh.asKeyValueRange()) {
        const QString& alias = one.known.root.alias;
        switch (m_folder.answerFor(recorded, nameOf(alias), one.bytes)) {
        case TrustRecord::Answer::TakenOver:
            files.insert(fileName, one.known);
            break;
        case TrustRecord::Answer::Unknown:
            if (QFileInfo::exists(pathOf(alias))) // not taken away just now
                m_faults << TrustFileFault{TrustFileFault::Kind::NotTakenOver, pathOf(alias), {}, {}};
            break;
        case TrustRecord::Answer::Left:
            break;
        }
    }
    m_files = files;
}

std::optional<UserTrustStore::Fresh> UserTrustStore::readFile(const QFileInfo& info)
{
    const QString path = info.filePath();
    const auto bytes = readTrustFile(path, LargestRootFile);
    if (!bytes && bytes.error().kind != TrustFileFault::Kind::Damaged) {
        m_faults << bytes.error();
        return std::nullopt;
    }
    const QList<PemBlock> blocks = bytes ? pemBlocks(bytes.value()) : QList<PemBlock>();
    const bool isOne = blocks.size() == 1 && isCertificateLabel(blocks.first().label);
    auto certificate = isOne ? certificateSketch(certificateOf(blocks.first())) : std::nullopt;
    if (certificate) {
        certificate->rejection = rejectionOf(blocks.first());
        return Fresh{{info.lastModified(), info.size(), {info.completeBaseName(), *certificate}}, bytes.value()};
    }
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
    QList<UserRoot> roots = m_sessionRoots;
    for (const Known& known : std::as_const(m_files))
        roots << known.root;
    std::sort(roots.begin(), roots.end(), comesBefore);
    const bool isSame =
        std::equal(roots.cbegin(), roots.cend(), m_roots.cbegin(), m_roots.cend(), [](const UserRoot& a, const UserRoot& b) {
            return a.alias == b.alias && a.certificate.der == b.certificate.der &&
                   a.certificate.rejection == b.certificate.rejection;
        });
    if (isSame)
        return;
    m_roots = std::move(roots);
    m_byAlias.clear();
    m_byDer.clear();
    for (qsizetype at = m_roots.size() - 1; at >= 0; --at) { // the first counts
        m_byAlias.insert(m_roots[at].alias.toCaseFolded(), at);
        m_byDer.insert(m_roots[at].certificate.der, at);
    }
    emit changed();
}

const UserRoot* UserTrustStore::find(const QString& alias) const
{
    // No two differ in case only, so that the second look is as sure as the first.
    for (const QString& wanted : {alias, fileSafeAlias(alias)}) {
        for (const qsizetype at : m_byAlias.values(wanted.toCaseFolded())) {
            if (m_roots[at].alias.compare(wanted, Qt::CaseInsensitive) == 0)
                return &m_roots[at];
        }
    }
    return nullptr;
}

QList<QByteArray> UserTrustStore::ders() const
{
    QList<QByteArray> all;
    for (const UserRoot& root : m_roots)
        all << root.certificate.withRejection();
    return all;
}

const UserRoot* UserTrustStore::find(const CertificateSketch& certificate) const
{
    const auto at = m_byDer.constFind(certificate.der);
    return at == m_byDer.cend() ? nullptr : &m_roots[*at];
}

std::optional<TrustFileFault> UserTrustStore::import(const QList<UserRoot>& roots)
{
    const std::optional<TrustFileFault> fault = prepare(roots);
    const std::optional<TrustFileFault> writing = finish();
    show();
    return fault ? fault : writing;
}

void UserTrustStore::importInBackground(const QList<UserRoot>& roots)
{
    const std::optional<TrustFileFault> fault = prepare(roots);
    if (!m_writing || m_writing->texts.size() <= QuicklyWritten) {
        const std::optional<TrustFileFault> writing = finish();
        show();
        emit written(fault ? fault : writing);
        return;
    }
    m_writing->done = std::async(std::launch::async, [this, texts = m_writing->texts] {
        auto results = Writing::write(texts);
        // The store waits for this thread before it goes. Where it has waited already, there is nothing left to finish.
        QMetaObject::invokeMethod(
            this,
            [this, last = texts.last().path] {
                if (m_writing && m_writing->texts.last().path == last)
                    finish();
            },
            Qt::QueuedConnection);
        return results;
    });
    show();
}

// Makes what is on its way to the disk arrive there; the first fault.
std::optional<TrustFileFault> UserTrustStore::finish()
{
    if (!m_writing)
        return std::nullopt;
    const bool isInBackground = m_writing->done.valid();
    const auto results = isInBackground ? m_writing->done.get() : Writing::write(m_writing->texts);
    const std::unique_ptr<Writing> writing = std::move(m_writing);
    std::optional<TrustFileFault> fault;
    QSet<QByteArray> stored;
    for (qsizetype i = 0; i < results.size(); ++i) {
        const UserRoot& root = writing->roots[i];
        if (results[i].fault) {
            fault = fault ? fault : results[i].fault;
            continue;
        }
        m_files.insert(root.alias + u".pem"_s, {results[i].changed, results[i].size, root});
        stored << root.certificate.der;
    }
    m_sessionRoots.removeIf([&](const UserRoot& root) { return stored.contains(root.certificate.der); });
    if (isInBackground)
        emit written(fault);
    return fault;
}

// Names the roots, those that are there already left out, and takes them into memory. Under the lock, after reading what
// another program put there meanwhile; what can be written is then on its way.
std::optional<TrustFileFault> UserTrustStore::prepare(const QList<UserRoot>& roots)
{
    finish();
    std::optional<TrustFileFault> fault;
    std::unique_ptr<TrustLock> lock;
    if (!m_folder.isEmpty() &&
        std::any_of(roots.cbegin(), roots.cend(), [&](const UserRoot& root) { return !find(root.certificate); })) {
        const QString folder = folderPath();
        for (const QString& each : {m_folder.path(), folder}) {
            if (!fault)
                fault = makeTrustFolder(each);
        }
        if (!fault) {
            lock = std::make_unique<TrustLock>(folder + u".lock"_s);
            if (!lock->isHeld())
                fault = TrustFileFault{TrustFileFault::Kind::CannotWrite, folder, {}, lock->whyNot()};
        }
        if (!fault) {
            m_faults.clear();
            readFolder();
            show();
        }
    }
    QList<UserRoot> fresh;
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
        fresh << root;
    }
    m_sessionRoots << fresh;
    if (!lock || fault || fresh.isEmpty())
        return fault;
    QList<TrustFileText> texts;
    QHash<QString, QByteArray> bytesByName;
    for (const UserRoot& root : std::as_const(fresh)) {
        texts << TrustFileText{pathOf(root.alias), toPem(root.certificate.withRejection())};
        bytesByName.insert(nameOf(root.alias), texts.last().bytes);
    }
    if (!StoreFiles::hasRoomFor(texts, folderPath()))
        return TrustFileFault{TrustFileFault::Kind::CannotWrite,
                              folderPath(),
                              {},
                              QCoreApplication::translate("trust", "it is full: certificates have to be deleted first")};
    if (auto unexpected = m_folder.expect(bytesByName)) // written, they would count for nothing
        return unexpected;
    m_writing = std::make_unique<Writing>(Writing{std::move(lock), fresh, texts, {}});
    return std::nullopt;
}

std::optional<TrustFileFault> UserTrustStore::remove(const QStringList& aliases)
{
    finish();
    const QSet<QString> gone(aliases.cbegin(), aliases.cend());
    m_sessionRoots.removeIf([&](const UserRoot& root) { return gone.contains(root.alias); });
    std::optional<TrustFileFault> fault;
    QStringList forgotten;
    for (const QString& alias : aliases) {
        if (!m_files.remove(alias + u".pem"_s))
            continue;
        forgotten << nameOf(alias);
        const auto removing = removeTrustFile(pathOf(alias));
        if (!removing)
            continue;
        m_withdrawn << alias + u".pem"_s;
        fault = fault ? fault : removing;
    }
    // Nobody brings it back by laying the file there again.
    const auto unrecorded = forgotten.isEmpty() ? std::nullopt : m_folder.forget(forgotten);
    show();
    return fault ? fault : unrecorded;
}

std::optional<TrustFileFault> UserTrustStore::saveAs(const TrustFolder& folder)
{
    const QList<UserRoot> kept = m_roots;
    const auto reading = open(folder);
    importInBackground(kept);
    return reading;
}

QString securityFolderOf(const QString& stationFile)
{
    const QFileInfo info(stationFile);
    return QDir::cleanPath(info.path() + u'/' + info.completeBaseName() + u".security"_s);
}

} // namespace stationer
