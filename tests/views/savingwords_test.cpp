// What the window says about saving: where the station is, what is not saved, and what can be done where it cannot be saved.

#include "desktop.h"
#include "support/stationertest.h"
#include "views/changes/changesdialog.h"
#include "views/common/messagebar.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class SavingWordsTest : public QObject, Desktop {
    Q_OBJECT

    void setPort(const QString& port) { QVERIFY(!station().change(at("/Services/EmailService/Out"), {{u"port"_s, port}})); }
    template <class Widget>
    Widget* find(const QString& name)
    {
        return window().findChild<Widget*>(name);
    }
    QString firstStep()
    {
        for (const auto* step : window().findChildren<QAbstractButton*>(u"breadcrumb0"_s))
            if (step->isVisible())
                return step->text();
        return {};
    }

private slots:
    void initTestCase() { m_theme.apply(Appearance::Light); }
    void init()
    {
        makeFolder();
        m_settings->setValue("said/runningStation"_L1, true);
        QByteArray xml = smallStation(outgoing());
        xml.replace("  <p n=\"stationName\" v=\"acme\"/>\n", ""); // its title is the file's name
        write(xml);
        start();
        open();
    }
    void cleanup() { m_desktop.reset(); }

    void saveAsChangesTheNameInTheWay()
    {
        QVERIFY2(window().windowTitle().contains(u"acme"_s), qPrintable(window().windowTitle()));
        window().showComponent(at("/Services"));
        QVERIFY(!station().saveAs(path(u"other.bog"_s)));
        QVERIFY2(window().windowTitle().contains(u"other"_s), qPrintable(window().windowTitle()));
        QVERIFY2(firstStep().contains(u"other"_s), qPrintable(firstStep()));
    }

    void showChangesSaysWhatItCountsBesideTheWindow()
    {
        setPort(u"2525"_s);
        find<QAction>(u"fileShowChanges"_s)->trigger();
        auto* dialog = window().findChild<ChangesDialog*>();
        const auto summary = [&] { return dialog->findChild<QLabel*>(u"changesSummary"_s)->text(); };
        QVERIFY2(summary().startsWith(u"One difference to "_s) && summary().endsWith(u"acme.bog"_s), qPrintable(summary()));
        setPort(u"2526"_s);
        setPort(u"2527"_s);
        QCOMPARE(find<QLabel>(u"unsavedChanges"_s)->text(), u"3 changes not saved"_s);
        QTRY_VERIFY2(summary().endsWith(u"acme.bog, made by 3 changes"_s), qPrintable(summary()));
    }

    void whatMayNotBeWrittenIsSavedElsewhere()
    {
        auto* bar = find<MessageBar>(u"messageBar"_s);
        emit window().files().refused(u"You may not write it."_s);
        QVERIFY(bar->isVisible());
        QVERIFY(!window().findChild<QFileDialog*>());
        emit bar->actionClicked();
        QTRY_VERIFY(window().findChild<QFileDialog*>());
    }
};

STATIONER_TEST(SavingWordsTest)
#include "savingwords_test.moc"
