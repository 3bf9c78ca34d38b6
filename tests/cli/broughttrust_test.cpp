// What a station brings with it in its `.security` folder: not used until it is taken over, and trust that is taken away
// counts no more in a run that goes on.

#include "cli/clirun.h"
#include "support/certificates.h"
#include "support/faultserver.h"
#include "support/smallstation.h"
#include "support/stationertest.h"
#include "trust/allowedhosts.h"
#include "trust/truststores.h"

#include <chrono>

#include <unistd.h>

using namespace stationer;
using namespace stationer::testing;
using namespace std::chrono_literals;

class BroughtTrustTest : public QObject {
    Q_OBJECT

    Cli m_cli;
    const TestCa m_ca{u"Acme Root CA"_s};
    const TestCertificate m_leaf{m_ca.issueFor(u"localhost"_s)};
    std::unique_ptr<FaultServer> m_server;

    QString station() const { return m_cli.path(u"acme.bog"_s); }
    QString folder() const { return m_cli.path(u"acme.security"_s); }
    Endpoint host() const { return {u"localhost"_s, m_server->port()}; }
    static Script greeting(std::chrono::milliseconds before = 0ms)
    {
        return {Pause{before}, Encrypt{},        Say{"220 mail ESMTP\r\n"}, Hear{}, Say{"250-mail\r\n250 AUTH PLAIN\r\n"},
                Hear{},        Say{"235 ok\r\n"}};
    }
    AllowedHost exemption() const
    {
        AllowedHost row;
        row.host = host();
        row.approval = Approval::Approved;
        row.sha256 = m_leaf.sha256();
        row.errors = {TrustError::UnknownRoot, TrustError::MissingIssuer};
        row.chain = {m_leaf.der()};
        return row;
    }
    void plantRoot() const
    {
        UserTrustStore roots;
        roots.open(folder());
        QVERIFY(!roots.import(*certificateSketch(m_ca.der())));
    }
    void plantExemption() const
    {
        AllowedHosts hosts;
        hosts.open(folder());
        QVERIFY(!hosts.approve(exemption()));
    }
    QStringList test() const
    {
        return {u"test"_s, station(), u"--json"_s, u"--password-file"_s, m_cli.write(u"password"_s, "s3cret")};
    }
    Ended trust(const QStringList& arguments) const { return m_cli.run(QStringList{u"trust"_s, folder()} + arguments); }

private slots:
    void init();

    void isNotUsedAndNoPasswordIsSent_data();
    void isNotUsedAndNoPasswordIsSent();
    void isNotLaunderedByBeingUsedOnce();
    void isShownBeforeItIsTakenOver();
    void isNotAddedTo();
    void ofAFolderThatIsNamedIsUsed();
    void ofAnotherOwnerIsNotUsedWhateverIsSaid();
    void takenAwayCountsNoMoreInARunningBatch_data();
    void takenAwayCountsNoMoreInARunningBatch();
};

void BroughtTrustTest::init()
{
    QDir(folder()).removeRecursively();
    QDir(m_cli.path(u"home/.local"_s)).removeRecursively();
    m_server = std::make_unique<FaultServer>(greeting());
    m_server->setIdentity(m_leaf);
    const QByteArray inside = test::value("hostname", "localhost") +
                              test::value("port", QByteArray::number(m_server->port())) + test::value("account", "alarms") +
                              test::value("useSsl", "true");
    m_cli.write(u"acme.bog"_s,
                test::smallStation(test::outgoing(inside) + test::account("Second", "c", "OutgoingAccount", inside)));
}

void BroughtTrustTest::isNotUsedAndNoPasswordIsSent_data()
{
    QTest::addColumn<bool>("isRoot");
    QTest::newRow("a root CA") << true;
    QTest::newRow("an exemption") << false;
}

void BroughtTrustTest::isNotUsedAndNoPasswordIsSent()
{
    QFETCH(const bool, isRoot);
    isRoot ? plantRoot() : plantExemption();
    const Ended ended = m_cli.run(test());
    COMPARE_STATUS(ended, 4);
    QCOMPARE(ended.lines().size(), 2);
    for (const QJsonObject& report : ended.lines())
        QCOMPARE(report["outcome"_L1].toString(), u"certificateChallenged"_s);
    QVERIFY2(ended.err.contains(isRoot ? "brings 1 root CA with it" : "brings 1 exemption with it"), ended.err);
    QVERIFY2(ended.err.contains("adopt") && ended.err.contains("--trust-as-is"), ended.err);
    QVERIFY(!m_server->hasHeard("AUTH"));

    COMPARE_STATUS(trust({u"adopt"_s}), 0);
    COMPARE_STATUS(m_cli.run(test()), 0);
}

void BroughtTrustTest::isNotLaunderedByBeingUsedOnce()
{
    plantExemption();
    COMPARE_STATUS(m_cli.run(test() << u"--trust-as-is"_s), 0);
    COMPARE_STATUS(m_cli.run(test()), 4); // noting the last use did not make it the user's
}

void BroughtTrustTest::isShownBeforeItIsTakenOver()
{
    plantRoot();
    plantExemption();
    const Ended list = trust({u"list"_s});
    COMPARE_STATUS(list, 0);
    QVERIFY(list.out.contains("Acme-Root-CA") && list.err.contains("adopt"));
    const Ended hosts = trust({u"hosts"_s});
    COMPARE_STATUS(hosts, 0);
    QVERIFY(hosts.out.contains(m_leaf.sha256()) && hosts.err.contains("adopt"));
    COMPARE_STATUS(m_cli.run(test()), 4); // looking took nothing over
    const Ended adopted = trust({u"adopt"_s, u"--json"_s});
    COMPARE_STATUS(adopted, 0);
    QCOMPARE(adopted.object(), (QJsonObject{{u"roots"_s, 1}, {u"hosts"_s, 1}}));
    QVERIFY(trust({u"hosts"_s}).err.isEmpty());
}

void BroughtTrustTest::isNotAddedTo()
{
    plantExemption();
    const QByteArray before = Cli::read(folder() + u"/allowed-hosts.json"_s);
    for (const QStringList& change :
         {QStringList{u"allow"_s, u"other.example:25"_s, QString(64, u'a'), u"--errors"_s, u"expired"_s},
          {u"reject"_s, u"other.example:25"_s, QString(64, u'a')},
          {u"forget"_s, host().toString()},
          {u"prune"_s}})
        COMPARE_STATUS(trust(change), 4);
    QCOMPARE(Cli::read(folder() + u"/allowed-hosts.json"_s), before);
}

void BroughtTrustTest::ofAFolderThatIsNamedIsUsed()
{
    plantRoot();
    COMPARE_STATUS(m_cli.run(test() << u"--trust"_s << folder()), 0);
}

void BroughtTrustTest::ofAnotherOwnerIsNotUsedWhateverIsSaid()
{
    plantRoot();
    COMPARE_STATUS(trust({u"adopt"_s}), 0);
    if (::chown(QFile::encodeName(folder()).constData(), 12345, 12345) != 0)
        QSKIP("only root can give files away: this needs root");
    for (const QStringList& more : {QStringList(), {u"--trust-as-is"_s}, {u"--trust"_s, folder()}}) {
        const Ended ended = m_cli.run(test() << more);
        COMPARE_STATUS(ended, 4);
        QVERIFY2(ended.err.contains("somebody else"), ended.err);
    }
    QVERIFY(!m_server->hasHeard("AUTH"));
    const Ended list = trust({u"list"_s});
    COMPARE_STATUS(list, 4);
    QVERIFY2(!list.out.contains("empty"), list.out); // it is there, and not used
}

void BroughtTrustTest::takenAwayCountsNoMoreInARunningBatch_data()
{
    isNotUsedAndNoPasswordIsSent_data();
}

void BroughtTrustTest::takenAwayCountsNoMoreInARunningBatch()
{
    QFETCH(const bool, isRoot);
    isRoot ? plantRoot() : plantExemption();
    COMPARE_STATUS(trust({u"adopt"_s}), 0);
    m_server->setScript(1, greeting(3s)); // the second account waits for its server meanwhile
    int removed = 0;
    const Ended ended = m_cli.run(test() << u"--jobs"_s << u"1"_s, {}, [&](QProcess& process) {
        connect(&process, &QProcess::readyReadStandardOutput, this, [&] {
            const QString file = folder() + (isRoot ? u"/user-trust-store/Acme-Root-CA.pem"_s : u"/allowed-hosts.json"_s);
            removed += QFile::remove(file) ? 1 : 0;
        });
    });
    QCOMPARE(removed, 1);
    QCOMPARE(ended.lines().size(), 2);
    QCOMPARE(ended.lines().first()["outcome"_L1].toString(), u"succeeded"_s);
    QCOMPARE(ended.lines().last()["outcome"_L1].toString(), u"certificateChallenged"_s);
}

STATIONER_TEST(BroughtTrustTest)
#include "broughttrust_test.moc"
