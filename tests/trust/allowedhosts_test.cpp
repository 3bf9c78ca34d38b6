#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/allowedhosts.h"
#include "trust/truststores.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;
using Kind = TrustFileFault::Kind;

namespace {

const QFile::Permissions Rwx = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
const QFile::Permissions OthersAll =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

/// As much of a certificate as the file asks for.
QByteArray der(const QByteArray& name)
{
    return "\x30" + QByteArray(1, char(name.size())) + name;
}

AllowedHost row(const QString& host = u"mail.example"_s, quint16 port = 465)
{
    AllowedHost one;
    one.host = {host, port};
    one.publicKeySha256 = QByteArray(64, 'b');
    one.errors = {TrustError::SelfSigned, TrustError::Expired};
    one.created = QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC);
    one.note = u"«checked» by phone"_s;
    one.chain = {der("first"), der("second")};
    one.sha256 = QCryptographicHash::hash(one.chain.first(), QCryptographicHash::Sha256).toHex();
    return one;
}

} // namespace

class AllowedHostsTest : public QObject {
    Q_OBJECT
private slots:
    void init();

    void aMissingFileIsAnEmptyListAndWritesNothing();
    void everyFieldIsReadBack();
    void hostsAreFoundAsTypedInAnyForm();
    void oneRowAHostAndPort();
    void folderAndFileAreForTheOwnerAlone();
    void aFolderThatIsTooOpenIsClosed();
    void anAnswerIsNotForgottenByAChallenge();
    void sessionRowsAreNeverWritten();
    void aPersistentAnswerReplacesASessionOne();
    void forgottenRowsGoAndCanBeRestored();
    void lastUseIsWrittenOncePerMinute();
    void aChainThatVerifiesIsNotedBesideTheOneShown();
    void twoWritersLoseNothing();
    void removalByAnotherProgramIsSeen();
    void aFolderThatCannotBeLookedIntoIsNoEmptyList();
    void aDamagedFileIsSetAsideAndReported_data();
    void aDamagedFileIsSetAsideAndReported();
    void aFileDamagedLaterTakesNoRowAway();
    void aNewerVersionIsNotTouched();
    void fieldsOfOthersAreKept();
    void anErrorCodeUnknownHereAcceptsNothing();
    void whatCannotBeWrittenHoldsForTheSession();
    void whatCannotBeForgottenOnDiskIsForgottenHere();
    void inMemoryUntilTheStationIsSaved();
    void savingAsLeavesWhatIsThere();
    void whatIsNoLongerNeededIsPrunedAndBroughtBack();
    void aPruneSeesWhatAnotherProgramWrote();
    void fieldsOfOneRowAreMerged();
    void aNoteStaysUntilItIsChanged();
    void aUseSaysThatTheRowIsNeeded();
    void manyUsesAreNotedInOneWrite();
    void thousandsOfRowsAreKept();
    void whatIsTooMuchForTheFileHoldsForTheSession();
    void changesAreTold();

private:
    QString folder() const { return m_dir->path() + u"/acme.security"_s; }
    QString path() const { return folder() + u"/allowed-hosts.json"_s; }
    QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray& text) const
    {
        QDir().mkpath(folder());
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void AllowedHostsTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void AllowedHostsTest::aMissingFileIsAnEmptyListAndWritesNothing()
{
    AllowedHosts hosts;
    QVERIFY(!hosts.open(folder()));
    QVERIFY(hosts.rows().isEmpty());
    QVERIFY(!hosts.find({u"mail.example"_s, 465}));
    QVERIFY(!hosts.noteUses({HostUse{{u"mail.example"_s, 465}, QDateTime::currentDateTimeUtc(), {}}}));
    QVERIFY(!hosts.forget({u"mail.example"_s, 465}));
    QVERIFY(!QFile::exists(folder()));
}

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

void AllowedHostsTest::folderAndFileAreForTheOwnerAlone()
{
    AllowedHosts hosts;
    hosts.open(folder());
    hosts.approve(row());
    QCOMPARE(QFile::permissions(folder()) & (Rwx | OthersAll), Rwx);
    QCOMPARE(QFile::permissions(path()) & (Rwx | OthersAll), QFile::ReadOwner | QFile::WriteOwner);
    hosts.reject(row());
    QCOMPARE(QFile::permissions(path()) & (Rwx | OthersAll), QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(QDir(folder()).entryList(QDir::Files | QDir::Hidden), QStringList{u"allowed-hosts.json"_s});
}

void AllowedHostsTest::aFolderThatIsTooOpenIsClosed()
{
    write("{\"version\":1,\"hosts\":[]}");
    QFile::setPermissions(folder(), Rwx | QFile::ReadOther | QFile::ExeOther); // to look into, not to write in
    QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    AllowedHosts hosts;
    QVERIFY(!hosts.open(folder()));
    QVERIFY(!hosts.approve(row()));
    QCOMPARE(QFile::permissions(folder()) & OthersAll, QFile::Permissions());
    QCOMPARE(QFile::permissions(path()) & OthersAll, QFile::Permissions());
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

void AllowedHostsTest::twoWritersLoseNothing()
{
    AllowedHosts one;
    AllowedHosts two;
    one.open(folder());
    two.open(folder());
    one.approve(row(u"one.example"_s));
    two.reject(row(u"two.example"_s));
    one.approve(row(u"three.example"_s));
    two.noteUses({HostUse{{u"two.example"_s, 465}, QDateTime::currentDateTimeUtc(), {}}});
    QVERIFY(!one.reload());
    QVERIFY(!two.reload());
    QCOMPARE(one.rows().size(), 3);
    QCOMPARE(one.rows(), two.rows());
}

void AllowedHostsTest::removalByAnotherProgramIsSeen()
{
    AllowedHosts one;
    AllowedHosts two;
    one.open(folder());
    one.approve(row());
    two.open(folder());
    two.forget({u"mail.example"_s, 465});
    QVERIFY(!one.noteUses({HostUse{{u"mail.example"_s, 465}, QDateTime::currentDateTimeUtc(), {}}}));
    QVERIFY(one.rows().isEmpty());
    QVERIFY(!bytes().contains("mail.example"));
}

void AllowedHostsTest::aFolderThatCannotBeLookedIntoIsNoEmptyList()
{
    QFile file(folder());
    QVERIFY(file.open(QIODevice::WriteOnly));
    AllowedHosts allowed;
    const auto fault = allowed.open(folder());
    QVERIFY(fault);
    QCOMPARE(fault->kind, Kind::CannotRead);
    QCOMPARE(fault->path, path());
}

void AllowedHostsTest::aDamagedFileIsSetAsideAndReported_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("cut off") << QByteArray("{\"version\":1,\"hosts\":[{\"host\":\"mail");
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("another document") << QByteArray("[1,2]");
    QTest::newRow("no version") << QByteArray("{\"hosts\":[]}");
    QTest::newRow("version zero") << QByteArray("{\"version\":0,\"hosts\":[]}");
    QTest::newRow("no hosts") << QByteArray("{\"version\":1}");
    QTest::newRow("a row without a host") << QByteArray("{\"version\":1,\"hosts\":[{\"port\":25}]}");
    QTest::newRow("a row with an impossible port")
        << QByteArray("{\"version\":1,\"hosts\":[{\"host\":\"a\",\"port\":70000,\"approval\":\"approved\","
                      "\"scope\":\"untilDeleted\",\"binding\":\"certificate\"}]}");
    QTest::newRow("a row with an unknown answer")
        << QByteArray("{\"version\":1,\"hosts\":[{\"host\":\"a\",\"port\":25,\"approval\":\"perhaps\","
                      "\"scope\":\"untilDeleted\",\"binding\":\"certificate\"}]}");
}

void AllowedHostsTest::aDamagedFileIsSetAsideAndReported()
{
    QFETCH(QByteArray, text);
    write(text);
    AllowedHosts hosts;
    const auto fault = hosts.open(folder());
    QVERIFY(fault);
    QCOMPARE(fault->kind, Kind::Damaged);
    QVERIFY(fault->setAsideAs.startsWith(folder() + u"/allowed-hosts.json.damaged-"_s));
    QFile aside(fault->setAsideAs);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), text);
    QVERIFY(hosts.rows().isEmpty());
    QVERIFY(!hosts.approve(row()));
    QVERIFY(QFile::exists(fault->setAsideAs));
}

void AllowedHostsTest::aFileDamagedLaterTakesNoRowAway()
{
    AllowedHosts hosts;
    hosts.open(folder());
    hosts.reject(row());
    write("{");
    const auto fault = hosts.approve(row(u"other.example"_s));
    QVERIFY(fault);
    QCOMPARE(fault->kind, Kind::Damaged);
    QCOMPARE(hosts.rows().size(), 2);
    QCOMPARE(hosts.rows().at(1).scope, Scope::UntilDeleted);
    AllowedHosts again;
    QVERIFY(!again.open(folder()));
    QCOMPARE(again.rows(), hosts.rows());
}

void AllowedHostsTest::aNewerVersionIsNotTouched()
{
    const QByteArray text = "{\"version\":2,\"hosts\":{}}";
    write(text);
    AllowedHosts hosts;
    const auto fault = hosts.open(folder());
    QVERIFY(fault);
    QCOMPARE(fault->kind, Kind::NewerVersion);
    const auto again = hosts.approve(row());
    QVERIFY(again);
    QCOMPARE(again->kind, Kind::NewerVersion);
    QCOMPARE(bytes(), text);
    QCOMPARE(hosts.rows().size(), 1);
    QCOMPARE(hosts.rows().first().scope, Scope::Session);
}

void AllowedHostsTest::fieldsOfOthersAreKept()
{
    AllowedHosts hosts;
    hosts.open(folder());
    hosts.approve(row());
    QByteArray text = bytes();
    text.replace("\"version\": 1", "\"version\": 1, \"ticks\": [7]");
    text.replace("\"port\": 465", "\"port\": 465, \"colour\": \"red\"");
    write(text);
    QVERIFY(!hosts.noteUses({HostUse{{u"mail.example"_s, 465}, QDateTime::currentDateTimeUtc(), {}}}));
    const QJsonObject document = QJsonDocument::fromJson(bytes()).object();
    QCOMPARE(document[u"ticks"_s].toArray().first().toInt(), 7);
    QCOMPARE(document[u"hosts"_s][0][u"colour"_s].toString(), u"red"_s);
    QVERIFY(document[u"hosts"_s][0].toObject().contains(u"lastUsed"_s));
}

void AllowedHostsTest::anErrorCodeUnknownHereAcceptsNothing()
{
    AllowedHosts hosts;
    hosts.open(folder());
    hosts.approve(row());
    QByteArray text = bytes();
    text.replace("\"selfSigned\"", "\"revoked\"");
    write(text);
    QVERIFY(!hosts.reload());
    QCOMPARE(hosts.rows().first().errors, QList{TrustError::Expired});
}

void AllowedHostsTest::whatCannotBeWrittenHoldsForTheSession()
{
    // A file where the folder should be: no one can write there, not even root.
    QFile file(folder());
    QVERIFY(file.open(QIODevice::WriteOnly));
    AllowedHosts hosts;
    QVERIFY(hosts.open(folder()));
    const auto fault = hosts.approve(row());
    QVERIFY(fault);
    QCOMPARE(fault->kind, Kind::CannotWrite);
    QCOMPARE(hosts.rows().size(), 1);
    QCOMPARE(hosts.rows().first().approval, Approval::Approved);
    QCOMPARE(hosts.rows().first().scope, Scope::Session);
    QVERIFY(hosts.reject(row(u"other.example"_s)));
    QCOMPARE(hosts.find({u"other.example"_s, 465})->approval, Approval::Rejected);
}

void AllowedHostsTest::whatCannotBeForgottenOnDiskIsForgottenHere()
{
    AllowedHosts hosts;
    hosts.open(folder());
    hosts.approve(row());
    // A folder with the lock's name keeps every writer out.
    QVERIFY(QDir(folder()).mkdir(u"allowed-hosts.lock"_s));
    const auto fault = hosts.forget({u"mail.example"_s, 465});
    QVERIFY(fault);
    QCOMPARE(fault->kind, Kind::CannotWrite);
    QVERIFY(hosts.rows().isEmpty());
    QVERIFY(bytes().contains("mail.example"));
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

void AllowedHostsTest::aPruneSeesWhatAnotherProgramWrote()
{
    const TestCa ca;
    AllowedHosts one;
    AllowedHosts two;
    one.open(folder());
    two.open(folder());
    AllowedHost late = row();
    late.chain = {ca.issueFor(late.host.host).der()};
    one.approve(late);
    QCOMPARE(two.prune(TrustAnchors::only({ca.der()}), QDateTime::currentDateTimeUtc()).rows.size(), 1);
    QVERIFY(!bytes().contains("mail.example"));
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

void AllowedHostsTest::thousandsOfRowsAreKept()
{
    QList<AllowedHost> many;
    for (int i = 0; i < 2000; ++i)
        many << row(u"host%1.example"_s.arg(i));
    AllowedHosts hosts;
    hosts.open(folder());
    QVERIFY(!hosts.put(many));
    AllowedHosts again;
    QVERIFY(!again.open(folder()));
    QCOMPARE(again.rows(), many);
}

void AllowedHostsTest::whatIsTooMuchForTheFileHoldsForTheSession()
{
    QList<AllowedHost> many;
    for (int i = 0; i < 10'000; ++i)
        many << row(u"host%1.example"_s.arg(i));
    AllowedHosts hosts;
    hosts.open(folder());
    QVERIFY(!hosts.put(many));
    const QByteArray before = bytes();
    const auto full = hosts.approve(row());
    QVERIFY(full);
    QCOMPARE(full->kind, Kind::CannotWrite);
    QVERIFY2(full->detail.contains(u"full"_s), qPrintable(full->detail));
    QCOMPARE(hosts.find(row().host)->scope, Scope::Session);
    QCOMPARE(bytes(), before);
    QVERIFY(!hosts.forget(many.first().host)); // and there is room again
    QVERIFY(!hosts.approve(row()));

    AllowedHost large = row(u"large.example"_s);
    large.chain = {"\x30\x83\x01\x90\x01" + QByteArray(0x19001, 'x')}; // a byte over 100 KiB, its head apart
    QVERIFY(!hosts.forget(many.last().host));
    const auto refused = hosts.noteUnanswered(large);
    QVERIFY(refused);
    QCOMPARE(refused->kind, Kind::CannotWrite);
    QVERIFY2(refused->detail.contains(u"too large"_s), qPrintable(refused->detail));
    AllowedHosts again;
    QVERIFY(!again.open(folder()));
    QCOMPARE(again.rows().size(), 9'999);
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
