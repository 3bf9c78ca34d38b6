// The guide's last step in the window: challenge, exemption, root CA imported, «no longer needed», removed, brought back.

#include "items/roles.h"
#include "session/trustedits.h"
#include "support/certificates.h"
#include "support/stationertest.h"
#include "trustdesktop.h"
#include "views/common/messagebar.h"
#include "views/common/noteline.h"
#include "views/connection/testpanel.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/trust/certificateviewer.h"
#include "views/trust/getcertificate.h"
#include "views/trust/importdialog.h"

#include <QAction>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QToolTip>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class TrustCourseTest : public QObject, TrustDesktop {
    Q_OBJECT

    void test()
    {
        QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
        click(u"testButton"_s);
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
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

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
