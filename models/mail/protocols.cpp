#include "mail/protocols.h"

#include "mail/imapdialogue.h"
#include "mail/pop3dialogue.h"
#include "mail/smtpdialogue.h"

#include <QtGlobal>

namespace stationer {

std::unique_ptr<Dialogue> makeDialogue(DialogueGoal goal, TagSource tags)
{
    switch (goal.protocol) {
    case Protocol::Smtp:
        return std::make_unique<SmtpDialogue>(std::move(goal));
    case Protocol::Imap:
        return std::make_unique<ImapDialogue>(std::move(goal), std::move(tags));
    case Protocol::Pop3:
        return std::make_unique<Pop3Dialogue>(std::move(goal));
    }
    Q_UNREACHABLE();
}

} // namespace stationer
