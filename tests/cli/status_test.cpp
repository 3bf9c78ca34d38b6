// The exit statuses to the letter, and that every refusal says why.

#include "cli/clirun.h"
#include "support/certificates.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <memory>

#include <sys/stat.h>
#include <unistd.h>

using namespace stationer;
using namespace stationer::testing;

class StatusTest : public QObject {
    Q_OBJECT

    Cli m_cli;

private slots:
    void initTestCase();
    void refusesWhatIsNoCommandLine_data();
    void refusesWhatIsNoCommandLine();
    void speaksTheLanguageOfThePlace();
    void helps();
    void readsNothingBroken_data();
    void readsNothingBroken();
    void namesLineAndColumn();
    void cannotWrite();
    void cannotWriteAsTheUserWhoMayNot();
    void noticesAFullStandardOutput();
    void refusesASecretThatOthersReach_data();
    void refusesASecretThatOthersReach();
    void takesWhatIsNoSecretAtRest();
    void saysWhichLineOfTheSecretsIsWrong();
    void readsNamesInAnyLocale();
};

void StatusTest::initTestCase()
{
    m_cli.write(u"a.bog"_s, test::smallStation(test::outgoing() + test::incoming()));
    m_cli.write(u"none.bog"_s, test::smallStation({}));
    m_cli.write(u"both.bog"_s,
                test::smallStation(test::outgoing(test::value("useSsl", "true") + test::value("useStartTls", "true"))));
    m_cli.write(u"password"_s, "secret\n");
    const TestCertificate one = TestCa().issueFor(u"station"_s);
    const TestCertificate other = TestCa().issueFor(u"station"_s);
    m_cli.write(u"cert.pem"_s, one.pem());
    m_cli.write(u"other.pem"_s, one.pem() + other.keyPem());
    m_cli.write(u"locked.pem"_s, one.pem() + one.keyPem("open sesame"));
}

void StatusTest::refusesWhatIsNoCommandLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("word"); // of the sentence on standard error
    const auto row = [](const char* line, const char* word) {
        QTest::newRow(line) << QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts) << QByteArray(word);
    };
    row("", "Usage");
    row("frobnicate", "frobnicate");
    row("detect", "--protocol");
    row("detect --protocol smtp", "--host");
    row("detect --protocol ftp --host x", "ftp");
    row("detect --protocol smtp --host x --port 0", "--port");
    row("detect --protocol smtp --host x --port 65536", "--port");
    row("detect --protocol smtp --host x --format junit", "junit");
    row("detect --protocol smtp --host x --password-stdin", "--password-stdin");
    row("detect a.bog --protocol smtp --host x", "a.bog");
    row("handover", "FILE");
    row("handover a.bog --done dance:/", "dance:/");
    row("handover a.bog --station-roots-password-file password", "--station-roots");
    row("handover a.bog --format junit", "junit");
    row("diff a.bog", "FILE FILE");
    row("tree", "FILE is missing.");
    row("tree a.bog / extra", "extra");
    row("tree a.bog --depth", "--depth");
    row("tree a.bog --depth x", "--depth");
    row("tree a.bog --depth -1", "--depth");
    row("tree a.bog --frob", "--frob");
    row("tree a.bog -x", "-x");
    row("tree a.bog --json=yes", "--json");
    row("tree a.bog --depth 1 --depth 2", "twice");
    row("tree a.bog --format xml", "xml");
    row("tree a.bog --format junit", "command test");
    row("tree a.bog --format text --json", "contradict");
    row("tree a.bog /Nowhere", "/Nowhere");
    row("show a.bog", "PATH is missing.");
    row("show a.bog /Services/EmailService/Nobody", "Nobody");
    row("set a.bog /Services/EmailService/Out", "SLOT=VALUE… is missing.");
    row("set a.bog /Services/EmailService/Out useSsl", "useSsl");
    row("set a.bog /Services/EmailService/Out =true", "=true");
    row("set a.bog /Services/EmailService/Nobody useSsl=true", "Nobody");
    row("set a.bog /Services/EmailService/Out nonsense=1", "nonsense");
    row("set a.bog /Services/EmailService/Out queueSize=1", "");
    row("set a.bog /Services/EmailService/Out password=geheim", "");
    row("set a.bog /Services/EmailService/Out port=x", "");
    row("set a.bog /Services/EmailService/Out port=0", "");
    row("set a.bog /Services/EmailService/Out port=65536", "");
    row("set a.bog /Services/EmailService/Out pollrate=1", "");
    row("set a.bog /Services/EmailService/In store=smtp", "");
    row("set a.bog /Services/EmailService/Out useSsl=true useStartTls=true", "");
    row("set a.bog /Services/EmailService/Out port=25 port=26", "");
    row("add a.bog /Services/EmailService", "TYPE is missing.");
    row("add a.bog /Nowhere email:OutgoingAccount", "/Nowhere");
    row("add a.bog /Services/EmailService OutgoingAccount", "module:Type");
    row("add a.bog /Services/EmailService a:b:c", "module:Type");
    row("add a.bog /Services/EmailService email:OutgoingAccount Out", "Out");
    row("add a.bog /Services email:EmailService", "has an EmailService already");
    row("add a.bog /Drivers email:EmailService", "Services");
    row("add a.bog /Drivers email:OutgoingAccount", "EmailService");
    row("add a.bog /Drivers baja:String", "value");
    row("add a.bog /Drivers b:String", "value");
    row("remove a.bog -- --help", "no component --help");
    row("remove a.bog /", "station itself");
    row("remove a.bog /Nowhere", "/Nowhere");
    row("remove a.bog /stationName", "value");
    row("test", "--protocol");
    row("test a.bog --path /Nowhere", "/Nowhere");
    row("test a.bog --path /Services", "no account");
    row("test none.bog", "no enabled account");
    row("test a.bog --host x", "--protocol");
    row("test --protocol ftp --host x", "ftp");
    row("test --protocol smtp", "--host");
    row("test --protocol smtp --host x --security tls", "tls");
    row("test --protocol smtp --host x --port 0", "--port");
    row("test --protocol smtp --host x --port 65536", "--port");
    row("test a.bog --protocol smtp --host x", "no file");
    row("test a.bog --depth deep", "deep");
    row("test a.bog --depth message", "--to");
    row("test a.bog --to a@b", "--depth");
    row("test --protocol imap --host x --depth message --to a@b", "SMTP");
    row("test a.bog --timeout 0", "--timeout");
    row("test a.bog --timeout soon", "--timeout");
    row("test a.bog --connect ::1", "::1");
    row("test a.bog --jobs 0", "--jobs");
    row("test a.bog --accept 1234", "1234");
    row("test a.bog --password secret", "--password");
    row("test a.bog --password-file password --password-stdin", "one of");
    row("test a.bog --token-file password --password-file password", "Only one of");
    row("test a.bog --client-certificate password", "no certificate");
    row("test a.bog --client-certificate cert.pem", "no private key");
    row("test a.bog --client-certificate other.pem", "does not belong");
    row("test a.bog --client-certificate locked.pem", "--key-password-file");
    row("test a.bog --client-certificate locked.pem --key-password-file password", "passphrase");
    row("test a.bog --key-password-file password", "--client-certificate");
    row("test a.bog --token-file password --client-certificate cert.pem", "Only one of");
    row("test --protocol smtp --host x --user bob --security none --client-certificate cert.pem", "handshake");
    row("test a.bog --mechanism GSSAPI", "GSSAPI");
    row("test a.bog --format yaml", "yaml");
    row("test a.bog --format junit --json", "contradict");
    row("test a.bog --format junit --transcript", "transcript");
    row("test --protocol imap --host localhost --port 1 --user bob", "password");
    row("trust", "missing");
    row("trust x.security", "missing");
    row("trust x.security frob", "frob");
    row("trust x.security list extra", "extra");
    row("trust x.security list --alias a", "--alias");
    row("trust x.security import", "missing");
    row("trust x.security export ca", "ca");
    row("trust x.security remove ca", "ca");
    row("trust x.security forget localhost:25", "localhost:25");
    row("trust x.security allow localhost:25", "missing");
    row("trust x.security allow localhost abcd --errors unknownRoot", "localhost");
    row("trust x.security allow localhost:25 abcd --errors unknownRoot", "abcd");
    row("trust x.security reject localhost:25 abcd", "abcd");
    row("trust x.security import password", "certificate");
    row("verify", "--host");
    row("verify chain.pem", "--host");
    row("verify chain.pem --host x --time yesterday", "--time");
    row("verify --batch x --host y", "--batch");
    row("demo extra", "extra");
    row("demo --json", "--json");
}

void StatusTest::refusesWhatIsNoCommandLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, word);
    const Ended ended = m_cli.run(arguments);
    COMPARE_STATUS(ended, 2);
    QVERIFY2(!ended.err.isEmpty() && ended.err.contains(word), ended.err);
    QVERIFY2(ended.out.isEmpty(), ended.out);
    QVERIFY(!ended.err.contains("geheim")); // a password on the command line is not repeated
}

/// Where the desktop's texts are built; what programs read is the same everywhere.
void StatusTest::speaksTheLanguageOfThePlace()
{
    const auto german = [](QProcess& process) {
        QProcessEnvironment environment = process.processEnvironment();
        environment.insert(u"LC_ALL"_s, u"de_DE.UTF-8"_s);
        process.setProcessEnvironment(environment);
    };
    const QStringList typed{u"test"_s, u"--protocol"_s, u"smtp"_s, u"--host"_s, u"127.0.0.1"_s, u"--port"_s, u"1"_s};
#ifdef STATIONER_SPEAKS_GERMAN
    QVERIFY(m_cli.run(typed, {}, german).out.contains("antwortet kein Dienst"));
#else
    QVERIFY(m_cli.run(typed, {}, german).out.contains("no service answers"));
#endif
    for (const QString& format : {u"json"_s, u"junit"_s, u"prometheus"_s}) {
        const QByteArray out = m_cli.run(typed + QStringList{u"--format"_s, format}, {}, german).out;
        QVERIFY2(!out.isEmpty() && !out.contains("antwortet"), out);
    }
}

void StatusTest::helps()
{
    for (const QStringList& arguments :
         {QStringList{u"--help"_s}, QStringList{u"-h"_s}, QStringList{u"--version"_s}, QStringList{u"tree"_s, u"--help"_s},
          QStringList{u"test"_s, u"--help"_s}, QStringList{u"trust"_s, u"--help"_s}}) {
        const Ended ended = m_cli.run(arguments);
        COMPARE_STATUS(ended, 0);
        QVERIFY(!ended.out.isEmpty());
        QVERIFY(ended.err.isEmpty());
    }
    for (const QByteArray& line : m_cli.run({u"--help"_s}).out.split('\n')) {
        QVERIFY2(QString::fromUtf8(line).size() <= 120, line);
        QVERIFY2(!line.endsWith(' '), line);
    }
    for (const char* command : {"tree", "show", "set", "add", "remove", "test", "trust", "verify", "demo"})
        QVERIFY(m_cli.run({u"--help"_s}).out.contains(command));
}

void StatusTest::readsNothingBroken_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("word");
    const QByteArray good = test::smallStation(test::outgoing());
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("not XML") << QByteArray("hello") << QByteArray();
    QTest::newRow("another root") << QByteArray("<html/>") << QByteArray();
    QTest::newRow("truncated") << good.first(good.size() / 2) << QByteArray("ine ");
    QTest::newRow("mismatched") << QByteArray(good).replace("</bajaObjectGraph>", "</p>") << QByteArray("ine ");
    QTest::newRow("document type") << QByteArray(good).replace("?>\n<baja", "?>\n<!DOCTYPE x [<!ENTITY a \"b\">]><baja")
                                   << QByteArray("document type");
    QTest::newRow("nested") << "<bajaObjectGraph>" + QByteArray("<p>").repeated(2000) + QByteArray("</p>").repeated(2000) +
                                   "</bajaObjectGraph>"
                            << QByteArray("1,000");
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe<\0?\0", 6) << QByteArray();
    QTest::newRow("Latin-1") << QByteArray(good).replace("acme", "acm\xe9") << QByteArray();
    QTest::newRow("a broken zip") << QByteArray("PK\x03\x04 and then nothing") << QByteArray("zip");
}

void StatusTest::readsNothingBroken()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, word);
    const QString file = m_cli.write(u"broken.bog"_s, bytes);
    const QString path = u"/Services/EmailService/Out"_s;
    for (const QStringList& arguments :
         {QStringList{u"tree"_s, file}, QStringList{u"show"_s, file, path},
          QStringList{u"set"_s, file, path, u"useSsl=true"_s}, QStringList{u"add"_s, file, u"/"_s, u"baja:Folder"_s},
          QStringList{u"remove"_s, file, path}, QStringList{u"test"_s, file}}) {
        const Ended ended = m_cli.run(arguments);
        COMPARE_STATUS(ended, 4);
        QVERIFY(ended.err.contains("broken.bog"));
        QVERIFY2(ended.err.contains(word), ended.err);
        QVERIFY(ended.out.isEmpty());
    }
    QCOMPARE(Cli::read(file), bytes);
    COMPARE_STATUS(m_cli.run({u"tree"_s, u"there-is-none.bog"_s}), 4);
    COMPARE_STATUS(m_cli.run({u"verify"_s, u"there-is-none.pem"_s, u"--host"_s, u"x"_s}), 4);
    COMPARE_STATUS(m_cli.run({u"verify"_s, file, u"--host"_s, u"x"_s}), 4);
    COMPARE_STATUS(m_cli.run({u"verify"_s, u"--batch"_s, u"there-is-none"_s}), 4);
    COMPARE_STATUS(m_cli.run({u"trust"_s, u"x.security"_s, u"import"_s, u"there-is-none"_s}), 4);
    COMPARE_STATUS(m_cli.run({u"test"_s, u"a.bog"_s, u"--password-file"_s, u"there-is-none"_s}), 4);
}

void StatusTest::namesLineAndColumn()
{
    const QString file =
        m_cli.write(u"broken.bog"_s, "<bajaObjectGraph version='4.0'>\n <p h='1'>\n  <p n='a'<\n</bajaObjectGraph>\n");
    const Ended ended = m_cli.run({u"tree"_s, file});
    COMPARE_STATUS(ended, 4);
    QVERIFY2(ended.err.contains("line 3, column "), ended.err);
}

void StatusTest::cannotWrite()
{
    const QByteArray before = test::smallStation(test::outgoing());
    const QString file = m_cli.write(u"c.bog"_s, before);
    // The file as it was cannot be kept: a folder stands in its place.
    QVERIFY(QDir().mkpath(file + u".bak/full"_s));
    for (const QStringList& arguments :
         {QStringList{u"set"_s, file, u"/Services/EmailService/Out"_s, u"useSsl=true"_s},
          QStringList{u"add"_s, file, u"/Services/EmailService"_s, u"email:OutgoingAccount"_s},
          QStringList{u"remove"_s, file, u"/Services/EmailService/Out"_s}}) {
        const Ended ended = m_cli.run(arguments);
        COMPARE_STATUS(ended, 5);
        QVERIFY(ended.err.contains("c.bog"));
        QVERIFY(ended.out.isEmpty());
        QCOMPARE(Cli::read(file), before);
    }
}

void StatusTest::cannotWriteAsTheUserWhoMayNot()
{
    constexpr uid_t nobody = 65534;
    QTemporaryDir folder;
    const QString file = folder.filePath(u"station.bog"_s);
    const QByteArray before = test::smallStation(test::outgoing());
    QVERIFY(QFile(m_cli.write(u"d.bog"_s, before)).copy(file));
    QCOMPARE(::chmod(qPrintable(file), 0444), 0);
    QCOMPARE(::chmod(qPrintable(folder.path()), 0555), 0);
    const auto asNobody = [&](QProcess& process) {
        process.setWorkingDirectory(folder.path());
        process.setChildProcessModifier([] {
            if (::geteuid() == 0 && ::setuid(nobody) != 0)
                ::_exit(99);
        });
    };
    const Ended ended = m_cli.run({u"set"_s, file, u"/Services/EmailService/Out"_s, u"useSsl=true"_s}, {}, asNobody);
    QCOMPARE(::chmod(qPrintable(folder.path()), 0755), 0);
    COMPARE_STATUS(ended, 5);
    QCOMPARE(Cli::read(file), before);
}

void StatusTest::noticesAFullStandardOutput()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("there is no /dev/full");
    const Ended ended =
        m_cli.run({u"tree"_s, u"a.bog"_s}, {}, [](QProcess& process) { process.setStandardOutputFile(u"/dev/full"_s); });
    COMPARE_STATUS(ended, 5);
}

void StatusTest::refusesASecretThatOthersReach_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("secret");
    const TestCertificate one = TestCa().issueFor(u"station"_s);
    m_cli.write(u"locked-too.pem"_s, one.pem() + one.keyPem("open sesame"));
    QTest::newRow("passwords") << QStringList{u"--secrets"_s} << "/Services/EmailService/Out\thidden\n"_ba;
    QTest::newRow("a password") << QStringList{u"--password-file"_s} << "hidden\n"_ba;
    QTest::newRow("a token") << QStringList{u"--token-file"_s} << "hidden\n"_ba;
    QTest::newRow("a key") << QStringList{u"--client-certificate"_s} << one.pem() + one.keyPem();
    QTest::newRow("the passphrase of a key")
        << QStringList{u"--client-certificate"_s, u"locked-too.pem"_s, u"--key-password-file"_s} << "open sesame"_ba;
}

void StatusTest::refusesASecretThatOthersReach()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, secret);
    const QString file = m_cli.write(u"reached"_s, secret);
    const QStringList arguments = QStringList{u"test"_s, u"a.bog"_s, u"--timeout"_s, u"1"_s} + options + QStringList{file};
    const auto isRefusedFor = [&](const char* reason) {
        const Ended ended = m_cli.run(arguments);
        return ended.status == 2 && ended.err.contains("reached holds a secret") && ended.err.contains(reason) &&
               !ended.err.contains("hidden");
    };
    for (const mode_t mode : {0640, 0604, 0620, 0602}) {
        QCOMPARE(::chmod(qPrintable(file), mode), 0);
        QVERIFY2(isRefusedFor("chmod 600"), QByteArray::number(mode, 8));
    }
    QCOMPARE(::chmod(qPrintable(file), 0600), 0);
    QVERIFY(!m_cli.run(arguments).err.contains("holds a secret"));
    const QString link = m_cli.path(u"reached-by-a-link"_s);
    QFile::remove(link);
    QVERIFY(QFile::link(file, link)); // what it leads to counts
    QVERIFY(!m_cli.run(QStringList{u"test"_s, u"a.bog"_s, u"--timeout"_s, u"1"_s} + options + QStringList{link})
                 .err.contains("holds a secret"));
    if (geteuid() == 0) { // who alone can give a file to another user
        QCOMPARE(::chown(qPrintable(file), 65534, 65534), 0);
        QVERIFY(isRefusedFor("another user"));
    }
    QVERIFY(QFile::remove(file));
}

/// A locked key is for everybody to read; a pipe is at rest nowhere, whoever made it.
void StatusTest::takesWhatIsNoSecretAtRest()
{
    const QString locked = m_cli.path(u"locked.pem"_s);
    QCOMPARE(::chmod(qPrintable(locked), 0644), 0);
    const QString phrase = m_cli.write(u"phrase"_s, "open sesame\n");
    const Ended opened = m_cli.run({u"test"_s, u"a.bog"_s, u"--timeout"_s, u"1"_s, u"--client-certificate"_s, locked,
                                    u"--key-password-file"_s, phrase});
    COMPARE_STATUS(opened, 1);
    for (const QString& path : {u"/dev/stdin"_s, u"/proc/self/fd/0"_s}) {
        const Ended piped =
            m_cli.run({u"test"_s, u"a.bog"_s, u"--timeout"_s, u"1"_s, u"--password-file"_s, path}, "hidden\n");
        COMPARE_STATUS(piped, 1);
    }
    const Ended device = m_cli.run({u"test"_s, u"a.bog"_s, u"--timeout"_s, u"1"_s, u"--password-file"_s, u"/dev/null"_s});
    COMPARE_STATUS(device, 1);
    const QString named = m_cli.path(u"named-pipe"_s);
    QCOMPARE(::mkfifo(qPrintable(named), 0600), 0);
    for (const auto& [mode, status] : {std::pair<mode_t, int>{0600, 1}, {0644, 2}}) {
        QCOMPARE(::chmod(qPrintable(named), mode), 0);
        QProcess writer;
        writer.start(u"sh"_s, {u"-c"_s, u"printf hidden >\"$0\""_s, named});
        const Ended ended = m_cli.run({u"test"_s, u"a.bog"_s, u"--timeout"_s, u"1"_s, u"--password-file"_s, named});
        COMPARE_STATUS(ended, status);
        QTRY_COMPARE(writer.state(), QProcess::NotRunning);
    }
    // And what the shell opened is a file like any other.
    const QString open = m_cli.write(u"open"_s, "hidden\n");
    QCOMPARE(::chmod(qPrintable(open), 0644), 0);
    const Ended redirected = m_cli.run({u"test"_s, u"a.bog"_s, u"--password-file"_s, u"/dev/stdin"_s}, {},
                                       [&](QProcess& process) { process.setStandardInputFile(open); });
    COMPARE_STATUS(redirected, 2);
}

void StatusTest::saysWhichLineOfTheSecretsIsWrong()
{
    const QString broken = m_cli.write(u"broken"_s, "/Services/EmailService/Out secret\n");
    const Ended ended = m_cli.run({u"test"_s, u"a.bog"_s, u"--secrets"_s, broken});
    COMPARE_STATUS(ended, 2);
    QVERIFY2(!ended.err.contains("Out secret"), ended.err);
}

void StatusTest::readsNamesInAnyLocale()
{
    const QString file = m_cli.write(u"straße.bog"_s, test::smallStation({}));
    const auto inC = [](QProcess& process) {
        QProcessEnvironment environment = process.processEnvironment();
        environment.insert(u"LC_ALL"_s, u"C"_s);
        process.setProcessEnvironment(environment);
    };
    const Ended ended = m_cli.run({u"tree"_s, file, u"--depth"_s, u"0"_s}, {}, inC);
    COMPARE_STATUS(ended, 0);
    QCOMPARE(ended.out, "/  baja:Station  … 2\n"_ba);
    QVERIFY2(ended.err.isEmpty(), ended.err);
    QVERIFY(m_cli.run({u"tree"_s, u"größe.bog"_s}, {}, inC).err.contains("größe.bog"));
}

STATIONER_TEST(StatusTest)
#include "status_test.moc"
