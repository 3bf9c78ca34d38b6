// What stays of a test: as much as cannot be worked out again, and no word of a server's.

#include "testing/testnote.h"

#include "support/stationertest.h"
#include "support/testreports.h"

#include <QJsonDocument>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class TestNoteTest : public QObject {
    Q_OBJECT

    const TestCa m_ca{u"Acme Root CA"_s};

    static std::optional<TestNote> again(const TestNote& note) { return TestNote::read(note.path, note.write()); }

private slots:
    void saysHowItWentAndReadsBackAlike()
    {
        const Report report = signedIn(m_ca);
        const TestNote note = TestNote::of(report, Forecast::Unknown);
        QCOMPARE(note.path, report.settings.path);
        QCOMPARE(note.duration.count(), 212);
        QCOMPARE(note.isPasswordProven, std::optional(true));
        QCOMPARE(note.forecast, std::optional(Forecast::Unknown));
        QCOMPARE(note.certificateEnd, report.trust->sent.first().notAfter);
        QCOMPARE(note.reach->way, TestNote::Reach::Way::AsTheStation);
        QVERIFY(again(note) == note);
        Report failed;
        failed.outcome = Outcome::SettingInvalid;
        QVERIFY(again(TestNote::of(failed, std::nullopt)));
    }

    void hasNoWordOfTheServersAndOfTheCertificates()
    {
        const QByteArray json = QJsonDocument(TestNote::of(signedIn(m_ca), Forecast::Passes).write()).toJson();
        for (const char* word : {"server", "library", "Acme", "CN="})
            QVERIFY2(!json.contains(word), json);
    }

    void whoVouchedIsTheFirstThatTheServerDidNotSend()
    {
        Report report = signedIn(m_ca);
        QCOMPARE(TestNote::of(report, {}).voucher->sha256, m_ca.certificate().sha256());
        const TestCa middle = m_ca.issueCa(u"Acme Middle"_s);
        report.trust->built.insert(1, *certificateFacts(middle.der()));
        QCOMPARE(TestNote::of(report, {}).voucher->sha256, middle.certificate().sha256());
        report.trust->sent += *certificateFacts(middle.der());
        QCOMPARE(TestNote::of(report, {}).voucher->sha256, m_ca.certificate().sha256());
        QCOMPARE(TestNote::of(report, {}).voucher->path.size(), 3);
        report.trust->sent += *certificateFacts(m_ca.der());
        QCOMPARE(TestNote::of(report, {}).voucher->sha256, m_ca.certificate().sha256());
        report.trust->store.reset();
        QVERIFY(!TestNote::of(report, {}).voucher);
    }

    void aPasswordIsProvenBySigningInWithIt()
    {
        Report report = signedIn(m_ca);
        report.outcome = Outcome::ServerRefused; // at a later stage
        QCOMPARE(TestNote::of(report, {}).isPasswordProven, std::optional(true));
        report.credential = Credential::Token;
        QVERIFY(!TestNote::of(report, {}).isPasswordProven);
        report = signedIn(m_ca);
        report.stages.last().status = StageStatus::Skipped;
        QVERIFY(!TestNote::of(report, {}).isPasswordProven);
        report.stages.last().status = StageStatus::Failed;
        report.outcome = Outcome::TimedOut;
        QVERIFY(!TestNote::of(report, {}).isPasswordProven);
        report.outcome = Outcome::LoginRejected;
        QCOMPARE(TestNote::of(report, {}).isPasswordProven, std::optional(false));
    }

    void tellsHowTheServerWasReached()
    {
        using Way = TestNote::Reach::Way;
        Report report = signedIn(m_ca);
        report.attempts = {ConnectAttempt{report.addresses.first(), true, {}, {}}}; // by IPv6
        QVERIFY(TestNote::of(report, {}).reach == (TestNote::Reach{Way::OtherAddress, u"::9"_s, u"192.0.2.7"_s}));
        report.dialled = Endpoint{u"tunnel.example"_s, 1465};
        QVERIFY(TestNote::of(report, {}).reach == (TestNote::Reach{Way::OtherServer, u"tunnel.example:1465"_s, {}}));
        QVERIFY(again(TestNote::of(report, {}))->reach == TestNote::of(report, {}).reach);
        report.stages[2].status = StageStatus::Failed;
        QVERIFY(!TestNote::of(report, {}).reach);
    }

    void anyOtherValueIsAnotherOne()
    {
        const ConnectionSettings settings = signedIn(m_ca).settings;
        const TestedValues values = TestedValues::of(settings);
        ConnectionSettings other = settings;
        other.isEnabled = false;
        other.path = u"/elsewhere"_s;
        QVERIFY(TestedValues::of(other) == values);
        other.replyTo = u"a@b"_s;
        QVERIFY(TestedValues::of(other) != values);
        QVERIFY(TestedValues::of(other).isSameServer(values));
        other.server.port = 993;
        QVERIFY(!TestedValues::of(other).isSameServer(values));
    }

    void whatIsNotOfItsTypeIsDamaged_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        for (const char* field :
             {"time", "ms", "protocol", "security", "host", "port", "user", "values", "depth", "outcome"})
            QTest::addRow("no %s", field) << QString::fromLatin1(field) << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("time") << u"time"_s << QJsonValue(u"today"_s);
        QTest::newRow("ms") << u"ms"_s << QJsonValue(-1);
        QTest::newRow("port") << u"port"_s << QJsonValue(65536);
        QTest::newRow("host") << u"host"_s << QJsonValue(QString(2000, u'a'));
        QTest::newRow("outcome") << u"outcome"_s << QJsonValue(u"perfect"_s);
        QTest::newRow("password") << u"passwordProven"_s << QJsonValue(u"yes"_s);
        QTest::newRow("station") << u"station"_s << QJsonValue(u"maybe"_s);
        QTest::newRow("voucher") << u"voucher"_s << QJsonValue(QJsonObject{{u"sha256"_s, u"ab"_s}});
        QTest::newRow("reached") << u"reached"_s << QJsonValue(QJsonObject{{u"way"_s, u"by foot"_s}});
    }
    void whatIsNotOfItsTypeIsDamaged()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QJsonObject object = TestNote::of(signedIn(m_ca), Forecast::Passes).write();
        object[field] = value;
        QVERIFY(!TestNote::read(u"/a"_s, object));
    }

    void textOfAnyLengthIsReadAgain()
    {
        Report report = signedIn(m_ca);
        report.settings.server.host = QString(5000, u'a');
        report.settings.account = QString(5000, u'b');
        QVERIFY(again(TestNote::of(report, {})));
    }
};

STATIONER_TEST(TestNoteTest)
#include "testnote_test.moc"
