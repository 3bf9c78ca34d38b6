#pragma once

#include <QString>

namespace stationer {

/// Where a test password lives: in the key ring, or in memory alone, and then why.
enum class PasswordHome { KeyRing, Memory, NoKeyRing, LockedKeyRing, SilentKeyRing };

/// «kept in the key ring», «forgotten when Stationer closes (no key ring here)»: the part of a sentence.
QString describe(PasswordHome home);

} // namespace stationer
