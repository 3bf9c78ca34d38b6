// A challenge says each thing once: the fingerprint apart, the rest of the certificate and the chain folded.

#include "activewindow.h"
#include "connection/report.h"
#include "picture.h"
#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/challengeanswers.h"
#include "trust/truststores.h"
#include "views/common/theme.h"
#include "views/trust/challengedialog.h"
#include "views/trust/fingerprintview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QFontInfo>
#include <QLabel>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace stationer;
using namespace stationer::test;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class CalmChallengeTest : public QObject {
    Q_OBJECT

    Theme m_theme{*qApp};
    TestCa m_ca{u"Acme Root CA"_s};
    QDateTime m_now = QDateTime::currentDateTimeUtc();
    Endpoint m_server{u"mail.acme.example"_s, 465};

    Report reportOf(const CertificateChain& chain, const std::optional<AllowedHost>& row = std::nullopt)
    {
        Report report;
        report.settings.server = m_server;
        report.outcome = Outcome::CertificateChallenged;
        report.stage = Stage::Identity;
        report.began = m_now;
        report.trust = judge(chain, m_server.host, m_now, {}, row);
        return report;
    }
    Report unknownRoot() { return reportOf({m_ca.issueFor(m_server.host).der(), m_ca.der()}); }
    Report selfSigned() { return reportOf({selfSignedFor(m_server.host).der()}); }
    static QString textOf(QWidget& dialog, const QString& name)
    {
        const auto* label = dialog.findChild<QLabel*>(name);
        return label ? label->text() : QString();
    }
    static QString visibleText(QWidget& dialog)
    {
        QStringList texts;
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            if (label->isVisible())
                texts += label->text().simplified();
        return texts.join(u'\n');
    }

private slots:
    void initTestCase() { m_theme.apply(Appearance::Light); }

    void theFingerprintIsThereOnce_data()
    {
        QTest::addColumn<Report>("report");
        QTest::newRow("in the sentence") << unknownRoot();
        QTest::newRow("in the middle of it") << selfSigned();
        CertificateOptions old = optionsFor(m_server.host);
        old.notBefore = m_now.addDays(-100);
        old.notAfter = m_now.addDays(-12);
        QTest::newRow("not in it") << reportOf({m_ca.issue(old).der(), m_ca.der()});
    }
    void theFingerprintIsThereOnce()
    {
        QFETCH(Report, report);
        ChallengeDialog dialog(report, m_now);
        QVERIFY(showActive(dialog));
        dialog.findChild<QAbstractButton*>(u"challengeDetails"_s)->click();
        const QString fingerprint = groupedFingerprint(report.trust->sent.first().sha256);
        QCOMPARE(visibleText(dialog).count(fingerprint), 1);
        QVERIFY(visibleText(dialog).contains(u"Your password was not sent."_s));
        const auto* shown = dialog.findChild<QLabel*>(u"fingerprint"_s);
        QVERIFY(QFontInfo(shown->font()).fixedPitch());
        QCOMPARE(qRound(shown->font().pointSizeF() * 12), qRound(dialog.font().pointSizeF() * 14)); // 14 px beside 12
        QGuiApplication::clipboard()->clear();
        QTest::mouseClick(dialog.findChild<QAbstractButton*>(u"copyFingerprint"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), fingerprint);
    }
    void aSentenceGoesOnBehindTheFingerprint()
    {
        ChallengeDialog dialog(selfSigned(), m_now);
        QVERIFY(textOf(dialog, u"challengeBody"_s).endsWith(u"the one shown on the server: "_s));
        QVERIFY(textOf(dialog, u"challengeAfterwards"_s).startsWith(u"The exemption holds for this host, port and "_s));
    }
    void theChainAndTheKeyAreFolded()
    {
        ChallengeDialog dialog(unknownRoot(), m_now);
        QVERIFY(showActive(dialog));
        auto* chain = dialog.findChild<QTreeWidget*>(u"chain"_s);
        QVERIFY(!chain->isVisible());
        QVERIFY(!visibleText(dialog).contains(u"Signature"_s));
        QVERIFY(visibleText(dialog).contains(u"Issued by"_s));
        const int folded = dialog.height();
        auto* details = dialog.findChild<QAbstractButton*>(u"challengeDetails"_s);
        details->click();
        QVERIFY(chain->isVisible());
        QVERIFY(visibleText(dialog).contains(u"Signature"_s));
        QVERIFY(dialog.height() > folded);
        keepPictures(m_theme, dialog, u"challenge-details"_s);
        details->click();
        QCOMPARE(dialog.height(), folded);
    }
    void oneReasonIsNotListed()
    {
        ChallengeDialog one(unknownRoot(), m_now);
        QVERIFY(showActive(one));
        QVERIFY(!visibleText(one).contains(u"What was found"_s));
        ChallengeDialog two(reportOf({m_ca.issueFor(u"mx1.acme.example"_s).der(), m_ca.der()}), m_now);
        QVERIFY(showActive(two));
        QVERIFY(visibleText(two).contains(u"What was found"_s));
        QCOMPARE(two.findChildren<QLabel*>(u"reason"_s).size(), 2);
    }
    void whatWasAcceptedElsewhereIsSaid()
    {
        const Endpoint there{u"localhost"_s, 42591};
        ChallengeDialog dialog(unknownRoot(), m_now);
        QCOMPARE(textOf(dialog, u"seenBefore"_s), u"This is the first certificate seen here."_s);
        dialog.showAcceptedElsewhere(there);
        QCOMPARE(textOf(dialog, u"seenBefore"_s), u"You accepted the same certificate on localhost:42591."_s);
        // What is known of this very host says more.
        const Report before = selfSigned();
        ChallengeDialog changed(
            reportOf({m_ca.issueFor(m_server.host).der(), m_ca.der()}, acceptedRow(*before.trust, m_server, {}, m_now)),
            m_now);
        changed.showAcceptedElsewhere(there);
        QVERIFY(textOf(changed, u"seenBefore"_s).startsWith(u"Another certificate was seen here"_s));
    }
    void bothFingerprintsStandBesideEachOther()
    {
        const Report before = selfSigned();
        const Report now =
            reportOf({m_ca.issueFor(m_server.host).der(), m_ca.der()}, acceptedRow(*before.trust, m_server, {}, m_now));
        ChallengeDialog dialog(now, m_now);
        QVERIFY(showActive(dialog));
        for (const Report& report : {before, now})
            QCOMPARE(visibleText(dialog).count(groupedFingerprint(report.trust->sent.first().sha256)), 1);
        QVERIFY(visibleText(dialog).contains(u"≠ "_s + groupedFingerprint(now.trust->sent.first().sha256)));
        QList<QAbstractButton*> copies = dialog.findChildren<QAbstractButton*>(u"copyFingerprint"_s);
        copies.removeIf([](const QAbstractButton* copy) { return !copy->isVisible(); });
        QCOMPARE(copies.size(), 1);
        copies.first()->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), groupedFingerprint(now.trust->sent.first().sha256));
        const auto* facts = dialog.findChild<QScrollArea*>();
        QVERIFY(facts->widget()->width() <= facts->viewport()->width()); // nothing is cut
    }
};

STATIONER_TEST(CalmChallengeTest)
#include "calmchallenge_test.moc"
