#pragma once

#include "trust/javatrust.h"
#include "trust/openssl.h"

#include <ctime>

namespace stationer {

/// What was found, each once.
class JavaFaults {
public:
    void add(JavaTrustFault fault)
    {
        if (!m_all.contains(fault))
            m_all << fault;
    }
    const QList<JavaTrustFault>& all() const { return m_all; }

private:
    QList<JavaTrustFault> m_all;
};

/// What Java minds about single certificates, wherever a path leads. Null for what it cannot read.
Owned<X509> readByJava(const QByteArray& der);
bool isAnchorForJava(X509* certificate);
void checkKey(EVP_PKEY* key, JavaFaults& faults);
void checkSignature(X509* certificate, JavaFaults& faults);
/// The server's own.
void checkLeaf(X509* leaf, time_t moment, JavaKeyExchange exchange, JavaFaults& faults);
/// One that was sent and signed another.
void checkIssuer(X509* issuer, time_t moment, JavaFaults& faults);

} // namespace stationer
