// The files of a .security folder under bad conditions, with the program as it is run: two at once, a read-only and a full
// disk, links, and what is no file at all.

#include "cli/clirun.h"
#include "support/certificates.h"
#include "support/stationertest.h"

#include <sys/stat.h>

using namespace stationer;
using namespace stationer::testing;

namespace {

/// In little memory; a sanitizer takes terabytes of addresses for itself.
#ifdef STATIONER_SANITIZED
const QString bounded = u"exec \"$0\" \"$@\""_s;
#else
const QString bounded = u"ulimit -v 700000; exec \"$0\" \"$@\""_s;
#endif

QString fingerprint(int number)
{
    return QString::number(number).rightJustified(64, u'a');
}

} // namespace

class TrustFilesTest : public QObject {
    Q_OBJECT

    Cli m_cli;
    const TestCa m_ca{u"Acme Root CA"_s};

    QString folder(const QString& name) const { return m_cli.path(name + u".security"_s); }
    Ended trust(const QString& name, const QStringList& arguments) const
    {
        return m_cli.run(QStringList{u"trust"_s, folder(name)} + arguments);
    }
    Ended reject(const QString& name, int number) const
    {
        return trust(name, {u"reject"_s, u"host%1.example:465"_s.arg(number), fingerprint(number)});
    }

    // The program with what a shell does before it; within bounds of memory and time.
    Ended runIn(const QString& script, const QStringList& arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_cli.path(u"home"_s)); // where its record of the folders is
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_cli.path({}));
        process.start(u"sh"_s, QStringList{u"-c"_s, script, QStringLiteral(STATIONER_CLI)} + arguments);
        process.closeWriteChannel();
        if (!process.waitForFinished(30000)) {
            process.kill();
            process.waitForFinished();
            QTest::qFail("it does not end by itself", __FILE__, __LINE__);
        }
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    static bool canMount()
    {
        QProcess process;
        process.start(u"unshare"_s, {u"-m"_s, u"sh"_s, u"-c"_s, u"mount -t tmpfs none /mnt"_s});
        return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

private slots:
    void twoProgramsLoseNothing();
    void aReadOnlyDiskIsSaid();
    void aFullDiskLeavesTheOldFile();
    void aLinkIsNeitherFollowedNorReplaced();
    void filesAreForTheOwnerAloneWhateverTheMask();
    void whatIsNoFileIsRefused_data();
    void whatIsNoFileIsRefused();
    void aListThatIsNoFileIsRefusedAndLeft();
    void manyRootsAreImportedAtOnce();
    void namesCannotHarmATerminal();
};

void TrustFilesTest::twoProgramsLoseNothing()
{
    constexpr int Rounds = 40;
    const QString loop =
        u"i=$1; while [ $i -lt $2 ]; do \"$0\" trust \"$3\" reject host$i.example:465 $4 >/dev/null || exit 9; "
        "\"$0\" trust \"$3\" reject gone$i.example:465 $4 >/dev/null || exit 9; "
        "\"$0\" trust \"$3\" forget gone$i.example:465 >/dev/null || exit 9; i=$((i + 1)); done"_s;
    QList<QProcess*> both;
    for (int writer = 0; writer < 2; ++writer) {
        both << new QProcess(this);
        both.last()->start(u"sh"_s, {u"-c"_s, loop, QStringLiteral(STATIONER_CLI), QString::number(writer * Rounds),
                                     QString::number((writer + 1) * Rounds), folder(u"two"_s), fingerprint(1)});
    }
    QList<TestCa> cas;
    for (int i = 0; i < 6; ++i) { // and meanwhile a third one changes the roots
        cas << TestCa(u"CA %1"_s.arg(i));
        COMPARE_STATUS(trust(u"two"_s, {u"import"_s, m_cli.write(u"ca.pem"_s, cas.last().pem())}), 0);
    }
    for (QProcess* const writer : both) {
        QVERIFY(writer->waitForFinished(120000));
        QVERIFY2(writer->exitCode() == 0, writer->readAllStandardError());
    }
    QSet<QString> hosts;
    for (const QJsonValue& row : trust(u"two"_s, {u"hosts"_s, u"--json"_s}).array())
        hosts << row[u"host"].toString();
    QCOMPARE(hosts.size(), 2 * Rounds);
    for (int i = 0; i < 2 * Rounds; ++i)
        QVERIFY(hosts.contains(u"host%1.example"_s.arg(i)));
    QCOMPARE(trust(u"two"_s, {u"list"_s, u"--json"_s}).array().size(), cas.size());
    QCOMPARE(QDir(folder(u"two"_s)).entryList(QDir::Files | QDir::Hidden), QStringList{u"allowed-hosts.json"_s});
}

void TrustFilesTest::aReadOnlyDiskIsSaid()
{
    if (!canMount())
        QSKIP("nothing can be mounted here: there is no read-only disk to write on");
    COMPARE_STATUS(reject(u"ro"_s, 1), 0);
    COMPARE_STATUS(trust(u"ro"_s, {u"import"_s, m_cli.write(u"ca.pem"_s, m_ca.pem())}), 0);
    const QByteArray before = Cli::read(folder(u"ro"_s) + u"/allowed-hosts.json"_s);
    const QString readOnly = u"exec unshare -m sh -c 'mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && "
                             "shift && exec \"$0\" \"$@\"' \"$0\" \"$@\""_s;
    const auto onReadOnly = [&](const QStringList& arguments) {
        return runIn(readOnly, QStringList{folder(u"ro"_s), u"trust"_s, folder(u"ro"_s)} + arguments);
    };
    for (const QStringList& change : {QStringList{u"reject"_s, u"other.example:465"_s, fingerprint(2)},
                                      {u"forget"_s, u"host1.example:465"_s},
                                      {u"allow"_s, u"other.example:465"_s, fingerprint(2), u"--errors"_s, u"selfSigned"_s},
                                      {u"import"_s, m_cli.write(u"other.pem"_s, TestCa(u"Other"_s).pem())},
                                      {u"remove"_s, u"Acme-Root-CA"_s}}) {
        const Ended ended = onReadOnly(change);
        COMPARE_STATUS(ended, 5);
        QVERIFY2(ended.err.contains("read-only"), ended.err);
        QVERIFY2(ended.out.isEmpty(), ended.out); // nothing is claimed
    }
    for (const QString& question : {u"hosts"_s, u"list"_s, u"prune"_s})
        COMPARE_STATUS(onReadOnly({question}), 0);
    QCOMPARE(Cli::read(folder(u"ro"_s) + u"/allowed-hosts.json"_s), before);
    QCOMPARE(trust(u"ro"_s, {u"list"_s, u"--json"_s}).array().size(), 1);
}

void TrustFilesTest::aFullDiskLeavesTheOldFile()
{
    if (!canMount())
        QSKIP("nothing can be mounted here: there is no small disk to fill");
    for (int i = 0; i < 3; ++i)
        COMPARE_STATUS(reject(u"full"_s, i), 0);
    COMPARE_STATUS(trust(u"full"_s, {u"import"_s, m_cli.write(u"ca.pem"_s, m_ca.pem())}), 0);
    // A disk of its own with the folder on it and the rest filled up; afterwards it has to hold the same.
    const QString script =
        u"exec unshare -m sh -c 'old=$1; shift; mount -t tmpfs -o size=32k none /mnt && cp -a \"$old\" /mnt/s.security && "
        "\"$0\" trust /mnt/s.security adopt >/dev/null && { cat /dev/zero >/mnt/filling 2>/dev/null; \"$0\" \"$@\"; "
        "status=$?; rm /mnt/filling; "
        "diff -r \"$old\" /mnt/s.security >&2 || status=99; exit $status; }' \"$0\" \"$@\""_s;
    const auto onFull = [&](const QStringList& arguments) {
        return runIn(script, QStringList{folder(u"full"_s), u"trust"_s, u"/mnt/s.security"_s} + arguments);
    };
    for (const QStringList& change : {QStringList{u"reject"_s, u"other.example:465"_s, fingerprint(9)},
                                      {u"forget"_s, u"host1.example:465"_s},
                                      {u"import"_s, m_cli.write(u"other.pem"_s, TestCa(u"Other"_s).pem())}}) {
        const Ended ended = onFull(change);
        COMPARE_STATUS(ended, 5);
        QVERIFY2(ended.err.contains("full") || ended.err.contains("No space left"), ended.err);
        QVERIFY2(ended.out.isEmpty(), ended.out);
    }
    COMPARE_STATUS(onFull({u"hosts"_s}), 0);
}

void TrustFilesTest::aLinkIsNeitherFollowedNorReplaced()
{
    COMPARE_STATUS(reject(u"real"_s, 1), 0);
    const QString kept = m_cli.path(u"kept.json"_s);
    const QString list = folder(u"real"_s) + u"/allowed-hosts.json"_s;
    QVERIFY(QFile::rename(list, kept) && QFile::link(kept, list));
    QVERIFY(QFile::link(folder(u"real"_s), folder(u"linked"_s)));
    const QByteArray before = Cli::read(kept);
    for (const QString& name : {u"real"_s, u"linked"_s}) {
        const Ended ended = reject(name, 2);
        COMPARE_STATUS(ended, 4);
        QVERIFY2(ended.err.contains("link"), ended.err);
    }
    const QStringList through{u"trust"_s, folder(u"linked"_s) + u'/', u"import"_s, m_cli.write(u"ca.pem"_s, m_ca.pem())};
    COMPARE_STATUS(m_cli.run(through), 4);
    QVERIFY(QFileInfo(list).isSymLink());
    QVERIFY(QFileInfo(folder(u"linked"_s)).isSymLink());
    QCOMPARE(Cli::read(kept), before);
    QVERIFY(!QFile::exists(folder(u"real"_s) + u"/user-trust-store"_s));
}

void TrustFilesTest::filesAreForTheOwnerAloneWhateverTheMask()
{
    const QString open = u"umask 0; exec \"$0\" \"$@\""_s;
    const QString ca = m_cli.write(u"ca.pem"_s, m_ca.pem());
    COMPARE_STATUS(runIn(open, {u"trust"_s, folder(u"mask"_s), u"import"_s, ca}), 0);
    COMPARE_STATUS(runIn(open, {u"trust"_s, folder(u"mask"_s), u"reject"_s, u"a.example:1"_s, fingerprint(1)}), 0);
    const auto modeOf = [](const QString& path) {
        struct stat about {};
        return stat(QFile::encodeName(path).constData(), &about) == 0 ? int(about.st_mode & 07777) : -1;
    };
    for (const QString& path : {QString(), u"/user-trust-store"_s})
        QCOMPARE(modeOf(folder(u"mask"_s) + path), 0700);
    for (const QString& path : {u"/allowed-hosts.json"_s, u"/user-trust-store/Acme-Root-CA.pem"_s})
        QCOMPARE(modeOf(folder(u"mask"_s) + path), 0600);
}

void TrustFilesTest::whatIsNoFileIsRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("a folder") << m_cli.path(u"home"_s);
    QTest::newRow("zeros without end") << u"/dev/zero"_s;
    QTest::newRow("nothing") << u"/dev/null"_s;
    const QString pipe = m_cli.path(u"pipe"_s);
    mkfifo(QFile::encodeName(pipe).constData(), 0600);
    QTest::newRow("a pipe into which nobody writes") << pipe;
    const QString large = m_cli.path(u"large.pem"_s);
    if (QFile file(large); file.open(QIODevice::WriteOnly)) {
        const QByteArray block = m_ca.pem().repeated(1000);
        for (qint64 size = 0; size < 100'000'000; size += block.size())
            file.write(block);
    }
    QTest::newRow("100 MB of PEM") << large;
    QTest::newRow("what is not there") << m_cli.path(u"none.pem"_s);
    QTest::newRow("garbage in armour") << m_cli.write(
        u"garbage.pem"_s, "-----BEGIN CERTIFICATE-----\n" + QByteArray(50'000, '~') + "\n-----END CERTIFICATE-----\n");
    QTest::newRow("a private key") << m_cli.write(u"key.pem"_s, m_ca.certificate().keyPem());
}

void TrustFilesTest::whatIsNoFileIsRefused()
{
    QFETCH(QString, path);
    const QString good = m_cli.write(u"good.pem"_s, m_ca.pem());
    for (const QStringList& arguments : {QStringList{u"trust"_s, folder(u"never"_s), u"import"_s, path},
                                         {u"verify"_s, path, u"--host"_s, u"mail.example"_s},
                                         {u"verify"_s, good, u"--host"_s, u"mail.example"_s, u"--roots"_s, path},
                                         {u"trust"_s, folder(u"never"_s), u"allow"_s, u"a.example:1"_s, fingerprint(1),
                                          u"--errors"_s, u"selfSigned"_s, u"--chain"_s, path}}) {
        const Ended ended = runIn(bounded, arguments);
        QVERIFY2(ended.status == 2 || ended.status == 4, arguments.join(u' ').toUtf8() + ended.out + ended.err);
        QVERIFY2(ended.err.contains("stationer-cli: "), ended.err);
        QVERIFY2(ended.out.isEmpty(), ended.out);
    }
    QVERIFY(!QFileInfo::exists(folder(u"never"_s)));
    if (path.endsWith(u"/large.pem"_s))
        return; // a million lines, each of which gets its answer
    const Ended batch = runIn(bounded, {u"verify"_s, u"--batch"_s, path});
    QVERIFY2(batch.status == 4 || (path == u"/dev/null"_s && batch.status == 0), batch.err);
}

void TrustFilesTest::aListThatIsNoFileIsRefusedAndLeft()
{
    QDir().mkpath(folder(u"strange"_s));
    const QString list = folder(u"strange"_s) + u"/allowed-hosts.json"_s;
    const auto isRefused = [&](const QStringList& arguments) {
        const Ended ended = runIn(bounded, QStringList{u"trust"_s, folder(u"strange"_s)} + arguments);
        return ended.status == 4 && ended.err.contains("allowed-hosts.json");
    };
    const QStringList change{u"reject"_s, u"a.example:1"_s, fingerprint(1)};
    QCOMPARE(mkfifo(QFile::encodeName(list).constData(), 0600), 0);
    QVERIFY(isRefused({u"hosts"_s}) && isRefused(change));
    QVERIFY(QFile::remove(list) && QDir().mkdir(list));
    QVERIFY(isRefused({u"hosts"_s}) && isRefused(change));
    QVERIFY(QDir().rmdir(list) && QFile::link(u"/dev/zero"_s, list));
    QVERIFY(isRefused({u"hosts"_s}) && isRefused(change));
    QVERIFY(QFileInfo(list).isSymLink());
}

void TrustFilesTest::manyRootsAreImportedAtOnce()
{
    QByteArray pem;
    for (int i = 0; i < 500; ++i)
        pem += TestCa(u"CA %1"_s.arg(i % 250)).pem(); // two of each name
    const QString file = m_cli.write(u"many.pem"_s, pem + m_ca.pem() + m_ca.pem());
    const Ended imported = trust(u"many"_s, {u"import"_s, file, u"--json"_s});
    COMPARE_STATUS(imported, 0);
    QCOMPARE(imported.array().size(), 501);
    QSet<QString> aliases;
    for (const QJsonValue& root : imported.array())
        aliases << root[u"alias"].toString();
    QCOMPARE(aliases.size(), 501);
    QVERIFY(aliases.contains(u"CA-7"_s) && aliases.contains(u"CA-7-2"_s));
    const Ended again = trust(u"many"_s, {u"import"_s, file, u"--json"_s});
    COMPARE_STATUS(again, 0);
    QVERIFY(again.array().isEmpty());
    QCOMPARE(trust(u"many"_s, {u"list"_s, u"--json"_s}).array().size(), 501);
}

void TrustFilesTest::namesCannotHarmATerminal()
{
    CertificateOptions options;
    options.commonName = u"Acme\u202Egpj.exe\u2066<b>x</b>\x1B[31m"_s + QChar(0x9B) + u"\nSecond line\r"_s;
    options.subject = {{"O", QByteArray("NUL\0here", 8)}};
    const TestCa strange(options);
    const TestCertificate leaf = strange.issueFor(u"mail.example"_s);
    const QString ca = m_cli.write(u"strange.pem"_s, strange.pem());
    QByteArray said;
    for (const QStringList& arguments :
         {QStringList{u"trust"_s, folder(u"names"_s), u"import"_s, ca},
          {u"trust"_s, folder(u"names"_s), u"list"_s},
          {u"trust"_s, folder(u"names"_s), u"list"_s, u"--json"_s},
          {u"trust"_s, folder(u"names"_s), u"import"_s, ca},
          {u"verify"_s, m_cli.write(u"leaf.pem"_s, leaf.pem() + strange.pem()), u"--host"_s, u"mail.example"_s},
          {u"trust"_s, folder(u"names"_s), u"allow"_s, u"mail.example:465"_s, QString::fromLatin1(leaf.sha256()),
           u"--errors"_s, u"missingIssuer"_s, u"--chain"_s, m_cli.path(u"leaf.pem"_s)},
          {u"trust"_s, folder(u"names"_s), u"hosts"_s, u"--json"_s},
          {u"trust"_s, folder(u"names"_s), u"prune"_s}}) {
        const Ended ended = m_cli.run(arguments);
        QVERIFY2(ended.status == 0 || ended.status == 3, ended.err);
        said += ended.out + ended.err;
    }
    QVERIFY(said.contains("Acme"));
    QVERIFY(!said.contains('\0') && !said.contains('\x1B') && !said.contains('\r'));
    const QString text = QString::fromUtf8(said);
    for (const QChar c : text)
        QVERIFY2(c == u'\n' || (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format),
                 QByteArray::number(c.unicode(), 16));
    QVERIFY(!text.contains(u"\nSecond line"_s));
    for (const QString& name : QDir(folder(u"names"_s) + u"/user-trust-store"_s).entryList(QDir::Files))
        QVERIFY2(!name.contains(u'<') && !name.contains(u'\n') && !name.contains(QChar(0x202E)), qPrintable(name));
}

STATIONER_TEST(TrustFilesTest)
#include "trustfiles_test.moc"
