#pragma once

#include "station/slotid.h"
#include "views/common/dialog.h"

#include <QList>

class QListWidget;
class QPushButton;

namespace stationer {

class OpenStation;

/// The components inside one, to be put into another order by dragging or by the two buttons.
class ReorderDialog : public Dialog {
    Q_OBJECT
public:
    ReorderDialog(const OpenStation& station, SlotId parent, QWidget* window = nullptr);

signals:
    void orderChosen(const QList<stationer::SlotId>& order);

private:
    void shift(int by);
    void follow();
    QList<SlotId> order() const;

    QList<SlotId> m_before;
    QListWidget* m_list;
    QPushButton* m_up;
    QPushButton* m_down;
    QPushButton* m_apply;
};

} // namespace stationer
