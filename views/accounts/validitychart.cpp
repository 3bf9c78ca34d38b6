#include "views/accounts/validitychart.h"

#include "items/accountsmodel.h"
#include "items/validitymodel.h"
#include "views/accounts/validitydelegate.h"
#include "views/common/colours.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <utility>

using namespace Qt::StringLiterals;

namespace stationer {

ValidityChart::ValidityChart(ValidityModel& model, QWidget* parent)
    : QListView(parent), m_model(model), m_delegate(new ValidityDelegate(model, this)), m_axis(new QWidget(this))
{
    setObjectName(u"validityChart"_s);
    setAccessibleName(tr("Certificate validity"));
    setFrameShape(NoFrame);
    setModel(&model);
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(false);
    m_axis->installEventFilter(this);
    connect(this, &QAbstractItemView::doubleClicked, this, &ValidityChart::opened);
    followEnds();
    placeAxis();
}

void ValidityChart::followEnds()
{
    const ValidityTally tally = validityTallyOf(m_model.accounts().rows());
    m_delegate->setScale(ValidityScale::of(m_model.accounts().now(), tally.first, tally.last));
    viewport()->update();
    m_axis->update();
}

QSize ValidityChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, m_axis->height() + (fontMetrics().height() + 8) * 6};
}

QSize ValidityChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, m_axis->height() + (fontMetrics().height() + 8) * 3};
}

int ValidityChart::wholeHeight() const
{
    return m_axis->height() + (fontMetrics().height() + 8) * m_model.rowCount() + 4;
}

void ValidityChart::placeAxis()
{
    const int height = fontMetrics().height() * 2 + 8;
    setViewportMargins(0, height, 0, 0);
    const QRect inside = contentsRect();
    m_axis->setGeometry(inside.left(), inside.top(), inside.width(), height);
}

void ValidityChart::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    placeAxis();
}

void ValidityChart::changeEvent(QEvent* event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        placeAxis();
}

void ValidityChart::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        emit opened(currentIndex());
    else
        QListView::keyPressEvent(event);
}

bool ValidityChart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_axis || event->type() != QEvent::Paint)
        return QListView::eventFilter(watched, event);
    paintAxis();
    return true;
}

/// Above the months, below today and the days that matter; a label that would touch another is left out.
void ValidityChart::paintAxis()
{
    QPainter painter(m_axis);
    const Colours colours = Colours::of(palette());
    const QRect whole(0, 0, viewport()->width(), m_axis->height());
    const QRect track = ValidityLayout::of(whole, fontMetrics()).track;
    ValidityScale scale = m_delegate->scale();
    scale.length = track.width();
    const int line = fontMetrics().height();
    const int apart = fontMetrics().averageCharWidth();
    const auto mirrored = [&](const QRect& area) { return QStyle::visualRect(layoutDirection(), whole, area); };
    QList<QRect> taken;
    const auto label = [&](const QDateTime& at, int top, const QString& text) {
        const int width = fontMetrics().horizontalAdvance(text) + 1;
        const int middle = track.left() + scale.at(at) - width / 2;
        const QRect area(qBound(track.left(), middle, qMax(track.left(), track.right() - width)), top, width, line);
        for (const QRect& other : std::as_const(taken))
            if (other.adjusted(-apart, 0, apart, 0).intersects(area))
                return;
        taken += area;
        painter.drawText(mirrored(area), int(Qt::AlignCenter | Qt::TextSingleLine), text);
    };
    painter.fillRect(m_axis->rect(), palette().color(QPalette::Base));
    painter.setPen(colours.muted);
    for (const ValidityScale::Tick& tick : scale.ticks(fontMetrics().horizontalAdvance(u"8888-88   "_s))) {
        painter.fillRect(mirrored(QRect(track.left() + scale.at(tick.at), line, 1, 4)), colours.muted);
        label(tick.at, 0, tick.label);
    }
    painter.setPen(palette().color(QPalette::Text));
    //: Over the line that stands for this day in a chart
    label(scale.today, line + 4, tr("today"));
    painter.setPen(colours.muted);
    for (const int days : {30, 7, 14})
        //: A mark on an axis of time: so many days from now
        label(scale.today.addDays(days), line + 4, tr("%1 d").arg(days));
    painter.fillRect(QRect(0, m_axis->height() - 1, m_axis->width(), 1), colours.separator);
}

} // namespace stationer
