#include "catalogue/references.h"

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
    Result<Edit, EditFault> renamed = document.rename(account, name);
    if (!renamed)
        return renamed;
    Edit edit = std::move(renamed).value();
    for (const SlotId reference : referencesTo(document, account)) {
        const Result<Edit, EditFault> moved = document.setValue(document.parent(reference), document.name(reference), name);
        if (!moved)
            return moved.error();
        edit = Document::joined(edit, moved.value());
    }
    return edit;
}

} // namespace stationer
