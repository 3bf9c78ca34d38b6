#include "views/connection/waterfall.h"

#include "connection/stage.h"
#include "items/roles.h"
#include "items/testmodel.h"
#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <optional>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr int gap = 8;

struct StageRow {
    std::optional<StageStatus> status;
    bool isRunning = false;
    qint64 begin = 0;
    qint64 duration = 0;
    QString name, time, detail;
};

StageRow stageRow(const TestModel& model, int row)
{
    const auto role = [&](TestRole which) { return model.index(row, 0).data(int(which)); };
    const auto column = [&](int which) { return model.index(row, which).data().toString(); };
    StageRow stage;
    if (const QVariant status = role(TestRole::Status); status.isValid())
        stage.status = StageStatus(status.toInt());
    stage.isRunning = role(TestRole::IsRunning).toBool();
    stage.begin = role(TestRole::Begin).toLongLong();
    stage.duration = role(TestRole::Duration).toLongLong();
    stage.name = column(TestModel::StageColumn);
    stage.time = column(TestModel::DurationColumn);
    stage.detail = shownOnOneLine(role(TestRole::Detail).toString());
    return stage;
}

bool hasBar(const StageRow& stage)
{
    return stage.isRunning || (stage.status && *stage.status != StageStatus::Skipped);
}

} // namespace

Waterfall::Waterfall(const TestModel& model, QWidget* parent) : QWidget(parent), m_model(model)
{
    setObjectName(u"waterfall"_s);
    setAccessibleName(tr("Stages of the connection test"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto follow = [this] {
        updateGeometry();
        describe();
        update();
    };
    connect(&m_model, &QAbstractItemModel::modelReset, this, follow);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, follow);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, follow);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, follow);
}

int Waterfall::rowHeight() const
{
    return fontMetrics().height() + 4;
}

int Waterfall::nameColumn() const
{
    int widest = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        widest = qMax(widest, fontMetrics().horizontalAdvance(stageRow(m_model, row).name));
    return widest + rowHeight() + gap;
}

QString Waterfall::rowText(int row) const
{
    const StageRow stage = stageRow(m_model, row);
    if (!hasBar(stage))
        return stage.detail.isEmpty() ? (stage.status ? tr("not needed") : QString()) : stage.detail;
    QStringList parts;
    if (stage.isRunning)
        parts += tr("running…");
    else
        parts += stage.time;
    parts += stage.detail;
    parts.removeAll(QString());
    return parts.join(u"  ·  "_s);
}

void Waterfall::describe()
{
    QStringList lines;
    for (int row = 0; row < m_model.rowCount(); ++row)
        lines += stageRow(m_model, row).name + u": "_s + rowText(row);
    setAccessibleDescription(lines.join(u"; "_s));
}

QSize Waterfall::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, m_model.rowCount() * rowHeight()};
}

void Waterfall::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours colours = Colours::of(palette());
    const qint64 span = qMax<qint64>(1, m_model.span().count());
    const int left = nameColumn();
    const int track = qMax(40, (width() - left) * 45 / 100);
    const auto toScreen = [&](QRect area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    const auto align =
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | int(Qt::AlignVCenter) | int(Qt::TextSingleLine);

    for (int row = 0; row < m_model.rowCount(); ++row) {
        const StageRow stage = stageRow(m_model, row);
        const int top = row * rowHeight();
        const int badge = fontMetrics().height() - 3;
        const bool failed = stage.status == StageStatus::Failed;
        if (stage.status == StageStatus::Passed || failed)
            paintBadge(painter, failed ? Badge::Failed : Badge::Passed,
                       toScreen(QRect(0, top + (rowHeight() - badge) / 2, badge, badge)), palette());
        painter.setPen(hasBar(stage) ? palette().color(QPalette::WindowText) : colours.muted);
        painter.drawText(toScreen(QRect(rowHeight(), top, left - rowHeight(), rowHeight())), align, stage.name);

        int textLeft = left;
        if (hasBar(stage)) {
            // The track, so that a bar can be compared; a bar is never too thin to be seen.
            const int barHeight = qMax(6, fontMetrics().height() / 2);
            const int y = top + (rowHeight() - barHeight) / 2;
            const qint64 duration = stage.isRunning ? qMax<qint64>(span - stage.begin, span / 20) : stage.duration;
            const int begin = left + int(track * qMin<qint64>(stage.begin, span) / span);
            const int length = qMax(3, int(track * qMin(duration, span) / span));
            const QRect bar(qMin(begin, left + track - 3), y, qMin(length, left + track - begin + 3), barHeight);
            painter.setPen(Qt::NoPen);
            painter.setBrush(failed ? colours.failed : colours.bar);
            if (stage.isRunning) {
                painter.setBrush(Qt::NoBrush);
                painter.setPen(QPen(colours.bar, 1.4, Qt::DotLine));
            }
            painter.drawRoundedRect(toScreen(bar), 2, 2);
            textLeft = bar.right() + gap;
        }
        painter.setPen(failed ? palette().color(QPalette::WindowText) : colours.muted);
        const QString text = fontMetrics().elidedText(rowText(row), Qt::ElideRight, width() - textLeft);
        painter.drawText(toScreen(QRect(textLeft, top, width() - textLeft, rowHeight())), align, text);
    }
}

bool Waterfall::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = help->pos().y() / rowHeight();
        if (row >= 0 && row < m_model.rowCount())
            QToolTip::showText(help->globalPos(), plainToolTip(stageRow(m_model, row).name + u": "_s + rowText(row)), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace stationer
