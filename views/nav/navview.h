#pragma once

#include <QTreeView>

namespace stationer {

/// The tree itself: one column, several rows to be selected, dragged and dropped. Keys of the actions are theirs.
class NavView : public QTreeView {
    Q_OBJECT
public:
    explicit NavView(QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void startDrag(Qt::DropActions actions) override;
};

} // namespace stationer
