// Allowed Hosts on disk: for the owner alone, written by several programs, damaged, from a newer version, or not to be
// written.

#include "hostrows.h"
#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/truststores.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;
using Kind = TrustFileFault::Kind;

namespace {

const QFile::Permissions Rwx = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
const QFile::Permissions OthersAll =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

} // namespace

class AllowedHostsDiskTest : public QObject, HostRows {
    Q_OBJECT
private slots:
    void init() { makeFolder(); }

    void aMissingFileIsAnEmptyListAndWritesNothing();
    void folderAndFileAreForTheOwnerAlone();
    void aFolderThatIsTooOpenIsClosed();
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
    void aPruneSeesWhatAnotherProgramWrote();
    void thousandsOfRowsAreKept();
    void whatIsTooMuchForTheFileHoldsForTheSession();
};

void AllowedHostsDiskTest::aMissingFileIsAnEmptyListAndWritesNothing()
{
    AllowedHosts hosts;
    QVERIFY(!hosts.open(folder()));
    QVERIFY(hosts.rows().isEmpty());
    QVERIFY(!hosts.find({u"mail.example"_s, 465}));
    QVERIFY(!hosts.noteUses({HostUse{{u"mail.example"_s, 465}, QDateTime::currentDateTimeUtc(), {}}}));
    QVERIFY(!hosts.forget({u"mail.example"_s, 465}));
    QVERIFY(!QFile::exists(folder()));
}

void AllowedHostsDiskTest::folderAndFileAreForTheOwnerAlone()
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

void AllowedHostsDiskTest::aFolderThatIsTooOpenIsClosed()
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

void AllowedHostsDiskTest::twoWritersLoseNothing()
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

void AllowedHostsDiskTest::removalByAnotherProgramIsSeen()
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

void AllowedHostsDiskTest::aFolderThatCannotBeLookedIntoIsNoEmptyList()
{
    QFile file(folder());
    QVERIFY(file.open(QIODevice::WriteOnly));
    AllowedHosts allowed;
    const auto fault = allowed.open(folder());
    QVERIFY(fault);
    QCOMPARE(fault->kind, Kind::CannotRead);
    QCOMPARE(fault->path, path());
}

void AllowedHostsDiskTest::aDamagedFileIsSetAsideAndReported_data()
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

void AllowedHostsDiskTest::aDamagedFileIsSetAsideAndReported()
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

void AllowedHostsDiskTest::aFileDamagedLaterTakesNoRowAway()
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

void AllowedHostsDiskTest::aNewerVersionIsNotTouched()
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

void AllowedHostsDiskTest::fieldsOfOthersAreKept()
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

void AllowedHostsDiskTest::anErrorCodeUnknownHereAcceptsNothing()
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

void AllowedHostsDiskTest::whatCannotBeWrittenHoldsForTheSession()
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

void AllowedHostsDiskTest::whatCannotBeForgottenOnDiskIsForgottenHere()
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

void AllowedHostsDiskTest::aPruneSeesWhatAnotherProgramWrote()
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

void AllowedHostsDiskTest::thousandsOfRowsAreKept()
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

void AllowedHostsDiskTest::whatIsTooMuchForTheFileHoldsForTheSession()
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

STATIONER_TEST(AllowedHostsDiskTest)
#include "allowedhostsdisk_test.moc"
