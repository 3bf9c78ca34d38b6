// The sheet says how tests of an account sign in by a token, and a test through the window does so.

#include "desktop.h"
#include "session/lasttests.h"
#include "session/stationtokens.h"
#include "support/stationertest.h"
#include "support/tokenserver.h"
#include "views/connection/tokendialog.h"
#include "views/mainwindow.h"
#include "views/sheet/propertysheet.h"
#include "views/sheet/tokengroup.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>

using namespace stationer;
using namespace stationer::test;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class TokenSheetTest : public QObject, Desktop {
    Q_OBJECT

    TokenGroup& group() { return *window().sheet().findChild<TokenGroup*>(u"groupToken"_s); }
    bool says(const QString& words)
    {
        for (const QLabel* label : group().findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    }
    void fill(const QString& endpoint)
    {
        auto* dialog = window().findChild<TokenDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>(u"tokenEndpoint"_s)->setText(endpoint);
        dialog->findChild<QLineEdit*>(u"tokenClient"_s)->setText(u"station-app"_s);
        dialog->findChild<QLineEdit*>(u"tokenSecret"_s)->setText(u"correct horse"_s);
        click(*dialog, u"tokenSave"_s);
    }

private slots:
    void cleanup() { m_desktop.reset(); }

    void theSheetSaysWhatIsKept()
    {
        openStation(smallStation(outgoing(value("hostname", "localhost") + value("account", "bob"))));
        window().showComponent(at("/Services/EmailService"));
        QVERIFY(!group().isVisible()); // which signs in nowhere
        window().showComponent(at("/Services/EmailService/Out"));
        QTRY_VERIFY(group().isVisible());
        QVERIFY(group().isFolded());
        group().setFolded(false);
        click(group(), u"changeToken"_s);
        fill(u"https://login.example/token"_s);
        QTRY_VERIFY(says(u"https://login.example/token"_s));
        QVERIFY(says(u"station-app"_s) && says(u"Client secret"_s) && says(u"outside the station file"_s));
        QVERIFY(!says(u"correct horse"_s) && !station().isModified());
        auto* filter = window().sheet().findChild<QLineEdit*>(u"sheetFilter"_s);
        filter->setText(u"host"_s);
        QVERIFY(!group().isVisible());
        filter->clear();
        QVERIFY(group().isVisible());
        QTRY_VERIFY(!window().findChild<TokenDialog*>());
        click(group(), u"changeToken"_s);
        QVERIFY(window().findChild<TokenDialog*>());
        click(*window().findChild<TokenDialog*>(), u"tokenRemove"_s);
        QTRY_VERIFY(!says(u"station-app"_s));
    }

    void aTestFetchesItAndSignsIn()
    {
        const TestCa ca(u"Acme Root CA"_s);
        TokenServer provider(ca, answering(tokenAnswer()));
        FaultServer mail(Script{Encrypt{}, Say{"220 mx ESMTP\r\n"_ba}, Hear{},
                                Say{"250-mx\r\n250 AUTH PLAIN XOAUTH2\r\n"_ba}, Hear{}, Say{"235 2.7.0 ok\r\n"_ba}, Hear{},
                                Say{"221 bye\r\n"_ba}});
        mail.setIdentity(ca.issueFor(u"localhost"_s));
        openStation(smallStation(outgoing(value("hostname", "localhost") +
                                          value("port", QByteArray::number(mail.port()).constData()) +
                                          value("useSsl", "true") + value("account", "bob"))));
        QVERIFY(!m_desktop->roots().import(*certificateSketch(ca.der())));
        const SlotId account = at("/Services/EmailService/Out");
        window().showComponent(account);
        window().findChild<QAction*>(u"toolsSignInByToken"_s)->trigger();
        fill(provider.url(u"/token"_s));
        window().findChild<QAction*>(u"toolsTest"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->lastTests().report(account), 20000);
        const Report report = *m_desktop->lastTests().report(account);
        QCOMPARE(report.outcome, Outcome::Succeeded);
        QCOMPARE(report.learnt.mechanism, "XOAUTH2"_ba);
        QCOMPARE(m_desktop->lastTests().verdict(account)->profile, StationProfile::OAuth);
    }
};

STATIONER_TEST(TokenSheetTest)
#include "tokensheet_test.moc"
