#pragma once

#include "terms/protocol.h"
#include "terms/securitymode.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <utility>

namespace stationer::testing {

/// The Dovecot and Postfix that the test fixture started (tests/servers/servers): where they serve, and who may sign in.
/// Each of the nine pairs of protocol and security mode has a port; others speak nothing newer than TLS 1.1, or than
/// TLS 1.2.
struct MailServers {
    QString host; ///< a name of the certificate that leads to loopback
    QString user;
    QString password;
    QString recipient;     ///< an address whose mail lands in the user's mailbox
    QString caFile;        ///< PEM of the root that signed the servers' certificate, which is sent along with it
    QByteArray caSha256;   ///< lower-case hex
    QByteArray leafSha256; ///< of the servers' own certificate
    QString logs;          ///< the folder with dovecot.log and postfix.log
    QString clients;       ///< the folder with what clients hold
    using Ports = QMap<std::pair<Protocol, SecurityMode>, quint16>;
    Ports ports;
    Ports oldTlsPorts; ///< TLS 1.0 and 1.1 only; not for mode none
    Ports tls12Ports;  ///< up to TLS 1.2; SMTP only, not for mode none
    Ports swapPorts;   ///< those of swap(); not for mode none
    QString folder;    ///< what the fixture calls the run by

    quint16 port(Protocol protocol, SecurityMode mode) const { return ports.value({protocol, mode}); }
    QByteArray caPem() const;
    /// What a client holds, by its name: the tokens `token`, `expired-token` and `forged-token`, and a certificate with its
    /// key `user.pem`, `nobody.pem` (of no user) and `stranger.pem` (of the user, by a CA that the servers do not know).
    /// `client-ca.pem` with `client-ca.private` is the CA whose answers they take.
    QByteArray held(const QString& name) const;

    /// The servers of the swap ports show this chain from now on, all in PEM; one test program alone may do that. What went
    /// wrong, or nothing.
    QByteArray swap(const QByteArray& chain, const QByteArray& key) const;

    /// Reads what STATIONER_SERVERS names. Without it the test fails: it is no reason to skip.
    static MailServers running();
};

} // namespace stationer::testing
