// The Secret Service over D-Bus (the freedesktop.org Secret Service API, Collection.Locked). The one file here that is for
// Linux and its like alone.

#include "secrets/secretservice.h"

#include <QCoreApplication>
#include <QtGlobal>

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
#include <QAbstractEventDispatcher>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QMetaObject>
#include <QThread>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

KeyRingState stateOf(const QDBusPendingReply<QDBusVariant>& reply, KeyRingState otherwise)
{
    if (!reply.isError()) {
        const bool isLocked = reply.value().variant().toBool();
        if (isLocked)
            return KeyRingState::Locked;
        return otherwise;
    }
    const QDBusError::ErrorType error = reply.error().type();
    if (error == QDBusError::NoReply || error == QDBusError::Timeout || error == QDBusError::TimedOut)
        return KeyRingState::Silent;
    // The service is there, and has no default collection.
    const bool hasNoCollection = error == QDBusError::UnknownObject || error == QDBusError::UnknownMethod ||
                                 error == QDBusError::UnknownInterface || error == QDBusError::UnknownProperty;
    return hasNoCollection ? KeyRingState::Absent : otherwise;
}

} // namespace

void reachSessionBus(QObject* context, std::function<void()> reached)
{
    QThread* const thread = QThread::create([] { QDBusConnection::sessionBus(); });
    QObject::connect(thread, &QThread::finished, context, std::move(reached));
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    // A program that ends meanwhile waits: QtDBus would go on in what the end of the process takes away. For a silent bus it
    // waits no longer.
    QObject::connect(
        QCoreApplication::instance(), &QObject::destroyed, thread, [thread] { thread->wait(500); }, Qt::DirectConnection);
    thread->start();
}

void askSecretService(QObject* context, KeyRingState otherwise, std::function<void(KeyRingState)> answered)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) { // a call would never be answered
        QMetaObject::invokeMethod(
            context, [otherwise, answered = std::move(answered)] { answered(otherwise); }, Qt::QueuedConnection);
        return;
    }
    QDBusMessage question =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets/aliases/default"_s,
                                       u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [watcher, otherwise, answered = std::move(answered)](QDBusPendingCallWatcher*) {
                         const QDBusPendingReply<QDBusVariant> reply = *watcher;
                         watcher->deleteLater();
                         answered(stateOf(reply, otherwise));
                     });
}

bool secretServiceCanAnswer()
{
    const QAbstractEventDispatcher* dispatcher = QAbstractEventDispatcher::instance();
    return dispatcher && !dispatcher->inherits("QEventDispatcherUNIX");
}

} // namespace stationer

#else

#include <QMetaObject>

namespace stationer {

void reachSessionBus(QObject* context, std::function<void()> reached)
{
    QMetaObject::invokeMethod(context, std::move(reached), Qt::QueuedConnection);
}

void askSecretService(QObject* context, KeyRingState otherwise, std::function<void(KeyRingState)> answered)
{
    QMetaObject::invokeMethod(
        context, [otherwise, answered = std::move(answered)] { answered(otherwise); }, Qt::QueuedConnection);
}

bool secretServiceCanAnswer()
{
    return true;
}

} // namespace stationer

#endif
