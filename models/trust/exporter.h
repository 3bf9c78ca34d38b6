#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace stationer {

/// How certificates leave: PEM takes one or many, DER exactly one, PKCS#7 (in DER) one or many.
enum class ExportFormat { Pem, Der, Pkcs7 };

QString suffixOf(ExportFormat format); ///< `pem`, `cer`, `p7b`
/// The bytes of a file; nothing where the format cannot hold that many, or there is none.
std::optional<QByteArray> exported(const QList<QByteArray>& ders, ExportFormat format);

} // namespace stationer
