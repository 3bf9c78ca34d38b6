#pragma once

#include "session/aside.h"
#include "station/container.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace stationer {

/// Reads a station file on a thread of its own. A small one that takes no longer than a blink is there when start() returns;
/// else the event loop goes on and is told. A thread that was given up stops by itself; one that the operating system holds,
/// in a network folder that does not answer, is left behind: nobody waits for it, not even the end of the program.
///
///     idle ── start ──> reading ── read ──> idle, finished()
///                          └── cancel, start, destruction ──> idle, and nothing is told
class StationReading : public QObject {
    Q_OBJECT
public:
    using Outcome = Result<Container::Opened, OpenFault>;
    using Read = std::function<Outcome(const QString& path, ReadingProgress& progress, const QString& entry)>;

    explicit StationReading(QObject* parent = nullptr);
    StationReading(Read read, std::chrono::milliseconds blink, QObject* parent = nullptr);
    ~StationReading() override { cancel(); }

    /// Whatever was being read is given up. `entry`: of a backup of several stations, the one.
    void start(const QString& path, const QString& entry = {});
    void cancel();
    bool isReading() const { return m_progress != nullptr; }
    int percent() const;
    qint64 fileSize() const; ///< −1 as long as it is not known

signals:
    /// Once for each start() that was not given up. The outcome is the receiver's to take apart.
    void finished(const QString& path, const std::shared_ptr<stationer::StationReading::Outcome>& outcome);

private:
    Read m_read;
    std::chrono::milliseconds m_blink;
    std::shared_ptr<ReadingProgress> m_progress; ///< of what is being read; its thread may outlive this
    Aside m_aside;
};

} // namespace stationer
