#include "views/sheet/editors/passwordhome.h"

#include <QCoreApplication>

namespace stationer {

QString describe(PasswordHome home)
{
    // Each goes on where a sentence about a password has said «For tests on this computer» or the like.
    switch (home) {
    case PasswordHome::KeyRing:
        //: Where a password lives; goes on after «For tests on this computer: »
        return QCoreApplication::translate("password", "kept in the key ring");
    case PasswordHome::Memory:
        //: Where a password lives; goes on after «For tests on this computer: »
        return QCoreApplication::translate("password", "forgotten when Stationer closes");
    case PasswordHome::NoKeyRing:
        //: Where a password lives; goes on after «For tests on this computer: »
        return QCoreApplication::translate("password", "forgotten when Stationer closes (no key ring here)");
    case PasswordHome::LockedKeyRing:
        //: Where a password lives; goes on after «For tests on this computer: »
        return QCoreApplication::translate("password", "forgotten when Stationer closes (the key ring is locked)");
    case PasswordHome::SilentKeyRing:
        //: Where a password lives; goes on after «For tests on this computer: »
        return QCoreApplication::translate("password", "forgotten when Stationer closes (the key ring does not answer)");
    }
    Q_UNREACHABLE();
}

} // namespace stationer
