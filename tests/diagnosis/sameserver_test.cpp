#include "reports.h"

#include "diagnosis/sameserver.h"
#include "support/stationertest.h"

#include <QTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

/// Whether a name out of a certificate may become the Hostname: by its addresses and the one that answered.
class SameServerTest : public QObject {
    Q_OBJECT

    static Report answeredBy(const QString& address)
    {
        Report made = challenged(TrustError::HostMismatch);
        made.attempts = {{QHostAddress(u"192.0.2.1"_s), false, u"refused"_s, {}}, {QHostAddress(address), true, {}, {}}};
        return made;
    }

private slots:
    void aNameLeadsToTheServerByItsAddress()
    {
        const Report made = answeredBy(u"192.0.2.7"_s);
        QCOMPARE(answeredAddress(made), QHostAddress(u"192.0.2.7"_s));
        QVERIFY(leadsToAnswered(made, {QHostAddress(u"192.0.2.8"_s), QHostAddress(u"192.0.2.7"_s)}));
        QVERIFY(!leadsToAnswered(made, {QHostAddress(u"192.0.2.1"_s)})); // it was tried, and did not answer
        QVERIFY(!leadsToAnswered(made, {}));
    }
    void noNameLeadsHereUnlessTheServerIsHere()
    {
        const QHostAddress here(QHostAddress::LocalHost);
        QVERIFY(!leadsToAnswered(answeredBy(u"192.0.2.7"_s), {QHostAddress(u"192.0.2.7"_s), here}));
        QVERIFY(leadsToAnswered(answeredBy(u"127.0.0.1"_s), {here}));
    }
    void whereNobodyAnsweredNoNameLeads()
    {
        Report made = challenged(TrustError::HostMismatch);
        made.attempts.clear();
        QVERIFY(!answeredAddress(made));
        QVERIFY(!leadsToAnswered(made, {QHostAddress(u"192.0.2.7"_s)}));
    }
};

STATIONER_TEST(SameServerTest)
#include "sameserver_test.moc"
