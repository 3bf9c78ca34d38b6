// Cells of the Email Account Manager, edited by hand as in a spreadsheet.

#include "fouraccounts.h"
#include "support/stationertest.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"

#include <QComboBox>
#include <QLineEdit>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class AccountCellsTest : public QObject, FourAccounts {
    Q_OBJECT

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
};

STATIONER_TEST(AccountCellsTest)
#include "accountcells_test.moc"
