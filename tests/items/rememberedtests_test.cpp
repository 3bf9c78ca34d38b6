// The table of accounts, the chart of their certificates and the Nav tree after a restart: by what was remembered of the
// tests.

#include "items/accountsmodel.h"
#include "items/navmark.h"
#include "items/validitymodel.h"
#include "session/lasttests.h"
#include "session/openstation.h"
#include "session/stationstores.h"
#include "support/smallstation.h"
#include "support/stationertest.h"
#include "support/testreports.h"
#include "testing/testnotes.h"

#include <QFile>
#include <QTemporaryDir>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class RememberedTestsTest : public QObject {
    Q_OBJECT

    const TestCa m_ca{u"Acme Root CA"_s};
    QTemporaryDir m_dir;
    OpenStation m_station;
    StationStores m_stores;
    LastTests m_tests{m_station, m_stores};
    TestNotes m_notes;

    SlotId out() const { return m_station.document().find(u"/Services/EmailService/Out"); }
    TestNote note(Outcome outcome) const
    {
        Report report = signedIn(m_ca);
        report.settings = settingsOf(m_station.document(), out()).value();
        report.outcome = outcome;
        return TestNote::of(report, Forecast::Unknown);
    }

private slots:
    void init()
    {
        using namespace test;
        QFile file(m_dir.filePath(u"acme.bog"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(smallStation(outgoing(value("hostname", "mail.example") + value("port", "465") + value("useSsl", "true") +
                                         value("account", "bob"))));
        file.close();
        QVERIFY(!m_station.open(file.fileName()));
        QVERIFY(!m_notes.open(TrustFolder()));
        m_tests.remember(m_notes);
    }

    void aRowHasItsLastTestAndItsCertificate()
    {
        m_notes.note(note(Outcome::Succeeded));
        AccountsModel accounts(m_station, m_tests);
        accounts.show(emailService(m_station.document()));
        const AccountRow& row = accounts.rows().first();
        QVERIFY(row.lastTest.text.startsWith(u"passed, 20"_s));
        QCOMPARE(row.lastTest.badge, Badge::Passed);
        QVERIFY(row.isTested && !row.certificate.text.isEmpty() && !row.onStation.text.isEmpty());
        ValidityModel chart(accounts);
        QVERIFY(chart.row(chart.index(0, 0)).end);
        QVERIFY(!chart.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"Subject"_s)); // that was not kept
        QCOMPARE(testMark(out(), m_tests).badge, Badge::PassedHere); // what the station trusts is not known
    }

    void otherValuesWereNotTested()
    {
        m_notes.note(note(Outcome::TimedOut));
        QCOMPARE(testMark(out(), m_tests).badge, Badge::Failed);
        QVERIFY(!m_station.change(out(), {{u"replyTo"_s, u"house@example"_s}}));
        QCOMPARE(testMark(out(), m_tests).badge, Badge::None);
        AccountsModel accounts(m_station, m_tests);
        accounts.show(emailService(m_station.document()));
        QVERIFY(accounts.rows().first().lastTest.isMuted);
        QVERIFY(m_tests.isOfSameServer(out()));
    }

    void aReportStandsBeforeWhatIsRemembered()
    {
        m_notes.note(note(Outcome::TimedOut));
        Report report = signedIn(m_ca);
        report.settings = settingsOf(m_station.document(), out()).value();
        m_tests.record(out(), report);
        QVERIFY(!m_tests.remembered(out()));
        QVERIFY(m_tests.badge(out()) != Badge::Failed);
        m_tests.forget(out());
        QCOMPARE(m_tests.badge(out()), Badge::Failed);
    }
};

STATIONER_TEST(RememberedTestsTest)
#include "rememberedtests_test.moc"
