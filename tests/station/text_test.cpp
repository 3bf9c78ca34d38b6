// The small encodings: slot names, values, tags.

#include "station/slotname.h"
#include "station/tag.h"
#include "station/value.h"
#include "support/stationertest.h"

#include <QTest>

#include <algorithm>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace std::chrono_literals;

class TextTest : public QObject {
    Q_OBJECT
private slots:
    void slotNames_data();
    void slotNames();
    void everyNameIsEscapedAndComesBack();
    void aLongNameComesBack();
    void whatIsNotASlotName_data();
    void whatIsNotASlotName();
    void anEscapeCutShortStays();
    void booleans();
    void integers();
    void doubles();
    void relTimes();
    void absTimes_data();
    void absTimes();
    void whatIsNotAnAbsTime_data();
    void whatIsNotAnAbsTime();
    void attributesAreDecodedAsXmlSays_data();
    void attributesAreDecodedAsXmlSays();
    void attributesAreWrittenAsStationsDo();
    void attributesKeepTheirPlace_data();
    void attributesKeepTheirPlace();
};

void TextTest::slotNames_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("escaped");
    QTest::newRow("plain") << u"OutgoingAccount1"_s << u"OutgoingAccount1"_s;
    QTest::newRow("space") << u"Last Alarm"_s << u"Last$20Alarm"_s;
    QTest::newRow("digit first") << u"1st"_s << u"$31st"_s;
    QTest::newRow("underscore") << u"_a_"_s << u"$5fa_"_s;
    QTest::newRow("dollar") << u"a$20"_s << u"a$2420"_s;
    QTest::newRow("accent") << u"Caf\u00e9"_s << u"Caf$e9"_s;
    QTest::newRow("wide") << u"\u4e2d\u6587"_s << u"$u4e2d$u6587"_s;
    QTest::newRow("beyond the basic plane") << u"m\U0001F4E7"_s << u"m$ud83d$udce7"_s;
    QTest::newRow("slash") << u"a/b"_s << u"a$2fb"_s;
}

void TextTest::slotNames()
{
    QFETCH(QString, shown);
    QFETCH(QString, escaped);
    QCOMPARE(escapedSlotName(shown), escaped);
    QCOMPARE(shownSlotName(escaped), shown);
    QVERIFY(isSlotName(escaped));
}

/// Letters of every script, controls, marks that combine or turn the direction, halves of pairs: each alone, first, last and
/// twice.
void TextTest::everyNameIsEscapedAndComesBack()
{
    for (uint unit = 0; unit <= 0xffff; ++unit) {
        const QChar c(static_cast<char16_t>(unit));
        for (const QString& name : {QString(c), u'a' + QString(c), QString(c) + u'a', QString(2, c), u'$' + QString(c)}) {
            const QString escaped = escapedSlotName(name);
            const bool isPlain = std::all_of(escaped.begin(), escaped.end(), [](QChar each) {
                return each == u'$' || each == u'_' || (each.unicode() < 0x80 && each.isLetterOrNumber());
            });
            if (!isPlain || !isSlotName(escaped) || shownSlotName(escaped) != name || escaped.isEmpty())
                QFAIL(qPrintable(u"U+%1 becomes %2"_s.arg(unit, 4, 16, QChar(u'0')).arg(escaped)));
        }
    }
    QVERIFY(escapedSlotName(u"").isEmpty());
    QVERIFY(!isSlotName(u""));
}

void TextTest::aLongNameComesBack()
{
    QString name;
    while (name.size() < 1'000'000)
        name += u"Zone \U0001f389\u05d0\u0301_$20/"_s;
    const QString escaped = escapedSlotName(name);
    QVERIFY(isSlotName(escaped));
    QCOMPARE(shownSlotName(escaped), name);
}

void TextTest::whatIsNotASlotName_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : {u""_s, u"1a"_s, u"_a"_s, u"a b"_s, u"a/b"_s, u"a$"_s, u"a$2"_s, u"a$2g"_s, u"a$u123"_s,
                                u"\u00e9"_s, u"a\n"_s, u"a.b"_s})
        QTest::addRow("'%s'", qPrintable(name)) << name;
}

void TextTest::whatIsNotASlotName()
{
    QFETCH(QString, name);
    QVERIFY(!isSlotName(name));
}

void TextTest::anEscapeCutShortStays()
{
    QCOMPARE(shownSlotName(u"a$2"), u"a$2"_s);
    QCOMPARE(shownSlotName(u"$"), u"$"_s);
    QCOMPARE(shownSlotName(u"$u00e"), u"$u00e"_s);
    QCOMPARE(shownSlotName(u"$zz$20"), u"$zz "_s);
}

void TextTest::booleans()
{
    QCOMPARE(readBoolean(u"true"), true);
    QCOMPARE(readBoolean(u"false"), false);
    for (const QString& text : {u""_s, u"True"_s, u"1"_s, u" true"_s, u"yes"_s})
        QVERIFY(!readBoolean(text));
    QCOMPARE(writeBoolean(true), u"true"_s);
    QCOMPARE(writeBoolean(false), u"false"_s);
}

void TextTest::integers()
{
    QCOMPARE(readInteger(u"0"), 0);
    QCOMPARE(readInteger(u"-1"), -1);
    QCOMPARE(readInteger(u"9223372036854775807"), std::numeric_limits<qint64>::max());
    for (const QString& text : {u""_s, u"-"_s, u"+1"_s, u" 1"_s, u"1 "_s, u"1.0"_s, u"0x1"_s, u"1,000"_s,
                                u"9223372036854775808"_s, u"\u0661"_s, u"--1"_s})
        QVERIFY2(!readInteger(text), qPrintable(text));
}

void TextTest::doubles()
{
    QCOMPARE(readDouble(u"1.5"), 1.5);
    QCOMPARE(readDouble(u"-1.5E-3"), -0.0015);
    QVERIFY(std::isinf(*readDouble(u"+inf")) && *readDouble(u"+inf") > 0);
    QVERIFY(std::isinf(*readDouble(u"-inf")) && *readDouble(u"-inf") < 0);
    QVERIFY(std::isnan(*readDouble(u"nan")));
    for (const QString& text : {u""_s, u"inf"_s, u"NaN"_s, u"1,5"_s, u" 1"_s, u"1e"_s, u"infinity"_s, u"0x1"_s})
        QVERIFY2(!readDouble(text), qPrintable(text));
}

void TextTest::relTimes()
{
    QCOMPARE(readRelTime(u"60000"), 60s);
    QCOMPARE(readRelTime(u"-1"), -1ms);
    for (const QString& text : {u""_s, u"60 s"_s, u"00:01:00"_s, u"1.5"_s})
        QVERIFY(!readRelTime(text));
    QCOMPARE(writeRelTime(90s), u"90000"_s);
}

void TextTest::absTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("east") << u"2019-08-26T23:52:52.658+02:00"_s << qint64(1566856372658);
    QTest::newRow("west") << u"2019-08-26T16:52:52.658-05:00"_s << qint64(1566856372658);
    QTest::newRow("half an hour") << u"1970-01-01T05:30:00.000+05:30"_s << qint64(0);
    QTest::newRow("Greenwich") << u"1970-01-01T00:00:00.001Z"_s << qint64(1);
    QTest::newRow("before the epoch") << u"1969-12-31T23:59:59.999Z"_s << qint64(-1);
}

void TextTest::absTimes()
{
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);
    const auto time = readAbsTime(text);
    QVERIFY(time.has_value());
    QCOMPARE(time->toMSecsSinceEpoch(), milliseconds);
    QCOMPARE(writeAbsTime(*time), text);
}

void TextTest::whatIsNotAnAbsTime_data()
{
    QTest::addColumn<QString>("text");
    for (const QString& text :
         {u""_s, u"null"_s, u"2019-08-26"_s, u"2019-08-26T23:52:52"_s, u"2019-08-26T23:52:52.658"_s,
          u"2019-02-30T00:00:00.000Z"_s, u"2019-08-26T25:00:00.000Z"_s, u"2019-08-26T23:52:52.+02:00"_s,
          u"2019-08-26T23:52:52.658+2:00"_s, u"2019-08-26 23:52:52.658Z"_s, u"2019-08-26T23:52:52.658+02:60"_s,
          u"2019-08-26T23:52:52.658Zulu"_s})
        QTest::addRow("'%s'", qPrintable(text)) << text;
}

void TextTest::whatIsNotAnAbsTime()
{
    QFETCH(QString, text);
    QVERIFY(!readAbsTime(text));
}

void TextTest::attributesAreDecodedAsXmlSays_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << "abc"_ba << u"abc"_s;
    QTest::newRow("predefined") << "&lt;&gt;&amp;&quot;&apos;"_ba << u"<>&\"'"_s;
    QTest::newRow("numeric") << "&#65;&#x42;&#x1F4E7;"_ba << u"AB\U0001F4E7"_s;
    QTest::newRow("not twice") << "&amp;lt;"_ba << u"&lt;"_s;
    QTest::newRow("white space") << "a\tb\nc\r\nd\re"_ba << u"a b c d e"_s;
    QTest::newRow("referenced white space") << "a&#9;b&#xA;c&#13;d"_ba << u"a\tb\nc\rd"_s;
    QTest::newRow("UTF-8") << "\xc3\xa9"_ba << u"\u00e9"_s;
}

void TextTest::attributesAreDecodedAsXmlSays()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, text);
    QCOMPARE(decodedAttribute(raw), text);
    QCOMPARE(decodedAttribute(encodedAttribute(text, Letters::AsReferences)), text);
    QCOMPARE(decodedAttribute(encodedAttribute(text, Letters::AsTheyAre)), text);
}

void TextTest::attributesAreWrittenAsStationsDo()
{
    const QString text = u"l'ic\u00f4ne «\"»\t\n\r <&> m\u2082 \U0001f389"_s;
    QCOMPARE(encodedAttribute(text, Letters::AsReferences),
             "l&#x27;ic&#xf4;ne &#xab;&#x22;&#xbb;&#x9;&#xa;&#xd; &lt;&amp;&gt; m&#x2082; &#x1f389;"_ba);
    QCOMPARE(encodedAttribute(u"l'ic\u00f4ne"_s, Letters::AsTheyAre), QByteArray("l&#x27;ic\xc3\xb4ne"));
    const QByteArray tag = "<p n=\"a\" v=\"x\"/>";
    QCOMPARE(withAttribute(tag, "v", u"\u00e9"_s, '"'), "<p n=\"a\" v=\"&#xe9;\"/>"_ba);
    QCOMPARE(withAttribute(tag, "v", u"\u00e9"_s, '"').size(), tag.size() + 5);
    QCOMPARE(withAttribute("<p n=\"a\" v=\"\xc3\xa0\"/>", "v", u"\u00e9"_s, '"'), QByteArray("<p n=\"a\" v=\"\xc3\xa9\"/>"));
}

void TextTest::attributesKeepTheirPlace_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("after");
    const QString none;
    QTest::newRow("value at the end") << "<p n=\"a\"/>"_ba
                                      << "v"_ba << u"1"_s << "<p n=\"a\" v=\"1\"/>"_ba;
    QTest::newRow("single quotes") << "<p n='a' t='b:X'>"_ba
                                   << "m"_ba << u"b=baja"_s << "<p n='a' m='b=baja' t='b:X'>"_ba;
    QTest::newRow("in a tag of its own order") << "<p v='1' n='a'/>"_ba
                                               << "m"_ba << u"b=baja"_s << "<p v='1' n='a' m='b=baja'/>"_ba;
    QTest::newRow("before all") << "<p h='1'/>"_ba
                                << "n"_ba << u"a"_s << "<p n='a' h='1'/>"_ba;
    QTest::newRow("behind the unknown") << "<p n='a' zz='1' t='x'/>"_ba
                                        << "v"_ba << u"1"_s << "<p n='a' zz='1' t='x' v='1'/>"_ba;
    QTest::newRow("gone") << "<p n='a'\n v = '1' f='r' />"_ba
                          << "v"_ba << none << "<p n='a' f='r' />"_ba;
    QTest::newRow("gone from the front") << "<p  n='a' f='r'>"_ba
                                         << "n"_ba << none << "<p f='r'>"_ba;
    QTest::newRow("odd spacing") << "<p n = 'a'  v\t=\n'1'/>"_ba
                                 << "v"_ba << u"2"_s << "<p n = 'a'  v\t=\n'2'/>"_ba;
    QTest::newRow("brackets in values") << "<p n='a>b' f='/>' v='1'/>"_ba
                                        << "v"_ba << u"2"_s << "<p n='a>b' f='/>' v='2'/>"_ba;
    QTest::newRow("the same value, other references") << "<p v='&#x41;'/>"_ba
                                                      << "v"_ba << u"A"_s << "<p v='&#x41;'/>"_ba;
}

void TextTest::attributesKeepTheirPlace()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, name);
    QFETCH(QString, value);
    QFETCH(QByteArray, after);
    QCOMPARE(withAttribute(before, name, value.isNull() ? std::nullopt : std::optional(value), '"'), after);
    QCOMPARE(Tag(before + "tail>").length(), before.size());
}

STATIONER_TEST(TextTest)
#include "text_test.moc"
