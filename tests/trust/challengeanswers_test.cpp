#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/challengeanswers.h"
#include "trust/truststores.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;

/// What a challenge offers, and that the row an answer makes holds for what was shown and nothing else.
class ChallengeAnswersTest : public QObject {
    Q_OBJECT
private slots:
    void acceptingHoldsForWhatWasShown();
    void acceptingUntilADateEnds();
    void theNameAloneIsOfferedWhereItIsTheOnlyFault();
    void theNameAloneAcceptsNoOtherError();
    void aRootThatWasSentIsOffered();
    void aRootThatWasNotSentIsNamed();
    void aSelfSignedLeafIsNeverOffered();
    void anExpiredRootIsNotOffered();
    void findingsAreThoseOfTheirCertificate();
    void theSameCertificateElsewhereIsFound();

private:
    Judgement judged(const CertificateChain& chain, const std::optional<AllowedHost>& row = std::nullopt,
                     const QString& host = u"mail.example"_s) const
    {
        return judge(chain, host, m_now, m_anchors, row);
    }

    const QDateTime m_now = QDateTime::currentDateTimeUtc();
    const Endpoint m_host{u"Mail.Example."_s, 465};
    const TestCa m_known{u"Known"_s};
    const TestCa m_unknown{u"Unknown"_s};
    const TrustAnchors m_anchors = TrustAnchors::only({m_known.der()});
};

void ChallengeAnswersTest::acceptingHoldsForWhatWasShown()
{
    const CertificateChain chain{m_unknown.issueFor(u"mail.example"_s).der(), m_unknown.der()};
    const AllowedHost row = acceptedRow(judged(chain), m_host, {}, m_now);
    QCOMPARE(row.host.host, u"mail.example"_s);
    QCOMPARE(row.chain, chain);
    QCOMPARE(row.errors, QList{TrustError::UnknownRoot});
    QCOMPARE(judged(chain, row).verdict, Verdict::Exempted);
    QCOMPARE(judged({m_unknown.issueFor(u"mail.example"_s).der(), m_unknown.der()}, row).verdict, Verdict::Challenged);
    QCOMPARE(judged(chain, row, u"other.example"_s).verdict, Verdict::Challenged);
    const AllowedHost unanswered = unansweredRow(judged(chain), m_host, m_now);
    QCOMPARE(unanswered.approval, Approval::Unanswered);
    QCOMPARE(judged(chain, unanswered).verdict, Verdict::Challenged);
}

void ChallengeAnswersTest::acceptingUntilADateEnds()
{
    const CertificateChain chain{selfSignedFor(u"mail.example"_s).der()};
    const Acceptance how{Scope::UntilDate, Binding::PublicKey, m_now.addDays(7)};
    const AllowedHost row = acceptedRow(judged(chain), m_host, how, m_now);
    QCOMPARE(row.expires, m_now.addDays(7));
    QCOMPARE(judged(chain, row).verdict, Verdict::Exempted);
    QCOMPARE(judge(chain, m_host.host, m_now.addDays(8), m_anchors, row).verdict, Verdict::Challenged);
}

void ChallengeAnswersTest::theNameAloneIsOfferedWhereItIsTheOnlyFault()
{
    QVERIFY(hasOnly(judged({m_known.issueFor(u"other.example"_s).der()}), TrustError::HostMismatch));
    QVERIFY(!hasOnly(judged({m_known.issueFor(u"mail.example"_s).der()}), TrustError::HostMismatch));
    QVERIFY(!hasOnly(judged({m_unknown.issueFor(u"other.example"_s).der()}), TrustError::HostMismatch));
}

void ChallengeAnswersTest::theNameAloneAcceptsNoOtherError()
{
    const CertificateChain chain{m_unknown.issueFor(u"other.example"_s).der()};
    const AllowedHost row = acceptedRow(judged(chain), m_host, {Scope::UntilDeleted, Binding::NameOnly, {}}, m_now);
    QCOMPARE(row.errors, QList{TrustError::HostMismatch});
    QCOMPARE(judged(chain, row).verdict, Verdict::Challenged);
}

void ChallengeAnswersTest::aRootThatWasSentIsOffered()
{
    const auto offer = rootOffer(judged({m_unknown.issueFor(u"mail.example"_s).der(), m_unknown.der()}), m_now);
    QVERIFY(offer && offer->sent);
    QCOMPARE(offer->sent->der, m_unknown.der());
    QCOMPARE(offer->name, u"Unknown"_s);
    QVERIFY(!rootOffer(judged({m_known.issueFor(u"mail.example"_s).der()}), m_now));
}

void ChallengeAnswersTest::aRootThatWasNotSentIsNamed()
{
    const auto offer = rootOffer(judged({m_unknown.issueFor(u"mail.example"_s).der()}), m_now);
    QVERIFY(offer);
    QVERIFY(!offer->sent);
    QCOMPARE(offer->name, u"Unknown"_s);
}

void ChallengeAnswersTest::aSelfSignedLeafIsNeverOffered()
{
    const TestCertificate leaf = selfSignedFor(u"mail.example"_s);
    QVERIFY(!rootOffer(judged({leaf.der()}), m_now));
    QVERIFY(!rootOffer(judged({leaf.der(), leaf.der()}), m_now));
    QVERIFY(!rootOffer(judged({}), m_now));
}

void ChallengeAnswersTest::anExpiredRootIsNotOffered()
{
    CertificateOptions options;
    options.commonName = u"Gone"_s;
    options.notBefore = m_now.addYears(-2);
    options.notAfter = m_now.addDays(-1);
    const TestCa gone(options);
    const auto offer = rootOffer(judged({gone.issueFor(u"mail.example"_s).der(), gone.der()}), m_now);
    QVERIFY(offer);
    QVERIFY(!offer->sent);
}

void ChallengeAnswersTest::findingsAreThoseOfTheirCertificate()
{
    const Judgement judgement = judged({m_unknown.issueFor(u"other.example"_s).der(), m_unknown.der()});
    QList<std::pair<int, TrustError>> found;
    for (const TrustFinding& finding : judgement.errors)
        found.emplaceBack(finding.depth, finding.error);
    std::ranges::sort(found);
    QCOMPARE(found, (QList<std::pair<int, TrustError>>{{0, TrustError::HostMismatch}, {1, TrustError::UnknownRoot}}));
}

void ChallengeAnswersTest::theSameCertificateElsewhereIsFound()
{
    const Judgement judgement = judged({m_unknown.issueFor(u"mail.example"_s).der(), m_unknown.der()});
    const QByteArray leaf = judgement.sent.first().sha256;
    const AllowedHost here = acceptedRow(judgement, m_host, {}, m_now);
    const AllowedHost first = acceptedRow(judgement, {u"localhost"_s, 465}, {}, m_now.addDays(-2));
    const AllowedHost last = acceptedRow(judgement, {u"localhost"_s, 42591}, {}, m_now.addDays(-1));
    QCOMPARE(acceptedElsewhere({last, here, first}, leaf, m_host), last.host);
    QVERIFY(!acceptedElsewhere({here}, leaf, m_host)); // as typed or normalised
    QVERIFY(!acceptedElsewhere({last}, QByteArray(), m_host));
    QVERIFY(!acceptedElsewhere({last}, "ab"_ba, m_host));
    AllowedHost refused = last;
    refused.approval = Approval::Rejected;
    QVERIFY(!acceptedElsewhere({refused, unansweredRow(judgement, first.host, m_now)}, leaf, m_host));
}

STATIONER_TEST(ChallengeAnswersTest)
#include "challengeanswers_test.moc"
