#include "views/accounts/noaccounts.h"

#include "catalogue/catalogue.h"
#include "views/accounts/accountsbar.h"
#include "views/common/plaintext.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

NoAccounts::NoAccounts(QWidget* parent) : QWidget(parent)
{
    auto* sentence = new PlainLabel(tr("This EmailService has no account yet. An outgoing account sends the station's "
                                       "alarms; an incoming one lets people acknowledge them by mail."),
                                    this);
    sentence->setMuted();
    sentence->setWrapped();
    sentence->setAlignment(Qt::AlignCenter);
    auto* outgoing = plainButton(tr("Add &Outgoing"), u"addOutgoing"_s, this);
    auto* incoming = plainButton(tr("Add &Incoming"), u"addIncoming"_s, this);
    connect(outgoing, &QPushButton::clicked, this, [this] { emit addChosen(outgoingAccountType); });
    connect(incoming, &QPushButton::clicked, this, [this] { emit addChosen(incomingAccountType); });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(outgoing);
    buttons->addWidget(incoming);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(12);
    layout->addStretch();
    layout->addWidget(sentence);
    layout->addLayout(buttons);
    layout->addStretch();
}

} // namespace stationer
