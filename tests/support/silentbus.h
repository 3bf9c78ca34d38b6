#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>

#include <cstring>
#include <utility>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace stationer::testing {

/// A socket that takes connections as a D-Bus does and never says anything: the system accepts for it.
class SilentBus {
public:
    explicit SilentBus(const QString& path) : m_path(path), m_socket(socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0))
    {
        const QByteArray name = QFile::encodeName(path);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (name.size() >= qsizetype(sizeof address.sun_path))
            qFatal("the path of the bus is too long");
        std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
        if (bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 || listen(m_socket, 100) != 0)
            qFatal("the bus cannot be made");
    }
    ~SilentBus()
    {
        hangUp();
        close(m_socket);
        QFile::remove(m_path);
    }
    Q_DISABLE_COPY_MOVE(SilentBus)

    QString address() const { return QStringLiteral("unix:path=") + m_path; }
    /// Whether anybody has connected since this was last asked.
    bool wasAsked() const
    {
        const int caller = accept(m_socket, nullptr, nullptr);
        if (caller >= 0)
            m_callers += caller;
        return caller >= 0;
    }
    /// On all who were seen to have connected.
    void hangUp()
    {
        for (const int caller : std::exchange(m_callers, {}))
            close(caller);
    }

private:
    QString m_path;
    int m_socket;
    mutable QList<int> m_callers;
};

} // namespace stationer::testing
