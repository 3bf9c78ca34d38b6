// What an earlier run left on disk, by the first byte: the journal, the opened XML beside it, what a step says. Damage costs
// steps or all, and never makes a station that never was.

#include "fuzz/entry.h"
#include "station/journal.h"

#include <QFile>
#include <QTemporaryDir>

using namespace stationer;

namespace {

QByteArray station(const QByteArray& value)
{
    return "<bajaObjectGraph version=\"4.0\">\n<p h=\"1\" m=\"b=baja\" t=\"b:Station\">\n <p n=\"a\" v=\"" + value +
           "\"/>\n</p>\n</bajaObjectGraph>\n";
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    fuzz::require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

} // namespace

STATIONER_FUZZ_ENTRY(journal, 20000)
{
    static const QTemporaryDir folder;
    static const QString name = QStringLiteral("/nowhere/station.bog");
    static const QString path = Journal::pathFor(folder.path(), name);
    static const QByteArray opened = station("one");
    QByteArray rest = bytes;
    switch (fuzz::choice(rest, 3)) {
    case 0: // with two steps in the corpus
        write(path, rest);
        if (const auto found = Journal::find(folder.path(), name, opened)) {
            fuzz::require(found->fits && found->file == name && (found->steps == 1 || found->steps == 2));
            fuzz::require(found->xml == station(found->steps == 1 ? "two" : "three"));
        }
        break;
    case 1: {
        auto document = Document::fromXml(opened);
        document.value().apply(
            document.value().setValue(document.value().root(), QStringLiteral("a"), QStringLiteral("two")).value());
        static const bool isNoted = !Journal(folder.path(), name, {opened}).note(Journal::stateOf(document.value()), 1);
        static const QByteArray whole = [] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }();
        write(path, whole);
        write(path + QStringLiteral(".opened"), rest);
        const auto found = Journal::find(folder.path(), name, station("another"));
        fuzz::require(isNoted && found && !found->fits);
        fuzz::require(found->opened == opened ? found->xml == station("two")
                                              : found->opened.isEmpty() && found->xml.isEmpty());
        break;
    }
    case 2:
        if (const auto xml = Document::withDelta(opened, qCompress(rest))) // each stretch takes sixteen bytes
            fuzz::require(xml->size() <= rest.size() / 16 * opened.size() + rest.size());
        auto document = Document::fromXml(opened);
        const QString text = QString::fromUtf8(rest);
        if (const auto edit = document.value().setValue(document.value().root(), QStringLiteral("a"), text)) {
            document.value().apply(edit.value());
            fuzz::require(Document::withDelta(opened, document.value().delta()) == document.value().xml());
        }
        break;
    }
}
