#pragma once

#include "session/diskwatch.h"
#include "views/common/messagebar.h"

namespace stationer {

class OpenStation;

/// The bar that says what became of the open station's file on disk, with what can be done; nothing is lost by leaving it as
/// it is.
class DiskBar : public MessageBar {
    Q_OBJECT
public:
    explicit DiskBar(const OpenStation& station, QWidget* parent = nullptr);
    DiskWatch& watch() { return m_watch; }

signals:
    void reloadRequested();
    void saveAsRequested();

private:
    void tell(OnDisk state);

    const OpenStation& m_station;
    DiskWatch m_watch;
};

} // namespace stationer
