// trust and verify: the stores of a .security folder, and the judge's answers, one by one and in batches.

#include "cli/clirun.h"
#include "support/certificates.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;

class TrustTest : public QObject {
    Q_OBJECT

    Cli m_cli;
    TestCa m_ca;

    QStringList trust(const QStringList& arguments) const { return QStringList{u"trust"_s, u"acme.security"_s} + arguments; }

private slots:
    void keepsAUserTrustStore();
    void refusesTheWrongThing_data();
    void refusesTheWrongThing();
    void keepsAllowedHosts();
    void allowsWithAChain();
    void prunes();
    void prunesAndSaysWhich();
    void damagedFilesAreSaidAndSetAside();
    void aListCannotHarmATerminal();
    void hostsThatStandTwiceAreSaid();
    void verifies();
    void aDeviceThatSignedIsNoCa_data();
    void aDeviceThatSignedIsNoCa();
    void verifiesByTheSystemTrustStore();
    void verifiesABatch();
    void judgesTheSuite();
};

void TrustTest::keepsAUserTrustStore()
{
    const QString file = m_cli.write(u"ca.pem"_s, m_ca.pem());
    QCOMPARE(m_cli.run(trust({u"list"_s, u"--json"_s})).array().size(), 0);
    const Ended imported = m_cli.run(trust({u"import"_s, file, u"--alias"_s, u"Customer IT"_s, u"--json"_s}));
    COMPARE_STATUS(imported, 0);
    const QString alias = imported.array().first()["alias"_L1].toString();

    const QJsonArray list = m_cli.run(trust({u"list"_s, u"--json"_s})).array();
    QCOMPARE(list.size(), 1);
    const QJsonObject root = list.first().toObject();
    QCOMPARE(root["alias"_L1].toString(), alias);
    QCOMPARE(root["sha256"_L1].toString(), QString::fromLatin1(m_ca.certificate().sha256()));
    for (const char* key : {"subject", "issuer", "notBefore", "notAfter"})
        QVERIFY2(!root[QLatin1StringView(key)].toString().isEmpty(), key);
    QVERIFY(m_cli.run(trust({u"list"_s})).out.contains("Test Root CA"));

    const Ended again = m_cli.run(trust({u"import"_s, file}));
    COMPARE_STATUS(again, 0);
    QVERIFY(again.err.contains("already"));
    QCOMPARE(m_cli.run(trust({u"list"_s, u"--json"_s})).array().size(), 1);

    QCOMPARE(m_cli.run(trust({u"export"_s, alias})).out, m_ca.pem());
    const QString out = m_cli.path(u"out.pem"_s);
    COMPARE_STATUS(m_cli.run(trust({u"export"_s, alias, u"--out"_s, out})), 0);
    QCOMPARE(Cli::read(out), m_ca.pem());
    COMPARE_STATUS(m_cli.run(trust({u"export"_s, alias, u"--out"_s, m_cli.path(u"no/such/folder.pem"_s)})), 5);
    QCOMPARE(m_cli.run(trust({u"export"_s, alias, u"--format"_s, u"pem"_s})).out, m_ca.pem());
    QCOMPARE(m_cli.run(trust({u"export"_s, alias, u"--format"_s, u"der"_s})).out, m_ca.der());
    QVERIFY(m_cli.run(trust({u"export"_s, alias, u"--format"_s, u"pkcs7"_s})).out.contains(m_ca.der()));
    COMPARE_STATUS(m_cli.run(trust({u"export"_s, alias, u"--format"_s, u"xml"_s})), 2);
    COMPARE_STATUS(m_cli.run(trust({u"list"_s, u"--format"_s, u"der"_s})), 2);

    COMPARE_STATUS(m_cli.run(trust({u"remove"_s, alias})), 0);
    QCOMPARE(m_cli.run(trust({u"list"_s, u"--json"_s})).array().size(), 0);
    COMPARE_STATUS(m_cli.run(trust({u"remove"_s, alias})), 2);
}

void TrustTest::refusesTheWrongThing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("word");
    const TestCertificate server = m_ca.issueFor(u"mail.example"_s);
    CertificateOptions expired;
    expired.isCa = true;
    expired.commonName = u"Old CA"_s;
    expired.notBefore = QDateTime::currentDateTimeUtc().addDays(-20);
    expired.notAfter = QDateTime::currentDateTimeUtc().addDays(-10);
    QTest::newRow("a server certificate") << server.pem() << QByteArray("exemption");
    QTest::newRow("a self-signed server certificate") << selfSignedFor(u"mail.example"_s).pem() << QByteArray("exemption");
    QTest::newRow("a private key") << server.keyPem() << QByteArray("private key");
    QTest::newRow("a request") << server.requestPem() << QByteArray("request");
    QTest::newRow("an intermediate") << m_ca.issueCa(u"Middle"_s).pem() << QByteArray("intermediate");
    QTest::newRow("an expired CA") << makeCertificate(expired).pem() << QByteArray("ran out");
    QTest::newRow("nothing") << QByteArray() << QByteArray("There is nothing in it");
    QTest::newRow("prose") << QByteArray("hello") << QByteArray("not a certificate");
}

void TrustTest::refusesTheWrongThing()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, word);
    const Ended ended = m_cli.run(trust({u"import"_s, m_cli.write(u"wrong"_s, bytes)}));
    COMPARE_STATUS(ended, 2);
    QVERIFY2(ended.err.contains(word), ended.err);
    QCOMPARE(m_cli.run(trust({u"list"_s, u"--json"_s})).array().size(), 0);
}

void TrustTest::keepsAllowedHosts()
{
    const QString sha256 = QString(64, u'A');
    const Ended allowed =
        m_cli.run(trust({u"allow"_s, u"[::1]:993"_s, sha256, u"--errors"_s, u"unknownRoot,expired"_s, u"--json"_s}));
    COMPARE_STATUS(allowed, 0);
    QJsonObject row = allowed.object();
    QCOMPARE(row["host"_L1].toString(), u"::1"_s);
    QCOMPARE(row["port"_L1].toInt(), 993);
    QCOMPARE(row["approval"_L1].toString(), u"approved"_s);
    QCOMPARE(row["sha256"_L1].toString(), sha256.toLower());
    QCOMPARE(row["errors"_L1].toArray(), QJsonArray({u"unknownRoot"_s, u"expired"_s}));
    QVERIFY(m_cli.run(trust({u"hosts"_s})).out.startsWith("[::1]:993  approved (unknownRoot, expired)\n"));

    // Names are kept in the form they are compared in.
    COMPARE_STATUS(m_cli.run(trust({u"allow"_s, u"Mail.Example.:465"_s, sha256, u"--errors"_s, u"unknownRoot"_s})), 0);
    COMPARE_STATUS(m_cli.run(trust({u"reject"_s, u"mail.example:465"_s, sha256})), 0);
    const QJsonArray rows = m_cli.run(trust({u"hosts"_s, u"--json"_s})).array();
    QCOMPARE(rows.size(), 2);
    for (const QJsonValue& each : rows)
        if (each["host"_L1].toString() == u"mail.example"_s)
            QCOMPARE(each["approval"_L1].toString(), u"rejected"_s);

    for (const QString& errors : {u"nonsense"_s, u""_s, u","_s})
        COMPARE_STATUS(m_cli.run(trust({u"allow"_s, u"x:1"_s, sha256, u"--errors="_s + errors})), 2);
    COMPARE_STATUS(m_cli.run(trust({u"allow"_s, u"x:1"_s, sha256})), 2);

    COMPARE_STATUS(m_cli.run(trust({u"forget"_s, u"mail.example:465"_s})), 0);
    COMPARE_STATUS(m_cli.run(trust({u"forget"_s, u"mail.example:465"_s})), 2);
    COMPARE_STATUS(m_cli.run(trust({u"forget"_s, u"[::1]:993"_s})), 0);
}

void TrustTest::allowsWithAChain()
{
    const TestCertificate server = m_ca.issueFor(u"mail.example"_s);
    const QString chain = m_cli.write(u"chain.pem"_s, server.pem() + m_ca.pem());
    const QString sha256 = QString::fromLatin1(server.sha256());
    const QStringList allow =
        trust({u"allow"_s, u"mail.example:465"_s, sha256, u"--errors"_s, u"unknownRoot"_s, u"--chain"_s});
    COMPARE_STATUS(m_cli.run(allow + QStringList{m_cli.write(u"ca.pem"_s, m_ca.pem())}), 2); // another certificate
    COMPARE_STATUS(m_cli.run(allow + QStringList{m_cli.write(u"none.pem"_s, "hello")}), 4);
    COMPARE_STATUS(m_cli.run(allow + QStringList{chain}), 0);
    const QJsonObject row = m_cli.run(trust({u"hosts"_s, u"--json"_s})).array().first().toObject();
    QVERIFY(row["issuer"_L1].toString().contains(u"Test Root CA"_s));
}

void TrustTest::prunes()
{
    const Ended needed = m_cli.run(trust({u"prune"_s, u"--json"_s}));
    COMPARE_STATUS(needed, 0);
    QCOMPARE(needed.array().size(), 0);
    COMPARE_STATUS(m_cli.run(trust({u"import"_s, m_cli.write(u"ca.pem"_s, m_ca.pem())})), 0);
    const Ended pruned = m_cli.run(trust({u"prune"_s, u"--json"_s}));
    COMPARE_STATUS(pruned, 0);
    QCOMPARE(pruned.array().size(), 1);
    QCOMPARE(pruned.array().first()["host"_L1].toString(), u"mail.example"_s);
    QCOMPARE(m_cli.run(trust({u"hosts"_s, u"--json"_s})).array().size(), 0);
    QCOMPARE(m_cli.run(trust({u"prune"_s})).out, "Every exemption is still needed.\n"_ba);
}

void TrustTest::prunesAndSaysWhich()
{
    const TestCa other(u"Other Root CA"_s);
    const auto allow = [&](const QString& host, const TestCertificate& server, const QByteArray& chain) {
        return m_cli.run(trust({u"allow"_s, host + u":465"_s, QString::fromLatin1(server.sha256()), u"--errors"_s,
                                u"unknownRoot,missingIssuer,selfSigned"_s, u"--chain"_s, m_cli.write(u"c.pem"_s, chain)}));
    };
    const TestCertificate one = other.issueFor(u"one.example"_s);
    const TestCertificate two = selfSignedFor(u"two.example"_s);
    const TestCertificate three = other.issueFor(u"three.example"_s);
    COMPARE_STATUS(allow(u"one.example"_s, one, one.pem() + other.pem()), 0);
    COMPARE_STATUS(allow(u"two.example"_s, two, two.pem()), 0);
    COMPARE_STATUS(allow(u"three.example"_s, three, three.pem()), 0);
    COMPARE_STATUS(m_cli.run(trust({u"reject"_s, u"three.example:465"_s, QString::fromLatin1(three.sha256())})), 0);
    COMPARE_STATUS(m_cli.run(trust({u"import"_s, m_cli.write(u"other.pem"_s, other.pem())})), 0);
    const Ended pruned = m_cli.run(trust({u"prune"_s}));
    COMPARE_STATUS(pruned, 0);
    QCOMPARE(pruned.out, "one.example:465 is no longer needed and was removed.\n"_ba);
    QCOMPARE(m_cli.run(trust({u"hosts"_s, u"--json"_s})).array().size(), 2);
    for (const QString& host : {u"two.example:465"_s, u"three.example:465"_s})
        COMPARE_STATUS(m_cli.run(trust({u"forget"_s, host})), 0);
}

void TrustTest::damagedFilesAreSaidAndSetAside()
{
    const QString folder = m_cli.path(u"damaged.security"_s);
    QDir().mkpath(folder + u"/user-trust-store"_s);
    m_cli.write(u"damaged.security/allowed-hosts.json"_s, "{ half");
    m_cli.write(u"damaged.security/user-trust-store/bad.pem"_s, m_ca.pem().chopped(50));
    const Ended hosts = m_cli.run({u"trust"_s, folder, u"hosts"_s});
    COMPARE_STATUS(hosts, 4);
    QVERIFY(hosts.err.contains("damaged"));
    const Ended list = m_cli.run({u"trust"_s, folder, u"list"_s});
    COMPARE_STATUS(list, 4);
    QVERIFY(list.err.contains("bad.pem"));
    QCOMPARE(QDir(folder).entryList({u"allowed-hosts.json.damaged-*"_s}).size(), 1);
    QCOMPARE(QDir(folder + u"/user-trust-store"_s).entryList({u"bad.pem.damaged-*"_s}).size(), 1);
    m_cli.write(u"damaged.security/allowed-hosts.json"_s, "{\"version\": 99, \"hosts\": []}");
    const QStringList reject{u"trust"_s, folder, u"reject"_s, u"x.example:1"_s, QString(64, u'a')};
    const Ended newer = m_cli.run(reject);
    COMPARE_STATUS(newer, 4);
    QVERIFY(newer.err.contains("newer"));
    QVERIFY(Cli::read(folder + u"/allowed-hosts.json"_s).contains("99"));
}

void TrustTest::aListCannotHarmATerminal()
{
    const QString folder = m_cli.path(u"planted.security"_s);
    const QString list = u"planted.security/allowed-hosts.json"_s;
    const auto hosts = [&](const QByteArray& before, const QByteArray& after, const QStringList& format) {
        QFile::remove(m_cli.path(list));
        m_cli.run({u"trust"_s, folder, u"reject"_s, u"mail.example:465"_s, QString(64, u'a')});
        m_cli.write(list, Cli::read(m_cli.path(list)).replace(before, after));
        return m_cli.run(QStringList{u"trust"_s, folder, u"hosts"_s} + format);
    };
    const QByteArray digits(64, 'a');
    for (const QStringList& format : {QStringList(), {u"--json"_s}}) {
        const Ended planted = hosts(digits, "\\u001b[2J" + digits.first(60), format);
        COMPARE_STATUS(planted, 4);
        const Ended noted = hosts("\"note\": \"\"", "\"note\": \"\\u001b[2J\\ufffe\\udb40\\udc41\\udc00\"", format);
        COMPARE_STATUS(noted, 0);
        QVERIFY(noted.out.contains(format.isEmpty() ? "[2J" : R"("note":"\u001b[2J\ufffe\udb40\udc41\udc00")"));
        for (const QByteArray& harm : {"\x1b"_ba, "\xef\xbf\xbe"_ba, "\xf3\xa0\x81\x81"_ba})
            QVERIFY2(!(planted.out + planted.err + noted.out + noted.err).contains(harm), noted.out);
    }
}

void TrustTest::hostsThatStandTwiceAreSaid()
{
    const QString folder = m_cli.path(u"twice.security"_s);
    const QString list = u"twice.security/allowed-hosts.json"_s;
    COMPARE_STATUS(m_cli.run({u"trust"_s, folder, u"allow"_s, u"mail.example:465"_s, QString(64, u'a'), u"--errors"_s,
                              u"unknownRoot"_s}),
                   0);
    QJsonObject document = QJsonDocument::fromJson(Cli::read(m_cli.path(list))).object();
    QJsonArray rows = document[u"hosts"_s].toArray();
    QJsonObject second = rows.first().toObject();
    second[u"approval"_s] = u"rejected"_s;
    rows << second;
    document[u"hosts"_s] = rows;
    m_cli.write(list, QJsonDocument(document).toJson());
    const Ended hosts = m_cli.run({u"trust"_s, folder, u"hosts"_s, u"--json"_s});
    COMPARE_STATUS(hosts, 0);
    QCOMPARE(hosts.array().size(), 1);
    QCOMPARE(hosts.array().first()[u"approval"].toString(), u"rejected"_s);
    QCOMPARE(hosts.err.count("mail.example:465 stands more than once"), 1);
    const Ended tested = m_cli.run({u"test"_s, u"--protocol"_s, u"imap"_s, u"--host"_s, u"127.0.0.1"_s, u"--port"_s, u"1"_s,
                                    u"--depth"_s, u"connect"_s, u"--trust"_s, folder});
    COMPARE_STATUS(tested, 1);
    QCOMPARE(tested.err.count("mail.example:465 stands more than once"), 1);
    // The next change, once it was taken over, writes one row.
    COMPARE_STATUS(m_cli.run({u"trust"_s, folder, u"adopt"_s}), 0);
    COMPARE_STATUS(m_cli.run({u"trust"_s, folder, u"reject"_s, u"other.example:465"_s, QString(64, u'b')}), 0);
    QVERIFY(m_cli.run({u"trust"_s, folder, u"hosts"_s}).err.isEmpty());
}

void TrustTest::verifies()
{
    const TestCertificate server = m_ca.issueFor(u"mail.example"_s);
    const QString chain = m_cli.write(u"chain.pem"_s, server.pem());
    const QString root = m_cli.write(u"ca.pem"_s, m_ca.pem());
    const QStringList verify{u"verify"_s, chain, u"--host"_s, u"mail.example"_s};
    const Ended trusted = m_cli.run(verify + QStringList{u"--roots"_s, root, u"--json"_s});
    COMPARE_STATUS(trusted, 0);
    QCOMPARE(trusted.object().keys(), QStringList({u"errors"_s, u"id"_s, u"remarks"_s, u"store"_s, u"verdict"_s}));
    QCOMPARE(trusted.object()["verdict"_L1].toString(), u"trusted"_s);
    QCOMPARE(trusted.object()["store"_L1].toString(), u"given"_s);
    QVERIFY(trusted.object()["id"_L1].isNull());

    const Ended unknown = m_cli.run(verify + QStringList{u"--json"_s});
    COMPARE_STATUS(unknown, 3);
    QCOMPARE(unknown.object()["verdict"_L1].toString(), u"challenged"_s);
    QVERIFY(unknown.object()["store"_L1].isNull());
    QCOMPARE(unknown.object()["errors"_L1][0]["code"_L1].toString(), u"missingIssuer"_s);
    QCOMPARE(unknown.object()["errors"_L1][0]["depth"_L1].toInt(-1), 0);

    QStringList later = verify + QStringList{u"--roots"_s, root, u"--time"_s, u"2099-01-01T00:00:00Z"_s, u"--json"_s};
    QCOMPARE(m_cli.run(later).object()["errors"_L1][0]["code"_L1].toString(), u"expired"_s);
    QStringList other = verify + QStringList{u"--roots"_s, root};
    other[3] = u"other.example"_s;
    const Ended mismatch = m_cli.run(other);
    COMPARE_STATUS(mismatch, 3);
    QVERIFY(mismatch.out.contains("hostMismatch"));
    COMPARE_STATUS(m_cli.run(verify + QStringList{u"--roots"_s, m_cli.write(u"none.pem"_s, "hello")}), 4);
}

void TrustTest::aDeviceThatSignedIsNoCa_data()
{
    CertificateOptions device;
    device.commonName = u"Device"_s;
    device.basicConstraints = "";
    QTest::addColumn<CertificateOptions>("device");
    device.keyUsage = {"digitalSignature", "keyCertSign"};
    QTest::newRow("by its key usage") << device;
    device.keyUsage = {};
    device.nsCertType = "sslCA";
    QTest::newRow("by its Netscape type") << device;
}

void TrustTest::aDeviceThatSignedIsNoCa()
{
    QFETCH(CertificateOptions, device);
    const TestCertificate signs = m_ca.issue(device);
    const QString chain =
        m_cli.write(u"chain.pem"_s, makeCertificate(optionsFor(u"mail.example"_s), &signs).pem() + signs.pem());
    const Ended refused = m_cli.run({u"verify"_s, chain, u"--host"_s, u"mail.example"_s, u"--roots"_s,
                                     m_cli.write(u"ca.pem"_s, m_ca.pem()), u"--json"_s});
    COMPARE_STATUS(refused, 3);
    QCOMPARE(refused.object()["verdict"_L1].toString(), u"challenged"_s);
    QCOMPARE(refused.object()["errors"_L1].toArray().size(), 1);
    QCOMPARE(refused.object()["errors"_L1][0]["code"_L1].toString(), u"notACa"_s);
    QCOMPARE(refused.object()["errors"_L1][0]["depth"_L1].toInt(-1), 1);
}

void TrustTest::verifiesByTheSystemTrustStore()
{
    const TestCertificate server = m_ca.issueFor(u"mail.example"_s);
    const QString chain = m_cli.write(u"chain.pem"_s, server.pem());
    const QString root = m_cli.write(u"ca.pem"_s, m_ca.pem());
    const Ended ended =
        m_cli.run({u"verify"_s, chain, u"--host"_s, u"mail.example"_s, u"--json"_s}, {}, [&](QProcess& process) {
            QProcessEnvironment environment = process.processEnvironment();
            environment.insert(u"SSL_CERT_FILE"_s, root);
            process.setProcessEnvironment(environment);
        });
    COMPARE_STATUS(ended, 0);
    QCOMPARE(ended.object()["store"_L1].toString(), u"system"_s);
}

void TrustTest::verifiesABatch()
{
    const TestCertificate server = m_ca.issueFor(u"mail.example"_s);
    const auto line = [&](const QJsonValue& id, const QString& host, const QJsonValue& roots) {
        return QJsonDocument(QJsonObject{{u"id"_s, id},
                                         {u"chain"_s, QString::fromLatin1(server.pem())},
                                         {u"host"_s, host},
                                         {u"roots"_s, roots}})
                   .toJson(QJsonDocument::Compact) +
               '\n';
    };
    const QString root = QString::fromLatin1(m_ca.pem());
    const QByteArray good = line(1, u"mail.example"_s, root) + line(u"two"_s, u"other.example"_s, root) +
                            line(QJsonValue(), u"mail.example"_s, QJsonValue());
    const Ended answered = m_cli.run({u"verify"_s, u"--batch"_s, m_cli.write(u"good.jsonl"_s, good)});
    COMPARE_STATUS(answered, 0);
    const QList<QJsonObject> answers = answered.lines();
    QCOMPARE(answers.size(), 3);
    QCOMPARE(answers[0]["id"_L1].toInt(), 1);
    QCOMPARE(answers[0]["verdict"_L1].toString(), u"trusted"_s);
    QCOMPARE(answers[1]["id"_L1].toString(), u"two"_s);
    QCOMPARE(answers[1]["verdict"_L1].toString(), u"challenged"_s);
    QCOMPARE(answers[1]["errors"_L1][0]["code"_L1].toString(), u"hostMismatch"_s);
    QVERIFY(answers[2]["id"_L1].isNull());
    QCOMPARE(answers[2]["verdict"_L1].toString(), u"challenged"_s);

    // A pipe does as well as a file.
    const Ended piped = m_cli.run({u"verify"_s, u"--batch"_s, u"/dev/stdin"_s}, good);
    COMPARE_STATUS(piped, 0);
    QCOMPARE(piped.out, answered.out);

    const QByteArray bad = "nonsense\n" + line(7, QString(), root) + "[]\n{\"id\":8,\"host\":\"x\"}\n" +
                           line(9, u"mail.example"_s, u"no PEM"_s) + line(10, u"mail.example"_s, root);
    const Ended partly = m_cli.run({u"verify"_s, u"--batch"_s, m_cli.write(u"bad.jsonl"_s, bad)});
    QVERIFY(partly.status != 0);
    const QList<QJsonObject> lines = partly.lines();
    QCOMPARE(lines.size(), 6);
    for (int i = 0; i < 5; ++i)
        QVERIFY(!lines[i]["error"_L1].toString().isEmpty());
    QCOMPARE(lines[1]["id"_L1].toInt(), 7);
    QCOMPARE(lines[5]["verdict"_L1].toString(), u"trusted"_s);

    // Something that is no certificate inside its armour is the judge's to find.
    const QJsonObject broken{{u"id"_s, 1},
                             {u"chain"_s, u"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"_s},
                             {u"host"_s, u"mail.example"_s}};
    const Ended malformed = m_cli.run(
        {u"verify"_s, u"--batch"_s, m_cli.write(u"m.jsonl"_s, QJsonDocument(broken).toJson(QJsonDocument::Compact))});
    COMPARE_STATUS(malformed, 0);
    QCOMPARE(malformed.lines().first()["errors"_L1][0]["code"_L1].toString(), u"malformed"_s);

    // So is what has no armour, or one that is damaged: never an answer without a verdict.
    for (const QString& chain : {u"nonsense"_s, u"-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----\n"_s}) {
        const QJsonObject question{{u"chain"_s, chain}, {u"host"_s, u"mail.example"_s}};
        const Ended ended = m_cli.run(
            {u"verify"_s, u"--batch"_s, m_cli.write(u"n.jsonl"_s, QJsonDocument(question).toJson(QJsonDocument::Compact))});
        COMPARE_STATUS(ended, 0);
        const QJsonObject answer = ended.lines().first();
        QCOMPARE(answer["verdict"_L1].toString(), u"challenged"_s);
        QCOMPARE(answer["errors"_L1][0]["code"_L1].toString(), u"malformed"_s);
        QVERIFY(answer.contains("id"_L1) && answer["id"_L1].isNull());
        QVERIFY(answer.contains("store"_L1) && answer["store"_L1].isNull());
    }
}

/// Every case of x509-limbo that has to be right, through the program.
void TrustTest::judgesTheSuite()
{
    const QString suites = qEnvironmentVariable("STATIONER_SUITES");
    if (suites.isEmpty())
        QSKIP("STATIONER_SUITES does not name the folder of the test suites");
    const QByteArrayList must = Cli::read(suites + u"/x509-limbo/must.txt"_s).split('\n');
    const QJsonArray cases =
        QJsonDocument::fromJson(Cli::read(suites + u"/x509-limbo/limbo.json"_s)).object()["testcases"_L1].toArray();
    const auto joined = [](const QJsonValue& pems) {
        QString text;
        for (const QJsonValue& pem : pems.toArray())
            text += pem.toString() + u'\n';
        return text;
    };
    QByteArray batch;
    QMap<QString, bool> succeeds;
    for (const QJsonValue& each : cases) {
        const QString id = each["id"_L1].toString();
        if (!must.contains(id.toUtf8()))
            continue;
        succeeds[id] = each["expected_result"_L1].toString() == u"SUCCESS"_s;
        batch += QJsonDocument(QJsonObject{{u"id"_s, id},
                                           {u"chain"_s, each["peer_certificate"_L1].toString() + u'\n' +
                                                            joined(each["untrusted_intermediates"_L1])},
                                           {u"host"_s, each["expected_peer_name"_L1]["value"_L1]},
                                           {u"roots"_s, joined(each["trusted_certs"_L1])},
                                           {u"time"_s, each["validation_time"_L1]}})
                     .toJson(QJsonDocument::Compact) +
                 '\n';
    }
    QVERIFY(succeeds.size() > 100);
    const Ended ended = m_cli.run({u"verify"_s, u"--batch"_s, m_cli.write(u"limbo.jsonl"_s, batch)});
    COMPARE_STATUS(ended, 0);
    const QList<QJsonObject> answers = ended.lines();
    QCOMPARE(answers.size(), succeeds.size());
    for (const QJsonObject& answer : answers) {
        const QString id = answer["id"_L1].toString();
        QCOMPARE(answer["verdict"_L1].toString() + u' ' + id, (succeeds[id] ? u"trusted "_s : u"challenged "_s) + id);
        QCOMPARE(answer["errors"_L1].toArray().isEmpty(), succeeds[id]);
    }
}

STATIONER_TEST(TrustTest)
#include "trust_test.moc"
