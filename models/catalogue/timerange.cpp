#include "catalogue/timerange.h"

#include "station/value.h"

#include <utility>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

const auto startSlot = u"startTime"_s;
const auto endSlot = u"endTime"_s;

QString textIn(const Document& document, SlotId range, const QString& slot)
{
    const SlotId inside = document.child(range, slot);
    const std::optional<QString> value = inside == SlotId::None ? std::nullopt : document.value(inside);
    return value.value_or(writeTimeOfDay(TimeRange().start));
}

} // namespace

std::optional<TimeRange> readTimeRange(QStringView text)
{
    const qsizetype mark = text.indexOf(u'-');
    const std::optional<QTime> start = mark < 0 ? std::nullopt : readTimeOfDay(text.first(mark));
    const std::optional<QTime> end = mark < 0 ? std::nullopt : readTimeOfDay(text.sliced(mark + 1));
    return start && end ? std::optional(TimeRange{*start, *end}) : std::nullopt;
}

QString writeTimeRange(const TimeRange& range)
{
    return writeTimeOfDay(range.start) + u'-' + writeTimeOfDay(range.end);
}

QString timeRangeIn(const Document& document, SlotId slot)
{
    return textIn(document, slot, startSlot) + u'-' + textIn(document, slot, endSlot);
}

Result<Edit, EditFault> setTimeRange(const Document& document, SlotId component, const QString& slot,
                                     const std::optional<TimeRange>& range, const QStringList& order)
{
    const TimeRange wanted = range.value_or(TimeRange());
    const QList<std::pair<QString, QTime>> ends{{startSlot, wanted.start}, {endSlot, wanted.end}};
    const SlotId present = document.child(component, slot);
    if (present == SlotId::None) {
        NewSlot added{.name = slot, .type = {}, .value = std::nullopt, .isComponent = false, .children = {}};
        for (const auto& [name, time] : ends)
            if (time != TimeRange().start)
                added.children += NewSlot{name, {}, writeTimeOfDay(time), false, {}};
        return added.children.isEmpty() ? Result<Edit, EditFault>(Edit()) : document.add(component, added, order);
    }
    QList<SlotValue> values;
    bool isEmptied = true;
    for (const auto& [name, time] : ends) {
        const SlotId inside = document.child(present, name);
        const QString text = writeTimeOfDay(time);
        const bool wasWritten = range && inside != SlotId::None && document.openedValue(inside) == text;
        const bool isReset = !range || (time == TimeRange().start && !wasWritten);
        isEmptied = isEmptied && isReset && (inside == SlotId::None || !document.openedValue(inside));
        if (!isReset || inside != SlotId::None)
            values += SlotValue{name, isReset ? std::nullopt : std::optional(text), {}};
    }
    // What was added here and holds nothing any more goes as it came.
    const bool isOwn = isEmptied && document.childCount(present) == qsizetype(values.size());
    return isOwn ? document.remove(present) : document.setValues(present, values, {startSlot, endSlot});
}

} // namespace stationer
