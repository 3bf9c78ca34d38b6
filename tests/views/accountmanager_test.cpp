// The Email Account Manager by hand: cells edited as in a spreadsheet, rows made and taken away, and the chart of validity beside them.

#include "activewindow.h"
#include "app/composition.h"
#include "items/accountsmodel.h"
#include "support/smallstation.h"
#include "support/stationertest.h"
#include "views/accounts/accountmanager.h"
#include "views/accounts/accountstable.h"
#include "views/accounts/celleditor.h"
#include "views/accounts/validitychart.h"
#include "views/accounts/validitypane.h"
#include "views/common/messagebar.h"
#include "views/common/theme.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/stationfiles.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class AccountManagerTest : public QObject {
    Q_OBJECT

    Theme m_theme{*qApp};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Composition> m_desktop;
    QByteArray m_before;
    int m_asked = 0;

    void openDesktop(const QByteArray& lines, const QByteArray& underServices = {})
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
        const QString path = m_folder->filePath(u"acme.bog"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(smallStation(lines, underServices));
        file.close();
        startDesktop(path);
    }
    void startDesktop(const QString& path)
    {
        m_desktop = std::make_unique<Composition>(m_theme, *m_settings, KeyRing::Use::SessionOnly);
        QVERIFY(showActive(window()));
        window().files().open(path);
        QTRY_VERIFY(station().isOpen());
        window().showComponent(service());
        QVERIFY(manager().isVisible());
        m_before = station().document().xml();
        table().setFocus();
    }
    /// Three outgoing accounts and an incoming one, and a recipient that names the first.
    void openFour()
    {
        openDesktop(
            account("Alarms", "a", "OutgoingAccount", value("hostname", "mail.acme.example") + value("account", "alarms")) +
            account("Reports", "b", "OutgoingAccount",
                    value("hostname", "smtp.acme.example") + value("port", "465") + value("useSsl", "true")) +
            account("Spare", "c", "OutgoingAccount", value("hostname", "10.0.4.9") + value("enabled", "false")) +
            account("Acknowledge", "d", "IncomingAccount", value("hostname", "imap.acme.example") + value("store", "imap")) +
            "    <p n='Operators' h='e' t='email:EmailRecipient'>\n" + value("emailAccount", "Alarms") + "    </p>\n");
    }
    MainWindow& window() { return m_desktop->window(); }
    OpenStation& station() { return m_desktop->station(); }
    AccountManager& manager() { return window().accountManager(); }
    AccountsTable& table() { return *manager().table(); }
    ValidityChart& chart() { return *manager().validity()->chart(); }
    MessageBar& message() { return *window().findChild<MessageBar*>(u"accountsMessage"_s); }
    SlotId service() { return emailService(station().document()); }
    SlotId slot(const QString& name) { return station().document().child(service(), name); }
    QString valueOf(const QString& account, const QString& property)
    {
        return effectiveValue(station().document(), slot(account), property).value_or(u"?"_s);
    }
    QModelIndex cell(const QString& name, int column)
    {
        for (int row = 0; row < table().model()->rowCount(); ++row)
            if (table().model()->index(row, AccountsModel::NameColumn).data() == name)
                return table().model()->index(row, column);
        return {};
    }
    QStringList names()
    {
        QStringList all;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            all += table().model()->index(row, AccountsModel::NameColumn).data().toString();
        return all;
    }
    QStringList selectedNames()
    {
        QStringList all;
        for (const SlotId each : manager().selected())
            all += station().document().name(each);
        return all;
    }
    void go(const QString& name, int column) { table().setCurrentIndex(cell(name, column)); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void type(const QString& text)
    {
        for (const QChar character : text) // the first one may open an editor, which has the rest
            QTest::keyClick(QApplication::focusWidget(), character.toLatin1());
    }
    void click(const QString& name)
    {
        auto* found = window().findChild<QAbstractButton*>(name);
        QVERIFY2(found && found->isVisible() && found->isEnabled(), qPrintable(name));
        QTest::mouseClick(found, Qt::LeftButton);
    }
    void choose(const QString& action)
    {
        const std::unique_ptr<QMenu> menu(manager().makeMenu());
        auto* found = menu->findChild<QAction*>(action);
        QVERIFY2(found && found->isEnabled(), qPrintable(action));
        found->trigger();
    }
    void undoAll()
    {
        station().undoStack()->setIndex(0);
        QCOMPARE(station().document().xml(), m_before);
        QVERIFY(!station().isModified());
    }
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
    void picture(QWidget& widget, const QString& name)
    {
        const QDir folder(QCoreApplication::applicationDirPath() + u"/../pictures"_s);
        QVERIFY(folder.mkpath(u"."_s));
        QTest::qWait(200);
        QVERIFY(widget.grab().save(folder.filePath(u"accounts-%1.png"_s.arg(name))));
    }

private slots:
    void initTestCase() { m_theme.apply(Appearance::Light); }
    void cleanup() { m_desktop.reset(); }

    void editsACellAndGoesDown()
    {
        openFour();
        go(u"Alarms"_s, AccountsModel::HostColumn);
        key(Qt::Key_F2);
        QVERIFY(table().cellEditor());
        auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(line);
        QCOMPARE(line->text(), u"mail.acme.example"_s);
        QVERIFY(line->hasSelectedText());
        type(u"smtp.new.example"_s);
        QCOMPARE(valueOf(u"Alarms"_s, u"hostname"_s), u"mail.acme.example"_s); // nothing before Enter
        key(Qt::Key_Return);
        QVERIFY(!table().cellEditor());
        QCOMPARE(valueOf(u"Alarms"_s, u"hostname"_s), u"smtp.new.example"_s);
        QCOMPARE(station().undoStack()->count(), 1);
        QCOMPARE(station().undoStack()->undoText(), u"Set Hostname"_s);
        QCOMPARE(table().currentIndex(), cell(u"Reports"_s, AccountsModel::HostColumn));
        QVERIFY(table().hasFocus());
        // Typing begins as well, over what was there; Escape takes nothing.
        type(u"x"_s);
        QVERIFY(table().cellEditor());
        QCOMPARE(qobject_cast<QLineEdit*>(QApplication::focusWidget())->text(), u"x"_s);
        key(Qt::Key_Escape);
        QVERIFY(!table().cellEditor());
        QCOMPARE(valueOf(u"Reports"_s, u"hostname"_s), u"smtp.acme.example"_s);
        QCOMPARE(station().undoStack()->count(), 1);
        QVERIFY(table().hasFocus());
        undoAll();
    }

    void tabGoesThroughTheCellsThatCanBeEdited()
    {
        openFour();
        go(u"Alarms"_s, AccountsModel::NameColumn);
        key(Qt::Key_F2);
        type(u"Alarm Mail"_s);
        key(Qt::Key_Tab);
        QCOMPARE(table().currentIndex().column(), int(AccountsModel::HostColumn));
        QVERIFY(table().cellEditor());
        type(u"a.example"_s);
        key(Qt::Key_Tab);
        QCOMPARE(table().currentIndex().column(), int(AccountsModel::PortColumn));
        type(u"2525"_s);
        key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(table().currentIndex().column(), int(AccountsModel::HostColumn));
        key(Qt::Key_Escape);
        QCOMPARE(valueOf(u"Alarm$20Mail"_s, u"hostname"_s), u"a.example"_s);
        QCOMPARE(valueOf(u"Alarm$20Mail"_s, u"port"_s), u"2525"_s);
        QCOMPARE(station().undoStack()->count(), 3);
        // From the last one that can be edited to the next row; the test's cells are passed.
        go(u"Alarm Mail"_s, AccountsModel::AccountColumn);
        key(Qt::Key_F2);
        key(Qt::Key_Tab);
        QCOMPARE(table().currentIndex(), cell(u"Reports"_s, AccountsModel::NameColumn));
        key(Qt::Key_Escape);
        undoAll();
    }

    void aListIsOpenedAndNotSearched()
    {
        openFour();
        go(u"Alarms"_s, AccountsModel::SecurityColumn);
        type(u"u"_s);
        QVERIFY(table().cellEditor());
        auto* list = table().cellEditor()->findChild<QComboBox*>();
        QVERIFY(list);
        QTRY_VERIFY(list->view()->isVisible());
        QCOMPARE(station().undoStack()->count(), 0);
        picture(window(), u"list"_s);
        QVERIFY(table().cellEditor());
        QTest::keyClick(list->view(), Qt::Key_Escape);
        QTRY_VERIFY(!table().cellEditor());
        QCOMPARE(station().undoStack()->count(), 0);

        go(u"Alarms"_s, AccountsModel::SecurityColumn);
        key(Qt::Key_F2);
        QVERIFY(table().cellEditor());
        list = table().cellEditor()->findChild<QComboBox*>();
        QTRY_VERIFY(list->view()->isVisible());
        list->view()->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list->view(), Qt::Key_Return);
        QTRY_VERIFY(!table().cellEditor());
        QCOMPARE(valueOf(u"Alarms"_s, u"useSsl"_s), u"true"_s);
        QCOMPARE(valueOf(u"Alarms"_s, u"port"_s), u"465"_s);
        QCOMPARE(station().undoStack()->count(), 1); // the port in the same step
        QVERIFY(message().isVisible());
        QCOMPARE(message().text(), u"Alarms, Port: Moved from 25 with Use Ssl."_s);
        picture(window(), u"moved"_s);
        emit message().actionClicked();
        QVERIFY(!message().isVisible());
        QCOMPARE(valueOf(u"Alarms"_s, u"port"_s), u"25"_s);
        QVERIFY(!station().isModified());
    }

    void whatIsRefusedStaysInItsCell()
    {
        openFour();
        go(u"Alarms"_s, AccountsModel::PortColumn);
        type(u"0"_s);
        key(Qt::Key_Return);
        QVERIFY(table().cellEditor()); // to be mended
        QCOMPARE(table().cellEditor()->value(), u"0"_s);
        QVERIFY(message().isVisible());
        QVERIFY(!message().text().isEmpty());
        QCOMPARE(station().document().xml(), m_before);
        QCOMPARE(station().undoStack()->count(), 0);
        picture(window(), u"refused"_s);
        type(u"26"_s); // the value was selected
        key(Qt::Key_Return);
        QVERIFY(!table().cellEditor());
        QCOMPARE(valueOf(u"Alarms"_s, u"port"_s), u"26"_s);
        // Where the focus goes, a refused value goes too, and the reason is said.
        go(u"Alarms"_s, AccountsModel::PortColumn);
        type(u"99999"_s);
        window().navTree().view()->setFocus();
        QTRY_VERIFY(!table().cellEditor());
        QCOMPARE(valueOf(u"Alarms"_s, u"port"_s), u"26"_s);
        QVERIFY(message().isVisible());
        undoAll();
        QVERIFY(!message().isVisible());
    }

    void theFocusThatGoesTakesTheValue()
    {
        openFour();
        go(u"Alarms"_s, AccountsModel::AccountColumn);
        type(u"somebody"_s);
        window().navTree().view()->setFocus();
        QTRY_VERIFY(!table().cellEditor());
        QCOMPARE(valueOf(u"Alarms"_s, u"account"_s), u"somebody"_s);
        // So does a save.
        table().setFocus();
        go(u"Alarms"_s, AccountsModel::AccountColumn);
        type(u"nobody"_s);
        window().findChild<QAction*>(u"fileSave"_s)->trigger();
        QCOMPARE(valueOf(u"Alarms"_s, u"account"_s), u"nobody"_s);
        QVERIFY(!station().isModified());
    }

    void readOnlyCellsSaySo()
    {
        openFour();
        go(u"Alarms"_s, AccountsModel::LastTestColumn);
        key(Qt::Key_F2);
        QVERIFY(!table().cellEditor());
        QVERIFY(message().isVisible());
        QVERIFY(message().text().contains(u"cannot be edited"_s));
        type(u"x"_s);
        QVERIFY(!table().cellEditor());
        QCOMPARE(table().currentIndex(), cell(u"Alarms"_s, AccountsModel::LastTestColumn)); // nor is it a search
    }

    void ctrlEnterFillsTheSelectedRows()
    {
        openFour();
        table().selectAll();
        table().selectionModel()->setCurrentIndex(cell(u"Alarms"_s, AccountsModel::AccountColumn),
                                                  QItemSelectionModel::NoUpdate);
        key(Qt::Key_F2);
        type(u"plant"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!table().cellEditor());
        for (const QString& name : {u"Alarms"_s, u"Reports"_s, u"Spare"_s, u"Acknowledge"_s})
            QCOMPARE(valueOf(name, u"account"_s), u"plant"_s);
        QCOMPARE(station().undoStack()->count(), 1);
        undoAll();
    }

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

    void renamingInTheCellCarriesReferencesAlong()
    {
        openFour();
        manager().select(slot(u"Alarms"_s));
        choose(u"rowRename"_s);
        QVERIFY(table().cellEditor());
        type(u"Plant"_s);
        key(Qt::Key_Return);
        const Document& document = station().document();
        QCOMPARE(document.value(document.find(u"/Services/EmailService/Operators/emailAccount")), std::optional(u"Plant"_s));
        QVERIFY(message().isVisible());
        // A name that is there is refused, in its cell.
        go(u"Plant"_s, AccountsModel::NameColumn);
        type(u"Reports"_s);
        key(Qt::Key_Return);
        QVERIFY(table().cellEditor());
        QCOMPARE(station().undoStack()->count(), 1);
        key(Qt::Key_Escape);
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
        QVERIFY2(lines[0].startsWith(u"Reports\tsmtp.acme.example\t465\tUse Ssl\t"_s), qPrintable(lines[0]));
        QVERIFY2(lines[1].startsWith(u"Spare\t10.0.4.9\t25\t"_s), qPrintable(lines[1]));
        window().navTree().view()->setFocus();
        window().navTree().actions().action(Arranging::Paste)->trigger();
        QCOMPARE(accounts(station().document()).size(), 6);
        undoAll();
    }

    void sortingByTheEditedColumnKeepsTheWay()
    {
        openFour();
        table().sortByColumn(AccountsModel::HostColumn, Qt::AscendingOrder);
        QCOMPARE(names(), (QStringList{u"Spare"_s, u"Acknowledge"_s, u"Alarms"_s, u"Reports"_s}));
        go(u"Spare"_s, AccountsModel::HostColumn);
        type(u"z.example"_s);
        key(Qt::Key_Return);
        QCOMPARE(names().last(), u"Spare"_s);
        QCOMPARE(table().currentIndex(), cell(u"Acknowledge"_s, AccountsModel::HostColumn)); // the one that was below
        undoAll();
    }

    void undoTakesBackWhatIsBeingTypedFirst()
    {
        openFour();
        go(u"Alarms"_s, AccountsModel::HostColumn);
        type(u"one.example"_s);
        key(Qt::Key_Return);
        go(u"Reports"_s, AccountsModel::HostColumn);
        type(u"two"_s);
        window().findChild<QAction*>(u"editUndo"_s)->trigger();
        QVERIFY(!table().cellEditor());
        QCOMPARE(valueOf(u"Alarms"_s, u"hostname"_s), u"one.example"_s);
        QCOMPARE(valueOf(u"Reports"_s, u"hostname"_s), u"smtp.acme.example"_s);
        window().findChild<QAction*>(u"editUndo"_s)->trigger();
        QVERIFY(!station().isModified());
    }

    void aRowThatGoesTakesItsEditorAlong()
    {
        openFour();
        go(u"Spare"_s, AccountsModel::HostColumn);
        type(u"gone"_s);
        QVERIFY(!station().remove(slot(u"Spare"_s)));
        QTRY_VERIFY(!table().cellEditor());
        station().undoStack()->undo();
        QCOMPARE(valueOf(u"Spare"_s, u"hostname"_s), u"10.0.4.9"_s);
        QVERIFY(!station().isModified());
        go(u"Spare"_s, AccountsModel::HostColumn);
        type(u"gone"_s);
        station().close();
        QTRY_VERIFY(!table().cellEditor());
    }

    void theChartAndTheTableSelectEachOther()
    {
        openFour();
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
