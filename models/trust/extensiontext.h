#pragma once

#include <QString>
#include <QStringList>

#include <openssl/x509.h>

#include <optional>

namespace stationer {

/// The content of an extension that is known, one statement a row; nothing where it is damaged. Not yet cut.
std::optional<QStringList> extensionValues(X509_EXTENSION* extension, int nid);
QString extensionName(int nid);    ///< translated; empty for one that is not known here
QString extensionMeaning(int nid); ///< the same

} // namespace stationer
