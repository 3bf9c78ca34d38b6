#include "judging.h"
#include "support/stationertest.h"

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;

/// Chains and roots: who vouches for whom, and what is missing where nobody does.
class JudgeTest : public QObject, Judging {
    Q_OBJECT
private slots:
    void init() { m_now = QDateTime::currentDateTimeUtc(); }

    void aGoodChainIsTrusted();
    void aGoodChainThroughAnIntermediateIsTrusted_data();
    void aGoodChainThroughAnIntermediateIsTrusted();
    void anOrderThatIsNotTheChainsIsNoFault();
    void anAnswerIsNotReusedBeyondItsTime();
    void anAnswerIsNotReusedForAnotherChain();
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
    void noAnchorsTrustNobody();
    void aHundredIntermediatesAreJudged();
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

STATIONER_TEST(JudgeTest)
#include "judge_test.moc"
