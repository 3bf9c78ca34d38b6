// For whom the roots of both stores vouch, and which store it is that is named.

#include "securityfolder.h"
#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <openssl/x509.h>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;

class TrustAnchorsTest : public QObject, SecurityFolder {
    Q_OBJECT

    const TestCa m_ca{u"Acme Root CA"_s};
    const CertificateFacts m_facts = *certificateFacts(m_ca.der());

    void ownSystemStore(const QByteArray& pem)
    {
        QFile file(m_dir->path() + u"/system.pem"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(pem);
        qputenv("SSL_CERT_FILE", QFile::encodeName(file.fileName()));
        qputenv("SSL_CERT_DIR", QFile::encodeName(m_dir->path() + u"/none"_s));
    }
    Judgement judged(const TestCa& issuer, const TrustAnchors& anchors) const
    {
        return judge({issuer.issueFor(u"mail.example"_s).der()}, u"mail.example"_s, QDateTime::currentDateTimeUtc(),
                     anchors);
    }

private slots:
    void init() { makeFolder(); }
    void cleanup()
    {
        qunsetenv("SSL_CERT_FILE");
        qunsetenv("SSL_CERT_DIR");
    }

    void thousandsOfRootsVouchByTheirSubject();
    void aSystemRootVouchesBesideAUsersOfTheSameName();
    void aRemovedRootGoesFromDiskAndTrust();
    void theSystemStoreIsWhatTheEnvironmentNames();
    void aFileOfTheSystemVouchesAsSystem();
    void aUsersRootVouchesAsUser();
    void aRootInBothStoresIsTheSystems();
    void theFolderOfTheSystemIsSearchedByHash();
    void systemRootsAreListed();
    void anchorsAreSafeToKeep();
};

void TrustAnchorsTest::thousandsOfRootsVouchByTheirSubject()
{
    // Two of one name, as a CA that renewed its key; both vouch for what they signed.
    QList<TestCa> cas;
    QList<QByteArray> ders;
    for (int i = 0; i < 50; ++i) {
        cas << TestCa(u"CA %1"_s.arg(i / 2));
        ders << cas.last().der();
    }
    const TrustAnchors anchors = TrustAnchors::systemAnd(ders);
    for (const TestCa& ca : std::as_const(cas)) {
        const Judgement judgement = judged(ca, anchors);
        QCOMPARE(judgement.verdict, Verdict::Trusted);
        QCOMPARE(judgement.store, TrustStore::User);
    }
    QCOMPARE(judged(TestCa(u"CA 1"_s), anchors).verdict, Verdict::Challenged);
}

void TrustAnchorsTest::aSystemRootVouchesBesideAUsersOfTheSameName()
{
    const TestCa system(u"Twin"_s);
    const TestCa user(u"Twin"_s);
    ownSystemStore(system.pem());
    const TrustAnchors anchors = TrustAnchors::systemAnd({user.der()});
    QCOMPARE(judged(user, anchors).store, TrustStore::User);
    QCOMPARE(judged(system, anchors).store, TrustStore::System);
}

void TrustAnchorsTest::aRemovedRootGoesFromDiskAndTrust()
{
    UserTrustStore store;
    store.open(folder());
    const QSignalSpy spy(&store, &UserTrustStore::changed);
    store.import(m_facts, u"acme"_s);
    QCOMPARE(judged(m_ca, TrustAnchors::only(store.ders())).verdict, Verdict::Trusted);
    QVERIFY(!store.remove(u"acme"_s));
    QVERIFY(!QFile::exists(pemOf(u"acme"_s)));
    QCOMPARE(judged(m_ca, TrustAnchors::only(store.ders())).verdict, Verdict::Challenged);
    QCOMPARE(spy.size(), 2);
}

void TrustAnchorsTest::theSystemStoreIsWhatTheEnvironmentNames()
{
    ownSystemStore(TestCa(u"Another"_s).pem());
    QCOMPARE(judged(m_ca, TrustAnchors::systemAnd({})).verdict, Verdict::Challenged);
}

void TrustAnchorsTest::aFileOfTheSystemVouchesAsSystem()
{
    ownSystemStore(TestCa(u"Another"_s).pem() + m_ca.pem());
    const Judgement judgement = judged(m_ca, TrustAnchors::systemAnd({TestCa().der()}));
    QCOMPARE(judgement.verdict, Verdict::Trusted);
    QCOMPARE(judgement.store, TrustStore::System);
}

void TrustAnchorsTest::aUsersRootVouchesAsUser()
{
    ownSystemStore(TestCa(u"Another"_s).pem());
    const Judgement judgement = judged(m_ca, TrustAnchors::systemAnd({m_ca.der()}));
    QCOMPARE(judgement.verdict, Verdict::Trusted);
    QCOMPARE(judgement.store, TrustStore::User);
}

void TrustAnchorsTest::aRootInBothStoresIsTheSystems()
{
    ownSystemStore(m_ca.pem());
    QCOMPARE(judged(m_ca, TrustAnchors::systemAnd({m_ca.der()})).store, TrustStore::System);
}

void TrustAnchorsTest::theFolderOfTheSystemIsSearchedByHash()
{
    ownSystemStore(TestCa(u"Another"_s).pem());
    const QString hashed = m_dir->path() + u"/hashed"_s;
    QVERIFY(QDir().mkpath(hashed));
    const quint32 hash = quint32(X509_subject_name_hash(m_ca.certificate().x509()));
    QFile file(hashed + u"/%1.0"_s.arg(hash, 8, 16, QLatin1Char('0')));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_ca.pem());
    file.close();
    qputenv("SSL_CERT_DIR", QFile::encodeName(hashed));
    const Judgement judgement = judged(m_ca, TrustAnchors::systemAnd({}));
    QCOMPARE(judgement.verdict, Verdict::Trusted);
    QCOMPARE(judgement.store, TrustStore::System);
    QVERIFY(systemRoots().contains(m_ca.der()));
}

void TrustAnchorsTest::systemRootsAreListed()
{
    ownSystemStore(m_ca.pem() + m_ca.pem());
    QCOMPARE(systemRoots(), QList{m_ca.der()});
}

void TrustAnchorsTest::anchorsAreSafeToKeep()
{
    std::optional<TrustAnchors> copy;
    {
        const TrustAnchors anchors = TrustAnchors::only({m_ca.der()});
        copy = anchors;
    }
    QCOMPARE(judged(m_ca, *copy).verdict, Verdict::Trusted);
    QCOMPARE(judged(m_ca, *copy).verdict, Verdict::Trusted);
}

STATIONER_TEST(TrustAnchorsTest)
#include "trustanchors_test.moc"
