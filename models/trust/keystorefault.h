#pragma once

#include <QString>

namespace stationer {

/// Why the trusted certificates of a station's key store could not be read. Nothing is read by halves.
enum class KeyStoreFault {
    CannotRead, ///< the file itself; its own error says why
    TooLarge,
    NotAKeyStore, ///< neither PEM, DER, JKS, JCEKS nor PKCS#12
    Bcfks,        ///< Bouncy Castle's, of a station in FIPS mode
    Truncated,
    BadVersion,     ///< of JKS or JCEKS: neither 1 nor 2
    BadCount,       ///< more or fewer entries than it says
    BadEntry,       ///< what stands inside cannot be what Java writes
    BadCertificate, ///< a trusted entry, or a block of PEM, that is no certificate
    Locked,         ///< its certificates are sealed and no password was given
    WrongPassword,  ///< it neither opens what is sealed nor fits the check sum
    TooManyIterations,
    Unsupported, ///< sealed in a way that is not to be opened here
};

/// A sentence for people, translated, with what to do.
QString describe(KeyStoreFault fault);

} // namespace stationer
