// The test panel in the window: the room it takes, the one button that is filled, the name that a report is saved by.

#include "connection/settings.h"
#include "desktop.h"
#include "session/lasttests.h"
#include "shownpanel.h"
#include "support/stationertest.h"
#include "views/common/filledbutton.h"

#include <QFileDialog>
#include <QPushButton>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class PanelInWindowTest : public QObject, Desktop {
    Q_OBJECT

    SlotId account() { return at("/Services/EmailService/Out"); }
    int panelHeight() { return window().testPanel().height(); }
    int roomFor() { return window().testPanel().parentWidget()->height(); }
    QPushButton* testButton() { return window().findChild<QPushButton*>(u"testButton"_s); }
    void record(Report report)
    {
        report.settings = settingsOf(station().document(), account()).value();
        m_desktop->lastTests().record(account(), report);
    }

private slots:
    void initTestCase() { m_theme.apply(Appearance::Light); }
    void init()
    {
        makeFolder();
        setTold();
        write(smallStation(outgoing(value("hostname", "mail.example") + value("useSsl", "true") + value("port", "465") +
                                    value("account", "bob"))));
        start();
        open();
        window().resize(1312, 784);
        window().showComponent(account());
        QTRY_COMPARE(window().workspace().account(), account());
    }
    void cleanup() { m_desktop.reset(); }

    void theSheetHasTheRoomUntilSomethingWasTested()
    {
        QTRY_VERIFY(panelHeight() <= window().fontMetrics().height() * 4);
        record(challengedReport());
        QTRY_VERIFY(panelHeight() > window().fontMetrics().height() * 10);
        QVERIFY(panelHeight() <= roomFor() * 45 / 100 + 1);
        m_desktop->lastTests().forget(account());
        QTRY_VERIFY(panelHeight() <= window().fontMetrics().height() * 4);
    }
    void oneButtonIsFilled()
    {
        QVERIFY(isFilled(*testButton()));
        record(wrongModeReport());
        QTRY_VERIFY(!isFilled(*testButton()));
        record(passedReport());
        auto* sending = window().findChild<QPushButton*>(u"testSending"_s);
        QTRY_VERIFY(sending && sending->isVisible() && isFilled(*sending)); // which a sign-in does not prove
        QVERIFY(!isFilled(*testButton()));
        QVERIFY(!station().change(account(), {{u"hostname"_s, u"other.example"_s}}));
        auto* again = window().findChild<QPushButton*>(u"testAgain"_s);
        QTRY_VERIFY(again && again->isVisible() && isFilled(*again));
        QVERIFY(!isFilled(*testButton()));
        QVERIFY(window().testPanel().headline().startsWith(u"Before your change: "_s));
        station().undoStack()->undo();
        const auto isProposed = [this](const QString& name) {
            auto* button = window().findChild<QPushButton*>(name);
            return button && button->isVisible() && isFilled(*button);
        };
        QTRY_VERIFY(isProposed(u"testSending"_s) && !isProposed(u"testAgain"_s));
        QVERIFY(!window().testPanel().headline().startsWith(u"Before your change: "_s));
    }
    void aReportIsSavedByAName()
    {
        QVERIFY(!station().rename(account(), u"A/B"_s, OpenStation::References::Keep));
        const SlotId renamed = at("/Services/EmailService/A$2fB");
        Report report = passedReport();
        report.settings = settingsOf(station().document(), renamed).value();
        m_desktop->lastTests().record(renamed, report);
        click(u"saveReport"_s);
        auto* dialog = window().findChild<QFileDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->selectedFiles().size(), 1);
        QCOMPARE(QFileInfo(dialog->selectedFiles().first()).fileName(), u"acme A-B 2026-11-23.txt"_s);
        dialog->close();
    }
};

STATIONER_TEST(PanelInWindowTest)
#include "panelinwindow_test.moc"
