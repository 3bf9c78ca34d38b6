#pragma once

#include <QStyledItemDelegate>

namespace stationer {

/// Paints a row of the Nav tree: the icon, left of it what the last test found, and the name; at the right edge that the
/// station would fail, what the sheet warns of, the days of a certificate that ends soon and the dot of a change, in their
/// own colours whether the row is selected or not.
class NavDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace stationer
