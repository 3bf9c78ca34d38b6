#include "diagnosis/diagnosis.h"
#include "diagnosis/reportjson.h"
#include "diagnosis/reporttext.h"
#include "reports.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

/// What a test that proves an alarm means: its recipients, and whether its message arrived.
class DiagnosisAlarmTest : public QObject {
    Q_OBJECT

    static Report proof(Outcome outcome, Stage stage)
    {
        Report made = report(outcome, stage);
        made.alarm = AlarmFacts{u"/Services/EmailService/R"_s,
                                {{u"duty@acme.example"_s, toSlot}, {u"chief@acme.example"_s, ccSlot}},
                                "CODE42",
                                u"/Services/EmailService/In"_s};
        made.learnt.recipients = {{true, "250 2.1.5", "ok"}, {true, "250 2.1.5", "ok"}};
        if (stage == Stage::Arrival) {
            StageRecord arrival;
            arrival.stage = Stage::Arrival;
            arrival.status = outcome == Outcome::Succeeded ? StageStatus::Passed : StageStatus::Failed;
            arrival.duration = std::chrono::seconds(120);
            made.stages += arrival;
        }
        return made;
    }

private slots:
    void saysThatItArrived()
    {
        const Diagnosis diagnosis = diagnose(proof(Outcome::Succeeded, Stage::Arrival));
        QCOMPARE(diagnosis.headline, u"It works: the alarm's mail arrived."_s);
        for (const QString& part : {u"/Services/EmailService/In"_s, u"CODE42"_s, u"2 of 2"_s})
            QVERIFY2(diagnosis.body.contains(part), qPrintable(diagnosis.body));
        QVERIFY(!diagnosis.body.contains(u"Sending was not tested"_s));
    }

    void saysThatItDidNotCome()
    {
        const Diagnosis diagnosis = diagnose(proof(Outcome::TimedOut, Stage::Arrival));
        QCOMPARE(diagnosis.headline, u"The server took the message, but it did not arrive."_s);
        QVERIFY(diagnosis.body.contains(u"CODE42"_s) && diagnosis.body.contains(u"120.0 s"_s));
        QVERIFY(diagnosis.remedies.isEmpty());
        QCOMPARE(diagnosis.certainty, Certainty::Unknown);
    }

    // The look's own words, and none of its remedies: they are another account's.
    void saysWhyTheInboxCouldNotBeLookedInto()
    {
        Report made = proof(Outcome::LoginRejected, Stage::Arrival);
        Report look = withAnswer(report(Outcome::LoginRejected, Stage::Login, SecurityMode::Ssl, Protocol::Imap, 993),
                                 Fault::LoginRejected, "NO [AUTHENTICATIONFAILED]", "no");
        look.settings.path = made.alarm->through;
        made.lastLook = std::make_shared<const Report>(look);
        const Diagnosis diagnosis = diagnose(made);
        QCOMPARE(diagnosis.headline, u"The server took the message. Whether it arrived could not be seen."_s);
        QVERIFY(diagnosis.body.startsWith(u"/Services/EmailService/In: "_s + diagnose(look).headline));
        QVERIFY(diagnosis.remedies.isEmpty() && diagnosis.answers.isEmpty());
        const QJsonObject json = toJson(made);
        QCOMPARE(json["lastLook"_L1]["target"_L1]["path"_L1].toString(), made.alarm->through);
        QVERIFY(toText(made, true).contains(u"Transcript of the last look"_s) || look.transcript.isEmpty());
    }

    void saysOnceThatTheCauseIsNotCertain()
    {
        Report made = proof(Outcome::ProtocolBroken, Stage::Arrival);
        made.lastLook = std::make_shared<const Report>(
            withAnswer(report(Outcome::ProtocolBroken, Stage::Login, SecurityMode::Ssl, Protocol::Imap, 993),
                       Fault::ProtocolBroken, "", "* SEARCH x"));
        const Diagnosis diagnosis = diagnose(made);
        QVERIFY(diagnosis.certainty != Certainty::Known);
        QCOMPARE(diagnosis.body.count(u"not certain"_s), 1);
    }

    void namesEachThatIsRefused()
    {
        Report made = withAnswer(proof(Outcome::ServerRefused, Stage::Envelope), Fault::ServerRefused, "550 5.1.1", "who");
        made.failure->command = "RCPT";
        made.learnt.recipients = {{true, "250", "ok"}, {false, "550 5.1.1", "who"}};
        const QString body = diagnose(made).body;
        QVERIFY2(body.contains(u"1 of 2"_s) && body.contains(u"chief@acme.example («550 5.1.1 who»)"_s), qPrintable(body));
        QVERIFY(body.contains(u"to all of them or to none"_s));
        const QString text = toText(made, false);
        QVERIFY2(text.contains(u"To duty@acme.example: taken  250 ok"_s) &&
                     text.contains(u"Cc chief@acme.example: refused  550"_s),
                 qPrintable(text));
        QVERIFY(text.contains(u"/Services/EmailService/R: SMTP"_s));
        const QJsonObject json = toJson(made);
        QCOMPARE(json["target"_L1]["path"_L1].toString(), u"/Services/EmailService/R"_s);
        const QJsonObject refused = json["recipients"_L1].toArray()[1].toObject();
        QCOMPARE(refused, (QJsonObject{{u"address"_s, u"chief@acme.example"_s},
                                       {u"role"_s, u"cc"_s},
                                       {u"accepted"_s, false},
                                       {u"code"_s, u"550 5.1.1"_s}}));
    }

    void whoWasNotAskedIsNotRefused()
    {
        Report made = proof(Outcome::ConnectionLost, Stage::Greeting);
        made.learnt.recipients.clear();
        const QJsonObject first = toJson(made)["recipients"_L1].toArray()[0].toObject();
        QVERIFY(first["accepted"_L1].isNull() && first["code"_L1].isNull());
        QVERIFY(toText(made, false).contains(u"duty@acme.example: not asked"_s));
        QVERIFY(!diagnose(made).body.contains(u"Recipients"_s));
    }

    // What a hostile server calls a recipient stays one line of plain text.
    void wordsOfAServerAreMadeSafe()
    {
        Report made = proof(Outcome::ServerRefused, Stage::Envelope);
        made.learnt.recipients = {{false, "550", "<b>no</b>\x1b[31m \xe2\x80\xae" + QByteArray(5000, 'x')}};
        const QString body = diagnose(made).body;
        QVERIFY(!body.contains(QChar(0x1b)) && !body.contains(QChar(0x202e)) && body.size() < 2000);
    }
};

STATIONER_TEST(DiagnosisAlarmTest)
#include "diagnosisalarm_test.moc"
