// Trust that came with a station, in the window: asked about in a bar, shown before it counts, used or left by one click.

#include "app/demo/demoserver.h"
#include "desktop.h"
#include "picture.h"
#include "support/certificates.h"
#include "support/stationertest.h"
#include "views/common/messagebar.h"
#include "views/trust/broughttrustdialog.h"

#include <QDir>
#include <QSignalSpy>
#include <QTableView>

#include <memory>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class BroughtTrustTest : public QObject, Desktop {
    Q_OBJECT

    std::unique_ptr<DemoServer> m_demo;
    const testing::TestCa m_other{u"Northwind Root CA"_s};

    MessageBar& bar() { return *window().findChild<MessageBar*>(u"broughtTrustBar"_s); }
    BroughtTrustDialog* dialog() { return window().findChild<BroughtTrustDialog*>(); }
    void open()
    {
        start({}, path(u"records"_s));
        Desktop::open();
        window().showComponent(at("/Services/EmailService/Out"));
    }
    Outcome test()
    {
        QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
        click(u"testButton"_s);
        if (finished.isEmpty() && !finished.wait(30000))
            return Outcome::Cancelled;
        return finished.first().at(1).value<Report>().outcome;
    }
    void picture(QWidget& widget, const QString& name) { keepPictures(m_theme, widget, u"brought-"_s + name); }

private slots:
    void init()
    {
        m_theme.apply(Appearance::Light);
        m_demo = std::make_unique<DemoServer>();
        QVERIFY(m_demo->start());
        makeFolder();
        write(smallStation(outgoing(value("hostname", m_demo->host().toUtf8()) +
                                    value("port", QByteArray::number(m_demo->port(DemoProtocol::Smtp, DemoMode::Ssl))) +
                                    value("useSsl", "true"))));
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

        click(bar(), u"messageBarSecond"_s);
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
        click(bar(), u"noteRemedy"_s);
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
        click(bar(), u"noteRemedy"_s);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        click(*dialog(), u"useBrought"_s);
        QVERIFY(!bar().isVisible());
        QCOMPARE(m_desktop->roots().roots().size(), 2);
    }

    void isLeftForGood()
    {
        open();
        click(bar(), u"messageBarThird"_s);
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
        click(bar(), u"messageBarSecond"_s);
        QCOMPARE(test(), Outcome::Succeeded);
        QVERIFY(QFile::remove(path(u"acme.security/user-trust-store/Demo.pem"_s)));
        QCOMPARE(test(), Outcome::CertificateChallenged);
        QCOMPARE(m_desktop->roots().roots().size(), 1);
    }

    void theDemoLeavesNoRecord()
    {
        start({}, path(u"records"_s));
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
