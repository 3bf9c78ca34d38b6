#include "views/common/filledbutton.h"

#include <QEvent>
#include <QPointer>
#include <QPushButton>

#include <algorithm>

namespace stationer {

namespace {

constexpr auto primaryProperty = "primary";
constexpr auto standsBackProperty = "standsBack";

bool asks(const QPushButton& button)
{
    return button.isDefault() || button.property(primaryProperty).toBool();
}

int standsBack(const QPushButton& button)
{
    return button.property(standsBackProperty).toInt();
}

QList<QPushButton*> buttonsThatAsk(const QWidget& window)
{
    QList<QPushButton*> buttons = window.findChildren<QPushButton*>();
    buttons.removeIf([&](const QPushButton* each) { return each->window() != &window || !asks(*each); });
    return buttons;
}

} // namespace

bool isFilled(const QPushButton& button)
{
    if (!button.isEnabled() || !asks(button))
        return false;
    const QList<QPushButton*> all = buttonsThatAsk(*button.window());
    return std::ranges::none_of(all, [&](const QPushButton* other) {
        return other->isVisible() && other->isEnabled() && standsBack(*other) < standsBack(button);
    });
}

void askToBeFilled(QPushButton& button, int by)
{
    button.setProperty(standsBackProperty, by);
    button.setProperty(primaryProperty, true);
}

bool FilledButtons::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::EnabledChange:
    case QEvent::DynamicPropertyChange:
        if (const auto* button = qobject_cast<QPushButton*>(watched); button && asks(*button))
            QMetaObject::invokeMethod( // later: a window that goes has no list of its buttons
                this,
                [window = QPointer(button->window())] {
                    for (QPushButton* each : window ? buttonsThatAsk(*window) : QList<QPushButton*>())
                        each->update();
                },
                Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace stationer
