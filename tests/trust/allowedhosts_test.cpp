// The rows of Allowed Hosts: one a host and port, what an answer, a use and a note change, and which of them are written.

#include "hostrows.h"
#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/truststores.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;

class AllowedHostsTest : public QObject, HostRows {
    Q_OBJECT
private slots:
    void init() { makeFolder(); }

    void everyFieldIsReadBack();
    void hostsAreFoundAsTypedInAnyForm();
    void oneRowAHostAndPort();
    void anAnswerIsNotForgottenByAChallenge();
    void sessionRowsAreNeverWritten();
    void aPersistentAnswerReplacesASessionOne();
    void forgottenRowsGoAndCanBeRestored();
    void lastUseIsWrittenOncePerMinute();
    void aChainThatVerifiesIsNotedBesideTheOneShown();
    void inMemoryUntilTheStationIsSaved();
    void savingAsLeavesWhatIsThere();
    void whatIsNoLongerNeededIsPrunedAndBroughtBack();
    void fieldsOfOneRowAreMerged();
    void aNoteStaysUntilItIsChanged();
    void aUseSaysThatTheRowIsNeeded();
    void manyUsesAreNotedInOneWrite();
    void changesAreTold();
};

void AllowedHostsTest::everyFieldIsReadBack()
{
    AllowedHosts hosts;
    hosts.open(folder());
    AllowedHost one = row();
    one.approval = Approval::Approved;
    one.scope = Scope::UntilDate;
    one.binding = Binding::PublicKey;
    one.expires = QDateTime({2027, 1, 1}, {0, 0, 0, 250}, Qt::UTC);
    one.lastUsed = QDateTime({2026, 5, 1}, {12, 0}, Qt::UTC);
    QVERIFY(!hosts.approve(one));
    AllowedHost other = row(u"::1"_s, 993);
    other.approval = Approval::Rejected;
    other.binding = Binding::NameOnly;
    QVERIFY(!hosts.reject(other));
    AllowedHosts again;
    QVERIFY(!again.open(folder()));
    QCOMPARE(again.rows(), (QList{one, other}));
}

void AllowedHostsTest::hostsAreFoundAsTypedInAnyForm()
{
    AllowedHosts hosts;
    hosts.open(folder());
    QVERIFY(!hosts.approve(row(u"Müller.Example."_s)));
    QCOMPARE(hosts.rows().first().host.host, u"xn--mller-kva.example"_s);
    QVERIFY(hosts.find({u"MÜLLER.example"_s, 465}));
    QVERIFY(!hosts.find({u"müller.example"_s, 587}));
    QVERIFY(!hosts.approve(row(u"[0:0::1]"_s)));
    QVERIFY(hosts.find({u"::1"_s, 465}));
}

void AllowedHostsTest::oneRowAHostAndPort()
{
    AllowedHosts hosts;
    hosts.open(folder());
    hosts.approve(row());
    AllowedHost later = row(u"MAIL.example"_s);
    later.created = {};
    hosts.reject(later);
    QCOMPARE(hosts.rows().size(), 1);
    QCOMPARE(hosts.rows().first().approval, Approval::Rejected);
    QCOMPARE(hosts.rows().first().created, row().created);
}

void AllowedHostsTest::anAnswerIsNotForgottenByAChallenge()
{
    AllowedHosts hosts;
    hosts.open(folder());
    hosts.noteUnanswered(row());
    QCOMPARE(hosts.rows().first().approval, Approval::Unanswered);
    AllowedHost newer = row();
    newer.sha256 = QByteArray(64, 'c');
    hosts.noteUnanswered(newer);
    QCOMPARE(hosts.rows().first().sha256, newer.sha256);
    hosts.reject(row());
    hosts.noteUnanswered(newer);
    QCOMPARE(hosts.rows().first().approval, Approval::Rejected);
    QCOMPARE(hosts.rows().first().sha256, row().sha256);
}

void AllowedHostsTest::sessionRowsAreNeverWritten()
{
    AllowedHosts hosts;
    hosts.open(folder());
    AllowedHost session = row();
    session.scope = Scope::Session;
    QVERIFY(!hosts.approve(session));
    QVERIFY(!hosts.noteUses({HostUse{session.host, QDateTime::currentDateTimeUtc(), {}}}));
    QVERIFY(!QFile::exists(folder()));
    hosts.approve(row(u"other.example"_s));
    QVERIFY(!bytes().contains("mail.example"));
    QCOMPARE(hosts.rows().size(), 2);
    QVERIFY(!hosts.reload());
    QCOMPARE(hosts.rows().size(), 2);
    QVERIFY(!hosts.forget(session.host));
    QCOMPARE(hosts.rows().size(), 1);
}

void AllowedHostsTest::aPersistentAnswerReplacesASessionOne()
{
    AllowedHosts hosts;
    hosts.open(folder());
    hosts.noteUnanswered(row());
    AllowedHost session = row();
    session.scope = Scope::Session;
    hosts.approve(session);
    QCOMPARE(hosts.rows().size(), 1);
    QCOMPARE(hosts.rows().first().scope, Scope::Session);
    hosts.reject(row());
    QCOMPARE(hosts.rows().size(), 1);
    QCOMPARE(hosts.rows().first().approval, Approval::Rejected);
    QVERIFY(bytes().contains("rejected"));
}

void AllowedHostsTest::forgottenRowsGoAndCanBeRestored()
{
    AllowedHosts hosts;
    hosts.open(folder());
    hosts.reject(row());
    const AllowedHost kept = hosts.rows().first();
    QVERIFY(!hosts.forget({u"MAIL.example"_s, 465}));
    QVERIFY(hosts.rows().isEmpty());
    QVERIFY(!bytes().contains("mail.example"));
    QVERIFY(!hosts.put({kept}));
    QCOMPARE(hosts.rows(), QList{kept});
    QVERIFY(bytes().contains("mail.example"));
}

void AllowedHostsTest::lastUseIsWrittenOncePerMinute()
{
    AllowedHosts hosts;
    hosts.open(folder());
    hosts.approve(row());
    const QDateTime when({2026, 5, 1}, {12, 0, 10}, Qt::UTC);
    QVERIFY(!hosts.noteUses({HostUse{{u"mail.example"_s, 465}, when, {}}}));
    QVERIFY(bytes().contains("2026-05-01T12:00:10"));
    QVERIFY(!hosts.noteUses({HostUse{{u"mail.example"_s, 465}, when.addSecs(30), {}}}));
    QVERIFY(bytes().contains("2026-05-01T12:00:10"));
    QVERIFY(!hosts.noteUses({HostUse{{u"mail.example"_s, 465}, when.addSecs(60), {}}}));
    QVERIFY(bytes().contains("2026-05-01T12:01:10"));
}

void AllowedHostsTest::aChainThatVerifiesIsNotedBesideTheOneShown()
{
    AllowedHosts hosts;
    hosts.open(folder());
    QVERIFY(!hosts.noteUses({HostUse{{u"mail.example"_s, 465}, {}, {der("new")}}}));
    QVERIFY(hosts.rows().isEmpty());
    hosts.approve(row());
    QVERIFY(!hosts.noteUses({HostUse{{u"mail.example"_s, 465}, {}, {der("first"), der("second")}}}));
    QVERIFY(hosts.rows().first().verifiedChain.isEmpty());
    QVERIFY(!hosts.noteUses({HostUse{{u"mail.example"_s, 465}, {}, {der("new")}}}));
    AllowedHosts again;
    QVERIFY(!again.open(folder()));
    QCOMPARE(again.rows().first().verifiedChain, CertificateChain{der("new")});
    QCOMPARE(again.rows().first().chain, row().chain);
}

void AllowedHostsTest::inMemoryUntilTheStationIsSaved()
{
    AllowedHosts hosts;
    QVERIFY(!hosts.open({}));
    QVERIFY(!hosts.approve(row()));
    AllowedHost session = row(u"session.example"_s);
    session.scope = Scope::Session;
    QVERIFY(!hosts.approve(session));
    QVERIFY(!hosts.saveAs(folder()));
    QCOMPARE(hosts.rows().size(), 2);
    AllowedHosts again;
    QVERIFY(!again.open(folder()));
    QCOMPARE(again.rows().size(), 1);
    QCOMPARE(again.rows().first().host.host, u"mail.example"_s);
}

void AllowedHostsTest::savingAsLeavesWhatIsThere()
{
    AllowedHosts there;
    there.open(folder());
    there.reject(row());
    there.reject(row(u"there.example"_s));
    AllowedHosts hosts;
    hosts.approve(row());
    hosts.approve(row(u"here.example"_s));
    QVERIFY(!hosts.saveAs(folder()));
    QCOMPARE(hosts.rows().size(), 3);
    QCOMPARE(hosts.find(row().host)->approval, Approval::Rejected);
}

void AllowedHostsTest::whatIsNoLongerNeededIsPrunedAndBroughtBack()
{
    const TestCa ca;
    const auto rowFor = [&](const QString& host, const QList<QByteArray>& chain) {
        AllowedHost one = row(host);
        const auto leaf = certificateFacts(chain.first());
        one.sha256 = leaf->sha256;
        one.chain = chain;
        return one;
    };
    AllowedHosts hosts;
    hosts.open(folder());
    const AllowedHost kept = rowFor(u"self.example"_s, {selfSignedFor(u"self.example"_s).der()});
    AllowedHost session = rowFor(u"session.example"_s, {ca.issueFor(u"session.example"_s).der()});
    session.scope = Scope::Session;
    const AllowedHost rejected = rowFor(u"no.example"_s, {ca.issueFor(u"no.example"_s).der()});
    QVERIFY(!hosts.approve(kept));
    QVERIFY(!hosts.approve(session));
    QVERIFY(!hosts.reject(rejected));
    QVERIFY(!hosts.approve(rowFor(u"a.example"_s, {ca.issueFor(u"a.example"_s).der(), ca.der()})));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(hosts.prune(TrustAnchors::only({}), now).rows.isEmpty());
    QCOMPARE(hosts.rows().size(), 4);

    const QList<AllowedHost> before = hosts.rows();
    const RemovedHosts removed = hosts.prune(TrustAnchors::only({ca.der()}), now);
    QVERIFY(!removed.fault);
    QCOMPARE(removed.rows.size(), 2);
    QCOMPARE(hosts.rows().size(), 2);
    QVERIFY(hosts.find(kept.host));
    QVERIFY(hosts.find(rejected.host)); // a rejection is an answer of its own
    QVERIFY(!bytes().contains("a.example"));
    QVERIFY(!hosts.put(removed.rows));
    QCOMPARE(hosts.rows().size(), 4);
    for (const AllowedHost& one : before)
        QCOMPARE(hosts.find(one.host), one);
    QVERIFY(!bytes().contains("session.example"));
}

void AllowedHostsTest::fieldsOfOneRowAreMerged()
{
    AllowedHosts one;
    AllowedHosts two;
    one.open(folder());
    one.approve(row());
    two.open(folder());
    const QDateTime used = QDateTime::fromSecsSinceEpoch(1'900'000'000, Qt::UTC);
    QVERIFY(!one.noteUses({HostUse{row().host, used, {}}}));
    QVERIFY(!two.setNote(row().host, u"by two"_s)); // does not know of the use yet
    AllowedHost rejected = *two.find(row().host);
    rejected.lastUsed = {};
    QVERIFY(!one.setNote(row().host, u"by one"_s));
    QVERIFY(!two.reject(rejected));
    QVERIFY(!one.reload());
    const AllowedHost merged = *one.find(row().host);
    QCOMPARE(merged.approval, Approval::Rejected);
    QCOMPARE(merged.lastUsed, used);
    QCOMPARE(merged.note, u"by one"_s);
    QCOMPARE(merged.created, row().created);
}

void AllowedHostsTest::aNoteStaysUntilItIsChanged()
{
    AllowedHosts hosts;
    hosts.open(folder());
    AllowedHost plain = row();
    plain.note.clear();
    hosts.approve(plain);
    QVERIFY(!hosts.setNote({u"MAIL.example"_s, 465}, u" waits for\nBob's CA "_s));
    QCOMPARE(hosts.rows().first().note, u"waits for Bob's CA"_s);
    hosts.reject(plain);
    QCOMPARE(hosts.rows().first().note, u"waits for Bob's CA"_s);
    hosts.setNote(plain.host, QString(5000, u'x'));
    QCOMPARE(hosts.rows().first().note.size(), AllowedHosts::LongestNote);
    hosts.setNote(plain.host, {});
    QVERIFY(hosts.rows().first().note.isEmpty());
    QVERIFY(!hosts.setNote({u"none.example"_s, 1}, u"x"_s));
    QCOMPARE(hosts.rows().size(), 1);
}

void AllowedHostsTest::aUseSaysThatTheRowIsNeeded()
{
    AllowedHosts hosts;
    hosts.open(folder());
    hosts.approve(row());
    const QDateTime when = QDateTime::currentDateTimeUtc();
    hosts.noteUses({HostUse{row().host, when, {}}});
    hosts.noteUses({HostUse{row().host, {}, {der("new")}}});
    QVERIFY(!hosts.rows().first().verifiedChain.isEmpty());
    hosts.noteUses({HostUse{row().host, when, {}}});
    QVERIFY(hosts.rows().first().verifiedChain.isEmpty());
}

void AllowedHostsTest::manyUsesAreNotedInOneWrite()
{
    AllowedHosts hosts;
    hosts.open(folder());
    const AllowedHost used = row(u"used.example"_s);
    const AllowedHost verified = row(u"verified.example"_s);
    AllowedHost session = row(u"session.example"_s);
    session.scope = Scope::Session;
    for (const AllowedHost& one : {used, verified, session, row(u"other.example"_s)})
        hosts.approve(one);
    const QSignalSpy changed(&hosts, &AllowedHosts::changed);
    const QDateTime when({2026, 5, 1}, {12, 0}, Qt::UTC);
    QVERIFY(!hosts.noteUses({{used.host, when, {}},
                             {verified.host, {}, {der("new")}},
                             {session.host, when, {}},
                             {{u"none.example"_s, 465}, when, {}}}));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(hosts.rows().size(), 4);
    QCOMPARE(hosts.find(session.host)->lastUsed, when);
    AllowedHosts again;
    again.open(folder());
    QCOMPARE(again.find(used.host)->lastUsed, when);
    QCOMPARE(again.find(verified.host)->verifiedChain, CertificateChain{der("new")});
    QVERIFY(!again.find(verified.host)->lastUsed.isValid());
    QVERIFY(!again.find({u"other.example"_s, 465})->lastUsed.isValid());
    QCOMPARE(again.rows().size(), 3);
}

void AllowedHostsTest::changesAreTold()
{
    AllowedHosts hosts;
    const QSignalSpy spy(&hosts, &AllowedHosts::changed);
    hosts.open(folder());
    QCOMPARE(spy.size(), 0);
    hosts.approve(row());
    QCOMPARE(spy.size(), 1);
    hosts.approve(hosts.rows().first());
    QCOMPARE(spy.size(), 1);
    hosts.forget(row().host);
    QCOMPARE(spy.size(), 2);
}

STATIONER_TEST(AllowedHostsTest)
#include "allowedhosts_test.moc"
