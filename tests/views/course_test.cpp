#include "app/demo/demoserver.h"
#include "connection/outcome.h"
#include "desktop.h"
#include "items/roles.h"
#include "picture.h"
#include "support/mailservers.h"
#include "support/stationertest.h"
#include "views/connection/testpanel.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/sheet/propertysheet.h"
#include "views/sheet/rowview.h"
#include "views/trust/challengedialog.h"

#include <QCheckBox>
#include <QMenu>
#include <QSignalSpy>

#include <memory>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

namespace {

struct Server {
    QString host;
    quint16 port = 0; ///< SMTP, encrypted from the first byte
    QString user;
    QString password;
};

} // namespace

/// The main job with real events: right click on an account, its property sheet, Use Ssl, Test, the challenge, accept,
/// passed.
class CourseTest : public QObject, Desktop {
    Q_OBJECT

    std::unique_ptr<DemoServer> m_demo;
    SlotId m_account = SlotId::None;

    std::optional<Server> server(const QString& which)
    {
        if (which == "demo"_L1) {
            m_demo = std::make_unique<DemoServer>();
            if (!m_demo->start())
                return std::nullopt;
            return Server{m_demo->host(), m_demo->port(DemoProtocol::Smtp, DemoMode::Ssl), m_demo->login().user,
                          m_demo->login().password};
        }
        const auto real = stationer::testing::MailServers::running();
        return Server{real.host, real.port(Protocol::Smtp, SecurityMode::Ssl), real.user, real.password};
    }
    void openDesktop(const Server& at)
    {
        openStation(smallStation(outgoing(value("hostname", at.host.toUtf8()) + value("port", QByteArray::number(at.port)) +
                                          value("account", at.user.toUtf8()))));
        m_account = Desktop::at("/Services/EmailService/Out");
        m_desktop->keepPassword(m_account, Secret(at.password));
    }
    template <class Widget = QAbstractButton>
    Widget* named(const QString& name)
    {
        return window().findChild<Widget*>(name);
    }
    void picture(QWidget& widget, const QString& name) { keepPicture(widget, u"course-"_s + name); }
    /// A real press on the window, from which the platform makes the context menu.
    void rightClickOnAccount()
    {
        NavView* view = window().navTree().view();
        const QRect row = view->visualRect(view->currentIndex());
        QVERIFY(row.isValid());
        const QPoint at = view->viewport()->mapTo(&window(), row.center());
        QTest::mouseClick(window().windowHandle(), Qt::RightButton, {}, at);
    }
    void choose(const QString& menuName, const QString& actionName)
    {
        QMenu* menu = nullptr;
        QTRY_VERIFY((menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) && menu->isVisible());
        QMenu* sub = menu->findChild<QMenu*>(menuName);
        QVERIFY(sub);
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(sub->menuAction()).center());
        QTRY_VERIFY(sub->isVisible());
        auto* action = sub->findChild<QAction*>(actionName);
        QVERIFY(action);
        QTest::mouseClick(sub, Qt::LeftButton, {}, sub->actionGeometry(action).center());
    }
    Report reportOf(QSignalSpy& finished)
    {
        if (finished.isEmpty() && !finished.wait(30000)) {
            QTest::qFail("the connection test did not end", __FILE__, __LINE__);
            return {};
        }
        return finished.takeLast()[1].value<Report>();
    }

private slots:
    void initTestCase() { m_theme.apply(Appearance::Light); }
    void cleanup()
    {
        m_desktop.reset();
        m_demo.reset();
    }

    void fromRightClickToPassed_data()
    {
        QTest::addColumn<QString>("which");
        QTest::newRow("the demo server") << u"demo"_s;
        QTest::newRow("real servers") << u"servers"_s;
    }
    void fromRightClickToPassed()
    {
        QFETCH(QString, which);
        if (which == "servers"_L1 && qEnvironmentVariableIsEmpty("STATIONER_SERVERS"))
            QSKIP("STATIONER_SERVERS names no running mail servers");
        const std::optional<Server> at = server(which);
        QVERIFY(at);
        openDesktop(*at);
        if (QTest::currentTestFailed())
            return;
        QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
        QCOMPARE(window().shown(), m_account);

        rightClickOnAccount();
        choose(u"navViews"_s, u"navPropertySheet"_s);
        if (QTest::currentTestFailed())
            return;
        QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->objectName() == "hostname"_L1);

        auto* useSsl = qobject_cast<QCheckBox*>(window().sheet().row(u"useSsl"_s)->editor()->control());
        QVERIFY(!useSsl->isChecked());
        QTest::mouseClick(useSsl, Qt::LeftButton, {}, QPoint(8, useSsl->height() / 2));
        QVERIFY(useSsl->isChecked());
        QVERIFY(window().isWindowModified());
        picture(window(), which + u"-1-use-ssl"_s);

        // The challenge opens by itself; Escape leaves it unanswered.
        click(u"testButton"_s);
        QCOMPARE(reportOf(finished).outcome, Outcome::CertificateChallenged);
        QTRY_VERIFY(m_desktop->challenge() && m_desktop->challenge()->isVisible());
        picture(*m_desktop->challenge(), which + u"-2-challenge"_s);
        picture(window(), which + u"-3-challenged"_s);
        QTest::keyClick(m_desktop->challenge(), Qt::Key_Escape);
        QTRY_VERIFY(!m_desktop->challenge());
        QCOMPARE(m_desktop->hosts().rows().size(), 1);
        QCOMPARE(m_desktop->hosts().rows()[0].approval, Approval::Unanswered);

        // Enter means Not Now as well, wherever the focus is.
        click(u"review"_s);
        QTRY_VERIFY(m_desktop->challenge() && m_desktop->challenge()->isVisible());
        named(u"accept"_s)->setFocus();
        QTest::keyClick(named(u"accept"_s), Qt::Key_Return);
        QTRY_VERIFY(!m_desktop->challenge());
        QCOMPARE(m_desktop->hosts().rows()[0].approval, Approval::Unanswered);

        // It asks again, and is accepted.
        click(u"testButton"_s);
        QCOMPARE(reportOf(finished).outcome, Outcome::CertificateChallenged);
        QTRY_VERIFY(m_desktop->challenge() && m_desktop->challenge()->isVisible());
        click(u"accept"_s);
        const Report passed = reportOf(finished);
        QCOMPARE(passed.outcome, Outcome::Succeeded);
        QCOMPARE(passed.depth, Depth::Login);
        QVERIFY(passed.trust && passed.trust->verdict == Verdict::Exempted);
        QTRY_VERIFY(!m_desktop->challenge());
        QCOMPARE(m_desktop->hosts().rows()[0].approval, Approval::Approved);
        QCOMPARE(window().navTree().view()->currentIndex().data(int(NavRole::Result)).toInt(), int(Badge::PassedHere));
        picture(window(), which + u"-4-passed"_s);

        // Trust stands beside the station file, for nobody else to read; the file itself is saved by Ctrl+S.
        const QString hosts = m_folder->filePath(u"acme.security/allowed-hosts.json"_s);
        QVERIFY(QFile::exists(hosts));
        QVERIFY(!(QFile::permissions(hosts) & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(showActive(window()));
        QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!window().isWindowModified());
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray saved = file.readAll();
        QVERIFY(saved.contains("useSsl"));
        QVERIFY(!saved.contains("password"));
    }

    void aWrongModeIsMendedByOneClick()
    {
        const std::optional<Server> at = server(u"demo"_s);
        QVERIFY(at);
        openDesktop(*at);
        if (QTest::currentTestFailed())
            return;
        QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
        click(u"testButton"_s);
        QCOMPARE(reportOf(finished).outcome, Outcome::WrongMode);
        click(u"remedy0"_s);
        QCOMPARE(effectiveValue(m_desktop->station().document(), m_account, u"useSsl").value_or(QString()), u"true"_s);
        QCOMPARE(m_desktop->station().undoStack()->count(), 1);
    }
    void aRejectionIsRemembered()
    {
        const std::optional<Server> at = server(u"demo"_s);
        QVERIFY(at);
        openDesktop(*at);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!m_desktop->station().change(m_account, {{u"useSsl"_s, u"true"_s}}));
        QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
        click(u"testButton"_s);
        QCOMPARE(reportOf(finished).outcome, Outcome::CertificateChallenged);
        click(u"rejectCertificate"_s);
        QCOMPARE(reportOf(finished).outcome, Outcome::CertificateRejected);
        QTRY_VERIFY(!m_desktop->challenge());
        QCOMPARE(m_desktop->hosts().rows()[0].approval, Approval::Rejected);
    }
    void closingAsksOnlyWhereSomethingWouldBeLost()
    {
        const std::optional<Server> at = server(u"demo"_s);
        QVERIFY(at);
        openDesktop(*at);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!m_desktop->station().change(m_account, {{u"useSsl"_s, u"true"_s}}));
        window().close();
        QTRY_VERIFY(named<QWidget>(u"saveQuestion"_s) && named<QWidget>(u"saveQuestion"_s)->isVisible());
        QVERIFY(window().isVisible());
        QTest::keyClick(named<QWidget>(u"saveQuestion"_s), Qt::Key_Escape);
        QTRY_VERIFY(!named<QWidget>(u"saveQuestion"_s));
        m_desktop->station().undoStack()->undo();
        QVERIFY(window().close());
    }
    void aBrokenFileIsSaidAndTheOldOneStays()
    {
        const std::optional<Server> at = server(u"demo"_s);
        QVERIFY(at);
        openDesktop(*at);
        QFile broken(m_folder->filePath(u"broken.bog"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("<?xml version='1.0'?>\n<bajaObjectGraph version='4.0'>\n <p t='x'>\n</bajaObjectGraph>\n");
        broken.close();
        window().files().open(broken.fileName());
        auto* bar = named<QWidget>(u"messageBar"_s);
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->accessibleName().contains(u"4"_s), qPrintable(bar->accessibleName()));
        QCOMPARE(m_desktop->station().path(), path());
    }
};

STATIONER_TEST(CourseTest)
#include "course_test.moc"
