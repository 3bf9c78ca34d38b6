#pragma once

#include <QTreeView>

namespace stationer {

/// The tree itself: one column, several rows to be selected, dragged and dropped. Keys of the actions are theirs.
class NavView : public QTreeView {
    Q_OBJECT
public:
    explicit NavView(QWidget* parent = nullptr);

    void dataChanged(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles = {}) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void startDrag(Qt::DropActions actions) override;
};

} // namespace stationer
