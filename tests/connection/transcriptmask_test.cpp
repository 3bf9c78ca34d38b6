#include "testrun.h"

#include "diagnosis/reportjson.h"
#include "diagnosis/reporttext.h"
#include "support/stationertest.h"

#include <QJsonDocument>

using namespace stationer;
using namespace stationer::testing;

/// A report never holds the password, not even where the server says it.
class TranscriptMaskTest : public QObject {
    Q_OBJECT
private slots:
    void aServerThatRepeatsTheCredentialBringsItIntoNoReport_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("the command") << "500 unknown command: AUTH PLAIN "_ba + plain("bob", password) + "\r\n"_ba;
        QTest::newRow("the password") << "535 wrong: "_ba + password + "\r\n"_ba;
    }
    void aServerThatRepeatsTheCredentialBringsItIntoNoReport()
    {
        QFETCH(QByteArray, answer);
        const FaultServer server(
            Script{Say{"220 hi\r\n"_ba}, Hear{}, Say{"250-mx\r\n250 AUTH PLAIN\r\n"_ba}, Hear{}, Say{answer}});
        const Report report = run(order(server, Protocol::Smtp, SecurityMode::None));
        QCOMPARE(report.outcome, Outcome::LoginRejected);
        const QByteArray json = QJsonDocument(toJson(report)).toJson();
        const QByteArray text = toText(report, true).toUtf8();
        QVERIFY(text.contains("********"));
        for (const QByteArray& secret : {QByteArray(password), plain("bob", password)}) {
            QVERIFY(!json.contains(secret));
            QVERIFY(!text.contains(secret));
        }
    }

    void norDoesOneThatKnowsItBeforehand()
    {
        const QByteArray word = password;
        const FaultServer server(Script{Say{"220 hi "_ba + word + "\r\n"}, Hear{},
                                        Say{"250-mx\r\n250-"_ba + word + "\r\n250 AUTH PLAIN\r\n"}, Hear{},
                                        Say{"235 ok\r\n"_ba}});
        const Report report = run(order(server, Protocol::Smtp, SecurityMode::None));
        QCOMPARE(report.outcome, Outcome::Succeeded);
        QVERIFY(report.learnt.greeting.contains("********"));
        QVERIFY(!QJsonDocument(toJson(report)).toJson().contains(word));
        QVERIFY(!toText(report, true).toUtf8().contains(word));
    }
};

STATIONER_TEST(TranscriptMaskTest)
#include "transcriptmask_test.moc"
