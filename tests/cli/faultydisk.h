#pragma once

// Files on a disk with faults (support/diskfaults.cpp says which): what is there, put back as it was, and programs that meet
// them.

#include "cli/clirun.h"
#include "station/document.h"
#include "support/stationfiles.h"

#include <QDirIterator>
#include <QMap>
#include <QRandomGenerator>

#include <algorithm>
#include <csignal>

#include <sys/stat.h>
#include <unistd.h>

namespace stationer::testing {

/// A call on a file, as it was told.
struct DiskCall {
    qint64 microseconds = 0;
    QByteArray name;
    QByteArray path;

    /// Of a file that is about to take the place of the old one: else nobody knows what is in it.
    bool mustBeTold() const
    {
        return name != "unlink" && (path.endsWith(".saving") || (name == "flush" && path.endsWith(".unfinished")));
    }
    bool changesAnything() const { return name != "open" && name != "read" && name != "close" && name != "flock"; }
};

struct DiskRun {
    int status = 0; ///< as a shell tells it: beyond 128 for a signal
    QByteArray out, err;
    QList<DiskCall> calls;

    /// Whether the folder is flushed after each new name in it, but for those that end so; there is one at least.
    bool flushesItsNames(const QByteArrayList& others) const
    {
        int names = 0;
        for (auto call = calls.begin(); call != calls.end(); ++call) {
            const auto endsThePath = [&call](const QByteArray& end) { return call->path.endsWith(end); };
            if (call->name != "rename" || std::any_of(others.begin(), others.end(), endsThePath))
                continue;
            const QByteArray folder = call->path.first(call->path.lastIndexOf('/'));
            if (std::none_of(call, calls.end(), [&](auto& one) { return one.name == "flush" && one.path == folder; }))
                return false;
            ++names;
        }
        return names > 0;
    }
    bool isKilled() const { return status == 128 + SIGKILL; }
    QByteArray told() const
    {
        return "status " + QByteArray::number(status) + "\n" + out + err +
               (calls.isEmpty() ? QByteArray() : calls.last().name + ' ' + calls.last().path);
    }
};

inline QByteArrayList faultsOf(const DiskCall& call)
{
    QByteArrayList faults{QByteArray::number(EIO)};
    if (call.changesAnything()) // what is killed before it reads was killed after it wrote
        faults << "kill"
               << "power";
    if (call.name == "write")
        faults << "full"
               << "short";
    return faults;
}

/// What decides the moments; STATIONER_DISK_SEED in the environment has them again.
inline quint32 diskSeed()
{
    return qEnvironmentVariableIsSet("STATIONER_DISK_SEED") ? qEnvironmentVariable("STATIONER_DISK_SEED").toUInt()
                                                            : QRandomGenerator::system()->generate();
}

/// No fault comes from the disk itself, and nobody has to wait for it.
inline void useMemoryAsDisk()
{
    if (QFileInfo(u"/dev/shm"_s).isWritable())
        qputenv("TMPDIR", "/dev/shm");
}

class FaultyDisk {
public:
    FaultyDisk() { QDir().mkpath(place({})); }

    const Cli& cli() const { return m_cli; }
    QString place(const QString& name) const { return m_cli.path(u"place/"_s + name); }
    static QString itself() { return QCoreApplication::applicationFilePath(); }

    /// What lies in the place and in the home, at its path.
    QStringList names() const
    {
        QStringList names;
        for (QDirIterator each(m_cli.path({}), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
             each.hasNext();)
            names << each.next();
        names.sort();
        return names;
    }

    void remember()
    {
        m_before.clear();
        for (const QString& name : names()) {
            struct stat status = {};
            ::stat(qPrintable(name), &status);
            m_before.insert(name, {fileBytes(name), status});
        }
    }

    void restore() const
    {
        for (const QString& name : names())
            if (!QFileInfo(name).isSymLink())
                QFile::remove(name);
        for (const auto& [name, file] : m_before.asKeyValueRange()) {
            if (QFileInfo(name).isSymLink())
                continue;
            QFile fresh(name);
            QVERIFY(fresh.open(QIODevice::WriteOnly) && fresh.write(file.first) == file.first.size());
            fresh.close();
            QCOMPARE(::chown(qPrintable(name), file.second.st_uid, file.second.st_gid), 0);
            QCOMPARE(::chmod(qPrintable(name), file.second.st_mode & 07777), 0);
        }
    }

    /// For what was not finished: somebody may be at it still.
    void letAnHourPass() const
    {
        for (const QString& name : names()) {
            QFile file(name);
            if ((name.endsWith(".saving"_L1) || name.endsWith(".unfinished"_L1)) && file.open(QIODevice::ReadWrite))
                file.setFileTime(QDateTime::currentDateTime().addSecs(-3601), QFile::FileModificationTime);
        }
    }

    DiskRun run(const QStringList& command, int at = 0, const QByteArray& fault = {}, const QString& under = {}) const
    {
        const QString log = m_log.filePath(u"calls"_s);
        QFile::remove(log);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString& name : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s})
            environment.remove(name);
        environment.insert(u"HOME"_s, m_cli.path(u"home"_s));
        environment.insert(u"LD_PRELOAD"_s, QStringLiteral(STATIONER_DISKFAULTS));
        environment.insert(u"ASAN_OPTIONS"_s, qEnvironmentVariable("ASAN_OPTIONS") + u":verify_asan_link_order=0"_s);
        environment.insert(u"STATIONER_DISK_UNDER"_s, under.isEmpty() ? m_cli.path({}) : under);
        environment.insert(u"STATIONER_DISK_LOG"_s, log);
        environment.insert(u"STATIONER_DISK_AT"_s, QString::number(at));
        environment.insert(u"STATIONER_DISK_FAULT"_s, QString::fromLatin1(fault));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(command.first(), command.sliced(1));
        process.closeWriteChannel();
        if (!process.waitForFinished(60000))
            process.kill();
        DiskRun ran{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError(), {}};
        if (process.exitStatus() == QProcess::CrashExit)
            ran.status += 128;
        for (const QByteArray& line : fileBytes(log).split('\n'))
            if (const QByteArrayList words = line.split(' '); words.size() >= 3)
                ran.calls << DiskCall{words[0].toLongLong(), words[1], words.sliced(2).join(' ')};
        return ran;
    }

private:
    Cli m_cli;
    QTemporaryDir m_log;
    QMap<QString, std::pair<QByteArray, struct stat>> m_before;
};

} // namespace stationer::testing
