#include "views/accounts/celleditor.h"

#include "views/common/plaintext.h"
#include "views/sheet/editors/editorfactory.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolTip>

#include <utility>

using namespace Qt::StringLiterals;

namespace stationer {

CellEditor::CellEditor(ValueKind kind, const QString& label, QWidget* parent)
    : QWidget(parent), m_editor(makeEditor(kind, this)), m_list(qobject_cast<QComboBox*>(m_editor->control())),
      m_isMenu(m_list && !m_list->isEditable())
{
    setObjectName(u"cellEditor"_s);
    setAutoFillBackground(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_editor);
    m_editor->setName(u"cell"_s, label);
    setFocusProxy(m_editor->control());
    connect(m_editor, &Editor::edited, this, [this](const QString& value) {
        m_isEdited = true;
        m_field.value = value;
        m_field.isMixed = false;
        m_editor->setField(m_field); // as a sheet would: what was said is what is shown
    });
    for (auto* each : m_editor->findChildren<QWidget*>())
        if (each->focusPolicy() != Qt::NoFocus)
            each->installEventFilter(this);
    if (!m_list)
        return;
    connect(
        m_list, &QComboBox::activated, this, [this] { end(Ending::Picked); }, Qt::QueuedConnection);
    if (m_isMenu)
        m_list->view()->window()->installEventFilter(this);
}

void CellEditor::setField(const Field& field)
{
    m_field = field;
    m_editor->setField(field);
}

void CellEditor::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (auto* line = findChild<QLineEdit*>())
        line->selectAll(); // what is typed stands instead of it
    if (m_isMenu)
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!m_isEnded && isVisible())
                    m_list->showPopup();
            },
            Qt::QueuedConnection);
}

void CellEditor::showRefusal(const QString& sentence)
{
    QToolTip::showText(mapToGlobal(QPoint(0, height())), plainToolTip(sentence), this);
    if (auto* line = findChild<QLineEdit*>())
        line->selectAll();
}

void CellEditor::takeUpAgain()
{
    m_isEnded = false;
}

void CellEditor::end(Ending how)
{
    if (std::exchange(m_isEnded, true))
        return;
    if (how != Ending::Escape)
        m_editor->commit();
    emit ended(how);
}

bool CellEditor::onKey(QWidget* in, int key, Qt::KeyboardModifiers modifiers)
{
    QWidget* control = m_editor->control();
    const bool isInControl = in == control || control->isAncestorOf(in);
    const bool isPlain = !(modifiers & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isPlain && (modifiers & ~Qt::KeypadModifier) != Qt::ControlModifier)
            return false;
        end(isPlain ? Ending::Enter : Ending::EnterForAll);
        return true;
    case Qt::Key_Escape:
        end(Ending::Escape);
        return true;
    case Qt::Key_Tab:
        // A span's unit is a stop of its own.
        if (isInControl) {
            for (QWidget* next = in->nextInFocusChain(); next != in; next = next->nextInFocusChain())
                if (isAncestorOf(next) && next != control && !control->isAncestorOf(next) && next->isEnabled() &&
                    next->focusPolicy() & Qt::TabFocus && !next->focusProxy()) {
                    next->setFocus(Qt::TabFocusReason);
                    return true;
                }
        }
        end(Ending::Tab);
        return true;
    case Qt::Key_Backtab:
        if (!isInControl) {
            control->setFocus(Qt::BacktabFocusReason);
            return true;
        }
        end(Ending::Backtab);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (auto* list = qobject_cast<QComboBox*>(in)) {
            list->showPopup();
            return true;
        }
        return false;
    default:
        return false;
    }
}

/// The focus is elsewhere in the window, and not in a list that opened over it.
bool CellEditor::isLeft() const
{
    const QWidget* now = QApplication::focusWidget();
    const bool isInside = now && (now == this || isAncestorOf(now));
    const bool isListOpen = m_list && m_list->view()->isVisible();
    return !isInside && !isListOpen && !QApplication::activePopupWidget();
}

bool CellEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (m_isEnded)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress && watched->isWidgetType()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        auto* in = static_cast<QWidget*>(watched);
        if (isAncestorOf(in) && onKey(in, key->key(), key->modifiers()))
            return true;
    }
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return false;
    }
    // A list that was closed without a choice; with one, it has been said by then.
    if (event->type() == QEvent::Hide && m_isMenu && watched == m_list->view()->window())
        QMetaObject::invokeMethod(
            this, [this] { end(m_isEdited ? Ending::Picked : Ending::Escape); }, Qt::QueuedConnection);
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        // Another window may be where the value is to be copied from.
        const bool isPassing =
            reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason || reason == Qt::MenuBarFocusReason;
        if (!isPassing)
            QMetaObject::invokeMethod(
                this,
                [this] {
                    if (isLeft())
                        end(Ending::FocusLost);
                },
                Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace stationer
