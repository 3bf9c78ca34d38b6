#pragma once

#include "trust/openssl.h"

#include <QString>

namespace stationer {

/// The matcher in Java 8 (sun.security.util.HostnameChecker): dNSName, the common name only where there is none; a wildcard
/// may be part of the first label; an address by iPAddress alone; a name with an underscore is none.
bool isNamedByJava8(X509* certificate, const QString& host);
/// JavaMail's own, where a newer Java hides the other: an iPAddress does not count, an address as a dNSName or common name
/// does; a wildcard is a whole label and stands for as many as there are.
bool isNamedByJavaMail(X509* certificate, const QString& host);

} // namespace stationer
