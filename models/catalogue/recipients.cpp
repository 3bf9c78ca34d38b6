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
    static const QRegularExpression mark(u"[,;\r\n]"_s);
    QStringList addresses;
    for (const QString& part : text.split(mark, Qt::SkipEmptyParts))
        if (const QString address = part.trimmed(); !address.isEmpty())
            addresses += address;
    return addresses;
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
