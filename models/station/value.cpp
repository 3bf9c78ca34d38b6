#include "station/value.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool areDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit);
}

/// `Z`, `+hh:mm` or `-hh:mm`, in seconds.
std::optional<int> readOffset(QStringView text)
{
    if (text == u"Z")
        return 0;
    if (text.size() != 6 || (text[0] != u'+' && text[0] != u'-') || text[3] != u':' || !areDigits(text.sliced(1, 2)) ||
        !areDigits(text.sliced(4, 2)))
        return std::nullopt;
    const int hours = text.sliced(1, 2).toInt();
    const int minutes = text.sliced(4, 2).toInt();
    if (hours > 14 || minutes > 59)
        return std::nullopt;
    const int seconds = hours * 3600 + minutes * 60;
    return text[0] == u'-' ? -seconds : seconds;
}

} // namespace

std::optional<bool> readBoolean(QStringView text)
{
    if (text == u"true")
        return true;
    if (text == u"false")
        return false;
    return std::nullopt;
}

std::optional<qint64> readInteger(QStringView text)
{
    if (!areDigits(text.startsWith(u'-') ? text.sliced(1) : text))
        return std::nullopt;
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<double> readDouble(QStringView text)
{
    if (text == u"+inf")
        return std::numeric_limits<double>::infinity();
    if (text == u"-inf")
        return -std::numeric_limits<double>::infinity();
    if (text == u"nan")
        return std::numeric_limits<double>::quiet_NaN();
    const auto isPart = [](QChar c) { return isDigit(c) || u"+-.eE"_s.contains(c); };
    if (!std::all_of(text.begin(), text.end(), isPart))
        return std::nullopt;
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<std::chrono::milliseconds> readRelTime(QStringView text)
{
    const auto value = readInteger(text);
    return value ? std::optional(std::chrono::milliseconds(*value)) : std::nullopt;
}

std::optional<QDateTime> readAbsTime(QStringView text)
{
    // yyyy-MM-ddThh:mm:ss[.fraction]offset
    if (text.size() < 20 || text[4] != u'-' || text[7] != u'-' || text[10] != u'T' || text[13] != u':' || text[16] != u':')
        return std::nullopt;
    for (const auto& [at, length] : {std::pair{0, 4}, {5, 2}, {8, 2}, {11, 2}, {14, 2}, {17, 2}}) {
        if (!areDigits(text.sliced(at, length)))
            return std::nullopt;
    }
    const auto number = [text](qsizetype at, qsizetype length) { return text.sliced(at, length).toInt(); };
    qsizetype rest = 19;
    int milliseconds = 0;
    if (text[rest] == u'.') {
        qsizetype end = rest + 1;
        while (end < text.size() && isDigit(text[end]))
            ++end;
        if (end == rest + 1)
            return std::nullopt;
        milliseconds =
            text.sliced(rest + 1, std::min<qsizetype>(3, end - rest - 1)).toString().leftJustified(3, u'0').toInt();
        rest = end;
    }
    const auto offset = readOffset(text.sliced(rest));
    const QDate date(number(0, 4), number(5, 2), number(8, 2));
    const QTime time(number(11, 2), number(14, 2), number(17, 2), milliseconds);
    if (!offset || !date.isValid() || !time.isValid())
        return std::nullopt;
    return QDateTime(date, time, Qt::OffsetFromUTC, *offset);
}

bool isEncoded(QStringView type, QStringView value)
{
    static const QRegularExpression encoded(uR"(^\[[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\]=)"_s);
    return type.contains("Password"_L1) || encoded.match(value.toString()).hasMatch();
}

QString writeBoolean(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

QString writeRelTime(std::chrono::milliseconds value)
{
    return QString::number(value.count());
}

QString writeAbsTime(const QDateTime& value)
{
    const int offset = value.offsetFromUtc();
    const QDateTime here = value.toOffsetFromUtc(offset);
    if (offset == 0)
        return here.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u'Z';
    const int minutes = std::abs(offset) / 60;
    return here.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + (offset < 0 ? u'-' : u'+') +
           u"%1:%2"_s.arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
}

std::optional<QTime> readTimeOfDay(QStringView text)
{
    const QTime time = QTime::fromString(text.toString(), u"HH:mm:ss.zzz"_s);
    return time.isValid() && writeTimeOfDay(time) == text ? std::optional(time) : std::nullopt;
}

QString writeTimeOfDay(QTime value)
{
    return value.toString(u"HH:mm:ss.zzz"_s);
}

} // namespace stationer
