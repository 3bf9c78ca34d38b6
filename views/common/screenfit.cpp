#include "views/common/screenfit.h"

#include <QApplication>
#include <QBoxLayout>
#include <QDialog>
#include <QEvent>
#include <QScreen>
#include <QScrollArea>
#include <QStyle>
#include <QWindow>

#include <utility>

namespace stationer {

namespace {

constexpr QLatin1StringView scrollName("dialogScroll");

/// The window manager's frame: what it says, or before it said something what is usual.
QMargins frameOf(const QWidget& window)
{
    const QMargins said = window.windowHandle() ? window.windowHandle()->frameMargins() : QMargins();
    return said.isNull() ? QMargins(4, window.fontMetrics().height() * 2, 4, 4) : said;
}

/// What its layout needs at least where it is as wide as it can be there.
int leastHeight(const QDialog& dialog, const QRect& room)
{
    const QLayout* layout = dialog.layout();
    const int width = qMin(dialog.width(), room.width());
    return layout && layout->hasHeightForWidth() ? layout->totalMinimumHeightForWidth(width)
                                                 : dialog.minimumSizeHint().height();
}

/// All but the last line of its layout goes into a view that scrolls.
void makeScrollable(QDialog& dialog, int most)
{
    auto* layout = qobject_cast<QVBoxLayout*>(dialog.layout());
    if (!layout || layout->count() < 2 || dialog.findChild<QScrollArea*>(scrollName, Qt::FindDirectChildrenOnly))
        return;
    auto* scroll = new QScrollArea(&dialog);
    auto* content = new QWidget(scroll);
    auto* inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(layout->spacing());
    while (layout->count() > 1) {
        const int stretch = layout->stretch(0);
        QLayoutItem* item = layout->takeAt(0);
        if (QLayout* nested = item->layout()) {
            nested->setParent(nullptr);
            inside->addLayout(nested, stretch);
        } else if (QWidget* widget = item->widget()) {
            inside->addWidget(widget, stretch, item->alignment());
            delete item;
        } else {
            inside->addItem(item);
        }
    }
    scroll->setObjectName(scrollName);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    const QMargins margins = layout->contentsMargins();
    const int wanted = content->minimumSizeHint().width() + scroll->style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    scroll->setMinimumWidth(qMin(wanted, most - margins.left() - margins.right()));
    layout->insertWidget(0, scroll, 1);
    layout->activate(); // the least height that the dialog had goes
}

} // namespace

QRect fittedInto(const QRect& window, const QRect& room)
{
    QRect fitted(window.topLeft(), window.size().boundedTo(room.size()));
    fitted.moveRight(qMin(fitted.right(), room.right()));
    fitted.moveBottom(qMin(fitted.bottom(), room.bottom()));
    fitted.moveLeft(qMax(fitted.left(), room.left()));
    fitted.moveTop(qMax(fitted.top(), room.top()));
    return fitted;
}

QRect roomFor(const QWidget& window)
{
    return window.screen()->availableGeometry().marginsRemoved(frameOf(window));
}

void fitInto(QWidget& window, const QRect& room)
{
    const QRect now = window.geometry();
    const bool isTooLarge = now.width() > room.width() || now.height() > room.height();
    if (auto* dialog = qobject_cast<QDialog*>(&window);
        dialog && isTooLarge &&
        (leastHeight(*dialog, room) > room.height() || dialog->minimumSizeHint().width() > room.width()))
        makeScrollable(*dialog, room.width());
    // Where it stands is the window manager's as long as nobody said.
    if (isTooLarge || window.testAttribute(Qt::WA_Moved))
        if (const QRect fitted = fittedInto(now, room); fitted != now)
            window.setGeometry(fitted);
}

bool isInLowWindow(const QWidget& widget)
{
    constexpr int lines = 48;
    return widget.window()->height() < widget.window()->fontMetrics().height() * lines;
}

ScreenFit::ScreenFit(QApplication& application, QObject* parent) : QObject(parent)
{
    application.installEventFilter(this);
}

bool ScreenFit::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Show || event->spontaneous() || !watched->isWidgetType())
        return false;
    auto& widget = static_cast<QWidget&>(*watched);
    const bool isWindow = widget.windowType() == Qt::Window || widget.windowType() == Qt::Dialog;
    if (isWindow && widget.isWindow() && !(widget.windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen)))
        fitInto(widget, roomFor(widget));
    return false;
}

} // namespace stationer
