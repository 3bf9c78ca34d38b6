#include "reports.h"

#include "catalogue/change.h"
#include "catalogue/portrules.h"
#include "connection/connectiontest.h"
#include "diagnosis/diagnosis.h"
#include "diagnosis/reporttext.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QtTest>

#include <functional>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Every way a report can have ended, at every stage, in every mode and protocol, on standard ports and on another.
void forEveryReport(const std::function<void(const Report&)>& look)
{
    for (int outcome = 0; outcome <= int(Outcome::Cancelled); ++outcome)
        for (int stage = 0; stage <= int(Stage::Message); ++stage)
            for (const SecurityMode mode : allSecurityModes)
                for (const Protocol protocol : allProtocols)
                    for (const int port : {standardPort(protocol, SecurityMode::None), standardPort(protocol, mode), 2525}) {
                        Report made = report(Outcome(outcome), Stage(stage), mode, protocol, port);
                        if (made.outcome == Outcome::CertificateChallenged) {
                            made.trust = challenged(TrustError::HostMismatch).trust;
                            made.trust->sent.first().dnsNames = {u"smtp.acme.example"_s};
                        }
                        made.answeredBy = protocol == Protocol::Pop3 ? Service::Imap : Service::Pop3;
                        for (const SecurityMode speaks : allSecurityModes) {
                            if (speaks == mode) // a port that speaks the mode that was set is no wrong one
                                continue;
                            made.speaks = speaks;
                            look(made);
                            if (QTest::currentTestFailed())
                                return;
                            if (made.outcome != Outcome::WrongMode)
                                break;
                        }
                    }
}

QByteArray stationFor(const ConnectionSettings& settings)
{
    QByteArray lines = value("hostname", settings.server.host.toLatin1()) +
                       value("port", QByteArray::number(settings.server.port)) + value("account", "bob");
    if (settings.security == SecurityMode::Ssl)
        lines += value("useSsl", "true");
    if (settings.security == SecurityMode::StartTls)
        lines += value("useStartTls", "true");
    if (settings.protocol == Protocol::Imap)
        lines += value("store", "imap");
    return smallStation(settings.protocol == Protocol::Smtp ? outgoing(lines) : incoming(lines));
}

} // namespace

/// What holds for every diagnosis there is.
class DiagnosisRulesTest : public QObject {
    Q_OBJECT
private slots:
    void everyRemedyIsOneChangeThatCanBePlanned()
    {
        int planned = 0;
        forEveryReport([&planned](const Report& given) {
            const QList<Remedy> remedies = diagnose(given).remedies;
            if (remedies.isEmpty())
                return;
            Result<Document, OpenFault> document = Document::fromXml(stationFor(given.settings));
            QVERIFY(document);
            const SlotId account = document.value().find(
                given.settings.protocol == Protocol::Smtp ? u"/Services/EmailService/Out" : u"/Services/EmailService/In");
            for (const Remedy& remedy : remedies) {
                QList<Assignment> assignments;
                for (auto slot = remedy.set.cbegin(); slot != remedy.set.cend(); ++slot)
                    assignments += Assignment{slot.key(), slot.value()};
                const Result<Change, ChangeFault> change = planChange(document.value(), account, assignments);
                QVERIFY2(change, qPrintable(remedy.label));
                QVERIFY2(!change.value().moved.isEmpty(), qPrintable(remedy.label)); // a button that changes nothing is none
                ++planned;
            }
        });
        QVERIFY(planned > 500);
    }

    void noHeadlineIsLongAndNoWordIsMarkup()
    {
        forEveryReport([](const Report& given) {
            const Diagnosis diagnosis = diagnose(given);
            QVERIFY2(diagnosis.headline.size() <= 100, qPrintable(diagnosis.headline));
            QVERIFY2(!diagnosis.headline.contains(u'\n'), qPrintable(diagnosis.headline));
            QVERIFY2(!diagnosis.cause().contains(QRegularExpression(u"[<>&]"_s)), qPrintable(diagnosis.cause()));
            QVERIFY2(!diagnosis.cause().contains(u"TLS TLS"_s), qPrintable(diagnosis.cause()));
        });
    }

    void theLibrarysWordsAreForTheDetailsAlone()
    {
        const QString raw = u"error:0A00010B:SSL routines::unsupported protocol handshake failure certificate required"_s;
        forEveryReport([&raw](Report given) {
            given.libraryText = raw;
            QVERIFY(!diagnose(given).cause().contains(u"0A00010B"_s));
            QVERIFY(toText(given, false).contains(raw));
        });
    }

    void eachChallengeEndsWithThePassword()
    {
        for (int error = 0; error <= int(TrustError::Other); ++error) {
            Report made = challenged(TrustError(error));
            made.attempts = {{QHostAddress(u"2001:db8::7"_s), false, u"Network unreachable"_s, 1ms},
                             {QHostAddress(u"192.0.2.7"_s), true, {}, 1ms}};
            made.learnt.greeting = "220 *****************";
            const QString body = diagnose(made).body;
            QVERIFY2(body.contains(u"2001:db8::7"_s) && body.contains(u"asterisks"_s), qPrintable(body));
            QVERIFY2(body.endsWith(u"\nYour password was not sent."_s), qPrintable(body));
            QCOMPARE(body.count(u"Your password was not sent."_s), 1);
        }
    }

    void aWrongModeIsNamedWithinFiveSeconds()
    {
        // Silence, and then the probe; or the whole probe at once, where there was no silence.
        const Limits limits;
        QCOMPARE(limits.counterProbe, 3s);
        QVERIFY(limits.counterProbe + limits.counterProbe * 3 / 5 <= 5s);
        QVERIFY(limits.counterProbe * 8 / 5 <= 5s);
    }

    void bannersAreNoMasks_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::addColumn<QByteArrayList>("offered");
        QTest::addColumn<bool>("isMasked");
        const QByteArrayList plain{"SIZE 1000", "STARTTLS"};
        QTest::newRow("asterisks") << "220 ****************0*2******0***********************"_ba << plain << true;
        QTest::newRow("X's") << "220 XXXXXXXXXXXXXXXXXXX"_ba << plain << true;
        QTest::newRow("keyword") << "220 mx ESMTP"_ba << QByteArrayList{"XXXXXXXA", "SIZE 1000"} << true;
        QTest::newRow("decoration") << "220 **** mx.acme.example, authorised users only ****"_ba << plain << false;
        QTest::newRow("plain") << "220 mx ESMTP"_ba << QByteArrayList{"XCLIENT NAME", "XFORWARD", "X-EXPS"} << false;
        QTest::newRow("empty") << QByteArray() << QByteArrayList() << false;
    }
    void bannersAreNoMasks()
    {
        QFETCH(QByteArray, greeting);
        QFETCH(QByteArrayList, offered);
        QFETCH(bool, isMasked);
        Report made = report(Outcome::StartTlsMissing, Stage::StartTls);
        made.learnt.greeting = greeting;
        made.learnt.capabilitiesBeforeTls = offered;
        QCOMPARE(diagnose(made).body.contains(u"asterisks or X's"_s), isMasked);
    }

    void aWrongClockShows()
    {
        const auto expired = [] {
            Report made = challenged(TrustError::Expired);
            made.trust->sent.first().notAfter = made.began.addDays(-12);
            made.trust->built = made.trust->sent;
            return made;
        };
        QVERIFY(!diagnose(expired()).body.contains(u"by its own clock"_s));
        Report told = expired();
        told.learnt.greeting = "220 mx ESMTP Exim 4.96 Wed, 14 Oct 2026 12:00:00 +0200";
        QVERIFY(diagnose(told).body.contains(
            u"The server's clock says 2026-10-14 10:00, and by that the certificate is valid"_s));
        told.learnt.greeting = "220 mx ESMTP Exim 4.96 Mon, 23 Nov 2026 12:00:00 +0000"; // the same day
        QVERIFY(!diagnose(told).body.contains(u"The server's clock"_s));
        Report whole = expired();
        whole.trust->built += whole.trust->sent;
        QVERIFY(diagnose(whole).body.contains(u"not one certificate of the chain is valid"_s));
        Report old = challenged(TrustError::NotYetValid);
        old.began = QDateTime(QDate(1970, 1, 1), QTime(0, 3), Qt::UTC);
        QVERIFY(diagnose(old).body.contains(u"This computer's clock is certainly wrong."_s));
    }

    void aScannerThatThisComputerTrustsIsNamed()
    {
        Report made = withErrors(report(Outcome::Succeeded, Stage::Login), {});
        made.trust->verdict = Verdict::Trusted;
        QVERIFY(!diagnose(made).body.contains(u"virus scanner"_s));
        made.trust->sent = {certificate(u"mail.acme.example"_s, u"Zscaler Root CA"_s)};
        made.trust->built = made.trust->sent;
        QVERIFY(diagnose(made).body.contains(u"«Zscaler Root CA» looks like a virus scanner"_s));
    }

    void whatTheServerSaysIsCutAndVisible()
    {
        Report made = withAnswer(report(Outcome::LoginRejected, Stage::Login), Fault::LoginRejected, "535 5.7.8",
                                 "\x1b[2J\0\xe2\x80\xae<b>"_ba + QByteArray(100000, 'x'));
        made.settings.account = QString(100000, u'y');
        const QString body = diagnose(made).body;
        QVERIFY(body.size() < 1200);
        QVERIFY2(body.contains(u"␛[2J␀<U+202E><b>xxx"_s), qPrintable(body));
        for (const QChar c : body)
            QVERIFY(c == u'\n' || c.category() != QChar::Other_Control);
    }

    void whatElseHelpsIsOffered()
    {
        using A = QList<Answer>;
        const auto answers = [](Outcome outcome, Stage stage) { return diagnose(report(outcome, stage)).answers; };
        QCOMPARE(answers(Outcome::WrongMode, Stage::Tls), A{Answer::FindSettings});
        QCOMPARE(answers(Outcome::StartTlsMissing, Stage::StartTls), A{Answer::FindSettings});
        QCOMPARE(answers(Outcome::CertificateChallenged, Stage::Identity), A{Answer::ReviewCertificate});
        QCOMPARE(answers(Outcome::CertificateRejected, Stage::Identity), A{Answer::ReviewCertificate});
        QCOMPARE(answers(Outcome::LoginRejected, Stage::Login), (A{Answer::EnterPassword, Answer::EditAccount}));
        QCOMPARE(answers(Outcome::Succeeded, Stage::Login), A{Answer::TestSending});
        QCOMPARE(answers(Outcome::Succeeded, Stage::Envelope), A());
        const Remedy stripped = diagnose(report(Outcome::StartTlsMissing, Stage::StartTls)).remedies.first();
        QCOMPARE(stripped.label, u"Test Use Ssl"_s);
        QVERIFY(stripped.testsAtOnce);
        QCOMPARE(stripped.labelOfChange, u"Set Use Ssl, port 465"_s);
    }

    void theHandshakesEndSaysWhy_data()
    {
        QTest::addColumn<QString>("library");
        QTest::addColumn<QString>("headline");
        QTest::newRow("client certificate")
            << u"ssl/tls alert certificate required"_s << u"The server wants a certificate from whoever connects."_s;
        QTest::newRow("name") << u"tlsv1 unrecognized name"_s << u"The server does not go by the name mail.acme.example."_s;
        QTest::newRow("weak key") << u"dh key too small"_s
                                  << u"The server and this computer found no safe way to encrypt."_s;
        QTest::newRow("anything else") << u"internal error"_s << u"The encrypted connection could not be set up."_s;
    }
    void theHandshakesEndSaysWhy()
    {
        QFETCH(QString, library);
        Report made = report(Outcome::TlsFailed, Stage::Tls);
        made.libraryText = library;
        QTEST(diagnose(made).headline, "headline");
        QVERIFY(diagnose(made).body.endsWith(u"Your password was not sent."_s));
    }
};

STATIONER_TEST(DiagnosisRulesTest)
#include "diagnosisrules_test.moc"
