#pragma once

#include "connection/report.h"

namespace stationer {

/// Where the server answered; nothing where none did.
std::optional<QHostAddress> answeredAddress(const Report& report);
/// Whether a name with these addresses leads to the server that answered, and not to this computer as well, unless that is
/// the server.
bool leadsToAnswered(const Report& report, const QList<QHostAddress>& found);
/// What is said where it does not. Translated.
QString leadsElsewhere(const QString& host);

} // namespace stationer
