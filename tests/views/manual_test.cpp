// The manual inside the program: F1 opens the page about what has the focus, its links lead on, its pictures are there.

#include "desktop.h"
#include "support/stationertest.h"
#include "views/accounts/accountmanager.h"
#include "views/connection/testpanel.h"
#include "views/manual/manualbrowser.h"
#include "views/manual/manualpage.h"
#include "views/manual/manualwindow.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/nav/structureedits.h"
#include "views/sheet/propertysheet.h"

#include <QAction>
#include <QDir>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QTabWidget>
#include <QTextBlock>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class ManualTest : public QObject, Desktop {
    Q_OBJECT

    ManualWindow* manual() { return m_desktop->manual().window(); }
    QString shown() { return manual() ? manual()->browser().source().toString() : QString(); }
    /// F1 where the focus is, in the window that has it.
    void askForHelp(QWidget& active)
    {
        QVERIFY(showActive(active));
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &active, Qt::Key_F1);
    }

private slots:
    void init()
    {
        makeFolder();
        setTold();
        write(smallStation(outgoing(value("hostname", "mail.example"))));
        start();
        open();
        window().showComponent(at("/Services/EmailService/Out"));
    }
    void cleanup() { m_desktop.reset(); }

    void opensThePageAboutWhatHasTheFocus()
    {
        window().sheet().focusSlot(u"hostname"_s);
        QTRY_VERIFY(QApplication::focusWidget() && window().sheet().isAncestorOf(QApplication::focusWidget()));
        askForHelp(window());
        QTRY_VERIFY(manual() && manual()->isVisible());
        QCOMPARE(shown(), u"qrc:/manual/editing.md#the-property-sheet"_s);
        QVERIFY(manual()->browser().verticalScrollBar()->value() > 0); // at its heading

        window().showComponent(m_desktop->station().document().find(u"/Services/EmailService"));
        window().workspace().showView(Workspace::View::AccountManager);
        window().accountManager().focusFilter();
        askForHelp(window());
        QTRY_COMPARE(shown(), u"qrc:/manual/accounts.md"_s);
        QCOMPARE(manual()->browser().verticalScrollBar()->value(), 0);
    }

    void opensFromADialogToo()
    {
        CertificateManager& manager = m_desktop->certificateManager();
        manager.showTab(CertificateManager::Tab::UserTrustStore);
        manager.show();
        manager.activateWindow();
        manager.findChild<QTabWidget*>(u"trustTabs"_s)->setFocus();
        QTRY_COMPARE(QApplication::activeWindow(), &manager);
        askForHelp(manager);
        QTRY_COMPARE(shown(), u"qrc:/manual/trust.md#the-certificate-manager"_s);
        manager.close();
    }

    /// The dialog keeps the window behind it from taking keys; the manual is not behind it.
    void opensWhileADialogWaitsForAnAnswer()
    {
        window().workspace().structure().rename(window().shown());
        auto* dialog = window().findChild<QDialog*>(u"renameDialog"_s);
        QVERIFY(dialog && showActive(*dialog) && dialog->isModal());
        QTest::keyClick(dialog->findChild<QLineEdit*>(u"newName"_s), Qt::Key_F1);
        QTRY_COMPARE(shown(), u"qrc:/manual/editing.md#references"_s);
        QVERIFY(dialog->isVisible());
        auto* pages = manual()->findChild<QListWidget*>(u"manualPages"_s);
        QTest::mouseClick(pages->viewport(), Qt::LeftButton, {}, pages->visualItemRect(pages->item(0)).center());
        QTRY_COMPARE(shown(), u"qrc:/manual/index.md"_s);
        dialog->reject();
    }

    void opensFromTheMenu()
    {
        auto* action = window().findChild<QAction*>(u"helpManual"_s);
        QVERIFY(action && action->shortcut() == QKeySequence(QKeySequence::HelpContents));
        window().navTree().view()->setFocus();
        action->trigger();
        QTRY_COMPARE(shown(), u"qrc:/manual/editing.md"_s);
        QVERIFY(showActive(*manual()));
        QTest::keyClick(&manual()->browser(), Qt::Key_Escape);
        QTRY_VERIFY(!manual()->isVisible());
        QVERIFY(window().isVisible());
    }

    void itsPagesAreThereAndLeadOn()
    {
        m_desktop->manual().showAbout(nullptr);
        ManualBrowser& browser = manual()->browser();
        auto* list = manual()->findChild<QListWidget*>(u"manualPages"_s);
        const QStringList stored = QDir(u":/manual"_s).entryList({u"*.md"_s});
        QCOMPARE(QSet<QString>(stored.begin(), stored.end()).size(), manualPages().size());
        for (int row = 0; row < list->count(); ++row) {
            list->setCurrentRow(row);
            const QString page = manualPages()[row];
            QTRY_COMPARE(browser.source(), manualUrl(page));
            // The first line of the page is a heading, and the page is called so.
            QCOMPARE(browser.document()->firstBlock().text(), list->item(row)->text());
            QCOMPARE(list->currentRow(), row);
            QVERIFY(browser.document()->firstBlock().blockFormat().headingLevel() == 1);
            for (QTextBlock block = browser.document()->begin(); block.isValid(); block = block.next())
                for (auto it = block.begin(); !it.atEnd(); ++it)
                    if (const QTextCharFormat format = it.fragment().charFormat(); format.isImageFormat()) {
                        const QUrl name(format.toImageFormat().name());
                        const auto picture = browser.loadResource(QTextDocument::ImageResource, name).value<QImage>();
                        QVERIFY2(!picture.isNull(), qPrintable(name.toString()));
                        QVERIFY(picture.width() / picture.devicePixelRatio() <= browser.viewport()->width());
                    }
            if (const QString to = qEnvironmentVariable("STATIONER_PICTURES"); !to.isEmpty()) {
                QTest::qWait(300);
                m_theme.apply(row % 2 ? Appearance::Dark : Appearance::Light);
                QTest::qWait(200);
                QVERIFY(manual()->grab().save(to + u"/manual-"_s + page.section(u'.', 0, 0) + u".png"_s));
            }
        }
        browser.setSource(manualUrl(u"index.md"_s));
        browser.setSource(browser.source().resolved(QUrl(u"trust.md#exemptions"_s)));
        QCOMPARE(browser.source(), manualUrl(u"trust.md#exemptions"_s));
        QCOMPARE(list->currentRow(), int(manualPages().indexOf(u"trust.md"_s)));
        browser.backward();
        QCOMPARE(browser.source(), manualUrl(u"index.md"_s));
    }

    /// Each page that F1 can open has the heading that it names.
    void everyPlaceThatF1LeadsToIsThere()
    {
        for (const char* name :
             {"startPage", "navTree", "palette", "propertySheet", "changesDialog", "renameDialog", "reorderDialog",
              "accountManager", "testPanel", "testChoicesDialog", "findSettings", "sendTestMessage", "challengeDialog",
              "certificateManager", "importDialog", "userKeyStore", "getCertificateDialog"}) {
            QWidget outer;
            outer.setObjectName(QString::fromLatin1(name));
            const QWidget inner(&outer);
            const QString page = manualPageAbout(&inner);
            QFile file(u":/manual/"_s + page.section(u'#', 0, 0));
            QVERIFY2(file.open(QIODevice::ReadOnly), name);
            const QString anchor = page.section(u'#', 1);
            QStringList anchors{QString()};
            for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n'))
                if (line.startsWith("## "_L1))
                    anchors += anchorOf(line.mid(3));
            QVERIFY2(anchors.contains(anchor), qPrintable(page));
        }
    }

    void nothingFromOutsideIsLoaded()
    {
        m_desktop->manual().showAbout(nullptr);
        ManualBrowser& browser = manual()->browser();
        QFile file(m_folder->filePath(u"x.md"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# Outside\n");
        file.close();
        QVERIFY(!browser.loadResource(QTextDocument::MarkdownResource, QUrl::fromLocalFile(file.fileName())).isValid());
        QVERIFY(!browser.loadResource(QTextDocument::ImageResource, QUrl(u"https://example.invalid/x.png"_s)).isValid());
    }
};

STATIONER_TEST(ManualTest)
#include "manual_test.moc"
