// An EmailRecipient in the window: its sheet with hours, days and changes of state, and its alarm proven to the arrival.

#include "desktop.h"
#include "picture.h"

#include "connection/report.h"
#include "items/testmodel.h"
#include "support/faultserver.h"
#include "support/stationertest.h"
#include "views/connection/factsheet.h"
#include "views/connection/testpanel.h"
#include "views/mainwindow.h"
#include "views/nav/navtree.h"
#include "views/sheet/editors/bitseditor.h"
#include "views/sheet/editors/timerangeeditor.h"
#include "views/sheet/groupview.h"
#include "views/sheet/propertysheet.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTimeEdit>
#include <QUndoStack>

using namespace stationer;
using namespace stationer::testing;
using namespace stationer::test;

class ProveAlarmTest : public QObject, Desktop {
    Q_OBJECT

    static constexpr auto recipientPath = "/Services/EmailService/R";

    static Script smtpFor(int recipients, const QByteArray& last = "250 2.1.5 ok\r\n")
    {
        Script script{Say{"220 mx\r\n"_ba}, Hear{}, Say{"250 mx\r\n"_ba}, Hear{}, Say{"250 ok\r\n"_ba}};
        for (int i = 0; i < recipients; ++i)
            script << Hear{} << Say{i + 1 == recipients ? last : "250 2.1.5 ok\r\n"_ba};
        return script << Hear{} << Say{"354 go on\r\n"_ba} << Hear{} << Say{"250 queued\r\n"_ba};
    }
    static Script imapWith(const QByteArray& found)
    {
        return {Say{"* OK [CAPABILITY IMAP4rev1] hi\r\n"_ba},
                Hear{},
                Say{"%t OK in\r\n"_ba},
                Hear{},
                Say{"%t OK [READ-ONLY]\r\n"_ba},
                Hear{},
                Say{found}};
    }

    void openWith(const FaultServer& out, const FaultServer& in, const QByteArray& recipient)
    {
        openStation(smallStation(outgoing(value("hostname", "127.0.0.1") + value("port", QByteArray::number(out.port())) +
                                          value("replyTo", "plant@acme.example")) +
                                 incoming(value("hostname", "127.0.0.1") + value("port", QByteArray::number(in.port())) +
                                          value("account", "bob") + value("store", "imap")) +
                                 account("R", "f", "EmailRecipient", value("emailAccount", "Out") + recipient)));
        window().showComponent(at(recipientPath));
    }

    // The password of the inbox is asked for, as of any account.
    void typePassword()
    {
        QDialog* prompt = nullptr;
        QTRY_VERIFY((prompt = window().findChild<QDialog*>(u"passwordPrompt"_s)) && prompt->isVisible());
        prompt->findChild<QLineEdit*>(u"testPassword"_s)->setText(u"secret"_s);
        click(*prompt, u"testWithPassword"_s);
    }

    QDialog* askedHow()
    {
        auto* dialog = window().findChild<QDialog*>(u"proveAlarm"_s);
        if (!dialog || !dialog->isVisible())
            QTest::qFail("nobody asks how", __FILE__, __LINE__);
        return dialog;
    }

private slots:
    void itsSheetHasHoursDaysAndChanges();
    void provesAnAlarmToItsArrival();
    void namesTheOneThatIsRefused();
    void canBeCancelledWhileItWaits();
    void saysWhatThereIsNothingToProveOf();
    void isOfferedWhereItCanBeDone();
};

void ProveAlarmTest::itsSheetHasHoursDaysAndChanges()
{
    const QByteArray hours = "     <p n='timeRange'>\n      <p n=\"startTime\" v=\"08:00:00.000\"/>\n     </p>\n";
    const FaultServer out({}), in({});
    openWith(out, in, hours + value("daysOfWeek", "3e") + value("to", "a@acme.example"));
    const QByteArray before = station().document().xml();
    PropertySheet& sheet = window().sheet();
    auto* range = sheet.findChild<TimeRangeEditor*>(u"editor-timeRange"_s);
    auto* days = sheet.findChild<BitsEditor*>(u"editor-daysOfWeek"_s);
    auto* changes = sheet.findChild<BitsEditor*>(u"editor-transitions"_s);
    QVERIFY(range && range->isVisible() && days && days->isVisible() && changes && changes->isVisible());
    auto* start = range->findChild<QTimeEdit*>(u"start"_s);
    QCOMPARE(start->time(), QTime(8, 0));
    QCOMPARE(days->findChildren<QCheckBox*>().size(), 7);
    QVERIFY(!days->findChild<QCheckBox*>(u"bit-1"_s)->isChecked() && days->findChild<QCheckBox*>(u"bit-2"_s)->isChecked());
    QCOMPARE(changes->findChildren<QCheckBox*>().size(), 4);
    QVERIFY(changes->findChild<QCheckBox*>(u"bit-8"_s)->isChecked());
    keepPictures(m_theme, window(), u"recipient-sheet"_s);

    start->setTime(QTime(7, 30));
    QVERIFY(station().document().xml().contains("07:30:00.000"));
    QTest::mouseClick(days->findChild<QCheckBox*>(u"bit-1"_s), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(station().document().xml().contains("v=\"3f\""));
    QTest::mouseClick(changes->findChild<QCheckBox*>(u"bit-8"_s), Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(effectiveValue(station().document(), at(recipientPath), u"transitions"), std::optional(u"7"_s));
    for (int i = 0; i < 3; ++i)
        station().undoStack()->undo();
    QCOMPARE(station().document().xml(), before);
    QCOMPARE(start->time(), QTime(8, 0));
    QVERIFY(!days->findChild<QCheckBox*>(u"bit-1"_s)->isChecked());
}

void ProveAlarmTest::provesAnAlarmToItsArrival()
{
    FaultServer out(smtpFor(2)), in(imapWith("* SEARCH 7\r\n%t OK done\r\n"));
    openWith(out, in, value("to", "a@acme.example") + value("cc", "b@acme.example"));
    QVERIFY(!station().change(at("/Services/EmailService/Out"), {{u"replyTo"_s, u"other@acme.example"_s}}));
    QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
    click(u"proveNow"_s);
    QDialog* dialog = askedHow();
    if (QTest::currentTestFailed())
        return;
    auto* inbox = dialog->findChild<QComboBox*>(u"proveThrough"_s);
    QVERIFY(!inbox->isEnabled());
    QCOMPARE(inbox->currentText(), u"/Services/EmailService/In"_s);
    dialog->findChild<QRadioButton*>(u"proveMessage"_s)->setChecked(true);
    QVERIFY(inbox->isEnabled());
    keepPictures(m_theme, *dialog, u"prove-alarm"_s);
    click(*dialog, u"proveStart"_s);
    typePassword();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 15000);
    const Report report = finished.first()[1].value<Report>();
    QCOMPARE(report.outcome, Outcome::Succeeded);
    QCOMPARE(report.stage, Stage::Arrival);
    QCOMPARE(report.unsavedSlots, QStringList{u"Reply To"_s});
    QVERIFY(out.hasHeard("MAIL FROM:<other@acme.example>"));
    QVERIFY(in.hasHeard("SEARCH SUBJECT \"" + report.alarm->code + '"'));
    QVERIFY(out.hasHeard("Subject: " + report.alarm->code));
    QCOMPARE(window().testPanel().headline(), u"It works: the alarm's mail arrived."_s);
    const auto sheets = window().testPanel().findChildren<FactSheet*>();
    const auto told =
        std::ranges::find_if(sheets, [](const FactSheet* sheet) { return sheet->accessibleName() == u"Recipients"; });
    QVERIFY(told != sheets.end() && (*told)->isVisible());
    QCOMPARE((*told)->facts().size(), 4);
    QVERIFY((*told)->facts()[1].value.contains(u"b@acme.example: 250 2.1.5"));
    keepPictures(m_theme, window(), u"alarm-proven"_s);
}

void ProveAlarmTest::namesTheOneThatIsRefused()
{
    FaultServer out(smtpFor(2, "550 5.1.1 nobody of that name\r\n")), in({});
    openWith(out, in, value("to", "a@acme.example") + value("cc", "gone@acme.example"));
    QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
    click(u"proveNow"_s);
    click(*askedHow(), u"proveStart"_s);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 15000);
    QCOMPARE(finished.first()[1].value<Report>().outcome, Outcome::ServerRefused);
    QVERIFY(window().testPanel().findChild<QWidget*>(u"proveAgain"_s));
    const auto isNoted = [this](const QString& slot) {
        return window().sheet().findChild<QWidget*>(u"note-"_s + slot)->isVisible();
    };
    QVERIFY(isNoted(u"cc"_s) && !isNoted(u"to"_s));
    keepPictures(m_theme, window(), u"alarm-refused"_s);
    QVERIFY(!station().change(at(recipientPath), {{u"cc"_s, QString()}})); // and the note goes with what it speaks of
    QVERIFY(!isNoted(u"cc"_s));
    QVERIFY(window().testPanel().headline().startsWith(u"Before your change"));
}

void ProveAlarmTest::canBeCancelledWhileItWaits()
{
    FaultServer out(smtpFor(1)), in(imapWith("* SEARCH\r\n%t OK done\r\n"));
    openWith(out, in, value("to", "a@acme.example"));
    QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
    click(u"proveNow"_s);
    QDialog* dialog = askedHow();
    dialog->findChild<QRadioButton*>(u"proveMessage"_s)->setChecked(true);
    click(*dialog, u"proveStart"_s);
    typePassword();
    QTRY_VERIFY_WITH_TIMEOUT(in.hasHeard("SEARCH"), 15000);
    keepPictures(m_theme, window(), u"alarm-awaited"_s);
    click(u"cancelTest"_s);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 15000);
    QCOMPARE(finished.first()[1].value<Report>().outcome, Outcome::Cancelled);
    QCOMPARE(finished.first()[1].value<Report>().stage, Stage::Arrival);
}

void ProveAlarmTest::saysWhatThereIsNothingToProveOf()
{
    FaultServer out({}), in({});
    openWith(out, in, value("to", "a@acme.example"));
    QVERIFY(!station().change(at(recipientPath), {{u"to"_s, u"  "_s}})); // saved or not
    QVERIFY(!station().change(at("/Services/EmailService/Out"), {{u"replyTo"_s, u"other@acme.example"_s}}));
    QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
    click(u"proveNow"_s);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 15000);
    QVERIFY(!window().findChild<QDialog*>(u"proveAlarm"_s));
    QCOMPARE(finished.first()[1].value<Report>().outcome, Outcome::SettingInvalid);
    QVERIFY(window().testPanel().headline().contains(u"the alarm goes to nobody"));
    QCOMPARE(finished.first()[1].value<Report>().alarm->addressees.size(), 0);
    QCOMPARE(out.connections(), 0);
}

void ProveAlarmTest::isOfferedWhereItCanBeDone()
{
    FaultServer out({}), in({});
    openWith(out, in, value("to", "a@acme.example"));
    auto* action = window().findChild<QAction*>(u"toolsProveAlarm"_s);
    QVERIFY(action->isEnabled());
    QVERIFY(!window().findChild<QAction*>(u"toolsTest"_s)->isEnabled());
    const std::unique_ptr<QMenu> ofRecipient(window().navTree().makeMenu(at(recipientPath)));
    QVERIFY(ofRecipient->findChild<QAction*>(u"navProveAlarm"_s));
    const std::unique_ptr<QMenu> ofAccount(window().navTree().makeMenu(at("/Services/EmailService/Out")));
    QVERIFY(!ofAccount->findChild<QAction*>(u"navProveAlarm"_s));
    window().showComponent(at("/Services/EmailService/Out"));
    QVERIFY(!action->isEnabled());
    ofRecipient->findChild<QAction*>(u"navProveAlarm"_s)->trigger();
    QCOMPARE(window().shown(), at(recipientPath));
    QVERIFY(askedHow());
}

STATIONER_TEST(ProveAlarmTest)
#include "provealarm_test.moc"
