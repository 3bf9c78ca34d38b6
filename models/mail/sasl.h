#pragma once

#include "mail/dialogue.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QList>

#include <memory>
#include <optional>

namespace stationer {

/// One exchange of a SASL mechanism (RFC 4422), the client's side: challenges go in, responses come out, both without
/// base64. It knows nothing of the protocol around it and is used once.
class SaslExchange {
public:
    virtual ~SaslExchange() = default;
    /// What goes out first, with the command or upon an empty challenge; nothing where the server speaks first. Asked for
    /// once.
    virtual std::optional<QByteArray> initialResponse() = 0;
    /// The response to a challenge; nothing where the mechanism allows no such challenge.
    virtual std::optional<QByteArray> respond(QByteArrayView challenge) = 0;
    /// Whether respond() has begun a calculation that is too long to be done at once. It then gave nothing, and goOn() is to
    /// be called until this ends; the last call gives the response.
    virtual bool isCalculating() const { return false; }
    virtual std::optional<QByteArray> goOn() { return std::nullopt; }
    /// Whether the server's success may be believed now. Mechanisms that prove the server too say no until it has.
    virtual bool isComplete() const { return true; }
    /// The server's words about an error that came as a challenge.
    virtual QByteArray error() const { return {}; }
    /// What was made of the secret so far: who reads it can try passwords until one fits.
    virtual QByteArrayList derived() const { return {}; }
};

/// What one signs in with, and what became of everything that was offered.
struct MechanismChoice {
    QByteArray name;                        ///< empty: nothing that is offered can be used
    std::unique_ptr<SaslExchange> exchange; ///< null where the protocol has commands of its own for it: USER, APOP
    QList<MechanismNote> notes;             ///< one for each that is offered, in that order
};

/// Of the offered mechanisms that are spoken here and have what they need: the one that the goal names by hand, else the one
/// that a station takes, where the goal wants that, else the strongest. One is chosen and tried once: a rejected login is
/// never repeated with another, because that locks accounts. The goal has an account.
MechanismChoice chooseMechanism(const QByteArrayList& offered, const DialogueGoal& goal, const ChannelFacts& channel);

/// The notes of a dialogue that was to end before the login.
QList<MechanismNote> notesWithoutLogin(const QByteArrayList& offered, Protocol protocol);

/// Whether a mechanism signs in without showing the password to whoever reads along.
bool hidesPassword(QByteArrayView mechanism);

/// All that are spoken here, strongest first, by their registered names; POP3 has USER and APOP beside them (RFC 1939).
QByteArrayList spokenMechanisms(Protocol protocol);

} // namespace stationer
