#include "catalogue/accountproperties.h"

namespace stationer {

namespace {

constexpr std::array storeTags{"pop3", "imap"};
constexpr std::array storeLabels{"POP3", "IMAP"};
constexpr std::array policyTags{"delete", "markAsRead", "markAsUnread"};
constexpr std::array policyLabels{QT_TRANSLATE_NOOP("catalogue", "Delete"), QT_TRANSLATE_NOOP("catalogue", "Mark As Read"),
                                  QT_TRANSLATE_NOOP("catalogue", "Mark As Unread")};

constexpr std::array ownIncomingProperties{
    Property{.slot = storeSlot.data(),
             .label = QT_TRANSLATE_NOOP("catalogue", "Store"),
             .meaning = QT_TRANSLATE_NOOP("catalogue", "How mail is fetched: by POP3 or by IMAP."),
             .kind = ValueKind::Enum,
             .group = Group::Server,
             .rank = 1,
             .defaultValue = "pop3",
             .tags = storeTags,
             .tagLabels = storeLabels},
    Property{.slot = deliveryPolicySlot.data(),
             .label = QT_TRANSLATE_NOOP("catalogue", "Delivery Policy"),
             .meaning =
                 QT_TRANSLATE_NOOP("catalogue", "What the station does with a message on the server once it has read it."),
             .kind = ValueKind::Enum,
             .group = Group::Polling,
             .defaultValue = "delete",
             .tags = policyTags,
             .tagLabels = policyLabels},
};

constexpr auto incomingProperties = concatenated(accountProperties("110"), ownIncomingProperties);

} // namespace

constinit const ComponentType types::incomingAccount{.name = "email:IncomingAccount",
                                                     .label = QT_TRANSLATE_NOOP("catalogue", "IncomingAccount"),
                                                     .icon = "incomingaccount",
                                                     .properties = incomingProperties};

} // namespace stationer
