#pragma once

#include "mail/dialogue.h"

namespace stationer {

/// A line from the server with the goal's secret masked, as it was sent and in base64: some servers repeat what they do not
/// understand. For transcripts, stage details and reports; a dialogue itself reads the line as it came.
/// Secrets of one or two characters are left alone: masking them would only tell what they are.
QByteArray withoutSecrets(QByteArrayView line, const DialogueGoal& goal);
/// The same for all that was learnt of a server.
Learnt withoutSecrets(Learnt learnt, const DialogueGoal& goal);

} // namespace stationer
