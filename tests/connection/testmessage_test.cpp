// The one real message of a test: what it says, and that it is a legal message whatever the values hold.

#include "connection/testmessage.h"
#include "support/mailbox.h"
#include "support/stationertest.h"

#include <QTest>
#include <QTimeZone>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

namespace {

TestMessage message()
{
    TestMessage made;
    made.station = u"acme"_s;
    made.settings.path = u"/Services/EmailService/Out"_s;
    made.settings.server = {u"smtp.acme.example"_s, 587};
    made.settings.security = SecurityMode::StartTls;
    made.settings.account = u"alarms@acme.example"_s;
    made.to = {u"bob@acme.example"_s};
    made.computer = u"workshop"_s;
    made.time = QDateTime({2026, 3, 1}, {8, 5, 9}, Qt::OffsetFromUTC, 3600);
    made.id = "c0ffee";
    return made;
}

QByteArrayList linesOf(const QByteArray& bytes)
{
    return QByteArray(bytes).replace("\r\n", "\n").split('\n');
}

QByteArray headOf(const QByteArray& bytes)
{
    return bytes.first(bytes.indexOf("\r\n\r\n"));
}

QString decodedWords(const QByteArray& value)
{
    QByteArray bytes;
    for (const QByteArray& word : value.split(' ')) {
        if (!word.startsWith("=?utf-8?B?") || !word.endsWith("?="))
            return u"no encoded word: "_s + QString::fromLatin1(word);
        bytes += QByteArray::fromBase64(word.sliced(10).chopped(2));
    }
    return QString::fromUtf8(bytes);
}

} // namespace

class TestMessageTest : public QObject {
    Q_OBJECT

private slots:
    void saysWhichStationAndAccountSentItFromWhere()
    {
        const QByteArray bytes = message().toBytes();
        QCOMPARE(field(bytes, "Date"), "01 Mar 2026 08:05:09 +0100"_ba);
        QCOMPARE(field(bytes, "From"), "<alarms@acme.example>"_ba);
        QCOMPARE(field(bytes, "To"), "<bob@acme.example>"_ba);
        QCOMPARE(field(bytes, "Message-ID"), "<c0ffee@acme.example>"_ba);
        QCOMPARE(field(bytes, "Subject"), "Test message of station acme"_ba);
        QCOMPARE(field(bytes, "Auto-Submitted"), "auto-generated"_ba);
        QCOMPARE(field(bytes, "MIME-Version"), "1.0"_ba);
        const QString body = decodedBody(bytes);
        for (const QString& line :
             {u"Station: acme\n"_s, u"Account: /Services/EmailService/Out\n"_s,
              u"Server: smtp.acme.example, port 587, Use Start Tls\n"_s, u"Signed in as: alarms@acme.example\n"_s,
              u"Sent from this computer: workshop\n"_s, u"Time: 2026-03-01 08:05:09 UTC+01:00\n"_s})
            QVERIFY2(body.contains(line), qPrintable(body));
    }

    void comesFromReplyToWhereThereIsOne()
    {
        TestMessage made = message();
        made.settings.replyTo = u"station@acme.example"_s;
        QCOMPARE(senderOf(made.settings), u"station@acme.example"_s);
        QCOMPARE(field(made.toBytes(), "From"), "<station@acme.example>"_ba);
    }

    void saysWhatItIsWithoutAStationAndALogin()
    {
        TestMessage made = message();
        made.station.clear();
        made.settings.path.clear();
        made.settings.account.reset();
        made.settings.replyTo = u"bob"_s;
        const QByteArray bytes = made.toBytes();
        QCOMPARE(field(bytes, "Subject"), "Test message from Stationer"_ba);
        QCOMPARE(field(bytes, "Message-ID"), "<c0ffee@stationer.invalid>"_ba);
        QVERIFY(decodedBody(bytes).contains(u"Account: typed by hand"_s));
        QVERIFY(decodedBody(bytes).contains(u"Sent without signing in"_s));
    }

    void encodesWhatIsNotAscii()
    {
        TestMessage made = message();
        made.station = u"Gebäude Süd – Lüftungsanlage, Kälte und Wärme für die Räume 東京 und 𝔘𝔫𝔦𝔠𝔬𝔡𝔢"_s;
        made.computer = u"rechner=größe "_s;
        const QByteArray bytes = made.toBytes();
        QCOMPARE(decodedWords(field(bytes, "Subject")), u"Test message of station "_s + made.station);
        QVERIFY(decodedBody(bytes).contains(u"Station: "_s + made.station + u'\n'));
        QVERIFY(decodedBody(bytes).contains(u"computer: "_s + made.computer + u'\n'));
    }

    void isALegalMessage_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("plain") << u"acme"_s;
        QTest::newRow("empty") << QString();
        QTest::newRow("another header field") << u"acme\r\nBcc: eve@evil.example\r\n\r\nbody"_s;
        QTest::newRow("a bare line feed") << u"acme\nBcc: eve@evil.example"_s;
        QTest::newRow("a bare return") << u"acme\rBcc: eve@evil.example"_s;
        QTest::newRow("NUL") << (u"ac"_s + QChar(0) + u"me"_s);
        QTest::newRow("other line ends") << u"acme\u0085Bcc: a\u2028Bcc: b\u2029Bcc: c"_s;
        QTest::newRow("brackets") << u"a@b.example>, <eve@evil.example"_s;
        QTest::newRow("an encoded word") << u"=?utf-8?B?DQpCY2M6IGV2ZQ==?="_s;
        QTest::newRow("placeholders") << u"%1 %2 %3"_s;
        QTest::newRow("long") << QString(5000, u'x');
        QTest::newRow("long, not ASCII") << QString(3000, u'ü');
        QTest::newRow("half a surrogate pair") << (u"a"_s + QChar(0xd800) + u"b"_s);
        QTest::newRow("bidi marks") << u"a\u202eb"_s;
    }
    void isALegalMessage()
    {
        QFETCH(QString, value);
        TestMessage made = message();
        made.station = value;
        made.computer = value;
        made.settings.path = value;
        made.settings.account = value;
        made.settings.server.host = value;
        made.to = {value.left(200)};
        const QByteArray bytes = made.toBytes();

        QVERIFY(bytes.endsWith("\r\n"));
        QVERIFY(!QByteArray(bytes).replace("\r\n", "").contains('\r'));
        QVERIFY(!QByteArray(bytes).replace("\r\n", "").contains('\n'));
        QVERIFY(!bytes.contains('\0'));
        // One field each, in this order, and no other one.
        QByteArrayList names;
        for (const QByteArray& line : linesOf(QByteArray(headOf(bytes)).replace("\r\n ", " ")))
            names += line.left(line.indexOf(':'));
        QCOMPARE(names.join(' '), "Date From To Message-ID Subject Auto-Submitted MIME-Version Content-Type "
                                  "Content-Transfer-Encoding"_ba);
        QCOMPARE(field(bytes, "To").count('<'), 1);
        QCOMPARE(field(bytes, "To").count('>'), 1);
        // RFC 5322, section 2.1.1; RFC 2047, section 2; RFC 2045, section 6.7.
        for (const QByteArray& line : linesOf(headOf(bytes))) {
            QVERIFY2(line.size() <= 998, line.constData());
            QVERIFY2(!line.contains("=?utf-8?B?") || line.size() <= 76, line.constData());
        }
        const QByteArray body = bytes.sliced(headOf(bytes).size() + 4);
        for (const QByteArray& line : linesOf(body)) {
            QVERIFY2(line.size() <= 76, line.constData());
            QVERIFY2(!line.endsWith(' '), line.constData());
            for (const char c : line)
                QVERIFY2(c >= ' ' && c <= '~', line.constData());
        }
        QCOMPARE(decodedBody(bytes).count(u"Bcc"_s) > 0, value.contains(u"Bcc"_s));
        QVERIFY(!decodedBody(bytes).contains(u"\nBcc"_s));
    }
};

STATIONER_TEST(TestMessageTest)
#include "testmessage_test.moc"
