#pragma once

#include "handover/handoveritem.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace stationer {

/// The handover sheet of one station: what remains to be done there, for whoever does it.
struct HandoverSheet {
    QString station;  ///< its name
    QString file;     ///< empty where it was not saved yet
    QString computer; ///< on which it was written
    QDateTime written;
    QList<HandoverItem> items;
};

/// How much of it is still open, to be reminded of. Where nothing was done here with an account, its retest is no reminder.
struct OpenItems {
    int all = 0;
    QHash<QString, int> byAccount; ///< by path, those that are about it

    bool operator==(const OpenItems&) const = default;
};
OpenItems openItems(const QList<HandoverItem>& items);

/// For people: every item with its words.
QString toText(const HandoverSheet& sheet);
/// One page in itself, to be printed: with boxes to tick, and a place to sign.
QString toHtml(const HandoverSheet& sheet);
/// `{"station":…,"items":[{"kind":…,"path":…,"text":…,"done":false,…}]}`; keys that do not apply are left out.
QJsonObject toJson(const HandoverSheet& sheet);

} // namespace stationer
