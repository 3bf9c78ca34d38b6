#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace stationer {

/// The timestamp in a POP3 greeting (RFC 1939, section 7): `<1896.697170952@mail.example>`, brackets included. It has to be
/// a message identifier by RFC 5322, section 3.6.4: with other octets in it, whoever forges timestamps can find out the
/// password letter by letter from colliding digests. Nothing where there is none.
std::optional<QByteArray> apopTimestamp(QByteArrayView greeting);

} // namespace stationer
