#include "support/mailservers.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace stationer::testing {

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

MailServers::Ports portsOf(const QJsonObject& json)
{
    MailServers::Ports ports;
    for (const Protocol protocol : allProtocols)
        for (const SecurityMode mode : allSecurityModes)
            if (const int port = json[nameOf(protocol)].toObject()[nameOf(mode)].toInt())
                ports[{protocol, mode}] = quint16(port);
    return ports;
}

} // namespace

MailServers MailServers::running()
{
    QFile file(qEnvironmentVariable("STATIONER_SERVERS"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("No mail servers: run this by ctest, or after «tests/servers/servers start FOLDER --stay» with "
               "STATIONER_SERVERS=FOLDER/servers.json.");
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    MailServers servers;
    servers.host = json["host"_L1].toString();
    servers.user = json["user"_L1].toString();
    servers.password = json["password"_L1].toString();
    servers.recipient = json["recipient"_L1].toString();
    servers.caFile = json["ca"_L1].toString();
    servers.caSha256 = json["caSha256"_L1].toString().toLatin1();
    servers.leafSha256 = json["sha256"_L1].toString().toLatin1();
    servers.logs = json["logs"_L1].toString();
    servers.clients = json["clients"_L1].toString();
    servers.ports = portsOf(json["ports"_L1].toObject());
    servers.oldTlsPorts = portsOf(json["oldTlsPorts"_L1].toObject());
    servers.tls12Ports = portsOf(json["tls12Ports"_L1].toObject());
    servers.swapPorts = portsOf(json["swapPorts"_L1].toObject());
    servers.folder = json["folder"_L1].toString();
    return servers;
}

QByteArray MailServers::caPem() const
{
    return bytesOf(caFile);
}

QByteArray MailServers::held(const QString& name) const
{
    const QByteArray bytes = bytesOf(clients + u'/' + name);
    if (bytes.isEmpty())
        qFatal("The mail servers gave their clients no %s.", qPrintable(name));
    return name.endsWith(u".pem"_s) ? bytes : bytes.trimmed();
}

QByteArray MailServers::swap(const QByteArray& chain, const QByteArray& key) const
{
    QTemporaryDir given; // for nobody else to read
    const QStringList paths{given.filePath(u"chain.pem"_s), given.filePath(u"server.key"_s)};
    const QByteArrayList bytes{chain, key};
    for (qsizetype i = 0; i < 2; ++i) {
        QFile file(paths[i]);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes[i]) != bytes[i].size())
            return "cannot write";
    }
    QProcess swapping;
    swapping.setProcessChannelMode(QProcess::MergedChannels);
    swapping.start(QStringLiteral(STATIONER_SERVERS_SCRIPT), QStringList{u"swap"_s, folder} + paths);
    if (!swapping.waitForFinished(30000) || swapping.exitCode() != 0)
        return "not swapped: " + swapping.readAll();
    return {};
}

} // namespace stationer::testing
