#include "views/trust/validitybar.h"

#include "rows/certificateend.h"
#include "terms/dates.h"
#include "views/common/colours.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr int barHeight = 8;

} // namespace

ValidityBar::ValidityBar(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"validityBar"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ValidityBar::show(const QDateTime& from, const QDateTime& to, const QDateTime& now)
{
    m_from = from;
    m_to = to;
    m_now = now;
    setAccessibleName(tr("Valid from %1 to %2; the day looked at is %3").arg(shownDay(from), shownDay(to), shownDay(now)));
    setVisible(from.isValid() && to.isValid() && from < to);
    update();
}

QSize ValidityBar::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, barHeight + fontMetrics().height() * 2 + 8};
}

void ValidityBar::paintEvent(QPaintEvent*)
{
    if (!m_from.isValid() || !m_to.isValid() || m_from >= m_to)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const Colours colours = Colours::of(palette());
    const int line = fontMetrics().height();
    const QRectF bar(6, line + 2, width() - 12, barHeight);
    const double whole = double(m_from.msecsTo(m_to));
    const double part = qBound(0.0, double(m_from.msecsTo(m_now)) / whole, 1.0);
    const bool isOutside = m_now < m_from || m_now > m_to;
    const QColor fill = isOutside ? colours.failed : m_now.daysTo(m_to) <= soonDays ? colours.warning : colours.passed;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.separator);
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    QRectF spent = bar;
    spent.setWidth(bar.width() * part);
    if (isMirrored)
        spent.moveRight(bar.right());
    painter.setBrush(fill);
    painter.drawRoundedRect(spent, barHeight / 2.0, barHeight / 2.0);

    // Today: a needle through the bar, its day above.
    const double at = isMirrored ? bar.right() - bar.width() * part : bar.left() + bar.width() * part;
    painter.setPen(QPen(palette().color(QPalette::Text), 2));
    painter.drawLine(QPointF(at, line), QPointF(at, bar.bottom() + 3));
    const QString today = shownDay(m_now);
    const int wide = fontMetrics().horizontalAdvance(today);
    painter.drawText(QRectF(qBound(0.0, at - wide / 2.0, double(width() - wide)), 0, wide + 2, line), Qt::AlignCenter,
                     today);
    painter.setPen(colours.muted);
    const QRectF under(0, bar.bottom() + 4, width(), line);
    painter.drawText(under, int(Qt::AlignAbsolute | (isMirrored ? Qt::AlignRight : Qt::AlignLeft)), shownDay(m_from));
    painter.drawText(under, int(Qt::AlignAbsolute | (isMirrored ? Qt::AlignLeft : Qt::AlignRight)), shownDay(m_to));
}

} // namespace stationer
