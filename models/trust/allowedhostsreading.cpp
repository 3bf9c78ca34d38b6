#include "trust/allowedhosts.h"
#include "trust/allowedhostsfile.h"
#include "trust/trustfile.h"
#include "trust/trustlock.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <chrono>

// What the list does with its file. What it does with its rows is in allowedhosts.cpp.

namespace stationer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int MostReadings = 3;
/// A file changed this lately may change again without its time of change showing it.
constexpr std::chrono::seconds ClockDoubt = 2s;

QString fileName()
{
    return u"allowed-hosts.json"_s;
}

QString describe(AllowedHostsFile::Excess excess)
{
    switch (excess) {
    case AllowedHostsFile::Excess::Rows:
    case AllowedHostsFile::Excess::Size:
        return QCoreApplication::translate("trust", "it is full: rows have to be deleted first");
    case AllowedHostsFile::Excess::Row:
        return QCoreApplication::translate("trust", "the certificates or the note are too large for a row");
    }
    Q_UNREACHABLE();
}

} // namespace

QString AllowedHosts::path() const
{
    return m_folder.pathOf(fileName());
}

std::optional<TrustFileFault> AllowedHosts::open(const TrustFolder& folder)
{
    m_folder = folder;
    m_session.clear();
    *m_file = {};
    m_read.reset();
    return reload();
}

std::optional<TrustFileFault> AllowedHosts::reload()
{
    if (!m_folder.isEmpty())
        readFile();
    show();
    return m_fault;
}

std::optional<TrustFileFault> AllowedHosts::readFile()
{
    m_isRefused = m_isLeft = false;
    m_fault = takeFile();
    return m_fault;
}

// The file is not read and not written. What was known of it counts no more where somebody else may have changed it.
std::optional<TrustFileFault> AllowedHosts::refuse(const TrustFileFault& fault)
{
    m_isRefused = true;
    switch (fault.kind) {
    case TrustFileFault::Kind::Link:
    case TrustFileFault::Kind::AnotherOwner:
    case TrustFileFault::Kind::WritableByOthers:
    case TrustFileFault::Kind::NotTakenOver:
        *m_file = {};
        m_read.reset();
        break;
    case TrustFileFault::Kind::CannotRead:
    case TrustFileFault::Kind::CannotWrite:
    case TrustFileFault::Kind::Damaged:
    case TrustFileFault::Kind::NewerVersion:
        break;
    }
    return fault;
}

// Takes the file's rows. After a fault they are those known before: a file that went bad takes nothing away.
std::optional<TrustFileFault> AllowedHosts::takeFile()
{
    if (const auto fault = m_folder.fault())
        return refuse(fault->kind == TrustFileFault::Kind::CannotRead
                          ? TrustFileFault{TrustFileFault::Kind::CannotRead, path(), {}, {}}
                          : *fault);
    const QFileInfo info(path());
    if (!info.exists() && !info.isSymLink()) {
        *m_file = {};
        m_read.reset();
        return std::nullopt;
    }
    const FileStamp stamp{info.lastModified(), info.size()};
    const bool isOldEnough = stamp.changed.secsTo(QDateTime::currentDateTime()) > ClockDoubt.count();
    if (m_read == stamp && isOldEnough)
        return std::nullopt;
    m_read.reset();
    // The record is read after the file, and both again where they do not fit: another program may have written in between.
    for (int reading = 1; reading <= MostReadings; ++reading) {
        const auto bytes = readTrustFile(path(), AllowedHostsFile::LargestFile);
        if (!bytes && bytes.error().kind != TrustFileFault::Kind::Damaged)
            return refuse(bytes.error()); // what cannot be read is not overwritten
        auto read = bytes ? AllowedHostsFile::read(bytes.value())
                          : Result<AllowedHostsFile, AllowedHostsFile::Fault>(AllowedHostsFile::Fault::Damaged);
        if (!read && read.error() == AllowedHostsFile::Fault::NewerVersion)
            return refuse({TrustFileFault::Kind::NewerVersion, path(), {}, {}});
        if (!read)
            return putDamagedAside();
        switch (m_folder.answerFor(m_folder.recorded(), fileName(), bytes.value())) {
        case TrustRecord::Answer::TakenOver:
            *m_file = std::move(read).value();
            m_read = stamp;
            return std::nullopt;
        case TrustRecord::Answer::Left:
            *m_file = {};
            m_isLeft = true;
            return std::nullopt;
        case TrustRecord::Answer::Unknown:
            break;
        }
    }
    return refuse({TrustFileFault::Kind::NotTakenOver, path(), {}, {}});
}

std::optional<TrustFileFault> AllowedHosts::putDamagedAside()
{
    const std::optional<QString> aside = setAside(path());
    m_isRefused = !aside;
    return TrustFileFault{TrustFileFault::Kind::Damaged, path(), aside.value_or(QString()), {}};
}

// Under the lock: the file as it is now, the change, the file written. In memory only, the change alone.
std::optional<TrustFileFault> AllowedHosts::write(const Change& change)
{
    if (m_folder.isEmpty()) {
        change(m_file->rows);
        return std::nullopt;
    }
    if (auto fault = m_folder.make())
        return fault;
    const TrustLock lock(m_folder.pathOf(u"allowed-hosts.lock"_s));
    if (!lock.isHeld())
        return TrustFileFault{TrustFileFault::Kind::CannotWrite, path(), {}, lock.whyNot()};
    const std::optional<TrustFileFault> readFault = readFile();
    if (m_isRefused)
        return readFault;
    AllowedHostsFile changed = *m_file;
    change(changed.rows);
    if (changed.rows == m_file->rows && !readFault)
        return std::nullopt;
    const auto text = changed.write();
    if (!text)
        return TrustFileFault{TrustFileFault::Kind::CannotWrite, path(), {}, describe(text.error())};
    if (m_isLeft && !setAside(path()))
        return TrustFileFault{TrustFileFault::Kind::CannotWrite, path(), {}, {}};
    const std::optional<TrustFileFault> writeFault = m_folder.write(fileName(), text.value());
    if (writeFault && writeFault->path == path())
        return writeFault;
    m_isLeft = false;
    *m_file = std::move(changed);
    const QFileInfo written(path());
    m_read = FileStamp{written.lastModified(), written.size()};
    return readFault ? readFault : writeFault; // set aside and written anew, or not recorded: done, and to be told
}

std::optional<TrustFileFault> AllowedHosts::saveAs(const TrustFolder& folder)
{
    QList<AllowedHost> missing = m_rows;
    const auto reading = open(folder);
    missing.removeIf([this](const AllowedHost& row) { return find(row.host).has_value(); });
    return missing.isEmpty() ? reading : put(missing);
}

} // namespace stationer
