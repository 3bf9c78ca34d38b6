#include "views/sheet/editors/abstimeeditor.h"

#include "station/value.h"
#include "views/sheet/editors/plainlineedit.h"

#include <QDateTime>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// What was typed in the file's encoding; as it is where it is no time, so that the refusal names it.
QString encoded(const QString& typed)
{
    if (readAbsTime(typed) || typed == "null"_L1)
        return typed;
    QDateTime time = QDateTime::fromString(QString(typed).replace(u' ', u'T'), Qt::ISODate);
    if (!time.isValid())
        return typed;
    if (time.timeSpec() == Qt::LocalTime)
        time = time.toOffsetFromUtc(time.offsetFromUtc());
    return writeAbsTime(time);
}

} // namespace

AbsTimeEditor::AbsTimeEditor(QWidget* parent) : Editor(parent), m_line(new PlainLineEdit(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    m_line->setPlaceholderText(tr("YYYY-MM-DD hh:mm", "the form of a date and time to be typed"));
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        commit();
        emit typingEnded();
    });
}

void AbsTimeEditor::setField(const Field& field)
{
    const bool isOther = field.value != m_field.value || field.isMixed != m_field.isMixed;
    const bool isPending = m_line->hasFocus() && m_line->isModified();
    m_field = field;
    if (isOther || !isPending)
        abandon();
}

void AbsTimeEditor::commit()
{
    if (!m_line->isModified())
        return;
    m_line->setModified(false);
    const QString value = encoded(m_line->text().trimmed());
    if (value != m_field.value)
        emit edited(value, Entry::Committed);
    abandon();
}

bool AbsTimeEditor::abandon()
{
    const bool wasPending = m_line->isModified();
    m_line->setText(m_field.isMixed ? QString() : m_field.value);
    m_line->setModified(false);
    return wasPending;
}

QWidget* AbsTimeEditor::control()
{
    return m_line;
}

} // namespace stationer
