// What remains to be done on the station: each item appears with its fact and goes with it.

#include "handover/handoverfacts.h"

#include "station/document.h"
#include "support/smallstation.h"
#include "support/stationertest.h"
#include "support/testreports.h"

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class HandoverItemsTest : public QObject {
    Q_OBJECT

    const TestCa m_ca{u"Acme Root CA"_s};
    const QString m_out = u"/Services/EmailService/Out"_s;

    /// An account as its last test was made with.
    static HandoverFacts::Account accountOf(const QList<Report>& reports)
    {
        HandoverFacts::Account account;
        account.path = reports.last().settings.path;
        account.settings = reports.last().settings;
        for (const Report& report : reports)
            account.tests += TestNote::of(report, {});
        return account;
    }
    /// A test at the first address of the name that signed in with no password.
    Report plain() const
    {
        Report report = signedIn(m_ca);
        report.credential = Credential::Token;
        report.trust.reset();
        return report;
    }
    KnownRoot root(bool isUsers) const
    {
        return {m_ca.certificate().sha256(), u"Acme Root CA"_s, u"/x/acme.pem"_s, m_ca.der(), isUsers};
    }
    HandoverFacts factsOf(const QList<Report>& reports) const
    {
        HandoverFacts facts;
        facts.file = u"/x/acme.bog"_s;
        facts.accounts = {accountOf(reports)};
        return facts;
    }
    static AllowedHost exemption()
    {
        AllowedHost row;
        row.host = {u"mail.example"_s, 465};
        row.approval = Approval::Approved;
        row.sha256 = QByteArray(64, 'a');
        return row;
    }
    static QList<HandoverKind> kinds(const HandoverFacts& facts)
    {
        QList<HandoverKind> kinds;
        for (const HandoverItem& item : handoverItems(facts))
            kinds += item.kind;
        return kinds;
    }
    static HandoverItem only(const HandoverFacts& facts, HandoverKind kind)
    {
        HandoverItem found;
        for (const HandoverItem& item : handoverItems(facts))
            if (item.kind == kind)
                found = item;
        return found;
    }

private slots:
    void everyAccountIsTriedByTheStationLast()
    {
        HandoverFacts facts = factsOf({plain()});
        QCOMPARE(kinds(facts), QList{HandoverKind::Retest});
        HandoverFacts::Account untested;
        untested.path = u"/Services/EmailService/In"_s;
        facts.accounts += untested;
        QCOMPARE(kinds(facts), (QList{HandoverKind::Retest, HandoverKind::Retest}));
        const HandoverItem item = only(facts, HandoverKind::Retest);
        QCOMPARE(item.path, untested.path);
        for (const char* word : {"Debug", "Last Poll Failure Cause", "Services ▸ EmailService ▸ In"})
            QVERIFY(item.text.contains(QString::fromUtf8(word)));
    }

    void standInTheOrderOfTheWork()
    {
        Report report = signedIn(m_ca);
        report.dialled = Endpoint{u"tunnel.example"_s, 1465};
        HandoverFacts facts = factsOf({report});
        facts.change.isOurs = true;
        facts.change.changes = {{m_out, u"port"_s, u"25"_s, u"465"_s}};
        facts.roots.insert(m_ca.certificate().sha256(), root(true));
        facts.approved = {exemption()};
        facts.unneeded = {{{u"old.example"_s, 993}, {}}};
        QCOMPARE(kinds(facts), QList<HandoverKind>(allHandoverKinds.begin(), allHandoverKinds.end()));
        for (const HandoverItem& item : handoverItems(facts)) {
            QVERIFY(!item.text.isEmpty() && !item.isDone);
            QCOMPARE(item.fact.size(), 64);
        }
    }

    void theFileSaysItsSlotsAndHowItGetsThere()
    {
        HandoverFacts facts = factsOf({plain()});
        facts.change.isOurs = true;
        facts.change.changes = {{m_out, u"port"_s, u"25"_s, u"465"_s}};
        const HandoverItem item = only(facts, HandoverKind::PutFile);
        QCOMPARE(item.changes, facts.change.changes);
        QCOMPARE(item.file, facts.file);
        for (const char* word : {"/x/acme.bog", "Station Copier", "stops", "overwritten"})
            QVERIFY(item.text.contains(QLatin1StringView(word)));
    }

    void aPasswordIsTypedThatWasProvenLast()
    {
        const Report proven = signedIn(m_ca);
        QVERIFY(kinds(factsOf({proven})).contains(HandoverKind::TypePassword));
        Report refused = proven;
        refused.began = proven.began.addSecs(60);
        refused.stages.last().status = StageStatus::Failed;
        refused.outcome = Outcome::LoginRejected;
        QVERIFY(!kinds(factsOf({proven, refused})).contains(HandoverKind::TypePassword));
        Report offline = refused;
        offline.outcome = Outcome::HostNotFound;
        offline.stages.clear();
        offline.trust.reset();
        QVERIFY(kinds(factsOf({proven, offline})).contains(HandoverKind::TypePassword));
        HandoverFacts facts = factsOf({proven});
        facts.accounts[0].settings->account = u"eve"_s;
        QVERIFY(!kinds(facts).contains(HandoverKind::TypePassword));
        facts = factsOf({proven});
        facts.accounts[0].settings->server.host = u"other.example"_s;
        QVERIFY(!kinds(facts).contains(HandoverKind::TypePassword));
    }

    void aRootIsImportedThatTheStationLacks()
    {
        HandoverFacts facts = factsOf({signedIn(m_ca)});
        const QByteArray sha256 = m_ca.certificate().sha256();
        QVERIFY(!kinds(facts).contains(HandoverKind::ImportRoot)); // it is in no store here any more
        facts.roots.insert(sha256, root(false));
        QVERIFY(!kinds(facts).contains(HandoverKind::ImportRoot)); // the System Trust Store's: the station may have it
        facts.roots.insert(sha256, root(true));
        const HandoverItem item = only(facts, HandoverKind::ImportRoot);
        QCOMPARE(item.sha256, sha256);
        QCOMPARE(item.file, u"/x/acme.pem"_s);
        QVERIFY(item.text.contains(groupedFingerprint(sha256)) && item.text.contains(u"/x/acme.pem"_s));
        QVERIFY(item.text.contains(u"Services ▸ PlatformServices ▸ CertManagerService ▸ User Trust Store ▸ Import"_s));
        facts.trusted = QSet<QByteArray>{sha256};
        QVERIFY(!kinds(facts).contains(HandoverKind::ImportRoot));
        facts.trusted = QSet<QByteArray>{};
        facts.roots.insert(sha256, root(false));
        QVERIFY(kinds(facts).contains(HandoverKind::ImportRoot)); // given stores count, whoever vouched here
    }

    void aRootOfSeveralAccountsIsImportedOnce()
    {
        HandoverFacts facts = factsOf({signedIn(m_ca)});
        facts.accounts += accountOf({signedIn(m_ca, u"/Services/EmailService/Out1"_s)});
        facts.roots.insert(m_ca.certificate().sha256(), root(true));
        const HandoverItem item = only(facts, HandoverKind::ImportRoot);
        QCOMPARE(kinds(facts).count(HandoverKind::ImportRoot), 1);
        QCOMPARE(item.accounts, (QStringList{m_out, m_out + u'1'}));
    }

    void aChallengeAloneAddsNothing()
    {
        Report challenged = plain();
        challenged.outcome = Outcome::CertificateChallenged;
        challenged.trust = Judgement{};
        challenged.trust->sent = signedIn(m_ca).trust->sent;
        QCOMPARE(kinds(factsOf({challenged})), QList{HandoverKind::Retest});
        // And who vouched before counts no more.
        challenged.began = challenged.began.addSecs(60);
        HandoverFacts facts = factsOf({signedIn(m_ca), challenged});
        facts.roots.insert(m_ca.certificate().sha256(), root(true));
        QVERIFY(!kinds(facts).contains(HandoverKind::ImportRoot));
    }

    void exemptionsAreOfHostAndPort()
    {
        HandoverFacts facts = factsOf({plain()});
        facts.approved = {exemption()};
        const HandoverItem approval = only(facts, HandoverKind::ApproveHost);
        QVERIFY(approval.path.isEmpty());
        QCOMPARE(approval.subject(), u"mail.example:465"_s);
        QCOMPARE(approval.sha256, exemption().sha256);
        QCOMPARE(approval.accounts, QStringList{m_out});
        QVERIFY(approval.text.contains(u"first failed attempt"_s) && approval.text.contains(u"Approve"_s));
        facts.approved.clear();
        facts.unneeded = {{exemption().host, exemption().sha256}};
        QCOMPARE(kinds(facts), (QList{HandoverKind::DeleteExemption, HandoverKind::Retest}));
    }

    void aPathIsOpenedToWhereTheStationGoes()
    {
        Report report = plain();
        report.attempts = {ConnectAttempt{report.addresses.first(), true, {}, {}}}; // by IPv6
        HandoverItem item = only(factsOf({report}), HandoverKind::OpenPath);
        QVERIFY(item.text.contains(u"192.0.2.7"_s) && item.text.contains(u"::9"_s) && item.text.contains(u"firewall"_s));
        QCOMPARE(item.host->toString(), u"mail.example:465"_s);
        report.dialled = Endpoint{u"tunnel.example"_s, 1465};
        item = only(factsOf({report}), HandoverKind::OpenPath);
        QVERIFY(item.text.contains(u"tunnel.example:1465"_s));
        Report direct = plain();
        direct.began = report.began.addSecs(60);
        QVERIFY(!kinds(factsOf({report, direct})).contains(HandoverKind::OpenPath));
    }

    void aTickCountsForItsFactAlone()
    {
        HandoverFacts facts = factsOf({plain()});
        facts.change.isOurs = true;
        facts.change.changes = {{m_out, u"port"_s, u"25"_s, u"465"_s}};
        facts.ticks = {{HandoverKind::PutFile, only(facts, HandoverKind::PutFile).fact, {}}};
        QVERIFY(only(facts, HandoverKind::PutFile).isDone);
        QVERIFY(!only(facts, HandoverKind::Retest).isDone);
        facts.change.changes.first().after = u"587"_s;
        QVERIFY(!only(facts, HandoverKind::PutFile).isDone);
    }

    void isNamedByPathOrByHost()
    {
        HandoverFacts facts = factsOf({signedIn(m_ca)});
        facts.change.isOurs = true;
        const HandoverItem password = only(facts, HandoverKind::TypePassword);
        QVERIFY(password.isNamed(HandoverKind::TypePassword, m_out));
        QVERIFY(password.isNamed(HandoverKind::TypePassword, u"MAIL.example:465"));
        QVERIFY(!password.isNamed(HandoverKind::Retest, m_out));
        QVERIFY(!password.isNamed(HandoverKind::TypePassword, u"mail.example:993"));
        QVERIFY(only(facts, HandoverKind::PutFile).isNamed(HandoverKind::PutFile, u"/"));
        QVERIFY(only(facts, HandoverKind::PutFile).isNamed(HandoverKind::PutFile, u""));
    }
};

STATIONER_TEST(HandoverItemsTest)
#include "handoveritems_test.moc"
