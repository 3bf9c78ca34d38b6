// The guide's last step in the window: challenge, exemption, root CA imported, «no longer needed», removed, brought back.

#include "activewindow.h"
#include "app/composition.h"
#include "app/demo/demoserver.h"
#include "items/roles.h"
#include "session/trustedits.h"
#include "support/certificates.h"
#include "support/mailservers.h"
#include "support/smallstation.h"
#include "support/stationertest.h"
#include "views/common/messagebar.h"
#include "views/common/noteline.h"
#include "views/common/theme.h"
#include "views/connection/testpanel.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/stationfiles.h"
#include "views/trust/certificateviewer.h"
#include "views/trust/getcertificate.h"
#include "views/trust/importdialog.h"
#include "views/trust/secretprompt.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

#include <memory>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class TrustCourseTest : public QObject {
    Q_OBJECT

    Theme m_theme{*qApp};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<DemoServer> m_demo;
    std::unique_ptr<Composition> m_desktop;

    MainWindow& window() { return m_desktop->window(); }
    CertificateManager& manager() { return m_desktop->certificateManager(); }
    template <class Widget>
    Widget* in(QWidget& parent, const QString& name)
    {
        return parent.findChild<Widget*>(name);
    }
    void click(QWidget& parent, const QString& name)
    {
        auto* button = in<QAbstractButton>(parent, name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
    }
    void picture(QWidget& widget, const QString& name)
    {
        const QDir folder(QCoreApplication::applicationDirPath() + u"/../pictures"_s);
        QVERIFY(folder.mkpath(u"."_s));
        for (const Appearance appearance : {Appearance::Dark, Appearance::Light}) {
            m_theme.apply(appearance);
            QTest::qWait(100); // palettes and layouts follow through the event loop
            QVERIFY(widget.grab().save(
                folder.filePath(u"trust-%1-%2.png"_s.arg(name, appearance == Appearance::Dark ? u"dark"_s : u"light"_s))));
        }
    }
    void test()
    {
        QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
        click(window(), u"testButton"_s);
        QVERIFY(!finished.isEmpty() || finished.wait(30000));
    }
    void accept()
    {
        test();
        QTRY_VERIFY(m_desktop->challenge() && m_desktop->challenge()->isVisible());
        QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
        click(*m_desktop->challenge(), u"accept"_s);
        QVERIFY(!finished.isEmpty() || finished.wait(30000));
        QCOMPARE(m_desktop->hosts().rows().size(), 1);
        QCOMPARE(m_desktop->hosts().rows()[0].approval, Approval::Approved);
    }
    void importRoot()
    {
        const CertificateFacts root = *certificateFacts(m_desktop->hosts().rows()[0].chain.last());
        QVERIFY(root.isCa && root.isSelfSigned);
        manager().importBytes(toPem(root.der));
        auto* import = in<ImportDialog>(manager(), u"importDialog"_s);
        QVERIFY(import && import->isVisible());
        QVERIFY(!in<QPushButton>(*import, u"confirmImport"_s)->isEnabled());
        in<QLineEdit>(*import, u"importAlias"_s)->setText(u"Acme"_s);
        click(*import, u"compared"_s);
        picture(*import, u"2-import"_s);
        click(*import, u"confirmImport"_s);
        QCOMPARE(m_desktop->roots().roots().size(), 1);
        QCOMPARE(m_desktop->roots().roots()[0].alias, u"Acme"_s);
    }

private slots:
    void init()
    {
        m_theme.apply(Appearance::Light);
        m_demo = std::make_unique<DemoServer>();
        QVERIFY(m_demo->start());
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
        const QString path = m_folder->filePath(u"acme.bog"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(smallStation(outgoing(value("hostname", m_demo->host().toUtf8()) +
                                         value("port", QByteArray::number(m_demo->port(DemoProtocol::Smtp, DemoMode::Ssl))) +
                                         value("useSsl", "true")) +
                                incoming()));
        file.close();
        m_desktop = std::make_unique<Composition>(m_theme, *m_settings, KeyRing::Use::SessionOnly);
        QVERIFY(showActive(window()));
        window().files().open(path);
        QVERIFY(m_desktop->station().isOpen());
        window().showComponent(m_desktop->station().document().find(u"/Services/EmailService/Out"));
    }
    void cleanup()
    {
        m_desktop.reset();
        m_demo.reset();
    }

    void theExemptionRetiresItself()
    {
        accept();
        if (QTest::currentTestFailed())
            return;
        // From the account's sheet: Allowed Hosts, filtered to its server.
        auto* open = window().findChild<QAction*>(u"toolsTrust"_s);
        QCOMPARE(open->text(), u"&Certificate Manager…"_s);
        open->trigger();
        QTRY_VERIFY(manager().isVisible());
        QCOMPARE(in<QTabWidget>(manager(), u"trustTabs"_s)->currentIndex(), int(CertificateManager::Tab::AllowedHosts));
        auto* table = in<QTableView>(manager(), u"allowedHosts"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        const auto cell = [&](AllowedHostsModel::Column column) {
            return table->model()->index(0, column).data().toString();
        };
        QCOMPARE(cell(AllowedHostsModel::UsedByColumn), u"Out"_s);
        QCOMPARE(cell(AllowedHostsModel::ApprovalColumn), u"approved, temporary"_s);
        auto* banner = in<MessageBar>(manager(), u"unneededBanner"_s);
        QVERIFY(!banner->isVisible());
        picture(manager(), u"1-allowed-hosts"_s);

        importRoot();
        if (QTest::currentTestFailed())
            return;
        picture(manager(), u"3-user-trust-store"_s);
        manager().showTab(CertificateManager::Tab::AllowedHosts);
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(banner->text(), u"1 exemption no longer needed"_s);
        QCOMPARE(cell(AllowedHostsModel::ApprovalColumn), u"no longer needed (approved, temporary)"_s);
        // The window says it too.
        auto* said = in<MessageBar>(window(), u"messageBar"_s);
        QTRY_VERIFY(said->text().contains(u"no longer needed"_s));
        picture(manager(), u"4-no-longer-needed"_s);

        emit banner->actionClicked();
        QVERIFY(m_desktop->hosts().rows().isEmpty());
        QTRY_VERIFY(!banner->isVisible());
        QTRY_VERIFY(!said->isVisible());
        picture(manager(), u"5-removed"_s);
        test();
        QVERIFY(!m_desktop->challenge());

        // Undo brings it back, and undo again takes the CA away; the station's own steps are others.
        QVERIFY(showActive(manager()));
        QTest::keyClick(&manager(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_desktop->hosts().rows().size(), 1);
        QTRY_VERIFY(banner->isVisible());
        QTest::keyClick(&manager(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(m_desktop->roots().roots().isEmpty());
        QTRY_VERIFY(!banner->isVisible());
        QVERIFY(m_desktop->station().undoStack()->isClean());
        QVERIFY(!window().isWindowModified());
    }

    void theWindowOffersTheLastStep()
    {
        accept();
        importRoot();
        if (QTest::currentTestFailed())
            return;
        auto* said = in<MessageBar>(window(), u"messageBar"_s);
        QTRY_VERIFY(said->text().contains(u"no longer needed"_s));
        emit said->actionClicked();
        QVERIFY(m_desktop->hosts().rows().isEmpty());
    }

    void importingFromTheChallengeTestsAgain()
    {
        test();
        QTRY_VERIFY(m_desktop->challenge() && m_desktop->challenge()->isVisible());
        QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
        click(*m_desktop->challenge(), u"importRoot"_s);
        auto* import = in<ImportDialog>(*m_desktop->challenge(), u"importDialog"_s);
        QVERIFY(import && import->isVisible());
        // Enter means Cancel here, and the challenge stays.
        QTest::keyClick(import, Qt::Key_Return);
        QTRY_VERIFY(!in<ImportDialog>(*m_desktop->challenge(), u"importDialog"_s));
        QVERIFY(m_desktop->roots().roots().isEmpty());
        QVERIFY(m_desktop->challenge()->isVisible());
        click(*m_desktop->challenge(), u"importRoot"_s);
        import = in<ImportDialog>(*m_desktop->challenge(), u"importDialog"_s);
        click(*import, u"compared"_s);
        click(*import, u"confirmImport"_s);
        QVERIFY(!finished.isEmpty() || finished.wait(30000));
        const auto report = finished.takeLast()[1].value<Report>();
        QCOMPARE(report.trust->verdict, Verdict::Trusted);
        QCOMPARE(report.trust->store, std::optional(TrustStore::User));
        QTRY_VERIFY(!m_desktop->challenge());
    }

    void theViewerOpensFromTheChallengeAndSupposes()
    {
        test();
        QTRY_VERIFY(m_desktop->challenge() && m_desktop->challenge()->isVisible());
        picture(*m_desktop->challenge(), u"6-challenge"_s);
        click(*m_desktop->challenge(), u"viewChallenge"_s);
        auto* viewer = in<CertificateViewer>(*m_desktop->challenge(), u"certificateViewer"_s);
        QVERIFY(viewer && viewer->isVisible());
        QCOMPARE(viewer->judgement().verdict, Verdict::Challenged);
        picture(*viewer, u"7-viewer-general"_s);
        in<QTabWidget>(*viewer, u"viewerTabs"_s)->setCurrentIndex(1);
        picture(*viewer, u"8-viewer-details"_s);
        click(*viewer, u"otherHost"_s);
        in<QLineEdit>(*viewer, u"supposedHost"_s)->setText(u"mail.elsewhere.example"_s);
        QVERIFY(std::ranges::any_of(viewer->judgement().errors,
                                    [](const TrustFinding& one) { return one.error == TrustError::HostMismatch; }));
        QCOMPARE(in<QLabel>(*viewer, u"viewerVerdict"_s)->text(), u"It would not be trusted."_s);
        QTest::keyClick(viewer, Qt::Key_Escape);
        QTRY_VERIFY(!in<CertificateViewer>(*m_desktop->challenge(), u"certificateViewer"_s));
        QVERIFY(m_desktop->challenge()->isVisible());
        QTest::keyClick(m_desktop->challenge(), Qt::Key_Escape);
    }

    void getsACertificateWithoutSigningIn()
    {
        manager().show();
        manager().showTab(CertificateManager::Tab::AllowedHosts);
        click(manager(), u"getCertificate"_s);
        auto* dialog = in<GetCertificate>(manager(), u"getCertificateDialog"_s);
        QVERIFY(dialog && dialog->isVisible());
        dialog->setServer(Protocol::Imap, SecurityMode::StartTls,
                          {m_demo->host(), m_demo->port(DemoProtocol::Imap, DemoMode::StartTls)});
        QSignalSpy fetched(dialog, &GetCertificate::fetched);
        click(*dialog, u"fetchCertificate"_s);
        QVERIFY(!fetched.isEmpty() || fetched.wait(30000));
        picture(*dialog, u"9-get-certificate"_s);
        QCOMPARE(m_desktop->hosts().rows().size(), 1);
        QCOMPARE(m_desktop->hosts().rows()[0].approval, Approval::Unanswered);
        QVERIFY(!m_desktop->hosts().rows()[0].chain.isEmpty());
        QVERIFY(in<QPushButton>(*dialog, u"viewFetched"_s)->isEnabled());
        m_desktop->trustEdits().stack()->undo();
        QVERIFY(m_desktop->hosts().rows().isEmpty());
    }

    void trustIsCarriedAlongBySaveAs()
    {
        accept();
        importRoot();
        if (QTest::currentTestFailed())
            return;
        const QString elsewhere = m_folder->filePath(u"other.bog"_s);
        QVERIFY(!m_desktop->station().saveAs(elsewhere));
        QTRY_VERIFY(QFile::exists(m_folder->filePath(u"other.security/allowed-hosts.json"_s)));
        QCOMPARE(m_desktop->hosts().rows().size(), 1);
        QCOMPARE(m_desktop->roots().roots().size(), 1);
        QVERIFY(QFile::exists(m_folder->filePath(u"other.security/user-trust-store/Acme.pem"_s)));
        QVERIFY(QFile::exists(m_folder->filePath(u"acme.security/user-trust-store/Acme.pem"_s)));
        QVERIFY(!m_desktop->trustEdits().stack()->canUndo()); // its steps were about the other folder
    }

    void signsInWithAKeyOfTheStore()
    {
        QVERIFY(!m_desktop->keys().open(m_folder->filePath(u"keys"_s)));
        manager().show();
        manager().showTab(CertificateManager::Tab::UserKeyStore);
        click(manager(), u"newKey"_s);
        auto* dialog = in<QDialog>(manager(), u"newKeyDialog"_s);
        in<QLineEdit>(*dialog, u"newKeyName"_s)->setText(u"alarms"_s);
        click(*dialog, u"makeKey"_s);
        QCOMPARE(m_desktop->keys().keys().size(), 1);
        in<QTableView>(manager(), u"userKeyStore"_s)->selectRow(0);
        click(manager(), u"useKey"_s);
        QTRY_VERIFY(window().testPanel().choices().clientIdentity);
        QCOMPARE(window().testPanel().choices().clientIdentity->chain.first().subjectDisplayName(), u"alarms"_s);
        QTRY_VERIFY(in<MessageBar>(manager(), u"trustMessage"_s)->text().contains(u"Out"_s));
    }

    void theAccountLeadsToItsCertificates()
    {
        accept();
        AllowedHost other = m_desktop->hosts().rows()[0];
        other.host = {u"other.example"_s, 465};
        QVERIFY(!m_desktop->hosts().approve(other));
        const SlotId out = window().shown();
        const auto rows = [&] { return in<QTableView>(manager(), u"allowedHosts"_s)->model()->rowCount(); };
        auto* menu = window().navTree().makeMenu(out);
        menu->findChild<QAction*>(u"navCertificates"_s)->trigger();
        delete menu;
        QTRY_VERIFY(manager().isVisible());
        QCOMPARE(rows(), 1);
        manager().close();
        // From elsewhere it shows all; from the sheet again those of the account.
        window().showComponent(m_desktop->station().document().find(u"/Services"));
        window().findChild<QAction*>(u"toolsTrust"_s)->trigger();
        QCOMPARE(rows(), 2);
        manager().close();
        window().showComponent(out);
        click(window(), u"sheetCertificates"_s);
        QTRY_VERIFY(manager().isVisible());
        QCOMPARE(rows(), 1);
        QVERIFY(!m_desktop->station().change(out, {{u"hostname"_s, u"nobody.example"_s}}));
        click(window(), u"sheetCertificates"_s);
        QCOMPARE(rows(), 0);
        const auto said = [&](const QString& words) {
            return std::ranges::any_of(manager().findChildren<QLabel*>(),
                                       [&](QLabel* one) { return one->isVisible() && one->text().startsWith(words); });
        };
        QVERIFY(said(u"No exemption for nobody.example:"_s));
        picture(manager(), u"10-no-exemption"_s);
        in<QLineEdit>(manager(), u"trustFilter"_s)->clear();
    }

    void eachWindowUndoesItsOwn()
    {
        const SlotId out = window().shown();
        OpenStation& station = m_desktop->station();
        QVERIFY(!station.change(out, {{u"hostname"_s, u"mail.example"_s}}));
        auto* undo = window().findChild<QAction*>(u"editUndo"_s);
        auto* redo = window().findChild<QAction*>(u"editRedo"_s);
        QCOMPARE(undo->text(), u"&Undo Set Hostname"_s);
        QVERIFY(!redo->isEnabled());
        const testing::TestCa ca(u"Acme & Co"_s);
        QVERIFY(showActive(manager()));
        QTRY_VERIFY(!undo->isEnabled()); // nothing was done here yet, and the station's step is not this window's
        m_desktop->trustEdits().import({{u"acme & co"_s, *certificateFacts(ca.der())}});
        QCOMPARE(undo->text(), u"&Undo Import root CA acme-co"_s);
        QTest::keyClick(&manager(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(m_desktop->roots().roots().isEmpty());
        QVERIFY(!station.undoStack()->isClean());
        redo->trigger();
        QCOMPARE(m_desktop->roots().roots().size(), 1);
        QVERIFY(showActive(window()));
        QTRY_COMPARE(undo->text(), u"&Undo Set Hostname"_s);
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(station.undoStack()->isClean());
        QCOMPARE(m_desktop->roots().roots().size(), 1);
        QVERIFY(showActive(manager()));
        QTRY_VERIFY(undo->text().contains(u"Import root CA"));
        manager().close();
        QTRY_COMPARE(redo->text(), u"&Redo Set Hostname"_s);
        QVERIFY(!undo->isEnabled());
    }

    void theTreeTellsTheDaysOfACertificate()
    {
        const Document& document = m_desktop->station().document();
        const QString under = u"/Services/EmailService/"_s;
        QVERIFY(!m_desktop->station().change(document.find(under + u"In"_s), {{u"hostname"_s, u"mail.example"_s}}));
        const auto tested = [&](const QString& name, int days) {
            Report report;
            report.settings = settingsOf(document, document.find(under + name)).value();
            report.outcome = Outcome::Succeeded;
            report.began = QDateTime::currentDateTimeUtc();
            CertificateFacts leaf;
            leaf.commonName = u"<b>mail</b>.example"_s;
            leaf.notAfter = report.began.addDays(days).addSecs(60);
            report.trust = Judgement{};
            report.trust->sent = {leaf};
            m_desktop->lastTests().record(document.find(under + name), report);
        };
        tested(u"Out"_s, 5);
        tested(u"In"_s, 20);
        picture(window(), u"13-days"_s);
        QTreeView* tree = window().navTree().view();
        const QModelIndex out = tree->currentIndex();
        QCOMPARE(out.data(int(NavRole::CertificateBrief)).toString(), u"5 d"_s);
        const QPoint on = tree->visualRect(out).center();
        QHelpEvent asked(QEvent::ToolTip, on, tree->viewport()->mapToGlobal(on));
        QApplication::sendEvent(tree->viewport(), &asked);
        QTRY_VERIFY(QToolTip::text().contains(u"Certificate: 5 days left"_s));
        QVERIFY(!QToolTip::text().contains(u"<b>"_s)); // a name from outside is no markup
        QToolTip::hideText();
    }

    void aRowTellsThatItsServerHasChanged()
    {
        accept();
        if (QTest::currentTestFailed())
            return;
        // As if another certificate had been accepted: what the server shows is then a change.
        const testing::TestCertificate before = testing::TestCa(u"Acme"_s).issueFor(m_demo->host());
        AllowedHost row = m_desktop->hosts().rows()[0];
        const QByteArray now = row.sha256;
        row.sha256 = before.sha256();
        row.publicKeySha256 = QByteArray(64, 'a');
        row.chain = {before.der()};
        QVERIFY(!m_desktop->hosts().put({row}));
        test();
        QTRY_VERIFY(m_desktop->challenge() && m_desktop->challenge()->isVisible());
        QTest::keyClick(m_desktop->challenge(), Qt::Key_Escape);
        QTRY_VERIFY(!m_desktop->challenge());
        window().findChild<QAction*>(u"toolsTrust"_s)->trigger();
        auto* table = in<QTableView>(manager(), u"allowedHosts"_s);
        QCOMPARE(table->model()->index(0, AllowedHostsModel::ApprovalColumn).data().toString(),
                 u"changed (approved, temporary)"_s);
        QCOMPARE(Badge(table->model()->index(0, 0).data(int(TrustRole::Badge)).toInt()), Badge::Warning);
        auto* note = in<NoteLine>(manager(), u"changedHost"_s);
        QVERIFY(!note->isVisible());
        table->selectRow(0);
        QVERIFY(note->isVisible());
        QVERIFY(note->text().contains(groupedFingerprint(before.sha256())));
        QVERIFY(note->text().contains(groupedFingerprint(now)));
        picture(manager(), u"11-changed"_s);
        emit note->remedyClicked();
        auto* viewer = in<CertificateViewer>(manager(), u"certificateViewer"_s);
        QVERIFY(viewer && viewer->isVisible());
        viewer->close();
        // It is kept with the row, for whoever opens the station next.
        AllowedHosts again;
        QVERIFY(!again.open(m_folder->filePath(u"acme.security"_s)));
        QVERIFY(!again.rows()[0].verifiedChain.isEmpty());
    }

    void theTestOptionsOfferTheKeysOfTheStore()
    {
        UserKeyStore& keys = m_desktop->keys();
        QVERIFY(!keys.open(m_folder->filePath(u"keys"_s)));
        NewCertificate wanted;
        wanted.commonName = u"alarms"_s;
        QVERIFY(bool(keys.generate(wanted, Secret(u"open sesame"_s))));
        click(window(), u"testOptions"_s);
        auto* options = in<QDialog>(window(), u"testChoicesDialog"_s);
        QVERIFY(options);
        auto* store = in<QPushButton>(*options, u"chooseOwnCertificate"_s);
        QVERIFY(store->isEnabled());
        QCOMPARE(store->menu()->actions().size(), 1);
        QVERIFY(store->menu()->actions()[0]->text().startsWith(u"alarms, until "));
        picture(*options, u"12-options"_s);
        store->menu()->actions()[0]->trigger();
        const auto enter = [&](const QString& secret) {
            const auto prompt = [&]() -> SecretPrompt* {
                for (auto* each : options->findChildren<SecretPrompt*>())
                    if (each->isVisible())
                        return each;
                return nullptr;
            };
            QTRY_VERIFY(prompt());
            SecretPrompt* asked = prompt();
            in<QLineEdit>(*asked, u"secretFirst"_s)->setText(secret);
            in<QPushButton>(*asked, u"secretOk"_s)->click();
        };
        enter(u"wrong"_s); // and asked again
        enter(u"open sesame"_s);
        auto* state = in<QLabel>(*options, u"clientCertificateState"_s);
        QTRY_VERIFY(state->text().startsWith(u"alarms, valid until "));
        click(*options, u"keepChoices"_s);
        QTRY_VERIFY(window().testPanel().choices().clientIdentity);
        // What was typed is known from now on.
        click(window(), u"testOptions"_s);
        QTRY_VERIFY(in<QDialog>(window(), u"testChoicesDialog"_s) &&
                    in<QDialog>(window(), u"testChoicesDialog"_s) != options);
        options = in<QDialog>(window(), u"testChoicesDialog"_s);
        click(*options, u"removeClientCertificate"_s);
        in<QPushButton>(*options, u"chooseOwnCertificate"_s)->menu()->actions()[0]->trigger();
        state = in<QLabel>(*options, u"clientCertificateState"_s);
        QTRY_VERIFY(state->text().startsWith(u"alarms, valid until "));
        QVERIFY(options->findChildren<SecretPrompt*>().isEmpty());
        options->close();
    }

    /// The whole way: a key made here, a request, the answer of the CA that Dovecot asks, and signing in with it.
    void signsInAtARealServerByTheAnswerOfItsCa()
    {
        const testing::MailServers servers = testing::MailServers::running();
        if (servers.host.isEmpty())
            QFAIL("no servers");
        UserKeyStore& keys = m_desktop->keys();
        QVERIFY(!keys.open(m_folder->filePath(u"keys"_s)));
        QVERIFY(!m_desktop->roots().import(*certificateFacts(QSslCertificate(servers.caPem()).toDer()), u"servers"_s));
        const SlotId in0 = m_desktop->station().document().find(u"/Services/EmailService/In");
        QVERIFY(in0 != SlotId::None);
        QVERIFY(
            !m_desktop->station().change(in0, {{u"hostname"_s, servers.host},
                                               {u"store"_s, u"imap"_s},
                                               {u"useSsl"_s, u"true"_s},
                                               {u"port"_s, QString::number(servers.port(Protocol::Imap, SecurityMode::Ssl))},
                                               {u"account"_s, servers.user}}));
        window().showComponent(in0);
        manager().show();
        manager().showTab(CertificateManager::Tab::UserKeyStore);
        click(manager(), u"newKey"_s);
        auto* dialog = in<QDialog>(manager(), u"newKeyDialog"_s);
        in<QLineEdit>(*dialog, u"newKeyName"_s)->setText(servers.user);
        click(*dialog, u"makeKey"_s);
        QTableView* table = in<QTableView>(manager(), u"userKeyStore"_s);
        const auto choose = [&](const QString& path) {
            QTRY_VERIFY(manager().findChild<QFileDialog*>());
            auto* files = manager().findChild<QFileDialog*>();
            emit files->fileSelected(path);
            delete files;
        };
        const QString request = m_folder->filePath(u"request.csr"_s);
        table->selectRow(0);
        click(manager(), u"requestCertificate"_s);
        choose(request);
        QFile csr(request);
        QTRY_VERIFY(csr.exists());
        QVERIFY(csr.open(QIODevice::ReadOnly));
        const testing::TestCa ca(servers.held(u"client-ca.pem"_s), servers.held(u"client-ca.private"_s));
        QFile answer(m_folder->filePath(u"answer.pem"_s));
        QVERIFY(answer.open(QIODevice::WriteOnly));
        answer.write(ca.answer(csr.readAll()));
        answer.close();
        table->selectRow(0);
        click(manager(), u"takeAnswer"_s);
        choose(answer.fileName());
        QTRY_COMPARE(keys.keys()[0].certificate.issuerName, u"Client ca"_s);
        table->selectRow(0);
        click(manager(), u"useKey"_s);
        QTRY_VERIFY(window().testPanel().choices().clientIdentity);
        QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
        click(window(), u"testButton"_s);
        QVERIFY(!finished.isEmpty() || finished.wait(30000));
        const auto report = finished.last()[1].value<Report>();
        QCOMPARE(nameOf(report.outcome), nameOf(Outcome::Succeeded));
        QCOMPARE(report.learnt.mechanism, "EXTERNAL"_ba);
    }

    void rowsAreAnsweredAndDeletedByKeyboard()
    {
        accept();
        manager().show();
        QVERIFY(showActive(manager()));
        auto* table = in<QTableView>(manager(), u"allowedHosts"_s);
        QVERIFY(!in<QPushButton>(manager(), u"unapproveHost"_s)->isEnabled());
        table->setFocus();
        table->selectRow(0);
        click(manager(), u"unapproveHost"_s);
        QCOMPARE(m_desktop->hosts().rows()[0].approval, Approval::Rejected);
        click(manager(), u"approveHost"_s);
        QCOMPARE(m_desktop->hosts().rows()[0].approval, Approval::Approved);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QVERIFY(m_desktop->hosts().rows().isEmpty());
        click(manager(), u"trustUndoButton"_s);
        QCOMPARE(m_desktop->hosts().rows().size(), 1);
    }
};

STATIONER_TEST(TrustCourseTest)
#include "trustcourse_test.moc"
