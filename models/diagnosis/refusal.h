#pragma once

#include "diagnosis/reply.h"

#include <span>

namespace stationer::diagnosis {

/// What a refused sign-in is about.
enum class LoginRefusal {
    NotSaid,          ///< what is not known to be anything else
    WrongPassword,    ///< user name or password, on the server's own code alone
    MechanismRefused, ///< the way to sign in, not who signs in
    EncryptionWanted, ///< not before the connection is encrypted
    MailboxInUse,     ///< POP3 lets one reader in at a time
    TooManyConnections,
    TooManyFailures, ///< shut out for a while after refused sign-ins
    TooSoon,         ///< a longer pause between two sign-ins is wanted
    AccountDisabled,
    PasswordExpired,
    AccessSwitchedOff,    ///< the account may not use this protocol
    NotAuthorised,        ///< a right is missing
    OtherMechanismWanted, ///< no usual password, or too weak a way to sign in
    OtherPasswordWanted,  ///< an app password, an authorization code
    BrowserWanted,        ///< the mailbox's web page has to be visited first
    PolicyForbids,        ///< a rule of the company, the network or the place that the sign-in comes from
    AdministratorWanted,  ///< the server sends to its administrator, and does not say why
    NotNow,               ///< the password was not even looked at
};
Reading<LoginRefusal> loginRefusal(const Reply& reply);

/// What a refused sender, recipient or message is about.
enum class MailRefusal {
    MessageRefused, ///< and whatever else comes after the recipients
    SignInWanted,
    EncryptionWanted,
    HelloNameRefused, ///< the name said with EHLO or HELO
    RelayDenied,
    SenderRefused,
    RecipientRefused,
    RecipientUnknown,
    MailboxFull,
    TooLarge,
    LimitReached, ///< of messages in a time
    NetworkDistrusted,
    Greylisted,
    NotNow,
};
Reading<MailRefusal> mailRefusal(const Reply& reply);

/// What a refused inbox is about, the sign-in having passed.
enum class InboxRefusal {
    NotSaid,
    IdentityWanted, ///< the client has to say what it is (RFC 2971), and a station does not
    NotConnected,   ///< Exchange knows the user and opens no mailbox for it
    AccessSwitchedOff,
    MailboxInUse,
    NotNow,
};
Reading<InboxRefusal> inboxRefusal(const Reply& reply);

/// What a greeting or the answer to EHLO that turns away is about.
enum class DoorRefusal { NotSaid, HelloNameRefused, TooManyConnections, NetworkDistrusted, NotNow };
Reading<DoorRefusal> doorRefusal(const Reply& reply);

/// The tables that the above read, for the manual and its test.
std::span<const Row<LoginRefusal>> loginRows();
std::span<const Row<MailRefusal>> mailRows();
std::span<const Row<InboxRefusal>> inboxRows();
std::span<const Row<DoorRefusal>> doorRows();

} // namespace stationer::diagnosis
