#pragma once

#include "connection/testorder.h"

#include <QByteArrayList>
#include <QString>
#include <QStringList>

#include <optional>

namespace stationer {

/// What a person chose for the tests of one account, beside its settings: how far they go, where they connect to, how they
/// sign in. What is not chosen follows from the account. It is kept while the program runs and never stored.
struct TestChoices {
    std::optional<Depth> depth;   ///< nothing: as usualOrder() has it; never Message
    std::optional<Endpoint> dial; ///< another address to connect to, a tunnel's end; names are verified as typed
    SignIn signIn = SignIn::Usual;
    QByteArray mechanism;                         ///< chosen by name; then it is the one
    QByteArray ehloName;                          ///< SMTP; empty: this computer's
    QString recipient;                            ///< SMTP, for the envelope; empty: the sender's own address
    Secret token;                                 ///< signs in by OAUTHBEARER or XOAUTH2 instead of the password
    std::optional<ClientIdentity> clientIdentity; ///< shown in the handshake; EXTERNAL signs in with it

    bool isDefault() const;
    /// Whether a test by these choices signs in with the account's password, which then has to be known.
    bool needsPassword(const ConnectionSettings& settings) const;
    /// Puts the choices into an order whose settings and password are set; a choice that the protocol does not know is left
    /// out.
    void applyTo(TestOrder& order) const;
};

/// The mechanisms that can be chosen by hand, strongest first, as the protocol calls them (RFC 4422; RFC 3501,
/// section 6.2.3; RFC 1939, section 7).
QByteArrayList choosableMechanisms(Protocol protocol);

/// What was chosen, one phrase each, for people: «through localhost:2525», «by PLAIN». Secrets are named, not shown.
/// Translated.
QStringList describe(const TestChoices& choices);

} // namespace stationer
