#include "connection/settings.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

namespace {

Result<ConnectionSettings, SettingFault> parsed(const QByteArray& lines, const char* path = "/Services/EmailService/Out")
{
    const Result<Document, OpenFault> document = Document::fromXml(smallStation(lines));
    if (!document)
        qFatal("not a station: %s", qPrintable(document.error().detail));
    return settingsOf(document.value(), document.value().find(QString::fromLatin1(path)));
}

Result<ConnectionSettings, SettingFault> outgoingWith(const QByteArray& lines)
{
    return parsed(outgoing(value("hostname", "mail.example") + lines));
}

} // namespace

class SettingsTest : public QObject {
    Q_OBJECT
private slots:
    void showsAnAddressInOnePairOfBrackets();
    void takesTheDefaults();
    void takesEverything();
    void automaticPortIsTheTables();
    void withoutAuthenticationThereIsNoAccount();
    void anEmailAuthenticatorSignsIn();
    void faults_data();
    void faults();
    void onlyAccounts();
    void fromTheCommandLine();
};

void SettingsTest::showsAnAddressInOnePairOfBrackets()
{
    for (const QString& typed : {u"2001:db8::1"_s, u"[2001:db8::1]"_s}) {
        const auto settings = settingsOf(Protocol::Imap, SecurityMode::Ssl, typed, std::nullopt, QString());
        QVERIFY(settings);
        QCOMPARE(settings.value().server.host, typed);
        QCOMPARE(settings.value().server.toString(), u"[2001:db8::1]:993"_s);
    }
}

void SettingsTest::takesTheDefaults()
{
    const auto settings = outgoingWith({});
    QVERIFY(settings);
    const ConnectionSettings expected{.protocol = Protocol::Smtp,
                                      .security = SecurityMode::None,
                                      .server = {u"mail.example"_s, 25},
                                      .isAutomaticPort = false,
                                      .account = std::nullopt,
                                      .tlsMinimum = TlsVersion::Tls12,
                                      .replyTo = {},
                                      .isEnabled = true,
                                      .path = u"/Services/EmailService/Out"_s};
    QVERIFY(settings.value() == expected);

    const auto incomingSettings = parsed(incoming(value("hostname", "mail.example")), "/Services/EmailService/In");
    QVERIFY(incomingSettings);
    QCOMPARE(incomingSettings.value().protocol, Protocol::Pop3);
    QCOMPARE(incomingSettings.value().server.port, 110);
}

void SettingsTest::takesEverything()
{
    const auto settings = parsed(incoming(value("hostname", "2001:db8::1") + value("port", "10993") +
                                          value("account", "bob") + value("enabled", "false") + value("useSsl", "true") +
                                          value("store", "imap") + value("tlsMinProtocol", "tlsv1")),
                                 "/Services/EmailService/In");
    QVERIFY(settings);
    QCOMPARE(settings.value().protocol, Protocol::Imap);
    QCOMPARE(settings.value().security, SecurityMode::Ssl);
    QCOMPARE(settings.value().server, (Endpoint{u"2001:db8::1"_s, 10993}));
    QCOMPARE(settings.value().account, u"bob"_s);
    QCOMPARE(settings.value().tlsMinimum, TlsVersion::Tls10);
    QVERIFY(!settings.value().isEnabled);
}

void SettingsTest::automaticPortIsTheTables()
{
    const auto settings = outgoingWith(value("port", "-1") + value("useStartTls", "true"));
    QVERIFY(settings);
    QCOMPARE(settings.value().server.port, 587);
    QVERIFY(settings.value().isAutomaticPort);
}

void SettingsTest::withoutAuthenticationThereIsNoAccount()
{
    QCOMPARE(outgoingWith(value("account", "bob")).value().account, u"bob"_s);
    QVERIFY(!outgoingWith(value("account", "")).value().account);
    QVERIFY(!outgoingWith(value("account", "bob") + value("useAuthentication", "false")).value().account);
}

/// As stations from 4.13 on may keep it: the user name stands inside, and nothing passes without a sign-in.
void SettingsTest::anEmailAuthenticatorSignsIn()
{
    const auto with = [](const QByteArray& type, const QByteArray& inside, const QByteArray& beside = {}) {
        return outgoingWith(beside + "<p n='emailAuthenticator' t='email:" + type + "'>" + inside + "</p>");
    };
    const auto signsIn = with("BasicEmailAuthenticator", value("account", "alarms@acme.example"));
    QVERIFY(signsIn);
    QCOMPARE(signsIn.value().account, u"alarms@acme.example"_s);
    QVERIFY(signsIn.value().mustSignIn);
    const auto beside = with("OAuthEmailAuthenticator", value("clientId", "x"), value("account", "bob"));
    QCOMPARE(beside.value().account, u"bob"_s);
    QVERIFY(beside.value().mustSignIn);
    const auto nobody = with("BasicEmailAuthenticator", value("clientId", "x"));
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().kind, SettingFault::Kind::NobodySignsIn);
    const auto none = with("NoAuthEmailAuthenticator", {}, value("account", "bob"));
    QVERIFY(none && !none.value().account && !none.value().mustSignIn);
    QVERIFY(!outgoingWith(value("account", "bob")).value().mustSignIn);
}

void SettingsTest::faults_data()
{
    using Kind = SettingFault::Kind;
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("slot");
    QTest::addColumn<int>("kind");
    const QByteArray host = value("hostname", "mail.example");
    const auto row = [](const char* name, const QByteArray& lines, const char* slot, Kind kind) {
        QTest::newRow(name) << lines << QString::fromLatin1(slot) << int(kind);
    };
    row("no host", {}, "hostname", Kind::Missing);
    row("a host with a line break", value("hostname", "mail.example&#xd;&#xa;QUIT"), "hostname", Kind::ForbiddenCharacter);
    row("a host with a space", value("hostname", "mail example"), "hostname", Kind::BadHost);
    row("both switches", host + value("useSsl", "true") + value("useStartTls", "true"), "useStartTls", Kind::BothSwitches);
    row("port 0", host + value("port", "0"), "port", Kind::PortZero);
    row("port 65536", host + value("port", "65536"), "port", Kind::OutOfRange);
    row("port -2", host + value("port", "-2"), "port", Kind::OutOfRange);
    row("port x", host + value("port", "x"), "port", Kind::BadValue);
    row("a switch that is neither", host + value("useSsl", "yes"), "useSsl", Kind::BadValue);
    row("an unknown transport", host + value("transport", "imap"), "transport", Kind::BadValue);
    row("an unknown TLS version", host + value("tlsMinProtocol", "sslv3"), "tlsMinProtocol", Kind::BadValue);
    row("an account with a line break", host + value("account", "bob&#xa;QUIT"), "account", Kind::ForbiddenCharacter);
}

void SettingsTest::faults()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, slot);
    QFETCH(int, kind);
    const auto settings = parsed(outgoing(lines + value("debug", "false")));
    QVERIFY(!settings);
    QCOMPARE(settings.error().slot, slot);
    QCOMPARE(int(settings.error().kind), kind);
}

void SettingsTest::onlyAccounts()
{
    QCOMPARE(parsed(outgoing(), "/Services/EmailService").error().kind, SettingFault::Kind::NotAnAccount);
}

void SettingsTest::fromTheCommandLine()
{
    const auto plain = settingsOf(Protocol::Imap, SecurityMode::Ssl, u"mail.example"_s, std::nullopt, {});
    QVERIFY(plain);
    QCOMPARE(plain.value().server, (Endpoint{u"mail.example"_s, 993}));
    QVERIFY(plain.value().isAutomaticPort);
    QVERIFY(!plain.value().account);
    QCOMPARE(settingsOf(Protocol::Imap, SecurityMode::Ssl, u"mail.example"_s, 1993, u"bob"_s).value().server.port, 1993);

    using Kind = SettingFault::Kind;
    const auto fault = [](const QString& host, std::optional<int> port, const QString& account) {
        return settingsOf(Protocol::Smtp, SecurityMode::None, host, port, account).error().kind;
    };
    QCOMPARE(fault({}, 25, {}), Kind::Missing);
    QCOMPARE(fault(u"a b"_s, 25, {}), Kind::BadHost);
    QCOMPARE(fault(u"a\r\nb"_s, 25, {}), Kind::ForbiddenCharacter);
    QCOMPARE(fault(u"a"_s, 0, {}), Kind::PortZero);
    QCOMPARE(fault(u"a"_s, 65536, {}), Kind::OutOfRange);
    QCOMPARE(fault(u"a"_s, 25, u"bob\nQUIT"_s), Kind::ForbiddenCharacter);
}

STATIONER_TEST(SettingsTest)
#include "settings_test.moc"
