#include "mail/stationsignin.h"
#include "support/stationertest.h"

#include <QtTest>

using namespace stationer;

/// Which way a station takes of those that are offered: its own order, whatever the server's is.
class StationSignInTest : public QObject {
    Q_OBJECT
private slots:
    void takesTheFirstOfItsOwnOrder_data();
    void takesTheFirstOfItsOwnOrder();
};

void StationSignInTest::takesTheFirstOfItsOwnOrder_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<int>("profile");
    QTest::addColumn<QByteArray>("offered");
    QTest::addColumn<QByteArray>("taken");
    const auto add = [](const char* name, Protocol protocol, StationProfile profile, const char* offered,
                        const char* taken) {
        QTest::newRow(name) << int(protocol) << int(profile) << QByteArray(offered) << QByteArray(taken);
    };
    using enum StationProfile;
    add("SMTP, LOGIN before PLAIN", Protocol::Smtp, Password, "PLAIN LOGIN", "LOGIN");
    add("SMTP, PLAIN before DIGEST-MD5", Protocol::Smtp, Password, "DIGEST-MD5 PLAIN", "PLAIN");
    add("SMTP, DIGEST-MD5 before NTLM", Protocol::Smtp, Password, "NTLM DIGEST-MD5 SCRAM-SHA-256", "DIGEST-MD5");
    add("SMTP, nothing of its own", Protocol::Smtp, Password, "SCRAM-SHA-256 CRAM-MD5 XOAUTH2", "");
    add("IMAP, PLAIN before LOGIN", Protocol::Imap, Password, "LOGIN PLAIN", "PLAIN");
    add("IMAP, no DIGEST-MD5", Protocol::Imap, Password, "DIGEST-MD5 NTLM", "NTLM");
    add("POP3, USER alone", Protocol::Pop3, Password, "PLAIN USER LOGIN", "USER");
    add("POP3, without USER", Protocol::Pop3, Password, "PLAIN LOGIN", "");
    add("in small letters", Protocol::Imap, Password, "plain", "PLAIN");
    add("token, XOAUTH2 alone", Protocol::Smtp, OAuth, "OAUTHBEARER PLAIN XOAUTH2", "XOAUTH2");
    add("token, not OAUTHBEARER", Protocol::Imap, OAuth, "OAUTHBEARER PLAIN LOGIN", "");
}

void StationSignInTest::takesTheFirstOfItsOwnOrder()
{
    QFETCH(int, protocol);
    QFETCH(int, profile);
    QFETCH(QByteArray, offered);
    QFETCH(QByteArray, taken);
    QCOMPARE(stationsMechanism(offered.split(' '), Protocol(protocol), StationProfile(profile)).value_or(QByteArray()),
             taken);
}

STATIONER_TEST(StationSignInTest)
#include "stationsignin_test.moc"
