#pragma once

#include "terms/protocol.h"
#include "terms/securitymode.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <utility>

namespace stationer::testing {

/// The Dovecot and Postfix that the test fixture started (tests/servers/servers): where they serve, and who may sign in.
/// Each of the nine pairs of protocol and security mode has a port.
struct MailServers {
    QString host; ///< a name of the certificate that leads to loopback
    QString user;
    QString password;
    QString recipient;     ///< an address whose mail lands in the user's mailbox
    QString caFile;        ///< PEM of the root that signed the servers' certificate, which is sent along with it
    QByteArray caSha256;   ///< lower-case hex
    QByteArray leafSha256; ///< of the servers' own certificate
    QString logs;          ///< the folder with dovecot.log and postfix.log
    QMap<std::pair<Protocol, SecurityMode>, quint16> ports;

    quint16 port(Protocol protocol, SecurityMode mode) const { return ports.value({protocol, mode}); }
    QByteArray caPem() const;

    /// Reads what STATIONER_SERVERS names. Without it the test fails: it is no reason to skip.
    static MailServers running();
};

} // namespace stationer::testing
