#include "connection/testorder.h"
#include "mail/dialogue.h"
#include "support/stationertest.h"

#include <QtTest>

using namespace stationer;
using namespace Qt::StringLiterals;

namespace {

ConnectionSettings settingsFor(Protocol protocol, SecurityMode security = SecurityMode::Ssl)
{
    ConnectionSettings settings;
    settings.protocol = protocol;
    settings.security = security;
    settings.account = u"bob"_s;
    return settings;
}

} // namespace

/// How an account is tested where nothing is chosen.
class TestOrderTest : public QObject {
    Q_OBJECT
private slots:
    void alarmsAreTestedUpToTheEnvelope();
    void anEncryptedChannelIsSignedInToAsAStationDoes();
};

void TestOrderTest::alarmsAreTestedUpToTheEnvelope()
{
    const TestOrder alarms = usualOrder(settingsFor(Protocol::Smtp), u"duty@acme.example"_s);
    QCOMPARE(alarms.depth, Depth::Envelope);
    QCOMPARE(alarms.recipient, u"duty@acme.example"_s);
    QVERIFY(goalOf(alarms).letsPutOff);
    QCOMPARE(usualOrder(settingsFor(Protocol::Smtp)).depth, Depth::Login);
    QCOMPARE(usualOrder(settingsFor(Protocol::Imap), u"duty@acme.example"_s).depth, Depth::Login);
    ConnectionSettings nobody = settingsFor(Protocol::Smtp);
    nobody.account.reset();
    QCOMPARE(usualOrder(nobody, u"duty@acme.example"_s).depth, Depth::Connect);
}

void TestOrderTest::anEncryptedChannelIsSignedInToAsAStationDoes()
{
    TestOrder order = usualOrder(settingsFor(Protocol::Imap, SecurityMode::StartTls));
    QVERIFY(goalOf(order).signsInAsStation);
    order.signIn = SignIn::Strongest;
    QVERIFY(!goalOf(order).signsInAsStation);
    TestOrder clear = usualOrder(settingsFor(Protocol::Imap, SecurityMode::None));
    QVERIFY(!goalOf(clear).signsInAsStation);
    clear.signIn = SignIn::AsTheStation;
    QVERIFY(goalOf(clear).signsInAsStation);
}

STATIONER_TEST(TestOrderTest)
#include "testorder_test.moc"
