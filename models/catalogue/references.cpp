#include "catalogue/references.h"

#include "catalogue/rehearsal.h"

namespace stationer {

QList<SlotId> referencesTo(const Document& document, SlotId account)
{
    const QString name = document.name(account);
    QList<SlotId> references;
    for (const SlotId slot : document.named(u"emailAccount"))
        if (!name.isEmpty() && document.value(slot) == name)
            references += slot;
    return references;
}

Result<Edit, EditFault> renamedWithReferences(const Document& document, SlotId account, const QString& name)
{
    const QList<SlotId> references = referencesTo(document, account);
    const Result<Edit, EditFault> renamed = document.rename(account, name);
    if (!renamed)
        return renamed;
    Rehearsal rehearsal(document);
    rehearsal.apply(renamed.value());
    for (const SlotId reference : references) {
        const Result<Edit, EditFault> moved = document.setValue(document.parent(reference), document.name(reference), name);
        if (!moved)
            return moved.error();
        rehearsal.apply(moved.value());
    }
    return rehearsal.joined();
}

} // namespace stationer
