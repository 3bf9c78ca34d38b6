#include "support/stationertest.h"
#include "trust/importer.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <openssl/pem.h>
#include <openssl/x509_vfy.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace stationer;

/// The cases of C2SP/x509-limbo. Those of must.txt have to be judged right; the others are counted exactly.
constexpr int SuccessCases = 57;
constexpr int FailureCases = 140;

class LimboTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void judgesEveryCaseThatMustBeRight_data();
    void judgesEveryCaseThatMustBeRight();
    void trustsEverySuccessThatOpensslCanBuild();
    void acceptsNoCaseInWhichANameIsTheOnlyFault();

private:
    static QStringList acceptedFailures();
    static QByteArray contents(const QString& name);
    static bool isJudgedRight(const QJsonObject& one, QString* answer);
    static int opensslSays(const QJsonObject& one, const char* purpose, unsigned long flags);

    QList<QJsonObject> m_cases;
    QSet<QString> m_must;
};

QByteArray LimboTest::contents(const QString& name)
{
    QFile file(qEnvironmentVariable("STATIONER_SUITES") + u"/x509-limbo/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList LimboTest::acceptedFailures()
{
    return {
        u"crl::crlnumber-critical"_s,
        u"crl::crlnumber-missing"_s,
        u"crl::issuer-missing-crlsign"_s,
        u"crl::revoked-certificate-with-crl"_s,
        u"pathlen::max-chain-depth-0-exhausted"_s,
        u"pathlen::max-chain-depth-1-exhausted"_s,
        u"rfc5280::aki::intermediate-missing-aki"_s,
        u"rfc5280::aki::leaf-missing-aki"_s,
        u"rfc5280::leaf-ku-keycertsign"_s,
        u"rfc5280::nc::invalid-dnsname-leading-period"_s,
        u"rfc5280::nc::nc-permits-invalid-dns-san"_s,
        u"rfc5280::nc::not-allowed-in-ee-critical"_s,
        u"rfc5280::nc::not-allowed-in-ee-noncritical"_s,
        u"rfc5280::nc::permitted-dns-match-noncritical"_s,
        u"rfc5280::pc::ica-noncritical-pc"_s,
        u"rfc5280::root-non-critical-basic-constraints"_s,
        u"rfc5280::san::noncritical-with-empty-subject"_s,
        u"rfc5280::san::underscore-dns"_s,
        u"rfc5280::serial::too-long"_s,
        u"rfc5280::serial::zero"_s,
        u"rfc5280::ski::intermediate-missing-ski"_s,
        u"rfc5280::ski::root-missing-ski"_s,
        u"webpki::aki::root-with-aki-missing-keyidentifier"_s,
        u"webpki::cn::case-mismatch"_s,
        u"webpki::cn::ipv4-hex-mismatch"_s,
        u"webpki::cn::ipv4-leading-zeros-mismatch"_s,
        u"webpki::cn::ipv6-non-rfc5952-mismatch"_s,
        u"webpki::cn::ipv6-uncompressed-mismatch"_s,
        u"webpki::cn::ipv6-uppercase-mismatch"_s,
        u"webpki::cn::not-in-san"_s,
        u"webpki::cn::punycode-not-in-san"_s,
        u"webpki::cn::utf8-vs-punycode-mismatch"_s,
        u"webpki::ee-basicconstraints-ca"_s,
        u"webpki::eku::ee-anyeku"_s,
        u"webpki::eku::ee-critical-eku"_s,
        u"webpki::eku::ee-without-eku"_s,
        u"webpki::eku::root-has-eku"_s,
        u"webpki::forbidden-dsa-root"_s,
        u"webpki::forbidden-rsa-key-not-divisible-by-8-in-leaf"_s,
        u"webpki::forbidden-rsa-not-divisible-by-8-in-root"_s,
        u"webpki::malformed-aia"_s,
        u"webpki::nc::intermediate-permitted-excluded-subtrees-both-empty-sequences"_s,
        u"webpki::nc::intermediate-permitted-excluded-subtrees-both-null"_s,
        u"webpki::san::public-suffix-private-namespace-wildcard-san"_s,
        u"webpki::san::san-critical-with-nonempty-subject"_s,
    };
}

void LimboTest::initTestCase()
{
    if (!qEnvironmentVariableIsSet("STATIONER_SUITES"))
        QSKIP("STATIONER_SUITES is not set: x509-limbo is not judged");
    for (const QByteArray& line : contents(u"must.txt"_s).split('\n')) {
        if (!line.trimmed().isEmpty())
            m_must.insert(QString::fromUtf8(line.trimmed()));
    }
    for (const QJsonValue& one : QJsonDocument::fromJson(contents(u"limbo.json"_s))[u"testcases"_s].toArray())
        m_cases << one.toObject();
    QCOMPARE(m_must.size(), 135);
    QCOMPARE(m_cases.size(), 208);
}

bool LimboTest::isJudgedRight(const QJsonObject& one, QString* answer)
{
    const auto ders = [](const QJsonArray& pems) {
        QList<QByteArray> all;
        for (const QJsonValue& pem : pems)
            all << certificatesOfPem(pem.toString().toLatin1()).value_or(QList<QByteArray>());
        return all;
    };
    CertificateChain chain = ders({one[u"peer_certificate"_s]});
    chain << ders(one[u"untrusted_intermediates"_s].toArray());
    const QString time = one[u"validation_time"_s].toString();
    const QDateTime now = time.isEmpty() ? QDateTime::currentDateTimeUtc() : QDateTime::fromString(time, Qt::ISODateWithMs);
    const QString host = one[u"expected_peer_name"_s][u"value"_s].toString();
    const Judgement judgement = judge(chain, host, now, TrustAnchors::only(ders(one[u"trusted_certs"_s].toArray())));
    *answer = nameOf(judgement.verdict);
    for (const TrustFinding& error : judgement.errors)
        *answer += u" %1@%2"_s.arg(nameOf(error.error)).arg(error.depth);
    if ((judgement.verdict == Verdict::Trusted) != judgement.errors.isEmpty())
        return false;
    return (one[u"expected_result"_s].toString() == "SUCCESS"_L1) == judgement.errors.isEmpty();
}

void LimboTest::judgesEveryCaseThatMustBeRight_data()
{
    QTest::addColumn<QJsonObject>("one");
    int rows = 0;
    for (const QJsonObject& one : std::as_const(m_cases)) {
        const QString id = one[u"id"_s].toString();
        if (!m_must.contains(id))
            continue;
        QTest::newRow(qPrintable(id)) << one;
        ++rows;
    }
    QCOMPARE(rows, 135);
}

void LimboTest::judgesEveryCaseThatMustBeRight()
{
    QFETCH(QJsonObject, one);
    QString answer;
    const bool isRight = isJudgedRight(one, &answer);
    QVERIFY2(isRight, qPrintable(u"expected %1, got %2"_s.arg(one[u"expected_result"_s].toString(), answer)));
}

// OpenSSL's own word, without anything of ours: 0 where it builds a path to these anchors, else its first error.
int LimboTest::opensslSays(const QJsonObject& one, const char* purpose, unsigned long flags)
{
    struct FreeStore {
        void operator()(X509_STORE* store) const { X509_STORE_free(store); }
        void operator()(X509_STORE_CTX* context) const { X509_STORE_CTX_free(context); }
        void operator()(X509* certificate) const { X509_free(certificate); }
        void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
    };
    const auto read = [](const QJsonValue& pem) {
        const QByteArray text = pem.toString().toLatin1();
        BIO* const bytes = BIO_new_mem_buf(text.constData(), int(text.size()));
        X509* const certificate = PEM_read_bio_X509(bytes, nullptr, nullptr, nullptr);
        BIO_free(bytes);
        return certificate;
    };
    const std::unique_ptr<X509_STORE, FreeStore> store(X509_STORE_new());
    for (const QJsonValue& pem : one[u"trusted_certs"_s].toArray()) {
        const std::unique_ptr<X509, FreeStore> root(read(pem));
        X509_STORE_add_cert(store.get(), root.get());
    }
    const std::unique_ptr<STACK_OF(X509), FreeStore> sent(sk_X509_new_null());
    for (const QJsonValue& pem : one[u"untrusted_intermediates"_s].toArray())
        sk_X509_push(sent.get(), read(pem));
    const std::unique_ptr<X509, FreeStore> leaf(read(one[u"peer_certificate"_s]));
    const std::unique_ptr<X509_STORE_CTX, FreeStore> context(X509_STORE_CTX_new());
    X509_STORE_CTX_init(context.get(), store.get(), leaf.get(), sent.get());
    X509_STORE_CTX_set_default(context.get(), purpose);
    X509_VERIFY_PARAM* const parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_auth_level(parameters, 2);
    X509_VERIFY_PARAM_set_flags(parameters, flags);
    const int isBuilt = X509_verify_cert(context.get());
    return isBuilt == 1 ? X509_V_OK : X509_STORE_CTX_get_error(context.get());
}

// Of the server cases that expect success all are trusted but four. OpenSSL builds no path for them, whatever its flags, as
// long as the purpose is a TLS server's and an anchor is self-signed:
// - two put a CA into the leaf's place whose key may only sign certificates (key usage without digitalSignature, which a TLS
//   server needs); for any purpose at all the path is there;
// - two have one anchor, which is not self-signed and whose issuer is nowhere; with partial chains the path is there.
void LimboTest::trustsEverySuccessThatOpensslCanBuild()
{
    const QSet<QString> notBuilt{u"cve::cve-2024-0567"_s, u"pathlen::validation-ignores-pathlen-in-leaf"_s,
                                 u"rfc5280::ca-as-leaf"_s, u"rfc5280::root-and-intermediate-swapped"_s};
    int trusted = 0;
    QSet<QString> challenged;
    for (const QJsonObject& one : std::as_const(m_cases)) {
        if (one[u"validation_kind"_s].toString() != "SERVER"_L1 || one[u"expected_peer_name"_s].isNull() ||
            one[u"expected_result"_s].toString() != "SUCCESS"_L1)
            continue;
        QString answer;
        if (isJudgedRight(one, &answer))
            ++trusted;
        else
            challenged << one[u"id"_s].toString();
    }
    QCOMPARE(challenged, notBuilt);
    for (const QJsonObject& one : std::as_const(m_cases)) {
        const QString id = one[u"id"_s].toString();
        if (!notBuilt.contains(id))
            continue;
        for (const unsigned long flags : {0ul, ulong(X509_V_FLAG_TRUSTED_FIRST), ulong(X509_V_FLAG_NO_ALT_CHAINS),
                                          ulong(X509_V_FLAG_X509_STRICT), ulong(X509_V_FLAG_POLICY_CHECK)})
            QVERIFY2(opensslSays(one, "ssl_server", flags) != X509_V_OK, qPrintable(id));
        const bool isOfPurpose = opensslSays(one, "ssl_server", 0) == X509_V_ERR_INVALID_PURPOSE;
        QCOMPARE(opensslSays(one, isOfPurpose ? "default" : "ssl_server", isOfPurpose ? 0 : X509_V_FLAG_PARTIAL_CHAIN),
                 X509_V_OK);
    }
    QCOMPARE(trusted, SuccessCases - int(notBuilt.size()));
}

// A case whose only fault is the name: the host asked for is another one than those named. What is left accepted of the
// failures is another matter: profiles of public CAs, CRLs, encodings that OpenSSL takes, and a private suffix.
void LimboTest::acceptsNoCaseInWhichANameIsTheOnlyFault()
{
    int refused = 0;
    QStringList accepted;
    for (const QJsonObject& one : std::as_const(m_cases)) {
        if (one[u"validation_kind"_s].toString() != "SERVER"_L1 || one[u"expected_peer_name"_s].isNull() ||
            one[u"expected_result"_s].toString() != "FAILURE"_L1)
            continue;
        QString answer;
        if (isJudgedRight(one, &answer))
            ++refused;
        else
            accepted << one[u"id"_s].toString();
    }
    QCOMPARE(refused + accepted.size(), FailureCases);
    accepted.sort();
    QCOMPARE(accepted, acceptedFailures());
    for (const QJsonObject& one : std::as_const(m_cases)) {
        if (!accepted.contains(one[u"id"_s].toString()))
            continue;
        // The same chain for a host that nobody has: there the name is the only fault, and it is refused.
        QJsonObject other = one;
        other[u"expected_peer_name"_s] = QJsonObject{{u"kind"_s, u"DNS"_s}, {u"value"_s, u"nobody.invalid"_s}};
        QString answer;
        QVERIFY2(isJudgedRight(other, &answer), qPrintable(one[u"id"_s].toString() + u' ' + answer));
        QVERIFY2(answer.contains("hostMismatch@0"_L1), qPrintable(answer));
    }
}

STATIONER_TEST(LimboTest)
#include "limbo_test.moc"
