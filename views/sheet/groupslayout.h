#pragma once

#include <QLayout>
#include <QList>

namespace stationer {

/// The groups of a sheet one below the other, each as wide as the sheet. What wants to be no wider than it is, as a folded
/// group, shares a line with its neighbours of the kind. Mirrored where text runs from the right.
class GroupsLayout : public QLayout {
    Q_OBJECT
public:
    using QLayout::QLayout;
    ~GroupsLayout() override;

    void addItem(QLayoutItem* item) override { m_items.append(item); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    int count() const override { return int(m_items.size()); }
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect& area) override;

private:
    int arrange(const QRect& whole, bool isForReal) const;

    QList<QLayoutItem*> m_items;
};

} // namespace stationer
