#pragma once

#include "connection/settings.h"

#include <QByteArray>
#include <QString>

namespace stationer {

/// The address that mail of this account comes from: Reply To, else the user name.
QString senderOf(const ConnectionSettings& settings);
/// The one real message of a test, with CRLF line ends (RFC 5322).
QByteArray testMessage(const QString& sender, const QString& recipient);

} // namespace stationer
