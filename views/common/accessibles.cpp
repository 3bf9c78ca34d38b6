#include "views/common/accessibles.h"

#include "views/common/plaintext.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>

namespace stationer {

namespace {

constexpr const char* roleProperty = "accessibleRole";
constexpr const char* unfoldedProperty = "accessibleUnfolded";
constexpr const char* tipProperty = "accessibleTip"; ///< the description that a tool tip left

/// A widget with a role of its own; a button among them is pressed, and chosen where it is checked.
class RoleAccessible : public QAccessibleWidget {
public:
    RoleAccessible(QWidget* widget, QAccessible::Role role) : QAccessibleWidget(widget, role) {}

    QString text(QAccessible::Text which) const override
    {
        const auto* label = qobject_cast<QLabel*>(widget());
        return which == QAccessible::Name && label && label->accessibleName().isEmpty() ? label->text()
                                                                                        : QAccessibleWidget::text(which);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        if (const QAbstractButton* pressed = button(); pressed && pressed->isCheckable()) {
            state.selectable = true;
            state.selected = pressed->isChecked();
        }
        if (const QVariant unfolded = widget()->property(unfoldedProperty); unfolded.isValid()) {
            state.selectable = state.selected = false;
            state.expandable = true;
            state.expanded = unfolded.toBool();
            state.collapsed = !unfolded.toBool();
        }
        return state;
    }
    QStringList actionNames() const override
    {
        return button() ? QStringList(pressAction()) + QAccessibleWidget::actionNames() : QAccessibleWidget::actionNames();
    }
    void doAction(const QString& name) override
    {
        if (button() && name == pressAction())
            button()->click();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    QAbstractButton* button() const { return qobject_cast<QAbstractButton*>(widget()); }
};

/// The value of a list that is only picked from, to be read like the text of one that is typed into.
class PickedText : public QAccessibleTextInterface {
public:
    explicit PickedText(const QComboBox& combo) : m_combo(combo) {}

    QString text(int from, int to) const override { return m_combo.currentText().mid(from, to - from); }
    int characterCount() const override { return int(m_combo.currentText().size()); }
    QRect characterRect(int) const override { return {m_combo.mapToGlobal(QPoint()), m_combo.size()}; }
    QString attributes(int, int* from, int* to) const override
    {
        *from = 0;
        *to = characterCount();
        return {};
    }
    void selection(int, int* from, int* to) const override { *from = *to = 0; }
    int selectionCount() const override { return 0; }
    int cursorPosition() const override { return 0; }
    int offsetAtPoint(const QPoint&) const override { return -1; }
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}
    void setCursorPosition(int) override {}
    void scrollToSubstring(int, int) override {}

private:
    const QComboBox& m_combo;
};

/// A combo box is named by its label, and what it holds is its text; Qt names it by what it holds. What is picked here
/// counts as if it was picked by hand.
class ComboAccessible : public QAccessibleWidget {
public:
    explicit ComboAccessible(QComboBox* combo) : QAccessibleWidget(combo, QAccessible::ComboBox), m_picked(*combo)
    {
        // A name that stays tells nobody that another value was picked; a line that is typed into says it by itself.
        QObject::connect(combo, &QComboBox::currentTextChanged, combo, [combo](const QString& now) {
            if (combo->isEditable())
                return;
            QAccessibleTextInsertEvent event(combo, 0, now);
            QAccessible::updateAccessibility(&event);
        });
    }

    QString text(QAccessible::Text which) const override
    {
        if (which == QAccessible::Value)
            return combo()->currentText();
        const QString text = QAccessibleWidget::text(which);
        return which == QAccessible::Name && text.isEmpty() ? combo()->currentText() : text;
    }
    void setText(QAccessible::Text which, const QString& text) override
    {
        if (which != QAccessible::Value)
            QAccessibleWidget::setText(which, text);
        else if (combo()->isEditable())
            combo()->lineEdit()->setText(text);
        else
            pick(combo()->findText(text));
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = combo()->view()->isVisible();
        state.editable = combo()->isEditable();
        return state;
    }
    int childCount() const override { return combo()->isEditable() ? 2 : 1; }
    QAccessibleInterface* child(int index) const override
    {
        if (index == 0)
            return QAccessible::queryAccessibleInterface(combo()->view());
        return index == 1 && combo()->isEditable() ? QAccessible::queryAccessibleInterface(combo()->lineEdit()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        return child->object() == combo()->view() ? 0 : child->object() == combo()->lineEdit() ? 1 : -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        return combo()->isEditable() &&
                       combo()->lineEdit()->rect().contains(combo()->lineEdit()->mapFromGlobal(QPoint(x, y)))
                   ? child(1)
                   : nullptr;
    }
    QStringList actionNames() const override
    {
        return QStringList{showMenuAction(), pressAction(), increaseAction(), decreaseAction()} +
               QAccessibleWidget::actionNames();
    }
    void doAction(const QString& name) override
    {
        if (name == increaseAction())
            pick(combo()->currentIndex() + 1);
        else if (name == decreaseAction())
            pick(combo()->currentIndex() - 1);
        else if (name != showMenuAction() && name != pressAction())
            QAccessibleWidget::doAction(name);
        else if (combo()->view()->isVisible())
            combo()->hidePopup();
        else
            combo()->showPopup();
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (QAccessibleInterface* line = child(1);
            line && (type == QAccessible::TextInterface || type == QAccessible::EditableTextInterface))
            return line->interface_cast(type);
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface*>(&m_picked);
        return QAccessibleWidget::interface_cast(type);
    }

private:
    QComboBox* combo() const { return static_cast<QComboBox*>(widget()); }
    void pick(int row)
    {
        if (row < 0 || row >= combo()->count() || !combo()->isEnabled())
            return;
        combo()->setCurrentIndex(row);
        emit combo()->activated(row); // as its own list says
    }

    PickedText m_picked;
};

QAccessibleInterface* accessibleOf(const QString&, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    if (!widget)
        return nullptr;
    if (const QVariant role = widget->property(roleProperty); role.isValid())
        return new RoleAccessible(widget, QAccessible::Role(role.toInt()));
    auto* combo = qobject_cast<QComboBox*>(widget);
    return combo ? new ComboAccessible(combo) : nullptr;
}

} // namespace

Accessibles::Accessibles(QApplication& application) : QObject(&application)
{
    QAccessible::installFactory(accessibleOf);
    application.installEventFilter(this);
}

void Accessibles::setRole(QWidget& widget, QAccessible::Role role)
{
    widget.setProperty(roleProperty, int(role));
    // Its first text had it described already, whether anybody listens or not.
    if (QAccessibleInterface* before = QAccessible::queryAccessibleInterface(&widget))
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(before));
}

void Accessibles::setUnfolded(QWidget& button, bool isUnfolded)
{
    if (!button.property(unfoldedProperty).isValid())
        setRole(button, QAccessible::Button);
    button.setProperty(unfoldedProperty, isUnfolded);
    QAccessible::State changed;
    changed.expanded = true;
    QAccessibleStateChangeEvent event(&button, changed);
    QAccessible::updateAccessibility(&event);
}

/// The first two are what reaches a screen reader over AT-SPI, the third what other platforms have for it.
void Accessibles::announce(QWidget& widget)
{
    for (const QAccessible::Event kind : {QAccessible::NameChanged, QAccessible::ObjectShow, QAccessible::Alert}) {
        QAccessibleEvent event(&widget, kind);
        QAccessible::updateAccessibility(&event);
    }
}

/// Without a description of its own a widget is described by its tool tip, tags and all.
bool Accessibles::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ToolTipChange || !watched->isWidgetType())
        return false;
    auto* widget = static_cast<QWidget*>(watched);
    const QString before = widget->property(tipProperty).toString();
    const QString now = textOfToolTip(widget->toolTip());
    if (now == before || widget->accessibleDescription() != before)
        return false;
    widget->setProperty(tipProperty, now);
    widget->setAccessibleDescription(now);
    return false;
}

} // namespace stationer
