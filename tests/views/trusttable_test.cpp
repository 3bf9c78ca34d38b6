// The tables of the Certificate Manager under the hand: what is enabled, what a key means, what stands first.

#include "certificatedesk.h"
#include "items/allowedhostsmodel.h"
#include "items/certificatesmodel.h"
#include "support/stationertest.h"
#include "trust/importer.h"
#include "views/trust/certificateviewer.h"
#include "views/trust/importdialog.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace stationer;
using namespace stationer::test;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class TrustTableTest : public QObject, CertificateDesk {
    Q_OBJECT

    QTableView* hosts() { return m_manager->findChild<QTableView*>(u"allowedHosts"_s); }
    QPushButton* button(const QString& name) { return m_manager->findChild<QPushButton*>(name); }
    QString count()
    {
        for (const QLabel* label : m_manager->findChildren<QLabel*>(u"trustCount"_s))
            if (label->isVisible())
                return label->text();
        return {};
    }
    void add(const QString& host, Approval approval)
    {
        const TestCertificate leaf = m_ca.issueFor(host);
        AllowedHost row;
        row.host = {host, 465};
        row.approval = approval;
        row.sha256 = leaf.sha256();
        row.errors = {TrustError::UnknownRoot};
        row.created = QDateTime::currentDateTimeUtc();
        row.chain = {leaf.der(), m_ca.der()};
        QVERIFY(!m_hosts.put({row}));
    }

private slots:
    void init()
    {
        openManager();
        manager().showTab(CertificateManager::Tab::AllowedHosts);
    }
    void cleanup() { closeManager(); }

    void onlyWhatWouldChangeARowIsEnabled()
    {
        add(u"a.test"_s, Approval::Approved);
        add(u"b.test"_s, Approval::Rejected);
        add(u"c.test"_s, Approval::Unanswered);
        hosts()->selectRow(0);
        QVERIFY(!button(u"approveHost"_s)->isEnabled());
        QVERIFY(button(u"unapproveHost"_s)->isEnabled());
        hosts()->selectRow(1);
        QVERIFY(button(u"approveHost"_s)->isEnabled());
        QVERIFY(!button(u"unapproveHost"_s)->isEnabled());
        hosts()->selectRow(2);
        QVERIFY(button(u"approveHost"_s)->isEnabled());
        QVERIFY(button(u"unapproveHost"_s)->isEnabled());
        hosts()->selectAll(); // some of them
        QVERIFY(button(u"approveHost"_s)->isEnabled());
        // The answer that is given shows at once.
        hosts()->selectRow(2);
        button(u"approveHost"_s)->click();
        QVERIFY(!button(u"approveHost"_s)->isEnabled());
    }
    void returnOnlyEndsANote()
    {
        add(u"a.test"_s, Approval::Approved);
        hosts()->setFocus();
        const QModelIndex note = hosts()->model()->index(0, AllowedHostsModel::NoteColumn);
        hosts()->setCurrentIndex(note);
        hosts()->edit(note);
        auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(line);
        QTest::keyClicks(line, u"boiler"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(m_hosts.find({u"a.test"_s, 465})->note, u"boiler"_s);
        QVERIFY(!m_manager->findChild<CertificateViewer*>());
        QVERIFY(manager().isVisible());
        // On the row itself it means what a double click does.
        QTRY_VERIFY(hosts()->hasFocus());
        QTest::keyClick(hosts(), Qt::Key_Return);
        QTRY_VERIFY(m_manager->findChild<CertificateViewer*>());
        delete m_manager->findChild<CertificateViewer*>();
    }
    void aNumberOfRowsIsSaidInWords()
    {
        QCOMPARE(count(), QString());
        add(u"a.test"_s, Approval::Approved);
        QCOMPARE(count(), u"1 row"_s);
        add(u"b.test"_s, Approval::Approved);
        QCOMPARE(count(), u"2 rows"_s);
        manager().showHosts(u"a.test"_s);
        QCOMPARE(count(), u"1 of 2 rows"_s);
    }
    void whatIsLookedForStandsFirst()
    {
        add(u"a.test"_s, Approval::Approved);
        const auto isInSight = [this](const QTableView& table, int column) {
            const QHeaderView& header = *table.horizontalHeader();
            return header.sectionViewportPosition(column) + header.sectionSize(column) <= table.viewport()->width();
        };
        for (const int column :
             {AllowedHostsModel::HostColumn, AllowedHostsModel::ApprovalColumn, AllowedHostsModel::UsedByColumn,
              AllowedHostsModel::NotAfterColumn, AllowedHostsModel::NoteColumn})
            QVERIFY2(isInSight(*hosts(), column), qPrintable(QString::number(column)));
        QVERIFY(!m_roots.import(*certificateSketch(m_ca.der())));
        manager().showTab(CertificateManager::Tab::UserTrustStore);
        auto* roots = m_manager->findChild<QTableView*>(u"userTrustStore"_s);
        for (const int column : {CertificatesModel::AliasColumn, CertificatesModel::ValidColumn,
                                 CertificatesModel::NotAfterColumn, CertificatesModel::IssuedByColumn})
            QVERIFY2(isInSight(*roots, column), qPrintable(QString::number(column)));
    }
    void aBundleIsImportedWhole()
    {
        QByteArray bundle;
        constexpr int many = 60;
        for (int i = 0; i < many; ++i)
            bundle += TestCa(u"Root %1"_s.arg(i)).pem();
        manager().importBytes(bundle);
        auto* dialog = m_manager->findChild<ImportDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChildren<QCheckBox*>(u"importThis"_s).size(), many);
        QCOMPARE(dialog->findChildren<QLabel*>(u"fingerprint"_s).size(), many); // each can be compared
        dialog->findChild<QCheckBox*>(u"compared"_s)->setChecked(true);
        dialog->findChild<QPushButton*>(u"confirmImport"_s)->click();
        QTRY_COMPARE(m_roots.roots().size(), many);
    }
};

STATIONER_TEST(TrustTableTest)
#include "trusttable_test.moc"
