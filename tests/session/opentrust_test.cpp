// The stores follow the open station's `.security` folder, Save As takes them along, and what came with a station is
// answered once.

#include "session/openstation.h"
#include "session/opentrust.h"
#include "session/stationstores.h"
#include "support/certificates.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace stationer;
using namespace stationer::test;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class OpenTrustTest : public QObject {
    Q_OBJECT

    const TestCa m_ca{u"Acme Root CA"_s};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenStation> m_station;
    std::unique_ptr<AllowedHosts> m_hosts;
    std::unique_ptr<UserTrustStore> m_roots;
    StationStores m_stores;
    std::unique_ptr<OpenTrust> m_trust;

    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString stationNamed(const QString& name)
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(smallStation(outgoing())) > 0 ? file.fileName() : QString();
    }
    static AllowedHost row(const QString& host, Approval approval = Approval::Approved)
    {
        AllowedHost row;
        row.host = {host, 465};
        row.approval = approval;
        row.sha256 = QByteArray(64, 'a');
        row.created = QDateTime::currentDateTimeUtc();
        return row;
    }
    /// Trust in the folder of a station, as another computer made it.
    void plant(const QString& folder)
    {
        AllowedHosts hosts;
        QVERIFY(!hosts.open(path(folder)));
        QVERIFY(!hosts.put({row(u"planted.example"_s, Approval::Rejected)}));
        UserTrustStore roots;
        QVERIFY(!roots.open(path(folder)));
        QVERIFY(!roots.import(*certificateSketch(m_ca.der())));
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_station = std::make_unique<OpenStation>();
        m_hosts = std::make_unique<AllowedHosts>();
        m_roots = std::make_unique<UserTrustStore>();
        m_trust =
            std::make_unique<OpenTrust>(OpenTrust::Rooms{*m_station, *m_hosts, *m_roots, m_stores, path(u"records"_s)});
    }
    void cleanup()
    {
        m_trust.reset();
        m_station.reset();
    }

    void theStoresFollowTheStation()
    {
        QSignalSpy entered(m_trust.get(), &OpenTrust::entered);
        QVERIFY(!m_station->open(stationNamed(u"acme.bog"_s)));
        QCOMPARE(entered.size(), 1);
        QVERIFY(!m_hosts->put({row(u"a.example"_s)}));
        QVERIFY(QFile::exists(path(u"acme.security/allowed-hosts.json"_s)));
        QVERIFY(!m_station->open(stationNamed(u"other.bog"_s)));
        QVERIFY(m_hosts->rows().isEmpty());
        m_station->close();
        QVERIFY(!m_hosts->put({row(u"nowhere.example"_s)}));
        QVERIFY(!m_station->open(path(u"acme.bog"_s)));
        QCOMPARE(m_hosts->rows().size(), 1);
        QCOMPARE(m_hosts->rows().first().host.host, u"a.example"_s);
    }

    void saveAsTakesAlongAndLeavesWhatIsThere()
    {
        QVERIFY(!m_station->open(stationNamed(u"other.bog"_s)));
        QVERIFY(!m_hosts->put({row(u"both.example"_s, Approval::Rejected)}));
        QVERIFY(!m_station->open(stationNamed(u"acme.bog"_s)));
        QVERIFY(!m_hosts->put({row(u"both.example"_s), row(u"mine.example"_s)}));
        QVERIFY(!m_roots->import(*certificateSketch(m_ca.der())));
        QSignalSpy entered(m_trust.get(), &OpenTrust::entered), faulted(m_trust.get(), &OpenTrust::faulted);
        QVERIFY(!m_station->saveAs(path(u"other.bog"_s)));
        QCOMPARE(entered.size(), 1);
        QVERIFY(faulted.isEmpty());
        QCOMPARE(m_hosts->rows().size(), 2);
        QCOMPARE(m_hosts->find({u"both.example"_s, 465})->approval, Approval::Rejected);
        QVERIFY(m_roots->isStored(u"Acme-Root-CA"_s));
        QVERIFY(QFile::exists(path(u"other.security/user-trust-store/Acme-Root-CA.pem"_s)));
        QVERIFY(QFile::exists(path(u"acme.security/user-trust-store/Acme-Root-CA.pem"_s)));
        QVERIFY(!m_station->save());
        QCOMPARE(entered.size(), 1); // the same folder
    }

    void aNewStationsTrustGoesWithItsFirstFile()
    {
        m_station->openNew();
        QVERIFY(!m_hosts->put({row(u"a.example"_s)}));
        QVERIFY(!m_station->saveAs(path(u"new.bog"_s)));
        QCOMPARE(m_hosts->rows().size(), 1);
        QVERIFY(QFile::exists(path(u"new.security/allowed-hosts.json"_s)));
    }

    void whatCameWithAStationIsAnswered()
    {
        plant(u"acme.security"_s);
        QSignalSpy found(m_trust.get(), &OpenTrust::broughtFound), faulted(m_trust.get(), &OpenTrust::faulted);
        QVERIFY(!m_station->open(stationNamed(u"acme.bog"_s)));
        QCOMPARE(found.last()[0].toString(), u"This station brings 1 root CA and 1 exemption with it."_s);
        QVERIFY(faulted.isEmpty()); // it is asked about
        QVERIFY(m_hosts->rows().isEmpty() && m_roots->roots().isEmpty());
        QCOMPARE(m_trust->brought().hosts.size(), 1);
        m_trust->adopt();
        QVERIFY(found.last()[0].toString().isEmpty());
        QCOMPARE(m_hosts->rows().size(), 1);
        QCOMPARE(m_roots->roots().size(), 1);

        plant(u"other.security"_s);
        QVERIFY(!m_station->open(stationNamed(u"other.bog"_s)));
        QVERIFY(!found.last()[0].toString().isEmpty());
        m_trust->leave();
        QVERIFY(found.last()[0].toString().isEmpty());
        QVERIFY(m_hosts->rows().isEmpty() && m_roots->roots().isEmpty());
    }

    void savingAsOverAListThatCameFromElsewhereIsSaid()
    {
        QVERIFY(!m_station->open(stationNamed(u"acme.bog"_s)));
        QVERIFY(!m_hosts->put({row(u"mine.example"_s)}));
        plant(u"other.security"_s);
        QSignalSpy found(m_trust.get(), &OpenTrust::broughtFound), faulted(m_trust.get(), &OpenTrust::faulted);
        QVERIFY(!m_station->saveAs(path(u"other.bog"_s)));
        QCOMPARE(faulted.size(), 1);
        QVERIFY(!found.last()[0].toString().isEmpty());
        QVERIFY(m_hosts->find({u"mine.example"_s, 465})); // until the program ends
        QVERIFY(!m_hosts->find({u"planted.example"_s, 465}));
    }

    void whatIsLeftUnrecordedCountsAsItIs()
    {
        plant(u"acme.security"_s);
        QVERIFY(!m_station->open(stationNamed(u"acme.bog"_s)));
        QVERIFY(m_hosts->rows().isEmpty());
        m_trust->leaveUnrecorded();
        QCOMPARE(m_hosts->rows().size(), 1);
        QVERIFY(m_trust->brought().isEmpty());
    }
};

STATIONER_TEST(OpenTrustTest)
#include "opentrust_test.moc"
