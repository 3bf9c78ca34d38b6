#include "views/manual/manual.h"

#include "views/manual/manualpage.h"
#include "views/manual/manualwindow.h"

#include <QApplication>
#include <QKeyEvent>

namespace stationer {

Manual::Manual(QObject* parent) : QObject(parent)
{
    // A dialog does not pass its keys on to the menu of the window behind it.
    qApp->installEventFilter(this);
}

Manual::~Manual() = default;

void Manual::showAbout(const QWidget* widget)
{
    if (!m_window)
        m_window = std::make_unique<ManualWindow>();
    m_window->showPage(manualPageAbout(widget));
}

bool Manual::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::HelpContents))
        return false;
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || widget->window() == m_window.get())
        return false;
    showAbout(widget);
    return true;
}

} // namespace stationer
