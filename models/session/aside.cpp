#include "session/aside.h"

#include <QObject>

#include <memory>
#include <mutex>
#include <thread>

namespace stationer {

namespace {

/// What the thread and its receiver share. Whoever of the two lasts longer owns it.
struct Gate {
    std::mutex mutex;
    QObject* receiver; ///< null once it is gone
    QMetaObject::Connection whenGone;
};

} // namespace

void aside(QObject& receiver, std::function<std::function<void()>()> work)
{
    auto gate = std::make_shared<Gate>();
    gate->receiver = &receiver;
    gate->whenGone = QObject::connect(&receiver, &QObject::destroyed, [gate] {
        const std::lock_guard lock(gate->mutex);
        gate->receiver = nullptr;
    });
    std::thread([gate, work = std::move(work)] {
        const std::function<void()> tell = work();
        const std::lock_guard lock(gate->mutex);
        if (gate->receiver) // it cannot go while this is locked
            QMetaObject::invokeMethod(
                gate->receiver,
                [gate, tell] {
                    QObject::disconnect(gate->whenGone);
                    tell();
                },
                Qt::QueuedConnection);
    }).detach();
}

} // namespace stationer
