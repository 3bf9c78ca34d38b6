#include "rows/sheetrow.h"

#include "support/opened.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <algorithm>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

/// An account of a station from 4.13 on, whose sign-in is another component's.
class AuthenticatorRowsTest : public QObject {
    Q_OBJECT
private slots:
    void anAuthenticatorIsShownAndNotChanged()
    {
        const QByteArray inside = "     <p n='emailAuthenticator' t='email:SomethingNew'>\n"
                                  "      <p n='account' v='alarms@acme.example'/>\n"
                                  "      <p n='clientSecret' t='b:Password' v='[null.1]=czNjcjN0'/>\n"
                                  "     </p>\n";
        const Document document = opened(smallStation(outgoing(value("hostname", "mail.example") + inside)));
        QList<SheetRow> rows = sheetRows(document, document.find(u"/Services/EmailService/Out"));
        rows.removeIf([](const SheetRow& row) { return !row.slot.startsWith(u"emailAuthenticator"); });
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0].value, u"email:SomethingNew"_s);
        QCOMPARE(rows[1].slot, u"emailAuthenticator/account"_s);
        QCOMPARE(rows[1].label, u"Email Authenticator: Account"_s);
        QCOMPARE(rows[1].value, u"alarms@acme.example"_s);
        QVERIFY(rows[2].isSecret && rows[2].value.isEmpty());
        for (const SheetRow& row : rows) {
            QVERIFY(row.isReadOnly && !row.isResettable && !row.isHidden);
            QCOMPARE(row.group, Group::SignIn);
        }
    }

    void withoutOneThereIsNone()
    {
        const Document document = opened(smallStation(outgoing(value("hostname", "mail.example"))));
        for (const SheetRow& row : sheetRows(document, document.find(u"/Services/EmailService/Out")))
            QVERIFY(!row.slot.startsWith(u"emailAuthenticator"));
    }
};

STATIONER_TEST(AuthenticatorRowsTest)
#include "authenticatorrows_test.moc"
