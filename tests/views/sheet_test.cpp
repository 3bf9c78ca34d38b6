#include "activewindow.h"
#include "items/propertysheetmodel.h"
#include "session/lasttests.h"
#include "session/openstation.h"
#include "session/stationstores.h"
#include "support/smallstation.h"
#include "support/stationertest.h"
#include "views/common/linkbutton.h"
#include "views/common/noteline.h"
#include "views/common/wishes.h"
#include "views/sheet/groupview.h"
#include "views/sheet/propertysheet.h"
#include "views/sheet/rowview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

/// The property sheet on a real station: keys and clicks go in, undo steps come out.
class SheetTest : public QObject {
    Q_OBJECT

    struct Desk {
        QTemporaryDir folder;
        OpenStation station;
        StationStores stores;
        LastTests tests{station, stores};
        PropertySheetModel model{station, tests};
        Wishes wishes;
        PropertySheet sheet{model, tests, wishes};
        SlotId out = SlotId::None;
    };
    std::unique_ptr<Desk> m_desk;

    void open(const QByteArray& inside)
    {
        m_desk = std::make_unique<Desk>();
        const QString path = m_desk->folder.filePath(u"acme.bog"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(smallStation(outgoing(inside) + incoming()));
        file.close();
        QVERIFY(!m_desk->station.open(path));
        m_desk->out = m_desk->station.document().find(u"/Services/EmailService/Out");
        QVERIFY(m_desk->out != SlotId::None);
        m_desk->model.show(m_desk->out);
        m_desk->sheet.resize(1000, 800);
        QVERIFY(showActive(m_desk->sheet));
    }
    RowView* row(const char* slot) { return m_desk->sheet.row(QString::fromLatin1(slot)); }
    template <class Control>
    Control* control(const char* slot)
    {
        return qobject_cast<Control*>(row(slot)->editor()->control());
    }
    QLineEdit* portLine() { return control<QComboBox>("port")->lineEdit(); }
    QString value(const char* slot)
    {
        return effectiveValue(m_desk->station.document(), m_desk->out, QString::fromLatin1(slot)).value_or(u"?"_s);
    }
    void click(const char* slot)
    {
        auto* box = control<QCheckBox>(slot);
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    }

private slots:
    void everyRowHasAnOpenEditorOrAValueAndAName()
    {
        open({});
        QVERIFY(m_desk->model.rowCount() > 15);
        for (int i = 0; i < m_desk->model.rowCount(); ++i) {
            const QString slot = m_desk->model.slotAt(i);
            RowView* shown = m_desk->sheet.row(slot);
            QVERIFY2(shown, qPrintable(slot));
            QVERIFY2(!shown->label().isEmpty(), qPrintable(slot));
            if (shown->editor())
                QVERIFY2(!shown->editor()->control()->accessibleName().isEmpty(), qPrintable(slot));
        }
    }
    void typingIsOneStepAndItsMarkGoesWithIt()
    {
        open(test::value("hostname", "smtp.acme.example"));
        auto* line = control<QLineEdit>("hostname");
        line->setFocus();
        line->end(false);
        QTest::keyClicks(line, u".org"_s);
        QCOMPARE(value("hostname"), u"smtp.acme.example.org"_s);
        QCOMPARE(m_desk->station.undoStack()->count(), 1);
        const int at = m_desk->model.rowOf(u"hostname");
        QVERIFY(m_desk->model.row(at).isChanged);
        m_desk->station.undoStack()->undo();
        QCOMPARE(line->text(), u"smtp.acme.example"_s);
        QVERIFY(!m_desk->model.row(at).isChanged);
    }
    void useSslMovesThePortInOneStep()
    {
        open({});
        QCOMPARE(portLine()->text(), u"25"_s);
        click("useSsl");
        QCOMPARE(value("useSsl"), u"true"_s);
        QCOMPARE(portLine()->text(), u"465"_s);
        QCOMPARE(m_desk->station.undoStack()->count(), 1);
        QVERIFY(row("port")->note()->text().contains(u"25"_s));
        QVERIFY(row("port")->note()->remedyButton()->isVisible());
        click("useStartTls");
        QVERIFY(!control<QCheckBox>("useSsl")->isChecked());
        QCOMPARE(portLine()->text(), u"587"_s);
        m_desk->station.undoStack()->undo();
        m_desk->station.undoStack()->undo();
        QCOMPARE(portLine()->text(), u"25"_s);
    }
    void aRemedyIsOneClick()
    {
        open(test::value("hostname", "smtp.acme.example") + test::value("account", "bob"));
        LinkButton* remedy = row("useSsl")->note()->remedyButton();
        QVERIFY(remedy->isVisible());
        QTest::mouseClick(remedy, Qt::LeftButton);
        QCOMPARE(value("useSsl"), u"true"_s);
        QCOMPARE(value("port"), u"465"_s);
        QCOMPARE(m_desk->station.undoStack()->count(), 1);
    }
    void aResetIsNotUndoneByAnOpenEditor()
    {
        open(test::value("port", "2525"));
        portLine()->setFocus();
        portLine()->selectAll();
        QTest::keyClicks(portLine(), u"9999"_s);
        QToolButton* reset = row("port")->resetButton();
        QVERIFY(reset->isVisible());
        QTest::mouseClick(reset, Qt::LeftButton);
        QCOMPARE(value("port"), u"25"_s);
        QCOMPARE(portLine()->text(), u"25"_s);
        control<QLineEdit>("hostname")->setFocus(); // the editor closes
        QCOMPARE(value("port"), u"25"_s);
        QVERIFY(!reset->isVisible());
        QCOMPARE(m_desk->station.undoStack()->count(), 1);
    }
    void aRefusalIsSaidAndTheValueStays()
    {
        open({});
        portLine()->setFocus();
        portLine()->selectAll();
        QTest::keyClicks(portLine(), u"0"_s);
        QTest::keyClick(portLine(), Qt::Key_Return);
        QCOMPARE(value("port"), u"25"_s);
        QVERIFY(!row("port")->note()->isEmpty());
        QCOMPARE(m_desk->station.undoStack()->count(), 0);
    }
    void whatIsTypedIsSaidBeforeASave()
    {
        open({});
        portLine()->setFocus();
        portLine()->selectAll();
        QTest::keyClicks(portLine(), u"2525"_s);
        QCOMPARE(value("port"), u"25"_s);
        m_desk->sheet.commit();
        QCOMPARE(value("port"), u"2525"_s);
    }
    void whatIsTypedNeverLandsInAnotherComponent()
    {
        open(test::value("port", "2525"));
        const SlotId in = m_desk->station.document().find(u"/Services/EmailService/In");
        portLine()->setFocus();
        portLine()->selectAll();
        QTest::keyClicks(portLine(), u"9999"_s);
        m_desk->model.show(in);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(effectiveValue(m_desk->station.document(), in, u"port").value_or(QString()), u"110"_s);
        QCOMPARE(m_desk->station.undoStack()->count(), 0);
    }
    void theFilterLooksAtLabelsAndSlots()
    {
        open({});
        auto* filter = m_desk->sheet.findChild<QLineEdit*>(u"sheetFilter"_s);
        filter->setFocus();
        QTest::keyClicks(filter, u"useStart"_s);
        QVERIFY(row("useStartTls")->isVisible());
        QVERIFY(!row("hostname")->isVisible());
        filter->clear();
        QTest::keyClicks(filter, u"max sendable"_s);
        QVERIFY(row("maxSendablePerDay")->isVisible()); // in a folded group
        filter->clear();
        QVERIFY(row("hostname")->isVisible());
        QVERIFY(!row("maxSendablePerDay")->isVisible());
    }
    void textFromTheFileIsShownAsItIs()
    {
        open(test::value("mystery", "&lt;b&gt;bold&lt;/b&gt;"));
        QVERIFY(row("mystery"));
        const auto labels = m_desk->sheet.findChildren<QLabel*>();
        for (const QLabel* label : labels)
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
    }
    void tabGoesDownTheRows()
    {
        open({});
        control<QLineEdit>("hostname")->setFocus();
        QTest::keyClick(control<QLineEdit>("hostname"), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"transport"_s);
    }
    void anotherComponentBringsItsOwnRows()
    {
        open(test::value("hostname", "a.example"));
        m_desk->model.show(m_desk->station.document().find(u"/Services/EmailService/In"));
        QVERIFY(m_desk->sheet.row(u"store"_s));
        QVERIFY(!m_desk->sheet.row(u"transport"_s));
        QVERIFY(row("hostname"));
        m_desk->model.show(SlotId::None);
        QVERIFY(!row("hostname"));
    }
    void theLastTestIsOfOneAccountOnly()
    {
        open({});
        OpenStation& station = m_desk->station;
        const auto copies = station.duplicate({m_desk->out});
        QVERIFY(bool(copies));
        m_desk->tests.record(m_desk->out, Report());
        auto* group = m_desk->sheet.findChild<GroupView*>(u"groupLastTest"_s);
        QVERIFY(group && group->isVisible());
        m_desk->model.show(QList{m_desk->out} + copies.value().components);
        QVERIFY(!group->isVisible());
        m_desk->model.show(m_desk->out);
        QVERIFY(group->isVisible());
    }
    void noRowIsSqueezed_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {480, 640, 800, 1200})
            QTest::addRow("%d", width) << width;
    }
    void noRowIsSqueezed()
    {
        QFETCH(int, width);
        open(test::value("hostname", "smtp.acme.example") + test::value("account", "bob") + test::value("port", "2525"));
        m_desk->sheet.resize(width, 500);
        m_desk->sheet.setPasswordFacts({true, true, PasswordHome::NoKeyRing});
        click("useSsl");
        QTest::qWait(50);
        for (int i = 0; i < m_desk->model.rowCount(); ++i) {
            RowView* shown = m_desk->sheet.row(m_desk->model.slotAt(i));
            if (!shown->isVisible())
                continue;
            QVERIFY2(shown->height() >= shown->heightForWidth(shown->width()), qPrintable(shown->slot()));
            if (!shown->note()->isEmpty())
                QVERIFY2(shown->rect().contains(shown->note()->geometry()), qPrintable(shown->slot()));
        }
    }
    void theOnlyGroupIsNotFolded()
    {
        open({});
        QVERIFY(!row("debug")->isVisible());
        m_desk->model.show(m_desk->station.document().find(u"/Services/EmailService"));
        QVERIFY(row("enabled")->isVisible());
    }
    void theNoteGoesBelowWhereThereIsNoRoom()
    {
        open(test::value("hostname", "smtp.acme.example") + test::value("account", "bob"));
        const int wide = row("useSsl")->heightForWidth(1000);
        const int narrow = row("useSsl")->heightForWidth(420);
        QVERIFY(narrow > wide);
    }
};

STATIONER_TEST(SheetTest)
#include "sheet_test.moc"
