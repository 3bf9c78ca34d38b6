#include "app/cli/prometheusformat.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

/// A label with its value in quotes; what could hide or turn text is made visible as everywhere.
QByteArray label(QByteArrayView name, const QString& value)
{
    QByteArray escaped = shown(value).toUtf8();
    escaped.replace('\\', R"(\\)").replace('"', R"(\")").replace('\n', R"(\n)");
    return name.toByteArray() + "=\"" + escaped + '"';
}

QByteArray sampleOf(std::chrono::nanoseconds duration)
{
    return QByteArray::number(double(duration.count()) / 1e9, 'f', 6);
}

QByteArray unixTime(const QDateTime& time)
{
    return QByteArray::number(double(time.toMSecsSinceEpoch()) / 1e3, 'f', 3);
}

/// One metric with its samples, which stand together.
class Family {
public:
    explicit Family(QByteArray name) : m_name(std::move(name)) {}

    void add(const QByteArray& labels, const QByteArray& value)
    {
        m_samples += m_name + (labels.isEmpty() ? QByteArray() : '{' + labels + '}') + ' ' + value + '\n';
    }
    QByteArray text(const QByteArray& help) const
    {
        if (m_samples.isEmpty())
            return {};
        return "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + " gauge\n" + m_samples;
    }

private:
    QByteArray m_name;
    QByteArray m_samples;
};

} // namespace

QByteArray PrometheusFormat::ended(const Report& report, const StationVerdict& station, const ReportOrigin& origin)
{
    const ConnectionSettings& settings = report.settings;
    const QString account = origin.file.isEmpty() ? settings.account.value_or(QString()) : report.path();
    Account one;
    one.position = origin.position;
    one.labels = label("station", origin.station) + ',' + label("account", account) + ',' +
                 label("host", settings.server.host) + ',' + label("port", QString::number(settings.server.port)) + ',' +
                 label("protocol", nameOf(settings.protocol));
    one.isUp = report.outcome == Outcome::Succeeded;
    one.isChallenged = report.outcome == Outcome::CertificateChallenged;
    one.station = station.forecast;
    one.duration = report.duration;
    if (report.trust && !report.trust->sent.isEmpty())
        one.notAfter = report.trust->sent.first().notAfter;
    for (const StageRecord& record : report.stages)
        if (record.status != StageStatus::Skipped)
            one.stages.append({QByteArray(nameOf(record.stage).data()), record.duration});
    if (!one.isUp)
        one.findings += nameOf(report.outcome).data();
    if (report.trust && !one.isUp)
        for (const TrustFinding& finding : report.trust->errors)
            if (const QByteArray code = nameOf(finding.error).data(); !one.findings.contains(code))
                one.findings += code;
    m_accounts += one;
    if (!origin.file.isEmpty())
        m_files[origin.file] = true;
    return {};
}

void PrometheusFormat::leftOut(const ConnectionSettings&, const ReportOrigin& origin)
{
    m_files[origin.file] = true;
}

void PrometheusFormat::notRead(const QString& file)
{
    m_files[file] = false;
}

QByteArray PrometheusFormat::end()
{
    std::ranges::stable_sort(m_accounts, {}, [](const Account& one) { return std::pair(one.isUp, one.position); });
    QSet<QByteArray> known;
    m_accounts.removeIf([&known](const Account& one) {
        const bool isKnown = known.contains(one.labels);
        known += one.labels;
        return isKnown;
    });
    std::ranges::stable_sort(m_accounts, {}, &Account::position);

    Family up("stationer_test_up"), duration("stationer_test_duration_seconds"), challenged("stationer_test_challenged"),
        station("stationer_station_verdict"), notAfter("stationer_certificate_not_after_seconds"),
        stages("stationer_test_stage_duration_seconds"), findings("stationer_test_finding_info"),
        readable("stationer_file_readable"), lastRun("stationer_last_run_timestamp_seconds");
    for (const Account& one : std::as_const(m_accounts)) {
        up.add(one.labels, one.isUp ? "1" : "0");
        duration.add(one.labels, sampleOf(one.duration));
        challenged.add(one.labels, one.isChallenged ? "1" : "0");
        for (const Forecast forecast : {Forecast::Passes, Forecast::Fails, Forecast::Unknown})
            station.add(one.labels + ",verdict=\"" + nameOf(forecast).data() + '"', one.station == forecast ? "1" : "0");
        if (one.notAfter.isValid())
            notAfter.add(one.labels, unixTime(one.notAfter));
        for (const auto& [stage, took] : one.stages)
            stages.add(one.labels + ",stage=\"" + stage + '"', sampleOf(took));
        for (const QByteArray& id : one.findings)
            findings.add(one.labels + ",id=\"" + id + '"', "1");
    }
    for (const auto& [file, isRead] : m_files.asKeyValueRange())
        readable.add(label("file", file), isRead ? "1" : "0");
    lastRun.add({}, unixTime(QDateTime::currentDateTimeUtc()));
    return up.text("Whether the account's test passed.") + duration.text("How long the whole test took.") +
           challenged.text("Whether a certificate challenge awaits an answer.") +
           station.text("What the station itself would meet with the same settings; 1 at the verdict that holds.") +
           notAfter.text("When the server's certificate ends, as Unix time.") +
           stages.text("How long each stage of the test took that was reached.") +
           findings.text("What a test that did not pass ended with, and the errors of its certificate chain.") +
           readable.text("Whether the station file could be read; where it could not, none of its accounts was tested.") +
           lastRun.text("When the tests of this run had ended, as Unix time.");
}

} // namespace stationer
