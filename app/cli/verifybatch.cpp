#include "app/cli/verifybatch.h"

#include "app/cli/certificatejson.h"
#include "app/cli/inputfile.h"
#include "app/cli/pem.h"
#include "app/cli/texts.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LongestLine = 64 * 1024 * 1024; ///< a chain of 100 certificates and the roots of a system fit in easily

/// A PEM text, or a list of them.
QByteArray pemIn(const QJsonValue& value)
{
    if (!value.isArray())
        return value.toString().toUtf8();
    QByteArray joined;
    for (const QJsonValue part : value.toArray())
        joined += part.toString().toUtf8() + '\n';
    return joined;
}

bool isAbsent(const QJsonValue& value)
{
    return value.isUndefined() || value.isNull();
}

QJsonObject errorAnswer(const QJsonValue& id, const QString& error)
{
    return {{u"id"_s, isAbsent(id) ? QJsonValue() : id}, {u"error"_s, error}};
}

/// The lines of a file or a pipe, one after the other; one without end ends the reading.
class Lines {
public:
    explicit Lines(QFile& file) : m_file(file) {}
    std::optional<QByteArray> next();
    bool isTooLong() const { return m_isTooLong; }

private:
    static constexpr qint64 PieceSize = 256 * 1024;
    QFile& m_file;
    QByteArray m_ahead; ///< read and not yet given
    qsizetype m_at = 0; ///< where the next line begins in it
    bool m_isTooLong = false;
};

std::optional<QByteArray> Lines::next()
{
    qsizetype searched = m_at;
    for (;;) {
        const qsizetype end = m_ahead.indexOf('\n', searched);
        if (end >= 0) {
            const QByteArray line = m_ahead.mid(m_at, end - m_at);
            m_at = end + 1;
            return line;
        }
        m_ahead.remove(0, m_at);
        m_at = 0;
        searched = m_ahead.size();
        if (searched > LongestLine) {
            m_isTooLong = true;
            return std::nullopt;
        }
        const QByteArray piece = m_file.read(PieceSize);
        if (piece.isEmpty())
            return m_ahead.isEmpty() ? std::nullopt : std::optional(std::exchange(m_ahead, {}));
        m_ahead += piece;
    }
}

/// Answers questions one by one; the anchors of the last one are kept, as the next one usually asks by the same.
class Answering {
public:
    QJsonObject answer(const QByteArray& line);
    bool isEveryLineAnswered() const { return m_isEveryLineAnswered; }

private:
    QJsonObject refuse(const QJsonValue& id, const QString& error)
    {
        m_isEveryLineAnswered = false;
        return errorAnswer(id, error);
    }
    std::optional<TrustAnchors> anchors(const QJsonValue& roots);

    QByteArray m_rootsPem;
    TrustAnchors m_given;
    std::optional<TrustAnchors> m_system;
    bool m_isEveryLineAnswered = true;
};

std::optional<TrustAnchors> Answering::anchors(const QJsonValue& roots)
{
    if (isAbsent(roots)) {
        if (!m_system)
            m_system = TrustAnchors::systemAnd({});
        return m_system;
    }
    const QByteArray pem = pemIn(roots);
    if (pem.isEmpty())
        return TrustAnchors::only({});
    if (pem != m_rootsPem) {
        const auto found = chainOfPem(pem);
        if (!found)
            return std::nullopt;
        m_given = TrustAnchors::only(*found);
        m_rootsPem = pem;
    }
    return m_given;
}

QJsonObject Answering::answer(const QByteArray& line)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(line, &fault);
    if (!document.isObject())
        return refuse({}, fault.error == QJsonParseError::NoError
                              ? Texts::tr("the line is no JSON object")
                              : Texts::tr("the line is no JSON: %1").arg(fault.errorString()));
    const QJsonObject question = document.object();
    const QJsonValue id = question[u"id"];
    const QByteArray pem = pemIn(question[u"chain"]);
    if (pem.trimmed().isEmpty())
        return refuse(id, Texts::tr("chain is missing"));
    const QString host = question[u"host"].toString();
    if (host.isEmpty())
        return refuse(id, Texts::tr("host is missing"));
    QDateTime now = QDateTime::currentDateTimeUtc();
    if (const QJsonValue time = question[u"time"]; !isAbsent(time)) {
        const auto read = readTime(time.toString());
        if (!read)
            return refuse(id, Texts::tr("time is no ISO 8601 time"));
        now = *read;
    }
    const auto anchors = this->anchors(question[u"roots"]);
    if (!anchors)
        return refuse(id, Texts::tr("roots is no PEM"));
    // What came as a chain and is none is judged like one that is damaged inside.
    const CertificateChain chain = chainOfPem(pem).value_or(CertificateChain{pem});
    return toJson(judge(chain, host, now, *anchors), isAbsent(id) ? QJsonValue() : id);
}

} // namespace

ExitStatus verifyBatch(const QString& path, Console& console)
{
    QFile file(path);
    if (!openInput(file, console))
        return ExitStatus::CannotRead;
    Answering answering;
    Lines lines(file);
    while (const auto line = lines.next()) {
        if (const QByteArray question = line->trimmed(); !question.isEmpty())
            console.print(answering.answer(question));
    }
    if (lines.isTooLong()) {
        console.complain(Texts::tr("%1 has a line that is too long to be a question.").arg(shown(path)));
        return ExitStatus::CannotRead;
    }
    if (file.error() != QFile::NoError) {
        console.complain(Texts::tr("%1 cannot be read (%2).").arg(shown(path), shown(file.errorString())));
        return ExitStatus::CannotRead;
    }
    return answering.isEveryLineAnswered() ? ExitStatus::Done : ExitStatus::CannotRead;
}

std::optional<QDateTime> readTime(QStringView text)
{
    QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

} // namespace stationer
