#pragma once

#include "connection/report.h"

namespace stationer::diagnosis {

/// What a refused sign-in is about.
enum class LoginRefusal {
    WrongPassword,    ///< and whatever is not known to be anything else
    EncryptionWanted, ///< not before the connection is encrypted
    MailboxInUse,     ///< POP3 lets one reader in at a time
    TooManyConnections,
    TooManyFailures, ///< shut out for a while after wrong passwords
    TooSoon,         ///< a longer pause between two sign-ins is wanted
    AccountDisabled,
    PasswordExpired,      ///<
    AccessSwitchedOff,    ///< the account may not use this protocol
    NotAuthorised,        ///< the password is right, the account lacks the right
    OtherMechanismWanted, ///< too weak a way to sign in
    NotNow,               ///< the password was not even looked at
};
LoginRefusal loginRefusal(const DialogueFailure& failure);

/// What a refused sender, recipient or message is about.
enum class MailRefusal {
    Other,
    SignInWanted,
    EncryptionWanted,
    RelayDenied,
    SenderRefused,
    RecipientUnknown,
    MailboxFull,
    TooLarge,
    LimitReached, ///< of messages in a time
    NetworkDistrusted,
    Greylisted,
    NotNow,
};
MailRefusal mailRefusal(const DialogueFailure& failure);

/// Whether the code says that it may well work in a while (RFC 5321, RFC 5530, RFC 3206).
bool isForNow(const DialogueFailure& failure);
/// Whether the words are those of a server that does not like the network or the address it is called from.
bool isNetworkDistrusted(const DialogueFailure& failure);
bool isTooManyConnections(const DialogueFailure& failure);

} // namespace stationer::diagnosis
