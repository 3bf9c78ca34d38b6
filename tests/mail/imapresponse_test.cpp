#include "mail/imapresponse.h"
#include "support/stationertest.h"

#include <QtTest>

using namespace stationer;
using Taken = ImapResponseReader::Taken;

Q_DECLARE_METATYPE(ImapResponseReader::Taken)

class ImapResponseTest : public QObject {
    Q_OBJECT
private slots:
    void onlyANumberInBracesAnnouncesALiteral_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<Taken>("taken");
        const auto row = [](const char* line, Taken taken) { QTest::newRow(line) << QByteArray(line) << taken; };
        row("* X {5}", Taken::More);
        row("* X {5+}", Taken::More);
        row("* X {0}", Taken::More);
        row("* X 5", Taken::Whole);
        row("* X {5]", Taken::Whole);
        row("* X 5}", Taken::Whole);
        row("* X {}", Taken::Whole);
        row("* X {+}", Taken::Whole);
        row("* X {5a}", Taken::Whole);
        row("* X {-5}", Taken::Whole);
        row("* OK {5}", Taken::Whole); // free text
        row("* X {99999999999999999999}", Taken::Broken);
    }
    void onlyANumberInBracesAnnouncesALiteral()
    {
        QFETCH(QByteArray, line);
        ImapResponseReader reader;
        QTEST(reader.take(line), "taken");
    }

    void whatFollowsALiteralIsReadByItself()
    {
        ImapResponseReader reader;
        QCOMPARE(reader.take("* X {0}"), Taken::More);
        QCOMPARE(reader.take("5}"), Taken::Whole);
        QCOMPARE(reader.take("* X {2}"), Taken::More);
        QCOMPARE(reader.take("ab {3}"), Taken::More);
        QCOMPARE(reader.take("abc"), Taken::Whole);
    }

    void capabilitiesStandWhereTheyAreNamed()
    {
        const auto capabilities = [](const QByteArray& line) {
            ImapResponseReader reader;
            return reader.take(line) == Taken::Whole ? reader.response().capabilities() : QByteArrayList{"broken"};
        };
        const QByteArrayList two{"IMAP4rev1", "IDLE"};
        QCOMPARE(capabilities("* CAPABILITY IMAP4rev1  IDLE"), two);
        QCOMPARE(capabilities("* OK [capability IMAP4rev1 IDLE] hi"), two);
        QCOMPARE(capabilities("* ENABLED IMAP4rev1 IDLE"), QByteArrayList());
        QCOMPARE(capabilities("+ IMAP4rev1 IDLE"), QByteArrayList());
        QCOMPARE(capabilities("* OK IMAP4rev1 IDLE"), QByteArrayList());
    }
};

STATIONER_TEST(ImapResponseTest)
#include "imapresponse_test.moc"
