#include "views/connection/stagedelegate.h"

#include "connection/stage.h"
#include "diagnosis/stagewords.h"
#include "items/roles.h"
#include "items/testmodel.h"
#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/connection/timeruler.h"

#include <QPainter>

#include <optional>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

QVariant roleOf(const QModelIndex& index, TestRole role)
{
    return index.data(int(role));
}

std::optional<StageStatus> statusOf(const QModelIndex& index)
{
    const QVariant status = roleOf(index, TestRole::Status);
    return status.isValid() ? std::optional(StageStatus(status.toInt())) : std::nullopt;
}

bool isRunning(const QModelIndex& index)
{
    return roleOf(index, TestRole::IsRunning).toBool();
}

bool hasRun(const QModelIndex& index)
{
    return isRunning(index) || (statusOf(index) && !StageDelegate::isSkipped(index));
}

std::chrono::nanoseconds timeOf(const QModelIndex& index, TestRole role)
{
    return std::chrono::nanoseconds(roleOf(index, role).toLongLong());
}

} // namespace

StageDelegate::StageDelegate(const TimeRuler& ruler, QObject* parent) : QStyledItemDelegate(parent), m_ruler(ruler) {}

int StageDelegate::rowHeight(const QFontMetrics& metrics)
{
    return metrics.height() * 9 / 7; // 18 of 14
}

bool StageDelegate::isSkipped(const QModelIndex& index)
{
    return statusOf(index) == StageStatus::Skipped;
}

QString StageDelegate::detailOf(const QModelIndex& index)
{
    const QString detail = shownOnOneLine(roleOf(index, TestRole::Detail).toString());
    if (!detail.isEmpty())
        return detail;
    if (isRunning(index))
        return tr("running…");
    return isSkipped(index) ? tr("not needed") : QString();
}

QString StageDelegate::rowText(const QModelIndex& index)
{
    const auto column = [&](int which) { return index.siblingAtColumn(which).data().toString(); };
    QStringList parts{column(TestModel::StatusColumn), column(TestModel::DurationColumn), detailOf(index)};
    if (const QVariant earlier = roleOf(index, TestRole::EarlierDuration); earlier.isValid())
        //: %1 is a duration
        parts += tr("in the run before: %1").arg(shownDuration(std::chrono::nanoseconds(earlier.toLongLong())));
    parts.removeAll(QString());
    return column(TestModel::StageColumn) + u": "_s + parts.join(u", "_s);
}

QSize StageDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {0, rowHeight(option.fontMetrics)};
}

void StageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Colours colours = Colours::of(option.palette);
    const bool failed = statusOf(index) == StageStatus::Failed;
    const QColor strong = option.palette.color(QPalette::WindowText);
    const QRect area = option.rect.adjusted(stageCellMargin, 0, -stageCellMargin, 0);
    const auto write = [&](const QRect& room, const QString& text, Qt::Alignment side, const QColor& colour, bool isBold) {
        QFont font = option.font;
        font.setBold(isBold);
        painter->setFont(font);
        painter->setPen(colour);
        const QFontMetrics metrics(font);
        painter->drawText(room,
                          int(QStyle::visualAlignment(option.direction, side)) | int(Qt::AlignVCenter | Qt::TextSingleLine),
                          metrics.elidedText(text, Qt::ElideRight, room.width()));
    };
    switch (TestModel::Column(index.column())) {
    case TestModel::StageColumn: {
        const int extent = option.fontMetrics.ascent() + 1;
        const QRect sign(area.left(), area.center().y() - extent / 2 + 1, extent, extent);
        const QRect name = area.adjusted(extent + stageCellMargin, 0, 0, 0);
        if (isSkipped(index)) {
            //: Stages of a test that were skipped, such as «Sign-in, Envelope», and why: «not reached»
            const QString text = tr("%1: %2").arg(index.data().toString(), detailOf(index));
            write(QStyle::visualRect(option.direction, area, name), text, Qt::AlignLeft, colours.muted, false);
            break;
        }
        if (statusOf(index))
            paintBadge(*painter, failed ? Badge::Failed : Badge::Passed, QStyle::visualRect(option.direction, area, sign),
                       option.palette);
        write(QStyle::visualRect(option.direction, area, name), index.data().toString(), Qt::AlignLeft,
              hasRun(index) ? strong : colours.muted, failed);
        break;
    }
    case TestModel::StatusColumn:
        paintBar(*painter, option, index);
        break;
    case TestModel::DurationColumn:
        write(area, index.data().toString(), Qt::AlignRight, failed ? strong : colours.muted, false);
        break;
    case TestModel::DetailColumn:
        write(area, detailOf(index), Qt::AlignLeft, hasRun(index) && !isRunning(index) ? strong : colours.muted, false);
        break;
    case TestModel::ColumnCount:
        break;
    }
    painter->restore();
}

void StageDelegate::paintBar(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours colours = Colours::of(option.palette);
    const TimeScale scale = m_ruler.scale();
    const QRect track = option.rect.adjusted(stageCellMargin, 0, -stageCellMargin, 0);
    const auto mirrored = [&](QRect area) { return QStyle::visualRect(option.direction, option.rect, area); };
    QColor grid = colours.separator;
    grid.setAlphaF(0.6f);
    for (const std::chrono::nanoseconds tick : scale.ticks(m_ruler.tickLabelWidth()))
        painter.fillRect(mirrored(QRect(track.left() + scale.at(tick), track.top(), 1, track.height())), grid);

    const bool hasEarlier = roleOf(index, TestRole::EarlierDuration).isValid();
    const int height = qMax(6, option.fontMetrics.height() / 2);
    const int ghost = hasEarlier ? 3 : 0;
    const int top = track.top() + (track.height() - height - ghost) / 2;
    // A bar is never too thin to be seen, and stays inside the track.
    const auto bar = [&](std::chrono::nanoseconds begin, std::chrono::nanoseconds duration, int y, int thickness) {
        const int from = qMin(scale.at(begin), scale.length - 3);
        const int to = qMax(scale.at(begin + duration), from + 3);
        return mirrored(QRect(track.left() + from, y, to - from, thickness));
    };
    painter.setPen(Qt::NoPen);
    if (hasRun(index)) {
        QColor colour = statusOf(index) == StageStatus::Failed ? colours.failed : colours.bar;
        if (isRunning(index))
            colour.setAlphaF(0.6f);
        painter.setBrush(colour);
        painter.drawRoundedRect(bar(timeOf(index, TestRole::Begin), timeOf(index, TestRole::Duration), top, height), 2, 2);
    }
    if (hasEarlier) {
        QColor colour = colours.muted;
        colour.setAlphaF(0.55f);
        painter.setBrush(colour);
        painter.drawRect(bar(timeOf(index, TestRole::EarlierBegin), timeOf(index, TestRole::EarlierDuration),
                             top + height + 1, ghost - 1));
    }
}

} // namespace stationer
