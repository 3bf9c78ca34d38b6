#pragma once

#include <QHostAddress>

namespace stationer {

/// Which of this computer's addresses leads to another; null where none does. The routing table is asked, and nothing is
/// sent.
QHostAddress sourceAddress(const QHostAddress& destination);

} // namespace stationer
