// The desktop leaves no core: its limit is 0, nothing of its memory would be in one, and none is there after it crashed.

#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/types.h>

using namespace Qt::StringLiterals;

class CoreLimitTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static QByteArray fact(qint64 process, const QString& name)
    {
        QFile file(u"/proc/%1/%2"_s.arg(process).arg(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// The soft limit.
    static QByteArray limitOf(qint64 process)
    {
        for (const QByteArray& line : fact(process, u"limits"_s).split('\n'))
            if (line.startsWith("Max core file size"))
                return line.simplified().split(' ').value(4);
        return {};
    }
    /// As after `ulimit -c`, as large as it may be.
    void start(QProcess& desktop, const QString& mark)
    {
        QDir(m_folder.filePath(u".config"_s)).removeRecursively(); // else it is there before this one is up
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_folder.path());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s);
        for (const QString& name : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s})
            environment.remove(name);
        if (!mark.isEmpty())
            environment.insert(mark, u"1"_s);
        desktop.setProcessEnvironment(environment);
        desktop.setWorkingDirectory(m_folder.path());
        const QString station = m_folder.filePath(u"acme.bog"_s);
        QFile file(station);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(stationer::test::smallStation({}));
        file.close();
        desktop.setChildProcessModifier([] {
            rlimit limit{};
            getrlimit(RLIMIT_CORE, &limit);
            limit.rlim_cur = limit.rlim_max;
            setrlimit(RLIMIT_CORE, &limit);
        });
        desktop.start(QFileInfo(QStringLiteral(STATIONER_CLI)).path() + u"/stationer"_s, {station});
    }

private slots:
    void leavesNoCore()
    {
        QProcess desktop;
        start(desktop, {});
        QVERIFY(desktop.waitForStarted());
        QTRY_COMPARE(limitOf(desktop.processId()), "0");
        QTRY_COMPARE(fact(desktop.processId(), u"coredump_filter"_s), "00000000\n");
        kill(pid_t(desktop.processId()), SIGABRT);
        QVERIFY(desktop.waitForFinished(30000));
        QCOMPARE(desktop.exitStatus(), QProcess::CrashExit);
        QCOMPARE(QDir(m_folder.path()).entryList({u"*core*"_s}, QDir::Files | QDir::Hidden), QStringList());
    }

    void leavesOneToWhoDevelopsIt()
    {
        QProcess desktop;
        start(desktop, u"STATIONER_DUMPABLE"_s);
        QVERIFY(desktop.waitForStarted());
        QTRY_VERIFY(QFileInfo::exists(m_folder.filePath(u".config/Stationer/Stationer.conf"_s))); // it has opened the file
#ifdef NDEBUG
        QCOMPARE(limitOf(desktop.processId()), "0");
#else
        QVERIFY2(limitOf(desktop.processId()) != "0", "or `ulimit -Hc` is 0 here, and this says nothing");
#endif
        desktop.kill();
        QVERIFY(desktop.waitForFinished(30000));
    }
};

STATIONER_TEST(CoreLimitTest)
#include "corelimit_test.moc"
