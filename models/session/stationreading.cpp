#include "session/stationreading.h"

namespace stationer {

using namespace std::chrono_literals;

namespace {

constexpr auto usualBlink = 250ms;
constexpr qint64 quicklyRead = 2 * 1024 * 1024; ///< for what is larger nobody waits

} // namespace

StationReading::StationReading(QObject* parent)
    : StationReading([](const QString& path, ReadingProgress& progress,
                        const QString& entry) { return Container::open(path, &progress, entry); },
                     usualBlink, parent)
{
}

StationReading::StationReading(Read read, std::chrono::milliseconds blink, QObject* parent)
    : QObject(parent), m_read(std::move(read)), m_blink(blink)
{
}

void StationReading::start(const QString& path, const QString& entry)
{
    cancel();
    const auto progress = std::make_shared<ReadingProgress>();
    m_progress = progress;
    m_aside.start([this, path, entry, progress, read = m_read](const std::atomic<bool>&) -> Aside::Answer {
        const auto outcome = std::make_shared<Outcome>(read(path, *progress, entry));
        return [this, path, outcome] {
            m_progress.reset();
            emit finished(path, outcome);
        };
    });
    const auto end = std::chrono::steady_clock::now() + m_blink;
    while (m_progress == progress && progress->fileSize() <= quicklyRead && std::chrono::steady_clock::now() < end)
        m_aside.wait(1ms);
}

void StationReading::cancel()
{
    if (m_progress)
        m_progress->cancel();
    m_progress.reset();
    m_aside.cancel();
}

int StationReading::percent() const
{
    return m_progress ? m_progress->percent() : 0;
}

qint64 StationReading::fileSize() const
{
    return m_progress ? m_progress->fileSize() : -1;
}

} // namespace stationer
