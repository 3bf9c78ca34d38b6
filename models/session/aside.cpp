#include "session/aside.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace stationer {

struct Aside::Run {
    std::atomic<bool> isCancelled = false;
    Answer answer; ///< null until it is there
};

/// What the threads and the object share. Whoever of them lasts longest owns it.
struct Aside::Gate {
    std::mutex mutex;
    std::condition_variable isLeft;
    int working = 0;
    Aside* receiver = nullptr; ///< null once it is gone
};

Aside::Aside(QObject* parent) : QObject(parent), m_gate(std::make_shared<Gate>())
{
    m_gate->receiver = this;
}

Aside::~Aside()
{
    cancel();
    const std::lock_guard lock(m_gate->mutex);
    m_gate->receiver = nullptr;
}

void Aside::start(Work work)
{
    cancel();
    m_run = std::make_shared<Run>();
    const std::lock_guard lock(m_gate->mutex);
    ++m_gate->working;
    std::thread([gate = m_gate, run = m_run, work = std::move(work)] {
        Answer answer = work(run->isCancelled);
        const std::lock_guard leaving(gate->mutex);
        run->answer = std::move(answer);
        --gate->working;
        gate->isLeft.notify_all();
        if (gate->receiver && !run->isCancelled) // it cannot go while this is locked
            QMetaObject::invokeMethod(
                gate->receiver, [receiver = gate->receiver, run] { receiver->deliver(run); }, Qt::QueuedConnection);
    }).detach();
}

void Aside::wait(std::chrono::milliseconds patience)
{
    const std::shared_ptr<Run> run = m_run;
    if (!run)
        return;
    std::unique_lock lock(m_gate->mutex);
    if (!m_gate->isLeft.wait_for(lock, patience, [&] { return bool(run->answer); }))
        return;
    lock.unlock();
    deliver(run);
}

void Aside::deliver(const std::shared_ptr<Run>& run)
{
    if (m_run != run)
        return; // given up, or told already
    m_run.reset();
    run->answer();
}

void Aside::cancel()
{
    if (m_run)
        m_run->isCancelled = true;
    m_run.reset();
}

void Aside::cancelAndWait()
{
    cancel();
    std::unique_lock lock(m_gate->mutex);
    m_gate->isLeft.wait(lock, [this] { return m_gate->working == 0; });
}

} // namespace stationer
