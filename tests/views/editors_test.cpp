#include "activewindow.h"
#include "catalogue/property.h"
#include "support/stationertest.h"
#include "terms/secret.h"
#include "views/sheet/editors/editorfactory.h"
#include "views/sheet/editors/passwordeditor.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace stationer;
using namespace Qt::StringLiterals;

/// Each editor with real key and mouse events: what it shows, what it says, and when.
class EditorsTest : public QObject {
    Q_OBJECT

    struct Said {
        QString value;
        Editor::Entry entry;
    };

    std::unique_ptr<QWidget> m_window;
    Editor* m_editor = nullptr;
    QList<Said> m_said;

    void open(ValueKind kind, const Field& field)
    {
        m_window.reset();
        m_said.clear();
        m_window = std::make_unique<QWidget>();
        auto* layout = new QVBoxLayout(m_window.get());
        m_editor = makeEditor(kind, m_window.get());
        auto* elsewhere = new QLineEdit(m_window.get());
        elsewhere->setObjectName(u"elsewhere"_s);
        layout->addWidget(m_editor);
        layout->addWidget(elsewhere);
        m_editor->setField(field);
        m_editor->setName(u"slot"_s, u"Label"_s);
        connect(m_editor, &Editor::edited, this, [this](const QString& value, Editor::Entry entry) {
            m_said += Said{value, entry};
        });
        QVERIFY(stationer::test::showActive(*m_window));
        m_editor->control()->setFocus();
    }
    QLineEdit* line()
    {
        auto* own = qobject_cast<QLineEdit*>(m_editor->control());
        return own ? own : m_editor->findChild<QLineEdit*>();
    }
    void leave() { m_window->findChild<QLineEdit*>(u"elsewhere"_s)->setFocus(); }
    void retype(const QString& text)
    {
        line()->setFocus();
        line()->selectAll();
        QTest::keyClicks(line(), text);
    }

private slots:
    void everyKindHasAnEditorThatIsNamed_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = int(ValueKind::Boolean); kind < int(ValueKind::Other); ++kind)
            QTest::addRow("%d", kind) << kind;
    }
    void everyKindHasAnEditorThatIsNamed()
    {
        QFETCH(int, kind);
        open(ValueKind(kind), {});
        QVERIFY(m_editor);
        QCOMPARE(m_editor->control()->objectName(), u"slot"_s);
        QCOMPARE(m_editor->control()->accessibleName(), u"Label"_s);
        QVERIFY(m_editor->control()->focusPolicy() & Qt::TabFocus);
    }
    void whatIsOnlyShownHasNone() { QCOMPARE(makeEditor(ValueKind::Other, nullptr), nullptr); }

    void aSwitchSaysWhatItBecomes()
    {
        open(ValueKind::Boolean, {.value = u"false"_s});
        QTest::mouseClick(m_editor->control(), Qt::LeftButton, {}, QPoint(8, m_editor->control()->height() / 2));
        QCOMPARE(m_said.size(), 1);
        QCOMPARE(m_said[0].value, u"true"_s);
        // The station refused: it still shows what the station has.
        QVERIFY(!qobject_cast<QCheckBox*>(m_editor->control())->isChecked());
        m_editor->setField({.value = u"true"_s});
        QVERIFY(qobject_cast<QCheckBox*>(m_editor->control())->isChecked());
        QTest::keyClick(m_editor->control(), Qt::Key_Space);
        QCOMPARE(m_said.last().value, u"false"_s);
    }
    void anUnreadableOrMixedSwitchIsNeither()
    {
        open(ValueKind::Boolean, {.value = u"TRUE"_s});
        auto* box = qobject_cast<QCheckBox*>(m_editor->control());
        QCOMPARE(box->checkState(), Qt::PartiallyChecked);
        m_editor->setField({.value = u"true"_s, .isMixed = true});
        QCOMPARE(box->checkState(), Qt::PartiallyChecked);
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(m_said.size(), 1);
        QVERIFY(m_said[0].value == "true"_L1 || m_said[0].value == "false"_L1);
    }

    void everyKeyOfATextIsSaidAsTyping()
    {
        open(ValueKind::String, {.value = u"a"_s});
        line()->end(false);
        QTest::keyClicks(line(), u"bc"_s);
        QCOMPARE(m_said.size(), 2);
        QCOMPARE(m_said[1].value, u"abc"_s);
        QCOMPARE(m_said[1].entry, Editor::Entry::Typing);
        QSignalSpy ended(m_editor, &Editor::typingEnded);
        leave();
        QCOMPARE(ended.size(), 1);
        QCOMPARE(m_said.size(), 2); // leaving says nothing new
    }
    void aLineHoldsOneLine()
    {
        open(ValueKind::String, {});
        QGuiApplication::clipboard()->setText(u"mail.example\r\nQUIT\r\n"_s + QChar(u'\0') + u"x"_s);
        line()->paste();
        QCOMPARE(line()->text(), u"mail.exampleQUITx"_s);
        QCOMPARE(m_said.last().value, u"mail.exampleQUITx"_s);
    }
    void showingAValueSaysNothing()
    {
        open(ValueKind::String, {.value = u"a"_s});
        m_editor->setField({.value = u"line one\nline two"_s});
        leave();
        m_editor->control()->setFocus();
        leave();
        QVERIFY(m_said.isEmpty());
    }
    void theSameValueKeepsTheCursor()
    {
        open(ValueKind::String, {.value = u"abc"_s});
        line()->setCursorPosition(1);
        QTest::keyClicks(line(), u"X"_s);
        m_editor->setField({.value = u"aXbc"_s}); // the model's echo
        QCOMPARE(line()->cursorPosition(), 2);
    }
    void undoIsLeftToTheWindow()
    {
        open(ValueKind::String, {.value = u"a"_s});
        QTest::keyClicks(line(), u"b"_s);
        QKeyEvent override(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        override.ignore();
        QCoreApplication::sendEvent(line(), &override);
        QVERIFY(!override.isAccepted());
    }

    void aNumberIsSaidWhenFinished()
    {
        open(ValueKind::Integer, {.value = u"100"_s, .minimum = 1, .maximum = 1000});
        retype(u"250"_s);
        QVERIFY(m_said.isEmpty());
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(m_said.size(), 1);
        QCOMPARE(m_said[0].value, u"250"_s);
        QCOMPARE(line()->text(), u"100"_s); // nobody took it
        m_editor->setField({.value = u"250"_s, .minimum = 1, .maximum = 1000});
        QCOMPARE(line()->text(), u"250"_s);
        QTest::keyClick(line(), Qt::Key_Up);
        QCOMPARE(line()->text(), u"251"_s);
        leave();
        QCOMPARE(m_said.last().value, u"251"_s);
    }
    void aResetWhileTypingIsTheLastWord()
    {
        open(ValueKind::Integer, {.value = u"100"_s, .minimum = 1, .maximum = 1000});
        retype(u"999"_s);
        QVERIFY(m_editor->abandon());
        m_editor->setField({.value = u"50"_s, .minimum = 1, .maximum = 1000});
        leave();
        QVERIFY(m_said.isEmpty());
        QCOMPARE(line()->text(), u"50"_s);
    }
    void escapeTakesANumberBack()
    {
        open(ValueKind::Integer, {.value = u"7"_s, .minimum = 0, .maximum = 10});
        retype(u"9"_s);
        QTest::keyClick(line(), Qt::Key_Escape);
        leave();
        QCOMPARE(line()->text(), u"7"_s);
        QVERIFY(m_said.isEmpty());
    }
    void typingIsNotOverwrittenByANote()
    {
        open(ValueKind::Port, {.value = u"25"_s});
        retype(u"46"_s);
        m_editor->setField({.value = u"25"_s}); // another row changed
        QCOMPARE(line()->text(), u"46"_s);
    }

    void aPortIsPickedFromTheTable()
    {
        const QList<Choice> table{{u"465"_s, u"465 – Use Ssl"_s}, {u"587"_s, u"587 – Use Start Tls"_s}};
        open(ValueKind::Port, {.value = u"25"_s, .minimum = -1, .maximum = 65535, .choices = table});
        auto* combo = qobject_cast<QComboBox*>(m_editor->control());
        QVERIFY(combo);
        QCOMPARE(combo->count(), 2);
        QCOMPARE(line()->text(), u"25"_s);
        QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(m_said.size(), 1);
        QCOMPARE(m_said[0].value, u"465"_s);
        retype(u"2525"_s);
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(m_said.last().value, u"2525"_s);
    }
    void theWheelDoesNotTurnAnEnum()
    {
        const QList<Choice> tags{{u"pop3"_s, u"POP3"_s}, {u"imap"_s, u"IMAP"_s}};
        open(ValueKind::Enum, {.value = u"pop3"_s, .choices = tags});
        auto* combo = qobject_cast<QComboBox*>(m_editor->control());
        QWheelEvent wheel({5, 5}, combo->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(combo, &wheel);
        QCOMPARE(combo->currentIndex(), 0);
        QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(m_said.size(), 1);
        QCOMPARE(m_said[0].value, u"imap"_s);
    }
    void aTagNobodyKnowsIsShownAsItStands()
    {
        open(ValueKind::Enum, {.value = u"uucp"_s, .choices = {Choice{u"smtp"_s, u"SMTP"_s}}});
        QCOMPARE(qobject_cast<QComboBox*>(m_editor->control())->currentText(), u"uucp"_s);
        QVERIFY(m_said.isEmpty());
    }

    void aSpanIsShownWholeInItsUnit_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("number");
        QTest::addColumn<qint64>("unit");
        QTest::newRow("default") << u"60000"_s << u"60"_s << qint64(1000);
        QTest::newRow("two minutes") << u"120000"_s << u"2"_s << qint64(60000);
        QTest::newRow("ninety seconds") << u"90000"_s << u"90"_s << qint64(1000);
        QTest::newRow("odd") << u"1500"_s << u"1500"_s << qint64(1);
        QTest::newRow("zero") << u"0"_s << u"0"_s << qint64(1000);
    }
    void aSpanIsShownWholeInItsUnit()
    {
        QFETCH(QString, value);
        QFETCH(QString, number);
        QFETCH(qint64, unit);
        open(ValueKind::RelTime, {.value = value});
        QCOMPARE(line()->text(), number);
        QCOMPARE(m_editor->findChild<QComboBox*>()->currentData().toLongLong(), unit);
    }
    void aSpanIsSaidInMilliseconds()
    {
        open(ValueKind::RelTime, {.value = u"60000"_s});
        retype(u"90"_s);
        leave();
        QCOMPARE(m_said.size(), 1);
        QCOMPARE(m_said[0].value, u"90000"_s);
        retype(u"soon"_s);
        leave();
        QCOMPARE(m_said.last().value, u"soon"_s); // to be refused in words
    }

    void aTimeIsSaidInTheFilesForm()
    {
        open(ValueKind::AbsTime, {.value = u"2024-05-01T10:00:00.000+02:00"_s});
        retype(u"2024-05-02T11:30:00+02:00"_s);
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(m_said.size(), 1);
        QVERIFY2(m_said[0].value.startsWith("2024-05-02T11:30:00"_L1) && m_said[0].value.endsWith("+02:00"_L1),
                 qPrintable(m_said[0].value));
    }

    void aPasswordNeverGoesToTheFile()
    {
        open(ValueKind::Password, {.value = u"[x.1]=secret"_s});
        auto* password = qobject_cast<PasswordEditor*>(m_editor);
        QSignalSpy entered(password, &PasswordEditor::passwordEntered);
        QCOMPARE(line()->echoMode(), QLineEdit::Password);
        QVERIFY(line()->text().isEmpty());
        QTest::keyClicks(line(), u"hunter2"_s);
        QVERIFY(entered.isEmpty());
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(entered[0][0].value<Secret>().reveal(), "hunter2"_ba);
        QVERIFY(line()->text().isEmpty());
        QVERIFY(m_said.isEmpty());
    }
    void bothFactsOfAPasswordAreSaid()
    {
        QVERIFY(
            PasswordEditor::sentence({true, true, PasswordHome::KeyRing}).contains(u"The station file holds another one"_s));
        QVERIFY(PasswordEditor::sentence({false, false, PasswordHome::KeyRing}).contains(u"The station file holds none"_s));
        open(ValueKind::Password, {});
        auto* password = qobject_cast<PasswordEditor*>(m_editor);
        auto* forget = password->findChild<QAbstractButton*>(u"forgetPassword"_s);
        QVERIFY(!forget->isVisible());
        password->setFacts({true, true, PasswordHome::KeyRing});
        QVERIFY(forget->isVisible());
        QSignalSpy forgotten(password, &PasswordEditor::forgetRequested);
        QTest::mouseClick(forget, Qt::LeftButton);
        QCOMPARE(forgotten.size(), 1);
    }
};

STATIONER_TEST(EditorsTest)
#include "editors_test.moc"
