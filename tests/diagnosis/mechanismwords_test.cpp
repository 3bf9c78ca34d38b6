#include "diagnosis/diagnosis.h"
#include "diagnosis/mechanismwords.h"
#include "diagnosis/reportjson.h"
#include "diagnosis/reporttext.h"
#include "mail/sasl.h"
#include "support/stationertest.h"

#include <QJsonArray>
#include <QtTest>

using namespace stationer;
using namespace Qt::StringLiterals;

namespace {

Report signedIn(Protocol protocol, const QByteArray& by, const QByteArrayList& offered)
{
    Report report;
    report.settings.protocol = protocol;
    report.settings.security = SecurityMode::Ssl;
    report.settings.account = u"bob"_s;
    report.outcome = Outcome::Succeeded;
    report.tls = TlsFacts{u"TLSv1.3"_s, u"TLS_AES_256_GCM_SHA384"_s};
    report.learnt.mechanism = by;
    report.learnt.mechanismsAfterTls = offered;
    return report;
}

} // namespace

/// What a report says of the mechanisms.
class MechanismWordsTest : public QObject {
    Q_OBJECT
private slots:
    void whatAStationLacksProvesOnlyThisProgram_data();
    void whatAStationLacksProvesOnlyThisProgram();
    void everyNoteStandsInTheJson();
    void tls13SaysWhyNothingWasBound();
    void aCertificateThatWasNotUsedIsSpokenOf();
};

void MechanismWordsTest::whatAStationLacksProvesOnlyThisProgram_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<QByteArray>("by");
    QTest::addColumn<QByteArray>("offered");
    QTest::addColumn<QByteArray>("capabilities");
    QTest::addColumn<bool>("isSaid");
    const auto row = [](const char* name, Protocol protocol, const QByteArray& by, const QByteArray& offered, bool isSaid,
                        const QByteArray& capabilities = {}) {
        QTest::newRow(name) << protocol << by << offered << capabilities << isSaid;
    };
    row("SCRAM alone", Protocol::Smtp, "SCRAM-SHA-256", "SCRAM-SHA-256 NTLM", true);
    row("a token", Protocol::Smtp, "XOAUTH2", "XOAUTH2", true);
    row("PLAIN is there", Protocol::Smtp, "SCRAM-SHA-256", "SCRAM-SHA-256 plain", false);
    row("LOGIN is there", Protocol::Smtp, "CRAM-MD5", "LOGIN CRAM-MD5", false);
    row("by PLAIN", Protocol::Smtp, "PLAIN", "PLAIN", false);
    row("no login", Protocol::Smtp, "", "SCRAM-SHA-256", false);
    row("USER is there", Protocol::Pop3, "SCRAM-SHA-1", "SCRAM-SHA-1 USER", false);
    row("APOP alone", Protocol::Pop3, "APOP", "APOP", true);
    row("the LOGIN command is there", Protocol::Imap, "EXTERNAL", "EXTERNAL", false);
    row("the LOGIN command is disabled", Protocol::Imap, "EXTERNAL", "EXTERNAL", true, "LOGINDISABLED");
}

void MechanismWordsTest::whatAStationLacksProvesOnlyThisProgram()
{
    QFETCH(Protocol, protocol);
    QFETCH(QByteArray, by);
    QFETCH(QByteArray, offered);
    QFETCH(QByteArray, capabilities);
    QFETCH(bool, isSaid);
    Report report = signedIn(protocol, by, offered.split(' '));
    report.learnt.capabilitiesAfterTls = capabilities.split(' ');
    QCOMPARE(provesOnlyThisProgram(report), isSaid);
    QCOMPARE(diagnose(report).body.contains(provesOnlyThisProgramText(report)), isSaid);
    report.outcome = Outcome::LoginRejected;
    QVERIFY(!provesOnlyThisProgram(report));
}

void MechanismWordsTest::everyNoteStandsInTheJson()
{
    Report report = signedIn(Protocol::Smtp, "PLAIN", {"PLAIN", "XOAUTH2"});
    report.learnt.mechanismNotes = {{"PLAIN", MechanismFate::Used}, {"XOAUTH2", MechanismFate::NeedsToken}};
    const QJsonArray notes = toJson(report)[u"mechanisms"_s][u"notes"_s].toArray();
    QCOMPARE(notes.size(), 2);
    QCOMPARE(notes[0][u"name"_s].toString(), u"PLAIN"_s);
    QCOMPARE(notes[0][u"fate"_s].toString(), u"used"_s);
    QCOMPARE(notes[1][u"fate"_s].toString(), u"needsToken"_s);
    QCOMPARE(notes[1][u"text"_s].toString(), describe(report.learnt.mechanismNotes.last(), report));
    QVERIFY(toText(report, false).contains(u"XOAUTH2: needs a token"_s));
}

void MechanismWordsTest::tls13SaysWhyNothingWasBound()
{
    Report report = signedIn(Protocol::Smtp, "SCRAM-SHA-256", {"SCRAM-SHA-256", "SCRAM-SHA-256-PLUS"});
    const MechanismNote used{"SCRAM-SHA-256", MechanismFate::Used};
    const MechanismNote bound{"SCRAM-SHA-256-PLUS", MechanismFate::NeedsBinding};
    QVERIFY(describe(used, report).contains(u"TLS 1.3"_s));
    QVERIFY(describe(bound, report).contains(u"TLSv1.3"_s));
    report.tls->version = u"TLSv1.2"_s;
    QCOMPARE(describe(used, report), u"used"_s);
    QVERIFY(describe(bound, report).contains(u"certificate"_s));
    report.tls.reset();
    QVERIFY(describe(bound, report).contains(u"clear"_s));
}

void MechanismWordsTest::aCertificateThatWasNotUsedIsSpokenOf()
{
    Report report = signedIn(Protocol::Smtp, {}, {"PLAIN"});
    report.outcome = Outcome::CapabilityMissing;
    report.stage = Stage::Login;
    QVERIFY(whyCertificateWasNotUsed(report).isEmpty());
    report.credential = Credential::ClientCertificate;
    QVERIFY(whyCertificateWasNotUsed(report).contains(u"EXTERNAL"_s));
    QVERIFY(diagnose(report).body.contains(whyCertificateWasNotUsed(report)));
}

STATIONER_TEST(MechanismWordsTest)
#include "mechanismwords_test.moc"
