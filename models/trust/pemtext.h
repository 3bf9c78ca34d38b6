#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace stationer {

/// One `-----BEGIN …-----` block of a PEM text.
struct PemBlock {
    QByteArray label;
    std::optional<QByteArray> der; ///< nothing where the block is damaged
};

/// The blocks of a PEM text in order, with what stands between them skipped (RFC 7468, lax).
QList<PemBlock> pemBlocks(const QByteArray& pem);
bool isCertificateLabel(const QByteArray& label);
/// The certificate of such a block in DER; empty where it is damaged.
QByteArray certificateOf(const PemBlock& block);
/// What follows the certificate in a TRUSTED CERTIFICATE that may not vouch for servers; empty where it may.
QByteArray rejectionOf(const PemBlock& block);
QByteArray pemOf(const QByteArray& label, const QByteArray& der);

} // namespace stationer
