// What a server can have wrong with its certificate, at a real Dovecot and a real Postfix whose certificate is swapped
// between two tests: the verdict, every error with its depth, and the sentence for it.

#include "diagnosis/diagnosis.h"
#include "diagnosis/reporttext.h"
#include "servers/signin.h"
#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/allowedhosts.h"
#include "trust/hostname.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

namespace {

const QString Host = u"mail.test"_s;

/// One certificate, the host typed, and what has to come of it with the CA in the User Trust Store.
struct Case {
    QByteArray chain;
    QByteArray key;
    QString host = Host;
    Verdict verdict = Verdict::Challenged;
    QString errors;   ///< code@depth, with a space between
    QString headline; ///< a part of it
};

CertificateOptions optionsUntil(int days)
{
    CertificateOptions options = optionsFor(Host);
    options.notBefore = QDateTime::currentDateTimeUtc().addDays(-60);
    options.notAfter = QDateTime::currentDateTimeUtc().addDays(days).addSecs(-60);
    return options;
}

QString errorsOf(const Report& report)
{
    QStringList errors;
    for (const TrustFinding& finding : report.trust->errors)
        errors << u"%1@%2"_s.arg(nameOf(finding.error)).arg(finding.depth);
    return errors.join(u' ');
}

bool hasIpv6()
{
    QFile file(u"/proc/net/if_inet6"_s);
    return file.open(QIODevice::ReadOnly) && file.readAll().contains("00000000000000000000000000000001 ");
}

} // namespace

class CertificatesTest : public QObject {
    Q_OBJECT

    const MailServers m_servers = MailServers::running();
    const TestCa m_ca{u"Acme Root CA"_s};
    const TestCa m_middle = m_ca.issueCa(u"Acme Issuing CA"_s);
    const TestCa m_stranger{u"Stranger Root CA"_s};
    const TrustAnchors m_anchors = TrustAnchors::systemAnd({m_ca.der()});
    QMap<QString, Case> m_cases;

    void add(const QString& name, const TestCertificate& leaf, const QByteArray& above, const QString& errors,
             const QString& headline, const QString& host = Host)
    {
        m_cases[name] = {leaf.pem() + above,
                         leaf.keyPem(),
                         host,
                         errors.isEmpty() ? Verdict::Trusted : Verdict::Challenged,
                         errors,
                         headline};
    }

    // Sign-in at every swapped server at once, verified for that host.
    QList<Report> reportsFor(const QString& host, const std::optional<AllowedHost>& row = std::nullopt)
    {
        QList<TestOrder> orders;
        for (auto port = m_servers.swapPorts.begin(); port != m_servers.swapPorts.end(); ++port) {
            TestOrder order = orderFor(m_servers, {port.key().first, port.key().second}, *port);
            order.settings.server.host = host;
            order.dial = Endpoint{host == u"::1"_s ? host : u"127.0.0.1"_s, *port};
            orders << order;
        }
        return reports(orders, [this, row](const CertificateChain& chain, const Endpoint& asked) {
            return judge(chain, asked.host, QDateTime::currentDateTimeUtc(), m_anchors, row);
        });
    }

    AllowedHost rowFor(const TestCertificate& leaf, const QList<TrustError>& errors) const
    {
        AllowedHost row;
        row.host = {Host, 465};
        row.approval = Approval::Approved;
        row.sha256 = leaf.sha256();
        row.publicKeySha256 = certificateFacts(leaf.der())->publicKeySha256;
        row.errors = errors;
        row.created = QDateTime::currentDateTimeUtc();
        row.chain = {leaf.der()};
        return row;
    }

    QByteArray cli(const QStringList& arguments, int expected)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(STATIONER_CLI), arguments);
        process.closeWriteChannel();
        process.waitForFinished(60000);
        const QByteArray out = process.readAllStandardOutput();
        if (process.exitCode() != expected)
            QTest::qFail("status " + QByteArray::number(process.exitCode()) + ' ' + out + process.readAllStandardError(),
                         __FILE__, __LINE__);
        return out;
    }

private slots:
    void initTestCase()
    {
        add(u"good"_s, m_middle.issueFor(Host), m_middle.pem(), {}, {});
        add(u"expired"_s, m_ca.issue(optionsUntil(-3)), {}, u"expired@0"_s, u"ran out 3 days ago"_s);
        CertificateOptions later = optionsFor(Host);
        later.notBefore = QDateTime::currentDateTimeUtc().addDays(2);
        add(u"not yet valid"_s, m_ca.issue(later), {}, u"notYetValid@0"_s, u"valid only from"_s);
        add(u"wrong name"_s, m_ca.issueFor(u"smtp.elsewhere.test"_s), {}, u"hostMismatch@0"_s, u"for another name"_s);
        add(u"common name only"_s, m_ca.issue([] {
            CertificateOptions options = optionsFor(Host);
            options.dnsNames.clear();
            return options;
        }()),
            {}, u"hostMismatch@0"_s, u"for another name"_s);
        add(u"missing intermediate"_s, m_middle.issueFor(Host), {}, u"missingIssuer@0"_s, u"cannot find out who signed"_s);
        add(u"unknown root, sent"_s, m_stranger.issueFor(Host), m_stranger.pem(), u"unknownRoot@1"_s,
            u"does not know who signed"_s);
        add(u"unknown root, not sent"_s, m_stranger.issueFor(Host), {}, u"missingIssuer@0"_s,
            u"cannot find out who signed"_s);
        const TestCa between = m_stranger.issueCa(u"Stranger Issuing CA"_s);
        add(u"unknown root, its intermediate sent"_s, between.issueFor(Host), between.pem(), u"missingIssuer@1"_s,
            u"cannot find out who signed"_s);
        add(u"self-signed"_s, selfSignedFor(Host), {}, u"selfSigned@0"_s, u"vouches for itself"_s);
        CertificateOptions sha1 = optionsFor(Host);
        sha1.digest = "SHA1";
        add(u"SHA-1"_s, m_ca.issue(sha1), {}, u"weakSignature@0"_s, u"too weak"_s);
        CertificateOptions rsa = optionsFor(Host);
        rsa.key = KeyKind::Rsa1024;
        add(u"RSA 1024"_s, m_ca.issue(rsa), {}, u"weakKey@0"_s, u"too weak"_s);
        CertificateOptions bound;
        bound.commonName = u"Bound CA"_s;
        bound.nameConstraints = {"permitted;DNS:acme.test"};
        const TestCa boundCa = m_ca.issueCa(bound);
        add(u"name constraints, broken"_s, boundCa.issueFor(Host), boundCa.pem(), u"nameConstraint@0"_s,
            u"signed by someone who may not"_s);
        add(u"name constraints, kept"_s, boundCa.issueFor(u"mail.acme.test"_s), boundCa.pem(), {}, {}, u"mail.acme.test"_s);
        CertificateOptions two = optionsFor(Host);
        two.dnsNames << u"smtp.acme.test"_s;
        add(u"two names, the first"_s, m_ca.issue(two), {}, {}, {});
        add(u"two names, the second"_s, m_ca.issue(two), {}, {}, {}, u"smtp.acme.test"_s);
        CertificateOptions device = optionsFor(u"device.acme.test"_s);
        device.basicConstraints = "";
        device.keyUsage = {"digitalSignature", "keyCertSign"};
        const TestCertificate signs = m_ca.issue(device);
        add(u"signed by a device that may sign certificates"_s, makeCertificate(optionsFor(Host), &signs), signs.pem(),
            u"notACa@1"_s, u"signed by someone who may not"_s);
        device.keyUsage = {};
        device.nsCertType = "sslCA";
        const TestCertificate old = m_ca.issue(device);
        add(u"signed by a device of Netscape's sort of CA"_s, makeCertificate(optionsFor(Host), &old), old.pem(),
            u"notACa@1"_s, u"signed by someone who may not"_s);
        const QString address = u"127.0.0.1"_s;
        add(u"IP address"_s, m_ca.issueFor(address), {}, {}, {}, address);
        CertificateOptions asName;
        asName.dnsNames = {address};
        add(u"IP address as a DNS name"_s, m_ca.issue(asName), {}, u"hostMismatch@0"_s, u"for another name"_s, address);
        if (hasIpv6()) {
            add(u"IPv6 literal"_s, m_ca.issueFor(u"::1"_s), {}, {}, {}, u"::1"_s);
            add(u"IPv6 literal, not named"_s, m_ca.issueFor(u"::2"_s), {}, u"hostMismatch@0"_s, u"for another name"_s,
                u"::1"_s);
        }
        const TestCertificate world = m_ca.issueFor(u"xn--mller-kva.test"_s);
        add(u"internationalised name"_s, world, {}, {}, {}, u"Müller.test"_s);
        add(u"internationalised name, as A-label"_s, world, {}, {}, {}, u"xn--mller-kva.test"_s);
        // The bytes of the name where its A-label belongs name nobody (RFC 9525, 2).
        CertificateOptions bytes;
        bytes.rawDnsNames = {"m\xC3\xBCller.test"};
        add(u"internationalised name as UTF-8"_s, m_ca.issue(bytes), {}, u"hostMismatch@0"_s, u"for another name"_s,
            u"müller.test"_s);
        CertificateOptions many = optionsFor(Host);
        for (int i = 0; i < 4000; ++i)
            many.dnsNames << u"h%1.acme.test"_s.arg(i);
        add(u"thousands of names"_s, m_ca.issue(many), {}, {}, {});
        many.dnsNames.removeFirst();
        add(u"thousands of others"_s, m_ca.issue(many), {}, u"hostMismatch@0"_s, u"for another name"_s);
        CertificateOptions strange = optionsFor(Host);
        strange.subject = {{"O", "<b>Acme</b>\n\xE2\x80\xAE"}};
        add(u"a name with marks of its own"_s, m_stranger.issue(strange), {}, u"missingIssuer@0"_s,
            u"cannot find out who signed"_s);
        CertificateOptions all = optionsUntil(-1);
        all.dnsNames = {u"other.test"_s};
        add(u"several at once"_s, m_stranger.issue(all), m_stranger.pem(), u"expired@0 hostMismatch@0 unknownRoot@1"_s,
            u"does not know who signed"_s);
    }

    void isJudged_data()
    {
        QTest::addColumn<QString>("name");
        for (auto one = m_cases.cbegin(); one != m_cases.cend(); ++one)
            QTest::newRow(qPrintable(one.key())) << one.key();
    }
    void isJudged()
    {
        QFETCH(QString, name);
        const Case wanted = m_cases[name];
        QCOMPARE(m_servers.swap(wanted.chain, wanted.key), QByteArray());
        const QList<Report> answers = reportsFor(wanted.host);
        QCOMPARE(answers.size(), 6);
        for (const Report& answer : answers) {
            QVERIFY2(answer.trust, qPrintable(toText(answer, true)));
            QCOMPARE(errorsOf(answer), wanted.errors);
            QCOMPARE(answer.trust->verdict, wanted.verdict);
            if (wanted.verdict == Verdict::Trusted) {
                QCOMPARE(answer.outcome, Outcome::Succeeded);
                QCOMPARE(answer.trust->store, TrustStore::User);
                continue;
            }
            QCOMPARE(answer.outcome, Outcome::CertificateChallenged);
            QCOMPARE(answer.stage, Stage::Identity);
            QCOMPARE(answer.record(Stage::Login)->status, StageStatus::Skipped);
            const Diagnosis diagnosis = diagnose(answer);
            QVERIFY2(diagnosis.headline.contains(wanted.headline), qPrintable(diagnosis.headline));
            const QString text = toText(answer, true);
            QVERIFY(!text.contains(QChar(0x202E)));
            QVERIFY(text.contains(u"Your password was not sent."_s));
        }
    }

    void anExemptionCoversWhatWasAcceptedAndNothingElse()
    {
        const TestCertificate accepted = m_stranger.issueFor(Host);
        const AllowedHost row = rowFor(accepted, {TrustError::MissingIssuer});
        AllowedHost byKey = row;
        byKey.binding = Binding::PublicKey;
        const auto all = [&](const AllowedHost& exemption, Verdict verdict, bool isChanged) {
            for (const Report& answer : reportsFor(Host, exemption)) {
                QVERIFY(answer.trust);
                QCOMPARE(answer.trust->verdict, verdict);
                QCOMPARE(answer.trust->isIdentityChanged, isChanged);
                QCOMPARE(answer.outcome, verdict == Verdict::Exempted ? Outcome::Succeeded : Outcome::CertificateChallenged);
                if (!isChanged)
                    continue;
                // Both sides of the change are there to be shown.
                QCOMPARE(answer.trust->row->chain.first(), accepted.der());
                QVERIFY(answer.trust->sent.first().der != accepted.der());
                QVERIFY2(diagnose(answer).headline.startsWith(u"This is not the certificate you accepted on "_s),
                         qPrintable(diagnose(answer).headline));
            }
        };
        QCOMPARE(m_servers.swap(accepted.pem(), accepted.keyPem()), QByteArray());
        all(row, Verdict::Exempted, false);
        all(byKey, Verdict::Exempted, false);

        // Renewed with its key.
        const TestCertificate renewed = makeCertificate(optionsFor(Host), &m_stranger.certificate(), &accepted);
        QCOMPARE(m_servers.swap(renewed.pem(), renewed.keyPem()), QByteArray());
        all(row, Verdict::Challenged, true);
        all(byKey, Verdict::Exempted, false);

        // The same key again, and an error that nobody accepted.
        const TestCertificate late = makeCertificate(optionsUntil(-1), &m_stranger.certificate(), &accepted);
        QCOMPARE(m_servers.swap(late.pem(), late.keyPem()), QByteArray());
        all(row, Verdict::Challenged, true);
        all(byKey, Verdict::Challenged, false);

        // Another key.
        const TestCertificate other = m_stranger.issueFor(Host);
        QCOMPARE(m_servers.swap(other.pem(), other.keyPem()), QByteArray());
        all(row, Verdict::Challenged, true);
        all(byKey, Verdict::Challenged, true);
    }

    // The same through the program: accepted, swapped, changed, accepted anew, and no longer needed at last.
    void theProgramSeesTheChange()
    {
        const QTemporaryDir folder;
        const QString trust = folder.filePath(u"acme.security"_s);
        const auto write = [&](const QString& name, const QByteArray& bytes) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::WriteOnly))
                file.write(bytes);
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            return file.fileName();
        };
        const quint16 port = m_servers.swapPorts[{Protocol::Imap, SecurityMode::Ssl}];
        const QString server = Host + u':' + QString::number(port);
        const QStringList test{u"test"_s,
                               u"--protocol"_s,
                               u"imap"_s,
                               u"--host"_s,
                               Host,
                               u"--port"_s,
                               QString::number(port),
                               u"--security"_s,
                               u"ssl"_s,
                               u"--connect"_s,
                               u"127.0.0.1:%1"_s.arg(port),
                               u"--user"_s,
                               m_servers.user,
                               u"--password-file"_s,
                               write(u"password"_s, m_servers.password.toUtf8()),
                               u"--trust"_s,
                               trust};
        const QStringList asJson = test + QStringList{u"--json"_s};
        const auto object = [](const QByteArray& json) { return QJsonDocument::fromJson(json).object(); };
        const auto allow = [&](const TestCertificate& leaf) {
            cli({u"trust"_s, trust, u"allow"_s, server, QString::fromLatin1(leaf.sha256()), u"--errors"_s,
                 u"missingIssuer"_s, u"--chain"_s, write(u"chain.pem"_s, leaf.pem())},
                0);
        };
        const TestCertificate first = m_ca.issueFor(Host);
        QCOMPARE(m_servers.swap(first.pem(), first.keyPem()), QByteArray());
        QCOMPARE(object(cli(asJson, 3))["outcome"_L1].toString(), u"certificateChallenged"_s);
        allow(first);
        QCOMPARE(object(cli(asJson, 0))["trust"_L1]["verdict"_L1].toString(), u"exempted"_s);
        const QByteArray before = cli({u"trust"_s, trust, u"hosts"_s, u"--json"_s}, 0);
        QVERIFY(!QJsonDocument::fromJson(before)[0]["lastUsed"_L1].toString().isEmpty());

        const TestCertificate second = m_ca.issueFor(Host);
        QCOMPARE(m_servers.swap(second.pem(), second.keyPem()), QByteArray());
        const QJsonObject changed = object(cli(asJson, 3));
        QCOMPARE(changed["outcome"_L1].toString(), u"certificateChallenged"_s);
        QCOMPARE(changed["trust"_L1]["chain"_L1][0]["sha256"_L1].toString(), QString::fromLatin1(second.sha256()));
        QVERIFY(changed["diagnosis"_L1]["cause"_L1].toString().contains(u"This is not the certificate you accepted on"_s));
        QVERIFY(cli(test, 3).contains("This is not the certificate you accepted on"));
        QCOMPARE(cli({u"trust"_s, trust, u"hosts"_s, u"--json"_s}, 0), before); // a test writes no row

        allow(second);
        cli(asJson, 0);
        QVERIFY(cli({u"trust"_s, trust, u"prune"_s}, 0).startsWith("Every exemption is still needed."));
        cli({u"trust"_s, trust, u"import"_s, write(u"ca.pem"_s, m_ca.pem())}, 0);
        QVERIFY(cli({u"trust"_s, trust, u"prune"_s}, 0).startsWith(server.toUtf8() + " is no longer needed"));
        QCOMPARE(object(cli(asJson, 0))["trust"_L1]["store"_L1].toString(), u"user"_s);
        cli({u"trust"_s, trust, u"reject"_s, server, QString::fromLatin1(second.sha256())}, 0);
        QCOMPARE(object(cli(asJson, 1))["outcome"_L1].toString(), u"certificateRejected"_s);
    }

    // More than TLS takes: no certificate to show, but an end, and a name for it.
    void aChainBeyondAllMeasureEndsTheTest()
    {
        CertificateOptions huge = optionsFor(Host);
        for (int i = 0; i < 4000; ++i)
            huge.dnsNames << u"a-rather-long-name-of-a-host-%1.acme.test"_s.arg(i);
        const TestCertificate leaf = m_ca.issue(huge);
        QVERIFY(leaf.der().size() > 150 * 1024);
        QCOMPARE(m_servers.swap(leaf.pem(), leaf.keyPem()), QByteArray());
        for (const Report& answer : reportsFor(Host)) {
            QCOMPARE(answer.outcome, Outcome::TlsFailed);
            QVERIFY(!diagnose(answer).headline.isEmpty());
        }
    }

    void cleanupTestCase()
    {
        const Case good = m_cases[u"good"_s];
        QCOMPARE(m_servers.swap(good.chain, good.key), QByteArray());
    }
};

STATIONER_TEST(CertificatesTest)
#include "certificates_test.moc"
