#include "reports.h"

#include "connection/showntext.h"
#include "diagnosis/diagnosis.h"
#include "diagnosis/reportjson.h"
#include "diagnosis/reporttext.h"
#include "support/certificates.h"
#include "support/stationertest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class ReportTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        tzset();
    }

    void whatIsAnotherCertificateNowIsPrinted()
    {
        Report made = challenged(TrustError::UnknownRoot);
        AllowedHost row;
        row.chain = {testing::selfSignedFor(u"mail.acme.example"_s).der()};
        made.trust->row = row;
        QVERIFY(!toText(made, false).contains(u" → "_s));
        made.trust->isIdentityChanged = true;
        const QString text = toText(made, false);
        QVERIFY2(text.contains(u"Issued by: CN=mail.acme.example → CN=Acme Root CA"_s), qPrintable(text));
        QVERIFY2(text.contains(u"SHA-256: "_s), qPrintable(text));
        QVERIFY2(!text.contains(u"Names: "_s), qPrintable(text)); // the same
    }

    void theTranscriptIsThereForScriptsToo()
    {
        Report made = challenged(TrustError::UnknownRoot);
        made.transcript = {{TranscriptLine::Direction::FromServer, std::chrono::microseconds(3100), u"220 mx"_s, false}};
        const QJsonObject line{{u"from"_s, u"server"_s}, {u"ms"_s, 3.1}, {u"text"_s, u"220 mx"_s}};
        QCOMPARE(transcriptJson(made), QJsonArray{line});
        QVERIFY(!toJson(made).contains(u"transcript"_s));
    }

    void jsonHasTheShapeThatScriptsRely()
    {
        Report made = challenged(TrustError::HostMismatch);
        made.trust->sent.first().dnsNames = {u"smtp.acme.example"_s};
        made.learnt.capabilitiesBeforeTls = {"STARTTLS"};
        made.stages[1].detail = u"192.0.2.7"_s;
        made.stages[1].duration = std::chrono::microseconds(400);
        const QJsonObject json = toJson(made);

        const QJsonObject target{{u"path"_s, u"/Services/EmailService/Out"_s},
                                 {u"protocol"_s, u"smtp"_s},
                                 {u"host"_s, u"mail.acme.example"_s},
                                 {u"port"_s, 587},
                                 {u"security"_s, u"starttls"_s}};
        QCOMPARE(json.value(u"target"_s).toObject(), target);
        QCOMPARE(json.value(u"outcome"_s).toString(), u"certificateChallenged"_s);
        QCOMPARE(json.value(u"stage"_s).toString(), u"identity"_s);

        const QJsonArray stages = json.value(u"stages"_s).toArray();
        QCOMPARE(stages.size(), 9);
        const QJsonObject resolve{
            {u"name"_s, u"resolve"_s}, {u"status"_s, u"passed"_s}, {u"ms"_s, 0.4}, {u"detail"_s, u"192.0.2.7"_s}};
        QCOMPARE(stages.at(1).toObject(), resolve);
        QCOMPARE(stages.at(6).toObject().value(u"status"_s).toString(), u"failed"_s);
        QCOMPARE(stages.at(8).toObject().value(u"status"_s).toString(), u"skipped"_s);

        const QJsonObject tls{{u"version"_s, u"TLSv1.3"_s}, {u"cipher"_s, u"TLS_AES_256_GCM_SHA384"_s}};
        QCOMPARE(json.value(u"tls"_s).toObject(), tls);

        const QJsonObject trust = json.value(u"trust"_s).toObject();
        QCOMPARE(trust.value(u"verdict"_s).toString(), u"challenged"_s);
        QVERIFY(trust.value(u"store"_s).isNull());
        const QJsonObject error{{u"code"_s, u"hostMismatch"_s}, {u"depth"_s, 0}};
        QCOMPARE(trust.value(u"errors"_s).toArray(), QJsonArray{error});
        const QJsonObject certificate{{u"sha256"_s, QString(64, u'a')},
                                      {u"subject"_s, u"CN=mail.acme.example"_s},
                                      {u"issuer"_s, u"CN=Acme Root CA"_s},
                                      {u"notAfter"_s, u"2027-01-01T00:00:00Z"_s}};
        QCOMPARE(trust.value(u"chain"_s).toArray(), QJsonArray{certificate});

        QVERIFY(json.value(u"mechanism"_s).isNull());
        const QJsonObject capabilities{{u"beforeTls"_s, QJsonArray{u"STARTTLS"_s}}, {u"afterTls"_s, QJsonArray()}};
        QCOMPARE(json.value(u"capabilities"_s).toObject(), capabilities);
        const QJsonObject diagnosis = json.value(u"diagnosis"_s).toObject();
        QVERIFY(diagnosis.value(u"cause"_s).toString().startsWith(u"The certificate is for another name. You typed"_s));
        QCOMPARE(diagnosis.value(u"certainty"_s).toString(), u"known"_s);
        const QJsonObject remedy{{u"label"_s, u"Use smtp.acme.example"_s},
                                 {u"set"_s, QJsonObject{{u"hostname"_s, u"smtp.acme.example"_s}}}};
        QCOMPARE(diagnosis.value(u"remedies"_s).toArray(), QJsonArray{remedy});
    }

    void whatIsNotKnownIsNull()
    {
        Report made = report(Outcome::HostNotFound, Stage::Resolve);
        made.settings.path.clear();
        const QJsonObject json = toJson(made);
        for (const QString& name : {u"tls"_s, u"trust"_s, u"mechanism"_s, u"server"_s}) {
            QVERIFY2(json.contains(name), qPrintable(name));
            QVERIFY2(json.value(name).isNull(), qPrintable(name));
        }
        QVERIFY(json.value(u"target"_s).toObject().value(u"path"_s).isNull());
    }

    void theStoreThatVouchedIsNamed()
    {
        Report made = withErrors(report(Outcome::Succeeded, Stage::Login), {});
        made.trust->verdict = Verdict::Trusted;
        made.trust->store = TrustStore::User;
        made.learnt.mechanism = "PLAIN";
        const QJsonObject json = toJson(made);
        QCOMPARE(json.value(u"trust"_s).toObject().value(u"store"_s).toString(), u"user"_s);
        QCOMPARE(json.value(u"mechanism"_s).toString(), u"PLAIN"_s);
        QVERIFY(!QJsonDocument(json).toJson(QJsonDocument::Compact).contains('\n'));
    }

    void aPathCannotTurnTheText()
    {
        Report made = report(Outcome::HostNotFound, Stage::Resolve);
        made.settings.path = u"/Services/Out\x202e\x9bgoing"_s;
        const QString text = toText(made, false);
        QVERIFY(text.contains(u"/Services/Out<U+202E><U+009B>going: "_s));
        QVERIFY(!text.contains(QChar(0x202e)) && !text.contains(QChar(0x9b)));
    }

    void everyOutcomeAndStageHasAName()
    {
        QSet<QString> names;
        for (int i = 0; i <= int(Outcome::Cancelled); ++i)
            names += QString(nameOf(Outcome(i)));
        QCOMPARE(names.size(), 22);
        QVERIFY(names.contains(u"startTlsInjected"_s));
        QCOMPARE(QString(nameOf(Stage::StartTls)), u"starttls"_s);
        QCOMPARE(QString(nameOf(StageStatus::Skipped)), u"skipped"_s);
    }

    void textSaysTheVerdictFirstAndWhereItWasMadeFrom()
    {
        Report made = report(Outcome::StartTlsMissing, Stage::StartTls);
        made.unsavedSlots = {u"Port"_s, u"Use Ssl"_s};
        made.transcript = {{TranscriptLine::Direction::FromServer, std::chrono::milliseconds(12), u"220 hello"_s, false}};
        const QString text = toText(made, false);
        QVERIFY(text.startsWith(u"The server offers no encryption on port 587, so the test stopped.\n"_s));
        QVERIFY(text.contains(u"  • Test Use Ssl (Set Use Ssl, port 465)\n"_s));
        QVERIFY(text.contains(u"/Services/EmailService/Out: SMTP mail.acme.example:587, Use Start Tls"_s));
        QVERIFY(text.contains(u"from this computer, 10.0.4.7; the station's firewall, DNS and clock may differ"_s));
        QVERIFY(text.contains(u"Tested with unsaved changes: Port, Use Ssl."_s));
        QVERIFY(text.contains(u"1.5 ms"_s));
        QVERIFY(text.contains(QRegularExpression(u"Sign-in +not run +not reached\n"_s)));
        QVERIFY(!text.contains(u"220 hello"_s));
        QVERIFY(toText(made, true).contains(u"← 220 hello"_s));
    }

    void serverTextIsMadeSafeToShow_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QByteArray("220 hello") << u"220 hello"_s;
        QTest::newRow("controls") << QByteArray("a\r\n\t\0\x1b[2J\x7f", 10) << u"a␍␊␉␀␛[2J␡"_s;
        QTest::newRow("UTF-8") << QByteArray("gr\xc3\xbc\xc3\x9f") << u"grüß"_s;
        QTest::newRow("Latin-1") << QByteArray("gr\xfc\xdf") << u"grüß"_s;
        QTest::newRow("C1") << QByteArray("a\xc2\x85") << u"a<U+0085>"_s;
        QTest::newRow("bidi") << QByteArray("a\xe2\x80\xae"
                                            "b\xe2\x81\xa6")
                              << u"a<U+202E>b<U+2066>"_s;
        QTest::newRow("zero width") << QByteArray("a\xe2\x80\x8b") << u"a<U+200B>"_s;
        QTest::newRow("line separator") << QByteArray("a\xe2\x80\xa8") << u"a<U+2028>"_s;
        QTest::newRow("beyond the first plane") << QByteArray("\xf0\x9f\x98\x80\xf3\xa0\x80\x81") << u"😀<U+E0001>"_s;
        QTest::newRow("markup stays text") << QByteArray("<b>hi</b>") << u"<b>hi</b>"_s;
        QTest::newRow("empty") << QByteArray() << QString();
    }
    void serverTextIsMadeSafeToShow()
    {
        QFETCH(QByteArray, raw);
        QTEST(shownText(raw), "shown");
    }

    void serverTextIsCut()
    {
        QCOMPARE(shownText("abcde", 5), u"abcde"_s);
        QCOMPARE(shownText("abcdef", 5), u"abcd…"_s);
        QCOMPARE(shownText("abcdef", std::numeric_limits<qsizetype>::max()), u"abcdef"_s);
        QCOMPARE(shownText(QByteArray(1000000, 'x')).size(), 500);
        QByteArray umlauts;
        for (int i = 0; i < 1000; ++i)
            umlauts += "\xc3\xbc";
        QCOMPARE(shownText(umlauts, 10), u"ü"_s.repeated(9) + u'…');
        QVERIFY(shownText("\xf0\x9f\x98\x80\xf0\x9f\x98\x80", 3).endsWith(u'…'));
        QVERIFY(shownText(QByteArray(100, '\x85'), 20).size() <= 20);
    }
};

STATIONER_TEST(ReportTest)
#include "report_test.moc"
