#include "app/cli/junitformat.h"

#include "app/cli/texts.h"
#include "diagnosis/diagnosis.h"

#include <QXmlStreamWriter>

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

/// What XML can hold, line by line: no control characters, nothing that turns the direction of text.
QString clean(const QString& text)
{
    QStringList lines = text.split(u'\n');
    for (QString& line : lines)
        line = shown(line);
    return lines.join(u'\n');
}

QString seconds(std::chrono::nanoseconds duration)
{
    return QString::number(double(duration.count()) / 1e9, 'f', 3);
}

QString adviceOf(const Diagnosis& diagnosis)
{
    QStringList lines;
    if (!diagnosis.body.isEmpty())
        lines += diagnosis.body;
    for (const Remedy& remedy : diagnosis.remedies)
        lines += u"• "_s + remedy.label;
    return lines.join(u'\n');
}

/// Before the names of an account's properties, which stand in its suite.
QString prefixOf(const QString& path, const ReportOrigin& origin)
{
    return origin.file.isEmpty() ? QString() : path + u':';
}

} // namespace

QByteArray JunitFormat::ended(const Report& report, const StationVerdict& station, const ReportOrigin& origin)
{
    Case one = caseOf(report.path(), report.settings, origin);
    one.duration = report.duration;
    one.output = textReport(report, station, origin);
    one.properties += QStringList{prefixOf(report.path(), origin) + "station"_L1, QString(nameOf(station.forecast))};
    if (report.outcome != Outcome::Succeeded) {
        const Diagnosis diagnosis = diagnose(report);
        one.headline = diagnosis.headline;
        one.cause = adviceOf(diagnosis);
        (report.outcome == Outcome::Cancelled ? one.skipped : one.failure) =
            report.outcome == Outcome::Cancelled ? diagnosis.headline : QString(nameOf(report.outcome));
    }
    Suite& suite = suiteOf(origin.file);
    if (report.began.isValid() && (!suite.began.isValid() || report.began < suite.began))
        suite.began = report.began;
    if (suite.from.isEmpty())
        suite.from = report.from;
    suite.cases += one;
    return {};
}

void JunitFormat::leftOut(const ConnectionSettings& settings, const ReportOrigin& origin)
{
    Case one = caseOf(settings.path, settings, origin);
    one.skipped = Texts::tr("The account is disabled.");
    suiteOf(origin.file).cases += one;
}

void JunitFormat::notRead(const QString& file)
{
    suiteOf(file).isUnread = true;
}

QByteArray JunitFormat::end()
{
    const auto firstPosition = [](const Suite& suite) {
        const auto first = std::ranges::min_element(suite.cases, {}, &Case::position);
        return first == suite.cases.end() ? -1 : first->position;
    };
    for (Suite& suite : m_suites)
        std::ranges::stable_sort(suite.cases, {}, &Case::position);
    std::ranges::stable_sort(m_suites, {}, firstPosition);
    QByteArray document;
    QXmlStreamWriter xml(&document);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(1);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    for (const Suite& suite : m_suites)
        write(xml, suite);
    xml.writeEndElement();
    xml.writeEndDocument();
    return document;
}

JunitFormat::Suite& JunitFormat::suiteOf(const QString& file)
{
    const auto known = std::ranges::find(m_suites, file, &Suite::file);
    if (known != m_suites.end())
        return *known;
    return m_suites.emplace_back(Suite{file, {}, {}, {}, false});
}

JunitFormat::Case JunitFormat::caseOf(const QString& path, const ConnectionSettings& settings, const ReportOrigin& origin)
{
    Case one;
    one.position = origin.position;
    const bool isTyped = origin.file.isEmpty();
    const QString protocol = nameOf(settings.protocol);
    one.className = isTyped ? u"stationer"_s : origin.station;
    one.name = isTyped ? protocol + u' ' + settings.server.toString() : path;
    const QString prefix = prefixOf(path, origin);
    one.properties = {prefix + "host"_L1,     settings.server.host,
                      prefix + "port"_L1,     QString::number(settings.server.port),
                      prefix + "protocol"_L1, protocol};
    return one;
}

void JunitFormat::write(QXmlStreamWriter& xml, const Suite& suite)
{
    const auto property = [&xml](const QString& name, const QString& value) {
        xml.writeEmptyElement(u"property"_s);
        xml.writeAttribute(u"name"_s, shown(name));
        xml.writeAttribute(u"value"_s, shown(value));
    };
    std::chrono::nanoseconds duration{};
    for (const Case& one : suite.cases)
        duration += one.duration;
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, suite.file.isEmpty() ? u"stationer-cli test"_s : shown(suite.file));
    xml.writeAttribute(u"tests"_s, QString::number(suite.cases.size() + (suite.isUnread ? 1 : 0)));
    const auto failures = std::ranges::count_if(suite.cases, [](const Case& one) { return !one.failure.isEmpty(); });
    xml.writeAttribute(u"failures"_s, QString::number(failures));
    xml.writeAttribute(u"errors"_s, suite.isUnread ? u"1"_s : u"0"_s);
    const auto skipped = std::ranges::count_if(suite.cases, [](const Case& one) { return !one.skipped.isEmpty(); });
    xml.writeAttribute(u"skipped"_s, QString::number(skipped));
    xml.writeAttribute(u"time"_s, seconds(duration));
    if (suite.began.isValid()) // the format knows no time zone
        xml.writeAttribute(u"timestamp"_s, suite.began.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss"_s));
    xml.writeStartElement(u"properties"_s);
    if (!suite.from.isEmpty())
        property(u"from"_s, suite.from);
    for (const Case& one : suite.cases)
        for (qsizetype i = 0; i + 1 < one.properties.size(); i += 2)
            property(one.properties[i], one.properties[i + 1]);
    xml.writeEndElement();
    for (const Case& one : suite.cases)
        write(xml, one);
    if (suite.isUnread) {
        xml.writeStartElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, shown(suite.file));
        xml.writeAttribute(u"name"_s, shown(suite.file));
        xml.writeAttribute(u"time"_s, seconds({}));
        xml.writeEmptyElement(u"error"_s);
        xml.writeAttribute(u"type"_s, u"cannotRead"_s);
        xml.writeAttribute(u"message"_s, Texts::tr("The file could not be read, and none of its accounts was tested."));
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

void JunitFormat::write(QXmlStreamWriter& xml, const Case& one)
{
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"classname"_s, shown(one.className));
    xml.writeAttribute(u"name"_s, shown(one.name));
    xml.writeAttribute(u"time"_s, seconds(one.duration));
    if (!one.skipped.isEmpty()) {
        xml.writeEmptyElement(u"skipped"_s);
        xml.writeAttribute(u"message"_s, shown(one.skipped));
    }
    if (!one.failure.isEmpty()) {
        xml.writeStartElement(u"failure"_s);
        xml.writeAttribute(u"type"_s, one.failure);
        xml.writeAttribute(u"message"_s, shown(one.headline));
        xml.writeCharacters(clean(one.cause));
        xml.writeEndElement();
    }
    if (!one.output.isEmpty())
        xml.writeTextElement(u"system-out"_s, clean(one.output));
    xml.writeEndElement();
}

} // namespace stationer
