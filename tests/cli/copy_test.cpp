// copy: accounts as a small station file of their own, which opens by itself and never takes its station's place.

#include "cli/clirun.h"
#include "support/backups.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;

namespace {

const QString outPath = u"/Services/EmailService/Out"_s;
const QString inPath = u"/Services/EmailService/In"_s;
const QByteArray encoded = "[AES256.1]=0011aaFF";

QByteArray station()
{
    return test::smallStation(test::outgoing(test::value("hostname", "mail.example") +
                                             "     <p n=\"password\" t=\"b:Password\" v=\"" + encoded + "\"/>\n") +
                              test::incoming());
}

} // namespace

class CopyTest : public QObject {
    Q_OBJECT

    Cli m_cli;

private slots:
    void writesTheAccountsAlone();
    void warnsOfEncodedPasswords();
    void copiesOutOfABackup();
    void takesWhatIsInsideAnotherOnce();
    void keepsTheStationItself();
    void keepsWhatItReplaces();
    void refusesWhatIsNotThere();
};

void CopyTest::writesTheAccountsAlone()
{
    const QByteArray before = station();
    const QString file = m_cli.write(u"a.bog"_s, before);
    const QString out = m_cli.path(u"accounts.bog"_s);
    const Ended copy = m_cli.run({u"copy"_s, file, outPath, inPath, u"--out"_s, out});
    COMPARE_STATUS(copy, 0);
    QCOMPARE(copy.out, (outPath + u'\n' + inPath + u"\nWrote "_s + out + u".\n"_s).toUtf8());
    QCOMPARE(Cli::read(file), before);
    const QByteArray bytes = Cli::read(out);
    QVERIFY(bytes.contains("t='b:UnrestrictedFolder'") || bytes.contains("t=\"b:UnrestrictedFolder\""));
    const Ended tree = m_cli.run({u"tree"_s, out});
    COMPARE_STATUS(tree, 0);
    QCOMPARE(tree.out, "/  baja:UnrestrictedFolder\n  Out  email:OutgoingAccount\n  In  email:IncomingAccount\n");
    const Ended json = m_cli.run({u"copy"_s, file, inPath, u"--out"_s, out, u"--json"_s});
    COMPARE_STATUS(json, 0);
    QCOMPARE(json.object(),
             (QJsonObject{{u"out"_s, out}, {u"components"_s, QJsonArray{inPath}}, {u"encoded"_s, QJsonArray{}}}));
}

void CopyTest::warnsOfEncodedPasswords()
{
    const QString out = m_cli.path(u"coded.bog"_s);
    const Ended copy = m_cli.run({u"copy"_s, m_cli.write(u"a.bog"_s, station()), outPath, u"--out"_s, out, u"--json"_s});
    COMPARE_STATUS(copy, 0);
    QCOMPARE(copy.object()["encoded"_L1].toArray(), QJsonArray{outPath + u"/password"_s});
    QVERIFY(copy.err.contains("will probably not decode") && copy.err.contains("Out/password"));
    QVERIFY(!copy.err.contains(encoded) && !copy.out.contains(encoded));
    QVERIFY(Cli::read(out).contains("v=\"" + encoded + '"'));
}

void CopyTest::copiesOutOfABackup()
{
    const QString backup = m_cli.write(u"a.dist"_s, test::backupOf(station()));
    const QString out = m_cli.path(u"frombackup.bog"_s);
    QCOMPARE(m_cli.run({u"copy"_s, backup, inPath, u"--out"_s, out}).status, 0);
    QVERIFY(m_cli.run({u"tree"_s, out}).out.contains("In  email:IncomingAccount"));
    const QByteArray before = Cli::read(backup);
    QCOMPARE(m_cli.run({u"copy"_s, backup, inPath, u"--out"_s, backup}).status, 2);
    QCOMPARE(Cli::read(backup), before);
}

void CopyTest::takesWhatIsInsideAnotherOnce()
{
    const QString out = m_cli.path(u"service.bog"_s);
    const Ended copy = m_cli.run({u"copy"_s, m_cli.write(u"a.bog"_s, station()), u"/Services/EmailService"_s, inPath, inPath,
                                  u"--out"_s, out, u"--json"_s});
    COMPARE_STATUS(copy, 0);
    QCOMPARE(copy.object()["components"_L1].toArray(), QJsonArray{u"/Services/EmailService"_s});
    QCOMPARE(Cli::read(out).count("IncomingAccount"), 1);
}

void CopyTest::keepsTheStationItself()
{
    const QByteArray before = station();
    const QString file = m_cli.write(u"a.bog"_s, before);
    const QString link = m_cli.path(u"link.bog"_s);
    QVERIFY(QFile::link(file, link));
    for (const QString& out : {file, link, m_cli.path(u"home/../a.bog"_s)}) {
        const Ended copy = m_cli.run({u"copy"_s, file, outPath, u"--out"_s, out});
        COMPARE_STATUS(copy, 2);
        QVERIFY2(copy.err.contains("the station file that the selection is taken from"), copy.err.constData());
    }
    QCOMPARE(Cli::read(file), before);
}

void CopyTest::keepsWhatItReplaces()
{
    const QString file = m_cli.write(u"a.bog"_s, station());
    const QString out = m_cli.write(u"there.bog"_s, "what was there");
    QCOMPARE(m_cli.run({u"copy"_s, file, outPath, u"--out"_s, out}).status, 0);
    QCOMPARE(Cli::read(out + u".bak"_s), "what was there");
}

void CopyTest::refusesWhatIsNotThere()
{
    const QString file = m_cli.write(u"a.bog"_s, station());
    const QString out = m_cli.path(u"never.bog"_s);
    QCOMPARE(m_cli.run({u"copy"_s, file, u"/Services/None"_s, u"--out"_s, out}).status, 2);
    QCOMPARE(m_cli.run({u"copy"_s, file, outPath, u"/Services/None"_s, u"--out"_s, out}).status, 2);
    QCOMPARE(m_cli.run({u"copy"_s, file, outPath + u"/hostname"_s, u"--out"_s, out}).status, 2);
    QCOMPARE(m_cli.run({u"copy"_s, file, u"/"_s, u"--out"_s, out}).status, 2);
    QCOMPARE(m_cli.run({u"copy"_s, file, outPath}).status, 2);
    QCOMPARE(m_cli.run({u"copy"_s, file, u"--out"_s, out}).status, 2);
    QCOMPARE(m_cli.run({u"copy"_s, m_cli.path(u"none.bog"_s), outPath, u"--out"_s, out}).status, 4);
    QVERIFY(!QFile::exists(out));
    QCOMPARE(m_cli.run({u"copy"_s, file, outPath, u"--out"_s, m_cli.path(u"no/folder.bog"_s)}).status, 5);
}

STATIONER_TEST(CopyTest)
#include "copy_test.moc"
