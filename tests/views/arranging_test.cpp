// The Nav tree as an editor: keys, menu, clipboard, drags, references; in the whole window.

#include "desktop.h"
#include "items/roles.h"
#include "picture.h"
#include "session/bogmime.h"
#include "support/stationertest.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/sheet/propertysheet.h"
#include "views/sheet/rowview.h"

#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include <memory>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class NavArrangingTest : public QObject, Desktop {
    Q_OBJECT

    void open(const QByteArray& xml)
    {
        write(xml);
        Desktop::open();
    }
    NavTree& tree() { return window().navTree(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        tree().view()->setFocus();
        QTest::keyClick(tree().view(), key, modifiers);
    }
    template <class Widget>
    Widget* find(const char* name)
    {
        return window().findChild<Widget*>(QString::fromLatin1(name));
    }
    QStringList below(const char* path)
    {
        QStringList names;
        for (const SlotId child : station().document().children(at(path)))
            if (station().document().isComponent(child))
                names += station().document().name(child);
        return names;
    }
    void picture(QWidget& widget, const QString& name) { test::picture(m_theme, widget, name); }

private slots:
    void init()
    {
        makeFolder();
        setTold();
        start();
    }
    void cleanup() { m_desktop.reset(); }

    void copiesAndPastesByKeys()
    {
        open(smallStation(outgoing() + incoming()));
        tree().select(at("/Services/EmailService/Out"));
        press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains("OutgoingAccount"_L1));
        press(Qt::Key_V, Qt::ControlModifier);
        // An account is no place for an account: it comes behind it.
        QCOMPARE(below("/Services/EmailService"), (QStringList{u"Out"_s, u"Out1"_s, u"In"_s}));
        QCOMPARE(tree().current(), at("/Services/EmailService/Out1"));
        QVERIFY(!find<QWidget>("messageBar")->isVisible());
        QCOMPARE(tree().selection(), QList{at("/Services/EmailService/Out1")});
        press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(below("/Services/EmailService"), (QStringList{u"Out"_s, u"Out1"_s, u"Out11"_s, u"In"_s}));
        press(Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(below("/Services/EmailService").size(), 3);
        press(Qt::Key_Up, Qt::AltModifier);
        station().undoStack()->setIndex(0);
        QVERIFY(!station().isModified());
    }

    void keysBelongToTheTextThatIsEdited()
    {
        open(smallStation(outgoing(value("hostname", "mail.example"))));
        tree().select(at("/Services/EmailService/Out"));
        QGuiApplication::clipboard()->setText(u"other.example"_s);
        window().sheet().focusSlot(u"hostname"_s);
        auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(line);
        line->selectAll();
        QTest::keyClick(line, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(line->text(), u"other.example"_s);
        QTest::keyClick(line, Qt::Key_Delete);
        QVERIFY(station().document().exists(at("/Services/EmailService/Out")));
    }

    void saysWhatCannotBePasted()
    {
        open(smallStation(outgoing()));
        const QByteArray before = station().document().xml();
        QGuiApplication::clipboard()->setText(u"Hello there"_s);
        tree().select(at("/Services/EmailService"));
        press(Qt::Key_V, Qt::ControlModifier);
        QVERIFY(find<QWidget>("messageBar")->isVisible());
        picture(window(), u"paste-refused"_s);
        QCOMPARE(station().document().xml(), before);
    }

    void warnsOfPasswordsOfAnotherStation()
    {
        open(smallStation(outgoing("     <p n=\"password\" v=\"[aes.1]=abcd\"/>\n")));
        tree().select(at("/Services/EmailService/Out"));
        press(Qt::Key_D, Qt::ControlModifier); // its own station decodes it
        QVERIFY(!find<QWidget>("messageBar")->isVisible());
        press(Qt::Key_C, Qt::ControlModifier);
        station().undoStack()->setIndex(0);
        open(smallStation(incoming()));
        tree().select(at("/Services/EmailService"));
        press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(below("/Services/EmailService").size(), 2);
        QVERIFY(find<QWidget>("messageBar")->isVisible());
        picture(window(), u"paste-password"_s);
    }

    void theMenuOffersWhatCanBeDone()
    {
        open(smallStation(outgoing() + incoming()));
        tree().select(at("/Services/EmailService/Out"));
        const std::unique_ptr<QMenu> menu(tree().makeMenu(tree().current()));
        ArrangeActions& actions = tree().actions();
        for (const Arranging which : {Arranging::Cut, Arranging::Copy, Arranging::Paste, Arranging::Duplicate,
                                      Arranging::Rename, Arranging::Delete, Arranging::FindReferences})
            QVERIFY(menu->actions().contains(actions.action(which)) && actions.action(which)->isEnabled());
        QVERIFY(!actions.action(Arranging::MoveUp)->isEnabled());
        QVERIFY(actions.action(Arranging::MoveDown)->isEnabled());
        QVERIFY(!actions.action(Arranging::Reorder)->isEnabled());
        picture(*menu, u"menu"_s);
        tree().select(station().document().root());
        QVERIFY(!actions.action(Arranging::Delete)->isEnabled());
        QVERIFY(actions.action(Arranging::Paste)->isEnabled());
    }

    void deletesSeveralAfterNamingWhatPointsIn()
    {
        open(
            smallStation(outgoing() + incoming() + test::account("R", "c", "EmailRecipient", value("emailAccount", "Out"))));
        tree().select(QList{at("/Services/EmailService/Out"), at("/Services/EmailService/In")});
        QCOMPARE(tree().selection().size(), 2);
        press(Qt::Key_Delete);
        auto* question = find<QMessageBox>("deleteQuestion");
        QVERIFY(question);
        QVERIFY(question->informativeText().contains("/Services/EmailService/R: Email Account"_L1));
        picture(*question, u"delete-question"_s);
        for (QAbstractButton* button : question->buttons())
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        QCOMPARE(below("/Services/EmailService"), QStringList{u"R"_s});
        QCOMPARE(station().undoStack()->count(), 1);
    }

    void reorders()
    {
        open(smallStation(outgoing() + incoming()));
        tree().select(at("/Services/EmailService"));
        tree().actions().action(Arranging::Reorder)->trigger();
        auto* dialog = find<QDialog>("reorderDialog");
        QVERIFY(dialog);
        auto* apply = dialog->findChild<QPushButton*>(u"confirmOrder"_s);
        QVERIFY(!apply->isEnabled());
        dialog->findChild<QPushButton*>(u"orderDown"_s)->click();
        QVERIFY(apply->isEnabled());
        picture(*dialog, u"reorder"_s);
        apply->click();
        QCOMPARE(below("/Services/EmailService"), (QStringList{u"In"_s, u"Out"_s}));
    }

    void findsReferencesAndGoesThere()
    {
        open(smallStation(outgoing() + test::account("R", "c", "EmailRecipient", value("emailAccount", "Out"))));
        tree().select(at("/Services/EmailService/Out"));
        press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto* dialog = find<QDialog>("referencesDialog");
        QVERIFY(dialog);
        auto* list = dialog->findChild<QListWidget*>(u"references"_s);
        QCOMPARE(list->count(), 1);
        picture(*dialog, u"references"_s);
        emit list->itemClicked(list->item(0));
        QCOMPARE(window().shown(), at("/Services/EmailService/R"));
        dialog->close();
        tree().select(at("/Services/EmailService/R"));
        press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        for (auto* each : window().findChildren<QDialog*>(u"referencesDialog"_s))
            if (each->isVisible())
                picture(*each, u"references-none"_s);
    }

    void dropsWhereItMayLive()
    {
        open(smallStation(outgoing() + incoming()));
        NavView* view = tree().view();
        view->expandAll();
        const auto rect = [&](const char* path) {
            for (QModelIndex index = view->model()->index(0, 0); index.isValid(); index = view->indexBelow(index))
                if (SlotId(index.data(int(NavRole::Slot)).toUInt()) == at(path))
                    return view->visualRect(index);
            return QRect();
        };
        const SlotId out = at("/Services/EmailService/Out");
        const BogMimeData data(station().copied({out}), station(), {out});
        const auto drop = [&](const QPoint& point, Qt::DropActions actions) {
            QDragEnterEvent enter(point, actions, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(view->viewport(), &enter);
            QDragMoveEvent move(point, actions, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(view->viewport(), &move);
            if (!move.isAccepted())
                return false;
            QDropEvent event(point, actions, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(view->viewport(), &event);
            QCoreApplication::sendPostedEvents();
            return event.isAccepted();
        };
        QVERIFY(!drop(rect("/Drivers").center(), Qt::MoveAction));
        QVERIFY(drop(rect("/Services/EmailService/In").bottomLeft() + QPoint(40, 0), Qt::MoveAction));
        QTRY_COMPARE(below("/Services/EmailService"), (QStringList{u"In"_s, u"Out"_s}));
        QCOMPARE(tree().current(), out);
        QCOMPARE(station().undoStack()->undoText(), u"Move Out"_s);
        QVERIFY(drop(rect("/Services/EmailService").center(), Qt::CopyAction));
        QTRY_COMPARE(below("/Services/EmailService").size(), 3);
    }

    void editsSeveralTogether()
    {
        open(smallStation(outgoing(value("hostname", "one.example")) +
                          test::account("Out2", "c", "OutgoingAccount", value("hostname", "two.example"))));
        const QByteArray before = station().document().xml();
        tree().select(QList{at("/Services/EmailService/Out"), at("/Services/EmailService/Out2")});
        QVERIFY(window().sheet().row(u"hostname"_s));
        picture(window(), u"multi-edit"_s);
        window().sheet().focusSlot(u"hostname"_s);
        auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(line);
        QCOMPARE(line->text(), QString());
        QTest::keyClicks(line, u"mail.example"_s);
        QTest::keyClick(line, Qt::Key_Return);
        for (const char* path : {"/Services/EmailService/Out/hostname", "/Services/EmailService/Out2/hostname"})
            QCOMPARE(station().document().value(at(path)), u"mail.example"_s);
        QCOMPARE(station().undoStack()->count(), 1);
        station().undoStack()->undo();
        QCOMPARE(station().document().xml(), before);
        tree().select(at("/Services/EmailService/Out"));
        QTRY_VERIFY(m_desktop->window().shown() == at("/Services/EmailService/Out"));
        QCOMPARE(qobject_cast<QLineEdit*>(window().sheet().row(u"hostname"_s)->editor()->control())->text(),
                 u"one.example"_s);
    }
};

STATIONER_TEST(NavArrangingTest)
#include "arranging_test.moc"
