// The User Trust Store on disk: its files, their names, several programs that write them, and what cannot be read or
// written.

#include "securityfolder.h"
#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/importer.h"
#include "trust/truststores.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>

#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;

class TrustStoresTest : public QObject, SecurityFolder {
    Q_OBJECT

    const TestCa m_ca{u"Acme Root CA"_s};
    const CertificateFacts m_facts = *certificateFacts(m_ca.der());

    static QList<UserRoot> manyRoots(int count)
    {
        QList<UserRoot> roots;
        for (int i = 0; i < count; ++i)
            roots += UserRoot{u"many-%1"_s.arg(i), *certificateSketch(TestCa(u"Many %1"_s.arg(i)).der())};
        return roots;
    }

private slots:
    void init() { makeFolder(); }

    void aRootIsKeptAsAPemNamedAfterItsAlias();
    void aliasesAreSafeAndFree_data();
    void aliasesAreSafeAndFree();
    void nothingIsCreatedUntilSomethingIsImported();
    void folderAndFilesAreForTheOwnerAlone();
    void damagedFilesAreSetAsideAndReported();
    void aBundleIsReportedAndLeft();
    void aFolderThatHoldsTooMuchIsReportedAndLeft_data();
    void aFolderThatHoldsTooMuchIsReportedAndLeft();
    void aFullStoreTakesNoFileMore();
    void twoStoresLoseNothing();
    void aRemovedRootIsBroughtBack();
    void aFileReplacedByAnotherProgramIsReadAgain();
    void aRootIsRemovedByItsOwnAlias();
    void anAliasIsFoundAsPeopleWriteIt();
    void anotherStationsRootsGoWithIt();
    void aFolderThatCannotBeLookedIntoIsReported();
    void inMemoryUntilTheStationIsSaved();
    void importIntoAFolderThatCannotBeIsReported();
    void manyAreTrustedAtOnceAndWrittenByAndBy();
    void whatChangesTheStoreWaitsForTheDisk();
    void whatCannotBeWrittenLeavesNoHalf();
    void theSecurityFolderStandsBesideTheStation();
};

void TrustStoresTest::aRootIsKeptAsAPemNamedAfterItsAlias()
{
    UserTrustStore store;
    QVERIFY(!store.open(folder()));
    QVERIFY(!store.import(m_facts, u"acme"_s));
    QFile file(pemOf(u"acme"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), m_ca.pem());
    UserTrustStore again;
    QVERIFY(!again.open(folder()));
    QCOMPARE(again.roots().size(), 1);
    QVERIFY(again.find(u"acme"_s));
    QCOMPARE(again.find(u"acme"_s)->certificate, m_facts);
    QVERIFY(!again.find(u"other"_s));
    QCOMPARE(again.ders(), QList{m_ca.der()});
}

void TrustStoresTest::aliasesAreSafeAndFree_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("alias");
    QTest::newRow("none: the common name") << u""_s << u"Acme-Root-CA"_s;
    QTest::newRow("up and away") << u"../../etc/passwd"_s << u"etc-passwd"_s;
    QTest::newRow("separator") << u"a/b\\c:d"_s << u"a-b-c-d"_s;
    QTest::newRow("controls") << u"a\n\r\tb"_s + QChar(0) + u"c"_s << u"a-b-c"_s;
    QTest::newRow("hidden") << u".acme"_s << u"acme"_s;
    QTest::newRow("dots only") << u"..."_s << u"Acme-Root-CA"_s;
    QTest::newRow("letters of the world") << u"Müller 東京"_s << u"Müller-東京"_s;
    QTest::newRow("device") << u"CON"_s << u"ca-CON"_s;
    QTest::newRow("bidi") << u"acme\u202egpj"_s << u"acme-gpj"_s;
    QTest::newRow("long") << QString(500, u'x') << QString(60, u'x');
    QTest::newRow("taken") << u"TAKEN"_s << u"TAKEN-2"_s;
    QTest::newRow("taken by a file that is no store's") << u"bundle"_s << u"bundle-2"_s;
    QTest::newRow("marks of letters") << u"प्रमाण"_s << u"प्रमाण"_s;
}

void TrustStoresTest::aliasesAreSafeAndFree()
{
    QFETCH(QString, wanted);
    QFETCH(QString, alias);
    UserTrustStore store;
    store.open(folder());
    store.import(*certificateFacts(TestCa(u"Other"_s).der()), u"taken"_s);
    QFile bundle(pemOf(u"bundle"_s));
    QVERIFY(bundle.open(QIODevice::WriteOnly));
    bundle.write(m_ca.pem() + m_ca.pem());
    bundle.close();
    QVERIFY(!store.import(m_facts, wanted));
    const UserRoot* root = store.find(alias);
    QVERIFY2(root, qPrintable(store.roots().first().alias + u' ' + store.roots().last().alias));
    QCOMPARE(root->certificate.der, m_ca.der());
    QVERIFY(QFile::exists(pemOf(alias)));
}

void TrustStoresTest::nothingIsCreatedUntilSomethingIsImported()
{
    UserTrustStore store;
    QVERIFY(!store.open(folder()));
    QVERIFY(!store.remove(u"nobody"_s));
    QVERIFY(!QFile::exists(folder()));
}

void TrustStoresTest::folderAndFilesAreForTheOwnerAlone()
{
    UserTrustStore store;
    store.open(folder());
    store.import(m_facts, u"acme"_s);
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const QString& path : {folder(), folder() + u"/user-trust-store"_s, pemOf(u"acme"_s)})
        QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
    QVERIFY(!QFile::permissions(pemOf(u"acme"_s)).testFlag(QFile::ExeOwner));
}

void TrustStoresTest::damagedFilesAreSetAsideAndReported()
{
    UserTrustStore store;
    store.open(folder());
    store.import(m_facts, u"acme"_s);
    const QList<QByteArray> damaged{"",
                                    "garbage",
                                    m_ca.pem().chopped(40),
                                    m_ca.pem() + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                                    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                                    m_ca.certificate().keyPem()};
    for (int i = 0; i < damaged.size(); ++i) {
        QFile file(pemOf(u"damaged%1"_s.arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(damaged[i]);
    }
    QVERIFY(store.reload());
    QCOMPARE(store.faults().size(), damaged.size());
    QCOMPARE(store.roots().size(), 1);
    QSet<QByteArray> kept;
    for (const TrustFileFault& fault : store.faults()) {
        QCOMPARE(fault.kind, TrustFileFault::Kind::Damaged);
        QVERIFY(!QFile::exists(fault.path));
        QFile file(fault.setAsideAs);
        QVERIFY(file.open(QIODevice::ReadOnly));
        kept << file.readAll();
    }
    QCOMPARE(kept, QSet<QByteArray>(damaged.cbegin(), damaged.cend()));
    QVERIFY(!store.reload()); // said once
}

void TrustStoresTest::aBundleIsReportedAndLeft()
{
    UserTrustStore store;
    store.open(folder());
    store.import(m_facts, u"acme"_s);
    QFile file(pemOf(u"bundle"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_ca.pem() + TestCa(u"Other"_s).pem());
    file.close();
    const auto fault = store.reload();
    QVERIFY(fault);
    QVERIFY(fault->setAsideAs.isEmpty());
    QVERIFY(QFile::exists(pemOf(u"bundle"_s)));
    QCOMPARE(store.roots().size(), 1);
}

void TrustStoresTest::aFolderThatHoldsTooMuchIsReportedAndLeft_data()
{
    QTest::addColumn<int>("files");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("files") << 10'001 << qint64(0);
    QTest::newRow("bytes") << 1 << qint64(64 * 1024 * 1024);
}

void TrustStoresTest::aFolderThatHoldsTooMuchIsReportedAndLeft()
{
    QFETCH(int, files);
    QFETCH(qint64, bytes);
    UserTrustStore store;
    store.open(folder());
    QVERIFY(!store.import(*certificateSketch(m_ca.der()), u"mine"_s));
    for (int i = 1; i <= files; ++i) {
        QFile file(pemOf(QString::number(i)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(bytes));
    }
    const auto fault = store.reload();
    QVERIFY(fault);
    QCOMPARE(fault->kind, TrustFileFault::Kind::CannotRead);
    QCOMPARE(fault->path, folder() + u"/user-trust-store"_s);
    QVERIFY(store.roots().isEmpty());
    QCOMPARE(QDir(folder() + u"/user-trust-store"_s).entryList(QDir::Files).size(), files + 1); // nothing was set aside
    QVERIFY(QFile::remove(pemOf(u"1"_s)));
    if (files > 1)
        QVERIFY(QFile::remove(pemOf(u"2"_s)));
    store.reload();
    QCOMPARE(store.roots().size(), 1);
}

void TrustStoresTest::aFullStoreTakesNoFileMore()
{
    UserTrustStore store;
    store.open(folder());
    QVERIFY(!store.import(*certificateSketch(m_ca.der()), u"mine"_s));
    const QByteArray bundle = m_ca.pem() + m_ca.pem(); // which stays where it is
    for (int i = 1; i < 9'999; ++i) {
        QFile file(pemOf(QString::number(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bundle);
    }
    const QList<UserRoot> more = manyRoots(2);
    QVERIFY(!store.import(more.first().certificate, more.first().alias));
    const auto full = store.import(more.last().certificate, more.last().alias);
    QVERIFY(full);
    QCOMPARE(full->kind, TrustFileFault::Kind::CannotWrite);
    QVERIFY2(full->detail.contains(u"full"_s), qPrintable(full->detail));
    QCOMPARE(store.roots().size(), 3); // for this session
    QVERIFY(!store.isStored(more.last().alias));
    QVERIFY(!QFile::exists(pemOf(more.last().alias)));
    store.reload();
    QCOMPARE(store.roots().size(), 3); // and what is there is read as before
}

void TrustStoresTest::twoStoresLoseNothing()
{
    UserTrustStore one;
    UserTrustStore two;
    one.open(folder());
    two.open(folder());
    const auto facts = [](const TestCa& ca) { return *certificateFacts(ca.der()); };
    QVERIFY(!one.import(facts(TestCa(u"First"_s)), u"ca"_s));
    QVERIFY(!two.import(facts(TestCa(u"Second"_s)), u"ca"_s));
    QCOMPARE(two.roots().size(), 2);
    QVERIFY(two.find(u"ca-2"_s));
    QVERIFY(!two.remove(u"ca"_s));
    QVERIFY(!one.import(m_facts, u"ca"_s)); // free again
    QCOMPARE(one.roots().size(), 2);
    QCOMPARE(one.find(u"ca"_s)->certificate.der, m_ca.der());
    // The same CA twice is one.
    QVERIFY(!two.import(m_facts, u"again"_s));
    QCOMPARE(two.roots().size(), 2);
    QVERIFY(!two.find(u"again"_s));
}

void TrustStoresTest::aRemovedRootIsBroughtBack()
{
    UserTrustStore store;
    store.open(folder());
    store.import(m_facts, u"acme"_s);
    const UserRoot root = store.roots().first();
    QVERIFY(!store.remove(u"acme"_s));
    QVERIFY(!store.import(QList{root}));
    QCOMPARE(store.roots().size(), 1);
    QCOMPARE(store.roots().first().alias, u"acme"_s);
    QCOMPARE(store.roots().first().certificate, root.certificate);
}

void TrustStoresTest::aFileReplacedByAnotherProgramIsReadAgain()
{
    UserTrustStore store;
    store.open(folder());
    store.import(m_facts, u"acme"_s);
    QSignalSpy changed(&store, &UserTrustStore::changed);
    QVERIFY(!store.reload());
    QVERIFY(changed.isEmpty()); // nothing new
    const TestCa other(u"Another, longer name"_s);
    QFile file(pemOf(u"acme"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(other.pem());
    file.close();
    QVERIFY(!store.reload());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(store.roots().first().certificate.der, other.der());
}

void TrustStoresTest::aRootIsRemovedByItsOwnAlias()
{
    UserTrustStore store;
    store.open(folder());
    QVERIFY(!store.import(m_facts, u"a"_s));
    QVERIFY(!store.import(*certificateFacts(TestCa(u"Another"_s).der()), u"b"_s));
    QVERIFY(!store.remove(store.roots().first().alias));
    QVERIFY(!QFile::exists(pemOf(u"a"_s)));
    QVERIFY(QFile::exists(pemOf(u"b"_s)));
    QVERIFY(!store.reload());
    QCOMPARE(store.roots().size(), 1);
    QCOMPARE(store.roots().first().alias, u"b"_s);
}

void TrustStoresTest::anAliasIsFoundAsPeopleWriteIt()
{
    UserTrustStore store;
    QVERIFY(!store.import(m_facts, u"My CA"_s));
    QCOMPARE(store.roots().first().alias, u"My-CA"_s);
    for (const QString& written : {u"My-CA"_s, u"My CA"_s, u"my ca"_s})
        QVERIFY(store.find(written));
    QVERIFY(!store.find(u"my"_s));
    QVERIFY(!store.find(QString()));
}

void TrustStoresTest::anotherStationsRootsGoWithIt()
{
    UserTrustStore store;
    store.open(folder());
    store.import(m_facts);
    QSignalSpy changed(&store, &UserTrustStore::changed);
    QVERIFY(!store.open(folder() + u"-of-another"_s));
    QVERIFY(store.roots().isEmpty());
    QVERIFY(!store.find(m_facts));
    QVERIFY(!store.find(u"acme-root-ca"_s));
    QCOMPARE(changed.size(), 1); // who made anchors of them makes others
}

void TrustStoresTest::aFolderThatCannotBeLookedIntoIsReported()
{
    QFile file(folder());
    QVERIFY(file.open(QIODevice::WriteOnly));
    UserTrustStore store;
    const auto fault = store.open(folder());
    QVERIFY(fault);
    QCOMPARE(fault->kind, TrustFileFault::Kind::CannotRead);
}

void TrustStoresTest::inMemoryUntilTheStationIsSaved()
{
    UserTrustStore store;
    QVERIFY(!store.open({}));
    QVERIFY(!store.import(m_facts, u"acme"_s));
    QCOMPARE(store.roots().size(), 1);
    QVERIFY(!store.saveAs(folder()));
    QCOMPARE(store.roots().size(), 1);
    QVERIFY(QFile::exists(pemOf(u"acme"_s)));
    QVERIFY(!store.saveAs(folder()));
    QCOMPARE(store.roots().size(), 1);
}

void TrustStoresTest::importIntoAFolderThatCannotBeIsReported()
{
    QFile file(folder());
    QVERIFY(file.open(QIODevice::WriteOnly));
    UserTrustStore store;
    store.open(folder());
    const auto fault = store.import(m_facts);
    QVERIFY(fault);
    QCOMPARE(fault->kind, TrustFileFault::Kind::CannotWrite);
    QCOMPARE(store.roots().size(), 1); // trusted until the program ends
    QVERIFY(store.reload());
    QCOMPARE(store.roots().size(), 1);
    QVERIFY(!store.saveAs(m_dir->path() + u"/elsewhere.security"_s));
    UserTrustStore again;
    QVERIFY(!again.open(m_dir->path() + u"/elsewhere.security"_s));
    QCOMPARE(again.roots().size(), 1);
}

void TrustStoresTest::manyAreTrustedAtOnceAndWrittenByAndBy()
{
    UserTrustStore store;
    store.open(folder());
    QSignalSpy written(&store, &UserTrustStore::written);
    store.importInBackground({{u"first"_s, m_facts}});
    QCOMPARE(written.size(), 1); // of one nobody need wait
    QVERIFY(store.isStored(u"first"_s));

    const QList<UserRoot> roots = manyRoots(60);
    store.importInBackground(roots);
    QCOMPARE(written.size(), 1);
    QCOMPARE(store.roots().size(), 61);
    QVERIFY(store.find(roots.last().certificate));
    QVERIFY(!store.reload()); // nothing is lost by looking at it
    QCOMPARE(store.roots().size(), 61);
    QSignalSpy changed(&store, &UserTrustStore::changed);
    QTRY_COMPARE(written.size(), 2);
    QVERIFY(!written[1][0].value<std::optional<TrustFileFault>>());
    QVERIFY(store.isStored(u"many-59"_s));
    QVERIFY(changed.isEmpty());
    QCOMPARE(QDir(folder() + u"/user-trust-store"_s).entryList(QDir::Files | QDir::Hidden).size(), 61);
    QVERIFY(!(QFile::permissions(pemOf(u"many-0"_s)) & (QFile::ReadGroup | QFile::ReadOther)));
    UserTrustStore again;
    QVERIFY(!again.open(folder()));
    QCOMPARE(again.roots().size(), 61);
    QVERIFY(!again.import(*certificateSketch(TestCa(u"After"_s).der()))); // the lock is free
}

void TrustStoresTest::whatChangesTheStoreWaitsForTheDisk()
{
    const QList<UserRoot> roots = manyRoots(60);
    QStringList aliases;
    for (const UserRoot& root : roots)
        aliases += root.alias;
    {
        UserTrustStore store;
        store.open(folder());
        store.importInBackground(roots);
        QVERIFY(!store.remove(aliases));
        QVERIFY(store.roots().isEmpty());
        QVERIFY(!QFile::exists(pemOf(u"many-59"_s)));
        store.importInBackground(roots);
        QVERIFY(!store.import(m_facts));
        QCOMPARE(store.roots().size(), 61);
        QVERIFY(!store.remove(aliases));
        store.importInBackground(roots);
        QVERIFY(!store.open(folder() + u"-of-another"_s));
        QVERIFY(store.roots().isEmpty());
        QVERIFY(!store.open(folder()));
        QCOMPARE(store.roots().size(), 61);
        QVERIFY(!store.remove(aliases));
        store.importInBackground(roots);
    } // and so does the end
    UserTrustStore again;
    QVERIFY(!again.open(folder()));
    QCOMPARE(again.roots().size(), 61);
}

#ifdef Q_OS_UNIX
void TrustStoresTest::whatCannotBeWrittenLeavesNoHalf()
{
    // A disk that takes 500 bytes of each file: the lock has room there, a certificate has none.
    struct rlimit before {};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto handled = std::signal(SIGXFSZ, SIG_IGN);
    const QList<UserRoot> roots = manyRoots(3);
    UserTrustStore store;
    store.open(folder());
    struct rlimit few = before;
    few.rlim_cur = 500;
    setrlimit(RLIMIT_FSIZE, &few);
    const auto fault = store.import(roots);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handled);
    QVERIFY(fault);
    QCOMPARE(fault->kind, TrustFileFault::Kind::CannotWrite);
    QCOMPARE(fault->path, pemOf(u"many-0"_s));
    QCOMPARE(store.roots().size(), 3);
    QVERIFY(!store.isStored(u"many-0"_s));
    QCOMPARE(QDir(folder() + u"/user-trust-store"_s).entryList(QDir::Files | QDir::Hidden), QStringList());
}
#else
void TrustStoresTest::whatCannotBeWrittenLeavesNoHalf()
{
    QSKIP("needs a limit for the size of files");
}
#endif

void TrustStoresTest::theSecurityFolderStandsBesideTheStation()
{
    QCOMPARE(securityFolderOf(u"/x/station.bog"_s), u"/x/station.security"_s);
    QCOMPARE(securityFolderOf(u"/x.y/north wing.v2.bog"_s), u"/x.y/north wing.v2.security"_s);
    QCOMPARE(securityFolderOf(u"station.bog"_s), u"station.security"_s);
    QCOMPARE(securityFolderOf(u"/x/station"_s), u"/x/station.security"_s);
}

STATIONER_TEST(TrustStoresTest)
#include "truststores_test.moc"
