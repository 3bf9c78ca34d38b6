// The steps of the demo over the sheet: those of README's tour, ticked as they are taken.

#include "app/demo/demostation.h"
#include "catalogue/accountslots.h"
#include "catalogue/catalogue.h"
#include "desktop.h"
#include "support/stationertest.h"
#include "views/demohint.h"
#include "views/sheet/propertysheet.h"
#include "views/sheet/rowview.h"
#include "views/trust/challengedialog.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class DemoTourTest : public QObject, Desktop {
    Q_OBJECT

    using Step = DemoHint::Step;

    DemoHint& hint() { return *window().findChild<DemoHint*>(); }
    int done()
    {
        int count = 0;
        for (int i = 0; i < DemoHint::stepCount; ++i)
            count += hint().isDone(Step(i)) ? 1 : 0;
        return count;
    }
    QString title() { return hint().findChild<QLabel*>(u"demoStepTitle"_s)->text(); }

private slots:
    void initTestCase() { m_theme.apply(Appearance::Light); }
    void cleanup() { m_desktop.reset(); }

    void readmeCountsTheSameSteps()
    {
        QFile readme(QStringLiteral(STATIONER_TESTS) + u"/../README.md"_s);
        QVERIFY(readme.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(readme.readAll());
        int steps = 0;
        const QRegularExpression step(u"^(\\d)\\. \\*\\*"_s, QRegularExpression::MultilineOption);
        for (auto matches = step.globalMatch(text); matches.hasNext(); matches.next())
            ++steps;
        QCOMPARE(steps, DemoHint::stepCount);
    }

    void everyStepIsTickedAsItIsTaken()
    {
        makeFolder();
        start();
        QString error;
        QVERIFY2(m_desktop->startDemo(&error), qPrintable(error));
        QVERIFY(hint().isVisible());
        QCOMPARE(done(), 0);
        QCOMPARE(title(), u"Open"_s);
        const SlotId account = station().document().find(QString(DemoStation::tourAccount));
        QVERIFY(!isOn(station().document(), account, useSslSlot)); // there is something to do
        window().showComponent(account);
        QVERIFY(hint().isDone(Step::Open));
        QCOMPARE(title(), u"Set"_s);
        QVERIFY(!station().change({account}, {{useSslSlot, u"true"_s}}));
        QVERIFY(hint().isDone(Step::Set));
        QCOMPARE(title(), u"Test"_s);
        QCOMPARE(done(), 2);

        QSignalSpy tested(m_desktop.get(), &Composition::testFinished);
        click(u"testButton"_s);
        QTRY_COMPARE(tested.size(), 1);
        QVERIFY(hint().isDone(Step::Test));
        QVERIFY(!hint().isDone(Step::Settle));
        QTRY_VERIFY(m_desktop->challenge());
        click(*m_desktop->challenge(), u"accept"_s);
        QTRY_COMPARE(tested.size(), 2);
        QVERIFY(hint().isDone(Step::Settle));
        QCOMPARE(title(), u"Test All"_s);

        window().showComponent(emailService(station().document()));
        click(u"testAll"_s);
        QTRY_VERIFY_WITH_TIMEOUT(hint().isDone(Step::TestAll), 30000);
        QCOMPARE(title(), u"Save"_s);
        QVERIFY(!station().save());
        QCOMPARE(done(), DemoHint::stepCount);
        QCOMPARE(title(), u"Done"_s);
        // The next demo begins anew.
        QVERIFY(m_desktop->startDemo(&error));
        QCOMPARE(done(), 0);
    }

    void anotherStationTicksNothing()
    {
        makeFolder();
        write(smallStation(outgoing(value("useSsl", "true"))));
        start();
        QString error;
        QVERIFY2(m_desktop->startDemo(&error), qPrintable(error));
        open();
        window().showComponent(at("/Services/EmailService/Out"));
        QVERIFY(!station().save());
        QVERIFY(!hint().isVisible());
        QCOMPARE(done(), 0);
    }
};

STATIONER_TEST(DemoTourTest)
#include "demotour_test.moc"
