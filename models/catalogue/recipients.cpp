#include "catalogue/recipients.h"

#include "catalogue/accountslots.h"
#include "catalogue/catalogue.h"
#include "catalogue/references.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace stationer {

using namespace Qt::StringLiterals;

QStringList addressesIn(const QString& text)
{
    // A line end of the file is read as a space. Any other control character stays in its address, and makes it none.
    static const QRegularExpression mark(u"[,; \\r\\n]"_s);
    return text.split(mark, Qt::SkipEmptyParts);
}

QList<Addressee> addresseesOf(const Document& document, SlotId recipient)
{
    QList<Addressee> all;
    for (const QLatin1StringView role : {toSlot, ccSlot, bccSlot})
        for (const QString& address : addressesIn(textOf(document, recipient, role)))
            all += Addressee{address, role};
    return all;
}

bool isAddress(const QString& text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    return at > 0 && at + 1 < text.size() && std::ranges::all_of(text.toUcs4(), [](uint c) {
               return QChar::isPrint(c) && !QChar::isSpace(c) && c != U'<' && c != U'>';
           });
}

SlotId accountNamedBy(const Document& document, SlotId recipient)
{
    const QString name = textOf(document, recipient, emailAccountSlot);
    SlotId named = SlotId::None;
    for (const SlotId account : accounts(document)) {
        if (document.name(account) != name)
            continue;
        if (document.type(account) == outgoingAccountType)
            return account;
        named = named == SlotId::None ? account : named;
    }
    return named;
}

QList<SlotId> enabledIncomingAccounts(const Document& document)
{
    QList<SlotId> found = accounts(document);
    found.removeIf([&document](SlotId account) {
        return document.type(account) != incomingAccountType || textOf(document, account, enabledSlot) == "false"_L1;
    });
    return found;
}

QString firstAlarmRecipient(const Document& document, const References& references, SlotId account)
{
    QList<SlotId> recipients;
    for (const Reference& reference : references.to(account)) {
        const SlotId component = document.parent(reference.slot);
        if (reference.kind == Reference::Kind::AccountName && document.type(component) == emailRecipientType)
            recipients += component;
    }
    std::ranges::sort(recipients);
    for (const SlotId recipient : std::as_const(recipients))
        if (const QStringList addresses = addressesIn(textOf(document, recipient, toSlot)); !addresses.isEmpty())
            return addresses.first();
    return {};
}

} // namespace stationer
