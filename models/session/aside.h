#pragma once

#include <QObject>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace stationer {

/// Work on a thread of its own, and what it answers in the thread of this object; of several pieces only the last is heard.
/// Nobody waits for a thread who does not ask to: neither painting, which Qt does with those of the global pool, nor the end
/// of the program, where a folder does not answer.
///
///     idle ── start ──> running ── done ──> idle, and the answer is called
///                          └── cancel, start, destruction ──> idle, and it is not
class Aside : public QObject {
public:
    using Answer = std::function<void()>;
    using Work = std::function<Answer(const std::atomic<bool>& isCancelled)>;

    explicit Aside(QObject* parent = nullptr);
    ~Aside() override;

    void start(Work work);
    /// Waits as long as this for the work that is running; an answer that is there by then is called from within.
    void wait(std::chrono::milliseconds patience);
    void cancel();
    /// The same, and waits until every thread has left its work.
    void cancelAndWait();
    bool isRunning() const { return m_run != nullptr; }

private:
    struct Run;
    struct Gate;
    void deliver(const std::shared_ptr<Run>& run);

    std::shared_ptr<Gate> m_gate;
    std::shared_ptr<Run> m_run; ///< that which is heard
};

} // namespace stationer
