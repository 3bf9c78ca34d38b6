#include "handover/handoversheet.h"

#include "connection/showntext.h"
#include "diagnosis/htmlpage.h"
#include "handover/handoverwords.h"
#include "terms/dates.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QSet>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPath = 2000;
constexpr qsizetype longestText = 10'000;

QString whole(const QString& text)
{
    return shownText(text.toUtf8(), longestPath);
}

QString title(const HandoverSheet& sheet)
{
    //: The title of the handover sheet: %1 is a station's name
    return QCoreApplication::translate("handover", "Handover sheet: %1").arg(whole(sheet.station));
}

QString circumstances(const HandoverSheet& sheet)
{
    //: %1 is a computer's name, %2 a date and time
    return QCoreApplication::translate("handover", "Written on %1, %2, by what was done and tested there.")
        .arg(whole(sheet.computer), shownMoment(sheet.written));
}

QString nothingToDo()
{
    return QCoreApplication::translate("handover", "Nothing remains to be done on the station.");
}

QString slotOf(const ChangedSlot& change)
{
    const QString path = shownPath(change.path);
    return path.isEmpty() ? whole(change.slot) : path + u" ▸ "_s + shownPath(change.slot);
}

QString changesTable(const QList<ChangedSlot>& changes)
{
    if (changes.isEmpty())
        return {};
    QString rows = u"<tr><th>%1</th><th>%2</th><th>%3</th></tr>\n"_s.arg(
        html::escaped(QCoreApplication::translate("handover", "Slot")),
        html::escaped(QCoreApplication::translate("handover", "Before")),
        html::escaped(QCoreApplication::translate("handover", "Now")));
    for (const ChangedSlot& change : changes)
        rows += u"<tr><td>"_s + html::escaped(slotOf(change)) + u"</td><td>"_s + html::escaped(shownValue(change.before)) +
                u"</td><td>"_s + html::escaped(shownValue(change.after)) + u"</td></tr>\n"_s;
    return u"<table>\n"_s + rows + u"</table>\n"_s;
}

QString inHtml(const HandoverItem& item)
{
    const QString state =
        item.isDone ? QCoreApplication::translate("handover", "done") : QCoreApplication::translate("handover", "open");
    return u"<li%1>\n<span class=\"box\" role=\"img\" aria-label=\"%2\">%3</span>\n"_s.arg(
               item.isDone ? u" class=\"done\""_s : QString(), html::escaped(state), item.isDone ? u"✓"_s : QString()) +
           u"<h2>"_s + html::escaped(titleOf(item.kind)) + u"</h2>\n<p>"_s + html::escaped(item.text) + u"</p>\n"_s +
           changesTable(item.changes) + u"</li>\n"_s;
}

QString placeToSign()
{
    QString fields;
    for (const QString& field :
         {QCoreApplication::translate("handover", "Done by"), QCoreApplication::translate("handover", "Date"),
          QCoreApplication::translate("handover", "Signature")})
        fields += u"<div>"_s + html::escaped(field) + u"</div>\n"_s;
    return u"<footer class=\"sign\">\n"_s + fields + u"</footer>\n"_s;
}

QJsonObject inJson(const HandoverItem& item)
{
    QJsonObject object{{u"kind"_s, QString(nameOf(item.kind))}, {u"text"_s, item.text}, {u"done"_s, item.isDone}};
    if (!item.path.isEmpty())
        object[u"path"_s] = item.path;
    if (item.host) {
        object[u"host"_s] = item.host->host;
        object[u"port"_s] = item.host->port;
    }
    if (!item.sha256.isEmpty())
        object[u"sha256"_s] = QString::fromLatin1(item.sha256);
    if (!item.file.isEmpty())
        object[u"file"_s] = item.file;
    if (item.kind != HandoverKind::PutFile)
        return object;
    QJsonArray changes;
    for (const ChangedSlot& change : item.changes) {
        QJsonObject one{{u"path"_s, change.path}, {u"slot"_s, change.slot}};
        if (change.before)
            one[u"old"_s] = *change.before;
        if (change.after)
            one[u"new"_s] = *change.after;
        changes += one;
    }
    object[u"slots"_s] = changes;
    return object;
}

} // namespace

OpenItems openItems(const QList<HandoverItem>& items)
{
    QSet<QString> touched; // accounts with which something was done
    for (const HandoverItem& item : items) {
        if (item.kind != HandoverKind::Retest)
            touched += QSet<QString>(item.accounts.begin(), item.accounts.end());
        for (const ChangedSlot& change : item.changes)
            touched += change.path;
    }
    OpenItems open;
    for (const HandoverItem& item : items) {
        if (item.isDone || (item.kind == HandoverKind::Retest && !touched.contains(item.path)))
            continue;
        ++open.all;
        for (const QString& account : item.accounts)
            ++open.byAccount[account];
    }
    return open;
}

QString toText(const HandoverSheet& sheet)
{
    QStringList lines{title(sheet)};
    if (!sheet.file.isEmpty())
        lines += whole(QDir::toNativeSeparators(sheet.file));
    lines += circumstances(sheet);
    if (sheet.items.isEmpty())
        lines += QStringList{QString(), nothingToDo()};
    int number = 0;
    for (const HandoverItem& item : sheet.items) {
        lines += QString();
        lines += u"%1. [%2] %3"_s.arg(++number).arg(QChar(item.isDone ? u'x' : u' ')).arg(titleOf(item.kind));
        lines += u"   "_s + shownText(item.text.toUtf8(), longestText);
        for (const ChangedSlot& change : item.changes)
            lines += u"   • "_s + slotOf(change) + u": "_s + shownValue(change.before) + u" → "_s + shownValue(change.after);
    }
    return lines.join(u'\n') + u'\n';
}

QString toHtml(const HandoverSheet& sheet)
{
    QString body = u"<h1>"_s + html::escaped(title(sheet)) + u"</h1>\n<p class=\"aside\">"_s;
    if (!sheet.file.isEmpty())
        body += html::escaped(whole(QDir::toNativeSeparators(sheet.file))) + u"<br>\n"_s;
    body += html::escaped(circumstances(sheet)) + u"</p>\n"_s;
    if (sheet.items.isEmpty())
        return html::page(title(sheet), body + u"<p>"_s + html::escaped(nothingToDo()) + u"</p>\n"_s);
    body += u"<ol class=\"items\">\n"_s;
    for (const HandoverItem& item : sheet.items)
        body += inHtml(item);
    return html::page(title(sheet), body + u"</ol>\n"_s + placeToSign());
}

QJsonObject toJson(const HandoverSheet& sheet)
{
    QJsonArray items;
    for (const HandoverItem& item : sheet.items)
        items += inJson(item);
    return {{u"station"_s, sheet.station}, {u"items"_s, items}};
}

} // namespace stationer
