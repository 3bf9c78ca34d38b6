#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace stationer {

/// The parts of a certificate (RFC 5280, 4.1) where they stand in its DER, tag and length with them. Nothing is copied,
/// decoded or checked but the outer structure; the views live as long as the bytes.
struct CertificateSlices {
    QByteArrayView issuer;
    QByteArrayView notBefore, notAfter;
    QByteArrayView subject;
    QByteArrayView keyAlgorithm; ///< of the SubjectPublicKeyInfo
    QByteArrayView key;          ///< the content of its bit string, without the count of unused bits
    QByteArrayView signatureAlgorithm;
};

std::optional<CertificateSlices> slicesOf(QByteArrayView der);
/// The certificate alone, where a rejection may follow it; all of the bytes where they are none.
QByteArrayView certificateIn(QByteArrayView der);

/// Walks elements of DER one by one, each with its tag and length; nothing at the end and where the bytes are none.
class DerWalk {
public:
    explicit DerWalk(QByteArrayView bytes) : m_left(bytes) {}
    struct Element {
        int tag = 0; ///< -1: not of the universal class
        QByteArrayView whole, content;
    };
    std::optional<Element> next();
    bool isAtEnd() const { return m_left.isEmpty(); }

private:
    QByteArrayView m_left;
};

} // namespace stationer
