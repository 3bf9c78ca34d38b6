#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;

namespace {

using Findings = QList<std::pair<TrustError, int>>;

Findings findings(const Judgement& judgement)
{
    Findings all;
    for (const TrustFinding& one : judgement.errors)
        all << std::pair(one.error, one.depth);
    return all;
}

QString text(const Judgement& judgement)
{
    QString all = nameOf(judgement.verdict);
    for (const TrustFinding& one : judgement.errors)
        all += u" %1@%2 (%3)"_s.arg(nameOf(one.error)).arg(one.depth).arg(one.detail);
    return all;
}

const QString host = u"mail.example.com"_s;

} // namespace

#define HAS_EXACTLY(judgement, ...) QVERIFY2(findings(judgement) == (Findings{__VA_ARGS__}), qPrintable(text(judgement)))

/// Every error once, by a chain that has that fault alone.
class JudgeTest : public QObject {
    Q_OBJECT
private slots:
    void init() { m_now = QDateTime::currentDateTimeUtc(); }

    void aGoodChainIsTrusted();
    void aGoodChainThroughAnIntermediateIsTrusted_data();
    void aGoodChainThroughAnIntermediateIsTrusted();
    void anOrderThatIsNotTheChainsIsNoFault();
    void expired();
    void validToTheLastSecond();
    void anAnswerIsNotReusedBeyondItsTime();
    void anAnswerIsNotReusedForAnotherChain();
    void expiredIntermediate();
    void notYetValid();
    void hostMismatch();
    void hostMismatchStandsBesideOtherErrors();
    void aHostThatCannotBeIsAMismatch();
    void selfSigned();
    void selfSignedAndExpired();
    void selfSignedThatIsAnAnchor();
    void selfSignedWithABrokenSignature();
    void unknownRoot();
    void anotherRootOfTheSameNameDoesNotVouch();
    void missingIssuerOfTheLeaf();
    void missingIssuerOfAnIntermediate();
    void missingIssuerHidesNoOtherFault();
    void anAnchorThatIsNotSelfSignedVouchesForNothing();
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
    void noAnchorsTrustNobody();
    void aHundredIntermediatesAreJudged();
    void namesOfErrorsReadBack();

private:
    Judgement judged(const CertificateChain& chain, const TestCa& root, const QString& name = host) const
    {
        return judge(chain, name, m_now, TrustAnchors::only({root.der()}));
    }

    QDateTime m_now;
    const TestCa m_root;
};

void JudgeTest::aGoodChainIsTrusted()
{
    const TestCertificate leaf = m_root.issueFor(host);
    const Judgement judgement = judged({leaf.der()}, m_root);
    HAS_EXACTLY(judgement);
    QCOMPARE(judgement.verdict, Verdict::Trusted);
    QCOMPARE(judgement.store, TrustStore::Given);
    QCOMPARE(judgement.sent.size(), 1);
    QCOMPARE(judgement.built.size(), 2);
    QCOMPARE(judgement.built.last().der, m_root.der());
    QVERIFY(!judgement.row);
    QVERIFY(!judgement.isIdentityChanged);
}

void JudgeTest::aGoodChainThroughAnIntermediateIsTrusted_data()
{
    QTest::addColumn<KeyKind>("key");
    QTest::newRow("EC") << KeyKind::EcP256;
    QTest::newRow("RSA") << KeyKind::Rsa2048;
    QTest::newRow("Ed25519") << KeyKind::Ed25519;
}

void JudgeTest::aGoodChainThroughAnIntermediateIsTrusted()
{
    QFETCH(KeyKind, key);
    CertificateOptions options;
    options.commonName = u"Intermediate"_s;
    options.key = key;
    const TestCa intermediate = m_root.issueCa(options);
    options = optionsFor(host);
    options.key = key;
    const TestCertificate leaf = intermediate.issue(options);
    HAS_EXACTLY(judged({leaf.der(), intermediate.der()}, m_root));
    // The root may be sent along.
    const Judgement judgement = judged({leaf.der(), intermediate.der(), m_root.der()}, m_root);
    HAS_EXACTLY(judgement);
    QCOMPARE(judgement.sent.size(), 3);
    QCOMPARE(judgement.built.size(), 3);
}

void JudgeTest::anOrderThatIsNotTheChainsIsNoFault()
{
    const TestCa first = m_root.issueCa(u"First"_s);
    const TestCa second = first.issueCa(u"Second"_s);
    const TestCertificate leaf = second.issueFor(host);
    HAS_EXACTLY(judged({leaf.der(), m_root.der(), first.der(), second.der()}, m_root));
}

void JudgeTest::expired()
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

void JudgeTest::validToTheLastSecond()
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

void JudgeTest::anAnswerIsNotReusedBeyondItsTime()
{
    const TrustAnchors anchors = TrustAnchors::only({m_root.der()});
    CertificateOptions options = optionsFor(host);
    options.notBefore = m_now.addSecs(-3600);
    options.notAfter = m_now.addDays(1);
    const TestCertificate leaf = m_root.issue(options);
    const CertificateFacts facts = *certificateFacts(leaf.der());
    const auto at = [&](const QDateTime& moment) { return judge({leaf.der()}, host, moment, anchors); };
    for (int i = 0; i < 2; ++i) {
        HAS_EXACTLY(at(facts.notAfter));
        HAS_EXACTLY(at(facts.notAfter.addSecs(1)), {TrustError::Expired, 0});
        HAS_EXACTLY(at(facts.notBefore));
        HAS_EXACTLY(at(facts.notBefore.addSecs(-1)), {TrustError::NotYetValid, 0});
    }
}

void JudgeTest::anAnswerIsNotReusedForAnotherChain()
{
    const TrustAnchors anchors = TrustAnchors::only({m_root.der()});
    const TestCa intermediate = m_root.issueCa(u"Intermediate"_s);
    const QByteArray leaf = intermediate.issueFor(host).der();
    for (int i = 0; i < 2; ++i) {
        HAS_EXACTLY(judge({leaf, intermediate.der()}, host, m_now, anchors));
        HAS_EXACTLY(judge({leaf}, host, m_now, anchors), {TrustError::MissingIssuer, 0});
        HAS_EXACTLY(judge({leaf, intermediate.der()}, u"other.example.com"_s, m_now, anchors),
                    {TrustError::HostMismatch, 0});
    }
}

void JudgeTest::expiredIntermediate()
{
    CertificateOptions options;
    options.commonName = u"Old"_s;
    options.notAfter = m_now.addSecs(-60);
    const TestCa old = m_root.issueCa(options);
    HAS_EXACTLY(judged({old.issueFor(host).der(), old.der()}, m_root), {TrustError::Expired, 1});
}

void JudgeTest::notYetValid()
{
    CertificateOptions options = optionsFor(host);
    options.notBefore = m_now.addDays(1);
    HAS_EXACTLY(judged({m_root.issue(options).der()}, m_root), {TrustError::NotYetValid, 0});
}

void JudgeTest::hostMismatch()
{
    HAS_EXACTLY(judged({m_root.issueFor(u"other.example.com"_s).der()}, m_root), {TrustError::HostMismatch, 0});
}

void JudgeTest::hostMismatchStandsBesideOtherErrors()
{
    CertificateOptions options = optionsFor(u"other.example.com"_s);
    options.notAfter = m_now.addSecs(-60);
    HAS_EXACTLY(judge({TestCa().issue(options).der()}, host, m_now, TrustAnchors()), {TrustError::Expired, 0},
                {TrustError::HostMismatch, 0}, {TrustError::MissingIssuer, 0});
}

void JudgeTest::aHostThatCannotBeIsAMismatch()
{
    HAS_EXACTLY(judged({m_root.issueFor(host).der()}, m_root, host + u"\n"_s), {TrustError::HostMismatch, 0});
    HAS_EXACTLY(judged({m_root.issueFor(host).der()}, m_root, QString()), {TrustError::HostMismatch, 0});
}

void JudgeTest::selfSigned()
{
    HAS_EXACTLY(judged({selfSignedFor(host).der()}, m_root), {TrustError::SelfSigned, 0});
    // The same where it is no CA, and where its sender repeats it.
    const TestCertificate plain = makeCertificate(optionsFor(host));
    HAS_EXACTLY(judged({plain.der(), plain.der()}, m_root), {TrustError::SelfSigned, 0});
}

void JudgeTest::selfSignedAndExpired()
{
    CertificateOptions options = optionsFor(host);
    options.notAfter = m_now.addSecs(-60);
    HAS_EXACTLY(judged({makeCertificate(options).der()}, m_root), {TrustError::Expired, 0}, {TrustError::SelfSigned, 0});
}

void JudgeTest::selfSignedThatIsAnAnchor()
{
    const TestCertificate leaf = selfSignedFor(host);
    const Judgement judgement = judge({leaf.der()}, host, m_now, TrustAnchors::only({leaf.der()}));
    HAS_EXACTLY(judgement);
    QCOMPARE(judgement.verdict, Verdict::Trusted);
}

void JudgeTest::selfSignedWithABrokenSignature()
{
    QByteArray der = selfSignedFor(host).der();
    der[der.size() - 1] = char(der[der.size() - 1] ^ 1);
    HAS_EXACTLY(judged({der}, m_root), {TrustError::SelfSigned, 0}, {TrustError::BadSignature, 0});
}

void JudgeTest::unknownRoot()
{
    const TestCa other(u"Other Root"_s);
    const TestCa intermediate = other.issueCa(u"Intermediate"_s);
    HAS_EXACTLY(judged({intermediate.issueFor(host).der(), intermediate.der(), other.der()}, m_root),
                {TrustError::UnknownRoot, 2});
    HAS_EXACTLY(judged({other.issueFor(host).der(), other.der()}, m_root), {TrustError::UnknownRoot, 1});
}

void JudgeTest::anotherRootOfTheSameNameDoesNotVouch()
{
    const TestCa impostor; // the same name as m_root, another key
    const Judgement judgement = judged({impostor.issueFor(host).der(), impostor.der()}, m_root);
    QCOMPARE(judgement.verdict, Verdict::Challenged);
    QVERIFY2(!judgement.errors.isEmpty(), qPrintable(text(judgement)));
}

void JudgeTest::missingIssuerOfTheLeaf()
{
    const TestCa intermediate = m_root.issueCa(u"Intermediate"_s);
    HAS_EXACTLY(judged({intermediate.issueFor(host).der()}, m_root), {TrustError::MissingIssuer, 0});
}

void JudgeTest::missingIssuerOfAnIntermediate()
{
    const TestCa other(u"Other Root"_s);
    const TestCa intermediate = other.issueCa(u"Intermediate"_s);
    HAS_EXACTLY(judged({intermediate.issueFor(host).der(), intermediate.der()}, m_root), {TrustError::MissingIssuer, 1});
}

void JudgeTest::missingIssuerHidesNoOtherFault()
{
    const TestCa other(u"Other Root"_s);
    CertificateOptions options;
    options.commonName = u"Old"_s;
    options.notAfter = m_now.addSecs(-60);
    const TestCa old = other.issueCa(options);
    options = optionsFor(host);
    options.notBefore = m_now.addDays(1);
    HAS_EXACTLY(judged({old.issue(options).der(), old.der()}, m_root), {TrustError::NotYetValid, 0},
                {TrustError::Expired, 1}, {TrustError::MissingIssuer, 1});
}

void JudgeTest::anAnchorThatIsNotSelfSignedVouchesForNothing()
{
    const TestCa intermediate = m_root.issueCa(u"Intermediate"_s);
    const Judgement judgement =
        judge({intermediate.issueFor(host).der()}, host, m_now, TrustAnchors::only({intermediate.der()}));
    HAS_EXACTLY(judgement, {TrustError::MissingIssuer, 1});
}

void JudgeTest::notACa()
{
    CertificateOptions options;
    options.commonName = u"No CA"_s;
    options.keyUsage = {"digitalSignature"};
    const TestCertificate noCa = m_root.issue(options);
    const TestCertificate leaf = makeCertificate(optionsFor(host), &noCa);
    HAS_EXACTLY(judged({leaf.der(), noCa.der()}, m_root), {TrustError::NotACa, 1});
}

void JudgeTest::wrongPurpose()
{
    CertificateOptions options = optionsFor(host);
    options.extendedKeyUsage = {"clientAuth"};
    HAS_EXACTLY(judged({m_root.issue(options).der()}, m_root), {TrustError::WrongPurpose, 0});
}

void JudgeTest::wrongPurposeOfAnIntermediate()
{
    CertificateOptions options;
    options.commonName = u"For People"_s;
    options.extendedKeyUsage = {"emailProtection"};
    const TestCa intermediate = m_root.issueCa(options);
    HAS_EXACTLY(judged({intermediate.issueFor(host).der(), intermediate.der()}, m_root), {TrustError::WrongPurpose, 1});
}

void JudgeTest::weakKeyOfTheLeaf_data()
{
    QTest::addColumn<KeyKind>("key");
    QTest::newRow("RSA 1024") << KeyKind::Rsa1024;
    QTest::newRow("EC P-192") << KeyKind::EcP192;
    QTest::newRow("neither RSA nor EC nor EdDSA") << KeyKind::X25519;
}

void JudgeTest::weakKeyOfTheLeaf()
{
    QFETCH(KeyKind, key);
    CertificateOptions options = optionsFor(host);
    options.key = key;
    HAS_EXACTLY(judged({m_root.issue(options).der()}, m_root), {TrustError::WeakKey, 0});
}

void JudgeTest::weakKeyOfTheRoot()
{
    CertificateOptions options;
    options.commonName = u"Weak Root"_s;
    options.key = KeyKind::Rsa1024;
    const TestCa weak(options);
    HAS_EXACTLY(judged({weak.issueFor(host).der()}, weak), {TrustError::WeakKey, 1});
}

void JudgeTest::weakSignature()
{
    CertificateOptions options = optionsFor(host);
    options.digest = "SHA1";
    HAS_EXACTLY(judged({m_root.issue(options).der()}, m_root), {TrustError::WeakSignature, 0});
}

void JudgeTest::aWeakSignatureOfARootMeansNothing()
{
    CertificateOptions options;
    options.commonName = u"Old Root"_s;
    options.digest = "SHA1";
    const TestCa root(options);
    HAS_EXACTLY(judged({root.issueFor(host).der()}, root));
}

void JudgeTest::nameConstraint()
{
    CertificateOptions options;
    options.commonName = u"Constrained"_s;
    options.nameConstraints = {"permitted;DNS:example.org"};
    const TestCa constrained = m_root.issueCa(options);
    HAS_EXACTLY(judged({constrained.issueFor(host).der(), constrained.der()}, m_root), {TrustError::NameConstraint, 0});
}

void JudgeTest::nameConstraintOnWhatAWildcardStandsFor()
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

void JudgeTest::pathLength()
{
    CertificateOptions options;
    options.commonName = u"Last"_s;
    options.pathLength = 0;
    const TestCa last = m_root.issueCa(options);
    const TestCa beyond = last.issueCa(u"Beyond"_s);
    HAS_EXACTLY(judged({beyond.issueFor(host).der(), beyond.der(), last.der()}, m_root), {TrustError::PathLength, 2});
}

void JudgeTest::unknownCriticalExtension()
{
    CertificateOptions options = optionsFor(host);
    options.criticalExtensions = {"1.3.6.1.4.1.55738.666.1"};
    HAS_EXACTLY(judged({m_root.issue(options).der()}, m_root), {TrustError::UnknownCriticalExtension, 0});
}

void JudgeTest::badSignature()
{
    QByteArray der = m_root.issueFor(host).der();
    der[der.size() - 1] = char(der[der.size() - 1] ^ 1);
    const Judgement judgement = judged({der}, m_root);
    HAS_EXACTLY(judgement, {TrustError::BadSignature, 0});
    QVERIFY(!judgement.store);
}

void JudgeTest::malformedLeaf()
{
    const Judgement judgement = judged({"nothing of the sort"}, m_root);
    HAS_EXACTLY(judgement, {TrustError::Malformed, 0});
    QCOMPARE(judgement.verdict, Verdict::Challenged);
    QCOMPARE(judgement.sent.size(), 1);
}

void JudgeTest::malformedIntermediate()
{
    HAS_EXACTLY(judged({m_root.issueFor(host).der(), "garbage"}, m_root), {TrustError::Malformed, 1});
}

void JudgeTest::noCertificateAtAll()
{
    const Judgement judgement = judged({}, m_root);
    HAS_EXACTLY(judgement, {TrustError::Malformed, 0});
    QCOMPARE(judgement.verdict, Verdict::Challenged);
}

void JudgeTest::trailingBytesAreMalformed()
{
    HAS_EXACTLY(judged({m_root.issueFor(host).der() + '\0'}, m_root), {TrustError::Malformed, 0});
}

void JudgeTest::strictFindingsAreRemarks()
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

void JudgeTest::noAnchorsTrustNobody()
{
    const Judgement judgement = judge({m_root.issueFor(host).der(), m_root.der()}, host, m_now, TrustAnchors());
    HAS_EXACTLY(judgement, {TrustError::UnknownRoot, 1});
    HAS_EXACTLY(judge({m_root.issueFor(host).der()}, host, m_now, TrustAnchors::only({"garbage"})),
                {TrustError::MissingIssuer, 0});
}

void JudgeTest::aHundredIntermediatesAreJudged()
{
    CertificateChain chain;
    TestCa ca = m_root;
    for (int i = 0; i < 120; ++i) {
        ca = ca.issueCa(u"Number %1"_s.arg(i));
        chain.prepend(ca.der());
    }
    chain.prepend(ca.issueFor(host).der());
    const Judgement judgement = judged(chain, m_root);
    QCOMPARE(judgement.verdict, Verdict::Challenged);
    QVERIFY2(findings(judgement).contains(std::pair(TrustError::PathLength, int(judgement.built.size()) - 1)) ||
                 judgement.errors.first().error == TrustError::PathLength,
             qPrintable(text(judgement)));
}

void JudgeTest::namesOfErrorsReadBack()
{
    for (int i = 0; i <= int(TrustError::Other); ++i)
        QCOMPARE(trustErrorNamed(QString(nameOf(TrustError(i)))), TrustError(i));
    QVERIFY(!trustErrorNamed(u"EXPIRED"));
    QVERIFY(!trustErrorNamed(u""));
}

STATIONER_TEST(JudgeTest)
#include "judge_test.moc"
