#include "views/connection/waterfall.h"

#include "items/testmodel.h"
#include "views/common/colours.h"
#include "views/common/plaintext.h"
#include "views/connection/stagedelegate.h"
#include "views/connection/timeruler.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace stationer {

Waterfall::Waterfall(TestModel& model, QWidget* parent)
    : QTreeView(parent), m_model(model), m_ruler(new TimeRuler(TestModel::StatusColumn, this))
{
    setObjectName(u"waterfall"_s);
    setAccessibleName(tr("Stages of the connection test"));
    setHeader(m_ruler);
    setItemDelegate(new StageDelegate(*m_ruler, this));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setIndentation(0);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTabKeyNavigation(false);
    viewport()->setAutoFillBackground(false);
    setModel(&model);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &Waterfall::follow);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        m_ruler->setSpan(m_model.span()); // the longest bar may have grown
        span();
        viewport()->update();
        describe();
    });
    follow();
}

void Waterfall::follow()
{
    m_ruler->setSpan(m_model.span());
    setFixedHeight(sizeHint().height());
    span();
    arrange();
    describe();
    viewport()->update();
}

void Waterfall::span()
{
    for (int row = 0; row < m_model.rowCount(); ++row)
        setFirstColumnSpanned(row, {}, StageDelegate::isSkipped(m_model.index(row, 0)));
}

QSize Waterfall::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60,
            m_ruler->sizeHint().height() + m_model.rowCount() * StageDelegate::rowHeight(fontMetrics()) + 2};
}

QSize Waterfall::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, m_ruler->sizeHint().height() + StageDelegate::rowHeight(fontMetrics())};
}

/// Names and times as wide as they are; the rest is for the bars and, a little more of it, for the details.
void Waterfall::arrange()
{
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    int name = 0;
    int time =
        qMax(fontMetrics().horizontalAdvance(u"888.8 ms"_s),
             fontMetrics().horizontalAdvance(m_model.headerData(TestModel::DurationColumn, Qt::Horizontal).toString()));
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex stage = m_model.index(row, TestModel::StageColumn);
        if (!StageDelegate::isSkipped(stage))
            name = qMax(name, metrics.horizontalAdvance(stage.data().toString()));
        time = qMax(time, fontMetrics().horizontalAdvance(m_model.index(row, TestModel::DurationColumn).data().toString()));
    }
    name += fontMetrics().ascent() + 1 + 3 * stageCellMargin;
    time += 2 * stageCellMargin;
    const int rest = qMax(0, viewport()->width() - name - time);
    const int bars = qMax(qMin(rest, fontMetrics().averageCharWidth() * 14), rest * 45 / 100);
    m_ruler->resizeSection(TestModel::StageColumn, name);
    m_ruler->resizeSection(TestModel::StatusColumn, bars);
    m_ruler->resizeSection(TestModel::DurationColumn, time);
    m_ruler->resizeSection(TestModel::DetailColumn, qMax(0, rest - bars));
}

void Waterfall::describe()
{
    QStringList lines;
    for (int row = 0; row < m_model.rowCount(); ++row)
        lines += StageDelegate::rowText(m_model.index(row, 0));
    setAccessibleDescription(lines.join(u"; "_s));
}

void Waterfall::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    arrange();
}

void Waterfall::changeEvent(QEvent* event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        follow();
}

void Waterfall::keyPressEvent(QKeyEvent* event)
{
    if (!event->matches(QKeySequence::Copy))
        return QTreeView::keyPressEvent(event);
    QModelIndexList chosen = selectionModel()->selectedRows();
    std::sort(chosen.begin(), chosen.end());
    QStringList lines;
    for (const QModelIndex& index : chosen)
        lines += StageDelegate::rowText(index);
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

/// The panel around it scrolls; there is nothing to scroll in here.
void Waterfall::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void Waterfall::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours colours = Colours::of(palette());
    const bool isSelected = hasFocus() && selectionModel()->isRowSelected(index.row(), {});
    if (isSelected) {
        QColor ground = colours.accent;
        ground.setAlphaF(0.14f);
        painter->fillRect(option.rect, ground);
    }
    QTreeView::drawRow(painter, option, index);
    if (hasFocus() && currentIndex().row() == index.row()) {
        const QRect mark(option.rect.left(), option.rect.top(), 2, option.rect.height());
        painter->fillRect(QStyle::visualRect(layoutDirection(), option.rect, mark), colours.accent);
    }
}

bool Waterfall::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QTreeView::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QModelIndex index = indexAt(help->pos());
    if (index.isValid())
        QToolTip::showText(help->globalPos(), plainToolTip(StageDelegate::rowText(index)), viewport());
    else
        QToolTip::hideText();
    return true;
}

} // namespace stationer
