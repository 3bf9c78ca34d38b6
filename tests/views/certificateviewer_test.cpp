// The certificate viewer, with what it supposes and with certificates that are up to no good; and how certificates are
// exported.

#include "certificatedesk.h"
#include "support/stationertest.h"
#include "views/trust/certificateexport.h"
#include "views/trust/certificateviewer.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDateEdit>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTreeWidget>

using namespace stationer;
using namespace stationer::test;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class CertificateViewerTest : public QObject, CertificateDesk {
    Q_OBJECT

private slots:
    void init() { openManager(); }
    void cleanup() { closeManager(); }

    void viewsWithSwitches()
    {
        m_edits->import({{u"acme"_s, *certificateFacts(m_ca.der())}});
        const QDateTime now = QDateTime::currentDateTimeUtc();
        CertificateViewer viewer(
            {{m_ca.issueFor(u"mail.example"_s).der(), m_ca.der()}, Endpoint{u"mail.example"_s, 465}},
            [this](TrustRooms::Roots which) { return anchors(which); }, now);
        QVERIFY(showActive(viewer));
        const auto verdict = [&] { return viewer.findChild<QLabel*>(u"viewerVerdict"_s)->text(); };
        QCOMPARE(verdict(), u"Trusted."_s);
        QVERIFY(viewer.findChild<QLabel*>(u"viewerReason"_s)->text().contains(u"«Acme Root CA»"_s));
        picture(viewer, u"7-viewer"_s);
        viewer.findChild<QCheckBox*>(u"withoutUserStore"_s)->setChecked(true);
        QCOMPARE(verdict(), u"It would not be trusted."_s);
        viewer.findChild<QCheckBox*>(u"withoutUserStore"_s)->setChecked(false);
        viewer.findChild<QCheckBox*>(u"otherDate"_s)->setChecked(true);
        viewer.findChild<QDateEdit*>(u"supposedDate"_s)->setDate(now.date().addYears(1));
        QCOMPARE(verdict(), u"It would not be trusted."_s);
        QVERIFY(std::ranges::any_of(viewer.judgement().errors, [](auto& one) { return one.error == TrustError::Expired; }));
        viewer.findChild<QCheckBox*>(u"otherDate"_s)->setChecked(false);
        QCOMPARE(verdict(), u"Trusted."_s);
        // The root that is selected in the chain is what the tabs show and what is copied.
        auto* chain = viewer.findChild<QTreeWidget*>(u"chain"_s);
        chain->setCurrentItem(chain->topLevelItem(0));
        viewer.findChild<QAction*>(u"copyPem"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text().toLatin1(), m_ca.pem());
        viewer.findChild<QAction*>(u"copyText"_s)->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"Acme Root CA"_s));
    }

    void exportsInThreeFormats()
    {
        QWidget parent;
        CertificateExport way(parent);
        QSignalSpy failed(&way, &CertificateExport::failed);
        const TestCertificate leaf = m_ca.issueFor(u"mail.example"_s);
        const auto written = [&](const QList<QByteArray>& ders, const QString& name) {
            way.write(ders, m_folder->filePath(name));
            QFile file(m_folder->filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QCOMPARE(written({leaf.der()}, u"x.cer"_s), leaf.der());
        QCOMPARE(written({leaf.der(), m_ca.der()}, u"x.pem"_s).count("BEGIN CERTIFICATE"), 2);
        const QByteArray bundle = written({leaf.der(), m_ca.der()}, u"x.p7b"_s);
        QCOMPARE(previewImport(bundle, {}, QDateTime::currentDateTimeUtc()).finds.size(), 2);
        QVERIFY(failed.isEmpty());
        QVERIFY(written({leaf.der(), m_ca.der()}, u"two.cer"_s).isEmpty());
        QCOMPARE(failed.size(), 1);
        way.write({leaf.der()}, m_folder->filePath(u"no/such/folder/x.pem"_s));
        QCOMPARE(failed.size(), 2);
    }

    void hostileCertificatesInTheViewer()
    {
        CertificateOptions options = optionsFor(u"mail.example"_s);
        options.commonName = u"<h1>x</h1>\u202egro\u0000\n"_s;
        options.rawDnsNames = {QByteArray("a\0b.example", 11)};
        for (int i = 0; i < 4000; ++i)
            options.dnsNames += u"host%1.a-long-name.example"_s.arg(i);
        options.criticalExtensions = {"1.2.3.4.5"};
        CertificateViewer viewer(
            {{m_ca.issue(options).der(), m_ca.der()}, Endpoint{u"mail.example"_s, 465}},
            [this](TrustRooms::Roots which) { return anchors(which); }, QDateTime::currentDateTimeUtc());
        QVERIFY(showActive(viewer));
        viewer.findChild<QTabWidget*>(u"viewerTabs"_s)->setCurrentIndex(1);
        auto* details = viewer.findChild<QTreeWidget*>(u"certificateDetails"_s);
        details->expandAll();
        int rows = 0;
        bool isUnknownShown = false;
        for (QTreeWidgetItemIterator it(details); *it; ++it) {
            ++rows;
            const QString text = (*it)->text(0) + (*it)->text(1);
            QVERIFY(!text.contains(QChar(0x202e)) && !text.contains(u'\n') && !text.contains(QChar(u'\0')));
            QVERIFY(text.size() < 1200);
            isUnknownShown = isUnknownShown || text.contains(u"1.2.3.4.5"_s);
        }
        QVERIFY(rows < 500);
        QVERIFY(isUnknownShown);
        for (const QLabel* label : viewer.findChildren<QLabel*>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        picture(viewer, u"8-hostile"_s);
    }
};

STATIONER_TEST(CertificateViewerTest)
#include "certificateviewer_test.moc"
