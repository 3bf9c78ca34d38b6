#pragma once

#include <QObject>

#include <memory>

namespace stationer {

/// Lets go of a QObject that may be in the middle of a signal: it is silenced now and deleted by the event loop, or by its
/// parent.
struct DeleteLater {
    void operator()(QObject* object) const
    {
        object->disconnect();
        object->deleteLater();
    }
};

template <class T>
using LaterPtr = std::unique_ptr<T, DeleteLater>;

} // namespace stationer
