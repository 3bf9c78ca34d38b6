#include "session/stationtokens.h"

#include "session/openstation.h"
#include "session/opentrust.h"
#include "session/stationstores.h"
#include "support/smallstation.h"
#include "support/stationertest.h"
#include "trust/allowedhosts.h"
#include "trust/truststores.h"

#include <QFile>
#include <QTemporaryDir>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

/// The token settings of the station that is open.
class StationTokensTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const TokenSettings m_settings{u"https://login.example/token"_s, u"station"_s, u"mail"_s};

    QString path(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(smallStation(outgoing(value("hostname", "mail.example")) + incoming()));
    }

    struct Open {
        OpenStation station;
        AllowedHosts hosts;
        UserTrustStore roots;
        StationStores stores;
        OpenTrust trust;
        StationTokens tokens{station, trust};

        explicit Open(const QString& records) : trust({station, hosts, roots, stores, records}) {}
        SlotId at(const char* slot) const { return station.document().find(QString::fromLatin1(slot)); }
    };

private slots:
    void init()
    {
        write(u"acme.bog"_s);
        write(u"other.bog"_s);
    }

    void eachAccountHasItsOwn()
    {
        Open open(path(u"records"_s));
        QVERIFY(!open.station.open(path(u"acme.bog"_s)));
        const SlotId out = open.at("/Services/EmailService/Out"), in = open.at("/Services/EmailService/In");
        QVERIFY(!open.tokens.of(out));
        open.tokens.keep(out, m_settings);
        QCOMPARE(open.tokens.of(out), m_settings);
        QVERIFY(!open.tokens.of(in));
        QVERIFY(QFile::exists(path(u"acme.security/tokens.json"_s)));

        Open again(path(u"records"_s));
        QVERIFY(!again.station.open(path(u"acme.bog"_s)));
        QCOMPARE(again.tokens.of(again.at("/Services/EmailService/Out")), m_settings);
        again.tokens.keep(again.at("/Services/EmailService/Out"), std::nullopt);
        QVERIFY(!again.tokens.of(again.at("/Services/EmailService/Out")));
    }

    void aTestByTokenIsOfAStationThatHasOne()
    {
        Report report;
        QCOMPARE(StationStores().verdictOf(report).profile, StationProfile::Password);
        report.credential = Credential::Token;
        QCOMPARE(StationStores().verdictOf(report).profile, StationProfile::OAuth);
    }

    void anotherStationHasOthers()
    {
        Open open(path(u"records"_s));
        QVERIFY(!open.station.open(path(u"acme.bog"_s)));
        open.tokens.keep(open.at("/Services/EmailService/Out"), m_settings);
        QVERIFY(!open.station.open(path(u"other.bog"_s)));
        QVERIFY(!open.tokens.of(open.at("/Services/EmailService/Out")));
        QVERIFY(!QFile::exists(path(u"other.security/tokens.json"_s)));
    }

    void whatCameWithAStationSendsASecretNowhere()
    {
        Open open(path(u"records"_s));
        QVERIFY(!open.station.open(path(u"acme.bog"_s)));
        open.tokens.keep(open.at("/Services/EmailService/Out"), m_settings);
        Open elsewhere(path(u"other records"_s));
        QVERIFY(!elsewhere.station.open(path(u"acme.bog"_s)));
        QVERIFY(!elsewhere.tokens.of(elsewhere.at("/Services/EmailService/Out")));
    }
};

STATIONER_TEST(StationTokensTest)
#include "stationtokens_test.moc"
