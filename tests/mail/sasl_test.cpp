#include "mail/apop.h"
#include "mail/crammd5.h"
#include "mail/sasl.h"
#include "mail/saslprep.h"
#include "mail/scram.h"
#include "support/stationertest.h"

#include <QtTest>

using namespace stationer;
using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView serverFirst = "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096";

ScramExchange sha1Exchange()
{
    return {QCryptographicHash::Sha1, "user"_ba, Secret("pencil"_ba), "fyko+d2lbbFgONRv9qkxdawL"_ba};
}

} // namespace

/// The mechanisms by the vectors of their RFCs, and what they refuse.
class SaslTest : public QObject {
    Q_OBJECT
private slots:
    void scramSha1KeepsRfc5802();
    void scramSha256KeepsRfc7677();
    void scramKeysAreWhatServersStore();
    void aTokenHoldsNothingThatBreaksItsMessageUp();
    void usernameAndPassAreOfPop3Alone();
    void scramRefusesABadFirstMessage_data();
    void scramRefusesABadFirstMessage();
    void scramRefusesABadSignature();
    void manyIterationsAreDoneInParts();
    void scramLeavesARefusalToTheServer();
    void scramEscapesTheAccount();
    void cramMd5KeepsRfc2195();
    void apopTakesOnlyAMessageIdentifier_data();
    void apopTakesOnlyAMessageIdentifier();
    void saslPrepKeepsRfc4013_data();
    void saslPrepKeepsRfc4013();
    void theStrongestIsChosen_data();
    void theStrongestIsChosen();
    void noncesDiffer();
};

void SaslTest::scramSha1KeepsRfc5802()
{
    ScramExchange scram = sha1Exchange();
    QCOMPARE(scram.initialResponse().value(), "n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL"_ba);
    QCOMPARE(scram.respond(serverFirst).value(),
             "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts="_ba);
    QVERIFY(!scram.isComplete());
    QCOMPARE(scram.respond("v=rmF9pqV8S7suAoZWja4dJRkFsKQ=").value(), ""_ba);
    QVERIFY(scram.isComplete());
    QVERIFY(!scram.respond("v=rmF9pqV8S7suAoZWja4dJRkFsKQ="));
}

void SaslTest::scramSha256KeepsRfc7677()
{
    ScramExchange scram(QCryptographicHash::Sha256, "user"_ba, Secret("pencil"_ba), "rOprNGfwEbeRWgbNEkqO"_ba);
    QCOMPARE(scram.initialResponse().value(), "n,,n=user,r=rOprNGfwEbeRWgbNEkqO"_ba);
    QCOMPARE(
        scram.respond("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096").value(),
        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="_ba);
    QCOMPARE(scram.respond("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=").value(), ""_ba);
    QVERIFY(scram.isComplete());
}

/// The keys that RFC 5803, section 2, writes down, for the password and the salt of RFC 5802, section 5.
void SaslTest::scramKeysAreWhatServersStore()
{
    const ScramKeys keys =
        scramKeys(QCryptographicHash::Sha1, "pencil"_ba, QByteArray::fromBase64("QSXCR+Q6sek8bf92"), 4096);
    QCOMPARE(keys.stored.toBase64(), "6dlGYMOdZcOPutkcNY8U2g7vK9Y="_ba);
    QCOMPARE(keys.server.toBase64(), "D+CSWLOshSulAsxiupA+qs2/fTE="_ba);
}

void SaslTest::aTokenHoldsNothingThatBreaksItsMessageUp()
{
    DialogueGoal goal;
    goal.account = u"user"_s;
    goal.token = Secret("good"_ba);
    const QByteArrayList offered{"OAUTHBEARER", "XOAUTH2"};
    QCOMPARE(chooseMechanism(offered, goal, {}).name, "XOAUTH2"_ba);
    goal.token = Secret("ba\1d"_ba);
    QCOMPARE(chooseMechanism(offered, goal, {}).name, ""_ba);
    goal.token = Secret("good"_ba);
    goal.account = u"us\1er"_s;
    QCOMPARE(chooseMechanism(offered, goal, {}).name, ""_ba);
}

void SaslTest::usernameAndPassAreOfPop3Alone()
{
    for (const Protocol protocol : {Protocol::Smtp, Protocol::Imap})
        QVERIFY(!spokenMechanisms(protocol).contains("USER"_ba) && !spokenMechanisms(protocol).contains("APOP"_ba));
    QVERIFY(spokenMechanisms(Protocol::Pop3).contains("USER"_ba));
    QCOMPARE(spokenMechanisms(Protocol::Pop3).last(), "APOP"_ba);
}

void SaslTest::scramRefusesABadFirstMessage_data()
{
    QTest::addColumn<QByteArray>("message");
    const QByteArray good = serverFirst.toByteArray();
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("another nonce") << QByteArray(good).replace("fyko", "fykO");
    QTest::newRow("nothing added to the nonce") << "r=fyko+d2lbbFgONRv9qkxdawL,s=QSXCR+Q6sek8bf92,i=4096"_ba;
    QTest::newRow("no nonce") << "s=QSXCR+Q6sek8bf92,i=4096"_ba;
    QTest::newRow("an empty nonce") << "r=,s=QSXCR+Q6sek8bf92,i=4096"_ba;
    QTest::newRow("the nonce misspelt") << QByteArray(good).replace("r=", "R=");
    QTest::newRow("no salt") << "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,i=4096"_ba;
    QTest::newRow("no count") << "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92"_ba;
    QTest::newRow("mandatory extension") << "m=x," + good;
    QTest::newRow("too few iterations") << QByteArray(good).replace("4096", "4095");
    QTest::newRow("too many iterations") << QByteArray(good).replace("4096", "600001");
    QTest::newRow("overflow") << QByteArray(good).replace("4096", "99999999999");
    QTest::newRow("no number") << QByteArray(good).replace("4096", "many");
    QTest::newRow("negative") << QByteArray(good).replace("4096", "-4096");
    QTest::newRow("salt not base64") << QByteArray(good).replace("QSXC", "Q*XC");
}

void SaslTest::scramRefusesABadFirstMessage()
{
    QFETCH(QByteArray, message);
    ScramExchange scram = sha1Exchange();
    QVERIFY(scram.initialResponse());
    QVERIFY(!scram.respond(message));
    QVERIFY(!scram.isComplete());
}

void SaslTest::scramRefusesABadSignature()
{
    for (const QByteArray& last : {"v=rmF9pqV8S7suAoZWja4dJRkFsKA="_ba, "v="_ba, ""_ba, "v=*"_ba}) {
        ScramExchange scram = sha1Exchange();
        QVERIFY(scram.respond(serverFirst));
        QVERIFY2(!scram.respond(last), last);
        QVERIFY(!scram.isComplete());
    }
}

void SaslTest::manyIterationsAreDoneInParts()
{
    const auto hash = QCryptographicHash::Sha256;
    ScramExchange scram(hash, "user", Secret("pencil"_ba), "abc");
    scram.initialResponse();
    QVERIFY(!scram.respond("r=abcdef,s=QSXCR+Q6sek8bf92,i=20000"));
    int parts = 1;
    std::optional<QByteArray> response;
    for (; scram.isCalculating(); ++parts) {
        QVERIFY(!scram.respond("r=abcdef,s=QSXCR+Q6sek8bf92,i=4096")); // nothing begins anew meanwhile
        response = scram.goOn();
        QCOMPARE(response.has_value(), !scram.isCalculating());
    }
    QCOMPARE(parts, 5);
    QVERIFY(!scram.goOn());

    const ScramKeys keys = scramKeys(hash, "pencil"_ba, QByteArray::fromBase64("QSXCR+Q6sek8bf92"), 20000);
    const QByteArray signedText = "n=user,r=abc,r=abcdef,s=QSXCR+Q6sek8bf92,i=20000,c=biws,r=abcdef"_ba;
    QByteArray proof = QMessageAuthenticationCode::hash(signedText, keys.stored, hash);
    for (qsizetype i = 0; i < proof.size(); ++i)
        proof[i] = char(proof.at(i) ^ keys.client.at(i));
    QCOMPARE(*response, "c=biws,r=abcdef,p=" + proof.toBase64());
    QVERIFY(scram.respond("v=" + QMessageAuthenticationCode::hash(signedText, keys.server, hash).toBase64()));
    QVERIFY(scram.isComplete());
}

void SaslTest::scramLeavesARefusalToTheServer()
{
    ScramExchange scram = sha1Exchange();
    QVERIFY(scram.respond(serverFirst));
    QCOMPARE(scram.respond("e=invalid-proof").value(), ""_ba);
    QVERIFY(!scram.isComplete());
}

void SaslTest::scramEscapesTheAccount()
{
    ScramExchange scram(QCryptographicHash::Sha1, "a=b,c"_ba, Secret("x"_ba), "n"_ba);
    QCOMPARE(scram.initialResponse().value(), "n,,n=a=3Db=2Cc,r=n"_ba);
}

void SaslTest::cramMd5KeepsRfc2195()
{
    CramMd5Exchange cram("tim"_ba, Secret("tanstaaftanstaaf"_ba));
    QVERIFY(!cram.initialResponse());
    QVERIFY(!cram.isComplete());
    QCOMPARE(cram.respond("<1896.697170952@postoffice.reston.mci.net>").value(), "tim b913a602c7eda7a495b4e6e7334d3890"_ba);
    QVERIFY(cram.isComplete());
    QVERIFY(!cram.respond("<again>"));
}

void SaslTest::apopTakesOnlyAMessageIdentifier_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<bool>("isTaken");
    const auto row = [](const char* greeting, bool isTaken) { QTest::newRow(greeting) << QByteArray(greeting) << isTaken; };
    row("+OK <1896.697170952@dbc.mtview.ca.us>", true);
    row("+OK POP3 <a/b+c=@mail> ready", true);
    row("+OK <1896@[192.0.2.7]>", true);
    row("+OK <1896@[IPv6:2001:db8::1]>", true);
    row("+OK ready", false);
    row("+OK ready>", false);
    row("+OK <1896@mail.example", false);
    row("+OK <1896>", false);
    row("+OK <@mail.example>", false);
    row("+OK <1896@>", false);
    row("+OK <.1896@mail.example>", false);
    row("+OK <1896.@mail.example>", false);
    row("+OK <18..96@mail.example>", false);
    row("+OK <1896@mail..example>", false);
    row("+OK <1896@[192.0.2.7>", false);
    row("+OK <1896@192.0.2.7]>", false);
    row("+OK <1896@[192.0.2.7 x]>", false);
    row("+OK <18 96@mail.example>", false);
}

void SaslTest::apopTakesOnlyAMessageIdentifier()
{
    QFETCH(QByteArray, greeting);
    QFETCH(bool, isTaken);
    QCOMPARE(apopTimestamp(greeting).has_value(), isTaken);
}

void SaslTest::saslPrepKeepsRfc4013_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<QByteArray>>("expected");
    const auto row = [](const char* name, const QString& text, const std::optional<QByteArray>& expected) {
        QTest::newRow(name) << text << expected;
    };
    row("soft hyphen", u"I\u00ADX"_s, "IX"_ba);
    row("plain", u"user"_s, "user"_ba);
    row("case is kept", u"USER"_s, "USER"_ba);
    row("form KC", u"\u00AA"_s, "a"_ba);
    row("roman numeral", u"\u2168"_s, "IX"_ba);
    row("other space", u"a\u00A0b"_s, "a b"_ba);
    row("control", u"\u0007"_s, std::nullopt);
    row("directions", u"\u0627\u0031"_s, std::nullopt);
    row("empty", QString(), ""_ba);
}

void SaslTest::saslPrepKeepsRfc4013()
{
    QFETCH(QString, text);
    QFETCH(std::optional<QByteArray>, expected);
    QVERIFY(saslPrepared(text) == expected);
}

void SaslTest::theStrongestIsChosen_data()
{
    QTest::addColumn<QByteArray>("offered");
    QTest::addColumn<QByteArray>("byHand");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("chosen");
    QTest::newRow("all") << "LOGIN PLAIN CRAM-MD5 SCRAM-SHA-1 SCRAM-SHA-256"_ba
                         << ""_ba
                         << "p"_ba
                         << "SCRAM-SHA-256"_ba;
    QTest::newRow("SHA-1") << "PLAIN CRAM-MD5 scram-sha-1"_ba
                           << ""_ba
                           << "p"_ba
                           << "SCRAM-SHA-1"_ba;
    QTest::newRow("CRAM") << "LOGIN PLAIN CRAM-MD5"_ba
                          << ""_ba
                          << "p"_ba
                          << "CRAM-MD5"_ba;
    QTest::newRow("by hand") << "PLAIN SCRAM-SHA-1"_ba
                             << "plain"_ba
                             << "p"_ba
                             << "PLAIN"_ba;
    QTest::newRow("not offered") << "PLAIN"_ba
                                 << "CRAM-MD5"_ba
                                 << "p"_ba
                                 << ""_ba;
    QTest::newRow("none spoken") << "NTLM GSSAPI"_ba
                                 << ""_ba
                                 << "p"_ba
                                 << ""_ba;
    QTest::newRow("no prepared password") << "PLAIN SCRAM-SHA-1"_ba
                                          << ""_ba
                                          << "a\x07"
                                             "z"_ba
                                          << "PLAIN"_ba;
}

void SaslTest::theStrongestIsChosen()
{
    QFETCH(QByteArray, offered);
    QFETCH(QByteArray, byHand);
    QFETCH(QByteArray, password);
    QFETCH(QByteArray, chosen);
    DialogueGoal goal;
    goal.account = u"user"_s;
    goal.password = Secret(password);
    goal.mechanism = byHand;
    const MechanismChoice choice = chooseMechanism(offered.split(' '), goal, {});
    QCOMPARE(choice.name, chosen);
    QCOMPARE(choice.exchange != nullptr, !chosen.isEmpty());
}

void SaslTest::noncesDiffer()
{
    QVERIFY(freshNonce() != freshNonce());
    QCOMPARE(freshNonce().size(), 24);
    QVERIFY(!freshNonce().contains(','));
}

STATIONER_TEST(SaslTest)
#include "sasl_test.moc"
