// The rows of the Email Account Manager: made, taken away, copied, enabled; the chart of validity beside them, and what is
// remembered.

#include "fouraccounts.h"
#include "support/stationertest.h"
#include "views/accounts/validitychart.h"
#include "views/accounts/validitypane.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"

#include <QAccessible>
#include <QClipboard>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class AccountManagerTest : public QObject, FourAccounts {
    Q_OBJECT

    int m_asked = 0;

    ValidityChart& chart() { return *manager().validity()->chart(); }
    /// What a test would have found, with a certificate that ends then.
    void record(const QString& name, int daysLeft, Outcome outcome = Outcome::Succeeded)
    {
        Report report;
        report.settings = settingsOf(station().document(), slot(name)).value();
        report.outcome = outcome;
        report.depth = Depth::Login;
        report.began = QDateTime::currentDateTimeUtc();
        CertificateFacts leaf;
        leaf.commonName = report.settings.server.host;
        leaf.subject = u"CN="_s + leaf.commonName;
        leaf.issuer = u"CN=Acme Issuing CA, O=Acme"_s;
        leaf.notAfter = report.began.addDays(daysLeft).addSecs(60);
        leaf.sha256 = name.toLatin1();
        report.trust = Judgement{};
        report.trust->sent = {leaf};
        m_desktop->lastTests().record(slot(name), report);
    }

private slots:
    void initTestCase() { m_theme.apply(Appearance::Light); }
    void cleanup() { m_desktop.reset(); }

    void spaceEnablesAndDisablesAllSelected()
    {
        openFour();
        manager().makeColumnMenu()->deleteLater();
        table().setColumnHidden(AccountsModel::EnabledColumn, false);
        table().selectAll();
        table().selectionModel()->setCurrentIndex(cell(u"Alarms"_s, AccountsModel::EnabledColumn),
                                                  QItemSelectionModel::NoUpdate);
        key(Qt::Key_Space);
        QCOMPARE(valueOf(u"Alarms"_s, u"enabled"_s), u"false"_s);
        QCOMPARE(valueOf(u"Acknowledge"_s, u"enabled"_s), u"false"_s);
        QCOMPARE(station().undoStack()->count(), 1);
        QCOMPARE(station().undoStack()->undoText(), u"Set Enabled"_s);
        choose(u"rowEnable"_s);
        QCOMPARE(valueOf(u"Spare"_s, u"enabled"_s), u"true"_s);
        QCOMPARE(station().undoStack()->count(), 2);
        // By mouse: the box alone.
        const QModelIndex box = cell(u"Reports"_s, AccountsModel::EnabledColumn);
        table().scrollTo(box);
        const QRect rect = table().visualRect(box);
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, QPoint(rect.left() + 10, rect.center().y()));
        QCOMPARE(valueOf(u"Reports"_s, u"enabled"_s), u"false"_s);
        undoAll();
    }

    void newStaysInTheTableAndBeginsWithTheHost()
    {
        openFour();
        manager().findChild<QPushButton*>(u"newAccount"_s)->menu()->actions().first()->trigger();
        QVERIFY(manager().isVisible());
        QCOMPARE(names().size(), 5);
        QCOMPARE(selectedNames(), QStringList{u"OutgoingAccount"_s});
        QVERIFY(table().cellEditor());
        type(u"new.example"_s);
        key(Qt::Key_Return);
        QCOMPARE(valueOf(u"OutgoingAccount"_s, u"hostname"_s), u"new.example"_s);
        QCOMPARE(station().undoStack()->count(), 2);
        undoAll();
    }

    void duplicatesAndDeletesSeveral()
    {
        openFour();
        manager().select({slot(u"Reports"_s), slot(u"Spare"_s)});
        click(u"duplicateAccount"_s);
        QVERIFY(manager().isVisible());
        QCOMPARE(names(),
                 (QStringList{u"Alarms"_s, u"Reports"_s, u"Reports1"_s, u"Spare"_s, u"Spare1"_s, u"Acknowledge"_s}));
        QCOMPARE(selectedNames(), (QStringList{u"Reports1"_s, u"Spare1"_s}));
        QCOMPARE(station().undoStack()->count(), 1);
        table().setFocus();
        key(Qt::Key_Delete);
        QCOMPARE(names().size(), 4);
        QCOMPARE(station().undoStack()->count(), 2);
        QTRY_COMPARE(manager().selected().size(), 1); // the keyboard goes on from there
        undoAll();
    }

    void theEditMenuIsAboutWhatHasTheFocus()
    {
        openFour();
        const ArrangeActions& edit = window().navTree().actions();
        manager().select({slot(u"Reports"_s), slot(u"Spare"_s)});
        QVERIFY(table().hasFocus());
        QTRY_VERIFY(!edit.action(Arranging::Rename)->isEnabled()); // two at once
        edit.action(Arranging::Delete)->trigger();
        QCOMPARE(names(), (QStringList{u"Alarms"_s, u"Acknowledge"_s}));
        undoAll();
        manager().select(slot(u"Spare"_s));
        QTRY_VERIFY(edit.action(Arranging::Rename)->isEnabled());
        edit.action(Arranging::Rename)->trigger();
        QCOMPARE(table().currentIndex(), cell(u"Spare"_s, AccountsModel::NameColumn));
        QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
        edit.action(Arranging::Delete)->trigger(); // of the text that is being edited
        QCOMPARE(names().size(), 4);
        key(Qt::Key_Escape);
        table().clearSelection();
        QTRY_VERIFY(!edit.action(Arranging::Delete)->isEnabled());
        window().navTree().view()->setFocus();
        QTRY_VERIFY(edit.action(Arranging::Delete)->isEnabled());
    }

    void deletingListsWhatRefersToIt()
    {
        openFour();
        manager().select({slot(u"Alarms"_s), slot(u"Spare"_s)});
        click(u"deleteAccount"_s);
        auto* question = window().findChild<QMessageBox*>(u"deleteQuestion"_s);
        QVERIFY(question);
        QVERIFY(question->informativeText().contains(u"Operators"_s));
        QCOMPARE(names().size(), 4);
        for (QAbstractButton* button : question->buttons())
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(names(), (QStringList{u"Reports"_s, u"Acknowledge"_s}));
        QCOMPARE(station().undoStack()->count(), 1);
        undoAll();
    }

    void copiesRowsForASpreadsheetAndForAnotherWindow()
    {
        openFour();
        manager().select({slot(u"Reports"_s), slot(u"Spare"_s)});
        table().setFocus();
        key(Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 3); // and the last line's end
        QVERIFY2(lines[0].startsWith(u"Reports\tSMTP\tsmtp.acme.example\t465\tUse Ssl\t"_s), qPrintable(lines[0]));
        QVERIFY2(lines[1].startsWith(u"Spare\tSMTP\t10.0.4.9\t25\t"_s), qPrintable(lines[1]));
        window().navTree().view()->setFocus();
        window().navTree().actions().action(Arranging::Paste)->trigger();
        QCOMPARE(accounts(station().document()).size(), 6);
        undoAll();
    }

    void theChartAndTheTableSelectEachOther()
    {
        openFour();
        manager().validity()->setUnfolded(true);
        QVERIFY(window().findChild<QWidget*>(u"validityEmpty"_s)->isVisible());
        record(u"Alarms"_s, 300);
        record(u"Reports"_s, 9);
        record(u"Acknowledge"_s, -5, Outcome::CertificateChallenged);
        QTRY_VERIFY(chart().isVisible());
        QTest::qWait(50);
        QAbstractItemModel& lines = *chart().model();
        QCOMPARE(lines.rowCount(), 4);
        // The first line is the one that ended.
        QTest::mouseClick(chart().viewport(), Qt::LeftButton, {}, chart().visualRect(lines.index(0, 0)).center());
        QCOMPARE(selectedNames(), QStringList{u"Acknowledge"_s});
        chart().setFocus();
        QTest::keyClick(&chart(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(selectedNames(), (QStringList{u"Reports"_s, u"Acknowledge"_s}));
        manager().select(slot(u"Alarms"_s));
        QCOMPARE(chart().selectionModel()->selectedIndexes(), QModelIndexList{lines.index(2, 0)});
        // It follows the filter, and is heard.
        window().findChild<QLineEdit*>(u"accountsFilter"_s)->setText(u"reports"_s);
        QCOMPARE(lines.rowCount(), 1);
        QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(&chart());
        QVERIFY(heard);
        QCOMPARE(heard->childCount(), 1);
        const QString said = heard->child(0)->text(QAccessible::Name);
        QVERIFY2(said.startsWith(u"Reports: certificate of smtp.acme.example"_s), qPrintable(said));
        window().findChild<QLineEdit*>(u"accountsFilter"_s)->clear();
        const QString tip = lines.index(1, 0).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(u"CN=smtp.acme.example"_s));
        QVERIFY(tip.contains(u"CN=Acme Issuing CA"_s));
        // Enter opens the sheet, as in the table.
        chart().setCurrentIndex(lines.index(1, 0));
        QTest::keyClick(&chart(), Qt::Key_Return);
        QCOMPARE(window().shown(), slot(u"Reports"_s));
    }

    void whatTheUserArrangedIsRemembered()
    {
        openFour();
        table().sortByColumn(AccountsModel::HostColumn, Qt::DescendingOrder);
        table().setColumnHidden(AccountsModel::EnabledColumn, false);
        table().setColumnHidden(AccountsModel::AccountColumn, true);
        manager().validity()->setUnfolded(false);
        const QStringList order = names();
        const QString path = station().path();
        window().close();
        m_desktop.reset();
        startDesktop(path);
        QCOMPARE(names(), order);
        QVERIFY(!table().isColumnHidden(AccountsModel::EnabledColumn));
        QVERIFY(table().isColumnHidden(AccountsModel::AccountColumn));
        QVERIFY(!manager().validity()->isUnfolded());
        QVERIFY(!chart().isVisible());
    }

    void aThousandAccountsAreFollowedOnce()
    {
        QByteArray lines;
        for (int i = 0; i < 1000; ++i)
            lines += account("Account" + QByteArray::number(i), QByteArray::number(4096 + i, 16), "OutgoingAccount",
                             value("hostname", "mail" + QByteArray::number(i) + ".example") + value("useSsl", "true") +
                                 value("port", "465"));
        openDesktop(lines);
        table().sortByColumn(AccountsModel::CertificateColumn, Qt::AscendingOrder);
        for (int i = 0; i < 1000; ++i)
            record(u"Account"_s + QString::number(i), (i * 37) % 900 - 20);
        QTest::qWait(100);
        // What can be done with the rows is not worked out anew with each row that is selected or filtered away.
        m_asked = 0;
        window().navTree().actions().setSubject([this] {
            ++m_asked;
            return manager().selected();
        });
        table().selectAll();
        manager().setEnabledOf(manager().selected(), false);
        QCOMPARE(station().undoStack()->count(), 1);
        window().findChild<QLineEdit*>(u"accountsFilter"_s)->setText(u"99"_s);
        QTest::qWait(100);
        QCOMPARE(manager().selected().size(), table().model()->rowCount());
        QVERIFY2(m_asked < 20, qPrintable(QString::number(m_asked)));
        picture(window(), u"thousand"_s);
        undoAll();
    }

    void looksRight()
    {
        openFour();
        record(u"Alarms"_s, 300);
        record(u"Reports"_s, 9);
        record(u"Acknowledge"_s, -5, Outcome::CertificateChallenged);
        manager().select(slot(u"Reports"_s));
        table().setColumnHidden(AccountsModel::EnabledColumn, false);
        table().setColumnHidden(AccountsModel::ProtocolColumn, false);
        window().resize(1400, 900);
        picture(window(), u"light"_s);
        go(u"Alarms"_s, AccountsModel::HostColumn);
        key(Qt::Key_F2);
        picture(window(), u"editing"_s);
        key(Qt::Key_Escape);
        go(u"Alarms"_s, AccountsModel::PortColumn);
        key(Qt::Key_F2);
        picture(window(), u"port"_s);
        key(Qt::Key_Escape);
        m_theme.apply(Appearance::Dark);
        picture(window(), u"dark"_s);
        window().resize(800, 600);
        picture(window(), u"narrow"_s);
        m_theme.apply(Appearance::Light);
        window().resize(1400, 900);
        const QFont usual = QApplication::font();
        QFont large = usual;
        large.setPointSizeF(usual.pointSizeF() * 2);
        QApplication::setFont(large);
        picture(window(), u"200percent"_s);
        QApplication::setFont(usual);
        window().setLayoutDirection(Qt::RightToLeft);
        picture(window(), u"mirrored"_s);
    }
};

STATIONER_TEST(AccountManagerTest)
#include "accountmanager_test.moc"
