#pragma once

#include <QStyledItemDelegate>

namespace stationer {

/// Paints the cells of a trust table: texts of certificates on one line each, as they are; in the first column the shield.
/// What does not fit is told in a tool tip.
class TrustDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace stationer
