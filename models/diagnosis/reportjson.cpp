#include "diagnosis/reportjson.h"

#include "diagnosis/diagnosis.h"
#include "diagnosis/mechanismwords.h"

#include "connection/showntext.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// Milliseconds with three decimals.
double milliseconds(std::chrono::nanoseconds duration)
{
    return std::round(double(duration.count()) / 1000.0) / 1000.0;
}

QJsonArray texts(const QByteArrayList& raw)
{
    QJsonArray array;
    for (const QByteArray& one : raw)
        array += shownText(one);
    return array;
}

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject targetJson(const Report& report)
{
    const ConnectionSettings& settings = report.settings;
    QJsonObject object{{u"path"_s, orNull(report.path())},
                       {u"protocol"_s, nameOf(settings.protocol)},
                       {u"host"_s, settings.server.host},
                       {u"port"_s, settings.server.port},
                       {u"security"_s, nameOf(settings.security)}};
    if (report.alarm)
        object[u"account"_s] = orNull(settings.path);
    return object;
}

QJsonArray stages(const Report& report)
{
    QJsonArray array;
    for (const StageRecord& record : report.stages) {
        QJsonObject stage{{u"name"_s, nameOf(record.stage)},
                          {u"status"_s, nameOf(record.status)},
                          {u"ms"_s, milliseconds(record.duration)},
                          {u"detail"_s, record.detail}};
        if (record.stage == Stage::Arrival && report.alarm)
            stage[u"code"_s] = QString::fromLatin1(report.alarm->code);
        array += stage;
    }
    return array;
}

/// Of those that were not asked for nothing is known.
QJsonArray recipientsJson(const Report& report)
{
    QJsonArray array;
    for (qsizetype i = 0; report.alarm && i < report.alarm->addressees.size(); ++i) {
        const Addressee& one = report.alarm->addressees[i];
        const bool isAsked = i < report.learnt.recipients.size();
        const RecipientAnswer answer = isAsked ? report.learnt.recipients[i] : RecipientAnswer();
        array += QJsonObject{{u"address"_s, one.address},
                             {u"role"_s, one.role},
                             {u"accepted"_s, isAsked ? QJsonValue(answer.isAccepted) : QJsonValue()},
                             {u"code"_s, isAsked ? QJsonValue(shownText(answer.code)) : QJsonValue()}};
    }
    return array;
}

QJsonArray attempts(const QList<ConnectAttempt>& tried)
{
    QJsonArray array;
    for (const ConnectAttempt& attempt : tried)
        array += QJsonObject{{u"address"_s, attempt.address.toString()},
                             {u"succeeded"_s, attempt.succeeded},
                             {u"error"_s, orNull(attempt.error)},
                             {u"ms"_s, milliseconds(attempt.duration)}};
    return array;
}

QJsonValue token(const std::optional<TokenStory>& story)
{
    if (!story || !story->claims)
        return {};
    const TokenClaims& claims = *story->claims;
    QJsonArray roles;
    for (const QString& role : claims.roles)
        roles += shownText(role.toUtf8());
    const auto shown = [](const QString& text) { return orNull(shownText(text.toUtf8(), 2000)); };
    return QJsonObject{{u"issuer"_s, shown(claims.issuer)},
                       {u"audience"_s, shown(claims.audience)},
                       {u"scope"_s, shown(claims.scope)},
                       {u"roles"_s, roles},
                       {u"expires"_s, orNull(claims.expires)}};
}

QJsonValue tls(const std::optional<TlsFacts>& facts)
{
    if (!facts)
        return {};
    return QJsonObject{{u"version"_s, facts->version}, {u"cipher"_s, facts->cipher}};
}

QJsonValue trust(const std::optional<Judgement>& judgement)
{
    if (!judgement)
        return {};
    QJsonArray errors;
    for (const TrustFinding& finding : judgement->errors)
        errors += QJsonObject{{u"code"_s, nameOf(finding.error)}, {u"depth"_s, finding.depth}};
    QJsonArray chain;
    for (const CertificateFacts& certificate : judgement->sent)
        chain += QJsonObject{{u"sha256"_s, QString::fromLatin1(certificate.sha256)},
                             {u"subject"_s, certificate.subject},
                             {u"issuer"_s, certificate.issuer},
                             {u"notAfter"_s, orNull(certificate.notAfter)}};
    return QJsonObject{{u"verdict"_s, nameOf(judgement->verdict)},
                       {u"store"_s, judgement->store ? QJsonValue(nameOf(*judgement->store)) : QJsonValue()},
                       {u"errors"_s, errors},
                       {u"chain"_s, chain}};
}

QJsonArray notes(const Report& report)
{
    QJsonArray array;
    for (const MechanismNote& note : report.learnt.mechanismNotes)
        array += QJsonObject{
            {u"name"_s, shownText(note.name)}, {u"fate"_s, nameOf(note.fate)}, {u"text"_s, describe(note, report)}};
    return array;
}

QJsonValue server(const Report& report)
{
    const std::optional<DialogueFailure>& failure = report.failure;
    if (report.stage == Stage::Token && report.token && !report.token->error.isEmpty())
        return QJsonObject{{u"code"_s, shownText(report.token->error)}, {u"text"_s, shownText(report.token->description)}};
    if (!failure || (failure->code.isEmpty() && failure->serverText.isEmpty()))
        return {};
    return QJsonObject{{u"code"_s, orNull(shownText(failure->code))}, {u"text"_s, shownText(failure->serverText)}};
}

QJsonObject diagnosisJson(const Report& report)
{
    const Diagnosis diagnosis = diagnose(report);
    QJsonArray remedies;
    for (const Remedy& remedy : diagnosis.remedies) {
        QJsonObject set;
        for (auto slot = remedy.set.begin(); slot != remedy.set.end(); ++slot)
            set.insert(slot.key(), slot.value());
        remedies += QJsonObject{{u"label"_s, remedy.label}, {u"set"_s, set}};
    }
    return {{u"cause"_s, diagnosis.cause()}, {u"certainty"_s, nameOf(diagnosis.certainty)}, {u"remedies"_s, remedies}};
}

} // namespace

QJsonArray transcriptJson(const Report& report)
{
    QJsonArray lines;
    for (const TranscriptLine& line : report.transcript) {
        QString from;
        switch (line.direction) {
        case TranscriptLine::Direction::ToServer:
            from = u"client"_s;
            break;
        case TranscriptLine::Direction::FromServer:
            from = u"server"_s;
            break;
        case TranscriptLine::Direction::Note:
            from = u"note"_s;
            break;
        }
        lines += QJsonObject{{u"from"_s, from}, {u"ms"_s, milliseconds(line.at)}, {u"text"_s, line.text}};
    }
    return lines;
}

QJsonObject toJson(const Report& report)
{
    const Learnt& learnt = report.learnt;
    QJsonObject object{{u"target"_s, targetJson(report)},
                       {u"outcome"_s, nameOf(report.outcome)},
                       {u"stage"_s, nameOf(report.stage)},
                       {u"stages"_s, stages(report)},
                       {u"token"_s, token(report.token)},
                       {u"tls"_s, tls(report.tls)},
                       {u"trust"_s, trust(report.trust)},
                       {u"mechanism"_s, orNull(shownText(learnt.mechanism))},
                       {u"capabilities"_s, QJsonObject{{u"beforeTls"_s, texts(learnt.capabilitiesBeforeTls)},
                                                       {u"afterTls"_s, texts(learnt.capabilitiesAfterTls)}}},
                       {u"diagnosis"_s, diagnosisJson(report)},
                       // Beyond the above: what a person who looks into a failure asks for next.
                       {u"depth"_s, nameOf(report.depth)},
                       {u"mechanisms"_s, QJsonObject{{u"beforeTls"_s, texts(learnt.mechanismsBeforeTls)},
                                                     {u"afterTls"_s, texts(learnt.mechanismsAfterTls)},
                                                     {u"notes"_s, notes(report)}}},
                       {u"server"_s, server(report)},
                       {u"alerts"_s, texts(learnt.alerts)},
                       {u"attempts"_s, attempts(report.attempts)},
                       {u"dialled"_s, report.dialled ? QJsonValue(report.dialled->toString()) : QJsonValue()},
                       {u"from"_s, orNull(report.from)},
                       {u"began"_s, orNull(report.began)},
                       {u"ms"_s, milliseconds(report.duration)},
                       {u"details"_s, orNull(report.libraryText)},
                       {u"unsaved"_s, QJsonArray::fromStringList(report.unsavedSlots)}};
    if (report.alarm)
        object[u"recipients"_s] = recipientsJson(report);
    if (report.lastLook)
        object[u"lastLook"_s] = toJson(*report.lastLook);
    return object;
}

} // namespace stationer
