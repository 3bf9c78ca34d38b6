// Through every window by Tab, in the order in which one reads it, and back.

#include "keyboardway.h"
#include "shownpanel.h"
#include "station/journal.h"
#include "support/stationertest.h"
#include "trustdesktop.h"
#include "views/accounts/sendtestmessage.h"
#include "views/changes/changesdialog.h"
#include "views/connection/findsettings.h"
#include "views/connection/passwordprompt.h"
#include "views/connection/testchoicesdialog.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/nav/palettelist.h"
#include "views/nav/referencesdialog.h"
#include "views/nav/renamedialog.h"
#include "views/nav/reorderdialog.h"
#include "views/sheet/propertysheet.h"
#include "views/sheet/rowview.h"
#include "views/trust/broughttrustdialog.h"
#include "views/trust/certificatemanager.h"
#include "views/trust/certificateviewer.h"
#include "views/trust/challengedialog.h"
#include "views/trust/getcertificate.h"
#include "views/trust/importdialog.h"
#include "views/trust/newkeydialog.h"
#include "views/trust/secretprompt.h"

#include <QListWidget>
#include <QMessageBox>
#include <QTableView>
#include <QToolButton>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class KeyboardOrderTest : public QObject, TrustDesktop {
    Q_OBJECT

    PaletteList* palette() { return window().findChild<PaletteList*>(); }
    void checkWindow() { checkWay(window(), palette()); }
    void walk(QDialog& dialog)
    {
        QVERIFY(showActive(dialog));
        checkWay(dialog);
        dialog.close();
    }
    QMessageBox* question(const char* name) { return window().findChild<QMessageBox*>(QString::fromLatin1(name)); }
    void show(const char* path) { window().showComponent(at(path)); }
    void test()
    {
        click(u"testButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->challenge() && m_desktop->challenge()->isVisible(), 30000);
    }

private slots:
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

    void theWindowOnAnAccount()
    {
        checkWindow();
        // From the tree it goes by the filter and the first heading to the first field.
        window().navTree().view()->setFocus();
        const QList<QWidget*> way = wayBy(Qt::Key_Tab, window());
        QStringList names;
        for (const QWidget* stop : way.mid(0, 5))
            names += stop->objectName();
        QCOMPARE(names, (QStringList{u"navTree"_s, u"sheetFilter"_s, u"groupTitle"_s, u"hostname"_s, u"reset-hostname"_s}));
    }

    void theWindowWithATestAndAllUnfolded()
    {
        test();
        m_desktop->challenge()->close();
        window().testPanel().setUnfolded(true);
        for (auto* title : window().sheet().findChildren<QToolButton*>(u"groupTitle"_s))
            if (title->accessibleDescription() == u"folded"_s)
                title->click();
        checkWindow();
    }

    void whatHasTheFocusIsInSight()
    {
        for (auto* title : window().sheet().findChildren<QToolButton*>(u"groupTitle"_s))
            if (title->accessibleDescription() == u"folded"_s)
                title->click();
        window().resize(1000, 600);
        QTest::qWait(50);
        int rows = 0;
        for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
            QWidget* const begin = window().navTree().view();
            begin->setFocus();
            do {
                QTest::keyClick(QApplication::focusWidget(), key, key == Qt::Key_Tab ? Qt::NoModifier : Qt::ShiftModifier);
                const RowView* row = nullptr;
                for (QWidget* up = QApplication::focusWidget(); up && !row; up = up->parentWidget())
                    row = qobject_cast<RowView*>(up);
                rows += row ? 1 : 0;
                if (row)
                    QVERIFY2(row->visibleRegion().boundingRect() == row->rect(), qPrintable(row->slot()));
            } while (QApplication::focusWidget() != begin);
        }
        QVERIFY(rows > 20);
    }

    void theWindowOnTheAccountManager()
    {
        show("/Services/EmailService");
        checkWindow();
    }

    void theWindowWithMessages()
    {
        window().say(u"This is said."_s);
        window().askAboutBroughtTrust(u"Trust came along."_s);
        checkWindow();
    }

    void theWindowWithoutAnAccount()
    {
        for (const char* path : {"/Services", "/Drivers", "/"}) {
            show(path);
            checkWindow();
        }
    }

    void theStartPage()
    {
        station().close();
        checkWay(window());
    }

    void theCertificateManager()
    {
        test();
        click(*m_desktop->challenge(), u"accept"_s);
        QTRY_COMPARE(m_desktop->hosts().rows().size(), 1);
        QVERIFY(showActive(manager()));
        for (const auto tab : {CertificateManager::Tab::UserKeyStore, CertificateManager::Tab::SystemTrustStore,
                               CertificateManager::Tab::UserTrustStore, CertificateManager::Tab::AllowedHosts}) {
            manager().showTab(tab);
            for (auto* table : manager().findChildren<QTableView*>())
                if (table->isVisible() && table->model()->rowCount() > 0)
                    table->selectRow(0); // what can be done with it is on the way as well
            checkWay(manager());
        }
        click(manager(), u"getCertificate"_s);
        auto* fetching = in<GetCertificate>(manager(), u"getCertificateDialog"_s);
        QVERIFY(fetching);
        walk(*fetching);
        ImportDialog import(pemOf(m_desktop->hosts().rows()[0].chain), {}, QDateTime::currentDateTimeUtc());
        walk(import);
        CertificateViewer viewer(
            {m_desktop->hosts().rows()[0].chain, m_desktop->hosts().rows()[0].host},
            [](TrustRooms::Roots) { return TrustAnchors::only({}); }, QDateTime::currentDateTimeUtc());
        walk(viewer);
    }

    void aChallenge()
    {
        test();
        checkWay(*m_desktop->challenge());
    }

    void findSettings()
    {
        in<QAction>(window(), u"toolsFindSettings"_s)->trigger();
        FindSettings* dialog = m_desktop->settingsFinder().dialog();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->isFinished(), 10000);
        checkWay(*dialog);
    }

    void dialogsOfTests()
    {
        ConnectionSettings settings = passedReport().settings;
        TestChoicesDialog choices(settings, {});
        walk(choices);
        SendTestMessage message(settings, u"someone@acme.example"_s);
        walk(message);
        PasswordPrompt password(u"alarms"_s, u"smtp.acme.example:587"_s, PasswordPrompt::Reason::Missing,
                                PasswordHome::KeyRing);
        walk(password);
    }

    void dialogsOfTheTree()
    {
        const auto recipient = station().add(at("/Services/EmailService"), emailRecipientType);
        QVERIFY(recipient && !station().change(recipient.value(), {{u"emailAccount"_s, u"Out"_s}}));
        ReorderDialog reorder(station(), at("/Services/EmailService"));
        walk(reorder);
        RenameDialog rename(u"Out"_s, {u"EmailRecipient"_s});
        walk(rename);
        ReferencesDialog references(station(), {at("/Services/EmailService/Out")});
        walk(references);
        ChangesDialog changes(station());
        walk(changes);
    }

    void dialogsOfKeys()
    {
        NewKeyDialog key;
        walk(key);
        SecretPrompt secret(SecretPrompt::Kind::New, u"Passphrase"_s, u"For the file."_s);
        walk(secret);
    }

    void trustThatWasBrought()
    {
        OpenTrust trust({station(), m_desktop->hosts(), m_desktop->roots(), m_desktop->stationStores(), {}});
        BroughtTrustDialog dialog(trust, [](TrustRooms::Roots) { return TrustAnchors::only({}); });
        walk(dialog);
    }

    void questions()
    {
        start(journals());
        open();
        const auto change = [this] {
            QVERIFY(!station().change(at("/Services/EmailService/Out"), {{u"hostname"_s, u"other.example"_s}}));
        };
        change();
        window().files().whenSettled([] {});
        QVERIFY(question("saveQuestion"));
        checkWay(*question("saveQuestion"));
        question("saveQuestion")->reject();
        // What a crash left.
        const QString journal = Journal::pathFor(journals(), path());
        const QStringList files{journal, journal + u".opened"_s};
        for (const QString& file : files)
            QTRY_VERIFY(QFile::exists(file));
        QTRY_VERIFY(Journal::find(journals(), path(), station().savedXml()));
        for (const QString& file : files)
            QVERIFY(QFile::copy(file, file + u".copy"_s));
        station().undoStack()->setIndex(0);
        m_desktop.reset();
        for (const QString& file : files)
            QVERIFY(QFile::rename(file + u".copy"_s, file));
        start(journals());
        open();
        QTRY_VERIFY(question("recoveryQuestion"));
        checkWay(*question("recoveryQuestion"));
    }

private:
    static QByteArray pemOf(const QList<QByteArray>& chain)
    {
        QByteArray pem;
        for (const QByteArray& der : chain)
            pem += toPem(der);
        return pem;
    }
};

STATIONER_TEST(KeyboardOrderTest)
#include "keyboardorder_test.moc"
