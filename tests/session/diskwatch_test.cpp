#include "session/diskwatch.h"
#include "session/openstation.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class DiskWatchTest : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir(u"inside"_s));
        write(smallStation(outgoing()));
        m_station = std::make_unique<OpenStation>();
        m_watch = std::make_unique<DiskWatch>(*m_station);
        QVERIFY(!m_station->open(path()));
        QTest::qWait(400);
        QCOMPARE(m_watch->state(), OnDisk::Same);
    }
    void cleanup()
    {
        m_watch.reset();
        m_station.reset();
    }

    void tellsOfAnotherProgram()
    {
        QSignalSpy found(m_watch.get(), &DiskWatch::found);
        write(smallStation(incoming()));
        QTRY_COMPARE(m_watch->state(), OnDisk::Changed);
        write(smallStation(incoming() + outgoing())); // and once more
        QTRY_COMPARE(found.size(), 2);
        QVERIFY(!m_station->open(path()));
        QCOMPARE(m_watch->state(), OnDisk::Same);
        QTest::qWait(400);
        QCOMPARE(m_watch->state(), OnDisk::Same);
    }
    void tellsOfAReplacedFile()
    {
        write(smallStation(incoming()), path() + u".new"_s);
        QVERIFY(QFile::remove(path()) && QFile::rename(path() + u".new"_s, path()));
        QTRY_COMPARE(m_watch->state(), OnDisk::Changed);
    }
    void ownSavesAreNone()
    {
        QSignalSpy found(m_watch.get(), &DiskWatch::found);
        QVERIFY(!m_station->change(m_station->document().find(u"/Services/EmailService/Out"), {{u"port"_s, u"26"_s}}));
        QVERIFY(!m_station->save());
        QTest::qWait(600);
        QCOMPARE(found.size(), 0);
        write(smallStation(incoming()));
        QTRY_COMPARE(m_watch->state(), OnDisk::Changed);
    }
    void tellsOfADeletedFile()
    {
        QVERIFY(QFile::remove(path()));
        QTRY_COMPARE(m_watch->state(), OnDisk::Gone);
        QVERIFY(m_station->save()); // asked first
        QVERIFY(!m_station->save(Container::IfChanged::Overwrite));
        QTRY_COMPARE(m_watch->state(), OnDisk::Same);
        QVERIFY(QFile::exists(path()));
    }
    void tellsOfAFolderThatWent()
    {
        QVERIFY(QDir(m_folder->path()).rename(u"inside"_s, u"elsewhere"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_watch->state(), OnDisk::FolderGone, 10000);
        QVERIFY(m_station->isOpen());
        QVERIFY(QDir(m_folder->path()).rename(u"elsewhere"_s, u"inside"_s));
        m_watch->look();
        QTRY_COMPARE_WITH_TIMEOUT(m_watch->state(), OnDisk::Same, 10000);
    }
    /// Also to the user who may write anything else: a child of his gives that up first.
    void tellsOfAFileThatMayOnlyBeRead()
    {
        QCOMPARE(::chmod(qPrintable(m_folder->path()), 0755), 0);
        QCOMPARE(::chmod(qPrintable(path()), 0444), 0);
        const int told = asNobody([this] {
            m_watch->look();
            if (!QTest::qWaitFor([this] { return m_watch->state() == OnDisk::ReadOnly; }))
                return 1;
            if (m_station->change(m_station->document().find(u"/Services/EmailService/Out"), {{u"port"_s, u"26"_s}}))
                return 2;
            const auto fault = m_station->save();
            if (!fault || fault->kind != SaveFault::Kind::CannotWrite || !fault->isForbidden || fault->detail.isEmpty())
                return 3;
            return m_station->isModified() ? 0 : 4;
        });
        QCOMPARE(told, 0);
        QCOMPARE(onDisk(), smallStation(outgoing()));
        QCOMPARE(::chmod(qPrintable(path()), 0644), 0);
        m_watch->look();
        QTest::qWait(400);
        QCOMPARE(m_watch->state(), OnDisk::Same);
    }
    /// The folder itself is there without what was mounted on it.
    void tellsOfAFolderThatIsUnmounted()
    {
        const QByteArray mountPoint = QFile::encodeName(m_folder->filePath(u"inside"_s));
        if (::mount("tmpfs", mountPoint.constData(), "tmpfs", 0, "size=1m") != 0)
            QSKIP("Only root may mount a folder: that what is unmounted is told is NOT tested here");
        bool isMounted = true;
        const auto unmount = [&] {
            if (std::exchange(isMounted, false))
                QCOMPARE(::umount2(mountPoint.constData(), MNT_DETACH), 0);
        };
        const auto always = qScopeGuard(unmount);
        write(smallStation(outgoing()));
        QVERIFY(!m_station->open(path()));
        const SlotId out = m_station->document().find(u"/Services/EmailService/Out");
        QVERIFY(!m_station->change(out, {{u"port"_s, u"26"_s}}));
        const QByteArray edited = m_station->document().xml();
        QTest::qWait(400);
        QCOMPARE(m_watch->state(), OnDisk::Same);
        unmount();
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->state() != OnDisk::Same, 10000);
        QVERIFY(m_station->isModified());
        const auto fault = m_station->save();
        QVERIFY(fault && fault->kind == SaveFault::Kind::ChangedOnDisk); // nothing is written below it unasked
        QCOMPARE(m_station->document().xml(), edited);
        const QString elsewhere = m_folder->filePath(u"elsewhere.bog"_s);
        QVERIFY(!m_station->saveAs(elsewhere));
        QVERIFY(!m_station->isModified());
        QTRY_COMPARE(m_watch->state(), OnDisk::Same);
    }
    void keepsTheEditsWhateverHappensOnDisk()
    {
        const SlotId out = m_station->document().find(u"/Services/EmailService/Out");
        QVERIFY(!m_station->change(out, {{u"port"_s, u"26"_s}}));
        const QByteArray edited = m_station->document().xml();
        write(smallStation(incoming()));
        QTRY_COMPARE(m_watch->state(), OnDisk::Changed);
        const auto fault = m_station->save();
        QVERIFY(fault && fault->kind == SaveFault::Kind::ChangedOnDisk);
        QCOMPARE(onDisk(), smallStation(incoming())); // not overwritten unasked
        QVERIFY(m_station->isModified());
        QCOMPARE(m_station->document().xml(), edited);
        const QString elsewhere = m_folder->filePath(u"elsewhere.bog"_s);
        QVERIFY(!m_station->saveAs(elsewhere));
        QTRY_COMPARE(m_watch->state(), OnDisk::Same);
        QCOMPARE(m_station->path(), elsewhere);
        QCOMPARE(onDisk(), smallStation(incoming())); // what the other program wrote is still there
    }

private:
    QString path() const { return m_folder->filePath(u"inside/acme.bog"_s); }
    void write(const QByteArray& xml, const QString& to = {})
    {
        QFile file(to.isEmpty() ? path() : to);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(xml);
    }

    QByteArray onDisk() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// What the function answers in a child process that is nobody. The child looks with threads of its own, so it opens the
    /// station anew.
    template <class Does>
    int asNobody(Does&& does)
    {
        constexpr uid_t nobody = 65534;
        m_watch.reset();
        m_station.reset();
        QThreadPool::globalInstance()->waitForDone();
        const pid_t child = fork();
        if (child == 0) {
            if (::geteuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0))
                _exit(98);
            m_station = std::make_unique<OpenStation>();
            m_watch = std::make_unique<DiskWatch>(*m_station);
            _exit(m_station->open(path()) ? 97 : does());
        }
        int status = 0;
        if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status))
            return 99;
        m_station = std::make_unique<OpenStation>();
        m_watch = std::make_unique<DiskWatch>(*m_station);
        return m_station->open(path()) ? 96 : WEXITSTATUS(status);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenStation> m_station;
    std::unique_ptr<DiskWatch> m_watch;
};

STATIONER_TEST(DiskWatchTest)
#include "diskwatch_test.moc"
