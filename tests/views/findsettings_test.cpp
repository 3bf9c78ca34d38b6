// Find Settings with real events: right click on an account, the matrix, Apply, one undo step.

#include "app/demo/demoserver.h"
#include "desktop.h"
#include "picture.h"
#include "support/stationertest.h"
#include "views/connection/findsettings.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/sheet/propertysheet.h"
#include "views/sheet/rowview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableWidget>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class FindSettingsTest : public QObject, Desktop {
    Q_OBJECT

    DemoServer m_demo;
    SlotId m_account = SlotId::None;

    void openDesktop(const QByteArray& lines)
    {
        openStation(smallStation(incoming(lines)));
        m_account = at("/Services/EmailService/In");
        QVERIFY(m_account != SlotId::None);
        window().showComponent(m_account);
    }
    FindSettings* dialog() { return m_desktop->settingsFinder().dialog(); }
    QTableWidget* table() { return dialog()->findChild<QTableWidget*>(u"findTable"_s); }
    QPushButton* applyButton() { return dialog()->findChild<QPushButton*>(u"findApply"_s); }
    QString inForce(const QString& slot)
    {
        return effectiveValue(m_desktop->station().document(), m_account, slot).value_or(QString());
    }
    QString selectedRow()
    {
        QStringList words;
        for (const QTableWidgetItem* item : table()->selectedItems())
            words += item->text();
        return words.mid(0, 2).join(u' ');
    }
    void picture(const QString& name) { keepPicture(*dialog(), u"findsettings-"_s + name); }

private slots:
    void initTestCase()
    {
        m_theme.apply(Appearance::Light);
        QVERIFY2(m_demo.start(), qPrintable(m_demo.errorText()));
    }
    void cleanup() { m_desktop.reset(); }

    void findsAndApplies()
    {
        const quint16 port = m_demo.port(DemoProtocol::Imap, DemoMode::Ssl);
        openDesktop(value("hostname", "localhost") + value("store", "imap") + value("port", QByteArray::number(port)));
        if (QTest::currentTestFailed())
            return;
        const int steps = m_desktop->station().undoStack()->count();

        NavView* view = window().navTree().view();
        const QPoint at = view->viewport()->mapTo(&window(), view->visualRect(view->currentIndex()).center());
        QTest::mouseClick(window().windowHandle(), Qt::RightButton, {}, at);
        QMenu* menu = nullptr;
        QTRY_VERIFY((menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) && menu->isVisible());
        auto* actions = menu->findChild<QMenu*>(u"navActions"_s);
        QVERIFY(actions);
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(actions->menuAction()).center());
        QTRY_VERIFY(actions->isVisible());
        auto* find = actions->findChild<QAction*>(u"navFindSettings"_s);
        QVERIFY(find);
        QTest::mouseClick(actions, Qt::LeftButton, {}, actions->actionGeometry(find).center());

        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QVERIFY(!applyButton()->isEnabled()); // nothing to apply yet
        QTRY_VERIFY_WITH_TIMEOUT(dialog()->isFinished(), 6000);
        QCOMPARE(table()->rowCount(), 9);
        QCOMPARE(selectedRow(), u"Use Ssl %1"_s.arg(port));
        QVERIFY(applyButton()->isEnabled());
        QCOMPARE(dialog()->findChild<QLabel*>(u"findHeadline"_s)->text(),
                 u"The safest that works: Use Ssl, port %1."_s.arg(port));
        picture(u"light"_s);
        m_theme.apply(Appearance::Dark);
        picture(u"dark"_s);
        m_theme.apply(Appearance::Light);

        // A row that does not work can be looked at, not applied.
        for (int row = 0; row < table()->rowCount(); ++row)
            if (table()->item(row, 0)->text() == u"not encrypted"_s &&
                table()->item(row, 1)->text() == QString::number(port))
                QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                                  table()->visualItemRect(table()->item(row, 0)).center());
        QCOMPARE(selectedRow(), u"not encrypted %1"_s.arg(port));
        QVERIFY(!applyButton()->isEnabled());
        table()->selectRow(0);
        QTest::mouseClick(applyButton(), Qt::LeftButton);
        QTRY_VERIFY(!dialog());
        // The window goes on where the change is.
        QCOMPARE(window().focusWidget()->objectName(), u"useSsl"_s);

        QCOMPARE(inForce(u"useSsl"_s), u"true"_s);
        QCOMPARE(inForce(u"port"_s), QString::number(port));
        QCOMPARE(m_desktop->station().undoStack()->count(), steps + 1);
        m_desktop->station().undoStack()->undo();
        QCOMPARE(inForce(u"useSsl"_s), u"false"_s);
    }

    void cancelChangesNothing()
    {
        openDesktop(value("hostname", "localhost") + value("store", "imap"));
        if (QTest::currentTestFailed())
            return;
        window().findChild<QAction*>(u"toolsFindSettings"_s)->trigger();
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QCOMPARE(table()->rowCount(), 9);
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
        QVERIFY(!m_desktop->station().isModified());
    }

    void whatIsBeingTypedCounts()
    {
        openDesktop(value("hostname", "localhost") + value("store", "imap"));
        if (QTest::currentTestFailed())
            return;
        auto* port = qobject_cast<QComboBox*>(window().sheet().row(u"port"_s)->editor()->control());
        port->lineEdit()->setFocus();
        port->lineEdit()->selectAll();
        QTest::keyClicks(port->lineEdit(), u"2525"_s);
        QVERIFY(inForce(u"port"_s) != u"2525"_s);
        window().findChild<QAction*>(u"toolsFindSettings"_s)->trigger();
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QVERIFY(!table()->findItems(u"2525"_s, Qt::MatchExactly).isEmpty());
        QCOMPARE(inForce(u"port"_s), u"2525"_s);
    }

    /// Both switches true stop a test, not the search for what is right.
    void worksWhereTheSwitchesAreAtFault()
    {
        const quint16 port = m_demo.port(DemoProtocol::Pop3, DemoMode::StartTls);
        openDesktop(value("hostname", "localhost") + value("port", QByteArray::number(port)) + value("useSsl", "true") +
                    value("useStartTls", "true"));
        if (QTest::currentTestFailed())
            return;
        window().findChild<QAction*>(u"toolsFindSettings"_s)->trigger();
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(dialog()->isFinished(), 6000);
        QCOMPARE(selectedRow(), u"Use Start Tls %1"_s.arg(port));
        QTest::keyClick(dialog(), Qt::Key_Return);
        QTRY_VERIFY(!dialog());
        QCOMPARE(inForce(u"useSsl"_s), u"false"_s);
        QCOMPARE(inForce(u"useStartTls"_s), u"true"_s);
        QCOMPARE(inForce(u"port"_s), QString::number(port));
    }

    void saysWhatIsMissing()
    {
        openDesktop({});
        if (QTest::currentTestFailed())
            return;
        window().findChild<QAction*>(u"toolsFindSettings"_s)->trigger();
        QVERIFY(!dialog());
    }
};

STATIONER_TEST(FindSettingsTest)
#include "findsettings_test.moc"
