#include "views/trust/trustdelegate.h"

#include "items/roles.h"
#include "trust/allowedhosts.h"
#include "views/common/plaintext.h"
#include "views/trust/shield.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QToolTip>

namespace stationer {

namespace {
constexpr qsizetype longestCell = 300;
constexpr qsizetype longestTip = 1000;
} // namespace

void TrustDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = shownOnOneLine(option->text, longestCell);
    if (index.column() != 0)
        return;
    const int extent = option->fontMetrics.height();
    const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1;
    const auto badge = Badge(index.data(int(TrustRole::Badge)).toInt());
    option->features |= QStyleOptionViewItem::HasDecoration;
    const QPixmap shield = shieldPixmap(badge, extent, option->palette, ratio);
    option->icon.addPixmap(shield);
    option->icon.addPixmap(shield, QIcon::Selected); // its colour says something: it is not tinted
    option->decorationSize = QSize(extent, extent);
}

bool TrustDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem&,
                              const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip)
        return false;
    QString tip = shownOnOneLine(index.data(int(TrustRole::Told)).toString(), longestTip);
    if (index.column() == 0)
        tip += u'\n' + index.data(int(TrustRole::BadgeText)).toString();
    QToolTip::showText(event->globalPos(), plainToolTip(tip), view);
    return true;
}

QWidget* TrustDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QWidget* editor = QStyledItemDelegate::createEditor(parent, option, index);
    if (auto* line = qobject_cast<QLineEdit*>(editor))
        line->setMaxLength(AllowedHosts::LongestNote);
    return editor;
}

} // namespace stationer
