// What a challenge says, offers and answers, for each of its cases; and that no answer is given by accident.

#include "activewindow.h"
#include "connection/report.h"
#include "picture.h"
#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/challengeanswers.h"
#include "trust/truststores.h"
#include "views/trust/certificateview.h"
#include "views/trust/challengedialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QHostInfo>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace stationer;
using namespace stationer::test;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class ChallengeTest : public QObject {
    Q_OBJECT

    Theme m_theme{*qApp};
    TestCa m_ca{u"Acme Root CA"_s};
    QDateTime m_now = QDateTime::currentDateTimeUtc();
    Endpoint m_server{u"mail.acme.example"_s, 465};

    Report reportOf(const CertificateChain& chain, const TrustAnchors& anchors = {},
                    const std::optional<AllowedHost>& row = std::nullopt)
    {
        Report report;
        report.settings.server = m_server;
        report.settings.security = SecurityMode::Ssl;
        report.outcome = Outcome::CertificateChallenged;
        report.stage = Stage::Identity;
        report.began = m_now;
        report.trust = judge(chain, m_server.host, m_now, anchors, row);
        return report;
    }
    Report unknownRoot() { return reportOf({m_ca.issueFor(m_server.host).der(), m_ca.der()}); }
    Report selfSigned() { return reportOf({selfSignedFor(m_server.host).der()}); }
    Report otherName()
    {
        return reportOf({m_ca.issueFor(u"mx1.acme.example"_s).der(), m_ca.der()}, TrustAnchors::only({m_ca.der()}));
    }
    Report expired()
    {
        CertificateOptions options = optionsFor(m_server.host);
        options.notBefore = m_now.addDays(-100);
        options.notAfter = m_now.addDays(-12);
        return reportOf({m_ca.issue(options).der(), m_ca.der()}, TrustAnchors::only({m_ca.der()}));
    }
    Report changed()
    {
        const Report before = unknownRoot();
        return reportOf({selfSignedFor(m_server.host).der()}, {},
                        acceptedRow(*before.trust, m_server, {}, m_now.addDays(-40)));
    }
    Report hostile()
    {
        CertificateOptions options = optionsFor(m_server.host);
        options.commonName = u"<b>bold</b>\u202egro.live\u0007\n<img src=x>"_s;
        options.subject = {{"O", "<a href='x'>Acme</a>"}};
        options.rawDnsNames = {QByteArray("good.example\0.evil.example", 26), "<script>"};
        for (int i = 0; i < 4000; ++i)
            options.dnsNames += u"host%1.a-rather-long-domain-name.example"_s.arg(i);
        return reportOf({m_ca.issue(options).der(), m_ca.der()});
    }
    void picture(QWidget& widget, const QString& name) { keepPictures(m_theme, widget, u"challenge-"_s + name); }
    static QString textOf(QWidget& dialog, const QString& name)
    {
        const auto* label = dialog.findChild<QLabel*>(name);
        return label ? label->text() : QString();
    }
    static QStringList answersOf(QWidget& dialog)
    {
        QStringList answers;
        for (const char* name : {"importRoot", "useName", "accept", "rejectCertificate", "notNow"})
            if (const auto* button = dialog.findChild<QPushButton*>(QLatin1StringView(name)))
                answers += QString(button->text()).remove(u'&');
        return answers;
    }
    static void choose(QWidget& dialog, const QString& name, int data)
    {
        auto* box = dialog.findChild<QComboBox*>(name);
        QVERIFY(box);
        const int index = box->findData(data);
        QVERIFY(index >= 0);
        box->setCurrentIndex(index);
    }
    AllowedHost accepted(ChallengeDialog& dialog)
    {
        QSignalSpy approved(&dialog, &ChallengeDialog::approved);
        dialog.findChild<QPushButton*>(u"accept"_s)->click();
        return approved.isEmpty() ? AllowedHost() : approved.first()[0].value<AllowedHost>();
    }

private slots:
    void initTestCase() { m_theme.apply(Appearance::Light); }

    void saysAndOffers_data()
    {
        QTest::addColumn<Report>("report");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QStringList>("answers");
        const QString accept = u"Accept as Exemption"_s, reject = u"Reject"_s, later = u"Not Now"_s;
        QTest::newRow("unknown root")
            << unknownRoot() << u"This computer does not know who signed this server's certificate."_s
            << u"It is signed by «Acme Root CA», which is in neither trust store. That is normal for a company's own mail "
               "server; a spy's server would look the same. Ask the customer's IT for their root CA file, or compare this "
               "fingerprint with them by phone: "_s
            << QStringList{u"Import Root CA…"_s, accept, reject, later};
        QTest::newRow("self-signed") << selfSigned() << u"This server vouches for itself. Nobody else does."_s
                                     << u"Common on new or small mail servers. Accept only if the fingerprint is the one "
                                        "shown on the server: "_s
                                     << QStringList{accept, reject, later};
        QTest::newRow("another name") << otherName() << u"The certificate is for another name."_s
                                      << u"You typed mail.acme.example. The certificate names mx1.acme.example. Its "
                                         "signature is trusted. Most likely the Hostname should be mx1.acme.example."_s
                                      << QStringList{accept, reject, later};
        QTest::newRow("expired") << expired()
                                 << u"The certificate ran out 12 days ago, on %1."_s.arg(
                                        m_now.addDays(-12).toLocalTime().date().toString(Qt::ISODate))
                                 << u"Everything else is in order. Ask the mail server's owner to renew it. This computer's "
                                    "clock says "_s
                                 << QStringList{u"Accept for 7 Days"_s, reject, later};
        QTest::newRow("changed") << changed()
                                 << u"This is not the certificate you accepted on %1."_s.arg(
                                        m_now.addDays(-40).toLocalTime().date().toString(Qt::ISODate))
                                 << u"It may have been renewed, or someone is standing in between. Ask the server's owner "
                                    "whether it was replaced. The differences are marked below."_s
                                 << QStringList{u"Replace Exemption"_s, reject, later};
    }
    void saysAndOffers()
    {
        QFETCH(Report, report);
        QFETCH(QString, headline);
        QFETCH(QString, body);
        QFETCH(QStringList, answers);
        ChallengeDialog dialog(report, m_now);
        QVERIFY(showActive(dialog));
        QCOMPARE(dialog.windowTitle(), u"Identity Verification – mail.acme.example:465"_s);
        QCOMPARE(textOf(dialog, u"challengeHeadline"_s), headline);
        const QString said = textOf(dialog, u"challengeBody"_s);
        QVERIFY2(said.contains(body), qPrintable(said));
        QVERIFY((said + textOf(dialog, u"challengeAfterwards"_s) + textOf(dialog, u"notSent"_s))
                    .contains(u"Your password was not sent."_s));
        QCOMPARE(answersOf(dialog), answers);
        // One reason is the headline's; of several each is listed.
        const qsizetype reasons = report.trust->errors.size();
        QCOMPARE(dialog.findChildren<QLabel*>(u"reason"_s).size(), reasons > 1 ? reasons : 0);
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        for (const QPushButton* button : dialog.findChildren<QPushButton*>())
            QVERIFY(!button->accessibleName().isEmpty());
        picture(dialog, QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
    }

    void nothingIsAnsweredByAccident()
    {
        for (const char* focus : {"importRoot", "accept", "rejectCertificate", "viewChallenge", "notNow", "scope"}) {
            ChallengeDialog dialog(unknownRoot(), m_now);
            QSignalSpy postponed(&dialog, &ChallengeDialog::postponed);
            QSignalSpy approved(&dialog, &ChallengeDialog::approved);
            QSignalSpy refused(&dialog, &ChallengeDialog::refused);
            QSignalSpy import(&dialog, &ChallengeDialog::importRequested);
            QVERIFY(showActive(dialog));
            QVERIFY(dialog.findChild<QPushButton*>(u"notNow"_s)->hasFocus());
            auto* widget = dialog.findChild<QWidget*>(QLatin1StringView(focus));
            widget->setFocus();
            QTest::keyClick(widget, Qt::Key_Return);
            QCOMPARE(postponed.size(), 1);
            QCOMPARE(approved.size() + refused.size() + import.size(), 0);
            QVERIFY(!dialog.isVisible());
            QCOMPARE(postponed.first()[0].value<AllowedHost>().approval, Approval::Unanswered);
        }
        ChallengeDialog closed(unknownRoot(), m_now);
        QSignalSpy postponed(&closed, &ChallengeDialog::postponed);
        QVERIFY(showActive(closed));
        closed.close();
        QCOMPARE(postponed.size(), 1);
    }

    void acceptsExactlyWhatIsChosen()
    {
        const Report report = unknownRoot();
        {
            ChallengeDialog dialog(report, m_now);
            const AllowedHost row = accepted(dialog);
            QCOMPARE(row.host, m_server);
            QCOMPARE(row.approval, Approval::Approved);
            QCOMPARE(row.scope, Scope::UntilDeleted); // preselected
            QCOMPARE(row.binding, Binding::Certificate);
            QCOMPARE(row.sha256, report.trust->sent.first().sha256);
            QCOMPARE(row.errors, QList{TrustError::UnknownRoot});
            QCOMPARE(row.chain.size(), 2);
        }
        {
            ChallengeDialog dialog(report, m_now);
            choose(dialog, u"scope"_s, int(Scope::Session));
            choose(dialog, u"binding"_s, int(Binding::PublicKey));
            const AllowedHost row = accepted(dialog);
            QCOMPARE(row.scope, Scope::Session);
            QCOMPARE(row.binding, Binding::PublicKey);
            QCOMPARE(row.publicKeySha256, report.trust->sent.first().publicKeySha256);
        }
        {
            ChallengeDialog dialog(report, m_now);
            choose(dialog, u"scope"_s, int(Scope::UntilDate));
            const QDate last = m_now.toLocalTime().date().addDays(90);
            dialog.findChild<QDateEdit*>(u"scopeDate"_s)->setDate(last);
            const AllowedHost row = accepted(dialog);
            QCOMPARE(row.scope, Scope::UntilDate);
            QCOMPARE(row.expires, last.endOfDay().toUTC());
        }
    }

    void theNameAloneOnlyWhereItIsTheOnlyFault()
    {
        ChallengeDialog other(otherName(), m_now);
        choose(other, u"binding"_s, int(Binding::NameOnly));
        const AllowedHost row = accepted(other);
        QCOMPARE(row.binding, Binding::NameOnly);
        QCOMPARE(row.errors, QList{TrustError::HostMismatch});
        ChallengeDialog unknown(unknownRoot(), m_now);
        QVERIFY(unknown.findChild<QComboBox*>(u"binding"_s)->findData(int(Binding::NameOnly)) < 0);
    }

    void sevenDaysForWhatRanOut()
    {
        ChallengeDialog dialog(expired(), m_now);
        const AllowedHost row = accepted(dialog);
        QCOMPARE(row.scope, Scope::UntilDate);
        QCOMPARE(row.expires, m_now.addDays(7));
        ChallengeDialog longer(expired(), m_now);
        choose(longer, u"scope"_s, int(Scope::UntilDeleted));
        QCOMPARE(answersOf(longer).first(), u"Accept as Exemption"_s);
        QCOMPARE(accepted(longer).scope, Scope::UntilDeleted);
    }

    void looksANameUpAtTheClickOnly_data()
    {
        QTest::addColumn<QString>("answered");
        QTest::addColumn<QStringList>("found");
        QTest::addColumn<bool>("isChosen");
        const QString there = u"192.0.2.7"_s;
        const QString here = u"127.0.0.1"_s;
        QTest::newRow("the same address") << there << QStringList{there} << true;
        QTest::newRow("the same among others") << there << QStringList{u"192.0.2.8"_s, there} << true;
        QTest::newRow("another address") << there << QStringList{u"192.0.2.8"_s} << false;
        QTest::newRow("none") << there << QStringList() << false;
        QTest::newRow("this computer") << there << QStringList{here} << false;
        QTest::newRow("this computer as well") << there << QStringList{there, here} << false;
        QTest::newRow("this computer by IPv6 as well") << there << QStringList{there, u"::1"_s} << false;
        QTest::newRow("this computer, which answered") << here << QStringList{here} << true;
    }
    void looksANameUpAtTheClickOnly()
    {
        QFETCH(QString, answered);
        QFETCH(QStringList, found);
        QFETCH(bool, isChosen);
        Report report = otherName();
        report.attempts = {{QHostAddress(u"192.0.2.9"_s), false, {}, {}}, {QHostAddress(answered), true, {}, {}}};
        QStringList asked;
        std::function<void(const QHostInfo&)> answer;
        ChallengeDialog dialog(report, m_now, nullptr, [&](const QString& host, QObject&, auto whenFound) {
            asked += host;
            answer = whenFound;
        });
        QSignalSpy chosen(&dialog, &ChallengeDialog::nameChosen);
        QSignalSpy postponed(&dialog, &ChallengeDialog::postponed);
        QCOMPARE(answersOf(dialog).first(), u"Use mx1.acme.example"_s);
        QVERIFY(dialog.findChild<QPushButton*>(u"notNow"_s)->isDefault());
        dialog.show();
        QTest::qWait(0);
        QVERIFY(asked.isEmpty());

        auto* use = dialog.findChild<QPushButton*>(u"useName"_s);
        use->click();
        QCOMPARE(asked, QStringList{u"mx1.acme.example"_s});
        QVERIFY(!use->isEnabled());
        QCOMPARE(chosen.size(), 0);
        QHostInfo info;
        QList<QHostAddress> addresses;
        for (const QString& address : found)
            addresses += QHostAddress(address);
        info.setAddresses(addresses);
        answer(info);
        QCOMPARE(chosen.size(), isChosen ? 1 : 0);
        QCOMPARE(postponed.size(), 0);
        QCOMPARE(dialog.isVisible(), !isChosen);
        if (!isChosen) {
            QVERIFY(textOf(dialog, u"nameNote"_s).contains(u"does not lead to the server that answered"_s));
            QVERIFY(use->isEnabled());
        }
    }

    void aNameThatIsFoundTooLateChangesNothing()
    {
        Report report = otherName();
        report.attempts = {{QHostAddress(u"192.0.2.7"_s), true, {}, {}}};
        std::function<void(const QHostInfo&)> answer;
        ChallengeDialog dialog(report, m_now, nullptr,
                               [&](const QString&, QObject&, auto whenFound) { answer = whenFound; });
        QSignalSpy chosen(&dialog, &ChallengeDialog::nameChosen);
        dialog.findChild<QPushButton*>(u"useName"_s)->click();
        dialog.findChild<QPushButton*>(u"notNow"_s)->click();
        QHostInfo info;
        info.setAddresses({QHostAddress(u"192.0.2.7"_s)});
        answer(info);
        QCOMPARE(chosen.size(), 0);
    }

    void severalNamesAreAMenu()
    {
        CertificateOptions options = optionsFor(u"mx1.acme.example"_s);
        options.dnsNames += {u"*.acme.test"_s, u"mx2.acme.example"_s};
        Report report = reportOf({m_ca.issue(options).der()}, TrustAnchors::only({m_ca.der()}));
        report.attempts = {{QHostAddress(u"192.0.2.7"_s), true, {}, {}}};
        QStringList asked;
        ChallengeDialog dialog(report, m_now, nullptr, [&](const QString& host, QObject&, auto) { asked += host; });
        const QMenu* menu = dialog.findChild<QPushButton*>(u"useName"_s)->menu();
        QVERIFY(menu && asked.isEmpty());
        QCOMPARE(menu->actions().size(), 2);
        menu->actions().last()->trigger();
        QCOMPARE(asked, QStringList{u"mx2.acme.example"_s});
        QVERIFY(!ChallengeDialog(unknownRoot(), m_now).findChild<QPushButton*>(u"useName"_s));
        QVERIFY(!ChallengeDialog(otherName(), m_now).findChild<QPushButton*>(u"useName"_s)); // nobody answered
    }

    void aRootThatWasNotSentComesFromAFile()
    {
        const TestCa intermediate = m_ca.issueCa(u"Acme Issuing CA"_s);
        ChallengeDialog dialog(reportOf({intermediate.issueFor(m_server.host).der(), intermediate.der()}), m_now);
        QSignalSpy import(&dialog, &ChallengeDialog::importRequested);
        dialog.findChild<QPushButton*>(u"importRoot"_s)->click();
        QCOMPARE(import.size(), 1);
        QVERIFY(import.first()[0].value<QList<CertificateFacts>>().isEmpty());
        QCOMPARE(import.first()[1].toString(), u"Acme Root CA"_s);
    }

    void marksWhatDiffersFromTheOneBefore()
    {
        ChallengeDialog dialog(changed(), m_now);
        auto* view = dialog.findChild<CertificateView*>();
        QVERIFY(view);
        QStringList texts;
        for (const QLabel* label : view->findChildren<QLabel*>())
            texts += label->text();
        QVERIFY(texts.contains(u"Accepted before"_s));
        QVERIFY(texts.contains(u"Shown now"_s));
        QVERIFY(std::ranges::any_of(texts, [](const QString& text) { return text.startsWith(u"≠ "_s); }));
    }

    void hostileCertificatesAreShownSafely()
    {
        ChallengeDialog dialog(hostile(), m_now);
        QVERIFY(showActive(dialog));
        for (const QLabel* label : dialog.findChildren<QLabel*>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->text().contains(QChar(0x202e)));
            QVERIFY(!label->text().contains(QChar(u'\0')));
            QVERIFY(label->text().size() < 2000);
        }
        auto* chain = dialog.findChild<QTreeWidget*>(u"chain"_s);
        for (QTreeWidgetItemIterator it(chain); *it; ++it) {
            QVERIFY(!(*it)->text(0).contains(QChar(0x202e)));
            QVERIFY(!(*it)->text(0).contains(u'\n'));
            QVERIFY(!(*it)->toolTip(0).contains(u"<img"_s));
        }
        picture(dialog, u"hostile"_s);
    }
};

STATIONER_TEST(ChallengeTest)
#include "challenge_test.moc"
