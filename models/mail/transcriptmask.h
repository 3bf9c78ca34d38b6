#pragma once

#include "mail/dialogue.h"
#include "mail/soughtsecrets.h"

namespace stationer {

/// The password, the token and what was made of them.
SoughtSecrets secretsOf(const DialogueGoal& goal, const QList<Secret>& derived = {});

/// A line from the server with the secrets masked: some servers repeat what they do not understand. For transcripts, stage
/// details and reports; a dialogue itself reads the line as it came.
QByteArray withoutSecrets(QByteArrayView line, const SoughtSecrets& secrets);
/// Masks what goes over the end of a line, past what the lines of a reply begin with. What is within one stays: it comes
/// after.
void maskFolded(const QList<QByteArray*>& lines, const SoughtSecrets& secrets);
/// The same for all that was learnt of a server.
Learnt withoutSecrets(Learnt learnt, const SoughtSecrets& secrets);

} // namespace stationer
