#pragma once

#include "session/openstation.h"
#include "session/recovery.h"
#include "support/smallstation.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

#include <sys/wait.h>
#include <unistd.h>

namespace stationer::test {

using namespace Qt::StringLiterals;

/// A station file and the journals of programs that had it open.
class RecoveryFolder {
protected:
    void makeFolder()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(smallStation(outgoing() + incoming()));
    }
    QString path() const { return m_folder->filePath(u"acme.bog"_s); }
    QString journals() const { return m_folder->filePath(u"journals"_s); }
    QString journal() const { return Journal::pathFor(journals(), path()); }
    void write(const QByteArray& xml)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(xml);
    }
    QByteArray onDisk()
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Another process opens the file, does this and is killed.
    template <class Does>
    void crashAfter(Does&& does)
    {
        const pid_t child = fork();
        if (child == 0) {
            OpenStation station;
            const Recovery recovery(station, journals());
            if (station.open(path()))
                _exit(1);
            does(station);
            ::kill(getpid(), SIGKILL);
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    }
    static SlotId out(const OpenStation& station) { return station.document().find(u"/Services/EmailService/Out"); }
    static void setPort(OpenStation& station, const QString& port)
    {
        if (station.change(out(station), {{u"port"_s, port}}))
            qFatal("not set");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace stationer::test
