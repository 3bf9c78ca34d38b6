// Adding goes where it can and shows what came; what cannot be done offers what can.

#include "accountsdesktop.h"
#include "picture.h"
#include "support/stationertest.h"
#include "views/common/linkbutton.h"
#include "views/common/messagebar.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/sheet/propertysheet.h"

#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

namespace {

/// A station without an EmailService, and one without even a Services container.
QByteArray bareStation(const QByteArray& services)
{
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<bajaObjectGraph version='4.0' reversibleEncodingKeySource='none' FIPSEnabled='false' reversibleEncodingValidator='[null.1]='>
 <p h='1' m='b=baja' t='b:Station'>
)" + services +
           R"(  <p n='Drivers' h='4' t='b:Folder'/>
 </p>
</bajaObjectGraph>
)";
}
constexpr char servicesLine[] = "  <p n='Services' h='2' t='b:ServiceContainer'/>\n";

} // namespace

class AddingTest : public QObject, AccountsDesktop {
    Q_OBJECT

    NavTree& tree() { return window().navTree(); }
    QListWidget& palette() { return *window().findChild<QListWidget*>(u"palette"_s); }
    MessageBar& message() { return *window().findChild<MessageBar*>(u"messageBar"_s); }
    LinkButton& remedy() { return *message().findChild<LinkButton*>(u"noteRemedy"_s); }
    QListWidgetItem* item(const QString& type)
    {
        for (int row = 0; row < palette().count(); ++row)
            if (palette().item(row)->data(Qt::UserRole) == type)
                return palette().item(row);
        return nullptr;
    }
    void doubleClick(const QString& type)
    {
        const QPoint place = palette().visualItemRect(item(type)).center();
        QTest::mouseClick(palette().viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(palette().viewport(), Qt::LeftButton, {}, place);
    }
    void openTold(const QByteArray& xml)
    {
        makeFolder();
        setTold();
        write(xml);
        start();
        open();
    }
    QString shownPath() { return station().document().path(window().shown()); }
    bool isHighlighted()
    {
        return tree().selection() == QList{window().shown()} && tree().view()->selectionModel()->hasSelection();
    }
    bool isCaretInHostname()
    {
        return qobject_cast<QLineEdit*>(QApplication::focusWidget()) &&
               QApplication::focusWidget()->objectName() == "hostname"_L1;
    }

private slots:
    void cleanup() { m_desktop.reset(); }

    void aDoubleClickAddsToTheNearestPlaceThatAccepts()
    {
        openTold(smallStation(outgoing()));
        window().showComponent(at("/Services/EmailService/Out"));
        doubleClick(outgoingAccountType); // no account lives in an account
        QCOMPARE(shownPath(), u"/Services/EmailService/OutgoingAccount"_s);
        QVERIFY(isHighlighted());
        QVERIFY(isCaretInHostname());
        QVERIFY(!message().isVisible());
        window().showComponent(at("/Drivers/Folder")); // nothing on the way up takes it
        doubleClick(incomingAccountType);
        QCOMPARE(shownPath(), u"/Services/EmailService/IncomingAccount"_s);
        QVERIFY(isCaretInHostname());
    }

    void returnDoesTheSame()
    {
        openTold(smallStation(outgoing()));
        window().showComponent(at("/Services/EmailService/Out"));
        palette().setFocus();
        palette().setCurrentItem(item(incomingAccountType));
        QTest::keyClick(&palette(), Qt::Key_Return);
        QCOMPARE(shownPath(), u"/Services/EmailService/IncomingAccount"_s);
        QVERIFY(isHighlighted());
        QVERIFY(isCaretInHostname());
    }

    void thePaletteHasAnEmailServiceWhileTheStationHasNone()
    {
        openTold(bareStation(servicesLine));
        QVERIFY(!item(emailServiceType)->isHidden());
        window().showComponent(at("/Drivers"));
        doubleClick(emailServiceType);
        QVERIFY(at("/Services/EmailService") != SlotId::None);
        QVERIFY(item(emailServiceType)->isHidden());
        QCOMPARE(station().document().parent(window().shown()), service()); // its first account
        QVERIFY(isCaretInHostname());
        station().undoStack()->undo();
        QVERIFY(!item(emailServiceType)->isHidden());
        openTold(smallStation(outgoing()));
        QVERIFY(item(emailServiceType)->isHidden());
    }

    void addItShowsTheFirstAccount()
    {
        openTold(bareStation(servicesLine));
        window().showComponent(at("/Services"));
        auto* add = window().sheet().findChild<MessageBar*>()->findChild<LinkButton*>(u"noteRemedy"_s);
        QTRY_VERIFY(add->isVisible());
        QTest::mouseClick(add, Qt::LeftButton);
        const QList<SlotId> accounts = accountsBelow(station().document(), service());
        QCOMPARE(accounts.size(), 2);
        QCOMPARE(window().shown(), accounts.first());
        QVERIFY(isHighlighted());
        QVERIFY(tree().view()->visualRect(tree().view()->currentIndex()).isValid());
        QVERIFY(isCaretInHostname());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!station().isModified());
        QCOMPARE(shownPath(), u"/Services"_s);
    }

    void aRefusalCarriesItsRemedyAndGoesWithIt()
    {
        openTold(bareStation(servicesLine));
        window().showComponent(at("/Drivers"));
        doubleClick(outgoingAccountType);
        QVERIFY(message().isVisible());
        QCOMPARE(message().text(), u"OutgoingAccount goes into the EmailService, which this station does not have yet."_s);
        QCOMPARE(remedy().text(), u"Add EmailService"_s);
        keepPictures(m_theme, window(), u"adding-refused"_s);
        QTest::mouseClick(&remedy(), Qt::LeftButton);
        QVERIFY(!message().isVisible());
        QVERIFY(service() != SlotId::None);
        QVERIFY(isCaretInHostname());
    }

    void aRefusalGoesAtTheNextAction()
    {
        openTold(bareStation(servicesLine));
        window().showComponent(at("/Drivers"));
        const auto refuse = [this] {
            doubleClick(outgoingAccountType);
            QTest::qWait(0);
            return message().isVisible();
        };
        QVERIFY(refuse());
        window().showComponent(at("/Services"));
        QVERIFY(!message().isVisible());
        QVERIFY(refuse());
        QVERIFY(!station().reorder(station().document().root(), {at("/Drivers"), at("/Services")}));
        QVERIFY(!message().isVisible());
        QVERIFY(refuse());
        window().findChild<QAction*>(u"fileShowChanges"_s)->trigger();
        QVERIFY(!message().isVisible());
        // What is not a refusal stays.
        window().say(u"The file could not be saved."_s);
        window().showComponent(at("/Drivers"));
        QVERIFY(message().isVisible());
    }

    void whereNothingCanBeDoneNothingIsOffered()
    {
        openTold(bareStation({}));
        window().showComponent(at("/Drivers"));
        doubleClick(outgoingAccountType);
        QVERIFY(message().isVisible());
        QVERIFY(!remedy().isVisible());
        QVERIFY(!station().isModified());
    }

    void aPasteThatIsRefusedOffersWhereItCanGo()
    {
        openTold(smallStation(outgoing()));
        tree().select(at("/Services/EmailService/Out"));
        tree().view()->setFocus();
        QTest::keyClick(tree().view(), Qt::Key_C, Qt::ControlModifier);
        tree().select(at("/Drivers/Folder"));
        QTest::keyClick(tree().view(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(message().isVisible());
        QCOMPARE(remedy().text(), u"Paste into EmailService"_s);
        QTest::mouseClick(&remedy(), Qt::LeftButton);
        QCOMPARE(shownPath(), u"/Services/EmailService/Out1"_s);
        QVERIFY(isHighlighted());
        QVERIFY(!message().isVisible());
    }
};

STATIONER_TEST(AddingTest)
#include "adding_test.moc"
