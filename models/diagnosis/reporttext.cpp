#include "diagnosis/reporttext.h"

#include "catalogue/accountslots.h"
#include "catalogue/change.h"
#include "connection/showntext.h"
#include "diagnosis/cases.h"
#include "diagnosis/diagnosis.h"
#include "diagnosis/htmlpage.h"
#include "diagnosis/mechanismwords.h"
#include "diagnosis/stagewords.h"
#include "terms/dates.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

QString inMilliseconds(std::chrono::nanoseconds duration)
{
    const double value = double(duration.count()) / 1e6;
    return QCoreApplication::translate("diagnosis", "%1 ms").arg(value, 0, 'f', value < 10 ? 1 : 0);
}

constexpr qsizetype longestPath = 2000;

QString target(const Report& report)
{
    const ConnectionSettings& settings = report.settings;
    const QString endpoint = shownText(settings.server.toString().toUtf8());
    QString text = u"%1 %2, %3"_s.arg(shownName(settings.protocol), endpoint, labelOf(settings.security));
    if (!report.path().isEmpty())
        text = shownText(report.path().toUtf8(), longestPath) + u": "_s + text;
    return text;
}

QStringList circumstances(const Report& report)
{
    QStringList lines;
    const QString when = report.began.isValid() ? report.began.toLocalTime().toString(Qt::ISODate) : QString();
    lines += report.from.isEmpty()
                 ? QCoreApplication::translate("diagnosis",
                                               "Tested from this computer; the station's firewall, DNS and clock may "
                                               "differ.")
                 //: %1 is this computer's network address
                 : QCoreApplication::translate("diagnosis",
                                               "Tested from this computer, %1; the station's firewall, DNS and clock "
                                               "may differ.")
                       .arg(report.from);
    if (report.dialled)
        //: %1 is a host and port, such as a tunnel's end
        lines += QCoreApplication::translate("diagnosis", "Connected to %1 instead; names were verified as typed.")
                     .arg(shownText(report.dialled->toString().toUtf8()));
    if (!when.isEmpty())
        //: %1 is a time, %2 a duration
        lines +=
            QCoreApplication::translate("diagnosis", "Began at %1, took %2.").arg(when, inMilliseconds(report.duration));
    if (!report.unsavedSlots.isEmpty())
        lines += QCoreApplication::translate("diagnosis", "Tested with unsaved changes: %1.")
                     .arg(report.unsavedSlots.join(u", "_s));
    return lines;
}

QStringList stageTable(const Report& report)
{
    qsizetype nameWidth = 0;
    qsizetype statusWidth = 0;
    for (const StageRecord& record : report.stages) {
        nameWidth = std::max(nameWidth, labelOf(record.stage).size());
        statusWidth = std::max(statusWidth, labelOf(record.status).size());
    }
    QStringList lines;
    for (const StageRecord& record : report.stages) {
        const bool isSkipped = record.status == StageStatus::Skipped;
        const QString line = u"  %1  %2  %3  %4"_s.arg(
            labelOf(record.stage).leftJustified(nameWidth), labelOf(record.status).leftJustified(statusWidth),
            (isSkipped ? QString() : inMilliseconds(record.duration)).rightJustified(9), shownDetail(record));
        lines += u"  "_s + line.trimmed();
    }
    return lines;
}

QStringList recipientLines(const Report& report)
{
    QStringList lines;
    for (qsizetype i = 0; report.alarm && i < report.alarm->addressees.size(); ++i) {
        const Addressee& one = report.alarm->addressees[i];
        const bool isAsked = i < report.learnt.recipients.size();
        const RecipientAnswer answer = isAsked ? report.learnt.recipients[i] : RecipientAnswer();
        const QString became = !isAsked            ? QCoreApplication::translate("diagnosis", "not asked")
                               : answer.isAccepted ? QCoreApplication::translate("diagnosis", "taken")
                                                   : QCoreApplication::translate("diagnosis", "refused");
        lines += (u"  %1 %2: %3  "_s.arg(slotLabel(one.role), shownText(one.address.toUtf8(), 200), became) +
                  shownText(answer.code + ' ' + answer.text, 200));
    }
    return lines;
}

/// What of the certificate that was answered for is another one now, a line each.
QStringList identityChanges(const Judgement& judgement)
{
    if (!judgement.isIdentityChanged || !judgement.row || judgement.row->chain.isEmpty() || judgement.sent.isEmpty())
        return {};
    const std::optional<CertificateFacts> before = certificateFacts(judgement.row->chain.first());
    if (!before)
        return {};
    const CertificateFacts& now = judgement.sent.first();
    QStringList lines;
    const auto compare = [&lines](const QString& what, const QString& was, const QString& is) {
        if (was != is)
            lines += u"  %1: %2 → %3"_s.arg(what, shownText(was.toUtf8(), 200), shownText(is.toUtf8(), 200));
    };
    const auto key = [](const CertificateFacts& one) { return u"%1 %2"_s.arg(one.keyAlgorithm).arg(one.keyBits); };
    compare(QCoreApplication::translate("diagnosis", "Subject"), before->subject, now.subject);
    compare(QCoreApplication::translate("diagnosis", "Issued by"), before->issuer, now.issuer);
    compare(QCoreApplication::translate("diagnosis", "Names"), (before->dnsNames + before->ipAddresses).join(u", "_s),
            (now.dnsNames + now.ipAddresses).join(u", "_s));
    compare(QCoreApplication::translate("diagnosis", "Valid until"), shownDay(before->notAfter), shownDay(now.notAfter));
    compare(QCoreApplication::translate("diagnosis", "Key"), key(*before), key(now));
    compare(u"SHA-256"_s, groupedFingerprint(before->sha256), groupedFingerprint(now.sha256));
    return lines;
}

/// What the token says of itself.
QStringList tokenLines(const Report& report)
{
    if (!report.token)
        return {};
    QStringList lines;
    const auto line = [&lines](const QString& label, const QString& text) {
        if (!text.isEmpty())
            lines += u"  %1: %2"_s.arg(label, shownText(text.toUtf8(), 1000));
    };
    line(QCoreApplication::translate("diagnosis", "Token from"), report.token->url);
    if (!report.token->claims)
        return lines;
    const TokenClaims& claims = *report.token->claims;
    line(QCoreApplication::translate("diagnosis", "Token issued by"), claims.issuer);
    line(QCoreApplication::translate("diagnosis", "Token for"), claims.audience);
    line(QCoreApplication::translate("diagnosis", "Token's scope"), claims.scope);
    line(QCoreApplication::translate("diagnosis", "Token's roles"), claims.roles.join(u", "_s));
    if (claims.expires.isValid())
        line(QCoreApplication::translate("diagnosis", "Token good until"), toldMoment(claims.expires));
    return lines;
}

QStringList details(const Report& report)
{
    QStringList lines;
    for (const ConnectAttempt& attempt : report.attempts)
        lines += u"  %1: %2 (%3)"_s.arg(attempt.address.toString(),
                                        attempt.succeeded         ? labelOf(StageStatus::Passed)
                                        : attempt.error.isEmpty() ? QCoreApplication::translate("diagnosis", "given up")
                                                                  : attempt.error,
                                        inMilliseconds(attempt.duration));
    lines += tokenLines(report);
    if (report.tls)
        lines += u"  %1, %2"_s.arg(report.tls->version, report.tls->cipher);
    const auto list = [&lines](const QString& label, const QByteArrayList& items) {
        if (!items.isEmpty())
            lines += u"  %1: %2"_s.arg(label, shownText(items.join(", "), 1000));
    };
    list(QCoreApplication::translate("diagnosis", "Offered before encryption"), report.learnt.capabilitiesBeforeTls);
    list(QCoreApplication::translate("diagnosis", "Offered inside encryption"), report.learnt.capabilitiesAfterTls);
    if (!report.learnt.mechanism.isEmpty())
        //: %1 is a mechanism such as PLAIN
        lines += u"  "_s +
                 QCoreApplication::translate("diagnosis", "Way to sign in: %1").arg(shownText(report.learnt.mechanism, 40));
    for (const MechanismNote& note : report.learnt.mechanismNotes)
        lines += u"  %1: %2"_s.arg(shownText(note.name, 40), describe(note, report));
    if (report.trust) {
        for (const CertificateFacts& certificate : report.trust->sent)
            lines +=
                u"  %1 (%2)"_s.arg(shownText(certificate.subject.toUtf8(), 200), groupedFingerprint(certificate.sha256));
        for (const TrustFinding& finding : report.trust->errors)
            lines += u"  "_s + describe(finding, *report.trust, report.began);
        lines += identityChanges(*report.trust);
    }
    if (!report.libraryText.isEmpty())
        lines += u"  "_s + shownText(report.libraryText.toUtf8());
    return lines;
}

QStringList transcript(const Report& report)
{
    QStringList lines;
    for (const TranscriptLine& line : report.transcript) {
        QString mark;
        switch (line.direction) {
        case TranscriptLine::Direction::ToServer:
            mark = u"→"_s;
            break;
        case TranscriptLine::Direction::FromServer:
            mark = u"←"_s;
            break;
        case TranscriptLine::Direction::Note:
            mark = u"·"_s;
            break;
        }
        lines += u"  %1  %2 %3"_s.arg(inMilliseconds(line.at).rightJustified(9), mark, line.text);
    }
    return lines;
}

/// A report in the order in which it is read, whatever it is written as.
struct Parts {
    QString headline;
    QStringList sentences, remedies, circumstances;
    struct Section {
        QString title;
        QStringList lines; ///< in columns
    };
    QList<Section> sections;
};

Parts partsOf(const Report& report, bool withTranscript)
{
    const Diagnosis diagnosis = diagnose(report);
    Parts parts{diagnosis.headline, {}, {}, QStringList{target(report)} + circumstances(report), {}};
    if (!diagnosis.body.isEmpty())
        parts.sentences += diagnosis.body;
    for (const Remedy& remedy : diagnosis.remedies)
        parts.remedies += remedy.label + (remedy.testsAtOnce ? u" ("_s + remedy.labelOfChange + u')' : QString());
    const auto add = [&parts](const QString& title, const QStringList& lines) {
        if (!lines.isEmpty())
            parts.sections.append(Parts::Section{title, lines});
    };
    add(QCoreApplication::translate("diagnosis", "Stages"), stageTable(report));
    add(QCoreApplication::translate("diagnosis", "Recipients"), recipientLines(report));
    add(QCoreApplication::translate("diagnosis", "Details"), details(report));
    if (withTranscript)
        add(QCoreApplication::translate("diagnosis", "Transcript (secrets are masked)"), transcript(report));
    if (withTranscript && report.lastLook)
        add(QCoreApplication::translate("diagnosis", "Transcript of the last look for the message"),
            transcript(*report.lastLook));
    return parts;
}

} // namespace

QString toText(const Report& report, bool withTranscript)
{
    const Parts parts = partsOf(report, withTranscript);
    QStringList lines = QStringList{parts.headline} + parts.sentences;
    for (const QString& remedy : parts.remedies)
        lines += u"  • "_s + remedy;
    lines += QStringList{QString()} + parts.circumstances;
    for (const Parts::Section& section : parts.sections)
        lines += QStringList{QString(), section.title} + section.lines;
    return lines.join(u'\n') + u'\n';
}

QString toHtml(const Report& report, bool withTranscript, const QString& more)
{
    const Parts parts = partsOf(report, withTranscript);
    const auto paragraph = [](const QString& text) { return u"<p>"_s + html::escaped(text) + u"</p>\n"_s; };
    QString body = u"<h1>"_s + html::escaped(parts.headline) + u"</h1>\n"_s;
    for (const QString& sentence : parts.sentences)
        body += paragraph(sentence);
    if (!parts.remedies.isEmpty()) {
        body += u"<ul>\n"_s;
        for (const QString& remedy : parts.remedies)
            body += u"<li>"_s + html::escaped(remedy) + u"</li>\n"_s;
        body += u"</ul>\n"_s;
    }
    for (const QString& line : more.split(u'\n', Qt::SkipEmptyParts))
        body += paragraph(line.trimmed());
    body += u"<p class=\"aside\">"_s;
    for (const QString& line : parts.circumstances)
        body += html::escaped(line) + u"<br>\n"_s;
    body += u"</p>\n"_s;
    for (const Parts::Section& section : parts.sections)
        body += u"<h2>"_s + html::escaped(section.title) + u"</h2>\n<pre>"_s + html::escaped(section.lines.join(u'\n')) +
                u"</pre>\n"_s;
    return html::page(parts.headline, body);
}

} // namespace stationer
