// The sheet of a component that no table knows, and what is said of the file on disk; in the whole window.

#include "desktop.h"
#include "picture.h"
#include "session/stationreading.h"
#include "support/stationertest.h"
#include "views/common/noteline.h"
#include "views/nav/navtree.h"
#include "views/openingdialog.h"
#include "views/sheet/facetstable.h"
#include "views/sheet/groupview.h"
#include "views/sheet/propertysheet.h"
#include "views/sheet/rowview.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class GenericSheetTest : public QObject, Desktop {
    Q_OBJECT

    static QByteArray station(const QByteArray& lines)
    {
        return smallStation(outgoing(test::value("hostname", "mail.example")),
                            "   <p n='Setpoint' h='20' m='c=control' t='c:NumericWritable'>\n" + lines + "   </p>\n");
    }
    void open(const QByteArray& lines)
    {
        write(station(lines));
        Desktop::open();
        window().showComponent(at("/Services/Setpoint"));
    }
    RowView* row(const char* slot) { return window().sheet().row(QString::fromLatin1(slot)); }
    QString value(const char* slot) { return m_desktop->station().document().value(at(slot)).value_or(u"?"_s); }
    template <class Widget>
    Widget* find(const QString& name)
    {
        return window().findChild<Widget*>(name);
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

    void typesRowsByTheirFacets()
    {
        open("    <p n='facets' t='b:Facets' v='units=u:celsius;°C;K;|precision=i:1|min=d:-20.0|max=d:60.0'/>\n"
             "    <p n='value' t='b:Double' v='21.5'/>\n"
             "    <p n='mode' f='o' t='b:DynamicEnum' x='range=E:{Off=0,Heat=1,Cool=2}' v='1'/>\n"
             "    <p n='count' t='b:Integer' f='s' v='3'/>\n"
             "    <p n='link' t='b:Ord' v='slot:/Drivers/Nowhere'/>\n"
             "    <p n='secretly' f='h' t='b:String' v='x'/>\n"
             "    <p n='fixed' f='r' t='b:String' v='read only text'/>\n");
        const NoteLine* note = row("link")->findChild<NoteLine*>();
        QTRY_COMPARE(note->text(), u"Leads to a component that this station does not have."_s);
        QTRY_VERIFY(note->isVisible() && row("link")->rect().contains(note->geometry()));
        picture(window(), u"generic"_s);
        auto* mode = qobject_cast<QComboBox*>(row("mode")->editor()->control());
        QVERIFY(mode);
        QCOMPARE(mode->count(), 3);
        QCOMPARE(mode->currentText(), u"Heat"_s);
        mode->setCurrentIndex(2);
        emit mode->activated(2);
        QCOMPARE(value("/Services/Setpoint/mode"), u"2"_s);
        auto* line = qobject_cast<QLineEdit*>(row("value")->editor()->control());
        QVERIFY(line);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, u"99"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(value("/Services/Setpoint/value"), u"21.5"_s); // beyond its range
        auto* table = row("facets")->findChild<FacetsTable*>();
        QVERIFY(table && table->isVisible());
        QVERIFY(row("secretly")->isHiddenByDefault());
        QVERIFY(!row("secretly")->isVisible());
        find<QAbstractButton>(u"copy-fixed"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"read only text"_s);
        QVERIFY(row("mode")->findChildren<QLabel*>().size() > 1);
    }

    void saysWhenAnotherProgramChangesTheFile()
    {
        open("    <p n='count' t='b:Integer' v='3'/>\n");
        QTest::qWait(400);
        auto* bar = find<QWidget>(u"diskBar"_s);
        QVERIFY(!bar->isVisible());
        write(station("    <p n='count' t='b:Integer' v='4'/>\n"));
        QTRY_VERIFY(bar->isVisible());
        picture(window(), u"changed-on-disk"_s);
        bar->findChild<QAbstractButton*>(u"messageBarSecond"_s)->click(); // Keep
        QVERIFY(!bar->isVisible());
        QCOMPARE(value("/Services/Setpoint/count"), u"3"_s);
        write(station("    <p n='count' t='b:Integer' v='55'/>\n"));
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(!m_desktop->station().change(at("/Services/Setpoint"), {{u"count"_s, u"7"_s}}));
        window().resize(800, 700);
        picture(window(), u"changed-on-disk-800"_s);
        QMetaObject::invokeMethod(bar, "reloadRequested");
        auto* question = find<QMessageBox>(u"reloadQuestion"_s);
        QVERIFY(question);
        for (QAbstractButton* button : question->buttons())
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        QCOMPARE(value("/Services/Setpoint/count"), u"55"_s);
        QCOMPARE(window().shown(), at("/Services/Setpoint"));
        QVERIFY(!bar->isVisible());
    }

    void readsALargeFileAside()
    {
        QByteArray lines;
        for (int i = 0; i < 60000; ++i)
            lines += "    <p n='p" + QByteArray::number(i) + "' t='b:String' v='some text to make it large'/>\n";
        write(smallStation(outgoing(test::value("hostname", "mail.example")),
                           "   <p n='Big' h='20' t='b:Folder'>\n" + lines + "   </p>\n"));
        window().files().open(path());
        QVERIFY(!m_desktop->station().isOpen()); // not yet
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->station().isOpen(), 30000);
        QCOMPARE(window().shown(), at("/Services/EmailService/Out"));
        QTRY_VERIFY(!find<QWidget>(u"openingDialog"_s));
        // Given up: what is open stays.
        write(smallStation(incoming(), "   <p n='Big' h='20' t='b:Folder'>\n" + lines + "   </p>\n"));
        window().files().open(path());
        auto* dialog = find<QDialog>(u"openingDialog"_s);
        QVERIFY(dialog);
        dialog->reject();
        QTest::qWait(1500);
        QVERIFY(at("/Services/EmailService/Out") != SlotId::None);
        QVERIFY(at("/Services/EmailService/In") == SlotId::None);
        const StationReading reading;
        auto* shown = new OpeningDialog(path(), reading, &window());
        shown->open();
        QVERIFY(shown->findChild<QProgressBar*>());
        picture(*shown, u"opening"_s);
        delete shown;
    }
};

STATIONER_TEST(GenericSheetTest)
#include "genericsheet_test.moc"
