// Where the focus is after what the user did: on what changed, never at the other end of the window.

#include "accountsdesktop.h"
#include "shownpanel.h"
#include "support/stationertest.h"
#include "views/common/quietstyle.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/sheet/propertysheet.h"
#include "views/sheet/rowview.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class FocusTest : public QObject, AccountsDesktop {
    Q_OBJECT

    NavTree& tree() { return window().navTree(); }
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : &window(), Qt::Key(key), modifiers);
    }
    void undo() { key(Qt::Key_Z, Qt::ControlModifier); }
    QString focused() { return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString(); }
    SlotId out() { return at("/Services/EmailService/Out"); }
    SlotId in() { return at("/Services/EmailService/In"); }
    QString valueOf(SlotId account, const QString& slot)
    {
        return effectiveValue(station().document(), account, slot).value_or(u"?"_s);
    }
    void set(SlotId account, const QString& slot, const QString& value)
    {
        QVERIFY(!station().change(account, {{slot, value}}));
    }
    /// What is shown is selected in the tree, and nothing else is.
    bool isHighlighted(SlotId component)
    {
        const QModelIndexList rows = tree().view()->selectionModel()->selectedRows();
        return tree().current() == component && rows.size() == 1 && tree().selection() == QList{component} &&
               window().shown() == component;
    }
    template <class Widget>
    Widget* find(const QString& name)
    {
        for (Widget* each : window().findChildren<Widget*>(name))
            if (each->isVisible()) // not one that goes
                return each;
        return nullptr;
    }
    /// A test that failed, whose remedy is to be seen.
    void recordWrongMode()
    {
        Report report = wrongModeReport();
        const auto settings = settingsOf(station().document(), out());
        QVERIFY(settings);
        report.settings = settings.value();
        m_desktop->lastTests().record(out(), report);
    }

private slots:
    void init()
    {
        openStation(smallStation(
            outgoing(value("hostname", "smtp.acme.example") + value("port", "465") + value("useStartTls", "true")) +
            incoming(value("hostname", "imap.acme.example") + value("store", "imap"))));
        window().showComponent(out());
    }
    void cleanup() { m_desktop.reset(); }

    void enterInTheTreePutsTheCaretIntoHostname()
    {
        tree().view()->setFocus();
        key(Qt::Key_Down); // to the next account
        QVERIFY(isHighlighted(in()));
        find<QLineEdit>(u"sheetFilter"_s)->setText(u"port"_s); // it would hide it
        key(Qt::Key_Return);
        QCOMPARE(focused(), u"hostname"_s);
        QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
    }

    void aRemedyInThePanelLeadsToWhatItChanged()
    {
        recordWrongMode();
        for (const bool isByMouse : {true, false}) {
            auto* remedy = find<QPushButton>(u"remedy0"_s);
            QVERIFY(remedy && remedy->isVisible());
            tree().view()->setFocus();
            if (!isByMouse)
                remedy->setFocus();
            isByMouse ? QTest::mouseClick(remedy, Qt::LeftButton) : QTest::keyClick(remedy, Qt::Key_Space);
            QCOMPARE(focused(), u"useSsl"_s);
            QCOMPARE(valueOf(out(), u"useSsl"_s), u"true"_s);
            undo();
            QCOMPARE(valueOf(out(), u"useSsl"_s), u"false"_s);
            QCOMPARE(focused(), u"useSsl"_s);
        }
    }

    void stepsAreNamedAfterWhatTheyDid()
    {
        set(out(), u"port"_s, u"25"_s);
        const auto name = [this] { return station().undoStack()->undoText(); };
        QCOMPARE(name(), u"Set Port"_s);
        // As a remedy asks for it: in the order of the alphabet.
        QVERIFY(!station().change(out(), {{u"port"_s, u"465"_s}, {u"useSsl"_s, u"true"_s}, {u"useStartTls"_s, u"false"_s}}));
        QCOMPARE(name(), u"Set Use Ssl"_s);
        QVERIFY(!station().change(out(), {{u"port"_s, u"587"_s}, {u"useSsl"_s, u"false"_s}, {u"useStartTls"_s, u"true"_s}}));
        QCOMPARE(name(), u"Set Use Start Tls"_s);
        QCOMPARE(find<QAction>(u"editUndo"_s)->text(), u"&Undo Set Use Start Tls"_s);
        QVERIFY(!station().change(out(), {{u"port"_s, u"25"_s}, {u"useSsl"_s, u"false"_s}, {u"useStartTls"_s, u"false"_s}}));
        QCOMPARE(name(), u"Set Use Start Tls"_s);
    }

    void undoAndRedoGoToWhatTheyChanged()
    {
        set(out(), u"maxQueueSize"_s, u"7"_s); // in a folded group
        set(in(), u"account"_s, u"alarms"_s);
        window().showComponent(at("/Drivers"));
        window().resize(1000, 600);
        tree().view()->setFocus();
        undo();
        QVERIFY(isHighlighted(in()));
        QCOMPARE(focused(), u"account"_s);
        undo();
        QVERIFY(isHighlighted(out()));
        QCOMPARE(focused(), u"maxQueueSize"_s);
        const RowView& row = *window().sheet().row(u"maxQueueSize"_s);
        QTRY_VERIFY(row.isVisible() && row.visibleRegion().boundingRect() == row.rect());
        find<QLineEdit>(u"sheetFilter"_s)->setText(u"hostname"_s); // it would hide it
        key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(focused(), u"maxQueueSize"_s);
        QVERIFY(row.isVisible());
        key(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(focused(), u"account"_s);
        QVERIFY(isHighlighted(in()));
        QCOMPARE(valueOf(in(), u"account"_s), u"alarms"_s);
    }

    void undoAndRedoOfTheTreeShowIt()
    {
        QVERIFY(station().add(service(), outgoingAccountType));
        const SlotId added = at("/Services/EmailService/OutgoingAccount");
        QVERIFY(!station().rename(out(), u"Alarms"_s, OpenStation::References::Follow));
        QVERIFY(!station().remove(in()));
        window().showComponent(at("/Drivers"));
        find<QLineEdit>(u"sheetFilter"_s)->setFocus();
        undo();
        QVERIFY(isHighlighted(in()));
        QVERIFY(tree().view()->hasFocus());
        undo();
        QVERIFY(isHighlighted(out()));
        window().showComponent(added);
        undo(); // of the component that is selected
        QVERIFY(isHighlighted(service()));
        QVERIFY(!tree().isAncestorOf(QApplication::focusWidget()) || tree().view()->hasFocus());
        key(Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(manager().isVisible() && manager().current() == added); // which is the default view of what is shown
    }

    void returnPressesWhatHasTheFocus()
    {
        auto* button = find<QPushButton>(u"testButton"_s);
        auto* style = new QuietStyle; // the program's own
        style->setParent(button);
        style->polish(button);
        QSignalSpy pressed(button, &QPushButton::clicked);
        button->setFocus(Qt::TabFocusReason);
        key(Qt::Key_Return);
        QCOMPARE(pressed.size(), 1);
    }

    void whatIsLeftIsHighlighted()
    {
        window().showComponent(in());
        QVERIFY(!station().remove(in()));
        QVERIFY(isHighlighted(out()));
        QVERIFY(!station().remove(service()));
        QVERIFY(isHighlighted(at("/Services")));
    }

    void undoInTheAccountManagerStaysThere()
    {
        set(in(), u"account"_s, u"alarms"_s);
        showAccounts();
        table().setFocus();
        table().setCurrentIndex(cell(u"Out"_s, AccountsModel::HostColumn));
        undo();
        QVERIFY(manager().isVisible());
        QVERIFY(table().hasFocus());
        QCOMPARE(manager().current(), in());
    }

    void undoWorksRightAfterAnyClick()
    {
        recordWrongMode();
        QVERIFY(!station().change(out(), {{u"account"_s, u"alarms"_s}}));
        const QList<std::pair<QWidget*, QPoint>> clicked{
            {find<QLineEdit>(u"navFilter"_s), {60, 8}},
            {find<QLineEdit>(u"sheetFilter"_s), {60, 8}},
            {window().sheet().row(u"hostname"_s)->editor()->control(), {8, 8}},
            {window().sheet().findChild<QToolButton*>(u"groupTitle"_s), {8, 8}},
            {find<QLabel>(u"verdict"_s), {8, 8}},
            {find<QWidget>(u"copyReport"_s), {8, 8}},
            {find<QListWidget>(u"palette"_s)->viewport(), {8, 8}},
            {find<QWidget>(u"unsavedChanges"_s), {8, 8}},
            {tree().view()->viewport(), tree().view()->visualRect(tree().view()->currentIndex()).center()},
        };
        for (const auto& [widget, place] : clicked) {
            QVERIFY2(widget && widget->isVisible(), widget ? qPrintable(widget->objectName()) : "");
            find<QLineEdit>(u"navFilter"_s)->setFocus(); // where clicks that take no focus leave it
            const int before = station().undoStack()->index();
            QTest::mouseClick(widget, Qt::LeftButton, {}, place);
            undo();
            QVERIFY2(station().undoStack()->index() == before - 1, qPrintable(widget->objectName()));
            station().undoStack()->redo();
        }
    }

    void aResetLeadsToItsEditor()
    {
        for (const bool isByMouse : {true, false}) {
            QToolButton* reset = window().sheet().row(u"hostname"_s)->resetButton();
            find<QLineEdit>(u"navFilter"_s)->setFocus();
            if (!isByMouse)
                reset->setFocus();
            isByMouse ? QTest::mouseClick(reset, Qt::LeftButton) : QTest::keyClick(reset, Qt::Key_Space);
            QCOMPARE(valueOf(out(), u"hostname"_s), QString());
            QCOMPARE(focused(), u"hostname"_s);
            undo();
            QCOMPARE(valueOf(out(), u"hostname"_s), u"smtp.acme.example"_s);
        }
    }

    void aRemedyOfARowLeadsToWhatItChanged()
    {
        set(out(), u"useStartTls"_s, u"false"_s); // «Use Ssl» is offered beside the port, or beside the switch
        QWidget* remedy = nullptr;
        for (auto* each : window().sheet().findChildren<QAbstractButton*>())
            if (each->objectName().startsWith("remedy-"_L1) && each->isVisible())
                remedy = each;
        QVERIFY(remedy);
        find<QLineEdit>(u"navFilter"_s)->setFocus();
        QTest::mouseClick(remedy, Qt::LeftButton);
        QCOMPARE(focused(), station().lastPlace().slot);
        QVERIFY(window().sheet().isAncestorOf(QApplication::focusWidget()));
    }

    void aStepOfThePathLeadsIntoTheTree()
    {
        QToolButton* step = nullptr; // a tool bar lays its buttons out when the event loop has its turn
        QTRY_VERIFY((step = find<QToolButton>(u"breadcrumb1"_s)));
        step->setFocus();
        key(Qt::Key_Space);
        QVERIFY(isHighlighted(at("/Services")));
        QVERIFY(tree().view()->hasFocus());
    }

    void whatIsDisabledOrGoesGivesTheFocusBack()
    {
        recordWrongMode();
        window().sheet().focusSlot(u"hostname"_s);
        auto* options = find<QWidget>(u"testOptions"_s);
        options->setFocus();
        options->setEnabled(false);
        QCOMPARE(focused(), u"hostname"_s);
        options->setEnabled(true); // and it goes on where it was
        QCOMPARE(focused(), u"testOptions"_s);
        options->setEnabled(false);
        key(Qt::Key_Tab); // unless the user went elsewhere
        const QString elsewhere = focused();
        options->setEnabled(true);
        QCOMPARE(focused(), elsewhere);
        window().sheet().focusSlot(u"hostname"_s);
        options->setFocus();
        options->hide();
        QCOMPARE(focused(), u"hostname"_s);
        // A filter at the other end of the window is no place to be brought to.
        find<QLineEdit>(u"navFilter"_s)->setFocus();
        options->show();
        options->setFocus();
        options->hide();
        QVERIFY(window().testPanel().isAncestorOf(QApplication::focusWidget()));
        window().sheet().focusSlot(u"hostname"_s);
        // A click on Test leaves the user where they are.
        click(u"testButton"_s);
        QCOMPARE(focused(), u"hostname"_s);
        m_desktop->tests().one().cancel();
    }
};

STATIONER_TEST(FocusTest)
#include "focus_test.moc"
