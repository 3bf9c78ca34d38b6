#include "support/mailservers.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

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

} // namespace stationer::testing
