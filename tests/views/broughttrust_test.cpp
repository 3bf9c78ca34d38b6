// Trust that came with a station, in the window: asked about in a bar, shown before it counts, used or left by one click.

#include "activewindow.h"
#include "app/composition.h"
#include "app/demo/demoserver.h"
#include "support/certificates.h"
#include "support/smallstation.h"
#include "support/stationertest.h"
#include "views/common/messagebar.h"
#include "views/common/theme.h"
#include "views/stationfiles.h"
#include "views/trust/broughttrustdialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class BroughtTrustTest : public QObject {
    Q_OBJECT

    Theme m_theme{*qApp};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<DemoServer> m_demo;
    std::unique_ptr<Composition> m_desktop;
    const testing::TestCa m_other{u"Northwind Root CA"_s};

    QString path(const QString& name) const { return m_folder->filePath(name); }
    MainWindow& window() { return m_desktop->window(); }
    MessageBar& bar() { return *window().findChild<MessageBar*>(u"broughtTrustBar"_s); }
    BroughtTrustDialog* dialog() { return window().findChild<BroughtTrustDialog*>(); }
    SlotId out() { return m_desktop->station().document().find(u"/Services/EmailService/Out"); }
    void open()
    {
        m_desktop =
            std::make_unique<Composition>(m_theme, *m_settings, KeyRing::Use::SessionOnly, QString(), path(u"records"_s));
        QVERIFY(showActive(window()));
        window().files().open(path(u"acme.bog"_s));
        QVERIFY(m_desktop->station().isOpen());
        window().showComponent(out());
    }
    void press(QWidget& in, const QString& name)
    {
        auto* button = in.findChild<QAbstractButton*>(name);
        QVERIFY2(button && button->isVisible(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    Outcome test()
    {
        QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
        auto* button = window().findChild<QAbstractButton*>(u"testButton"_s);
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
        if (finished.isEmpty() && !finished.wait(30000))
            return Outcome::Cancelled;
        return finished.first().at(1).value<Report>().outcome;
    }
    void picture(QWidget& widget, const QString& name)
    {
        const QDir folder(QCoreApplication::applicationDirPath() + u"/../pictures"_s);
        QVERIFY(folder.mkpath(u"."_s));
        for (const Appearance appearance : {Appearance::Dark, Appearance::Light}) {
            m_theme.apply(appearance);
            QTest::qWait(100); // palettes and layouts follow through the event loop
            QVERIFY(widget.grab().save(
                folder.filePath(u"brought-%1-%2.png"_s.arg(name, appearance == Appearance::Dark ? u"dark"_s : u"light"_s))));
        }
    }

private slots:
    void init()
    {
        m_theme.apply(Appearance::Light);
        m_demo = std::make_unique<DemoServer>();
        QVERIFY(m_demo->start());
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(path(u"settings.ini"_s), QSettings::IniFormat);
        QFile file(path(u"acme.bog"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(smallStation(outgoing(value("hostname", m_demo->host().toUtf8()) +
                                         value("port", QByteArray::number(m_demo->port(DemoProtocol::Smtp, DemoMode::Ssl))) +
                                         value("useSsl", "true"))));
        file.close();
        // As an archive or a colleague would bring it.
        UserTrustStore roots;
        roots.open(path(u"acme.security"_s));
        QVERIFY(!roots.import(QList{UserRoot{u"Demo"_s, *certificateSketch(pemDer(m_demo->rootPem()))},
                                    UserRoot{{}, *certificateSketch(m_other.der())}}));
        AllowedHosts hosts;
        hosts.open(path(u"acme.security"_s));
        AllowedHost row;
        row.host = {u"mail.northwind.example"_s, 993};
        row.approval = Approval::Approved;
        const testing::TestCertificate leaf = m_other.issueFor(u"mail.northwind.example"_s);
        row.sha256 = leaf.sha256();
        row.errors = {TrustError::UnknownRoot};
        row.chain = {leaf.der(), m_other.der()};
        QVERIFY(!hosts.approve(row));
    }
    void cleanup()
    {
        m_desktop.reset();
        m_demo.reset();
    }

    void countsNothingUntilItIsUsed()
    {
        open();
        QVERIFY(bar().isVisible());
        QCOMPARE(bar().text(), u"This station brings 2 root CAs and 1 exemption with it."_s);
        QVERIFY(m_desktop->roots().roots().isEmpty());
        QVERIFY(m_desktop->hosts().rows().isEmpty());
        picture(window(), u"1-bar"_s);
        QCOMPARE(test(), Outcome::CertificateChallenged);
        m_desktop->challenge()->close();

        press(bar(), u"messageBarSecond"_s);
        QVERIFY(!bar().isVisible());
        QCOMPARE(m_desktop->roots().roots().size(), 2);
        QCOMPARE(m_desktop->hosts().rows().size(), 2); // with the challenge's own row, unanswered
        QCOMPARE(test(), Outcome::Succeeded);
        open(); // once and for all
        QVERIFY(!bar().isVisible());
        QCOMPARE(test(), Outcome::Succeeded);
    }

    void isShownBeforeItIsAnswered()
    {
        open();
        press(bar(), u"noteRemedy"_s);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        auto* roots = dialog()->findChild<QTableView*>(u"broughtRoots"_s);
        QCOMPARE(roots->model()->rowCount(), 2);
        auto* hosts = dialog()->findChild<QTableView*>(u"broughtHosts"_s);
        QCOMPARE(hosts->model()->rowCount(), 1);
        QCOMPARE(hosts->model()->index(0, 0).data().toString(), u"mail.northwind.example"_s);
        picture(*dialog(), u"2-dialog"_s);
        dialog()->close();
        QVERIFY(bar().isVisible()); // looking is no answer
        QVERIFY(m_desktop->roots().roots().isEmpty());
        QTRY_VERIFY(!dialog());
        press(bar(), u"noteRemedy"_s);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        press(*dialog(), u"useBrought"_s);
        QVERIFY(!bar().isVisible());
        QCOMPARE(m_desktop->roots().roots().size(), 2);
    }

    void isLeftForGood()
    {
        open();
        press(bar(), u"messageBarThird"_s);
        QVERIFY(!bar().isVisible());
        QVERIFY(m_desktop->roots().roots().isEmpty());
        open();
        QVERIFY(!bar().isVisible());
        QCOMPARE(test(), Outcome::CertificateChallenged);
    }

    void isAskedAboutWhenAnotherProgramLaysItThere()
    {
        QVERIFY(QDir(path(u"acme.security"_s)).removeRecursively());
        open();
        QVERIFY(!bar().isVisible());
        m_desktop->roots().import(*certificateSketch(m_other.der()));
        UserTrustStore theirs;
        theirs.open(path(u"acme.security"_s));
        QVERIFY(theirs.faults().isEmpty());
        QVERIFY(!theirs.import(*certificateSketch(pemDer(m_demo->rootPem()))));
        QCOMPARE(test(), Outcome::CertificateChallenged); // it looks before it judges
        QCOMPARE(m_desktop->roots().roots().size(), 1);
        QTRY_VERIFY(bar().isVisible());
    }

    void trustThatAnotherProgramTookAwayCountsNoMore()
    {
        open();
        press(bar(), u"messageBarSecond"_s);
        QCOMPARE(test(), Outcome::Succeeded);
        QVERIFY(QFile::remove(path(u"acme.security/user-trust-store/Demo.pem"_s)));
        QCOMPARE(test(), Outcome::CertificateChallenged);
        QCOMPARE(m_desktop->roots().roots().size(), 1);
    }

    void theDemoLeavesNoRecord()
    {
        m_desktop =
            std::make_unique<Composition>(m_theme, *m_settings, KeyRing::Use::SessionOnly, QString(), path(u"records"_s));
        QVERIFY(showActive(window()));
        QString error;
        QVERIFY2(m_desktop->startDemo(&error), qPrintable(error));
        m_desktop->roots().import(*certificateSketch(m_other.der()));
        QVERIFY(m_desktop->roots().isStored(u"Northwind-Root-CA"_s));
        QVERIFY(!QDir(path(u"records"_s)).exists());
    }

private:
    static QByteArray pemDer(const QByteArray& pem) { return QSslCertificate(pem).toDer(); }
};

STATIONER_TEST(BroughtTrustTest)
#include "broughttrust_test.moc"
