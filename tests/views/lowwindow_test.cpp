// A window on a small screen: it fits, dialogs keep their buttons, and what is less needed takes less room.

#include "desktop.h"
#include "support/stationertest.h"
#include "views/common/breadcrumbs.h"
#include "views/common/messagebar.h"
#include "views/common/messagestack.h"
#include "views/common/screenfit.h"
#include "views/connection/foldbutton.h"
#include "views/connection/testpanel.h"
#include "views/nav/navtree.h"
#include "views/sheet/groupview.h"
#include "views/sheet/propertysheet.h"
#include "views/sheet/rowview.h"

#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTranslator>
#include <QVBoxLayout>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class LowWindowTest : public QObject, Desktop {
    Q_OBJECT

    void openOut()
    {
        openStation(smallStation(outgoing(value("hostname", "mail.acme.example") + value("port", "2525") +
                                          value("useSsl", "true") + value("account", "alarms"))));
        window().showComponent(at("/Services/EmailService/Out"));
    }
    GroupView& group(Group which) { return *window().sheet().findChild<GroupView*>(u"group%1"_s.arg(int(which))); }
    static QRect placeOf(const QWidget& widget, const QWidget& in) { return {widget.mapTo(&in, QPoint()), widget.size()}; }

private slots:
    void initTestCase() { m_theme.apply(Appearance::Light); }
    void cleanup() { m_desktop.reset(); }

    void aWindowIsMadeToFit_data()
    {
        QTest::addColumn<QRect>("window");
        QTest::addColumn<QRect>("fitted");
        QTest::newRow("fits") << QRect(10, 30, 300, 200) << QRect(10, 30, 300, 200);
        QTest::newRow("larger than the screen") << QRect(0, 0, 1312, 784) << QRect(4, 28, 792, 460);
        QTest::newRow("to the right of it") << QRect(700, 100, 300, 200) << QRect(496, 100, 300, 200);
        QTest::newRow("above it") << QRect(100, -40, 300, 200) << QRect(100, 28, 300, 200);
    }
    void aWindowIsMadeToFit()
    {
        QFETCH(QRect, window);
        QTEST(fittedInto(window, QRect(4, 28, 792, 460)), "fitted");
    }

    void theFirstWindowFitsItsScreenWithItsFrame()
    {
        makeFolder();
        start();
        const QRect screen = window().screen()->availableGeometry();
        QVERIFY(screen.contains(window().frameGeometry()));
        // On a screen of 1600 by 1000 at 200 %.
        const QRect room(4, 28, 792, 468);
        fitInto(window(), room);
        QTRY_VERIFY(room.contains(window().geometry()));
        openOut();
        QVERIFY(window().minimumSizeHint().width() <= room.width());
        QVERIFY2(window().minimumSizeHint().height() <= room.height(),
                 qPrintable(QString::number(window().minimumSizeHint().height())));
    }

    void aSavedSizeOfALargerScreenIsCutToThisOne()
    {
        makeFolder();
        start();
        window().resize(5000, 4000);
        window().hide();
        window().show();
        const QSize screen = window().screen()->availableGeometry().size();
        QTRY_COMPARE(window().size().boundedTo(screen), window().size());
    }

    void aDialogThatNeedsMoreScrollsAndKeepsItsButtons()
    {
        QDialog dialog;
        auto* layout = new QVBoxLayout(&dialog);
        for (int i = 0; i < 40; ++i)
            layout->addWidget(new QLabel(u"Line %1"_s.arg(i), &dialog));
        auto* row = new QHBoxLayout;
        auto* nested = new QPushButton(u"Nested"_s, &dialog);
        row->addWidget(nested);
        layout->addLayout(row);
        auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
        layout->addWidget(buttons);
        dialog.adjustSize();
        const QRect room(0, 0, 600, 300);
        fitInto(dialog, room);
        QVERIFY(showActive(dialog));
        QTRY_VERIFY(dialog.height() <= room.height());
        QVERIFY(dialog.rect().contains(placeOf(*buttons, dialog)));
        auto* scroll = dialog.findChild<QScrollArea*>();
        QVERIFY(scroll && scroll->isAncestorOf(nested) && !scroll->isAncestorOf(buttons));
        scroll->ensureWidgetVisible(nested);
        QVERIFY(scroll->rect().contains(placeOf(*nested, *scroll)));
        // One that fits stays as it is.
        QDialog small;
        auto* line = new QVBoxLayout(&small);
        line->addWidget(new QLabel(u"Line"_s, &small));
        line->addWidget(new QDialogButtonBox(QDialogButtonBox::Close, &small));
        small.adjustSize();
        fitInto(small, room);
        QVERIFY(!small.findChild<QScrollArea*>());
    }

    /// At 200 % on a screen of 1600 by 1000.
    void theProgramsDialogsKeepTheirButtonsInSight_data()
    {
        QTest::addColumn<QString>("action");
        for (const char* action : {"fileShowChanges", "toolsTrust", "toolsSendTestMessage", "helpAbout"})
            QTest::newRow(action) << QString::fromLatin1(action);
    }
    void theProgramsDialogsKeepTheirButtonsInSight()
    {
        QFETCH(QString, action);
        openOut();
        QVERIFY(!station().change(at("/Services/EmailService/Out"), {{u"port"_s, u"26"_s}}));
        auto* found = window().findChild<QAction*>(action);
        QVERIFY(found && found->isEnabled());
        found->trigger();
        const auto shownDialog = [this]() -> QDialog* {
            for (QWidget* each : QApplication::topLevelWidgets())
                if (auto* dialog = qobject_cast<QDialog*>(each); dialog && dialog->isVisible())
                    return dialog;
            return nullptr;
        };
        QTRY_VERIFY(shownDialog());
        QDialog& dialog = *shownDialog();
        const QSize room(792, 468);
        fitInto(dialog, QRect(QPoint(4, 28), room));
        QTRY_COMPARE(dialog.size().boundedTo(room), dialog.size());
        QTest::qWait(50);
        int buttons = 0;
        for (const QPushButton* button : dialog.findChildren<QPushButton*>()) {
            if (!button->isVisible() || button->window() != &dialog)
                continue;
            ++buttons;
            QVERIFY2(dialog.rect().contains(placeOf(*button, dialog)), qPrintable(button->text()));
        }
        QVERIFY(buttons > 0);
        dialog.close();
    }

    void barsMergeIntoOne()
    {
        QWidget host;
        auto* layout = new QVBoxLayout(&host);
        auto* stack = new MessageStack(host);
        auto* disk = new MessageBar(&host);
        auto* other = new MessageBar(&host);
        stack->add(*disk);
        stack->add(*other);
        layout->addWidget(stack);
        host.resize(600, 300);
        QVERIFY(showActive(host));
        const auto more = [](MessageBar* bar) { return bar->findChild<QAbstractButton*>(u"messageBarMore"_s); };
        disk->say(Badge::Warning, u"The file was moved."_s);
        QVERIFY(disk->isVisible() && !more(disk)->isVisible());
        // The gravest is seen, whichever came last.
        other->say(Badge::Info, u"Opened elsewhere."_s);
        QVERIFY(disk->isVisible() && !other->isVisible() && other->isSaying());
        QCOMPARE(more(disk)->text(), u"+1"_s);
        other->say(Badge::Fault, u"Not saved."_s);
        QVERIFY(other->isVisible() && !disk->isVisible());
        QCOMPARE(more(other)->text(), u"+1"_s);
        QVERIFY(!more(other)->accessibleName().isEmpty());
        more(other)->click();
        QVERIFY(other->isVisible() && disk->isVisible() && !more(other)->isVisible());
        other->hide();
        QVERIFY(disk->isVisible() && !more(disk)->isVisible());
        // Where there is room, nothing hides behind another.
        other->say(Badge::Info, u"Opened elsewhere."_s);
        QVERIFY(!other->isVisible());
        host.resize(600, 900);
        QTRY_VERIFY(other->isVisible() && disk->isVisible() && !more(disk)->isVisible());
        host.resize(600, 300);
        QTRY_VERIFY(!other->isVisible() && disk->isVisible() && more(disk)->isVisible());
        other->hide();
        disk->hide();
        QVERIFY(!disk->isVisible() && !other->isVisible());
    }

    void foldedGroupsShareOneLine()
    {
        openOut();
        const QList<GroupView*> folded{&group(Group::Polling), &group(Group::SendingLimits), &group(Group::Other)};
        QTest::qWait(50);
        for (const GroupView* each : folded) {
            QVERIFY(each->isFolded());
            QCOMPARE(each->y(), folded.first()->y());
        }
        QVERIFY(folded[1]->x() > folded[0]->geometry().right());
        folded[0]->setFolded(false);
        QTRY_VERIFY(folded[1]->y() > folded[0]->geometry().bottom() - 1);
        QCOMPARE(folded[2]->y(), folded[1]->y());
        QVERIFY(folded[0]->width() > folded[1]->width() * 2);
        // The rows of an open group are seen whole.
        for (const RowView* row : folded[0]->rows())
            if (row->isVisibleTo(folded[0]))
                QVERIFY(folded[0]->rect().contains(placeOf(*row, *folded[0])));
    }

    void theWayLeavesItsFirstStepsOut()
    {
        Breadcrumbs way;
        way.setSteps({u"HarbourHouse"_s, u"Services"_s, u"EmailService"_s, u"OutgoingAccount"_s});
        way.resize(600, 30);
        QVERIFY(showActive(way));
        const auto step = [&](int which) { return way.findChild<QWidget*>(u"breadcrumb%1"_s.arg(which)); };
        QVERIFY(step(0)->isVisible() && step(3)->isVisible());
        for (const int width : {300, 200, 60}) {
            way.resize(width, 30);
            QTRY_COMPARE(way.width(), width);
            QTest::qWait(20);
            QVERIFY(!step(0)->isVisible() && step(3)->isVisible());
        }
        QVERIFY(!step(2)->isVisible());
        way.resize(300, 30);
        QTRY_VERIFY(step(2)->isVisible());
        QTRY_VERIFY(step(3)->width() >= step(3)->sizeHint().width());
        way.resize(600, 30);
        QTRY_VERIFY(step(0)->isVisible());
    }

    void thePaletteFoldsInALowWindow()
    {
        openOut();
        auto& list = *window().findChild<QListWidget*>(u"palette"_s);
        window().resize(1312, 784);
        QTRY_VERIFY(list.isVisible());
        window().resize(900, 600);
        QTRY_VERIFY(!list.isVisible());
        // The tree has its room.
        const QWidget& palette = *list.parentWidget()->parentWidget();
        const auto* left = window().findChild<QWidget*>(u"leftSplitter"_s);
        QTRY_VERIFY(left->height() - window().navTree().geometry().bottom() < palette.height() + 12);
        window().resize(1312, 784);
        QTRY_VERIFY(list.isVisible());
        // What the user did stays.
        window().resize(900, 600);
        QTRY_VERIFY(!list.isVisible());
        click(u"paletteFold"_s);
        QVERIFY(list.isVisible());
        window().resize(900, 620);
        QTest::qWait(20);
        QVERIFY(list.isVisible());
    }

    void serverAndSignInAreSeenWholeInGerman()
    {
        QTranslator german;
        QVERIFY(german.load(QCoreApplication::applicationDirPath() + u"/../stationer_de.qm"_s));
        QCoreApplication::installTranslator(&german);
        openOut();
        window().resize(900, 600);
        QTRY_COMPARE(window().size(), QSize(900, 600));
        QTest::qWait(50);
        const auto* scroll = window().sheet().findChild<QScrollArea*>();
        // Beside a panel that has one line to say.
        const int panelLine = window().fontMetrics().height() * 3;
        const int room = scroll->viewport()->height() + qMax(0, window().testPanel().height() - panelLine);
        const QWidget& content = *scroll->widget();
        for (const Group which : {Group::Server, Group::SignIn})
            QVERIFY2(placeOf(group(which), content).bottom() < room,
                     qPrintable(u"%1: %2 of %3"_s.arg(int(which)).arg(placeOf(group(which), content).bottom()).arg(room)));
        m_desktop.reset();
        QCoreApplication::removeTranslator(&german);
    }
};

STATIONER_TEST(LowWindowTest)
#include "lowwindow_test.moc"
