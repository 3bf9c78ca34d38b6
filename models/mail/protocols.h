#pragma once

#include "mail/dialogue.h"
#include "mail/imaptag.h"

#include <memory>

namespace stationer {

/// The dialogue for the goal's protocol.
std::unique_ptr<Dialogue> makeDialogue(DialogueGoal goal, TagSource tags = randomTag);

} // namespace stationer
