#include "activewindow.h"
#include "catalogue/property.h"
#include "support/stationertest.h"
#include "terms/secret.h"
#include "views/common/accessibles.h"
#include "views/common/filterline.h"
#include "views/common/plaintext.h"
#include "views/common/viewswitcher.h"
#include "views/sheet/editors/editorfactory.h"
#include "views/sheet/editors/passwordeditor.h"
#include "views/sheet/groupview.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace stationer;
using namespace Qt::StringLiterals;

/// What an accessibility helper is told of our widgets, and that what it sets counts as what a hand sets.
class ReachTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    Editor* m_editor = nullptr;
    QStringList m_said;
    QList<Editor::Entry> m_entries;

    void open(ValueKind kind, const Field& field)
    {
        m_window = std::make_unique<QWidget>();
        m_said.clear();
        m_entries.clear();
        auto* layout = new QVBoxLayout(m_window.get());
        auto* elsewhere = new QLineEdit(m_window.get());
        m_editor = makeEditor(kind, m_window.get());
        layout->addWidget(elsewhere);
        layout->addWidget(m_editor);
        m_editor->setField(field);
        m_editor->setName(u"slot"_s, u"Label & more"_s);
        connect(m_editor, &Editor::edited, this, [this](const QString& value, Editor::Entry entry) {
            m_said += value;
            m_entries += entry;
        });
        QVERIFY(stationer::test::showActive(*m_window));
        elsewhere->setFocus(); // a helper needs no focus
    }
    static QAccessibleInterface* accessible(QObject* of) { return QAccessible::queryAccessibleInterface(of); }
    QAccessibleInterface* control() { return accessible(m_editor->control()); }
    static void act(QAccessibleInterface* on, const QString& action)
    {
        QVERIFY2(on->actionInterface()->actionNames().contains(action),
                 qPrintable(on->actionInterface()->actionNames().join(u' ')));
        on->actionInterface()->doAction(action);
    }
    static void write(QAccessibleInterface* into, const QString& text)
    {
        QVERIFY(into->editableTextInterface());
        into->editableTextInterface()->replaceText(0, into->textInterface()->characterCount(), text);
    }
    static QList<Choice> stores() { return {{u"pop3"_s, u"POP3"_s}, {u"imap"_s, u"IMAP"_s}}; }

private slots:
    void initTestCase() { new Accessibles(*qApp); }

    void everyEditorIsNamedAndLabelled_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = int(ValueKind::Boolean); kind < int(ValueKind::Other); ++kind)
            QTest::addRow("%d", kind) << kind;
    }
    void everyEditorIsNamedAndLabelled()
    {
        QFETCH(int, kind);
        open(ValueKind(kind), {.value = u"25"_s, .choices = stores()});
        QCOMPARE(control()->text(QAccessible::Name), u"Label & more"_s);
        const auto labels = control()->relations(QAccessible::Label);
        QCOMPARE(labels.size(), 1);
        QCOMPARE(labels.first().first->text(QAccessible::Name), u"Label & more"_s);
    }

    void aSwitchIsToggled()
    {
        open(ValueKind::Boolean, {.value = u"false"_s});
        act(control(), QAccessibleActionInterface::toggleAction());
        QCOMPARE(m_said, QStringList{u"true"_s});
        m_editor->setField({.value = u"true"_s});
        act(control(), QAccessibleActionInterface::toggleAction());
        QCOMPARE(m_said, (QStringList{u"true"_s, u"false"_s}));
    }
    void aMixedSwitchIsToggled()
    {
        open(ValueKind::Boolean, {.value = u"true"_s, .isMixed = true});
        act(control(), QAccessibleActionInterface::toggleAction());
        QCOMPARE(m_said.size(), 1);
    }
    void aLineIsWritten_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("said");
        QTest::newRow("text") << int(ValueKind::String) << u"a"_s << u"mail.example"_s << u"mail.example"_s;
        QTest::newRow("ord") << int(ValueKind::Ord) << u""_s << u"file:^mail"_s << u"file:^mail"_s;
        QTest::newRow("integer") << int(ValueKind::Integer) << u"3"_s << u"42"_s << u"42"_s;
        QTest::newRow("double") << int(ValueKind::Double) << u"3"_s << u"4.5"_s << u"4.5"_s;
        QTest::newRow("port") << int(ValueKind::Port) << u"25"_s << u"465"_s << u"465"_s;
        QTest::newRow("entry") << int(ValueKind::Port) << u"25"_s << u"IMAP"_s << u"imap"_s;
        QTest::newRow("account") << int(ValueKind::AccountName) << u""_s << u"Out"_s << u"Out"_s;
        QTest::newRow("span") << int(ValueKind::RelTime) << u"60000"_s << u"90"_s << u"90000"_s;
        QTest::newRow("time") << int(ValueKind::AbsTime) << u"null"_s << u"2024-05-02T11:30:00+02:00"_s
                              << u"2024-05-02T11:30:00+02:00"_s;
    }
    void aLineIsWritten()
    {
        QFETCH(int, kind);
        QFETCH(QString, before);
        QFETCH(QString, written);
        QFETCH(QString, said);
        open(ValueKind(kind), {.value = before, .maximum = 65535, .choices = stores()});
        write(control(), written);
        QTRY_COMPARE(m_said, QStringList{said});
        QCOMPARE(m_entries.first(), Editor::Entry::Committed);
    }
    void whatIsWrittenIntoTheFocusWaitsForItsEnd()
    {
        open(ValueKind::Port, {.value = u"25"_s, .maximum = 65535});
        m_editor->control()->setFocus();
        write(control(), u"465"_s);
        QCoreApplication::processEvents();
        QVERIFY(m_said.isEmpty());
        m_editor->commit();
        QCOMPARE(m_said, QStringList{u"465"_s});
    }
    void showingAnotherValueSaysNothing_data() { aLineIsWritten_data(); }
    void showingAnotherValueSaysNothing()
    {
        QFETCH(int, kind);
        QFETCH(QString, before);
        QFETCH(QString, said);
        open(ValueKind(kind), {.value = before, .choices = stores()});
        m_editor->setField({.value = said, .choices = {{u"1"_s, u"one"_s}}});
        QCoreApplication::processEvents();
        QVERIFY2(m_said.isEmpty(), qPrintable(m_said.join(u' ')));
    }

    void aListIsReadAndPickedFrom()
    {
        open(ValueKind::Enum, {.value = u"pop3"_s, .choices = stores()});
        QAccessibleInterface* list = control();
        QCOMPARE(list->role(), QAccessible::ComboBox);
        QCOMPARE(list->text(QAccessible::Value), u"POP3"_s);
        QCOMPARE(list->textInterface()->text(0, list->textInterface()->characterCount()), u"POP3"_s);
        act(list, QAccessibleActionInterface::increaseAction());
        QCOMPARE(m_said, QStringList{u"imap"_s});
        m_editor->setField({.value = u"imap"_s, .choices = stores()});
        act(list, QAccessibleActionInterface::increaseAction()); // there is no further one
        QCOMPARE(m_said.size(), 1);
        list->setText(QAccessible::Value, u"POP3"_s);
        QCOMPARE(m_said, (QStringList{u"imap"_s, u"pop3"_s}));
    }
    void aListOpensAndShutsForAHelper()
    {
        open(ValueKind::Enum, {.value = u"pop3"_s, .choices = stores()});
        auto* combo = qobject_cast<QComboBox*>(m_editor->control());
        act(control(), QAccessibleActionInterface::showMenuAction());
        QTRY_VERIFY(combo->view()->isVisible());
        QVERIFY(control()->state().expanded);
        QCOMPARE(control()->child(0)->childCount(), 2);
        act(control(), QAccessibleActionInterface::showMenuAction());
        QTRY_VERIFY(!combo->view()->isVisible());
    }
    void theUnitOfASpanIsPicked()
    {
        open(ValueKind::RelTime, {.value = u"60000"_s});
        auto* unit = m_editor->findChild<QComboBox*>(u"unit"_s);
        QVERIFY(!accessible(unit)->text(QAccessible::Name).isEmpty());
        accessible(unit)->setText(QAccessible::Value, unit->itemText(2));
        QCOMPARE(m_said, QStringList{u"3600000"_s});
    }
    void aPasswordIsWritten()
    {
        open(ValueKind::Password, {});
        QSignalSpy entered(qobject_cast<PasswordEditor*>(m_editor), &PasswordEditor::passwordEntered);
        write(control(), u"hunter2"_s);
        QTRY_COMPARE(entered.size(), 1);
        QCOMPARE(entered[0][0].value<Secret>().reveal(), "hunter2"_ba);
    }

    void aTitleIsAHeadingAndAViewATab()
    {
        PlainLabel title(u"Server"_s);
        QVERIFY(accessible(&title)->role() != QAccessible::Heading);
        title.setHeading(1.2);
        QCOMPARE(accessible(&title)->role(), QAccessible::Heading);
        QCOMPARE(accessible(&title)->text(QAccessible::Name), u"Server"_s);

        ViewSwitcher switcher;
        switcher.add(0, u"Sheet"_s, u"sheet"_s);
        switcher.add(1, u"Table"_s, u"table"_s);
        switcher.setChosen(0);
        QSignalSpy chosen(&switcher, &ViewSwitcher::chosen);
        QCOMPARE(accessible(&switcher)->role(), QAccessible::PageTabList);
        QAccessibleInterface* table = accessible(switcher.findChild<QAbstractButton*>(u"table"_s));
        QCOMPARE(table->role(), QAccessible::PageTab);
        QCOMPARE(table->text(QAccessible::Name), u"Table"_s);
        QVERIFY(!table->state().selected);
        act(table, QAccessibleActionInterface::pressAction());
        QVERIFY(table->state().selected);
        QCOMPARE(chosen.size(), 1);
    }
    void whatFoldsSaysWhetherItDoes()
    {
        GroupView group(u"Polling"_s, GroupView::Start::Folded, nullptr);
        QAccessibleInterface* title = accessible(group.findChild<QAbstractButton*>(u"groupTitle"_s));
        QCOMPARE(title->role(), QAccessible::Button);
        QVERIFY(title->state().expandable && !title->state().expanded);
        act(title, QAccessibleActionInterface::pressAction());
        QVERIFY(title->state().expanded);
        QVERIFY(title->text(QAccessible::Description).isEmpty());
    }
    void aToolTipIsDescribedInPlainWords()
    {
        QLineEdit line;
        line.setToolTip(plainToolTip(u"a < b & \"c\"\nSlot: <qt>"_s));
        QCOMPARE(accessible(&line)->text(QAccessible::Description), u"a < b & \"c\"\nSlot: <qt>"_s);
        line.setAccessibleDescription(u"its own"_s);
        line.setToolTip(plainToolTip(u"another"_s));
        QCOMPARE(accessible(&line)->text(QAccessible::Description), u"its own"_s);
    }
    void theButtonsOfAFilterHaveNames()
    {
        FilterLine line;
        const auto buttons = line.findChildren<QAbstractButton*>();
        QCOMPARE(buttons.size(), 2);
        for (QAbstractButton* button : buttons)
            QVERIFY(!accessible(button)->text(QAccessible::Name).isEmpty());
    }
};

STATIONER_TEST(ReachTest)
#include "reach_test.moc"
