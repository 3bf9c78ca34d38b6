#include "views/sheet/editors/timerangeeditor.h"

#include "catalogue/timerange.h"
#include "views/common/plaintext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QTimeEdit>

using namespace Qt::StringLiterals;

namespace stationer {

TimeRangeEditor::TimeRangeEditor(QWidget* parent)
    : Editor(parent), m_row(new QWidget(this)), m_start(new QTimeEdit(m_row)), m_end(new QTimeEdit(m_row)),
      m_meaning(new PlainLabel({}, m_row))
{
    auto* row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_start);
    row->addWidget(new PlainLabel(u"–"_s, m_row));
    row->addWidget(m_end);
    row->addWidget(m_meaning);
    m_meaning->setMuted();
    m_start->setObjectName(u"start"_s);
    m_end->setObjectName(u"end"_s);
    for (QTimeEdit* edit : {m_start, m_end}) {
        edit->setKeyboardTracking(false); // one hour on the way to another is not meant
        edit->setFocusPolicy(Qt::StrongFocus);
        edit->installEventFilter(this);
        connect(edit, &QTimeEdit::timeChanged, this, &TimeRangeEditor::say);
    }
    m_row->setFocusPolicy(Qt::TabFocus);
    m_row->setFocusProxy(m_start);
    place(m_row);
    m_start->setAccessibleName(tr("From"));
    m_end->setAccessibleName(tr("Until"));
}

void TimeRangeEditor::setField(const Field& field)
{
    m_field = field;
    const std::optional<TimeRange> range = field.isMixed ? std::nullopt : readTimeRange(field.value);
    const TimeRange shown = range.value_or(TimeRange());
    const auto hasSeconds = [](QTime time) { return time.second() != 0 || time.msec() != 0; };
    const bool isExact = hasSeconds(shown.start) || hasSeconds(shown.end);
    for (const auto& [edit, time] : {std::pair(m_start, shown.start), std::pair(m_end, shown.end)}) {
        const QSignalBlocker blocker(edit);
        edit->setDisplayFormat(isExact ? u"HH:mm:ss.zzz"_s : u"HH:mm"_s);
        edit->setTime(time);
    }
    m_meaning->setText(field.isMixed                                         ? tr("mixed")
                       : !range                                              ? field.value
                       : shown.start == shown.end                            ? tr("the whole day")
                       : shown.end < shown.start && shown.end != QTime(0, 0) ? tr("over midnight")
                                                                             : QString());
}

void TimeRangeEditor::say()
{
    emit edited(writeTimeRange({m_start->time(), m_end->time()}), Entry::Committed);
    setField(Field(m_field)); // what the station has now, the old value after a refusal
}

void TimeRangeEditor::commit()
{
    m_start->interpretText();
    m_end->interpretText();
}

bool TimeRangeEditor::abandon()
{
    setField(Field(m_field));
    return false;
}

bool TimeRangeEditor::eventFilter(QObject* watched, QEvent* event)
{
    // Scrolling the sheet must not turn what lies under the pointer.
    if (event->type() == QEvent::Wheel && !static_cast<QWidget*>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return Editor::eventFilter(watched, event);
}

} // namespace stationer
