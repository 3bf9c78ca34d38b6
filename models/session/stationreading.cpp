#include "session/stationreading.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace stationer {

using namespace std::chrono_literals;

namespace {

constexpr auto usualBlink = 250ms;
constexpr qint64 quicklyRead = 2 * 1024 * 1024; ///< for what is larger nobody waits

} // namespace

/// What the thread and the reading share. Whoever of the two lasts longer owns it.
struct StationReading::Ticket {
    QString path;
    ReadingProgress progress;
    std::mutex mutex;
    std::condition_variable isRead;
    std::shared_ptr<Outcome> outcome;
    StationReading* receiver = nullptr; ///< nobody: given up, or it is waiting for isRead
};

StationReading::StationReading(QObject* parent)
    : StationReading([](const QString& path, ReadingProgress& progress) { return Container::open(path, &progress); },
                     usualBlink, parent)
{
}

StationReading::StationReading(Read read, std::chrono::milliseconds blink, QObject* parent)
    : QObject(parent), m_read(std::move(read)), m_blink(blink)
{
}

StationReading::~StationReading()
{
    cancel();
}

void StationReading::start(const QString& path)
{
    cancel();
    m_ticket = std::make_shared<Ticket>();
    m_ticket->path = path;
    const std::shared_ptr<Ticket> ticket = m_ticket;
    std::thread([ticket, read = m_read] {
        auto outcome = std::make_shared<Outcome>(read(ticket->path, ticket->progress));
        const std::lock_guard lock(ticket->mutex);
        ticket->outcome = std::move(outcome);
        ticket->isRead.notify_one();
        if (ticket->receiver) // it cannot go while this is locked
            QMetaObject::invokeMethod(
                ticket->receiver,
                [ticket, receiver = ticket->receiver] {
                    if (receiver->m_ticket == ticket)
                        receiver->deliver();
                },
                Qt::QueuedConnection);
    }).detach();
    std::unique_lock lock(ticket->mutex);
    const auto end = std::chrono::steady_clock::now() + m_blink;
    while (!ticket->outcome && ticket->progress.fileSize() <= quicklyRead && std::chrono::steady_clock::now() < end)
        ticket->isRead.wait_for(lock, 1ms);
    if (ticket->outcome) {
        lock.unlock();
        return deliver();
    }
    ticket->receiver = this;
}

void StationReading::deliver()
{
    const std::shared_ptr<Ticket> ticket = std::exchange(m_ticket, nullptr);
    emit finished(ticket->path, ticket->outcome);
}

void StationReading::cancel()
{
    if (!m_ticket)
        return;
    const std::shared_ptr<Ticket> ticket = std::exchange(m_ticket, nullptr);
    ticket->progress.cancel();
    const std::lock_guard lock(ticket->mutex);
    ticket->receiver = nullptr;
}

int StationReading::percent() const
{
    return m_ticket ? m_ticket->progress.percent() : 0;
}

qint64 StationReading::fileSize() const
{
    return m_ticket ? m_ticket->progress.fileSize() : -1;
}

} // namespace stationer
