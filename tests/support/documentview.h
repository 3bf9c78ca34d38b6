#pragma once

#include "station/document.h"

#include <QStringList>

namespace stationer {

/// Everything a document says about a subtree, a line a slot, to compare two documents by.
inline QStringList documentView(const Document& document, SlotId from)
{
    QStringList lines;
    QList<SlotId> open{from};
    while (!open.isEmpty()) {
        const SlotId slot = open.takeLast();
        const QList<SlotId> below = document.children(slot);
        open.append(QList<SlotId>(below.crbegin(), below.crend()));
        const auto value = document.value(slot);
        const auto handle = document.handle(slot);
        lines.append(QStringList{document.path(slot), QString::number(int(document.kind(slot))), document.type(slot),
                                 value ? u'=' + *value : QStringLiteral("-"), document.flags(slot), document.facets(slot),
                                 handle ? QString::number(*handle, 16) : QString()}
                         .join(u'|'));
    }
    return lines;
}

inline QStringList documentView(const Document& document)
{
    return documentView(document, document.root());
}

} // namespace stationer
