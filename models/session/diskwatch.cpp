#include "session/diskwatch.h"

#include "session/openstation.h"

#include <QDir>
#include <QFileInfo>

#include <chrono>

namespace stationer {

using namespace std::chrono_literals;

namespace {

constexpr auto writingPause = 250ms; // programs write in several steps
constexpr auto period = 4s;
constexpr auto patience = 6s; // longer than a busy server takes

OnDisk stateOf(const QString& path, const FileStamp& known, FileStamp& now)
{
    const QFileInfo file(path);
    if (!file.dir().exists())
        return OnDisk::FolderGone;
    if (!file.exists())
        return OnDisk::Gone;
    now = FileStamp::of(path);
    if (now != known)
        return OnDisk::Changed;
    return file.isWritable() ? OnDisk::Same : OnDisk::ReadOnly;
}

} // namespace

DiskWatch::DiskWatch(const OpenStation& station, QObject* parent) : QObject(parent), m_station(station)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(writingPause);
    m_again.setInterval(period);
    m_late.setSingleShot(true);
    m_late.setInterval(patience);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_soon, &QTimer::timeout, this, &DiskWatch::look);
    connect(&m_again, &QTimer::timeout, this, &DiskWatch::look);
    connect(&m_late, &QTimer::timeout, this, [this] { seen(OnDisk::FolderGone, {}); });
    connect(&station, &OpenStation::replaced, this, &DiskWatch::follow);
    connect(&station, &OpenStation::pathChanged, this, &DiskWatch::follow);
    connect(&station, &OpenStation::saved, this, &DiskWatch::follow);
    follow();
}

/// Another file, or the same with what was just read or written.
void DiskWatch::follow()
{
    m_aside.cancel(); // what is being looked at is not this
    m_late.stop();
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    if (!watched.isEmpty())
        m_watcher.removePaths(watched);
    m_seen = {};
    if (m_state != OnDisk::Same) {
        m_state = OnDisk::Same;
        emit found(m_state);
    }
    const QString path = m_station.isOpen() ? m_station.path() : QString();
    if (path.isEmpty()) {
        m_again.stop();
        return;
    }
    m_watcher.addPaths({path, QFileInfo(path).absolutePath()});
    m_again.start();
    m_soon.start();
}

void DiskWatch::look()
{
    if (m_aside.isRunning() || !m_station.isOpen() || m_station.path().isEmpty())
        return;
    m_late.start();
    m_aside.start([this, path = m_station.path(), known = m_station.stamp()](const std::atomic<bool>&) -> Aside::Answer {
        FileStamp now;
        const OnDisk state = stateOf(path, known, now);
        return [this, state, now] {
            m_late.stop();
            seen(state, now);
        };
    });
}

void DiskWatch::seen(OnDisk state, const FileStamp& stamp)
{
    // What was replaced by renaming is another file: it has to be watched anew.
    if (state != OnDisk::FolderGone && state != OnDisk::Gone && !m_watcher.files().contains(m_station.path()))
        m_watcher.addPath(m_station.path());
    if (state == m_state && (state != OnDisk::Changed || stamp == m_seen))
        return;
    m_state = state;
    m_seen = stamp;
    emit found(state);
}

} // namespace stationer
