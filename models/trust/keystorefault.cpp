#include "trust/keystorefault.h"

#include <QCoreApplication>

namespace stationer {

QString describe(KeyStoreFault fault)
{
    switch (fault) {
    case KeyStoreFault::CannotRead:
        return QCoreApplication::translate("trust", "This file cannot be read.");
    case KeyStoreFault::TooLarge:
        return QCoreApplication::translate("trust",
                                           "This is too large to be a station's key store. 64 MiB is the limit, for "
                                           "PEM and PKCS#12 16 MiB.");
    case KeyStoreFault::NotAKeyStore:
        return QCoreApplication::translate("trust", "This is no key store, or it is damaged. JKS, JCEKS, PKCS#12 and "
                                                    "certificates as PEM or DER can be read.");
    case KeyStoreFault::Bcfks:
        return QCoreApplication::translate("trust",
                                           "This is a BCFKS, the key store of a station in FIPS mode, which cannot be read "
                                           "here. Export its certificates as PEM, on the station or with Java's keytool.");
    case KeyStoreFault::Truncated:
        return QCoreApplication::translate(
            "trust", "This key store is cut short, so nothing of it is used. Copy it from the station again.");
    case KeyStoreFault::BadVersion:
        return QCoreApplication::translate("trust", "This key store is of a version that nobody knows. JKS and JCEKS have "
                                                    "versions 1 and 2.");
    case KeyStoreFault::BadCount:
        return QCoreApplication::translate("trust",
                                           "This key store is damaged: it does not hold as many entries as it says. "
                                           "Nothing of it is used; copy it from the station again.");
    case KeyStoreFault::BadEntry:
        return QCoreApplication::translate("trust",
                                           "This key store is damaged: what stands in it is no entry. Nothing of it "
                                           "is used; copy it from the station again.");
    case KeyStoreFault::BadCertificate:
        return QCoreApplication::translate("trust", "A certificate in it is damaged, so nothing of it is used. Copy it from "
                                                    "the station again.");
    case KeyStoreFault::Locked:
        return QCoreApplication::translate("trust",
                                           "This key store is locked: without its password none of its certificates "
                                           "can be seen.");
    case KeyStoreFault::WrongPassword:
        return QCoreApplication::translate("trust", "The password given is not that of this key store, or somebody has "
                                                    "changed the file.");
    case KeyStoreFault::TooManyIterations:
        return QCoreApplication::translate(
            "trust", "To open this key store its password would have to be hashed more than five million times. Java "
                     "does not open it either.");
    case KeyStoreFault::Unsupported:
        return QCoreApplication::translate("trust", "This key store is sealed in a way that cannot be opened here. Export "
                                                    "its certificates as PEM.");
    }
    Q_UNREACHABLE();
}

} // namespace stationer
