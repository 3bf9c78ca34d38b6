#include "items/diskwatch.h"
#include "items/openstation.h"
#include "support/smallstation.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

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
    void tellsOfAFileThatMayOnlyBeRead()
    {
        if (::geteuid() == 0)
            return; // who may write anything
        QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner));
        m_watch->look();
        QTRY_COMPARE(m_watch->state(), OnDisk::ReadOnly);
    }

private:
    QString path() const { return m_folder->filePath(u"inside/acme.bog"_s); }
    void write(const QByteArray& xml, const QString& to = {})
    {
        QFile file(to.isEmpty() ? path() : to);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(xml);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenStation> m_station;
    std::unique_ptr<DiskWatch> m_watch;
};

QTEST_GUILESS_MAIN(DiskWatchTest)
#include "diskwatch_test.moc"
