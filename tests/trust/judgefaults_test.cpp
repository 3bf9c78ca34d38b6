#include "judging.h"
#include "support/stationertest.h"

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;

/// Every error of a certificate once, by a chain that has that fault alone.
class JudgeFaultsTest : public QObject, Judging {
    Q_OBJECT
private slots:
    void init() { m_now = QDateTime::currentDateTimeUtc(); }

    void expired();
    void validToTheLastSecond();
    void expiredIntermediate();
    void notYetValid();
    void hostMismatch();
    void hostMismatchStandsBesideOtherErrors();
    void aHostThatCannotBeIsAMismatch();
    void notACa();
    void wrongPurpose();
    void wrongPurposeOfAnIntermediate();
    void weakKeyOfTheLeaf_data();
    void weakKeyOfTheLeaf();
    void weakKeyOfTheRoot();
    void weakSignature();
    void aWeakSignatureOfARootMeansNothing();
    void nameConstraint();
    void nameConstraintOnWhatAWildcardStandsFor();
    void pathLength();
    void unknownCriticalExtension();
    void badSignature();
    void malformedLeaf();
    void malformedIntermediate();
    void noCertificateAtAll();
    void trailingBytesAreMalformed();
    void strictFindingsAreRemarks();
    void namesOfErrorsReadBack();
};

void JudgeFaultsTest::expired()
{
    CertificateOptions options = optionsFor(host);
    options.notBefore = m_now.addDays(-30);
    options.notAfter = m_now.addDays(-1);
    CertificateOptions rootOptions;
    rootOptions.commonName = u"Old Root"_s;
    rootOptions.notBefore = m_now.addDays(-60);
    const TestCa root(rootOptions);
    const Judgement judgement = judged({root.issue(options).der()}, root);
    HAS_EXACTLY(judgement, {TrustError::Expired, 0});
    QCOMPARE(judgement.verdict, Verdict::Challenged);
    QVERIFY(!judgement.store);
}

void JudgeFaultsTest::validToTheLastSecond()
{
    CertificateOptions options = optionsFor(host);
    options.notAfter = QDateTime(QDate(m_now.date()), m_now.time(), Qt::UTC).addSecs(60);
    const TestCertificate leaf = m_root.issue(options);
    const auto at = [&](qint64 seconds) {
        return judge({leaf.der()}, host, certificateFacts(leaf.der())->notAfter.addSecs(seconds),
                     TrustAnchors::only({m_root.der()}));
    };
    HAS_EXACTLY(at(0));
    HAS_EXACTLY(at(1), {TrustError::Expired, 0});
}

void JudgeFaultsTest::expiredIntermediate()
{
    CertificateOptions options;
    options.commonName = u"Old"_s;
    options.notAfter = m_now.addSecs(-60);
    const TestCa old = m_root.issueCa(options);
    HAS_EXACTLY(judged({old.issueFor(host).der(), old.der()}, m_root), {TrustError::Expired, 1});
}

void JudgeFaultsTest::notYetValid()
{
    CertificateOptions options = optionsFor(host);
    options.notBefore = m_now.addDays(1);
    HAS_EXACTLY(judged({m_root.issue(options).der()}, m_root), {TrustError::NotYetValid, 0});
}

void JudgeFaultsTest::hostMismatch()
{
    HAS_EXACTLY(judged({m_root.issueFor(u"other.example.com"_s).der()}, m_root), {TrustError::HostMismatch, 0});
}

void JudgeFaultsTest::hostMismatchStandsBesideOtherErrors()
{
    CertificateOptions options = optionsFor(u"other.example.com"_s);
    options.notAfter = m_now.addSecs(-60);
    HAS_EXACTLY(judge({TestCa().issue(options).der()}, host, m_now, TrustAnchors()), {TrustError::Expired, 0},
                {TrustError::HostMismatch, 0}, {TrustError::MissingIssuer, 0});
}

void JudgeFaultsTest::aHostThatCannotBeIsAMismatch()
{
    HAS_EXACTLY(judged({m_root.issueFor(host).der()}, m_root, host + u"\n"_s), {TrustError::HostMismatch, 0});
    HAS_EXACTLY(judged({m_root.issueFor(host).der()}, m_root, QString()), {TrustError::HostMismatch, 0});
}

void JudgeFaultsTest::notACa()
{
    CertificateOptions options;
    options.commonName = u"No CA"_s;
    options.keyUsage = {"digitalSignature"};
    const TestCertificate noCa = m_root.issue(options);
    const TestCertificate leaf = makeCertificate(optionsFor(host), &noCa);
    HAS_EXACTLY(judged({leaf.der(), noCa.der()}, m_root), {TrustError::NotACa, 1});
}

void JudgeFaultsTest::wrongPurpose()
{
    CertificateOptions options = optionsFor(host);
    options.extendedKeyUsage = {"clientAuth"};
    HAS_EXACTLY(judged({m_root.issue(options).der()}, m_root), {TrustError::WrongPurpose, 0});
}

void JudgeFaultsTest::wrongPurposeOfAnIntermediate()
{
    CertificateOptions options;
    options.commonName = u"For People"_s;
    options.extendedKeyUsage = {"emailProtection"};
    const TestCa intermediate = m_root.issueCa(options);
    HAS_EXACTLY(judged({intermediate.issueFor(host).der(), intermediate.der()}, m_root), {TrustError::WrongPurpose, 1});
}

void JudgeFaultsTest::weakKeyOfTheLeaf_data()
{
    QTest::addColumn<KeyKind>("key");
    QTest::newRow("RSA 1024") << KeyKind::Rsa1024;
    QTest::newRow("EC P-192") << KeyKind::EcP192;
    QTest::newRow("neither RSA nor EC nor EdDSA") << KeyKind::X25519;
}

void JudgeFaultsTest::weakKeyOfTheLeaf()
{
    QFETCH(KeyKind, key);
    CertificateOptions options = optionsFor(host);
    options.key = key;
    HAS_EXACTLY(judged({m_root.issue(options).der()}, m_root), {TrustError::WeakKey, 0});
}

void JudgeFaultsTest::weakKeyOfTheRoot()
{
    CertificateOptions options;
    options.commonName = u"Weak Root"_s;
    options.key = KeyKind::Rsa1024;
    const TestCa weak(options);
    HAS_EXACTLY(judged({weak.issueFor(host).der()}, weak), {TrustError::WeakKey, 1});
}

void JudgeFaultsTest::weakSignature()
{
    CertificateOptions options = optionsFor(host);
    options.digest = "SHA1";
    HAS_EXACTLY(judged({m_root.issue(options).der()}, m_root), {TrustError::WeakSignature, 0});
}

void JudgeFaultsTest::aWeakSignatureOfARootMeansNothing()
{
    CertificateOptions options;
    options.commonName = u"Old Root"_s;
    options.digest = "SHA1";
    const TestCa root(options);
    HAS_EXACTLY(judged({root.issueFor(host).der()}, root));
}

void JudgeFaultsTest::nameConstraint()
{
    CertificateOptions options;
    options.commonName = u"Constrained"_s;
    options.nameConstraints = {"permitted;DNS:example.org"};
    const TestCa constrained = m_root.issueCa(options);
    HAS_EXACTLY(judged({constrained.issueFor(host).der(), constrained.der()}, m_root), {TrustError::NameConstraint, 0});
}

void JudgeFaultsTest::nameConstraintOnWhatAWildcardStandsFor()
{
    CertificateOptions options;
    options.commonName = u"Constrained"_s;
    options.nameConstraints = {"excluded;DNS:mail.example.com"};
    const TestCa constrained = m_root.issueCa(options);
    const TestCertificate leaf = constrained.issueFor(u"*.example.com"_s);
    HAS_EXACTLY(judged({leaf.der(), constrained.der()}, m_root), {TrustError::NameConstraint, 0});
    HAS_EXACTLY(judged({leaf.der(), constrained.der()}, m_root, u"www.example.com"_s));
    // Said once where OpenSSL says it as well.
    HAS_EXACTLY(judged({constrained.issueFor(host).der(), constrained.der()}, m_root), {TrustError::NameConstraint, 0});
}

void JudgeFaultsTest::pathLength()
{
    CertificateOptions options;
    options.commonName = u"Last"_s;
    options.pathLength = 0;
    const TestCa last = m_root.issueCa(options);
    const TestCa beyond = last.issueCa(u"Beyond"_s);
    HAS_EXACTLY(judged({beyond.issueFor(host).der(), beyond.der(), last.der()}, m_root), {TrustError::PathLength, 2});
}

void JudgeFaultsTest::unknownCriticalExtension()
{
    CertificateOptions options = optionsFor(host);
    options.criticalExtensions = {"1.3.6.1.4.1.55738.666.1"};
    HAS_EXACTLY(judged({m_root.issue(options).der()}, m_root), {TrustError::UnknownCriticalExtension, 0});
}

void JudgeFaultsTest::badSignature()
{
    QByteArray der = m_root.issueFor(host).der();
    der[der.size() - 1] = char(der[der.size() - 1] ^ 1);
    const Judgement judgement = judged({der}, m_root);
    HAS_EXACTLY(judgement, {TrustError::BadSignature, 0});
    QVERIFY(!judgement.store);
}

void JudgeFaultsTest::malformedLeaf()
{
    const Judgement judgement = judged({"nothing of the sort"}, m_root);
    HAS_EXACTLY(judgement, {TrustError::Malformed, 0});
    QCOMPARE(judgement.verdict, Verdict::Challenged);
    QCOMPARE(judgement.sent.size(), 1);
}

void JudgeFaultsTest::malformedIntermediate()
{
    HAS_EXACTLY(judged({m_root.issueFor(host).der(), "garbage"}, m_root), {TrustError::Malformed, 1});
}

void JudgeFaultsTest::noCertificateAtAll()
{
    const Judgement judgement = judged({}, m_root);
    HAS_EXACTLY(judgement, {TrustError::Malformed, 0});
    QCOMPARE(judgement.verdict, Verdict::Challenged);
}

void JudgeFaultsTest::trailingBytesAreMalformed()
{
    HAS_EXACTLY(judged({m_root.issueFor(host).der() + '\0'}, m_root), {TrustError::Malformed, 0});
}

void JudgeFaultsTest::strictFindingsAreRemarks()
{
    CertificateOptions options = optionsFor(host);
    options.isCa = true; // with certificate signing among its uses but …
    options.keyUsage = {"digitalSignature"};
    options.pathLength = 0; // … a path length without keyCertSign
    const Judgement judgement = judged({m_root.issue(options).der()}, m_root);
    HAS_EXACTLY(judgement);
    QCOMPARE(judgement.verdict, Verdict::Trusted);
    QVERIFY(!judgement.remarks.isEmpty());
    QVERIFY(judged({m_root.issueFor(host).der()}, m_root).remarks.isEmpty());
}

void JudgeFaultsTest::namesOfErrorsReadBack()
{
    for (int i = 0; i <= int(TrustError::Other); ++i)
        QCOMPARE(trustErrorNamed(QString(nameOf(TrustError(i)))), TrustError(i));
    QVERIFY(!trustErrorNamed(u"EXPIRED"));
    QVERIFY(!trustErrorNamed(u""));
}

STATIONER_TEST(JudgeFaultsTest)
#include "judgefaults_test.moc"
