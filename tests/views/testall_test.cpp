// Test All in the window: one run, no dialogs, one challenge a host, and what comes of an answer. Send Test Message beside
// it.

#include "accountsdesktop.h"
#include "app/demo/demoserver.h"
#include "connection/testmessage.h"
#include "diagnosis/diagnosis.h"
#include "picture.h"
#include "support/faultserver.h"
#include "support/stationertest.h"
#include "views/connection/testpanel.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/trust/challengedialog.h"

#include <QClipboard>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTimer>

#include <memory>

using namespace stationer;
using namespace stationer::test;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class TestAllTest : public QObject, AccountsDesktop {
    Q_OBJECT

    DemoServer m_demo;
    int m_handle = 0;

    QByteArray line(const QByteArray& name, const QByteArray& host, quint16 port, const QByteArray& more = {})
    {
        return test::account(name, QByteArray::number(256 + ++m_handle, 16), "OutgoingAccount",
                             value("hostname", host) + value("port", QByteArray::number(port)) + more);
    }
    /// Five at the demo server: three behind one certificate, one of them with a password nobody knows, one behind another
    /// port.
    void openFleet()
    {
        const QByteArray host = m_demo.host().toUtf8();
        const quint16 ssl = m_demo.port(DemoProtocol::Smtp, DemoMode::Ssl);
        const QByteArray user = value("account", m_demo.login().user.toUtf8());
        const QByteArray useSsl = value("useSsl", "true");
        openAccounts(
            line("Alarms", host, ssl, user + useSsl) + line("Reports", host, ssl, user + useSsl) +
            line("Silent", host, ssl, value("account", "nobody") + useSsl) +
            line("Other", host, m_demo.port(DemoProtocol::Smtp, DemoMode::StartTls), user + value("useStartTls", "true")) +
            line("Off", host, ssl, useSsl + value("enabled", "false")));
        for (const QString& name : {u"Alarms"_s, u"Reports"_s, u"Other"_s})
            m_desktop->keepPassword(slot(name), Secret(m_demo.login().password));
    }
    QString lastTest(const QString& name) { return cell(name, AccountsModel::LastTestColumn).data().toString(); }
    QString summary() { return window().findChild<QLabel*>(u"testSummary"_s)->text(); }
    void picture(QWidget& widget, const QString& name) { keepPicture(widget, u"testall-"_s + name); }

private slots:
    void initTestCase()
    {
        m_theme.apply(Appearance::Light);
        QVERIFY(m_demo.start());
    }
    void cleanup() { m_desktop.reset(); }

    void oneRunAndOneChallengeAHost()
    {
        openFleet();
        if (QTest::currentTestFailed())
            return;
        QSignalSpy finished(&m_desktop->tests().many(), &AccountRun::finished);
        QSignalSpy challenges(m_desktop.get(), &Composition::challengeOpened);
        click(u"testAll"_s);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000);
        QCOMPARE(challenges.size(), 0);
        QVERIFY(!QApplication::activeModalWidget());
        QTRY_COMPARE(summary(), u"2 certificates to review (4 accounts)."_s);
        QCOMPARE(lastTest(u"Off"_s), u"not tested"_s);
        picture(window(), u"to-review"_s);
        m_theme.apply(Appearance::Dark);
        window().resize(800, 640);
        picture(window(), u"narrow-dark"_s);
        m_theme.apply(Appearance::Light);
        window().resize(1400, 800);
        QTest::qWait(50);

        // The link of one row answers for all that share its question.
        const QModelIndex review = cell(u"Alarms"_s, AccountsModel::LastTestColumn);
        table().scrollTo(review);
        const QRect link = table().answerRect(review);
        QVERIFY(!link.isEmpty());
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, link.center());
        QTRY_VERIFY(m_desktop->challenge());
        QCOMPARE(challenges.size(), 1);
        auto* covered = m_desktop->challenge()->findChild<QLabel*>(u"coveredAccounts"_s);
        QVERIFY(covered && covered->isVisible());
        QCOMPARE(covered->text(), u"This answer also covers 2 other accounts on this host."_s);
        picture(*m_desktop->challenge(), u"challenge"_s);
        auto* accept = m_desktop->challenge()->findChild<QAbstractButton*>(u"accept"_s);
        QVERIFY(accept);
        QTest::mouseClick(accept, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 30000);
        QVERIFY(lastTest(u"Alarms"_s).startsWith(u"passed"_s));
        QVERIFY(lastTest(u"Reports"_s).startsWith(u"passed"_s));
        QVERIFY(lastTest(u"Silent"_s).startsWith(u"reached, password needed"_s));
        QVERIFY(lastTest(u"Other"_s).startsWith(u"certificate challenged"_s)); // another port asks for itself
        QTRY_COMPARE(summary(), u"2 passed, 1 reached without signing in, 1 certificate to review."_s);
        QCOMPARE(challenges.size(), 1);
        // The Nav tree promises no more than was tried.
        const LastTests& tests = m_desktop->lastTests();
        QCOMPARE(tests.badge(slot(u"Alarms"_s)), Badge::Passed);
        QCOMPARE(tests.badge(slot(u"Silent"_s)), Badge::Info);
        QVERIFY(tests.line(slot(u"Silent"_s)).endsWith(u"reached, password needed"_s));
        picture(window(), u"answered"_s);

        click(u"copyAll"_s);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(u"acme: 2 passed"_s));
        QVERIFY(copied.contains(u"/Services/EmailService/Reports"_s));
        // The demo's password is a part of its user's name, so what would go over the wire is looked for instead.
        const QByteArray user = m_demo.login().user.toUtf8();
        const QByteArray plain = '\0' + user + '\0' + m_demo.login().password.toUtf8();
        QVERIFY(!copied.toUtf8().contains(plain.toBase64()));
    }

    void whatIsLearntOfAllowedHostsIsWrittenOnce()
    {
        const quint16 ssl = m_demo.port(DemoProtocol::Smtp, DemoMode::Ssl);
        const quint16 startTls = m_demo.port(DemoProtocol::Smtp, DemoMode::StartTls);
        const QByteArray useSsl = value("useSsl", "true"), useStartTls = value("useStartTls", "true");
        openAccounts(line("A", "127.0.0.1", ssl, useSsl) + line("B", "localhost", ssl, useSsl) +
                     line("C", "127.0.0.1", startTls, useStartTls) + line("D", "localhost", startTls, useStartTls));
        QSignalSpy finished(&m_desktop->tests().many(), &AccountRun::finished);
        click(u"testAll"_s);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000);
        for (const QString& name : {u"A"_s, u"B"_s, u"C"_s, u"D"_s}) {
            const Report* report = m_desktop->lastTests().report(slot(name));
            QVERIFY(report && report->trust && !report->trust->sent.isEmpty());
            AllowedHost row;
            row.host = report->settings.server;
            row.sha256 = report->trust->sent.first().sha256;
            for (const TrustFinding& finding : report->trust->errors)
                row.errors += finding.error;
            for (const CertificateFacts& sent : report->trust->sent)
                row.chain += sent.der;
            QVERIFY(!m_desktop->hosts().approve(row));
        }
        QSignalSpy changed(&m_desktop->hosts(), &AllowedHosts::changed);
        click(u"testAll"_s);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 30000);
        for (const AllowedHost& row : m_desktop->hosts().rows())
            QVERIFY2(row.lastUsed.isValid(), qPrintable(row.host.toString()));
        QCOMPARE(m_desktop->hosts().rows().size(), 4);
        QVERIFY2(changed.size() < 4, qPrintable(QString::number(changed.size())));
        AllowedHosts onDisk;
        QVERIFY(!onDisk.open(m_folder->filePath(u"acme.security"_s)));
        QCOMPARE(onDisk.rows(), m_desktop->hosts().rows());
    }

    void sortsAndFiltersWhileItRuns()
    {
        openFleet();
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(names().first(), u"Alarms"_s); // the order of the file
        QSignalSpy finished(&m_desktop->tests().many(), &AccountRun::finished);
        click(u"testAll"_s);
        table().sortByColumn(AccountsModel::NameColumn, Qt::DescendingOrder);
        QCOMPARE(names(), (QStringList{u"Silent"_s, u"Reports"_s, u"Other"_s, u"Off"_s, u"Alarms"_s}));
        auto* filter = window().findChild<QLineEdit*>(u"accountsFilter"_s);
        filter->setText(u"rep"_s);
        QCOMPARE(names(), QStringList{u"Reports"_s});
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000);
        QCOMPARE(names(), QStringList{u"Reports"_s});
        filter->clear();
        QCOMPARE(names().first(), u"Silent"_s);
        table().sortByColumn(-1, Qt::AscendingOrder);
        QCOMPARE(names().first(), u"Alarms"_s);
        // Enter opens the sheet.
        table().setCurrentIndex(cell(u"Other"_s, 0));
        QTest::keyClick(&table(), Qt::Key_Return);
        QCOMPARE(window().shown(), slot(u"Other"_s));
    }

    void cancelEndsTheRunAtOnce()
    {
        FaultServer silent({Silence{}});
        FaultServer greets({Say{"220 hi\r\n"_ba}, Hear{}, Say{"250 hi\r\n"_ba}, Hear{}, Say{"221 bye\r\n"_ba}});
        QByteArray lines = line("First", "127.0.0.1", greets.port());
        for (int i = 0; i < 30; ++i)
            lines += line("Silent" + QByteArray::number(i), "127.0.0.1", silent.port());
        openAccounts(lines);
        if (QTest::currentTestFailed())
            return;
        QSignalSpy finished(&m_desktop->tests().many(), &AccountRun::finished);
        click(u"testAll"_s);
        QTRY_VERIFY(lastTest(u"First"_s).startsWith(u"passed"_s));
        QTRY_VERIFY(silent.connections() > 0);
        // By keyboard: Cancel has the focus, and gives it back.
        QCOMPARE(QApplication::focusWidget()->objectName(), u"cancelAll"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"testAll"_s);
        QVERIFY(finished.first().first().toBool());
        QVERIFY(!m_desktop->tests().many().isRunning());
        QVERIFY(lastTest(u"First"_s).startsWith(u"passed"_s));
        QCOMPARE(lastTest(u"Silent29"_s), u"not tested"_s); // it had not begun
        QVERIFY(summary().startsWith(u"Cancelled"_s));
        // A second run that is cancelled at once takes nothing from what was known.
        click(u"testAll"_s);
        click(u"cancelAll"_s);
        QTRY_COMPARE(finished.size(), 2);
        QVERIFY(lastTest(u"First"_s).startsWith(u"passed"_s));
    }

    void whatIsInTheRunIsNotBegunTwice()
    {
        FaultServer silent({Silence{}});
        openAccounts(line("One", "127.0.0.1", silent.port()) + line("Two", "127.0.0.1", silent.port()));
        if (QTest::currentTestFailed())
            return;
        QSignalSpy progressed(&m_desktop->tests().many(), &AccountRun::progressed);
        m_desktop->tests().testMany({slot(u"One"_s), slot(u"Two"_s)});
        m_desktop->tests().testMany({slot(u"Two"_s), slot(u"One"_s)});
        QTRY_COMPARE(silent.connections(), 2);
        QTest::qWait(100);
        QCOMPARE(silent.connections(), 2);
        QCOMPARE(progressed.last()[1].toInt(), 2);
    }

    void anAccountThatGoesWhileItIsTestedHasNoReport()
    {
        FaultServer silent({Silence{}});
        openAccounts(line("Stays", "127.0.0.1", silent.port()) + line("Goes", "127.0.0.1", silent.port()));
        if (QTest::currentTestFailed())
            return;
        QSignalSpy finished(&m_desktop->tests().many(), &AccountRun::finished);
        const SlotId goes = slot(u"Goes"_s);
        click(u"testAll"_s);
        QTRY_COMPARE(silent.connections(), 2);
        QVERIFY(!m_desktop->station().remove(goes));
        QCOMPARE(names(), QStringList{u"Stays"_s});
        click(u"cancelAll"_s);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!m_desktop->lastTests().report(goes));
        QVERIFY(m_desktop->lastTests().report(slot(u"Stays"_s)));
    }

    void columnsGiveWayBeforeTheLinkDoes()
    {
        openFleet();
        if (QTest::currentTestFailed())
            return;
        QSignalSpy finished(&m_desktop->tests().many(), &AccountRun::finished);
        click(u"testAll"_s);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000);
        const auto isLinkSeen = [this] {
            const QRect link = table().answerRect(cell(u"Alarms"_s, AccountsModel::LastTestColumn));
            return !link.isEmpty() && table().viewport()->rect().contains(link);
        };
        QTRY_VERIFY(window().minimumSizeHint().width() <= 800); // what the run needed of the line is gone
        window().resize(800, 600);
        QTRY_COMPARE(window().width(), 800);
        // Too narrow for what is never cut: it scrolls, and the link is whole there.
        table().scrollTo(cell(u"Alarms"_s, AccountsModel::LastTestColumn));
        QTRY_VERIFY(isLinkSeen());
        const int narrow = table().columnWidth(AccountsModel::HostColumn);
        picture(window(), u"800x600"_s);
        window().resize(1400, 800);
        QTRY_VERIFY(table().columnWidth(AccountsModel::HostColumn) > narrow);
        QVERIFY(isLinkSeen());
        QCOMPARE(table().horizontalScrollBar()->maximum(), 0);
        // What the user sets stays.
        table().horizontalHeader()->resizeSection(AccountsModel::HostColumn, 222);
        window().resize(1200, 800);
        QTest::qWait(50);
        QCOMPARE(table().columnWidth(AccountsModel::HostColumn), 222);
    }

    void aRunOverManyLeavesTheWindowResponsive()
    {
        FaultServer greets({Say{"220 hi\r\n"_ba}, Hear{}, Say{"250 hi\r\n"_ba}, Hear{}, Say{"221 bye\r\n"_ba}});
        QByteArray lines;
        for (int i = 0; i < 500; ++i)
            lines += line("Account" + QByteArray::number(i), "127.0.0.1", greets.port());
        openAccounts(lines);
        if (QTest::currentTestFailed())
            return;
        QSignalSpy finished(&m_desktop->tests().many(), &AccountRun::finished);
        int turns = 0; // of the event loop, in which the window lives
        QTimer pulse;
        connect(&pulse, &QTimer::timeout, this, [&] { ++turns; });
        pulse.start(0);
        click(u"testAll"_s);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 120000);
        QTRY_COMPARE(summary(), u"500 passed."_s);
        QVERIFY2(turns > 500, qPrintable(QString::number(turns))); // one for each test at least, none held up by many
    }

    void anotherStationEndsTheRun()
    {
        FaultServer silent({Silence{}});
        openAccounts(line("One", "127.0.0.1", silent.port()) + line("Two", "127.0.0.1", silent.port()));
        if (QTest::currentTestFailed())
            return;
        click(u"testAll"_s);
        QTRY_VERIFY(silent.connections() > 0);
        m_desktop->station().close();
        QVERIFY(!m_desktop->tests().many().isRunning());
        QTest::qWait(100);
    }

    void aTestOfAnotherAccountTakesItsPlace()
    {
        FaultServer silent({Silence{}});
        FaultServer greets({Say{"220 hi\r\n"_ba}, Hear{}, Say{"250 hi\r\n"_ba}, Hear{}, Say{"221 bye\r\n"_ba}});
        openAccounts(line("One", "127.0.0.1", silent.port()) + line("Two", "127.0.0.1", greets.port()));
        if (QTest::currentTestFailed())
            return;
        QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
        window().showComponent(slot(u"One"_s));
        click(u"testButton"_s);
        QTRY_COMPARE(silent.connections(), 1);
        window().showComponent(slot(u"Two"_s));
        click(u"testButton"_s);
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(finished[0][0].value<SlotId>(), slot(u"One"_s));
        QCOMPARE(finished[0][1].value<Report>().outcome, Outcome::Cancelled);
        QCOMPARE(finished[1][0].value<SlotId>(), slot(u"Two"_s));
        QCOMPARE(finished[1][1].value<Report>().outcome, Outcome::Succeeded);
        QTRY_COMPARE(silent.closedConnections(), 1);
        QCOMPARE(silent.connections(), 1);
        QCOMPARE(greets.connections(), 1);
        QVERIFY(!m_desktop->tests().one().isRunning());
        QCOMPARE(window().testPanel().headline(), diagnose(finished[1][1].value<Report>()).headline);
    }

    void aTestIsCancelledWhateverIsShown()
    {
        FaultServer silent({Silence{}});
        const QByteArray where = "127.0.0.1:" + QByteArray::number(silent.port());
        openAccounts(line("One", "127.0.0.1", silent.port()) + line("Two", "127.0.0.1", silent.port()));
        if (QTest::currentTestFailed())
            return;
        QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
        auto* bar = window().findChild<QWidget*>(u"otherTest"_s);
        QVERIFY(bar && !bar->isVisible());
        window().showComponent(slot(u"One"_s));
        click(u"testButton"_s);
        QTRY_COMPARE(silent.connections(), 1);
        QVERIFY(!bar->isVisible()); // the panel itself speaks of it
        QVERIFY(window().findChild<QWidget*>(u"cancelTest"_s)->isVisible());
        // Nothing else is asked of an account while it is tested.
        const std::unique_ptr<QMenu> menu(window().navTree().makeMenu(slot(u"One"_s)));
        menu->findChild<QAction*>(u"navSendTestMessage"_s)->trigger();
        QVERIFY(!window().findChild<QDialog*>(u"sendTestMessage"_s));
        window().showComponent(m_desktop->station().document().find(u"/Services"));
        QVERIFY(bar->isVisible());
        window().showComponent(slot(u"One"_s));
        QVERIFY(!bar->isVisible());
        window().showComponent(slot(u"Two"_s));
        QVERIFY(bar->isVisible());
        const auto* sentence = bar->findChild<QWidget*>(u"otherTestSentence"_s);
        QCOMPARE(sentence->accessibleName(), u"Testing %1…"_s.arg(QString::fromLatin1(where)));
        QVERIFY(!window().testPanel().headline().startsWith(u"Testing"_s));
        picture(window(), u"another-runs"_s);
        click(u"cancelOtherTest"_s);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 1000);
        QCOMPARE(finished[0][1].value<Report>().outcome, Outcome::Cancelled);
        QVERIFY(!bar->isVisible());
        QVERIFY(!m_desktop->tests().one().isRunning());
    }

    void anEmptyServiceSaysWhatToDo()
    {
        openAccounts({});
        if (QTest::currentTestFailed())
            return;
        picture(window(), u"empty"_s);
        click(u"addOutgoing"_s);
        QCOMPARE(accounts(m_desktop->station().document()).size(), 1);
        m_desktop->station().undoStack()->undo();
        QVERIFY(accounts(m_desktop->station().document()).isEmpty());
    }

    void sendsATestMessage()
    {
        ConnectionSettings like;
        like.path = u"/Services/EmailService/Out"_s;
        like.replyTo = u"plant@acme.example"_s;
        FaultServer server({});
        like.server = {u"127.0.0.1"_s, server.port()};
        const auto lines = TestMessage::now(u"acme"_s, like, u"me@acme.example"_s).toBytes().count('\n') + 1; // and the dot
        Script script{Say{"220 hi\r\n"_ba}, Hear{}, Say{"250 hi\r\n"_ba}, Hear{}, Say{"250 ok\r\n"_ba}, Hear{},
                      Say{"250 ok\r\n"_ba}, Hear{}, Say{"354 go\r\n"_ba}};
        for (qsizetype i = 0; i < lines; ++i)
            script += Hear{};
        script += Say{"250 2.0.0 queued\r\n"_ba};
        server.setScript(0, script);
        openAccounts(outgoing(value("hostname", "127.0.0.1") + value("port", QByteArray::number(server.port())) +
                              value("replyTo", "plant@acme.example")));
        if (QTest::currentTestFailed())
            return;
        window().showComponent(slot(u"Out"_s));
        QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
        window().findChild<QAction*>(u"toolsSendTestMessage"_s)->trigger();
        auto* dialog = window().findChild<QDialog*>(u"sendTestMessage"_s);
        QVERIFY(dialog && dialog->isVisible());
        auto* to = dialog->findChild<QLineEdit*>(u"messageRecipient"_s);
        auto* send = dialog->findChild<QAbstractButton*>(u"messageSend"_s);
        QCOMPARE(to->text(), u"plant@acme.example"_s); // its own address
        to->setText(u"no address"_s);
        QVERIFY(!send->isEnabled());
        picture(*dialog, u"message"_s);
        to->setText(u"me@acme.example"_s);
        QVERIFY(send->isEnabled());
        QTest::mouseClick(send, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 15000);
        const Report report = finished.first()[1].value<Report>();
        QCOMPARE(report.outcome, Outcome::Succeeded);
        QCOMPARE(report.depth, Depth::Message);
        QVERIFY(server.hasHeard("RCPT TO:<me@acme.example>"));
        QVERIFY(server.hasHeard("MAIL FROM:<plant@acme.example>"));
        QVERIFY(server.hasHeard("acme"));
        picture(window(), u"message-sent"_s);
    }
};

STATIONER_TEST(TestAllTest)
#include "testall_test.moc"
