#include "trust/keyfault.h"

#include <QCoreApplication>

namespace stationer {

QString describe(KeyFault fault)
{
    switch (fault) {
    case KeyFault::NameMissing:
        return QCoreApplication::translate("trust", "A certificate needs a name: a common name, or an alternative one.");
    case KeyFault::FieldInvalid:
        return QCoreApplication::translate("trust", "A field is too long (64 characters for a name, 128 for a place), or "
                                                    "holds a line break or another control character.");
    case KeyFault::CountryInvalid:
        return QCoreApplication::translate("trust", "The country is two letters, such as CH.");
    case KeyFault::AlternativeNameInvalid:
        return QCoreApplication::translate("trust", "An alternative name is no host name, address or mail address.");
    case KeyFault::ValidityInvalid:
        return QCoreApplication::translate("trust", "The certificate has to end after it begins, and before the year 9999.");
    case KeyFault::PassphraseMissing:
        return QCoreApplication::translate("trust", "A private key is kept encrypted only: a passphrase is needed.");
    case KeyFault::TooLarge:
        return QCoreApplication::translate("trust", "This is too large to hold a key. 8 MiB is the limit.");
    case KeyFault::NotReadable:
        return QCoreApplication::translate(
            "trust", "This holds no key and certificate, or is damaged. PKCS#12 and PEM can be imported.");
    case KeyFault::NoKey:
        return QCoreApplication::translate(
            "trust", "There is no private key in it. A certificate without its key proves nothing to a server.");
    case KeyFault::NoCertificate:
        return QCoreApplication::translate("trust", "There is a private key in it, but no certificate.");
    case KeyFault::KeyOfAnother:
        return QCoreApplication::translate("trust", "The private key and the certificate do not belong together.");
    case KeyFault::PasswordNeeded:
        return QCoreApplication::translate("trust", "This is locked: its password is needed.");
    case KeyFault::WrongPassword:
        return QCoreApplication::translate("trust", "This is locked, and the password given does not open it.");
    case KeyFault::Unsupported:
        return QCoreApplication::translate("trust",
                                           "This is sealed by a cipher that is no longer supported, or its key is of a kind "
                                           "that mail servers do not take. RSA, EC and Edwards keys are taken.");
    case KeyFault::Duplicate:
        return QCoreApplication::translate("trust", "This certificate is in the User Key Store already.");
    case KeyFault::NoSuchKey:
        return QCoreApplication::translate("trust", "The User Key Store has no such key.");
    case KeyFault::WrongPassphrase:
        return QCoreApplication::translate("trust", "The passphrase does not open the key.");
    case KeyFault::NotStored:
        return QCoreApplication::translate("trust", "The User Key Store could not be written, so nothing was changed.");
    case KeyFault::Failed:
        return QCoreApplication::translate("trust", "The key could not be made.");
    }
    Q_UNREACHABLE();
}

} // namespace stationer
