#include "app/cli/reportformats.h"

#include "app/cli/texts.h"
#include "connection/diagnosis.h"

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

/// A word as a POSIX shell takes it back.
QString quoted(const QString& word)
{
    for (const QChar c : word)
        if (!c.isLetterOrNumber() && !QStringView(u"/._-:=[],+@").contains(c))
            return u'\'' + QString(word).replace(u'\'', u"'\\''"_s) + u'\'';
    return word.isEmpty() ? u"''"_s : word;
}

QString errorCodes(const Judgement& judgement)
{
    QStringList codes;
    for (const TrustFinding& finding : judgement.errors)
        if (!codes.contains(QString(nameOf(finding.error))))
            codes += QString(nameOf(finding.error));
    return codes.join(u',');
}

/// What a person would type next.
QStringList nextCommands(const Report& report, const ReportOrigin& origin)
{
    QStringList next;
    if (!origin.file.isEmpty() && !report.settings.path.isEmpty()) {
        for (const Remedy& remedy : diagnose(report).remedies) {
            QString command = "stationer-cli set "_L1 + quoted(origin.file) + u' ' + quoted(report.settings.path);
            for (auto [slot, value] : remedy.set.asKeyValueRange())
                command += u' ' + quoted(slot + u'=' + value);
            if (!remedy.set.isEmpty())
                next += command;
        }
    }
    const bool isChallenged =
        report.outcome == Outcome::CertificateChallenged && report.trust && !report.trust->sent.isEmpty();
    if (isChallenged && !origin.trustFolder.isEmpty())
        next += "stationer-cli trust "_L1 + quoted(origin.trustFolder) + " allow "_L1 +
                quoted(report.settings.server.toString()) + u' ' + QString::fromLatin1(report.trust->sent.first().sha256) +
                " --errors "_L1 + errorCodes(*report.trust);
    return next;
}

QString mark(const Report& report)
{
    switch (report.outcome) {
    case Outcome::Succeeded:
        return u"✓ "_s;
    case Outcome::CertificateChallenged:
        return u"! "_s;
    default:
        return u"✗ "_s;
    }
}

QByteArray text(const Report& report, const ReportOrigin& origin)
{
    QString written = mark(report) + toText(report, false);
    const QStringList next = nextCommands(report, origin);
    if (!next.isEmpty())
        written += u'\n' + Texts::tr("To do so:") + u'\n';
    for (const QString& command : next)
        written += "  "_L1 + shown(command) + u'\n';
    return (written + u'\n').toUtf8();
}

QByteArray jsonLine(const Report& report, const ReportOrigin& origin)
{
    QJsonObject object = toJson(report);
    if (!origin.file.isEmpty()) {
        QJsonObject target = object[u"target"].toObject();
        target[u"file"] = origin.file;
        object[u"target"] = target;
    }
    return json(object) + '\n';
}

} // namespace

ReportFormat reportFormat(OutputFormat format)
{
    switch (format) {
    case OutputFormat::Text:
        return text;
    case OutputFormat::Json:
        return jsonLine;
    }
    return text;
}

} // namespace stationer
