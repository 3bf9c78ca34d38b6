#pragma once

#include "session/aside.h"
#include "station/container.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace stationer {

class OpenStation;

/// How the open station's file stands on disk.
enum class OnDisk {
    Same,       ///< as it was opened or last saved, or there is none
    Changed,    ///< another program wrote it
    Gone,       ///< moved or deleted
    FolderGone, ///< its folder as well, or it does not answer: a network that went
    ReadOnly,
};

/// Looks after the open station's file: at once where the system tells of a change, else every few seconds, as network
/// folders tell nothing. It looks outside the event loop, which a dead network must not hold.
class DiskWatch : public QObject {
    Q_OBJECT
public:
    explicit DiskWatch(const OpenStation& station, QObject* parent = nullptr);

    OnDisk state() const { return m_state; }
    void look(); ///< now

signals:
    /// Also where the file changes once more.
    void found(stationer::OnDisk state);

private:
    void follow();
    void seen(OnDisk state, const FileStamp& stamp);

    const OpenStation& m_station;
    QFileSystemWatcher m_watcher;
    QTimer m_soon, m_again, m_late;
    OnDisk m_state = OnDisk::Same;
    FileStamp m_seen;
    Aside m_aside;
};

} // namespace stationer
