#pragma once

#include "handover/handoversheet.h"
#include "views/common/dialog.h"

#include <QList>

class QVBoxLayout;

namespace stationer {

class PlainLabel;

/// The handover sheet: what remains to be done on the station, in the order of the work, each with a box to tick and with
/// its words. It shows a sheet as it was when it was opened; what is ticked lasts beyond it. Opened with open(); it goes
/// when it is closed.
class HandoverDialog : public Dialog {
    Q_OBJECT
public:
    explicit HandoverDialog(const HandoverSheet& sheet, QWidget* parent = nullptr);

    const HandoverSheet& sheet() const { return m_sheet; }

signals:
    void ticked(const stationer::HandoverItem& item, bool isDone);
    void saveRequested(); ///< as a page to print

private:
    QWidget* makeItems();
    void addItem(QVBoxLayout& list, qsizetype index);
    void tick(qsizetype index, bool isDone);
    void showSummary();
    void copy();

    HandoverSheet m_sheet;
    PlainLabel* m_summary;
};

} // namespace stationer
