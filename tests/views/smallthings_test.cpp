#include "catalogue/catalogue.h"
#include "desktop.h"
#include "items/roles.h"
#include "picture.h"
#include "support/stationertest.h"
#include "views/common/linkbutton.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/nav/renamedialog.h"
#include "views/nav/structureedits.h"
#include "views/sheet/groupview.h"
#include "views/sheet/propertysheet.h"
#include "views/sheet/rowview.h"
#include "views/workspace.h"

#include <QComboBox>
#include <QDrag>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTimer>
#include <QUndoStack>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

/// What a person meets in passing: one step for one change of mind, a filter that says and goes, keys that are shown.
class SmallThingsTest : public QObject, Desktop {
    Q_OBJECT

    QLineEdit* filter() { return window().findChild<QLineEdit*>(u"sheetFilter"_s); }
    QComboBox* combo(const QString& slot)
    {
        auto* combo = qobject_cast<QComboBox*>(window().sheet().row(slot)->editor()->control());
        combo->setFocus();
        return combo;
    }
    QModelIndex indexOf(const char* path)
    {
        const QAbstractItemModel* tree = window().navTree().view()->model();
        const QModelIndexList found =
            tree->match(tree->index(0, 0), int(NavRole::Slot), quint32(at(path)), 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.value(0);
    }
    bool isMarked(const char* path) { return indexOf(path).data(int(NavRole::IsChanged)).toBool(); }
    QString spoken(const char* path) { return indexOf(path).data(Qt::AccessibleTextRole).toString(); }

private slots:
    void init()
    {
        openStation(smallStation(outgoing(value("hostname", "mail.example")) + incoming() +
                                     account("Recipient", "c", "EmailRecipient", value("emailAccount", "Out")),
                                 {}));
        window().navTree().select(at("/Services/EmailService/In"));
    }
    void cleanup() { m_desktop.reset(); }

    void arrowPressesInAListAreOneStep()
    {
        window().navTree().select(at("/Services/EmailService/Out"));
        QComboBox* port = combo(u"port"_s);
        QTest::keyClick(port, Qt::Key_Up);
        const QString passed = port->currentText();
        QTest::keyClick(port, Qt::Key_Up);
        QVERIFY(port->currentText() != passed && passed != u"25"_s);
        QCOMPARE(station().undoStack()->count(), 1);
        station().undoStack()->undo();
        QVERIFY(!station().isModified());
    }
    void aListTurnedThereAndBackLeavesNoStepAndNoNoteOfIt()
    {
        station().change(at("/Services/EmailService/In"), {{u"hostname"_s, u"mail.example"_s}});
        QComboBox* store = combo(u"store"_s);
        QTest::keyClick(store, Qt::Key_Down);
        QCOMPARE(station().undoStack()->count(), 2);
        QTest::keyClick(store, Qt::Key_Up);
        QCOMPARE(station().undoStack()->count(), 1);
        QVERIFY(!station().lastChange(at("/Services/EmailService/In"))); // whose undo would be the hostname's
    }
    void anotherFocusBeginsAnotherStep()
    {
        QTest::keyClick(combo(u"port"_s), Qt::Key_Down);
        combo(u"store"_s);
        QTest::keyClick(combo(u"port"_s), Qt::Key_Up);
        QCOMPARE(station().undoStack()->count(), 2);
    }

    void aFilterGoesWithWhatItFiltered()
    {
        filter()->setText(u"port"_s);
        window().navTree().select(at("/Services/EmailService/Out"));
        QVERIFY(filter()->text().isEmpty());
        filter()->setText(u"port"_s);
        QVERIFY(!station().change(at("/Services/EmailService/Out"), {{u"port"_s, u"465"_s}}));
        station().undoStack()->undo();
        QCOMPARE(filter()->text(), u"port"_s);
    }
    void aFilterWithoutAMatchSaysSoAndIsCleared()
    {
        filter()->setText(u"nothing like it"_s);
        auto* said = window().findChild<QWidget*>(u"noMatch"_s);
        QVERIFY(said->isVisible());
        QVERIFY(said->findChild<QLabel*>(u"noteText"_s)->text().contains(u"nothing like it"_s));
        keepPictures(m_theme, window(), u"filter-without-a-match"_s);
        click(u"clearFilter"_s);
        QVERIFY(filter()->text().isEmpty());
        QVERIFY(!said->isVisible());
        QVERIFY(window().sheet().row(u"hostname"_s)->isVisible());
    }

    void actionsShowTheirKeys()
    {
        const std::unique_ptr<QMenu> menu(window().navTree().makeMenu(at("/Services/EmailService/Out")));
        for (const auto& [in, of] :
             {std::pair(u"navTestConnection"_s, u"toolsTest"_s), std::pair(u"navFindSettings"_s, u"toolsFindSettings"_s)}) {
            QVERIFY(!menu->findChild<QAction*>(in)->shortcut().isEmpty());
            QCOMPARE(menu->findChild<QAction*>(in)->shortcut(), window().findChild<QAction*>(of)->shortcut());
        }
    }
    void theKeysStayTheMenuBars()
    {
        const std::unique_ptr<QMenu> menu(window().navTree().makeMenu(at("/Services/EmailService/Out")));
        QSignalSpy here(window().findChild<QAction*>(u"toolsFindSettings"_s), &QAction::triggered);
        window().findChild<QAction*>(u"toolsFindSettings"_s)->disconnect(&window());
        window().navTree().select(at("/Services/EmailService/Out"));
        QTest::keyClick(&window(), Qt::Key_F5, Qt::ShiftModifier);
        QCOMPARE(here.size(), 1);
    }

    void aRenameSaysWhatItCarriesAlong()
    {
        window().workspace().structure().rename(at("/Services/EmailService/Out"));
        auto* dialog = window().findChild<RenameDialog*>();
        QVERIFY(dialog);
        const QString places = dialog->findChild<QLabel*>(u"referringPlaces"_s)->text();
        QVERIFY2(places.contains(u"/Services/EmailService/Recipient"_s), qPrintable(places));
        keepPictures(m_theme, *dialog, u"rename-with-references"_s);
        dialog->reject();
    }

    void whatMovedIsMarkedUntilItIsBackOrSaved()
    {
        const SlotId service = at("/Services/EmailService");
        QVERIFY(!station().move({at("/Services/EmailService/Recipient")}, service, at("/Services/EmailService/Out")));
        QVERIFY(isMarked("/Services/EmailService/Recipient"));
        QVERIFY(spoken("/Services/EmailService/Recipient").endsWith(u", changed"_s));
        QVERIFY(!isMarked("/Services/EmailService/Out") && !isMarked("/Services/EmailService/In"));
        station().undoStack()->undo();
        QVERIFY(!isMarked("/Services/EmailService/Recipient"));
        station().undoStack()->redo();
        QVERIFY(!station().save());
        QVERIFY(!isMarked("/Services/EmailService/Recipient"));
    }
    void whatWasDraggedElsewhereIsMarked()
    {
        QVERIFY(!station().move({at("/Drivers/Folder")}, at("/Services")));
        QVERIFY(isMarked("/Services/Folder"));
        QVERIFY(isMarked("/Drivers"));
        QVERIFY(!isMarked("/Services/EmailService"));
    }
    void whatIsDraggedLeavesItsTargetInSight()
    {
        NavView* view = window().navTree().view();
        QSize picture;
        QPoint hotSpot;
        QTimer::singleShot(0, view, [&] { // once it is dragged
            if (const auto* drag = view->findChild<QDrag*>()) {
                picture = drag->pixmap().deviceIndependentSize().toSize();
                hotSpot = drag->hotSpot();
            }
            QDrag::cancel();
        });
        const QPoint from = view->visualRect(view->currentIndex()).center();
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, from);
        for (const int far : {40, 41}) {
            const QPoint to = from - QPoint(0, far);
            QMouseEvent move(QEvent::MouseMove, to, view->viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(view->viewport(), &move);
        }
        QVERIFY(!picture.isEmpty());
        QVERIFY(picture.width() <= view->fontMetrics().height() && picture.height() <= view->fontMetrics().height());
        QVERIFY(hotSpot.x() < 0 && hotSpot.y() < 0);
    }
};

STATIONER_TEST(SmallThingsTest)
#include "smallthings_test.moc"
