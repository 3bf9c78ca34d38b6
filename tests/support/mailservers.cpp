#include "support/mailservers.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace stationer::testing {

using namespace Qt::StringLiterals;

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
    for (const Protocol protocol : allProtocols)
        for (const SecurityMode mode : allSecurityModes)
            servers.ports[{protocol, mode}] =
                quint16(json["ports"_L1].toObject()[nameOf(protocol)].toObject()[nameOf(mode)].toInt());
    return servers;
}

QByteArray MailServers::caPem() const
{
    QFile file(caFile);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace stationer::testing
