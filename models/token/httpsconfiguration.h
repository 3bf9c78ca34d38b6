#pragma once

#include <QSslConfiguration>

namespace stationer {

/// What a request is given before a handshake: no roots and no verification of Qt's own (the judge decides once the
/// handshake is done), no session that could be resumed, TLS 1.2 or later.
QSslConfiguration httpsConfiguration();

} // namespace stationer
