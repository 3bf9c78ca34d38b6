// What is asked for in the test panel: a remedy, another test, its report, its options.

#include "diagnosis/reporttext.h"
#include "shownpanel.h"
#include "support/stationertest.h"
#include "views/common/noteline.h"
#include "views/connection/testchoicesdialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace stationer;
using namespace stationer::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class PanelAnswersTest : public QObject, ShownPanel {
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.apply(Appearance::Light); }
    void cleanup()
    {
        m_panel.reset();
        m_stages.reset();
    }

    void theVerdictIsASentenceWithItsRemedies()
    {
        open();
        const Report report = wrongModeReport();
        show(report);
        QCOMPARE(m_panel->headline(), diagnose(report).headline);
        auto* remedy = named<QPushButton>(u"remedy0"_s);
        QVERIFY(remedy && remedy->isVisible() && remedy->isEnabled());
        QSignalSpy asked(&m_wishes, &Wishes::remedyWished);
        QTest::mouseClick(remedy, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][1].value<Remedy>(), diagnose(report).remedies.first());
    }
    void aReportOfOtherValuesOffersOnlyToTestAgain()
    {
        open();
        show(wrongModeReport(), nullptr, false);
        QVERIFY(!named<QPushButton>(u"remedy0"_s)->isEnabled());
        QSignalSpy asked(&m_wishes, &Wishes::testWished);
        QTest::mouseClick(named<QPushButton>(u"testAgain"_s), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
    }
    void whoPressedAButtonStaysInThePanel()
    {
        open();
        m_panel->showUntested();
        named<QPushButton>(u"testNow"_s)->setFocus();
        m_panel->showRunning({u"smtp.acme.example"_s, 587});
        QVERIFY(named<QPushButton>(u"cancelTest"_s)->hasFocus());
        show(wrongModeReport());
        QVERIFY(named<QWidget>(u"testOptions"_s)->hasFocus()); // and on no remedy
        named<QPushButton>(u"remedy0"_s)->setFocus();
        show(wrongModeReport(), nullptr, false);
        QVERIFY(named<QWidget>(u"testOptions"_s)->hasFocus());
        // Whoever is elsewhere stays there.
        auto* copy = named<QWidget>(u"copyReport"_s);
        copy->setFocus();
        show(passedReport());
        QVERIFY(copy->hasFocus());
        m_panel->showRunning({u"smtp.acme.example"_s, 587});
        QVERIFY(named<QPushButton>(u"cancelTest"_s)->hasFocus()); // what had it is not there now
    }
    void theReportIsCopied()
    {
        open();
        show(passedReport());
        QTest::mouseClick(named<QAbstractButton>(u"copyReport"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), toText(passedReport(), true));
        QSignalSpy saved(&m_wishes, &Wishes::saveReportWished);
        QTest::mouseClick(named<QAbstractButton>(u"saveReport"_s), Qt::LeftButton);
        QCOMPARE(saved.size(), 1);
    }
    void optionsAreChosenAndSaid()
    {
        open();
        show(passedReport());
        QSignalSpy chosen(&m_wishes, &Wishes::choicesWished);
        QTest::mouseClick(named<QAbstractButton>(u"testOptions"_s), Qt::LeftButton);
        auto* dialog = m_panel->findChild<TestChoicesDialog*>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        auto* dial = dialog->findChild<QLineEdit*>(u"dial"_s);
        auto* keep = dialog->findChild<QPushButton*>(u"keepChoices"_s);
        dial->setText(u"localhost"_s);
        QVERIFY(!keep->isEnabled());
        QVERIFY(dialog->findChild<QLabel*>(u"choicesFault"_s)->isVisible());
        dial->setText(u"localhost:2525"_s);
        QVERIFY(keep->isEnabled());
        auto* mechanism = dialog->findChild<QComboBox*>(u"mechanism"_s);
        mechanism->setCurrentIndex(mechanism->findData(QByteArray("PLAIN")));
        QTest::mouseClick(keep, Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        const TestChoices choices = chosen[0][1].value<TestChoices>();
        QCOMPARE(choices.dial, (Endpoint{u"localhost"_s, 2525}));
        QCOMPARE(choices.mechanism, "PLAIN"_ba);
        m_panel->setAccount(shownAccount, passedReport().settings, choices);
        auto* line = named<NoteLine>(u"testChoices"_s);
        QVERIFY(line->isVisible());
        QVERIFY2(line->text().contains(u"through localhost:2525, by PLAIN"_s), qPrintable(line->text()));
        QTest::mouseClick(named<QAbstractButton>(u"resetTestChoices"_s), Qt::LeftButton);
        QCOMPARE(chosen.size(), 2);
        QVERIFY(chosen[1][1].value<TestChoices>().isDefault());
        m_panel->setAccount(shownAccount, passedReport().settings, {});
        QVERIFY(!line->isVisible());
    }
    void theAnswersOfOptionsStandAsThePlatformHasThem()
    {
        ConnectionSettings account = passedReport().settings;
        TestChoicesDialog dialog(account, {});
        const auto* box = dialog.findChild<QDialogButtonBox*>();
        auto* test = dialog.findChild<QPushButton*>(u"testByChoices"_s);
        auto* keep = dialog.findChild<QPushButton*>(u"keepChoices"_s);
        QVERIFY(test->isDefault());
        QCOMPARE(box->buttonRole(test), QDialogButtonBox::AcceptRole);
        QCOMPARE(box->buttonRole(keep), QDialogButtonBox::AcceptRole);
        QVERIFY(box->button(QDialogButtonBox::Cancel));
        // Where no recipient is named, the envelope goes to the sender; the field says so.
        auto* recipient = dialog.findChild<QLineEdit*>(u"recipient"_s);
        QCOMPARE(recipient->placeholderText(), u"empty: the sender, alarms@acme.example"_s);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        // The two that take what is typed stand side by side.
        const int cancel = box->button(QDialogButtonBox::Cancel)->x();
        QVERIFY((cancel < test->x()) == (cancel < keep->x()));
    }
    void aTokenIsNotShown()
    {
        TestChoices choices;
        choices.token = Secret(QByteArray("t0ken"));
        TestChoicesDialog dialog(passedReport().settings, choices);
        auto* token = dialog.findChild<QLineEdit*>(u"token"_s);
        QCOMPARE(token->echoMode(), QLineEdit::Password);
        QVERIFY(dialog.choices()->token == choices.token);
    }
};

STATIONER_TEST(PanelAnswersTest)
#include "panelanswers_test.moc"
