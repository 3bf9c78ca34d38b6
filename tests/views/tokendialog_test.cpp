// Signing in by a token, from the menu to the mail server.

#include "desktop.h"
#include "session/lasttests.h"
#include "support/stationertest.h"
#include "support/tokenserver.h"
#include "token/tokenpresets.h"
#include "views/connection/tokendialog.h"
#include "views/mainwindow.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace stationer;
using namespace stationer::test;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class TokenDialogTest : public QObject, Desktop {
    Q_OBJECT

    static QLineEdit& line(QWidget& dialog, const char* name)
    {
        return *dialog.findChild<QLineEdit*>(QLatin1StringView(name));
    }
    static bool canSave(QWidget& dialog) { return dialog.findChild<QAbstractButton*>(u"tokenSave"_s)->isEnabled(); }

private slots:
    void cleanup() { m_desktop.reset(); }

    void aPresetFillsWhatIsTheSameForEverybody()
    {
        TokenDialog dialog(u"Out"_s, std::nullopt, {});
        QVERIFY(!canSave(dialog));
        auto* preset = dialog.findChild<QComboBox*>(u"tokenPreset"_s);
        preset->setCurrentIndex(0);
        emit preset->activated(0);
        QCOMPARE(line(dialog, "tokenScope").text(), u"https://outlook.office365.com/.default"_s);
        line(dialog, "tokenClient").setText(u"client"_s);
        line(dialog, "tokenSecret").setText(u"correct horse"_s);
        QVERIFY(!canSave(dialog)); // TENANT
        line(dialog, "tokenEndpoint").setText(line(dialog, "tokenEndpoint").text().replace(tenantPlaceholder, u"acme"_s));
        QVERIFY(canSave(dialog));
        line(dialog, "tokenEndpoint").setText(u"http://login.example/"_s);
        QVERIFY(!canSave(dialog));
    }

    void aKeptSecretIsOfItsHostAndClient()
    {
        const TokenSettings kept{u"https://login.example/token"_s, u"client"_s, u"mail"_s};
        TokenDialog dialog(u"Out"_s, kept, {});
        QVERIFY(canSave(dialog));
        line(dialog, "tokenEndpoint").setText(u"https://other.example/token"_s);
        QVERIFY(!canSave(dialog));
        line(dialog, "tokenSecret").setText(u"correct horse"_s);
        QSignalSpy saved(&dialog, &TokenDialog::saved);
        dialog.findChild<QAbstractButton*>(u"tokenSave"_s)->click();
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved.first().first().value<TokenSettings>().endpoint, u"https://other.example/token"_s);
        QCOMPARE(saved.first().last().value<Secret>().reveal(), "correct horse"_ba);
    }

    void anAccountSignsInByItAndTheFileStays()
    {
        const TestCa unknown;
        TokenServer provider(unknown, answering(tokenAnswer()));
        makeFolder();
        setTold();
        const QByteArray station =
            smallStation(outgoing(value("hostname", "localhost") + value("port", "1") + value("account", "bob")));
        write(station);
        start();
        open();
        const SlotId account = at("/Services/EmailService/Out");
        window().showComponent(account);
        window().findChild<QAction*>(u"toolsSignInByToken"_s)->trigger();
        auto* dialog = window().findChild<TokenDialog*>();
        QVERIFY(dialog);
        line(*dialog, "tokenEndpoint").setText(provider.url(u"/token"_s));
        line(*dialog, "tokenClient").setText(u"station"_s);
        line(*dialog, "tokenSecret").setText(u"correct horse"_s);
        click(*dialog, u"tokenSave"_s);
        QVERIFY(QFile::exists(path(u"acme.security/tokens.json"_s)));
        QVERIFY(!station.contains("login") && !this->station().isModified());

        window().findChild<QAction*>(u"toolsTest"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->lastTests().report(account), 20000);
        const Report report = *m_desktop->lastTests().report(account);
        QCOMPARE(report.outcome, Outcome::CertificateChallenged); // nobody vouches for who gives tokens
        QCOMPARE(report.stage, Stage::Token);
        QCOMPARE(report.judgedServer(), (Endpoint{u"localhost"_s, provider.port()}));
        QCOMPARE(provider.heard(0).encrypted, QByteArray());
        QTRY_VERIFY(window().findChild<QDialog*>(u"challengeDialog"_s));
    }
};

STATIONER_TEST(TokenDialogTest)
#include "tokendialog_test.moc"
