#include "catalogue/valuecheck.h"

#include "catalogue/timerange.h"
#include "station/value.h"

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

using Kind = ChangeFault::Kind;

CheckedValue refused(Kind kind)
{
    return {kind, {}};
}

CheckedValue bounded(const std::optional<qint64>& number, const Property& property)
{
    if (!number)
        return refused(Kind::BadValue);
    if (property.kind == ValueKind::Port && *number == 0)
        return refused(Kind::PortZero);
    if (*number < property.minimum || *number > property.maximum)
        return refused(Kind::OutOfRange);
    return {std::nullopt, QString::number(*number)};
}

bool isOneLine(const QString& text)
{
    return std::ranges::none_of(text, [](QChar c) { return c == u'\r' || c == u'\n' || c == u'\0'; });
}

} // namespace

ValueKind kindOfType(QStringView type)
{
    struct Known {
        QLatin1StringView type;
        ValueKind kind;
    };
    static constexpr Known known[]{
        {"baja:Boolean"_L1, ValueKind::Boolean},   {"baja:Integer"_L1, ValueKind::Integer},
        {"baja:Double"_L1, ValueKind::Double},     {"baja:String"_L1, ValueKind::String},
        {"baja:RelTime"_L1, ValueKind::RelTime},   {"baja:AbsTime"_L1, ValueKind::AbsTime},
        {"baja:Password"_L1, ValueKind::Password},
    };
    for (const Known& entry : known)
        if (type == entry.type)
            return entry.kind;
    return ValueKind::Other;
}

CheckedValue checkValue(const Property& property, const QString& value)
{
    switch (property.kind) {
    case ValueKind::Boolean:
        return readBoolean(value) ? CheckedValue{std::nullopt, value} : refused(Kind::BadValue);
    case ValueKind::Integer:
    case ValueKind::Port:
        return bounded(readInteger(value), property);
    case ValueKind::RelTime: {
        const std::optional<std::chrono::milliseconds> time = readRelTime(value);
        return bounded(time ? std::optional<qint64>(time->count()) : std::nullopt, property);
    }
    case ValueKind::Double:
        return readDouble(value) ? CheckedValue{std::nullopt, value} : refused(Kind::BadValue);
    case ValueKind::AbsTime: // `null` is a station's way to write never
        return value == u"null" || readAbsTime(value) ? CheckedValue{std::nullopt, value} : refused(Kind::BadValue);
    case ValueKind::Enum: {
        const bool isTag =
            std::ranges::any_of(property.tags, [&](const char* tag) { return value == QLatin1StringView(tag); });
        return isTag ? CheckedValue{std::nullopt, value} : refused(Kind::BadValue);
    }
    case ValueKind::String:
    case ValueKind::Ord:
    case ValueKind::AccountName:
        if ((property.onTheWire || property.kind == ValueKind::Ord) && !isOneLine(value))
            return refused(Kind::ForbiddenCharacter);
        return {std::nullopt, value};
    case ValueKind::Bits: {
        bool isNumber = false;
        const uint bits = value.toUInt(&isNumber, 16);
        return isNumber && !value.startsWith(u'+') ? CheckedValue{std::nullopt, QString::number(bits, 16)}
                                                   : refused(Kind::BadValue);
    }
    case ValueKind::TimeRange: {
        const std::optional<TimeRange> range = readTimeRange(value);
        return range ? CheckedValue{std::nullopt, writeTimeRange(*range)} : refused(Kind::BadValue);
    }
    case ValueKind::Password:
        return refused(Kind::Password);
    case ValueKind::Other:
        return refused(Kind::ReadOnly);
    }
    Q_UNREACHABLE();
}

CheckedValue checkValue(ValueKind kind, const QString& value)
{
    Property unbounded{.slot = "", .label = "", .meaning = "", .kind = kind};
    if (kind == ValueKind::Integer) { // a station's Integer has 32 bits
        unbounded.minimum = std::numeric_limits<qint32>::min();
        unbounded.maximum = std::numeric_limits<qint32>::max();
    }
    return checkValue(unbounded, value);
}

} // namespace stationer
