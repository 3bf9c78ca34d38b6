#pragma once

#include "activewindow.h"
#include "items/testmodel.h"
#include "views/common/theme.h"
#include "views/common/wishes.h"
#include "views/connection/testpanel.h"

#include <QApplication>
#include <QTest>

#include <memory>

namespace stationer::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

inline constexpr SlotId shownAccount{7};

inline StageRecord passed(Stage stage, std::chrono::nanoseconds begin, std::chrono::nanoseconds duration,
                          const QString& detail = {})
{
    return {stage, StageStatus::Passed, begin, duration, detail};
}

inline StageRecord skipped(Stage stage, const QString& detail)
{
    return {stage, StageStatus::Skipped, 0ns, 0ns, detail};
}

/// A test that signed in by STARTTLS.
inline Report passedReport()
{
    using Direction = TranscriptLine::Direction;
    Report report;
    report.settings.protocol = Protocol::Smtp;
    report.settings.security = SecurityMode::StartTls;
    report.settings.server = {u"smtp.acme.example"_s, 587};
    report.settings.account = u"alarms@acme.example"_s;
    report.depth = Depth::Login;
    report.outcome = Outcome::Succeeded;
    report.stage = Stage::Login;
    report.began = QDateTime(QDate(2026, 11, 23), QTime(14, 2, 7));
    report.duration = 212ms;
    report.from = u"10.0.4.7"_s;
    report.attempts = {{QHostAddress(u"2001:db8::7"_s), false, u"Network unreachable"_s, 1ms},
                       {QHostAddress(u"192.0.2.7"_s), true, {}, 12ms},
                       {QHostAddress(u"192.0.2.8"_s), false, {}, 3ms}};
    report.tls = TlsFacts{u"TLSv1.3"_s, u"TLS_AES_256_GCM_SHA384"_s};
    report.stages = {passed(Stage::Settings, 0ns, 200us),
                     passed(Stage::Resolve, 200us, 31ms, u"2001:db8::7, 192.0.2.7"_s),
                     passed(Stage::Connect, 31ms, 24ms, u"192.0.2.7:587"_s),
                     passed(Stage::Greeting, 55ms, 40ms, u"220 smtp.acme.example ESMTP ready"_s),
                     passed(Stage::StartTls, 95ms, 14ms),
                     passed(Stage::Tls, 109ms, 31ms, u"TLSv1.3, TLS_AES_256_GCM_SHA384"_s),
                     passed(Stage::Identity, 140ms, 2ms, u"trusted, system"_s),
                     passed(Stage::Capabilities, 142ms, 14ms, u"AUTH SCRAM-SHA-256 PLAIN LOGIN, SIZE 52428800"_s),
                     passed(Stage::Login, 156ms, 56ms, u"SCRAM-SHA-256"_s)};
    report.learnt.greeting = "220 smtp.acme.example ESMTP ready";
    report.learnt.capabilitiesBeforeTls = {"PIPELINING", "SIZE 52428800", "STARTTLS", "8BITMIME"};
    report.learnt.capabilitiesAfterTls = {"PIPELINING", "SIZE 52428800", "AUTH SCRAM-SHA-256 PLAIN LOGIN GSSAPI",
                                          "8BITMIME"};
    report.learnt.mechanismsAfterTls = {"SCRAM-SHA-256-PLUS", "SCRAM-SHA-256", "PLAIN", "LOGIN", "GSSAPI"};
    report.learnt.mechanism = "SCRAM-SHA-256";
    report.learnt.mechanismNotes = {{"SCRAM-SHA-256-PLUS", MechanismFate::NeedsBinding},
                                    {"SCRAM-SHA-256", MechanismFate::Used},
                                    {"PLAIN", MechanismFate::Weaker},
                                    {"LOGIN", MechanismFate::Weaker},
                                    {"GSSAPI", MechanismFate::NotSpoken}};
    report.transcript = {{Direction::Note, 0ms, u"192.0.2.7:587"_s, false},
                         {Direction::FromServer, 95ms, u"220 smtp.acme.example ESMTP ready"_s, false},
                         {Direction::ToServer, 95ms, u"EHLO [10.0.4.7]"_s, false},
                         {Direction::FromServer, 109ms, u"250-STARTTLS"_s, false},
                         {Direction::ToServer, 109ms, u"STARTTLS"_s, false},
                         {Direction::FromServer, 109ms, u"220 go ahead"_s, false},
                         {Direction::Note, 140ms, u"TLSv1.3, TLS_AES_256_GCM_SHA384"_s, false},
                         {Direction::ToServer, 142ms, u"EHLO [10.0.4.7]"_s, true},
                         {Direction::FromServer, 156ms, u"250 AUTH SCRAM-SHA-256 PLAIN LOGIN"_s, true},
                         {Direction::ToServer, 157ms, u"AUTH SCRAM-SHA-256 ••••••••"_s, true},
                         {Direction::FromServer, 212ms, u"235 2.7.0 welcome"_s, true}};
    Judgement judgement;
    judgement.verdict = Verdict::Trusted;
    judgement.store = TrustStore::System;
    CertificateFacts leaf;
    leaf.subject = u"CN=smtp.acme.example"_s;
    leaf.commonName = u"smtp.acme.example"_s;
    leaf.issuer = u"CN=Acme Issuing CA 3,O=Acme Holdings"_s;
    leaf.issuerName = u"Acme Issuing CA 3"_s;
    leaf.dnsNames = {u"smtp.acme.example"_s, u"mail.acme.example"_s};
    leaf.notBefore = QDateTime(QDate(2026, 9, 1), QTime(0, 0), Qt::UTC);
    leaf.notAfter = QDateTime(QDate(2027, 3, 12), QTime(0, 0), Qt::UTC);
    leaf.keyAlgorithm = u"EC P-256"_s;
    leaf.signatureAlgorithm = u"ecdsa-with-SHA256"_s;
    leaf.sha256 = QByteArray("598d23a839db5e1d1b1c12e72761401915bf83c6f9275620e209f212cc63096c");
    judgement.sent = {leaf};
    judgement.built = {leaf};
    report.trust = judgement;
    return report;
}

/// The same server, whose certificate nobody vouches for.
inline Report challengedReport()
{
    Report report = passedReport();
    report.outcome = Outcome::CertificateChallenged;
    report.stage = Stage::Identity;
    report.began = report.began.addSecs(1800);
    report.duration = 144ms;
    report.trust->verdict = Verdict::Challenged;
    report.trust->store.reset();
    report.trust->errors = {{TrustError::UnknownRoot, 0, {}}};
    report.trust->sent.first().sha256 = QByteArray("0a8d23a839db5e1d1b1c12e72761401915bf83c6f9275620e209f212cc63096c");
    report.stages[6] = {Stage::Identity, StageStatus::Failed, 140ms, 2ms, u"challenged: unknownRoot"_s};
    report.stages[7] = skipped(Stage::Capabilities, u"identity"_s);
    report.stages[8] = skipped(Stage::Login, u"identity"_s);
    report.learnt.capabilitiesAfterTls.clear();
    report.learnt.mechanismsAfterTls.clear();
    report.learnt.mechanismNotes.clear();
    report.learnt.mechanism.clear();
    report.transcript = report.transcript.first(7);
    return report;
}

inline Report refusedLoginReport()
{
    Report report = passedReport();
    report.outcome = Outcome::LoginRejected;
    report.duration = 3s;
    report.stages.last() = {Stage::Login, StageStatus::Failed, 156ms, 2844ms, u"535 5.7.8 Authentication failed"_s};
    report.failure = DialogueFailure{Fault::LoginRejected, Phase::Login, "535 5.7.8", "Authentication failed", {}};
    report.transcript.last().text = u"535 5.7.8 Authentication failed"_s;
    return report;
}

inline Report wrongModeReport()
{
    Report report;
    report.settings = passedReport().settings;
    report.settings.server.port = 465;
    report.settings.security = SecurityMode::StartTls;
    report.outcome = Outcome::WrongMode;
    report.speaks = SecurityMode::Ssl;
    report.answeredBy = Service::Tls;
    report.stage = Stage::Greeting;
    report.began = passedReport().began;
    report.duration = 3063ms;
    report.attempts = {{QHostAddress(u"192.0.2.7"_s), true, {}, 12ms}};
    report.stages = {passed(Stage::Settings, 0ns, 200us),
                     passed(Stage::Resolve, 200us, 31ms, u"192.0.2.7"_s),
                     passed(Stage::Connect, 31ms, 12ms, u"192.0.2.7:465"_s),
                     {Stage::Greeting, StageStatus::Failed, 43ms, 3020ms, u"wrongMode"_s}};
    for (const Stage stage : {Stage::StartTls, Stage::Tls, Stage::Identity, Stage::Capabilities, Stage::Login})
        report.stages += skipped(stage, u"greeting"_s);
    report.libraryText = u"nothing was said for 3000 ms; a TLS hello was answered"_s;
    report.transcript = {{TranscriptLine::Direction::Note, 43ms, u"192.0.2.7:465"_s, false}};
    return report;
}

/// The test panel by itself, with reports made by hand.
class ShownPanel {
protected:
    template <class Widget>
    Widget* named(const QString& name)
    {
        return m_panel->findChild<Widget*>(name);
    }
    void open(QSize size = QSize(820, 420))
    {
        m_stages = std::make_unique<TestModel>();
        m_panel = std::make_unique<TestPanel>(*m_stages, m_wishes);
        m_panel->resize(size);
        m_panel->setAccount(shownAccount, passedReport().settings, {});
        QVERIFY(showActive(*m_panel));
    }
    void show(const Report& report, const Report* earlier = nullptr, bool isCurrent = true)
    {
        m_stages->show(report, earlier);
        m_panel->showReport(report, isCurrent, earlier);
        QTest::qWait(20); // layouts follow through the event loop
    }

    Theme m_theme{*qApp};
    Wishes m_wishes;
    std::unique_ptr<TestModel> m_stages;
    std::unique_ptr<TestPanel> m_panel;
};

} // namespace stationer::test
