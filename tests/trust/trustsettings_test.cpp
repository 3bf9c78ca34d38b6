#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/exporter.h"
#include "trust/importer.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/objects.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;

namespace {

// The certificate as `openssl x509 -trustout` writes it.
QByteArray trustedPem(const TestCertificate& certificate, const QList<int>& trusted, const QList<int>& rejected)
{
    const QByteArray der = certificate.der();
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    const std::unique_ptr<X509, decltype(&X509_free)> x509(d2i_X509(nullptr, &at, long(der.size())), X509_free);
    for (const int nid : trusted)
        X509_add1_trust_object(x509.get(), OBJ_nid2obj(nid));
    for (const int nid : rejected)
        X509_add1_reject_object(x509.get(), OBJ_nid2obj(nid));
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_X509_AUX(memory.get(), x509.get());
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return {data, size};
}

const QString host = u"mail.example"_s;

} // namespace

/// A TRUSTED CERTIFICATE says what it may not be used for: that stays true in the User Trust Store.
class TrustSettingsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { qunsetenv("SSL_CERT_FILE"); }

    void rejectionIsKept_data();
    void rejectionIsKept();
    void rejectionGoesBeforeTheSystemsTrust();
    void aFilePutThereByHandIsRejectedToo();
    void aFileThatComesToRejectIsReadAgain();
    void exportKeepsTheRejectionWhereItCan();
    void aRejectedRootIsADuplicateOnceItIsThere();
    void trustMakesNobodyAnAnchor();

private:
    QString folder() const { return m_folder->path() + u"/station.security"_s; }
    QString file() const { return folder() + u"/user-trust-store/acme.pem"_s; }
    static QByteArray contents(const QString& path)
    {
        QFile opened(path);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    void put(const QByteArray& pem) const
    {
        QDir().mkpath(folder() + u"/user-trust-store"_s);
        QFile opened(file());
        QVERIFY(opened.open(QIODevice::WriteOnly) && opened.write(pem) == pem.size());
    }
    QByteArray rejecting() const { return trustedPem(m_ca.certificate(), {}, {NID_server_auth}); }
    ImportFind found(const QByteArray& pem, const QList<QByteArray>& present = {}) const
    {
        return previewImport(pem, present, QDateTime::currentDateTimeUtc()).finds.value(0);
    }
    QList<TrustFinding> errors(const TrustAnchors& anchors, const CertificateChain& above = {}) const
    {
        return judge(CertificateChain{m_leaf.der()} + above, host, QDateTime::currentDateTimeUtc(), anchors).errors;
    }
    bool isRejected(const TrustAnchors& anchors) const
    {
        const auto isOne = [](const QList<TrustFinding>& all) {
            return all.size() == 1 && all.first().error == TrustError::WrongPurpose && all.first().depth == 1;
        };
        return isOne(errors(anchors)) && isOne(errors(anchors, {m_ca.der()}));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    const TestCa m_ca{u"Acme Root CA"_s};
    const TestCertificate m_leaf = m_ca.issueFor(host);
};

void TrustSettingsTest::rejectionIsKept_data()
{
    QTest::addColumn<QList<int>>("trusted");
    QTest::addColumn<QList<int>>("rejected");
    QTest::addColumn<bool>("isRejected");
    QTest::newRow("rejects servers") << QList<int>() << QList{NID_server_auth} << true;
    QTest::newRow("rejects everything") << QList<int>() << QList{NID_anyExtendedKeyUsage} << true;
    QTest::newRow("trusts clients only") << QList{NID_client_auth} << QList<int>() << true;
    QTest::newRow("trusts and rejects servers") << QList{NID_server_auth} << QList{NID_server_auth} << true;
    QTest::newRow("rejects clients") << QList<int>() << QList{NID_client_auth} << false;
    QTest::newRow("trusts servers") << QList{NID_server_auth} << QList<int>() << false;
    QTest::newRow("says nothing") << QList<int>() << QList<int>() << false;
}

void TrustSettingsTest::rejectionIsKept()
{
    QFETCH(QList<int>, trusted);
    QFETCH(QList<int>, rejected);
    QFETCH(bool, isRejected);
    const ImportFind find = found(trustedPem(m_ca.certificate(), trusted, rejected));
    QCOMPARE(find.kind, isRejected ? ImportFind::Kind::RejectedRootCa : ImportFind::Kind::RootCa);
    QVERIFY(find.isImportable());
    UserTrustStore store;
    QVERIFY(!store.open(folder()));
    QVERIFY(!store.import(find.certificate, u"acme"_s));
    QCOMPARE(contents(file()).contains("BEGIN TRUSTED CERTIFICATE"), isRejected);
    UserTrustStore again;
    QVERIFY(!again.open(folder()));
    QCOMPARE(again.ders(), store.ders());
    for (const UserTrustStore* const one : {&store, &again}) {
        QVERIFY(one->find(find.certificate));
        QCOMPARE(this->isRejected(TrustAnchors::only(one->ders())), isRejected);
        QCOMPARE(errors(TrustAnchors::only(one->ders())).isEmpty(), !isRejected);
    }
    // Removed and brought back it is what it was.
    const UserRoot root = again.roots().first();
    QVERIFY(!again.remove(root.alias));
    QVERIFY(!again.import(QList{root}));
    QCOMPARE(this->isRejected(TrustAnchors::only(again.ders())), isRejected);
}

void TrustSettingsTest::rejectionGoesBeforeTheSystemsTrust()
{
    QFile system(m_folder->filePath(u"system.pem"_s));
    QVERIFY(system.open(QIODevice::WriteOnly) && system.write(m_ca.pem()) > 0);
    system.close();
    qputenv("SSL_CERT_FILE", system.fileName().toLocal8Bit());
    QVERIFY(errors(TrustAnchors::systemAnd({})).isEmpty());
    put(rejecting());
    UserTrustStore store;
    QVERIFY(!store.open(folder()));
    QVERIFY(isRejected(TrustAnchors::systemAnd(store.ders())));
}

void TrustSettingsTest::aFilePutThereByHandIsRejectedToo()
{
    put(rejecting());
    UserTrustStore store;
    QVERIFY(!store.open(folder()));
    QCOMPARE(store.roots().size(), 1);
    QVERIFY(isRejected(TrustAnchors::only(store.ders())));
}

void TrustSettingsTest::aFileThatComesToRejectIsReadAgain()
{
    put(m_ca.pem());
    UserTrustStore store;
    QVERIFY(!store.open(folder()));
    QVERIFY(errors(TrustAnchors::only(store.ders())).isEmpty());
    put(rejecting());
    QVERIFY(!store.reload());
    QVERIFY(isRejected(TrustAnchors::only(store.ders())));
}

void TrustSettingsTest::exportKeepsTheRejectionWhereItCan()
{
    const QByteArray root = found(rejecting()).certificate.withRejection();
    const QByteArray pem = *exported({root, m_leaf.der()}, ExportFormat::Pem);
    QCOMPARE(pem, rejecting() + m_leaf.pem());
    QCOMPARE(exported({root}, ExportFormat::Der), m_ca.der());
    QCOMPARE(found(*exported({root}, ExportFormat::Pkcs7)).certificate.der, m_ca.der());
}

void TrustSettingsTest::aRejectedRootIsADuplicateOnceItIsThere()
{
    const QList<QByteArray> present{found(rejecting()).certificate.withRejection()};
    QCOMPARE(found(rejecting(), present).kind, ImportFind::Kind::Duplicate);
    QCOMPARE(found(m_ca.pem(), present).kind, ImportFind::Kind::Duplicate);
}

void TrustSettingsTest::trustMakesNobodyAnAnchor()
{
    const TestCa middle = m_ca.issueCa(u"Middle"_s);
    put(trustedPem(middle.certificate(), {NID_server_auth}, {}));
    UserTrustStore store;
    QVERIFY(!store.open(folder()));
    const Judgement judgement =
        judge({middle.issueFor(host).der()}, host, QDateTime::currentDateTimeUtc(), TrustAnchors::only(store.ders()));
    QCOMPARE(judgement.verdict, Verdict::Challenged);
    QCOMPARE(judgement.errors.first().error, TrustError::MissingIssuer);
    // Nor is a purpose forgiven for it.
    CertificateOptions options;
    options.commonName = u"For Clients"_s;
    options.extendedKeyUsage = {"clientAuth"};
    const TestCa clients(options);
    put(trustedPem(clients.certificate(), {NID_server_auth}, {}));
    QVERIFY(!store.reload());
    QCOMPARE(judge({clients.issueFor(host).der()}, host, QDateTime::currentDateTimeUtc(), TrustAnchors::only(store.ders()))
                 .errors.value(0)
                 .error,
             TrustError::WrongPurpose);
}

STATIONER_TEST(TrustSettingsTest)
#include "trustsettings_test.moc"
