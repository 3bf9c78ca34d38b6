// A backup in the window: said to be one, without anything that would edit it, until it was saved elsewhere; and a selection
// that is saved.

#include "desktop.h"
#include "picture.h"
#include "support/backups.h"
#include "support/stationertest.h"
#include "support/stationfiles.h"
#include "views/common/messagebar.h"
#include "views/nav/navtree.h"
#include "views/sheet/propertysheet.h"

#include <QAction>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class BackupWindowTest : public QObject, Desktop {
    Q_OBJECT

    QByteArray m_xml = smallStation(outgoing(value("hostname", "mail.example")) + incoming());

    template <class Widget>
    Widget* find(const QString& name)
    {
        return window().findChild<Widget*>(name);
    }
    bool isEnabled(const QString& action) { return find<QAction>(action)->isEnabled(); }
    void openBackup(const QByteArray& bytes)
    {
        write(bytes, path(u"acme.dist"_s));
        start();
        window().files().open(path(u"acme.dist"_s));
    }
    void choose(const QString& file)
    {
        QTRY_VERIFY(window().findChild<QFileDialog*>());
        auto* dialog = window().findChild<QFileDialog*>();
        emit dialog->fileSelected(file);
        dialog->close();
        QTRY_VERIFY(!window().findChild<QFileDialog*>());
    }

private slots:
    void initTestCase() { m_theme.apply(Appearance::Light); }
    void init() { makeFolder(); }
    void cleanup() { m_desktop.reset(); }

    void saysThatItIsOne()
    {
        openBackup(backupOf(m_xml));
        QTRY_VERIFY(station().isOpen());
        auto* bar = find<MessageBar>(u"backupBar"_s);
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(u"niagara_user_home/stations/acme/config.bog"), qPrintable(bar->text()));
        QCOMPARE(find<QLabel>(u"unsavedChanges"_s)->text(), u"Backup, only read"_s);
        QVERIFY(!find<MessageBar>(u"messageBar"_s)->isVisible()); // no running station has this file
    }

    void hasNothingThatEditsIt()
    {
        openBackup(backupOf(m_xml));
        QTRY_VERIFY(station().isOpen());
        window().showComponent(at("/Services/EmailService/Out"));
        for (const QString& action : {u"navCut"_s, u"navPaste"_s, u"navDuplicate"_s, u"navDelete"_s, u"navRename"_s})
            QVERIFY2(!isEnabled(action), qPrintable(action));
        for (const QString& action : {u"navCopy"_s, u"navSaveSelection"_s, u"fileSave"_s, u"fileSaveAs"_s})
            QVERIFY2(isEnabled(action), qPrintable(action));
        QVERIFY(!find<QListWidget>(u"palette"_s)->isEnabled());
        QVERIFY(!window().sheet().findChild<QWidget*>(u"editor-hostname"_s));
        keepPictures(m_theme, window(), u"backup-sheet"_s);
        window().showComponent(at("/Services/EmailService"));
        QTRY_VERIFY(!find<QAbstractButton>(u"newAccount"_s)->isEnabled());
        keepPictures(m_theme, window(), u"backup-accounts"_s);
    }

    void savesAConfigBogBesideIt()
    {
        const QByteArray backup = backupOf(m_xml);
        openBackup(backup);
        QTRY_VERIFY(station().isOpen());
        window().showComponent(at("/Services/EmailService/Out"));
        find<QAction>(u"fileSave"_s)->trigger();
        QTRY_VERIFY(window().findChild<QFileDialog*>());
        QCOMPARE(window().findChild<QFileDialog*>()->selectedFiles(), QStringList{path(u"config.bog"_s)});
        choose(path(u"config.bog"_s));
        QCOMPARE(fileBytes(path(u"config.bog"_s)), m_xml);
        QCOMPARE(fileBytes(path(u"acme.dist"_s)), backup);
        QVERIFY(!find<MessageBar>(u"backupBar"_s)->isVisible());
        QVERIFY(isEnabled(u"navDelete"_s) && !isEnabled(u"fileSave"_s));
        QVERIFY(find<QListWidget>(u"palette"_s)->isEnabled());
        QCOMPARE(find<QLabel>(u"unsavedChanges"_s)->text(), u"All changes saved"_s);
    }

    void isNotSavedOverItself()
    {
        const QByteArray backup = backupOf(m_xml);
        openBackup(backup);
        QTRY_VERIFY(station().isOpen());
        emit find<MessageBar>(u"backupBar"_s)->actionClicked();
        choose(path(u"acme.dist"_s));
        QVERIFY(find<MessageBar>(u"messageBar"_s)->text().contains(u"only read"));
        QCOMPARE(fileBytes(path(u"acme.dist"_s)), backup);
    }

    void asksWhichStation()
    {
        const QByteArray other = smallStation(incoming());
        openBackup(zipOf({{"stations/a/config.bog", m_xml}, {"stations/b/config.bog", other}}));
        QTRY_VERIFY(find<QInputDialog>(u"entryQuestion"_s));
        auto* question = find<QInputDialog>(u"entryQuestion"_s);
        QCOMPARE(question->comboBoxItems(), (QStringList{u"stations/a/config.bog"_s, u"stations/b/config.bog"_s}));
        QVERIFY(!station().isOpen());
        question->setTextValue(u"stations/b/config.bog"_s);
        question->accept();
        QTRY_VERIFY(station().isOpen());
        QCOMPARE(station().entry(), u"stations/b/config.bog"_s);
        QCOMPARE(station().document().xml(), other);
    }

    void savesASelection()
    {
        openStation(smallStation(outgoing("     <p n=\"password\" v=\"[aes.1]=abcd\"/>\n") + incoming()));
        window().showComponent(at("/Services/EmailService/Out"));
        find<QAction>(u"navSaveSelection"_s)->trigger();
        QTRY_VERIFY(window().findChild<QFileDialog*>());
        QVERIFY(window().findChild<QFileDialog*>()->selectedFiles().first().endsWith(u"/Out.bog"_s));
        choose(path(u"Out.bog"_s));
        QVERIFY(fileBytes(path(u"Out.bog"_s)).contains("UnrestrictedFolder"));
        QVERIFY(!fileBytes(path(u"Out.bog"_s)).contains("IncomingAccount"));
        const QString said = find<MessageBar>(u"messageBar"_s)->text();
        QVERIFY2(said.contains(u"/Services/EmailService/Out/password") && !said.contains(u"abcd"), qPrintable(said));
        find<QAction>(u"navSaveSelection"_s)->trigger();
        choose(path());
        QVERIFY(find<MessageBar>(u"messageBar"_s)->text().contains(u"the station file that the selection is taken from"));
        QCOMPARE(fileBytes(path()), station().document().xml());
    }
};

STATIONER_TEST(BackupWindowTest)
#include "backup_test.moc"
