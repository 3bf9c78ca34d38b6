#include "app/cli/detectjob.h"

#include "app/cli/texts.h"
#include "catalogue/accountslots.h"
#include "connection/showntext.h"
#include "diagnosis/detectionwords.h"
#include "diagnosis/reportjson.h"

#include <algorithm>
#include <array>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

QStringList mechanismsOf(const Report& report)
{
    QStringList names;
    for (const QByteArray& name : offeredMechanisms(report))
        names += shownText(name, 80);
    return names;
}

QJsonObject jsonOf(const Candidate& candidate)
{
    return {{u"security"_s, nameOf(candidate.security)}, {u"port"_s, candidate.port}};
}

QJsonObject jsonOf(const DetectionRow& row)
{
    const QJsonObject report = toJson(row.report);
    QJsonObject object = jsonOf(row.candidate);
    object[u"outcome"] = report[u"outcome"];
    object[u"tls"] = report[u"tls"];
    object[u"trust"] = report[u"trust"];
    object[u"mechanisms"] = QJsonArray::fromStringList(mechanismsOf(row.report));
    return object;
}

ExitStatus statusOf(const QList<DetectionRow>& rows, std::optional<qsizetype> best)
{
    if (!best)
        return ExitStatus::TestFailed;
    return worthOf(rows[*best].report) == Worth::Challenged ? ExitStatus::Challenge : ExitStatus::Done;
}

} // namespace

DetectJob::DetectJob(DetectOptions options, Console& console)
    : m_options(std::move(options)), m_console(console),
      m_trust(TrustFolder(m_options.trustFolder), std::nullopt, console, m_anchors),
      m_detection(m_options.about, candidates(m_options.about.protocol, m_options.ownPort), m_trust.judge())
{
    connect(&m_detection, &Detection::finished, this, &DetectJob::print);
    connect(&m_detection, &Detection::resolvingSlowly, this,
            [this] { m_console.note(Texts::tr("Looking up the host takes its time …")); });
}

void DetectJob::start()
{
    m_detection.start();
}

void DetectJob::print()
{
    const QList<DetectionRow>& rows = m_detection.rows();
    const auto best = bestOf(rows);
    switch (m_options.format) {
    case OutputFormat::Text:
        printText(best);
        break;
    case OutputFormat::Json:
        printJson(best);
        break;
    }
    emit finished(graver(m_trust.status(), statusOf(rows, best)));
}

void DetectJob::printJson(std::optional<qsizetype> best)
{
    QJsonArray rows;
    for (const DetectionRow& row : m_detection.rows())
        rows += jsonOf(row);
    m_console.print(QJsonObject{
        {u"target"_s, QJsonObject{{u"protocol"_s, nameOf(m_options.about.protocol)},
                                  {u"host"_s, m_options.about.server.host},
                                  {u"port"_s, m_options.ownPort ? QJsonValue(*m_options.ownPort) : QJsonValue()}}},
        {u"rows"_s, rows},
        {u"best"_s, best ? QJsonValue(jsonOf(m_detection.rows()[*best].candidate)) : QJsonValue()}});
}

void DetectJob::printText(std::optional<qsizetype> best)
{
    using Line = std::array<QString, 6>;
    QList<Line> lines{{Texts::tr("Security"), Texts::tr("Port"), Texts::tr("Answer"), Texts::tr("Encryption"),
                       Texts::tr("Certificate"), Texts::tr("Sign-in")}};
    for (const DetectionRow& row : m_detection.rows())
        lines += {labelOf(row.candidate.security),
                  QString::number(row.candidate.port),
                  answerOf(row),
                  row.report.tls ? row.report.tls->version : QString(),
                  certificateOf(row),
                  mechanismsOf(row.report).join(u' ')};
    std::array<qsizetype, 6> widths{};
    for (const Line& line : lines)
        for (size_t column = 0; column < line.size(); ++column)
            widths[column] = std::max(widths[column], line[column].size());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString text = best && i == *best + 1 ? u"→ "_s : u"  "_s;
        for (size_t column = 0; column < widths.size(); ++column)
            text += lines[i][column].leftJustified(widths[column] + 2);
        while (text.endsWith(u' '))
            text.chop(1);
        m_console.print(shown(text));
    }
    if (!best) {
        m_console.print(u'\n' + Texts::tr("Nothing works on these ports."));
        return;
    }
    const Candidate& chosen = m_detection.rows()[*best].candidate;
    //: %1 is a security mode, «Use Ssl»
    m_console.print(
        u'\n' +
        Texts::tr("The safest that works: %1, port %2.").arg(labelOf(chosen.security), QString::number(chosen.port)));
    if (worthOf(m_detection.rows()[*best].report) == Worth::Challenged)
        m_console.print(Texts::tr("Its certificate awaits an answer; «stationer-cli test» shows the challenge."));
}

} // namespace stationer
