// Real servers that speak nothing newer than TLS 1.1, or than TLS 1.2: named, with the version they have, and reached where
// the account allows it.

#include "diagnosis/diagnosis.h"
#include "servers/signin.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class OldTlsTest : public QObject {
    Q_OBJECT

    const MailServers m_servers = MailServers::running();

    TestOrder orderAt(const MailServers::Ports& ports, Pair pair, TlsVersion minimum) const
    {
        TestOrder order = orderFor(m_servers, pair, ports[{pair.protocol, pair.mode}]);
        order.settings.tlsMinimum = minimum;
        return order;
    }

    static void addRowsOf(const MailServers::Ports& ports)
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<int>("mode");
        for (auto port = ports.begin(); port != ports.end(); ++port) {
            const auto [protocol, mode] = port.key();
            QTest::addRow("%s, %s", nameOf(protocol).data(), nameOf(mode).data()) << int(protocol) << int(mode);
        }
    }

private slots:
    void everyPairWithTlsHasAnOldServer() { QCOMPARE(m_servers.oldTlsPorts.size(), 6); }

    void isNamedWithItsBestVersion_data() { addRowsOf(m_servers.oldTlsPorts); }
    void isNamedWithItsBestVersion()
    {
        FETCH_PAIR();
        const Report answer = report(orderAt(m_servers.oldTlsPorts, pair, TlsVersion::Tls12), trusted);
        QCOMPARE(answer.outcome, Outcome::TlsFailed);
        QCOMPARE(answer.stage, Stage::Tls);
        QCOMPARE(answer.record(Stage::Login)->status, StageStatus::Skipped);
        QCOMPARE(answer.serverTls, u"TLSv1.1"_s);
        const Diagnosis diagnosis = diagnose(answer);
        QVERIFY2(diagnosis.headline.contains(u"TLS 1.1"_s), qPrintable(diagnosis.headline));
        QVERIFY(diagnosis.remedies.isEmpty()); // none weakens
    }

    void isReachedWhereTheAccountAllowsIt_data() { addRowsOf(m_servers.oldTlsPorts); }
    void isReachedWhereTheAccountAllowsIt()
    {
        FETCH_PAIR();
        for (const TlsVersion minimum : {TlsVersion::Tls10, TlsVersion::Tls11}) {
            const Report answer = report(orderAt(m_servers.oldTlsPorts, pair, minimum), trusted);
            QCOMPARE(answer.outcome, Outcome::Succeeded);
            QCOMPARE(answer.record(Stage::Login)->status, StageStatus::Passed);
            QCOMPARE(answer.tls->version, u"TLSv1.1"_s);
        }
    }

    // To allow old versions does not mean to prefer them.
    void takesTheBestVersionWhereOldOnesAreAllowed_data() { addPairs(); }
    void takesTheBestVersionWhereOldOnesAreAllowed()
    {
        FETCH_PAIR();
        if (pair.mode == SecurityMode::None)
            return;
        const Report answer = report(orderAt(m_servers.ports, pair, TlsVersion::Tls10), trusted);
        QCOMPARE(answer.outcome, Outcome::Succeeded);
        QCOMPARE(answer.tls->version, u"TLSv1.3"_s);
    }

    void isRefusedWithoutTls13WhereTheAccountWantsIt_data() { addRowsOf(m_servers.tls12Ports); }
    void isRefusedWithoutTls13WhereTheAccountWantsIt()
    {
        FETCH_PAIR();
        const Report refused = report(orderAt(m_servers.tls12Ports, pair, TlsVersion::Tls13), trusted);
        QCOMPARE(refused.outcome, Outcome::TlsFailed);
        QCOMPARE(refused.stage, Stage::Tls);
        const Diagnosis diagnosis = diagnose(refused);
        QVERIFY2(diagnosis.headline.contains(u"TLS 1.3"_s), qPrintable(diagnosis.headline));
        QCOMPARE(diagnosis.remedies.size(), 1);
        QCOMPARE(diagnosis.remedies.first().set, (QMap<QString, QString>{{u"tlsMinProtocol"_s, u"tlsv1_2"_s}}));

        const Report reached = report(orderAt(m_servers.tls12Ports, pair, TlsVersion::Tls12), trusted);
        QCOMPARE(reached.outcome, Outcome::Succeeded);
        QCOMPARE(reached.tls->version, u"TLSv1.2"_s);
    }
};

STATIONER_TEST(OldTlsTest)
#include "oldtls_test.moc"
