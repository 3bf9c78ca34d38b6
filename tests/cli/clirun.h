#pragma once

// The built stationer-cli, run as a script runs it: with a home of its own, no key ring and no terminal. The event loop
// goes on meanwhile, so that a demo server in the test's own process can answer it.

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

namespace stationer::testing {

using namespace Qt::StringLiterals;

struct Ended {
    int status = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
    QList<QJsonObject> lines() const
    {
        QList<QJsonObject> objects;
        for (const QByteArray& line : out.split('\n'))
            if (!line.isEmpty())
                objects += QJsonDocument::fromJson(line).object();
        return objects;
    }
};

class Cli {
public:
    Cli() { QDir(m_folder.path()).mkdir(u"home"_s); }

    QString path(const QString& name) const { return m_folder.filePath(name); }

    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            QTest::qFail("cannot write", __FILE__, __LINE__);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return file.fileName();
    }

    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// `prepare` adjusts the process before it starts.
    Ended run(const QStringList& arguments, const QByteArray& input = {},
              const std::function<void(QProcess&)>& prepare = {}) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, path(u"home"_s));
        for (const QString& name : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s, u"SSL_CERT_FILE"_s})
            environment.remove(name);
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        if (prepare)
            prepare(process);
        process.start(QStringLiteral(STATIONER_CLI), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60000) ||
            process.exitStatus() != QProcess::NormalExit) {
            process.kill();
            process.waitForFinished();
            QTest::qFail("stationer-cli did not end by itself", __FILE__, __LINE__);
        }
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private:
    QTemporaryDir m_folder;
};

} // namespace stationer::testing

/// Compares an exit status, showing what the program said where it differs.
#define COMPARE_STATUS(ended, expected)                                                                                     \
    QVERIFY2((ended).status == (expected),                                                                                  \
             ("status " + QByteArray::number((ended).status) + "\n" + (ended).out + (ended).err).constData())
