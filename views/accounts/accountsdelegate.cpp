#include "views/accounts/accountsdelegate.h"

#include "items/roles.h"
#include "rows/accountrow.h"
#include "rows/sheetrow.h"
#include "views/accounts/accountstable.h"
#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace stationer {

namespace {

constexpr int linkGap = 12; ///< between the text and the link

QString linkOf(const QModelIndex& index)
{
    return labelOf(RowAnswer(index.data(int(AccountsRole::Answer)).toInt()));
}

/// On a selected row the badge has its own ground, so that its colour is not lost on the selection's.
QIcon badgeIcon(Badge badge, int extent, const QPalette& palette, qreal ratio)
{
    const QPixmap plain = badgePixmap(badge, extent, palette, ratio);
    QPixmap selected(plain.size());
    selected.setDevicePixelRatio(ratio);
    selected.fill(Qt::transparent);
    QPainter painter(&selected);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRoundedRect(QRectF(0, 0, extent, extent), 4, 4);
    painter.drawPixmap(QRectF(1, 1, extent - 2, extent - 2), plain, QRectF(plain.rect()));
    painter.end();
    QIcon both(plain);
    both.addPixmap(selected, QIcon::Selected);
    return both;
}

int marginOf(const QStyleOptionViewItem& option)
{
    const QStyle* style = option.widget ? option.widget->style() : nullptr;
    return style ? style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1 : 3;
}

} // namespace

void AccountsDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = shownOnOneLine(option->text, 300);
    if (index.data(int(AccountsRole::IsMuted)).toBool())
        option->palette.setColor(QPalette::Text, Colours::of(option->palette).muted);
    const int extent = option->fontMetrics.height();
    const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1;
    const Badge badge = Badge(index.data(int(AccountsRole::Badge)).toInt());
    const QString iconName = index.data(int(AccountsRole::Icon)).toString();
    if (badge != Badge::None)
        option->icon = badgeIcon(badge, extent, option->palette, ratio);
    else if (!iconName.isEmpty())
        option->icon = icon(iconName);
    else
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(extent, extent);
}

QRect AccountsDelegate::linkRect(const QStyleOptionViewItem& given, const QModelIndex& index) const
{
    const QString link = linkOf(index);
    if (link.isEmpty())
        return {};
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const int margin = marginOf(option);
    const int linkWidth = option.fontMetrics.horizontalAdvance(link);
    const int decoration =
        option.features & QStyleOptionViewItem::HasDecoration ? option.decorationSize.width() + margin : 0;
    // Behind the text, or at the edge where there is no room: the text gives way, the link is never cut.
    const int wanted = margin * 2 + decoration + option.fontMetrics.horizontalAdvance(option.text) + linkGap;
    // Of a column that leaves the view to the right, the visible part counts, as long as that is enough.
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int visible =
        view && option.direction == Qt::LeftToRight ? view->viewport()->width() - option.rect.left() : option.rect.width();
    const int room = visible > linkWidth * 2 ? qMin(option.rect.width(), visible) : option.rect.width();
    const int left = qMax(0, qMin(wanted, room - linkWidth - margin));
    const QRect logical(option.rect.left() + left, option.rect.top(), linkWidth, option.rect.height());
    return QStyle::visualRect(option.direction, option.rect, logical);
}

void AccountsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const
{
    const QRect link = linkRect(given, index);
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QStyle* style = option.widget->style();
    if (!link.isEmpty()) {
        const int margin = marginOf(option);
        const int decoration =
            option.features & QStyleOptionViewItem::HasDecoration ? option.decorationSize.width() + margin : 0;
        const int room =
            (option.direction == Qt::RightToLeft ? option.rect.right() - link.right() : link.left() - option.rect.left()) -
            margin * 2 - decoration - linkGap / 2;
        option.text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, qMax(0, room));
    }
    const bool isCurrent = option.state.testFlag(QStyle::State_HasFocus);
    const bool isSelected = option.state & QStyle::State_Selected;
    option.state.setFlag(QStyle::State_HasFocus, false);
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    if (isCurrent) { // the cell that F2 edits
        painter->save();
        painter->setPen(
            QPen(isSelected ? option.palette.color(QPalette::HighlightedText) : Colours::of(option.palette).accent));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        painter->restore();
    }
    if (link.isEmpty())
        return;
    painter->save();
    QFont underlined = option.font;
    underlined.setUnderline(true);
    painter->setFont(underlined);
    painter->setPen(option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Link));
    painter->drawText(link, Qt::AlignVCenter | Qt::AlignLeft, linkOf(index));
    painter->restore();
}

QSize AccountsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (const QString link = linkOf(index); !link.isEmpty())
        size.rwidth() += linkGap + option.fontMetrics.horizontalAdvance(link) + linkGap / 2; // not at the very edge
    return size;
}

bool AccountsDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                 const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString said = index.data(Qt::ToolTipRole).toString();
    QString text = said.isEmpty() ? index.data().toString() : said;
    // Of the cells that look as if they could be edited; of a test nobody expects it.
    if (const QString why = index.data(int(AccountsRole::WhyReadOnly)).toString(); !why.isEmpty() && said.isEmpty())
        text += text.isEmpty() ? why : u'\n' + why;
    QToolTip::showText(event->globalPos(), plainToolTip(text), view, option.rect);
    return true;
}

QWidget* AccountsDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const QVariant property = index.data(int(AccountsRole::Property));
    if (!property.isValid())
        return nullptr;
    const auto row = property.value<SheetRow>();
    auto* editor = new CellEditor(row.kind, row.label, parent);
    editor->setToolTip(plainToolTip(row.meaning));
    connect(editor, &CellEditor::ended, this, [this, editor](CellEditor::Ending how) { emit editingEnded(editor, how); });
    emit editingBegan(editor, index);
    return editor;
}

/// A change from elsewhere does not take away what is being typed.
void AccountsDelegate::setEditorData(QWidget* widget, const QModelIndex& index) const
{
    auto* editor = qobject_cast<CellEditor*>(widget);
    const QVariant property = index.data(int(AccountsRole::Property));
    if (!editor || editor->isEdited() || !property.isValid())
        return;
    editor->setField(fieldOf(property.value<SheetRow>()));
}

void AccountsDelegate::setModelData(QWidget* widget, QAbstractItemModel* model, const QModelIndex& index) const
{
    if (const auto* editor = qobject_cast<CellEditor*>(widget); editor && editor->isEdited())
        model->setData(index, editor->value());
}

void AccountsDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    editor->setGeometry(option.rect);
}

/// The editor ends by itself, with the keys of its own.
bool AccountsDelegate::eventFilter(QObject* watched, QEvent* event)
{
    return qobject_cast<CellEditor*>(watched) ? false : QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace stationer
