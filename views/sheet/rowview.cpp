#include "views/sheet/rowview.h"

#include "catalogue/property.h"
#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/linkbutton.h"
#include "views/common/noteline.h"
#include "views/common/plaintext.h"
#include "views/sheet/editors/editorfactory.h"
#include "views/sheet/editors/passwordeditor.h"
#include "views/sheet/valueview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr int markWidth = 3;
constexpr int labelLeft = 12;
constexpr int boxGap = 16;
constexpr int rowPadding = 2; // above and below the editor

} // namespace

RowView::RowView(const SheetRow& row, QWidget* parent)
    : QWidget(parent), m_slot(row.slot), m_kind(row.kind), m_label(new PlainLabel({}, this)), m_box(new QWidget(this)),
      m_unit(new PlainLabel({}, m_box)), m_flags(new PlainLabel({}, m_box)), m_reset(new QToolButton(m_box)),
      m_note(new NoteLine(this))
{
    setObjectName(u"row-"_s + m_slot);
    auto* box = new QHBoxLayout(m_box);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);

    if (!row.isReadOnly)
        m_editor = makeEditor(m_kind, m_box);
    if (m_editor) {
        box->addWidget(m_editor);
        connect(m_editor, &Editor::edited, this,
                [this](const QString& value, Editor::Entry entry) { emit edited(m_slot, value, entry); });
        connect(m_editor, &Editor::typingEnded, this, &RowView::typingEnded);
    } else {
        m_value = new ValueView(m_slot, m_box);
        box->addWidget(m_value);
    }
    m_unit->setMuted();
    box->addWidget(m_unit);
    box->addWidget(m_reset);
    m_flags->setMuted();
    box->addWidget(m_flags);
    box->addStretch();

    m_reset->setIcon(icon(u"reset"_s));
    m_reset->setAutoRaise(true);
    m_reset->setFocusPolicy(Qt::TabFocus);
    m_reset->setObjectName(u"reset-"_s + m_slot);
    QSizePolicy keepsRoom = m_reset->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keepsRoom);
    // An editor that is still open must not write its old text after the reset.
    connect(m_reset, &QToolButton::clicked, this, [this] {
        if (m_editor)
            m_editor->abandon();
        emit resetRequested(m_slot);
    });
    connect(m_note, &NoteLine::remedyClicked, this, [this] {
        if (m_editor)
            m_editor->abandon();
        emit remedyRequested(m_slot);
    });
    m_note->setObjectName(u"note-"_s + m_slot);
    m_note->remedyButton()->setObjectName(u"remedy-"_s + m_slot);

    // Not Fixed: that would hold the height to the one of a single line.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    show(row);
}

QString RowView::label() const
{
    return m_label->text();
}

PasswordEditor* RowView::passwordEditor() const
{
    return qobject_cast<PasswordEditor*>(m_editor);
}

void RowView::show(const SheetRow& row)
{
    const QString meaning = plainToolTip(row.meaning);
    m_isHidden = row.isHidden;
    m_isChanged = row.isChanged;
    m_label->setText(shownOnOneLine(row.label, 80));
    m_label->setToolTip(meaning);
    if (m_editor) {
        m_editor->setField(fieldOf(row));
        m_editor->setName(m_slot, row.label);
        m_editor->control()->setToolTip(meaning);
    } else {
        m_value->show(row);
        m_value->setToolTip(meaning);
    }
    // A span of time brings its own unit along.
    const QString unit = m_kind == ValueKind::RelTime ? QString() : row.unit;
    m_unit->setText(unit);
    m_unit->setVisible(!unit.isEmpty());
    m_flags->setText(row.flags);
    m_flags->setVisible(!row.flags.isEmpty());
    m_reset->setVisible(m_editor && !passwordEditor() && row.isResettable);
    const QString standard = row.defaultValue.value_or(QString());
    m_reset->setToolTip(plainToolTip(standard.isEmpty() ? tr("Reset %1 to its default, which is empty").arg(row.label)
                                                        : tr("Reset %1 to its default, %2").arg(row.label, standard)));
    m_reset->setAccessibleName(tr("Reset %1").arg(row.label));
    setAccessibleDescription(m_isChanged ? tr("Changed since the file was opened") : QString());
    m_said = row.note;
    showNote();
    updateGeometry();
    arrange();
    update();
}

/// Where a password lives is said in place of less; what is wrong comes first.
void RowView::showNote()
{
    const bool isLess = !m_said || m_said->badge == Badge::Info;
    const SheetNote note = isLess && !m_aboutPassword.text.isEmpty() ? m_aboutPassword : m_said.value_or(SheetNote());
    m_note->setNote(note.badge, note.text, note.remedyLabel);
    m_note->setVisible(!note.text.isEmpty());
    if (m_editor)
        m_editor->control()->setAccessibleDescription(note.text.isEmpty() ? textOfToolTip(m_label->toolTip()) : note.text);
}

void RowView::setPasswordFacts(const PasswordFacts& facts)
{
    if (!passwordEditor())
        return;
    passwordEditor()->setFacts(facts);
    const bool isUnreachable = facts.home == PasswordHome::LockedKeyRing || facts.home == PasswordHome::SilentKeyRing;
    m_aboutPassword.badge = isUnreachable ? Badge::Warning : Badge::Info;
    m_aboutPassword.text = PasswordEditor::sentence(facts);
    showNote();
    updateGeometry();
    arrange();
}

int RowView::labelWidth() const
{
    return m_label->sizeHint().width();
}

void RowView::setLabelColumn(int width)
{
    m_labelColumn = width;
    updateGeometry();
    arrange();
}

int RowView::boxLeft() const
{
    return labelLeft + m_labelColumn + boxGap;
}

int RowView::boxWidth(int width) const
{
    return qMax(qMin(m_box->sizeHint().width(), width - boxLeft()), 0);
}

int RowView::lineHeight() const
{
    // The same for every kind, so that the rows keep one rhythm.
    const int field = fontMetrics().height() + 10;
    return qMax(field, m_box->sizeHint().height()) + 2 * rowPadding;
}

bool RowView::isNoteInline(int width) const
{
    return boxLeft() + boxWidth(width) + boxGap / 2 + m_note->sizeHint().width() <= width;
}

QSize RowView::sizeHint() const
{
    return {boxLeft() + m_box->sizeHint().width() + boxGap, lineHeight()};
}

QSize RowView::minimumSizeHint() const
{
    return {boxLeft() + fontMetrics().averageCharWidth() * 16, lineHeight()};
}

int RowView::heightForWidth(int width) const
{
    if (m_note->isEmpty() || isNoteInline(width))
        return lineHeight();
    return lineHeight() + m_note->heightForWidth(qMax(1, width - boxLeft())) + rowPadding;
}

void RowView::arrange()
{
    const auto place = [&](QWidget* widget, const QRect& area) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), area));
    };
    const int line = lineHeight();
    place(m_label, QRect(labelLeft, 0, m_labelColumn, line));
    const int left = boxLeft();
    const bool hasNoteBeside = !m_note->isEmpty() && isNoteInline(width());
    const int box = m_value && !hasNoteBeside ? qMax(0, width() - left) : boxWidth(width());
    place(m_box, QRect(left, rowPadding, box, line - 2 * rowPadding));
    if (m_note->isEmpty())
        return;
    if (hasNoteBeside) {
        const int noteLeft = left + box + boxGap / 2;
        const int height = m_note->sizeHint().height();
        place(m_note, QRect(noteLeft, (line - height) / 2, width() - noteLeft, height));
    } else {
        const int room = width() - left;
        place(m_note, QRect(left, line, room, m_note->heightForWidth(room)));
    }
}

bool RowView::event(QEvent* event)
{
    // A link beside the editor came or went, and with it the room for the note.
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        arrange();
    }
    return QWidget::event(event);
}

void RowView::resizeEvent(QResizeEvent*)
{
    arrange();
}

void RowView::paintEvent(QPaintEvent*)
{
    if (!m_isChanged)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Colours::of(palette()).changed);
    const QRect mark(0, rowPadding + 2, markWidth, height() - 2 * rowPadding - 4);
    painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), mark), 1.5, 1.5);
}

void RowView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

} // namespace stationer
