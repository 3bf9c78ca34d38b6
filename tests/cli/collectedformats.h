#pragma once

// Strict readers of what `test` prints for other programs: JUnit XML and the Prometheus text exposition format. What they do
// not understand is said, and nothing is returned.

#include <QDebug>
#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QXmlStreamReader>

#include <optional>

namespace stationer::testing {

using namespace Qt::StringLiterals;

/// What a document may not hold as text: it would be obeyed, or turn what is around it.
inline bool isSafe(const QString& text)
{
    static const QRegularExpression unsafe(
        u"[\\x{00}-\\x{09}\\x{0b}-\\x{1f}\\x{7f}-\\x{9f}\\x{200b}-\\x{200f}\\x{2028}-\\x{202e}"
        "\\x{2066}-\\x{2069}\\x{fdd0}-\\x{fdef}\\x{fffe}\\x{ffff}\\x{1fffe}\\x{1ffff}\\x{e0000}-\\x{e01ef}]"_s);
    return !unsafe.match(text).hasMatch();
}

struct Case {
    QString className, name;
    double seconds = -1;
    QString type, message, text; ///< of the failure
    QString skipped;
    QString error;
    QString output;
};
struct Suite {
    QHash<QString, QString> attributes;
    QHash<QString, QString> properties;
    QList<Case> cases;

    const Case* named(const QString& ending) const
    {
        for (const Case& one : cases)
            if (one.name.endsWith(ending))
                return &one;
        return nullptr;
    }
};

/// Reads what the schema of the xUnit plugin of Jenkins allows, and nothing else.
class JunitReader {
public:
    static std::optional<QList<Suite>> read(const QByteArray& document)
    {
        JunitReader reader(document);
        reader.document();
        if (!reader.m_fault.isEmpty() || reader.m_xml.hasError()) {
            qWarning().noquote() << reader.m_fault << reader.m_xml.errorString() << reader.m_xml.lineNumber();
            return std::nullopt;
        }
        return reader.m_suites;
    }

private:
    explicit JunitReader(const QByteArray& document) : m_xml(document) {}

    void document()
    {
        enter(u"testsuites"_s, {}, {});
        while (m_xml.readNextStartElement())
            suite();
        while (!m_xml.atEnd())
            m_xml.readNext();
    }

    void suite()
    {
        const QSet<QString> needed{u"name"_s, u"tests"_s, u"failures"_s, u"errors"_s};
        Suite read;
        read.attributes = started(u"testsuite"_s, needed, {u"skipped"_s, u"time"_s, u"timestamp"_s});
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"testcase"_s) {
                read.cases += testCase();
                continue;
            }
            started(u"properties"_s, {}, {});
            while (m_xml.readNextStartElement()) {
                const auto property = started(u"property"_s, {u"name"_s, u"value"_s}, {});
                if (read.properties.contains(property[u"name"_s]))
                    m_fault = u"twice: "_s + property[u"name"_s];
                read.properties[property[u"name"_s]] = property[u"value"_s];
                m_xml.skipCurrentElement();
            }
        }
        m_suites += read;
    }

    Case testCase()
    {
        const auto attributes = started(u"testcase"_s, {u"name"_s, u"classname"_s, u"time"_s}, {});
        Case read;
        read.className = attributes[u"classname"_s];
        read.name = attributes[u"name"_s];
        read.seconds = attributes[u"time"_s].toDouble();
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"failure"_s) {
                const auto failure = started(u"failure"_s, {u"type"_s, u"message"_s}, {});
                read.type = failure[u"type"_s];
                read.message = failure[u"message"_s];
                read.text = text();
            } else if (m_xml.name() == u"error"_s) {
                read.error = started(u"error"_s, {u"type"_s, u"message"_s}, {})[u"type"_s];
                text();
            } else if (m_xml.name() == u"skipped"_s) {
                read.skipped = started(u"skipped"_s, {u"message"_s}, {})[u"message"_s];
                text();
            } else {
                started(u"system-out"_s, {}, {});
                read.output = text();
            }
        }
        return read;
    }

    void enter(const QString& name, const QSet<QString>& needed, const QSet<QString>& allowed)
    {
        m_xml.readNextStartElement();
        started(name, needed, allowed);
    }

    QHash<QString, QString> started(const QString& name, const QSet<QString>& needed, const QSet<QString>& allowed)
    {
        if (m_xml.name() != name)
            m_fault = name + u" expected, got "_s + m_xml.name().toString();
        QHash<QString, QString> attributes;
        for (const QXmlStreamAttribute& attribute : m_xml.attributes()) {
            attributes[attribute.name().toString()] = attribute.value().toString();
            if (!needed.contains(attribute.name().toString()) && !allowed.contains(attribute.name().toString()))
                m_fault = u"no attribute of "_s + name + u": "_s + attribute.name().toString();
            if (!isSafe(attribute.value().toString()) || attribute.value().contains(u'\n'))
                m_fault = u"unsafe: "_s + attribute.value().toString();
        }
        for (const QString& one : needed)
            if (!attributes.contains(one))
                m_fault = name + u" lacks "_s + one;
        return attributes;
    }

    QString text()
    {
        const QString read = m_xml.readElementText();
        if (!isSafe(read))
            m_fault = u"unsafe text: "_s + read;
        return read;
    }

    QXmlStreamReader m_xml;
    QList<Suite> m_suites;
    QString m_fault;
};

struct Sample {
    QString metric;
    QHash<QString, QString> labels;
    double value = 0;
};

/// Reads the text exposition format 0.0.4 strictly: HELP and TYPE once and before their samples, samples of one metric
/// together, no series twice, every line ended.
class ExpositionReader {
public:
    static std::optional<QList<Sample>> read(const QByteArray& text)
    {
        ExpositionReader reader;
        QStringList lines = QString::fromUtf8(text).split(u'\n');
        if (text.isEmpty() || !lines.takeLast().isEmpty())
            reader.m_fault = u"no line feed at the end"_s;
        for (const QString& line : lines)
            reader.line(line);
        if (reader.m_fault.isEmpty())
            return reader.m_samples;
        qWarning().noquote() << reader.m_fault;
        return std::nullopt;
    }

private:
    void line(const QString& line)
    {
        static const QRegularExpression comment(u"^# (HELP|TYPE) ([a-z_]+) (.+)$"_s);
        static const QRegularExpression sample(
            uR"re(^([a-z_]+)(?:\{((?:[a-z]+="(?:[^"\\]|\\["\\n])*",?)+)\})? ([0-9]+(?:\.[0-9]+)?)$)re"_s);
        static const QRegularExpression label(uR"re(([a-z]+)="((?:[^"\\]|\\["\\n])*)"(,|$))re"_s);
        if (!isSafe(line))
            m_fault = u"unsafe: "_s + line;
        if (const auto match = comment.match(line); match.hasMatch()) {
            const QString key = match.captured(1) + match.captured(2);
            if (m_comments.contains(key) || (match.captured(1) == u"TYPE"_s && match.captured(3) != u"gauge"_s))
                m_fault = u"twice, or no gauge: "_s + line;
            m_comments += key;
            m_metric = match.captured(2);
            return;
        }
        const auto match = sample.match(line);
        if (!match.hasMatch() || match.captured(1) != m_metric || !m_comments.contains(u"HELP"_s + m_metric) ||
            !m_comments.contains(u"TYPE"_s + m_metric)) {
            m_fault = u"not understood: "_s + line;
            return;
        }
        Sample read{match.captured(1), {}, match.captured(3).toDouble()};
        for (auto each = label.globalMatch(match.captured(2)); each.hasNext();) {
            const auto one = each.next();
            QString value;
            for (qsizetype i = 0; i < one.captured(2).size(); ++i) {
                const QChar c = one.captured(2)[i];
                if (c == u'\\')
                    ++i;
                value += c != u'\\' ? c : one.captured(2)[i] == u'n' ? QChar(u'\n') : one.captured(2)[i];
            }
            read.labels[one.captured(1)] = value;
        }
        const QString series = line.section(u' ', 0, -2);
        if (m_series.contains(series))
            m_fault = u"twice: "_s + series;
        m_series += series;
        m_samples += read;
    }

    QList<Sample> m_samples;
    QSet<QString> m_comments, m_series;
    QString m_metric, m_fault;
};

} // namespace stationer::testing
