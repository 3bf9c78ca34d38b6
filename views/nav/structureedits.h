#pragma once

#include "station/slotid.h"

#include <QObject>

class QWidget;

namespace stationer {

class OpenStation;

/// Adding, renaming and deleting components, with the questions that belong to it; each is one undo step of the station.
class StructureEdits : public QObject {
    Q_OBJECT
public:
    StructureEdits(OpenStation& station, QWidget& window);

    void add(SlotId parent, const QString& type);
    void rename(SlotId component);
    void remove(SlotId component);

signals:
    void added(stationer::SlotId component);
    void failed(const QString& sentence);

private:
    void removeNow(SlotId component);

    OpenStation& m_station;
    QWidget& m_window;
};

} // namespace stationer
