#include "session/accountorders.h"

#include "session/openstation.h"
#include "session/stationstores.h"
#include "support/smallstation.h"
#include "support/stationertest.h"
#include "support/stationreports.h"
#include "trust/allowedhosts.h"
#include "trust/truststores.h"

#include <QFile>
#include <QTemporaryDir>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class AccountOrdersTest : public QObject {
    Q_OBJECT

private slots:
    void aTestAsksWhatIsKnownOfTheStation()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"acme.bog"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(smallStation(outgoing(value("hostname", "mail.example"))));
        file.close();
        OpenStation station;
        QVERIFY(!station.open(file.fileName()));
        AllowedHosts hosts;
        UserTrustStore roots;
        CurrentAnchors anchors;
        StationStores stores;
        AccountOrders orders({station, hosts, roots, anchors, stores});
        const SlotId account = station.document().find(u"/Services/EmailService/Out"_s);

        TestOrder order = orders.subject(account).order;
        QVERIFY(order.ehloName.isEmpty());
        QVERIFY(!order.asksForStation); // nothing would come of it

        KnownStation known;
        known.hostName = u"controller7"_s;
        known.give({u"cacerts"_s, KeyStoreKind::Pem, QDateTime::currentDateTimeUtc(), {{u"acme"_s, testing::root().der()}}});
        QVERIFY(!stores.set(known));
        order = orders.subject(account).order;
        QCOMPARE(order.ehloName, "controller7");
        QVERIFY(order.asksForStation);
    }
};

STATIONER_TEST(AccountOrdersTest)
#include "accountorders_test.moc"
