#pragma once

#include "connection/report.h"

namespace stationer::test {

inline CertificateFacts certificate(const QString& name, const QString& issuer)
{
    CertificateFacts facts;
    facts.subject = QStringLiteral("CN=") + name;
    facts.commonName = name;
    facts.issuer = QStringLiteral("CN=") + issuer;
    facts.issuerName = issuer;
    facts.dnsNames = {name};
    facts.notBefore = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    facts.notAfter = QDateTime(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC);
    facts.sha256 = QByteArray(64, 'a');
    facts.keyAlgorithm = QStringLiteral("RSA");
    facts.keyBits = 1024;
    facts.signatureAlgorithm = QStringLiteral("sha1WithRSAEncryption");
    return facts;
}

/// A report of a test of mail.acme.example on the mode's port, by bob, on 2026-11-23 at noon, that ended like this.
inline Report report(Outcome outcome, Stage stage, SecurityMode security = SecurityMode::StartTls,
                     Protocol protocol = Protocol::Smtp, int port = 587)
{
    Report report;
    report.settings.protocol = protocol;
    report.settings.security = security;
    report.settings.server = {QStringLiteral("mail.acme.example"), quint16(port)};
    report.settings.account = QStringLiteral("bob");
    report.settings.path = QStringLiteral("/Services/EmailService/Out");
    report.depth = Depth::Login;
    report.outcome = outcome;
    report.stage = stage;
    report.began = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    report.from = QStringLiteral("10.0.4.7");
    bool isReached = true;
    for (const Stage one : {Stage::Settings, Stage::Resolve, Stage::Connect, Stage::Greeting, Stage::StartTls, Stage::Tls,
                            Stage::Identity, Stage::Capabilities, Stage::Login, Stage::Envelope, Stage::Message}) {
        if ((one == Stage::Envelope || one == Stage::Message) && one != stage)
            continue;
        StageRecord record;
        record.stage = one;
        const bool isLast = one == stage;
        record.status = !isReached                                ? StageStatus::Skipped
                        : isLast && outcome != Outcome::Succeeded ? StageStatus::Failed
                                                                  : StageStatus::Passed;
        record.duration = std::chrono::microseconds(1500);
        record.detail = isReached ? QString() : QString(nameOf(stage));
        isReached = isReached && !isLast;
        report.stages += record;
    }
    if (security != SecurityMode::None && stage >= Stage::Identity)
        report.tls = TlsFacts{QStringLiteral("TLSv1.3"), QStringLiteral("TLS_AES_256_GCM_SHA384")};
    return report;
}

inline Report withAnswer(Report report, Fault fault, const QByteArray& code, const QByteArray& text)
{
    report.failure = DialogueFailure{fault, Phase::Greeting, code, text, std::nullopt};
    return report;
}

inline Report withErrors(Report report, const QList<TrustFinding>& errors)
{
    Judgement judgement;
    judgement.errors = errors;
    judgement.sent = {certificate(QStringLiteral("mail.acme.example"), QStringLiteral("Acme Root CA"))};
    judgement.built = judgement.sent;
    report.trust = judgement;
    return report;
}

inline Report challenged(TrustError error)
{
    return withErrors(report(Outcome::CertificateChallenged, Stage::Identity), {{error, 0, {}}});
}

} // namespace stationer::test
