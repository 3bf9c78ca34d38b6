#pragma once

#include <QString>

namespace stationer {

/// Why something could not be done with a key or a certificate of the user's own.
enum class KeyFault {
    // in what was asked for
    NameMissing,  ///< neither a common name nor an alternative one
    FieldInvalid, ///< too long, or with a control character in it
    CountryInvalid,
    AlternativeNameInvalid,
    ValidityInvalid,
    PassphraseMissing, ///< keys are kept encrypted or not at all
    // in what was given
    TooLarge,
    NotReadable, ///< neither PEM nor PKCS#12, or damaged
    NoKey,
    NoCertificate,
    KeyOfAnother,   ///< the certificate belongs to another key
    PasswordNeeded, ///< what is imported is locked
    WrongPassword,
    Unsupported, ///< sealed by a retired cipher, or a kind of key that is not for TLS
    Duplicate,
    // of the store
    NoSuchKey,
    WrongPassphrase,
    NotStored, ///< the file could not be written; the store says why
    Failed,    ///< the library did, for want of memory or entropy
};

/// A sentence for people, translated, with what to do.
QString describe(KeyFault fault);

} // namespace stationer
