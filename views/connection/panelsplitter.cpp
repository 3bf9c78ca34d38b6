#include "views/connection/panelsplitter.h"

#include <QEvent>

namespace stationer {

namespace {
constexpr double leastShare = 0.05;
constexpr double mostShare = 0.9;
} // namespace

PanelSplitter::PanelSplitter(QWidget* parent) : QSplitter(Qt::Vertical, parent)
{
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] {
        m_share = qBound(leastShare, double(m_panel->height()) / room(), mostShare);
        m_most = int(room() * m_share);
    });
}

void PanelSplitter::add(QWidget& view, QWidget& panel)
{
    m_panel = &panel;
    addWidget(&view);
    addWidget(&panel);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
}

void PanelSplitter::setShare(double share)
{
    m_share = share >= leastShare && share <= mostShare ? share : UsualShare;
    fit();
}

int PanelSplitter::room() const
{
    return qMax(1, height() - handleWidth());
}

void PanelSplitter::fit()
{
    if (!m_panel || m_panel->isHidden())
        return;
    const int wanted = m_panel->heightForWidth(width());
    const int most = int(room() * m_share);
    if (wanted == m_wanted && most == m_most)
        return;
    m_wanted = wanted;
    m_most = most;
    const int height = qMax(qMin(wanted, most), m_panel->minimumSizeHint().height());
    setSizes({room() - height, height});
}

bool PanelSplitter::event(QEvent* event)
{
    const bool isDone = QSplitter::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        fit();
    return isDone;
}

void PanelSplitter::resizeEvent(QResizeEvent* event)
{
    QSplitter::resizeEvent(event);
    fit();
}

} // namespace stationer
