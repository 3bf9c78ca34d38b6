#pragma once

#include "trust/exemption.h"

#include <QJsonObject>

namespace stationer {

/// A row of Allowed Hosts as JSON: host, port, approval, scope, binding, sha256, errors, times, note, and of the leaf as
/// shown subject, issuer, notBefore and notAfter.
QJsonObject toJson(const AllowedHost& row);

/// `approved`, `rejected`, `unanswered`.
QString nameOf(Approval approval);

} // namespace stationer
