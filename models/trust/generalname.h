#pragma once

#include <QStringList>

#include <openssl/x509v3.h>

namespace stationer {

/// A general name with its kind before it, safe to show: `DNS: mail.example`, `IP: 192.0.2.7`, `URI: …`.
QString nameText(const GENERAL_NAME* name);
QStringList namesText(const GENERAL_NAMES* names);

} // namespace stationer
