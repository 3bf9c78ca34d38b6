#include "app/cli/reportformats.h"

#include "app/cli/junitformat.h"
#include "app/cli/prometheusformat.h"
#include "app/cli/shellword.h"
#include "app/cli/texts.h"
#include "diagnosis/diagnosis.h"
#include "diagnosis/reportjson.h"
#include "diagnosis/reporttext.h"
#include "prediction/stationwords.h"

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

QString errorCodes(const Judgement& judgement)
{
    QStringList codes;
    for (const TrustFinding& finding : judgement.errors)
        if (!codes.contains(QString(nameOf(finding.error))))
            codes += QString(nameOf(finding.error));
    return codes.join(u',');
}

/// What a person would type next: the commands for what the report's remedies set in the file.
QStringList settingCommands(const Report& report, const ReportOrigin& origin)
{
    QStringList next;
    if (origin.file.isEmpty() || report.settings.path.isEmpty())
        return next;
    for (const Remedy& remedy : diagnose(report).remedies) {
        QString command = "stationer-cli set "_L1 + quotedWord(origin.file) + u' ' + quotedWord(report.settings.path);
        for (auto [slot, value] : remedy.set.asKeyValueRange())
            command += u' ' + quotedWord(slot + u'=' + value);
        if (!remedy.set.isEmpty())
            next += command;
    }
    return next;
}

/// The command that accepts the certificate of a challenge; empty for another outcome.
QString acceptingCommand(const Report& report, const ReportOrigin& origin)
{
    const bool isChallenged =
        report.outcome == Outcome::CertificateChallenged && report.trust && !report.trust->sent.isEmpty();
    if (!isChallenged || origin.trustFolder.isEmpty())
        return {};
    return "stationer-cli trust "_L1 + quotedWord(origin.trustFolder) + " allow "_L1 +
           quotedWord(report.judgedServer().toString()) + u' ' + QString::fromLatin1(report.trust->sent.first().sha256) +
           " --errors "_L1 + errorCodes(*report.trust);
}

QString mark(const Report& report)
{
    if (report.outcome == Outcome::Succeeded)
        return u"✓ "_s;
    return report.outcome == Outcome::CertificateChallenged ? u"! "_s : u"✗ "_s;
}

class TextFormat : public ReportFormat {
public:
    explicit TextFormat(bool withTranscript) : m_withTranscript(withTranscript) {}
    QByteArray ended(const Report& report, const StationVerdict& station, const ReportOrigin& origin) override
    {
        return textReport(report, station, origin, m_withTranscript).toUtf8() + '\n';
    }

private:
    bool m_withTranscript;
};

class JsonFormat : public ReportFormat {
public:
    explicit JsonFormat(bool withTranscript) : m_withTranscript(withTranscript) {}
    QByteArray ended(const Report& report, const StationVerdict& station, const ReportOrigin& origin) override
    {
        QJsonObject object = toJson(report);
        object[u"station"] = toJson(station);
        if (!origin.file.isEmpty()) {
            QJsonObject target = object[u"target"].toObject();
            target[u"file"] = origin.file;
            object[u"target"] = target;
        }
        if (m_withTranscript)
            object[u"transcript"] = transcriptJson(report);
        return json(object) + '\n';
    }

private:
    bool m_withTranscript;
};

} // namespace

Result<TestFormat, Arguments::Fault> testFormat(const Arguments& arguments)
{
    const QString named = arguments.value(u"format").value_or(QString());
    if (named != "junit"_L1 && named != "prometheus"_L1) {
        const auto common = outputFormat(arguments);
        if (!common)
            return common.error();
        return common.value() == OutputFormat::Json ? TestFormat::Json : TestFormat::Text;
    }
    if (arguments.has(u"json"))
        return contradiction(named);
    return named == "junit"_L1 ? TestFormat::Junit : TestFormat::Prometheus;
}

std::unique_ptr<ReportFormat> reportFormat(TestFormat format, bool withTranscript)
{
    switch (format) {
    case TestFormat::Text:
        return std::make_unique<TextFormat>(withTranscript);
    case TestFormat::Json:
        return std::make_unique<JsonFormat>(withTranscript);
    case TestFormat::Junit:
        return std::make_unique<JunitFormat>();
    case TestFormat::Prometheus:
        return std::make_unique<PrometheusFormat>();
    }
    Q_UNREACHABLE();
}

QString textReport(const Report& report, const StationVerdict& station, const ReportOrigin& origin, bool withTranscript)
{
    QString written = mark(report) + toText(report, withTranscript) + u'\n' + toText(station);
    const auto add = [&written](const QString& heading, const QStringList& commands) {
        if (commands.isEmpty())
            return;
        written += u'\n' + heading + u'\n';
        for (const QString& command : commands)
            written += "  "_L1 + shown(command) + u'\n';
    };
    const Report& decisive = report.decisive();
    const QStringList setting = settingCommands(decisive, origin);
    add(setting.size() > 1 ? Texts::tr("To change the settings, one of:") : Texts::tr("To change the settings:"), setting);
    if (const QString accepting = acceptingCommand(decisive, origin); !accepting.isEmpty())
        add(Texts::tr("To accept this certificate, if it is the right one:"), {accepting});
    return written;
}

} // namespace stationer
