// What the station itself would meet: the line in the test panel, its answers and its reasons, and the column of the
// accounts.

#include "accountsdesktop.h"
#include "prediction/stationwords.h"
#include "shownpanel.h"
#include "support/stationertest.h"
#include "support/stationreports.h"
#include "views/common/linkbutton.h"
#include "views/common/noteline.h"
#include "views/connection/factsheet.h"

#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

namespace {

QList<QByteArray> storesWithRoot()
{
    return {stationer::testing::root().der()};
}

} // namespace

class StationLineTest : public QObject, ShownPanel, AccountsDesktop {
    Q_OBJECT

    NoteLine& line() { return *m_panel->findChild<NoteLine*>(u"stationVerdict"_s); }
    LinkButton& answer() { return *m_panel->findChild<LinkButton*>(u"stationAnswer"_s); }
    void show(const Report& report, const StationFacts& station, bool isCurrent = true)
    {
        m_stages->show(report, nullptr);
        m_panel->showReport(report, isCurrent, nullptr, predict(report, station));
        QTest::qWait(20); // layouts follow through the event loop
    }

private slots:
    void initTestCase() { ShownPanel::m_theme.apply(Appearance::Light); }
    void cleanup()
    {
        m_panel.reset();
        m_stages.reset();
        m_desktop.reset();
    }

    void theLineStandsUnderTheVerdict()
    {
        ShownPanel::open();
        QVERIFY(line().isHidden());
        show(stationer::testing::mails(), {.roots = storesWithRoot()});
        QVERIFY(line().isVisible());
        QCOMPARE(line().text(), u"On the station: would pass."_s);
        QVERIFY(answer().isHidden());
        const auto* headline = named<QWidget>(u"verdict"_s);
        QVERIFY(line().mapTo(m_panel.get(), QPoint()).y() >= headline->geometry().bottom());
        // Of values that are others now nothing is said, and nothing while a test runs.
        show(stationer::testing::mails(), {.roots = storesWithRoot()}, false);
        QVERIFY(line().isHidden());
        show(stationer::testing::mails(), {.roots = storesWithRoot()});
        m_panel->showRunning({u"mail.acme.example"_s, 465});
        QVERIFY(line().isHidden());
    }

    void whatIsNotKnownCanBeGiven()
    {
        ShownPanel::open();
        show(stationer::testing::mails(), {});
        QVERIFY2(line().text().startsWith(u"On the station: not proven – The station's trust stores are not known here."),
                 qPrintable(line().text()));
        QSignalSpy asked(&m_wishes, &Wishes::giveStoresWished);
        QTest::mouseClick(&answer(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
    }

    void whatTheStationLacksIsHandedOver()
    {
        ShownPanel::open();
        show(stationer::testing::mails(), {.roots = QList{stationer::testing::TestCa(u"Other"_s).der()}});
        QVERIFY(line().text().startsWith(u"On the station: would fail – "_s));
        QSignalSpy asked(&m_wishes, &Wishes::handOverWished);
        QTest::mouseClick(&answer(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        // Importing mends no name.
        Report named = stationer::testing::mails();
        named.settings.server.host = u"other.example"_s;
        show(named, {.roots = storesWithRoot()});
        QVERIFY(line().text().startsWith(u"On the station: would fail – "_s));
        QVERIFY(answer().isHidden());
    }

    void testSendingIsOfferedOnce()
    {
        ShownPanel::open();
        const Report report = stationer::testing::passed(Protocol::Smtp, Stage::Login);
        show(report, {.roots = storesWithRoot()});
        const bool isVerdicts = diagnose(report).answers.contains(Answer::TestSending);
        QCOMPARE(named<QPushButton>(u"testSending"_s) != nullptr, isVerdicts);
        QCOMPARE(answer().isHidden(), isVerdicts);
    }

    void theReasonsAreFoldedBelow()
    {
        ShownPanel::open();
        Report report = stationer::testing::mails();
        report.introducedAs.clear();
        show(report, {});
        auto* section = named<QAbstractButton>(u"onStation"_s);
        QVERIFY(section && section->isVisible());
        const StationVerdict verdict = predict(report, {});
        QVERIFY(verdict.reasons.size() > 1);
        section->click();
        QStringList texts;
        for (const FactSheet* sheet : m_panel->findChildren<FactSheet*>())
            if (sheet->accessibleName() == u"On the station"_s)
                for (const Fact& fact : sheet->facts())
                    texts += fact.value;
        QCOMPARE(texts.size(), verdict.reasons.size());
        QVERIFY(texts.contains(verdict.reasons.last().text));
        // What the stores let pass is said at once, of the same report.
        show(report, {.roots = storesWithRoot()});
        for (const FactSheet* sheet : m_panel->findChildren<FactSheet*>())
            if (sheet->accessibleName() == u"On the station"_s)
                QCOMPARE(sheet->facts().size(), predict(report, {.roots = storesWithRoot()}).reasons.size());
    }

    void theReportThatIsCopiedSaysIt()
    {
        ShownPanel::open();
        show(stationer::testing::mails(), {});
        QTest::mouseClick(named<QWidget>(u"copyReport"_s), Qt::LeftButton);
        QVERIFY(
            QGuiApplication::clipboard()->text().contains(headlineOf(predict(stationer::testing::mails(), StationFacts()))));
    }

    void theAccountsHaveAColumnAndAFilter()
    {
        openAccounts(account("One", "a", "OutgoingAccount", value("hostname", "one.example")) +
                     account("Two", "b", "OutgoingAccount", value("hostname", "two.example")) +
                     account("Three", "c", "OutgoingAccount", value("hostname", "three.example")));
        const auto record = [this](const QString& name, std::optional<Judgement> trust) {
            Report report = stationer::testing::mails();
            report.settings = settingsOf(station().document(), slot(name)).value();
            report.trust = std::move(trust);
            m_desktop->lastTests().record(slot(name), report);
        };
        record(u"One"_s, std::nullopt);
        record(u"Two"_s, stationer::testing::mails().trust); // whose certificate names another host
        const auto shown = [this](const QString& name) {
            return cell(name, AccountsModel::StationColumn).data().toString();
        };
        QTRY_COMPARE(shown(u"Two"_s), u"fails"_s);
        QVERIFY(!shown(u"One"_s).isEmpty() && shown(u"One"_s) != u"fails"_s);
        QVERIFY(shown(u"Three"_s).isEmpty());
        auto* only = manager().findChild<LinkButton*>(u"showFailing"_s);
        QTRY_VERIFY(only->isVisible());
        QTest::mouseClick(only, Qt::LeftButton);
        QCOMPARE(names(), QStringList{u"Two"_s});
        QTRY_VERIFY(!only->isVisible()); // they are
    }
};

STATIONER_TEST(StationLineTest)
#include "stationline_test.moc"
