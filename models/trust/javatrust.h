#pragma once

#include "trust/certificatefacts.h"

namespace stationer {

/// Why the Java of a station would not go on with a server's certificates.
enum class JavaTrustFault {
    UnknownRoot,         ///< the station has not the root that was sent, or has one of that name that did not sign
    MissingIntermediate, ///< who issued the last one was neither sent nor is in the station's stores
    NotACa,              ///< who signs may not; one of the station's stores without CA:TRUE or keyCertSign neither
    Expired,
    NotYetValid,
    NameMismatch,
    KeyUsage,
    ExtendedKeyUsage,
    UnknownCriticalExtension,
    WeakKey,
    WeakSignature,
    ChainTooLong, ///< more than ten certificates sent
    BadSignature,
    PathLength,
    NameConstraint,
    Malformed,
};

/// What the station's Java would say of a server's certificates. For prediction only: it decides nothing here.
struct JavaTrust {
    /// Unknown: all is well but the name, about which Java's own matcher and that of JavaMail differ. Which one a station
    /// uses hangs on its Java.
    enum class Verdict { Passes, Fails, Unknown };
    Verdict verdict = Verdict::Passes;
    QList<JavaTrustFault> faults; ///< each once; for Unknown none
    bool isNamedByJava8 = true;   ///< what the matcher of Java 8 says, the likelier one

    bool operator==(const JavaTrust&) const = default;
};

/// What of its key a server used in the handshake: to sign, as with (EC)DHE and TLS 1.3, or to open what was encrypted for
/// it.
enum class JavaKeyExchange { Signed, Encrypted };

/// The rules as they were measured with OpenJDK 17 and JavaMail 1.6.5: a certificate of the station's own stores passes as
/// it is; above others, any of them may end the path that is a CA or of version 1, whatever its dates and constraints are.
/// The host is as typed: a trailing dot matches nothing. Whether Java can use the kind of key at all is not looked at.
JavaTrust javaTrust(const CertificateChain& sent, const QString& host, const QDateTime& now,
                    const QList<QByteArray>& stationCertificates, JavaKeyExchange exchange = JavaKeyExchange::Signed);

} // namespace stationer
