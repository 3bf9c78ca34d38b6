// A backup on the command line: what looks at stations looks at it too, several at once; what would change it is refused.

#include "cli/clirun.h"
#include "support/backups.h"
#include "support/faultserver.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;
using test::BackupLayout;

namespace {

const QString outPath = u"/Services/EmailService/Out"_s;

QByteArray stationWithOut(const QByteArray& inside = {})
{
    return test::smallStation(test::outgoing(inside));
}

} // namespace

class CliBackupTest : public QObject {
    Q_OBJECT

    Cli m_cli;

private slots:
    void isLookedAt_data();
    void isLookedAt();
    void differsFromAStation();
    void namesItsStations();
    void itsStationsNamesArePastedAsTheyAre();
    void isTestedWithOthers();
    void hasItsTrustBesideIt();
    void refusesEdits_data();
    void refusesEdits();
    void isRefusedWhereItIsBad_data();
    void isRefusedWhereItIsBad();
    void saysWhereAnEntryMeansNothing();
};

void CliBackupTest::isLookedAt_data()
{
    QTest::addColumn<QByteArray>("backup");
    const QByteArray xml = stationWithOut(test::value("hostname", "mail.example"));
    QTest::newRow("one home") << test::backupOf(xml, BackupLayout::OneHome);
    QTest::newRow("user home, zip in it") << test::backupOf(zipOf({{"file.xml", xml}}), BackupLayout::UserHome);
}

void CliBackupTest::isLookedAt()
{
    QFETCH(QByteArray, backup);
    const QString file = m_cli.write(u"a.dist"_s, backup);
    const Ended tree = m_cli.run({u"tree"_s, file});
    COMPARE_STATUS(tree, 0);
    QVERIFY(tree.out.contains("      Out  email:OutgoingAccount\n"));
    const Ended show = m_cli.run({u"show"_s, file, outPath});
    COMPARE_STATUS(show, 0);
    QVERIFY(show.out.contains("mail.example"));
    const Ended handover = m_cli.run({u"handover"_s, file, u"--json"_s});
    COMPARE_STATUS(handover, 0);
    QCOMPARE(handover.object()["station"_L1].toString(), u"acme"_s);
    QCOMPARE(Cli::read(file), backup);
}

void CliBackupTest::differsFromAStation()
{
    const QString backup = m_cli.write(u"a.dist"_s, test::backupOf(stationWithOut()));
    const QString now = m_cli.write(u"now.bog"_s, stationWithOut(test::value("hostname", "mail.example")));
    const Ended diff = m_cli.run({u"diff"_s, backup, now});
    COMPARE_STATUS(diff, 0);
    QCOMPARE(diff.out, "+ /Services/EmailService/Out/hostname = mail.example\n");
}

void CliBackupTest::namesItsStations()
{
    const QByteArray other = test::smallStation(test::incoming());
    const QString file = m_cli.write(
        u"two.dist"_s, zipOf({{"stations/a/config.bog", stationWithOut()}, {"stations/plant b/config.bog", other}}));
    const Ended unsaid = m_cli.run({u"tree"_s, file});
    COMPARE_STATUS(unsaid, 2);
    QVERIFY(unsaid.out.isEmpty());
    QVERIFY2(unsaid.err.contains("--entry stations/a/config.bog\n") &&
                 unsaid.err.contains("--entry 'stations/plant b/config.bog'"),
             unsaid.err.constData());
    const Ended said = m_cli.run({u"tree"_s, file, u"--entry"_s, u"stations/plant b/config.bog"_s});
    COMPARE_STATUS(said, 0);
    QVERIFY(said.out.contains("In  email:IncomingAccount"));
    QCOMPARE(m_cli.run({u"tree"_s, file, u"--entry"_s, u"stations/c/config.bog"_s}).status, 2);
    QCOMPARE(m_cli.run({u"show"_s, file, outPath, u"--entry=stations/a/config.bog"_s}).status, 0);
    QCOMPARE(m_cli.run({u"diff"_s, file, file, u"--entry=stations/a/config.bog"_s}).status, 0);
    QCOMPARE(m_cli.run({u"handover"_s, file}).status, 2);
    QCOMPARE(m_cli.run({u"handover"_s, file, u"--entry=stations/a/config.bog"_s}).status, 0);
    const Ended test = m_cli.run({u"test"_s, file});
    COMPARE_STATUS(test, 2);
    QVERIFY(test.err.contains("--entry stations/a/config.bog"));
}

void CliBackupTest::itsStationsNamesArePastedAsTheyAre()
{
    const QByteArray xml = stationWithOut();
    const QString file = m_cli.write(
        u"odd.dist"_s, zipOf({{"[ab]/config.bog", xml}, {"=ls/config.bog", xml}, {"it's $(id)/config.bog", xml}}));
    const Ended unsaid = m_cli.run({u"tree"_s, file});
    COMPARE_STATUS(unsaid, 2);
    for (const QByteArray& word : {"'[ab]/config.bog'"_ba, "'=ls/config.bog'"_ba, "'it'\\''s $(id)/config.bog'"_ba})
        QVERIFY2(unsaid.err.contains("--entry " + word + '\n'), unsaid.err.constData());
}

void CliBackupTest::isTestedWithOthers()
{
    // Ports where nobody answers: what matters is that each backup's own account is tried.
    const auto backup = [&](const QString& name, const QByteArray& station, const QByteArray& port) {
        QByteArray xml = stationWithOut(test::value("hostname", "127.0.0.1") + test::value("port", port));
        return m_cli.write(name, test::backupOf(xml.replace("acme", station)));
    };
    const QStringList files{backup(u"one.dist"_s, "one", "1"), backup(u"two.dist"_s, "two", "2")};
    const Ended test = m_cli.run(QStringList{u"test"_s} + files + QStringList{u"--format"_s, u"json"_s});
    COMPARE_STATUS(test, 1);
    QSet<int> ports;
    for (const QJsonObject& report : test.lines()) {
        QCOMPARE(report["outcome"_L1].toString(), u"unreachable"_s);
        ports += report["target"_L1]["port"_L1].toInt();
    }
    QCOMPARE(ports, (QSet<int>{1, 2}));
}

void CliBackupTest::hasItsTrustBesideIt()
{
    const QString file = m_cli.write(
        u"acme.dist"_s, test::backupOf(stationWithOut(test::value("hostname", "127.0.0.1") + test::value("port", "1"))));
    const QString folder = m_cli.path(u"acme.security"_s);
    QVERIFY(QDir().mkpath(folder));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_cli.write(u"acme.security/allowed-hosts.json"_s, "{ \"version\": 1, \"hosts\": [] }");
    const Ended brought = m_cli.run({u"test"_s, file}); // it came with the station, so it is noticed
    COMPARE_STATUS(brought, 4);
    QVERIFY2(brought.err.contains("acme.security"), brought.err.constData());
}

void CliBackupTest::refusesEdits_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("set") << QStringList{u"set"_s, u"FILE"_s, outPath, u"port=465"_s};
    QTest::newRow("set, dry") << QStringList{u"set"_s, u"FILE"_s, outPath, u"port=465"_s, u"--dry-run"_s};
    QTest::newRow("add") << QStringList{u"add"_s, u"FILE"_s, u"/Services/EmailService"_s, u"email:IncomingAccount"_s};
    QTest::newRow("remove") << QStringList{u"remove"_s, u"FILE"_s, outPath};
}

void CliBackupTest::refusesEdits()
{
    QFETCH(QStringList, command);
    for (const QByteArray& backup : {test::backupOf(stationWithOut()),
                                     zipOf({{"a/config.bog", stationWithOut()}, {"b/config.bog", stationWithOut()}})}) {
        command[1] = m_cli.write(u"edit.dist"_s, backup);
        const Ended ended = m_cli.run(command);
        COMPARE_STATUS(ended, 5);
        QVERIFY(ended.out.isEmpty());
        QVERIFY2(ended.err.contains("This is a backup, which is only read"), ended.err.constData());
        QCOMPARE(Cli::read(command[1]), backup);
    }
}

void CliBackupTest::isRefusedWhereItIsBad_data()
{
    QTest::addColumn<QByteArray>("backup");
    QTest::addColumn<QByteArray>("words");
    const QByteArray good = test::backupOf(stationWithOut());
    QTest::newRow("without a station") << zipOf({{"META-INF/dist.xml", "<dist/>"}}) << "no config.bog"_ba;
    QTest::newRow("encrypted") << zipOf({{"stations/a/config.bog", stationWithOut()}}, ZIP_CM_DEFLATE, "secret")
                               << "The zip is encrypted"_ba;
    QTest::newRow("cut") << good.first(good.size() / 2) << "damaged or cut short"_ba;
    QTest::newRow("cut at its end") << good.chopped(1) << "damaged or cut short"_ba;
    QTest::newRow("huge") << zipOf({{"s/config.bog", QByteArray((qsizetype(64) << 20) + 1, ' ')}}) << "200 times"_ba;
}

void CliBackupTest::isRefusedWhereItIsBad()
{
    QFETCH(QByteArray, backup);
    QFETCH(QByteArray, words);
    const QString file = m_cli.write(u"bad.dist"_s, backup);
    for (const QStringList& command :
         {QStringList{u"tree"_s, file}, QStringList{u"show"_s, file, u"/"_s}, QStringList{u"diff"_s, file, file},
          QStringList{u"test"_s, file}, QStringList{u"handover"_s, file}}) {
        const Ended ended = m_cli.run(command);
        COMPARE_STATUS(ended, 4);
        QVERIFY2(ended.err.contains(words), ended.err.constData());
    }
}

void CliBackupTest::saysWhereAnEntryMeansNothing()
{
    const Ended ended = m_cli.run({u"tree"_s, m_cli.write(u"a.bog"_s, stationWithOut()), u"--entry"_s, u"x/config.bog"_s});
    COMPARE_STATUS(ended, 0);
    QVERIFY(ended.err.contains("is no backup"));
    QCOMPARE(m_cli.run({u"test"_s, u"--protocol"_s, u"smtp"_s, u"--host"_s, u"a.example"_s, u"--entry"_s, u"x"_s}).status,
             2);
}

STATIONER_TEST(CliBackupTest)
#include "backup_test.moc"
