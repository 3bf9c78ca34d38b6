// What in a `.security` folder counts: what this user's Stationer wrote or the user took over, and never what somebody else
// on this computer could have put there.

#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/broughttrust.h"
#include "trust/currentanchors.h"
#include "trust/hostname.h"
#include "trust/judge.h"
#include "trust/trustfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;

using Kind = TrustFileFault::Kind;

namespace {

int modeOf(const QString& path)
{
    struct stat about = {};
    return stat(QFile::encodeName(path).constData(), &about) == 0 ? int(about.st_mode & 07777) : -1;
}

// Whether what is at a place in the folder decides about the list, about the roots; the folder itself about both.
bool isAboutHosts(const QString& place)
{
    return place.isEmpty() || place.contains("json"_L1);
}

bool isAboutRoots(const QString& place)
{
    return place.isEmpty() || !place.contains("json"_L1);
}

} // namespace

class TrustFolderTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_place;
    const TestCa m_ca{u"Acme Root CA"_s};
    const TestCertificate m_server{m_ca.issueFor(u"mail.acme.example"_s)};
    const TestCertificate m_self{selfSignedFor(u"mail.acme.example"_s)};

    QString path(const QString& name = u"acme.security"_s) const { return m_place->filePath(name); }
    TrustFolder folder(const QString& name = u"acme.security"_s) const { return {path(name), path(u"records"_s)}; }
    QString list(const QString& name = u"acme.security"_s) const { return path(name) + u"/allowed-hosts.json"_s; }
    QString root(const QString& name = u"acme.security"_s) const
    {
        return path(name) + u"/user-trust-store/Acme-Root-CA.pem"_s;
    }

    CertificateSketch sketch() const { return *certificateSketch(m_ca.der()); }
    AllowedHost row() const
    {
        AllowedHost row;
        row.host = {u"mail.acme.example"_s, 465};
        row.approval = Approval::Approved;
        row.sha256 = m_self.sha256();
        row.errors = {TrustError::SelfSigned};
        row.chain = {m_self.der()};
        return row;
    }
    /// As somebody else's Stationer would leave it.
    void plant(const QString& name = u"acme.security"_s) const
    {
        AllowedHosts hosts;
        hosts.open(path(name));
        QVERIFY(!hosts.approve(row()));
        UserTrustStore roots;
        roots.open(path(name));
        QVERIFY(!roots.import(sketch()));
    }
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    std::optional<Kind> faultOfHosts(const TrustFolder& folder) const
    {
        AllowedHosts hosts;
        const auto fault = hosts.open(folder);
        return fault && hosts.rows().isEmpty() ? std::optional(fault->kind) : std::nullopt;
    }
    std::optional<Kind> faultOfRoots(const TrustFolder& folder) const
    {
        UserTrustStore roots;
        const auto fault = roots.open(folder);
        return fault && roots.roots().isEmpty() ? std::optional(fault->kind) : std::nullopt;
    }
    bool areBothUsed(const TrustFolder& folder) const
    {
        AllowedHosts hosts;
        UserTrustStore roots;
        return !hosts.open(folder) && !roots.open(folder) && hosts.rows().size() == 1 && roots.roots().size() == 1;
    }

private slots:
    void init() { m_place = std::make_unique<QTemporaryDir>(); }

    void whatNobodyTookOverIsNotUsed();
    void whatWasWrittenHereIsUsedAgain();
    void aCopyElsewhereIsNotTakenOver();
    void aFileThatSomebodyReplacedIsNotUsed();
    void aRemovedRootIsNotBroughtBackByLayingItThere();
    void anEarlierListIsNotBroughtBack();
    void takenOverItIsUsedAndClosed();
    void leftItIsNotAskedAboutAgain();
    void aListThatWasLeftIsSetAsideByTheNextAnswer();
    void asItIsCountsOnceAndIsNotRecorded();
    void aCrashBetweenRecordAndFileAsksNobody();
    void twoProgramsTakeEachOthersFilesForTheirOwn();
    void whatOthersMayWriteIsNotUsed_data();
    void whatOthersMayWriteIsNotUsed();
    void whatBelongsToSomebodyElseIsNotUsed_data();
    void whatBelongsToSomebodyElseIsNotUsed();
    void linksAreNotFollowed_data();
    void linksAreNotFollowed();
    void nothingIsWrittenThroughALink();
    void whatIsBroughtIsCounted();
    void removedTrustCountsNoMoreAtTheNextJudgement();
    void aSystemStoreThatChangedIsReadAgain();
};

void TrustFolderTest::whatNobodyTookOverIsNotUsed()
{
    plant();
    const QByteArray before = read(list());
    AllowedHosts hosts;
    QCOMPARE(hosts.open(folder())->kind, Kind::NotTakenOver);
    QVERIFY(hosts.rows().isEmpty());
    UserTrustStore roots;
    QCOMPARE(roots.open(folder())->kind, Kind::NotTakenOver);
    QVERIFY(roots.roots().isEmpty());

    // An answer holds for the session and does not make the file look like the user's own.
    AllowedHost other = row();
    other.host.port = 993;
    QCOMPARE(hosts.approve(other)->kind, Kind::NotTakenOver);
    QCOMPARE(hosts.rows().size(), 1);
    QVERIFY(hosts.find(other.host));
    QCOMPARE(read(list()), before);
    QCOMPARE(faultOfHosts(folder()), Kind::NotTakenOver);
}

void TrustFolderTest::whatWasWrittenHereIsUsedAgain()
{
    AllowedHosts hosts;
    QVERIFY(!hosts.open(folder()));
    QVERIFY(!hosts.approve(row()));
    UserTrustStore roots;
    QVERIFY(!roots.open(folder()));
    QVERIFY(!roots.import(sketch()));
    QVERIFY(areBothUsed(folder()));
    QVERIFY(!hosts.noteUses({HostUse{row().host, QDateTime::currentDateTimeUtc(), {}}}));
    QVERIFY(areBothUsed(folder()));
    QCOMPARE(modeOf(path(u"records"_s)), 0700);
    QCOMPARE(faultOfHosts({path(), path(u"another user's records"_s)}), Kind::NotTakenOver);
}

void TrustFolderTest::aCopyElsewhereIsNotTakenOver()
{
    AllowedHosts hosts;
    hosts.open(folder());
    QVERIFY(!hosts.approve(row()));
    QVERIFY(QDir().mkpath(path(u"copy.security"_s)));
    QVERIFY(QFile::copy(list(), list(u"copy.security"_s)));
    QCOMPARE(faultOfHosts(folder(u"copy.security"_s)), Kind::NotTakenOver);
    // The same folder by another name of a folder above it is the same folder.
    QVERIFY(QFile::link(m_place->path(), path(u"elsewhere"_s)));
    AllowedHosts again;
    QVERIFY(!again.open({path(u"elsewhere/acme.security"_s), path(u"records"_s)}));
    QCOMPARE(again.rows().size(), 1);
}

void TrustFolderTest::aFileThatSomebodyReplacedIsNotUsed()
{
    AllowedHosts hosts;
    hosts.open(folder());
    QVERIFY(!hosts.reject(row()));
    UserTrustStore roots;
    roots.open(folder());
    QVERIFY(!roots.import(sketch()));
    plant(u"evil.security"_s);
    const TestCa evil(u"Evil Root CA"_s);
    write(list(), read(list(u"evil.security"_s)));
    write(root(), evil.pem() + '\n');
    QCOMPARE(hosts.reload()->kind, Kind::NotTakenOver);
    QVERIFY(hosts.rows().isEmpty()); // what was known of it counts no more either
    QCOMPARE(roots.reload()->kind, Kind::NotTakenOver);
    QVERIFY(roots.roots().isEmpty());
}

void TrustFolderTest::aRemovedRootIsNotBroughtBackByLayingItThere()
{
    UserTrustStore roots;
    roots.open(folder());
    QVERIFY(!roots.import(sketch()));
    const QByteArray pem = read(root());
    QVERIFY(!roots.remove(u"Acme-Root-CA"_s));
    write(root(), pem);
    QCOMPARE(faultOfRoots(folder()), Kind::NotTakenOver);
}

void TrustFolderTest::anEarlierListIsNotBroughtBack()
{
    AllowedHosts hosts;
    hosts.open(folder());
    QVERIFY(!hosts.approve(row()));
    const QByteArray approving = read(list());
    QVERIFY(!hosts.forget(row().host));
    write(list(), approving);
    QCOMPARE(faultOfHosts(folder()), Kind::NotTakenOver);
}

void TrustFolderTest::takenOverItIsUsedAndClosed()
{
    plant();
    ::chmod(QFile::encodeName(path()).constData(), 0777);
    ::chmod(QFile::encodeName(list()).constData(), 0666);
    QVERIFY(!folder().adopt());
    QVERIFY(areBothUsed(folder()));
    QCOMPARE(modeOf(path()), 0700);
    QCOMPARE(modeOf(list()), 0600);
    QCOMPARE(modeOf(root()), 0600);
}

void TrustFolderTest::leftItIsNotAskedAboutAgain()
{
    plant();
    QVERIFY(!folder().leave());
    AllowedHosts hosts;
    QVERIFY(!hosts.open(folder()));
    QVERIFY(hosts.rows().isEmpty());
    UserTrustStore roots;
    QVERIFY(!roots.open(folder()));
    QVERIFY(roots.roots().isEmpty());
    QVERIFY(broughtWith(folder(), hosts, roots).isEmpty());
    QVERIFY(!folder().adopt()); // the user may think better of it
    QVERIFY(areBothUsed(folder()));
}

void TrustFolderTest::aListThatWasLeftIsSetAsideByTheNextAnswer()
{
    plant();
    QVERIFY(!folder().leave());
    const QByteArray left = read(list());
    AllowedHosts hosts;
    hosts.open(folder());
    AllowedHost other = row();
    other.host.port = 993;
    QVERIFY(!hosts.approve(other));
    QCOMPARE(hosts.rows().size(), 1);
    const QStringList aside = QDir(path()).entryList({u"allowed-hosts.json.*-*"_s});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(read(path() + u'/' + aside.first()), left);
    AllowedHosts again;
    QVERIFY(!again.open(folder()));
    QCOMPARE(again.rows().size(), 1);
    QVERIFY(again.find(other.host));
}

void TrustFolderTest::asItIsCountsOnceAndIsNotRecorded()
{
    plant();
    const TrustFolder asItIs(path(), path(u"records"_s), TrustFolder::Belief::AsItIs);
    QVERIFY(areBothUsed(asItIs));
    AllowedHosts hosts;
    hosts.open(asItIs);
    QVERIFY(!hosts.noteUses({HostUse{row().host, QDateTime::currentDateTimeUtc(), {}}}));
    QVERIFY(read(list()).contains("lastUsed"));
    QCOMPARE(faultOfHosts(folder()), Kind::NotTakenOver);

    QVERIFY(!folder().adopt()); // what was taken over stays so, however it is used
    hosts.open(asItIs);
    QVERIFY(!hosts.noteUses({HostUse{row().host, QDateTime::currentDateTimeUtc().addDays(1), {}}}));
    QVERIFY(areBothUsed(folder()));
}

void TrustFolderTest::aCrashBetweenRecordAndFileAsksNobody()
{
    AllowedHosts hosts;
    hosts.open(folder());
    QVERIFY(!hosts.approve(row()));
    const QByteArray old = read(list());
    const QByteArray fresh = QByteArray(old).replace("approved", "rejected");
    QVERIFY(!folder().expect({{u"allowed-hosts.json"_s, fresh}}));
    QVERIFY(!faultOfHosts(folder())); // the old file, whole
    write(list(), fresh);
    QVERIFY(!faultOfHosts(folder())); // the new one
    write(list(), old + ' ');
    QCOMPARE(faultOfHosts(folder()), Kind::NotTakenOver); // and nothing else
}

void TrustFolderTest::twoProgramsTakeEachOthersFilesForTheirOwn()
{
    AllowedHosts one, other;
    one.open(folder());
    other.open(folder());
    for (int i = 0; i < 20; ++i) {
        AllowedHost fresh = row();
        fresh.host.port = quint16(1000 + i);
        QVERIFY(!(i % 2 ? one : other).approve(fresh));
    }
    QVERIFY(!one.reload());
    QCOMPARE(one.rows().size(), 20);
}

void TrustFolderTest::whatOthersMayWriteIsNotUsed_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<int>("mode");
    QTest::newRow("the folder, by all") << QString() << 0777;
    QTest::newRow("the folder, by the group") << QString() << 0770;
    QTest::newRow("the list") << u"/allowed-hosts.json"_s << 0666;
    QTest::newRow("the list, by the group") << u"/allowed-hosts.json"_s << 0620;
    QTest::newRow("the folder of roots") << u"/user-trust-store"_s << 0777;
    QTest::newRow("a root") << u"/user-trust-store/Acme-Root-CA.pem"_s << 0602;
}

void TrustFolderTest::whatOthersMayWriteIsNotUsed()
{
    QFETCH(const QString, place);
    QFETCH(const int, mode);
    AllowedHosts own;
    own.open(folder());
    QVERIFY(!own.approve(row()));
    UserTrustStore roots;
    roots.open(folder());
    QVERIFY(!roots.import(sketch()));
    ::chmod(QFile::encodeName(path() + place).constData(), mode_t(mode));
    const bool isHosts = isAboutHosts(place), isRoots = isAboutRoots(place);
    for (const TrustFolder& seen : {folder(), folder().asItIs(), TrustFolder(path())}) { // known or named, it is the same
        QCOMPARE(faultOfHosts(seen), isHosts ? std::optional(Kind::WritableByOthers) : std::nullopt);
        QCOMPARE(faultOfRoots(seen), isRoots ? std::optional(Kind::WritableByOthers) : std::nullopt);
    }
    if (isHosts)
        QVERIFY(own.approve(row())); // not written
    if (isRoots)
        roots.import(*certificateSketch(TestCa(u"Other"_s).der()));
    QCOMPARE(modeOf(path() + place), mode); // and not made to look proper
}

void TrustFolderTest::whatBelongsToSomebodyElseIsNotUsed_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("the folder") << QString();
    QTest::newRow("the list") << u"/allowed-hosts.json"_s;
    QTest::newRow("the folder of roots") << u"/user-trust-store"_s;
    QTest::newRow("a root") << u"/user-trust-store/Acme-Root-CA.pem"_s;
}

void TrustFolderTest::whatBelongsToSomebodyElseIsNotUsed()
{
    QFETCH(const QString, place);
    plant();
    QVERIFY(!folder().adopt());
    if (::chown(QFile::encodeName(path() + place).constData(), 12345, 12345) != 0)
        QSKIP("only root can give files away: this needs root");
    const bool isHosts = isAboutHosts(place), isRoots = isAboutRoots(place);
    for (const TrustFolder& seen : {folder(), TrustFolder(path())}) {
        QCOMPARE(faultOfHosts(seen), isHosts ? std::optional(Kind::AnotherOwner) : std::nullopt);
        QCOMPARE(faultOfRoots(seen), isRoots ? std::optional(Kind::AnotherOwner) : std::nullopt);
    }
    QCOMPARE(folder().adopt()->kind, Kind::AnotherOwner);
}

void TrustFolderTest::linksAreNotFollowed_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("the folder") << QString();
    QTest::newRow("the list") << u"/allowed-hosts.json"_s;
    QTest::newRow("the folder of roots") << u"/user-trust-store"_s;
    QTest::newRow("a root") << u"/user-trust-store/Acme-Root-CA.pem"_s;
}

void TrustFolderTest::linksAreNotFollowed()
{
    QFETCH(const QString, place);
    plant();
    QVERIFY(!folder().adopt());
    QVERIFY(QFile::rename(path() + place, path(u"real"_s)));
    QVERIFY(QFile::link(path(u"real"_s), path() + place));
    const bool isHosts = isAboutHosts(place), isRoots = isAboutRoots(place);
    for (const TrustFolder& seen : {folder(), TrustFolder(path()), TrustFolder(path() + u'/')}) {
        QCOMPARE(faultOfHosts(seen), isHosts ? std::optional(Kind::Link) : std::nullopt);
        QCOMPARE(faultOfRoots(seen), isRoots ? std::optional(Kind::Link) : std::nullopt);
    }
    QCOMPARE(folder().adopt()->kind, Kind::Link);
}

void TrustFolderTest::nothingIsWrittenThroughALink()
{
    QVERIFY(QDir().mkpath(path(u"real"_s)));
    ::chmod(QFile::encodeName(path(u"real"_s)).constData(), 0755);
    QVERIFY(QFile::link(path(u"real"_s), path()));
    UserTrustStore roots;
    QCOMPARE(roots.open(path() + u'/')->kind, Kind::Link);
    QVERIFY(roots.import(sketch()));
    QCOMPARE(modeOf(path(u"real"_s)), 0755);
    QVERIFY(QDir(path(u"real"_s)).isEmpty());
    QVERIFY(QFile::remove(path()));

    QVERIFY(QDir().mkpath(path())); // a link to where nothing is yet
    QVERIFY(QFile::link(path(u"written"_s), list()));
    AllowedHosts hosts;
    QCOMPARE(hosts.open(path())->kind, Kind::Link);
    QCOMPARE(hosts.approve(row())->kind, Kind::Link);
    QCOMPARE(writeTrustFile(list(), "x")->kind, Kind::Link);
    QVERIFY(!QFile::exists(path(u"written"_s)));
    QVERIFY(QFileInfo(list()).isSymLink());
}

void TrustFolderTest::whatIsBroughtIsCounted()
{
    const auto brought = [this] {
        AllowedHosts hosts;
        hosts.open(folder());
        UserTrustStore roots;
        roots.open(folder());
        return broughtWith(folder(), hosts, roots);
    };
    QVERIFY(brought().isEmpty());
    plant();
    QCOMPARE(describe(brought()), u"This station brings 1 root CA and 1 exemption with it."_s);
    QCOMPARE(brought().roots.first().certificate.der, m_ca.der());
    QVERIFY(QFile::remove(list()));
    QCOMPARE(describe(brought()), u"This station brings 1 root CA with it."_s);
    UserTrustStore planted;
    planted.open(path());
    QVERIFY(!planted.import(*certificateSketch(TestCa(u"Other"_s).der())));
    QCOMPARE(describe(brought()), u"This station brings 2 root CAs with it."_s);
    QVERIFY(!folder().adopt());
    QVERIFY(brought().isEmpty());
}

void TrustFolderTest::removedTrustCountsNoMoreAtTheNextJudgement()
{
    UserTrustStore roots;
    roots.open(folder());
    QVERIFY(!roots.import(sketch()));
    CurrentAnchors anchors;
    const auto verdict = [&] {
        return judge({m_server.der()}, u"mail.acme.example"_s, QDateTime::currentDateTimeUtc(), anchors.of(roots)).verdict;
    };
    QCOMPARE(verdict(), Verdict::Trusted);
    UserTrustStore another; // another program
    another.open(folder());
    QVERIFY(!another.remove(u"Acme-Root-CA"_s));
    QCOMPARE(verdict(), Verdict::Challenged);
    QVERIFY(!another.import(sketch()));
    QCOMPARE(verdict(), Verdict::Trusted);
    QVERIFY(QDir(path()).removeRecursively());
    QCOMPARE(verdict(), Verdict::Challenged);
}

void TrustFolderTest::aSystemStoreThatChangedIsReadAgain()
{
    const QString bundle = path(u"system.pem"_s);
    write(bundle, m_ca.pem());
    qputenv("SSL_CERT_FILE", QFile::encodeName(bundle));
    qputenv("SSL_CERT_DIR", QFile::encodeName(path(u"none"_s)));
    UserTrustStore roots;
    CurrentAnchors anchors;
    const auto verdict = [&] {
        return judge({m_server.der()}, u"mail.acme.example"_s, QDateTime::currentDateTimeUtc(), anchors.of(roots)).verdict;
    };
    const Verdict before = verdict();
    QVERIFY(QFile::remove(bundle));
    const Verdict after = verdict();
    qunsetenv("SSL_CERT_FILE");
    qunsetenv("SSL_CERT_DIR");
    QCOMPARE(before, Verdict::Trusted);
    QCOMPARE(after, Verdict::Challenged);
}

STATIONER_TEST(TrustFolderTest)
#include "trustfolder_test.moc"
