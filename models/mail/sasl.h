#pragma once

#include "mail/dialogue.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <memory>
#include <optional>

namespace stationer {

/// One exchange of a SASL mechanism (RFC 4422), the client's side: challenges go in, responses come out, both without base64.
/// It knows nothing of the protocol around it and is used once.
class SaslExchange {
public:
    virtual ~SaslExchange() = default;
    /// What goes out first, with the command or upon an empty challenge; nothing where the server speaks first. Asked for once.
    virtual std::optional<QByteArray> initialResponse() = 0;
    /// The response to a challenge; nothing where the mechanism allows no such challenge.
    virtual std::optional<QByteArray> respond(QByteArrayView challenge) = 0;
    /// Whether the server's success may be believed now. Mechanisms that prove the server too say no until it has.
    virtual bool isComplete() const { return true; }
};

/// The exchange of a mechanism by its registered name; null where it is not spoken here.
std::unique_ptr<SaslExchange> makeSaslExchange(QByteArrayView mechanism, const DialogueGoal& goal);

/// The strongest of the offered mechanisms that is spoken here and has what it needs in the goal, or the one that the goal names
/// by hand, if it is offered; empty where there is none. One is chosen and tried once: a rejected login is never repeated
/// with another, because that locks accounts.
QByteArray chosenMechanism(const QByteArrayList& offered, const DialogueGoal& goal);

} // namespace stationer
