// Show Changes, and what is asked after a crash; in the whole window.

#include "catalogue/catalogue.h"
#include "desktop.h"
#include "picture.h"
#include "support/stationertest.h"
#include "views/changes/changesdialog.h"
#include "views/changes/difftext.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeView>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class ChangesTest : public QObject, Desktop {
    Q_OBJECT

    SlotId out() { return at("/Services/EmailService/Out"); }
    ChangesDialog* showChanges()
    {
        window().findChild<QAction*>(u"fileShowChanges"_s)->trigger();
        return window().findChild<ChangesDialog*>();
    }
    void picture(QWidget& widget, const QString& name) { test::picture(m_theme, widget, name); }

private slots:
    void init()
    {
        makeFolder();
        setTold();
        write(smallStation(outgoing(value("hostname", "mail.example") + "     <p n=\"password\" v=\"[aes.1]=abcd\"/>\n") +
                           incoming()));
        start(journals());
    }
    void cleanup() { m_desktop.reset(); }

    void saysThatThereAreNone()
    {
        open();
        ChangesDialog* dialog = showChanges();
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QLabel*>(u"noChanges"_s)->isVisible());
        QVERIFY(!dialog->findChild<QPushButton*>(u"copyChanges"_s)->isEnabled());
        picture(*dialog, u"changes-none"_s);
    }

    void showsThemSlotBySlotAndFollows()
    {
        open();
        QVERIFY(!station().change(out(), {{u"useSsl"_s, u"true"_s}}));
        ChangesDialog* dialog = showChanges();
        auto* table = dialog->findChild<QTreeView*>(u"changesTable"_s);
        const int before = table->model()->rowCount();
        QVERIFY(before >= 2); // Use Ssl and its port
        QVERIFY(!station().change(out(), {{u"hostname"_s, u"smtp.example"_s}}));
        QVERIFY(station().add(station().document().find(u"/Services/EmailService"), outgoingAccountType));
        QVERIFY(!station().remove(station().document().find(u"/Services/EmailService/In")));
        QTRY_COMPARE(table->model()->rowCount(), before + 3);
        picture(*dialog, u"changes-slots"_s);
        dialog->findChild<QPushButton*>(u"copyChanges"_s)->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"~ changed: /Services/EmailService/Out, Hostname: mail.example → smtp.example"_s),
                 qPrintable(copied));
        QVERIFY2(copied.contains(u"− removed: /Services/EmailService/In"_s), qPrintable(copied));
        station().undoStack()->setIndex(0);
        QTRY_VERIFY(dialog->findChild<QLabel*>(u"noChanges"_s)->isVisible());
        QCOMPARE(showChanges(), dialog); // the one that is there
    }

    void showsTheTextAndNoPassword()
    {
        open();
        QVERIFY(!station().change(out(), {{u"hostname"_s, u"smtp.example"_s}}));
        QVERIFY(!station().remove(station().document().find(u"/Services/EmailService/In")));
        ChangesDialog* dialog = showChanges();
        dialog->findChild<QTabWidget*>()->setCurrentIndex(1);
        auto* text = dialog->findChild<QPlainTextEdit*>(u"changesText"_s);
        QTRY_VERIFY(text->toPlainText().contains("+     <p n=\"hostname\" v=\"smtp.example\"/>"_L1));
        QVERIFY(text->toPlainText().contains("-     <p n=\"hostname\" v=\"mail.example\"/>"_L1));
        QVERIFY(!text->toPlainText().contains("abcd"_L1));
        QVERIFY(text->isReadOnly());
        picture(*dialog, u"changes-text"_s);
        dialog->resize(800, 500);
        picture(*dialog, u"changes-text-800"_s);
        dialog->findChild<QPushButton*>(u"copyChanges"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains("smtp.example"_L1));
    }

    void cutsWhatNobodyCanRead()
    {
        const ShownDiff shown = shownDiff(QString(2'000'000, u'x') + u'\n' + QString(u"+y\n"_s).repeated(6000));
        QVERIFY(shown.text.size() < 30'000);
        QCOMPARE(shown.linesLeftOut, 1001);
        QCOMPARE(shownDiff(u"+a\n-b\n"_s).linesLeftOut, 0);
    }

private:
    /// As after a crash: the journal is there, the program that wrote it is not.
    void crash(int steps)
    {
        const QString journal = Journal::pathFor(journals(), path());
        const auto noted = [this] { // it is written aside
            const auto found = Journal::find(journals(), path(), station().savedXml());
            return found ? found->steps : 0;
        };
        const QStringList files{journal, journal + u".opened"_s};
        QTRY_COMPARE(noted(), steps);
        QTRY_VERIFY(QFile::exists(files.last()));
        for (const QString& file : files)
            QVERIFY(QFile::copy(file, file + u".copy"_s));
        station().undoStack()->setIndex(0);
        cleanup();
        for (const QString& file : files) {
            QVERIFY(!QFile::exists(file));
            QVERIFY(QFile::rename(file + u".copy"_s, file));
        }
    }
    void startAgain() { start(journals()); }
    QMessageBox* question() { return window().findChild<QMessageBox*>(u"recoveryQuestion"_s); }

private slots:
    void offersWhatACrashLeft()
    {
        open();
        QVERIFY(!station().change(out(), {{u"hostname"_s, u"smtp.example"_s}}));
        QVERIFY(!station().change(out(), {{u"port"_s, u"2525"_s}}));
        const QByteArray had = station().document().xml();
        crash(2);
        startAgain();
        open();
        QTRY_VERIFY(window().findChild<QMessageBox*>(u"recoveryQuestion"_s));
        auto* box = window().findChild<QMessageBox*>(u"recoveryQuestion"_s);
        QCOMPARE(box->text(), u"Stationer ended without saving 2 changes to this file."_s);
        QVERIFY(!station().isModified());
        QTest::keyClick(box, Qt::Key_Escape); // it has to be answered
        QVERIFY(box->isVisible());
        picture(*box, u"recovery"_s);
        box->defaultButton()->click();
        QCOMPARE(station().document().xml(), had);
        QVERIFY(station().isModified());
        station().undoStack()->undo();
        QVERIFY(!station().isModified());
    }

    void saysThatTheEndIsMissing()
    {
        open();
        QVERIFY(!station().change(out(), {{u"hostname"_s, u"smtp.example"_s}}));
        QVERIFY(!station().change(out(), {{u"port"_s, u"2525"_s}}));
        crash(2);
        QFile journal(Journal::pathFor(journals(), path()));
        QVERIFY(journal.resize(journal.size() - 1));
        startAgain();
        open();
        QTRY_VERIFY(question());
        QCOMPARE(question()->text(), u"Stationer ended without saving a change to this file."_s);
        QVERIFY(question()->informativeText().endsWith(u"the latest change is missing."_s));
        question()->defaultButton()->click();
        QCOMPARE(station().document().value(station().document().child(out(), u"hostname")), u"smtp.example"_s);
    }

    void offersWhatFitsAnotherFile()
    {
        open();
        QVERIFY(!station().change(out(), {{u"hostname"_s, u"mine.example"_s}}));
        QVERIFY(!station().change(out(), {{u"port"_s, u"2525"_s}}));
        QByteArray theirs = station().savedXml();
        crash(2);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(theirs.replace("mail.example", "theirs.example"));
        file.close();
        startAgain();
        open();
        QTRY_VERIFY(question());
        QVERIFY(question()->detailedText().contains(u"mine.example"_s));
        picture(*question(), u"recovery-another-file"_s);
        question()->findChild<QAbstractButton*>(u"copyLeftover"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"mine.example"_s));
        QVERIFY(question()->isVisible());
        question()->findChild<QAbstractButton*>(u"restoreFitting"_s)->click();
        QCOMPARE(station().document().value(station().document().child(out(), u"port")), u"2525"_s);
        QCOMPARE(station().document().value(station().document().child(out(), u"hostname")), u"theirs.example"_s);
        QVERIFY(QFile::exists(Journal::pathFor(journals(), path()))); // the host is kept
    }

    void offersANewStationAtTheStart()
    {
        const QString name = Journal::namedForNew(journals());
        const auto fresh = Document::fromXml(newStationXml());
        QVERIFY(fresh);
        const auto edit = fresh.value().setValue(fresh.value().find(u"/Services/EmailService/OutgoingAccount"),
                                                 u"hostname"_s, u"new.example"_s, QString(), {});
        QVERIFY(edit);
        const auto state = Journal::stateOf(fresh.value().previewed(edit.value()));
        QVERIFY(!Journal(journals(), name, {newStationXml()}).note(state, 1));
        cleanup();
        startAgain();
        QTRY_VERIFY(question());
        QVERIFY(!station().isOpen());
        picture(*question(), u"recovery-new-station"_s);
        question()->defaultButton()->click();
        QVERIFY(station().isOpen() && station().isModified() && station().path().isEmpty());
        QVERIFY(station().document().xml().contains("new.example"));
    }
};

STATIONER_TEST(ChangesTest)
#include "changes_test.moc"
