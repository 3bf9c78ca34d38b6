#pragma once

#include "support/mailservers.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace stationer::testing {

/// The user's inbox at the servers, read by IMAP without any of the project's own code, and without marking anything as
/// read.
class Mailbox {
public:
    explicit Mailbox(const MailServers& servers) : m_servers(servers) {}

    /// The messages whose Message-ID holds this.
    QByteArrayList with(const QByteArray& id) const;
    bool isUnseen(const QByteArray& id) const;
    QByteArrayList to(const QByteArray& address) const;

private:
    QByteArrayList found(const QByteArray& search) const;
    QByteArray ask(const QByteArray& command) const; ///< all that comes back, in a session of its own

    const MailServers& m_servers;
};

/// The unfolded value of the one field of that name; says so where there is not exactly one.
QByteArray field(const QByteArray& mail, const QByteArray& name);
/// The text of a message in quoted-printable.
QString decodedBody(const QByteArray& mail);

} // namespace stationer::testing
