#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;

/// What an exemption binds, element by element: whatever differs asks again.
class ExemptionTest : public QObject {
    Q_OBJECT
private slots:
    void init();

    void theCertificateApprovedIsExempted();
    void fewerErrorsStillPass();
    void aNewErrorAsksAgain();
    void expiryOfTheCertificateAsksAgain();
    void anotherCertificateAsksAgain();
    void anotherCertificateOfTheSameKeyAsksAgain();
    void anotherCertificateOfTheSameKeyPassesWhereTheKeyIsBound();
    void anotherKeyAsksAgainWhereTheKeyIsBound();
    void anUnansweredRowAsksAgain();
    void anApprovalHoldsUntilItsDate();
    void anApprovalUntilNoDateDoesNotHold();
    void anEmptyApprovalAcceptsNothing();
    void aRejectedCertificateIsRejected();
    void aRejectedCertificateIsRejectedEvenWhereItWouldVerify();
    void anotherCertificateThanTheRejectedIsChallenged();
    void aGoodChainIsTrustedWhateverTheRowSays();
    void theNameAlonePassesWhileTheChainVerifies();
    void theNameAloneIsNotTheChain();
    void theNameAlonePassesARenewalWithTheSameNames();
    void theNameAloneDoesNotPassAnotherName();
    void theNameAloneOfACertificateThatHasNonePassesNoOther();
    void aBrokenSignatureIsNotCoveredBySelfSigned();
    void aRowIsNoLongerNeededOnceTheRootIsImported();
    void aRowIsNoLongerNeededOnceTheServerHasAChainThatVerifies();
    void aRejectionStaysNeeded();

private:
    AllowedHost rowFor(const TestCertificate& leaf, const QList<TrustError>& errors) const
    {
        AllowedHost row;
        row.host = {m_host, 465};
        row.approval = Approval::Approved;
        const CertificateFacts facts = *certificateFacts(leaf.der());
        row.sha256 = facts.sha256;
        row.publicKeySha256 = facts.publicKeySha256;
        row.errors = errors;
        row.chain = {leaf.der()};
        return row;
    }
    Judgement judged(const TestCertificate& leaf, const AllowedHost& row) const
    {
        return judge({leaf.der()}, m_host, m_now, m_anchors, row);
    }

    const QString m_host = u"mail.example.com"_s;
    const TestCa m_root;
    const TrustAnchors m_anchors = TrustAnchors::only({m_root.der()});
    QDateTime m_now;
    TestCertificate m_leaf;
    AllowedHost m_row;
};

void ExemptionTest::init()
{
    m_now = QDateTime::currentDateTimeUtc();
    m_leaf = selfSignedFor(m_host);
    m_row = rowFor(m_leaf, {TrustError::SelfSigned});
}

void ExemptionTest::theCertificateApprovedIsExempted()
{
    const Judgement judgement = judged(m_leaf, m_row);
    QCOMPARE(judgement.verdict, Verdict::Exempted);
    QCOMPARE(judgement.errors.size(), 1);
    QCOMPARE(judgement.row, m_row);
    QVERIFY(!judgement.store);
    QVERIFY(!judgement.isIdentityChanged);
    for (const Scope scope : {Scope::Session, Scope::UntilDeleted}) {
        m_row.scope = scope;
        QCOMPARE(judged(m_leaf, m_row).verdict, Verdict::Exempted);
    }
}

void ExemptionTest::fewerErrorsStillPass()
{
    m_row.errors = {TrustError::Expired, TrustError::SelfSigned, TrustError::HostMismatch};
    QCOMPARE(judged(m_leaf, m_row).verdict, Verdict::Exempted);
}

void ExemptionTest::aNewErrorAsksAgain()
{
    const Judgement judgement = judge({m_leaf.der()}, u"other.example.com"_s, m_now, m_anchors, m_row);
    QCOMPARE(judgement.verdict, Verdict::Challenged);
    QVERIFY(!judgement.isIdentityChanged);
}

void ExemptionTest::expiryOfTheCertificateAsksAgain()
{
    const Judgement judgement = judge({m_leaf.der()}, m_host, m_now.addYears(1), m_anchors, m_row);
    QCOMPARE(judgement.verdict, Verdict::Challenged);
}

void ExemptionTest::anotherCertificateAsksAgain()
{
    const Judgement judgement = judged(selfSignedFor(m_host), m_row);
    QCOMPARE(judgement.verdict, Verdict::Challenged);
    QVERIFY(judgement.isIdentityChanged);
}

void ExemptionTest::anotherCertificateOfTheSameKeyAsksAgain()
{
    const Judgement judgement = judged(makeCertificate(optionsFor(m_host), nullptr, &m_leaf), m_row);
    QCOMPARE(judgement.verdict, Verdict::Challenged);
    QVERIFY(judgement.isIdentityChanged);
}

void ExemptionTest::anotherCertificateOfTheSameKeyPassesWhereTheKeyIsBound()
{
    m_row.binding = Binding::PublicKey;
    const Judgement judgement = judged(makeCertificate(optionsFor(m_host), nullptr, &m_leaf), m_row);
    QCOMPARE(judgement.verdict, Verdict::Exempted);
    QVERIFY(!judgement.isIdentityChanged);
}

void ExemptionTest::anotherKeyAsksAgainWhereTheKeyIsBound()
{
    m_row.binding = Binding::PublicKey;
    const Judgement judgement = judged(selfSignedFor(m_host), m_row);
    QCOMPARE(judgement.verdict, Verdict::Challenged);
    QVERIFY(judgement.isIdentityChanged);
    m_row.publicKeySha256.clear();
    m_row.sha256.clear();
    QCOMPARE(judged(selfSignedFor(m_host), m_row).verdict, Verdict::Challenged);
}

void ExemptionTest::anUnansweredRowAsksAgain()
{
    m_row.approval = Approval::Unanswered;
    const Judgement judgement = judged(m_leaf, m_row);
    QCOMPARE(judgement.verdict, Verdict::Challenged);
    QVERIFY(!judgement.isIdentityChanged);
    QVERIFY(judged(selfSignedFor(m_host), m_row).isIdentityChanged);
}

void ExemptionTest::anApprovalHoldsUntilItsDate()
{
    m_row.scope = Scope::UntilDate;
    m_row.expires = m_now.addSecs(1);
    QCOMPARE(judged(m_leaf, m_row).verdict, Verdict::Exempted);
    m_row.expires = m_now;
    QCOMPARE(judged(m_leaf, m_row).verdict, Verdict::Challenged);
}

void ExemptionTest::anApprovalUntilNoDateDoesNotHold()
{
    m_row.scope = Scope::UntilDate;
    QCOMPARE(judged(m_leaf, m_row).verdict, Verdict::Challenged);
}

void ExemptionTest::anEmptyApprovalAcceptsNothing()
{
    m_row.errors.clear();
    QCOMPARE(judged(m_leaf, m_row).verdict, Verdict::Challenged);
    m_row = rowFor(m_leaf, {TrustError::SelfSigned});
    m_row.sha256.clear();
    QCOMPARE(judged(m_leaf, m_row).verdict, Verdict::Challenged);
}

void ExemptionTest::aRejectedCertificateIsRejected()
{
    m_row.approval = Approval::Rejected;
    QCOMPARE(judged(m_leaf, m_row).verdict, Verdict::Rejected);
}

void ExemptionTest::aRejectedCertificateIsRejectedEvenWhereItWouldVerify()
{
    const TestCertificate leaf = m_root.issueFor(m_host);
    m_row = rowFor(leaf, {TrustError::MissingIssuer});
    m_row.approval = Approval::Rejected;
    const Judgement judgement = judged(leaf, m_row);
    QCOMPARE(judgement.verdict, Verdict::Rejected);
    QVERIFY(!judgement.store);
}

void ExemptionTest::anotherCertificateThanTheRejectedIsChallenged()
{
    m_row.approval = Approval::Rejected;
    const Judgement judgement = judged(selfSignedFor(m_host), m_row);
    QCOMPARE(judgement.verdict, Verdict::Challenged);
    QVERIFY(judgement.isIdentityChanged);
    QCOMPARE(judged(m_root.issueFor(m_host), m_row).verdict, Verdict::Trusted);
}

void ExemptionTest::aGoodChainIsTrustedWhateverTheRowSays()
{
    const TestCertificate leaf = m_root.issueFor(m_host);
    for (const Approval approval : {Approval::Unanswered, Approval::Approved}) {
        m_row = rowFor(leaf, {});
        m_row.approval = approval;
        const Judgement judgement = judged(leaf, m_row);
        QCOMPARE(judgement.verdict, Verdict::Trusted);
        QCOMPARE(judgement.store, TrustStore::Given);
    }
}

void ExemptionTest::theNameAlonePassesWhileTheChainVerifies()
{
    const TestCertificate leaf = m_root.issueFor(u"other.example.com"_s);
    m_row = rowFor(leaf, {TrustError::HostMismatch});
    m_row.binding = Binding::NameOnly;
    const Judgement judgement = judged(leaf, m_row);
    QCOMPARE(judgement.verdict, Verdict::Exempted);
    QCOMPARE(judgement.store, TrustStore::Given);
    QCOMPARE(judge({leaf.der()}, m_host, m_now, TrustAnchors(), m_row).verdict, Verdict::Challenged);
    QCOMPARE(judge({leaf.der()}, m_host, m_now.addYears(1), m_anchors, m_row).verdict, Verdict::Challenged);
}

void ExemptionTest::theNameAloneIsNotTheChain()
{
    m_row.binding = Binding::NameOnly;
    m_row.errors = {TrustError::HostMismatch, TrustError::SelfSigned};
    QCOMPARE(judged(m_leaf, m_row).verdict, Verdict::Challenged);
}

void ExemptionTest::theNameAlonePassesARenewalWithTheSameNames()
{
    m_row = rowFor(m_root.issueFor(u"other.example.com"_s), {TrustError::HostMismatch});
    m_row.binding = Binding::NameOnly;
    CertificateOptions renewed = optionsFor(u"other.example.com"_s);
    renewed.dnsNames << u"more.example.com"_s;
    const Judgement judgement = judged(m_root.issue(renewed), m_row);
    QCOMPARE(judgement.verdict, Verdict::Exempted);
    QVERIFY(!judgement.isIdentityChanged);
}

void ExemptionTest::theNameAloneDoesNotPassAnotherName()
{
    // Whoever holds some certificate of a known CA must not get through by it.
    m_row = rowFor(m_root.issueFor(u"other.example.com"_s), {TrustError::HostMismatch});
    m_row.binding = Binding::NameOnly;
    const Judgement judgement = judged(m_root.issueFor(u"spy.example.net"_s), m_row);
    QCOMPARE(judgement.verdict, Verdict::Challenged);
    QVERIFY(judgement.isIdentityChanged);
    m_row.chain.clear();
    QCOMPARE(judged(m_root.issueFor(u"other.example.com"_s), m_row).verdict, Verdict::Challenged);
}

void ExemptionTest::theNameAloneOfACertificateThatHasNonePassesNoOther()
{
    CertificateOptions nameless;
    nameless.commonName = m_host;
    m_row = rowFor(m_root.issue(nameless), {TrustError::HostMismatch});
    m_row.binding = Binding::NameOnly;
    QCOMPARE(judged(m_root.issueFor(u"spy.example.net"_s), m_row).verdict, Verdict::Challenged);
    QCOMPARE(judged(m_root.issue(nameless), m_row).verdict, Verdict::Challenged);
}

void ExemptionTest::aBrokenSignatureIsNotCoveredBySelfSigned()
{
    QByteArray der = m_leaf.der();
    der[der.size() - 1] = char(der[der.size() - 1] ^ 1);
    m_row.binding = Binding::PublicKey;
    const Judgement judgement = judge({der}, m_host, m_now, m_anchors, m_row);
    QCOMPARE(judgement.verdict, Verdict::Challenged);
}

void ExemptionTest::aRowIsNoLongerNeededOnceTheRootIsImported()
{
    const TestCa other(u"Company Root"_s);
    m_row = rowFor(other.issueFor(m_host), {TrustError::MissingIssuer});
    QVERIFY(!isNoLongerNeeded(m_row, m_anchors, m_now));
    QVERIFY(isNoLongerNeeded(m_row, TrustAnchors::only({other.der()}), m_now));
    QVERIFY(!isNoLongerNeeded(m_row, TrustAnchors::only({other.der()}), m_now.addYears(1)));
    m_row.chain.clear();
    QVERIFY(!isNoLongerNeeded(m_row, TrustAnchors::only({other.der()}), m_now));
}

void ExemptionTest::aRowIsNoLongerNeededOnceTheServerHasAChainThatVerifies()
{
    QVERIFY(!isNoLongerNeeded(m_row, m_anchors, m_now));
    m_row.verifiedChain = {m_root.issueFor(m_host).der()};
    QVERIFY(isNoLongerNeeded(m_row, m_anchors, m_now));
}

void ExemptionTest::aRejectionStaysNeeded()
{
    m_row = rowFor(m_root.issueFor(m_host), {});
    QVERIFY(isNoLongerNeeded(m_row, m_anchors, m_now));
    m_row.approval = Approval::Rejected;
    QVERIFY(!isNoLongerNeeded(m_row, m_anchors, m_now));
}

STATIONER_TEST(ExemptionTest)
#include "exemption_test.moc"
