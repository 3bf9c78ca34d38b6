// The handover sheet in the window: opened from the menu, ticked, saved as a page; the number in the Nav tree; what is left
// after a pass.

#include "handover/handoverfile.h"
#include "items/roles.h"
#include "session/openhandover.h"
#include "support/smallstation.h"
#include "support/stationertest.h"
#include "support/testreports.h"
#include "views/common/linkbutton.h"
#include "views/desktop.h"
#include "views/handover/handoverdialog.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class HandoverInWindowTest : public QObject, test::Desktop {
    Q_OBJECT

    const TestCa m_ca{u"Acme Root CA"_s};

    SlotId out() { return at("/Services/EmailService/Out"); }
    void openIt()
    {
        start({}, path(u"records"_s));
        open();
    }
    /// A test of the account with the values that it has, which passed.
    void pass()
    {
        Report report = signedIn(m_ca);
        report.settings = settingsOf(station().document(), out()).value();
        m_desktop->lastTests().record(out(), report);
    }
    HandoverDialog& openSheet()
    {
        window().findChild<QAction*>(u"fileHandover"_s)->trigger();
        return *window().findChild<HandoverDialog*>(u"handoverDialog"_s);
    }
    QModelIndex inTree(SlotId slot)
    {
        NavTree& tree = window().navTree();
        return qobject_cast<NavTreeModel*>(tree.view()->model())->indexOf(slot);
    }
    int openItems(SlotId slot) { return inTree(slot).data(int(NavRole::Handover)).toInt(); }
    LinkButton& link(const QString& name) { return *window().findChild<LinkButton*>(name); }

private slots:
    void init()
    {
        using namespace test;
        makeFolder();
        setTold();
        write(smallStation(outgoing(value("hostname", "mail.example") + value("port", "465") + value("useSsl", "true") +
                                    value("account", "bob"))));
        openIt();
        window().showComponent(out());
    }
    void cleanup() { m_desktop.reset(); }

    void afterAPassThePanelSaysWhatIsLeft()
    {
        QVERIFY(!link(u"nextHandover"_s).isVisible() && !link(u"nextSave"_s).isVisible());
        pass();
        QTRY_VERIFY(link(u"nextHandover"_s).isVisible());
        QCOMPARE(link(u"nextHandover"_s).text(), u"2 items on the handover sheet"_s);
        QVERIFY(!link(u"nextSave"_s).isVisible());
        QVERIFY(!station().change(out(), {{u"replyTo"_s, u"house@example"_s}}));
        QVERIFY(!link(u"nextHandover"_s).isVisible()); // other values than were tested
        pass();
        QTRY_VERIFY(link(u"nextSave"_s).isVisible());
        link(u"nextSave"_s).click();
        QTRY_VERIFY(!station().isModified());
        QTRY_COMPARE(link(u"nextHandover"_s).text(), u"3 items on the handover sheet"_s);
        QVERIFY(!link(u"nextSave"_s).isVisible());
        link(u"nextHandover"_s).click();
        QVERIFY(window().findChild<HandoverDialog*>(u"handoverDialog"_s));
    }

    void whatIsTickedLastsAndTheNumberFollows()
    {
        QCOMPARE(openItems(out()), 0); // nothing was done with it
        pass();
        QTRY_COMPARE(openItems(out()), 2);
        QCOMPARE(inTree(out()).data(int(NavRole::HandoverText)).toString(), u"2 items on the handover sheet"_s);
        QVERIFY(inTree(out()).data(Qt::AccessibleTextRole).toString().contains(u"2 items on the handover sheet"_s));
        HandoverDialog& sheet = openSheet();
        auto* box = sheet.findChild<QCheckBox*>(u"handoverItem0"_s);
        QCOMPARE(box->text(), u"Type a password – Services ▸ EmailService ▸ Out"_s);
        QVERIFY(!box->accessibleDescription().isEmpty());
        box->click();
        QTRY_COMPARE(openItems(out()), 1);
        QCOMPARE(openItems(station().document().root()), 1);
        sheet.close();
        openIt(); // after a restart
        QTRY_COMPARE(openItems(out()), 1);
        QVERIFY(openSheet().findChild<QCheckBox*>(u"handoverItem0"_s)->isChecked());
    }

    void theSheetIsCopiedAndSaved()
    {
        pass();
        HandoverDialog& sheet = openSheet();
        click(sheet, u"copyHandover"_s);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"1. [ ] Type a password"_s));
        click(sheet, u"saveHandover"_s);
        auto* chooser = sheet.findChild<QFileDialog*>();
        QVERIFY(chooser);
        emit chooser->fileSelected(path(u"sheet.html"_s));
        QFile page(path(u"sheet.html"_s));
        QVERIFY(page.open(QIODevice::ReadOnly));
        QVERIFY(page.readAll().startsWith("<!DOCTYPE html>"));
    }

    void testsAreThereAfterARestart()
    {
        pass();
        openIt();
        const LastTests& tests = m_desktop->lastTests();
        QVERIFY(!tests.report(out()));
        QTRY_COMPARE(tests.badge(out()), Badge::Passed);
        QVERIFY(tests.line(out()).contains(QString::number(QDate::currentDate().year())));
        QVERIFY(tests.certificateEnd(out(), QDateTime::currentDateTimeUtc()));
        QCOMPARE(Badge(inTree(out()).data(int(NavRole::Result)).toInt()), Badge::PassedHere); // its stores are not known
        window().showComponent(out());
        QTRY_VERIFY(window().findChild<QWidget*>(u"groupLastTest"_s)->isVisible());
        QVERIFY(!station().change(out(), {{u"port"_s, u"587"_s}}));
        QCOMPARE(tests.badge(out()), Badge::None); // it is not the tested one any more
    }

    void theLastSuccessStandsBesideTheLastFailure()
    {
        pass();
        QVERIFY(m_desktop->lastTests().history(out()).isEmpty());
        Report failed = signedIn(m_ca);
        failed.settings = settingsOf(station().document(), out()).value();
        failed.began = failed.began.addSecs(60);
        failed.outcome = Outcome::TimedOut;
        m_desktop->lastTests().record(out(), failed);
        const QString history = m_desktop->lastTests().history(out());
        QVERIFY(history.contains(u"Last success"_s) && history.contains(u"Last failure"_s));
    }

    void aReportIsSavedInThreeForms_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("text") << u"report.txt"_s << "It works"_ba;
        QTest::newRow("page") << u"report.html"_s << "<!DOCTYPE html>"_ba;
        QTest::newRow("JSON") << u"report.json"_s << "{"_ba;
    }
    void aReportIsSavedInThreeForms()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, begin);
        pass();
        click(u"saveReport"_s);
        auto* chooser = window().findChild<QFileDialog*>();
        QVERIFY(chooser);
        QCOMPARE(chooser->nameFilters().size(), 3);
        emit chooser->fileSelected(path(name));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(bytes.startsWith(begin) || name.endsWith(u".txt"), bytes.left(40));
        QVERIFY(bytes.contains("mail.example"));
    }
};

STATIONER_TEST(HandoverInWindowTest)
#include "handover_test.moc"
