#pragma once

#include "connection/settings.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace stationer {

/// The address that mail of this account comes from: Reply To, else the user name.
QString senderOf(const ConnectionSettings& settings);

/// All that the one real message of a test says: which station and account sent it, by which server, from which computer. A
/// function of its values alone; what is made of it is legal for every server that takes its addresses.
struct TestMessage {
    QString station;             ///< its name; empty where the target was typed
    ConnectionSettings settings; ///< path names the account
    QStringList to;              ///< empty: nobody is named
    QString computer;            ///< that the test is made from
    QDateTime time;
    QByteArray id; ///< of the message, unique: letters, digits and hyphens
    QStringList cc = {};
    QString alarm = {};   ///< the path of the EmailRecipient whose alarms it stands for
    QByteArray code = {}; ///< begins the subject, so that the message can be found: letters and digits

    /// With the name of this computer, the present time and a fresh id.
    static TestMessage now(const QString& station, const ConnectionSettings& settings, const QString& recipient);

    /// The message (RFC 5322) with CRLF line ends, in ASCII (RFC 2045, 2047) but for addresses that are not (RFC 6532).
    /// Whatever the values hold, each header field stays one field.
    QByteArray toBytes() const;
};

} // namespace stationer
