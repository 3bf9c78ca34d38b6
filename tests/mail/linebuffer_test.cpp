#include "mail/linebuffer.h"
#include "support/stationertest.h"

#include <QtTest>

using namespace stationer;

class LineBufferTest : public QObject {
    Q_OBJECT
private slots:
    void linesEndAtLineFeedWithOrWithoutCr()
    {
        LineBuffer buffer;
        buffer.append("one\r\ntwo\n\r\n\nfi\rve\r\r\n");
        QCOMPARE(buffer.takeLine(), QByteArray("one"));
        QCOMPARE(buffer.takeLine(), QByteArray("two"));
        QCOMPARE(buffer.takeLine(), QByteArray(""));
        QCOMPARE(buffer.takeLine(), QByteArray(""));
        QCOMPARE(buffer.takeLine(), QByteArray("fi\rve\r"));
        QVERIFY(!buffer.takeLine());
        QVERIFY(buffer.isEmpty());
    }

    void aLineMayComeInPieces()
    {
        LineBuffer buffer;
        buffer.append("* O");
        QVERIFY(!buffer.takeLine());
        QVERIFY(!buffer.isEmpty());
        QCOMPARE(buffer.rest().toByteArray(), QByteArray("* O"));
        buffer.append("K\r");
        QVERIFY(!buffer.takeLine());
        buffer.append("\nrest");
        QCOMPARE(buffer.takeLine(), QByteArray("* OK"));
        QCOMPARE(buffer.rest().toByteArray(), QByteArray("rest"));
    }

    void bytesAreKeptAsTheyAre()
    {
        LineBuffer buffer;
        buffer.append(QByteArrayView("a\0b\xff\n", 5));
        QCOMPARE(buffer.takeLine(), QByteArray("a\0b\xff", 4));
    }

    void theLongestLinePassesAndOneByteMoreDoesNot_data()
    {
        QTest::addColumn<QByteArray>("lineEnd");
        QTest::newRow("CRLF") << QByteArray("\r\n");
        QTest::newRow("LF") << QByteArray("\n");
    }
    void theLongestLinePassesAndOneByteMoreDoesNot()
    {
        QFETCH(QByteArray, lineEnd);
        LineBuffer buffer;
        const QByteArray longest(LineBuffer::maximumLine, 'x');
        buffer.append(longest + lineEnd);
        QCOMPARE(buffer.takeLine(), longest);
        QVERIFY(!buffer.isOverfull());
        buffer.append(longest + 'x' + lineEnd);
        QVERIFY(!buffer.takeLine());
        QVERIFY(buffer.isOverfull());
    }

    void anEndlessLineStopsBeingKept()
    {
        LineBuffer buffer;
        for (int i = 0; i < 1000; ++i)
            buffer.append(QByteArray(1024, 'x'));
        QVERIFY(buffer.isOverfull());
        QVERIFY(buffer.rest().size() <= 2 * LineBuffer::maximumLine);
        buffer.append("\r\n220 now it goes on\r\n");
        QVERIFY(!buffer.takeLine());
    }

    void aLineIsEarlyThatBeganBeforeTheMark()
    {
        LineBuffer buffer;
        buffer.markSent();
        buffer.append("one\r\ntwo\r\nthr");
        QVERIFY(!buffer.isNextEarly());
        buffer.takeLine();
        buffer.markSent(4); // and `ee\r\n` is still in the socket
        QVERIFY(buffer.isNextEarly());
        QCOMPARE(buffer.takeLine(), QByteArray("two"));
        buffer.append("ee\r\nfour\r\nfive\r\n"); // moves what is left to the front
        QVERIFY(buffer.isNextEarly());
        QCOMPARE(buffer.takeLine(), QByteArray("three"));
        QVERIFY(!buffer.isNextEarly());
        QCOMPARE(buffer.takeLine(), QByteArray("four"));
        buffer.markSent(1);
        QCOMPARE(buffer.takeLine(), QByteArray("five"));
        QVERIFY(buffer.isNextEarly());
        buffer.append("s");
        buffer.append("ix\r\n\r\n");
        QVERIFY(buffer.isNextEarly());
        QCOMPARE(buffer.takeLine(), QByteArray("six"));
        QVERIFY(!buffer.isNextEarly());
    }

    void linesBeforeAnOverlongOneStillComeOut()
    {
        LineBuffer buffer;
        buffer.append("220 hello\r\n" + QByteArray(LineBuffer::maximumLine + 1, 'x') + "\r\n");
        QVERIFY(!buffer.isOverfull());
        QCOMPARE(buffer.takeLine(), QByteArray("220 hello"));
        QVERIFY(buffer.isOverfull());
        QVERIFY(!buffer.takeLine());
    }
};

STATIONER_TEST(LineBufferTest)
#include "linebuffer_test.moc"
