// The manual and the README, held to the programs: each command line in them is run, what a run prints for certain is
// compared, and no link or picture leads nowhere.

#include "clirun.h"
#include "support/certificates.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

using namespace stationer::testing;
using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral(STATIONER_TESTS "/..");
const QString manual = root + u"/resources/manual"_s;

QString textOf(const QString& path)
{
    return QString::fromUtf8(Cli::read(path));
}

QStringList pages()
{
    return QDir(manual).entryList({u"*.md"_s}, QDir::Files);
}

struct Shown {
    QString command;
    QString output;
};

/// The lines of the code blocks: a command after a dollar sign, and what it prints; in the README commands alone.
QList<Shown> shownIn(const QString& page)
{
    QList<Shown> found;
    bool isInBlock = false;
    for (const QString& line : textOf(page).split(u'\n')) {
        if (line.startsWith("```"_L1))
            isInBlock = !isInBlock;
        else if (isInBlock && (line.startsWith("$ stationer-cli "_L1) || line.startsWith("stationer-cli "_L1)))
            found += {line.mid(line.indexOf(u' ', 2) + 1).replace(QRegularExpression(u"^stationer-cli "_s), {}), {}};
        else if (isInBlock && !found.isEmpty())
            found.last().output += line + u'\n';
    }
    return found;
}

QStringList argumentsOf(QString command)
{
    return QProcess::splitCommand(command.replace(u'\'', u'"'));
}

/// What differs from run to run: fingerprints, times.
QString withoutChance(QString text)
{
    static const QRegularExpression fingerprint(u"[0-9a-f]{64}"_s);
    static const QRegularExpression time(u"\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z"_s);
    static const QRegularExpression end(u"[ \\t]+(?=\\n)"_s);
    return text.replace(fingerprint, u"SHA256"_s).replace(time, u"TIME"_s).replace(end, {}).trimmed();
}

/// What a heading is called after the # of a link.
QSet<QString> anchorsIn(const QString& page)
{
    QSet<QString> anchors;
    for (const QString& line : textOf(page).split(u'\n')) {
        if (!line.startsWith(u'#'))
            continue;
        QString anchor = line.toLower().remove(QRegularExpression(u"^#+ "_s));
        anchors += anchor.remove(QRegularExpression(u"[^\\w\\- ]"_s)).replace(u' ', u'-');
    }
    return anchors;
}

} // namespace

class ManualTest : public QObject {
    Q_OBJECT

    Cli m_cli;
    QString m_leaf;

    /// The station that the examples are about: the sample station with hosts of example.org.
    static QByteArray exampleStation()
    {
        QByteArray xml = Cli::read(root + u"/resources/demo/station.bog"_s);
        const std::pair<const char*, const char*> values[] = {
            {"{{host}}", "smtp.example.org"}, {"{{user}}", "alarms@example.org"},
            {"{{smtpSsl}}", "465"},           {"{{smtpStartTls}}", "587"},
            {"{{smtpExpired}}", "465"},       {"{{imapSsl}}", "993"},
            {"{{pop3StartTls}}", "110"},      {"{{pop3None}}", "110"},
            {"HarbourHouse", "Acme"},         {"harbour.example", "example.org"}};
        for (const auto& [key, value] : values)
            xml.replace(key, value);
        return xml;
    }

    Ended run(const QString& command)
    {
        QStringList arguments = argumentsOf(command);
        static const QRegularExpression fingerprint(u"^([0-9a-f]{64}|SHA256)$"_s);
        arguments.replaceInStrings(fingerprint, m_leaf);
        if (arguments.first() == "test"_L1)
            arguments += {u"--connect"_s, u"127.0.0.1:1"_s}; // nobody answers there
        if (arguments.first() == "detect"_L1)
            arguments[arguments.indexOf(u"--host"_s) + 1] = u"127.0.0.1"_s;
        return m_cli.run(arguments);
    }

    void runs(const QString& command)
    {
        const Ended ended = run(command);
        QVERIFY2(ended.status == 0 || ended.status == 1 || ended.status == 3,
                 qPrintable(command + u": "_s + QString::number(ended.status) + u' ' + QString::fromUtf8(ended.err)));
    }

private slots:
    void initTestCase()
    {
        CertificateOptions ca;
        ca.commonName = u"Example Works Root CA"_s;
        ca.subject = {{"O", "Example Works"}};
        ca.isCa = true;
        const TestCertificate authority = makeCertificate(ca, nullptr, nullptr);
        CertificateOptions server;
        server.commonName = u"smtp.example.org"_s;
        server.dnsNames = {u"smtp.example.org"_s};
        const TestCertificate leaf = makeCertificate(server, &authority, nullptr);
        m_leaf = QString::fromLatin1(leaf.sha256());
        m_cli.write(u"ca.pem"_s, authority.pem());
        m_cli.write(u"chain.pem"_s, leaf.pem() + authority.pem());
        m_cli.write(u"own.pem"_s, leaf.pem() + leaf.keyPem());
        m_cli.write(u"secret.txt"_s, "correct\n");
        QByteArray secrets;
        for (const char* name :
             {"OutgoingAccount", "OldSettings", "Facilities", "WrongUser", "IncomingAccount", "Acknowledgements"})
            secrets += "/Services/EmailService/"_ba + name + "\tcorrect\n";
        m_cli.write(u"secrets.txt"_s, secrets);
        const QJsonObject one{{u"id"_s, 1},
                              {u"chain"_s, QString::fromLatin1(leaf.pem() + authority.pem())},
                              {u"roots"_s, QString::fromLatin1(authority.pem())},
                              {u"host"_s, u"smtp.example.org"_s}};
        m_cli.write(u"cases.jsonl"_s, QJsonDocument(one).toJson(QJsonDocument::Compact) + '\n');
    }

    /// The completion is made from the tables: what it offers, the man page explains.
    void theManPageNamesEveryOption()
    {
        const QString page =
            textOf(root + u"/resources/man/stationer-cli.1"_s).remove(QRegularExpression(u"\\\\(f[A-Z])?"_s));
        const QString offered = QString::fromUtf8(m_cli.run({u"--completion"_s}).out);
        static const QRegularExpression each(u"(?<=[ '])--[a-z-]+"_s);
        QSet<QString> options;
        for (const QRegularExpressionMatch& match : each.globalMatch(offered))
            options += match.captured();
        QVERIFY(options.size() > 30);
        for (const QString& option : std::as_const(options))
            QVERIFY2(page.contains(QRegularExpression(option + u"(?![a-z-])"_s)), qPrintable(option));
    }

    void bashCompletes_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("offered");
        QTest::newRow("commands") << u"stationer-cli de"_s << u"detect demo"_s;
        QTest::newRow("options") << u"stationer-cli tree station.bog --d"_s << u"--depth"_s;
        QTest::newRow("values") << u"stationer-cli test --protocol i"_s << u"imap"_s;
        QTest::newRow("formats of test") << u"stationer-cli test a.bog --format j"_s << u"json junit"_s;
        QTest::newRow("actions") << u"stationer-cli trust acme.security a"_s << u"allow adopt"_s;
        QTest::newRow("files") << u"stationer-cli test sta"_s << QString();
        QTest::newRow("a file of an option") << u"stationer-cli test --secrets --"_s << QString();
    }
    void bashCompletes()
    {
        QFETCH(QString, line);
        QFETCH(QString, offered);
        if (QStandardPaths::findExecutable(u"bash"_s).isEmpty())
            QSKIP("There is no bash here.");
        QProcess bash;
        bash.start(u"bash"_s,
                   {u"-c"_s,
                    u"source <(\"$0\" --completion); COMP_WORDS=($1); COMP_CWORD=$((${#COMP_WORDS[@]} - 1));"
                    "_stationer_cli stationer-cli \"${COMP_WORDS[-1]}\" \"${COMP_WORDS[-2]}\"; echo \"${COMPREPLY[*]}\""_s,
                    QStringLiteral(STATIONER_CLI), line});
        QVERIFY(bash.waitForFinished());
        QCOMPARE(bash.readAllStandardError(), QByteArray());
        QCOMPARE(QString::fromUtf8(bash.readAllStandardOutput()).trimmed(), offered);
    }

    /// In the order of the page, as one session: what changes the station is seen by what follows.
    void theCommandLinePageShowsWhatIsPrinted()
    {
        m_cli.write(u"acme.bog"_s, exampleStation());
        const QList<Shown> shown = shownIn(manual + u"/command-line.md"_s);
        QVERIFY(shown.size() > 20);
        QSet<QString> commands;
        for (const Shown& one : shown) {
            const QStringList arguments = argumentsOf(one.command);
            commands += arguments.first();
            const Ended ended = run(one.command);
            QVERIFY2(ended.status == 0 || ended.status == 1 || ended.status == 3,
                     qPrintable(one.command + u": "_s + QString::fromUtf8(ended.err)));
            // What depends on a server, or on what a test noted before.
            if (QStringList{u"test"_s, u"detect"_s, u"demo"_s}.contains(arguments.first()) || arguments.contains(u"hosts"_s))
                continue;
            const QString printed = withoutChance(QString::fromUtf8(ended.out + ended.err));
            if (printed != withoutChance(one.output))
                qWarning().noquote() << "The manual has:\n" << withoutChance(one.output) << "\nand it prints:\n" << printed;
            QVERIFY2(printed == withoutChance(one.output), qPrintable(one.command));
        }
        const QSet<QString> all{u"tree"_s, u"show"_s, u"set"_s,    u"add"_s,   u"remove"_s, u"diff"_s,
                                u"copy"_s, u"test"_s, u"detect"_s, u"trust"_s, u"verify"_s, u"demo"_s};
        QCOMPARE(commands, all);
    }

    void theReadmesCommandsRun()
    {
        m_cli.write(u"station.bog"_s,
                    stationer::test::smallStation({}).replace(
                        "   <p n='EmailService' h='3' m='email=email' t='email:EmailService'>\n   </p>\n", {}));
        const QList<Shown> shown = shownIn(root + u"/README.md"_s);
        QVERIFY(shown.size() > 5);
        for (const Shown& one : shown)
            runs(one.command);
    }

    void theTrustPagesCommandsRun()
    {
        m_cli.write(u"acme.bog"_s, exampleStation());
        static const QRegularExpression inCode(u"`((?:trust|test) acme[^`]*)`"_s);
        int count = 0;
        for (auto match = inCode.globalMatch(textOf(manual + u"/trust.md"_s)); match.hasNext(); ++count) {
            QString command = match.next().captured(1);
            if (command.startsWith("test"_L1) && !command.contains("--client-certificate"_L1))
                command += u" --password-file secret.txt"_s;
            runs(command);
        }
        QVERIFY(count > 6);
    }

    void noLinkLeadsNowhere()
    {
        QStringList files;
        for (const QString& page : pages())
            files += manual + u'/' + page;
        for (const QString& page : {u"README.md"_s, u"CONTRIBUTING.md"_s, u"SECURITY.md"_s, u"CHANGELOG.md"_s})
            files += root + u'/' + page;
        static const QRegularExpression link(u"\\]\\(([^)\\s]+)\\)"_s);
        int count = 0;
        for (const QString& file : files)
            for (auto match = link.globalMatch(textOf(file)); match.hasNext(); ++count) {
                const QString target = match.next().captured(1);
                if (target.startsWith("https://"_L1)) {
                    QVERIFY2(!file.startsWith(manual), qPrintable(target)); // the manual is whole without a network
                    continue;
                }
                const QString path = QFileInfo(file).absolutePath() + u'/' + target.section(u'#', 0, 0);
                QVERIFY2(QFileInfo::exists(path), qPrintable(file + u": "_s + target));
                if (const QString anchor = target.section(u'#', 1); !anchor.isEmpty())
                    QVERIFY2(anchorsIn(path).contains(anchor), qPrintable(file + u": "_s + target));
            }
        QVERIFY(count > 20);
    }

    void everyPictureIsShownAndSmall()
    {
        QString all = textOf(root + u"/README.md"_s);
        for (const QString& page : pages())
            all += textOf(manual + u'/' + page);
        qint64 bytes = 0;
        const QFileInfoList pictures = QDir(manual).entryInfoList({u"*.png"_s}, QDir::Files);
        QVERIFY(!pictures.isEmpty());
        for (const QFileInfo& picture : pictures) {
            QVERIFY2(all.contains(picture.fileName() + u')'), qPrintable(picture.fileName()));
            bytes += picture.size();
        }
        QVERIFY2(bytes < 1'500'000, qPrintable(QString::number(bytes)));
    }

    // SECURITY.md says with each promise which tests hold it.
    void everyPromiseNamesTestsThatThereAre()
    {
        static const QRegularExpression named(u"\\b([a-z]+)/([a-z0-9]+)\\b"_s);
        int promises = 0;
        for (const QString& line : textOf(root + u"/SECURITY.md"_s).split(u'\n')) {
            if (!line.startsWith("| "_L1) || line.startsWith("| promise "_L1))
                continue;
            ++promises;
            int tests = 0;
            for (auto match = named.globalMatch(line.section(u'|', 2)); match.hasNext(); ++tests) {
                const QRegularExpressionMatch test = match.next();
                const QString file = root + u"/tests/%1/%2_test.cpp"_s.arg(test.captured(1), test.captured(2));
                QVERIFY2(QFile::exists(file), qPrintable(test.captured()));
            }
            QVERIFY2(tests > 0, qPrintable(line));
        }
        QVERIFY(promises > 15);
    }

    void noPageNamesThisMachine()
    {
        for (const QString& page : pages())
            for (const QString& place : {u"/home/"_s, u"/root/"_s, u"/work/"_s, QDir::homePath() + u'/'})
                QVERIFY2(!textOf(manual + u'/' + page).contains(place), qPrintable(page));
    }
};

STATIONER_TEST(ManualTest)
#include "manual_test.moc"
