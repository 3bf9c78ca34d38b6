#include "testing/hostuses.h"

#include "support/certificates.h"
#include "support/stationertest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

/// By whom a test was let through, as reports of it; what the list then knows of the row.
class HostUsesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    AllowedHosts m_hosts;
    const TestCertificate m_shown = selfSignedFor(u"mail.example"_s);
    const TestCertificate m_other = selfSignedFor(u"mail.example"_s);

    AllowedHost row() const { return *m_hosts.find({u"mail.example"_s, 465}); }
    Report report(Verdict verdict, const TestCertificate& sent)
    {
        Report report;
        report.settings.server = {u"Mail.Example"_s, 465};
        report.trust = Judgement{};
        report.trust->verdict = verdict;
        report.trust->row = row();
        report.trust->isIdentityChanged = sent.der() != m_shown.der();
        report.trust->sent = {*certificateFacts(sent.der())};
        return report;
    }

private slots:
    void init()
    {
        QVERIFY(!m_hosts.open(TrustFolder()));
        AllowedHost approved;
        approved.host = {u"mail.example"_s, 465};
        approved.chain = {m_shown.der()};
        approved.sha256 = certificateFacts(m_shown.der())->sha256;
        QVERIFY(!m_hosts.approve(approved));
    }

    void anExemptionThatWasUsedHasItsLastUse()
    {
        HostUses uses(m_hosts);
        uses.note(report(Verdict::Exempted, m_shown));
        QVERIFY(!row().lastUsed.isValid()); // some at a time
        uses.write();
        QVERIFY(row().lastUsed.isValid());
        QVERIFY(row().verifiedChain.isEmpty());
    }

    void aServerThatIsTrustedWithoutItSaysSo()
    {
        HostUses uses(m_hosts);
        uses.note(report(Verdict::Trusted, m_shown));
        uses.note(report(Verdict::Trusted, m_other));
        uses.write();
        QVERIFY(!row().lastUsed.isValid());
        QCOMPARE(row().verifiedChain, CertificateChain{m_other.der()});
    }

    void anotherCertificateIsRememberedWhateverTheVerdict()
    {
        for (const Verdict verdict : {Verdict::Challenged, Verdict::Rejected}) {
            init();
            HostUses uses(m_hosts);
            uses.note(report(verdict, m_other));
            uses.write();
            QCOMPARE(row().verifiedChain, CertificateChain{m_other.der()});
        }
    }

    void aRowOfThisTestAloneAndOneThatWasReplacedAreLeftAlone()
    {
        HostUses uses(m_hosts);
        Report ofAnother = report(Verdict::Exempted, m_shown);
        ofAnother.trust->row->sha256 = QByteArray(64, 'f');
        uses.note(ofAnother);
        Report ofNone = report(Verdict::Exempted, m_shown);
        ofNone.trust->row->host.port = 587;
        uses.note(ofNone);
        uses.write();
        QVERIFY(!row().lastUsed.isValid());
    }

    void theEndOfTheProgramLosesNothing()
    {
        {
            HostUses uses(m_hosts);
            uses.note(report(Verdict::Exempted, m_shown));
        }
        QVERIFY(row().lastUsed.isValid());
    }
};

STATIONER_TEST(HostUsesTest)
#include "hostuses_test.moc"
