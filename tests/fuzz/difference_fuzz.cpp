// Two stations, with a line `===` between, or one and the same: what differs is told, nothing of what is encoded is, and the
// unified diff makes one of the other.

#include "fuzz/entry.h"
#include "station/difference.h"

using namespace stationer;

namespace {

QByteArrayList linesOf(const QByteArray& text)
{
    QByteArrayList lines = text.split('\n');
    for (QByteArray& line : lines)
        line += '\n';
    lines.last().chop(1);
    return lines;
}

/// As `patch` does it.
QByteArray patched(const QByteArray& before, const QByteArray& diff)
{
    const QByteArrayList lines = linesOf(before), marked = linesOf(diff);
    QByteArray made;
    qsizetype at = 0;
    for (qsizetype i = 2; i < marked.size(); ++i) {
        QByteArray line = marked[i];
        if (marked.value(i + 1).startsWith('\\')) // no line break at the end of the file
            line.chop(1);
        if (line.startsWith("@@ -")) {
            const QByteArrayList range = line.split(' ').value(1).mid(1).split(',');
            for (const qlonglong end = range[0].toLongLong() - (range.value(1) == "0" ? 0 : 1); at < end; ++at)
                made += lines[at];
        } else if (line.startsWith('+')) {
            made += line.mid(1);
        } else if (line.startsWith(' ') || line.startsWith('-')) {
            fuzz::require(lines.value(at) == line.mid(1));
            made += line.startsWith(' ') ? lines[at] : QByteArray();
            ++at;
        }
    }
    return made + lines.mid(at).join();
}

} // namespace

STATIONER_FUZZ_ENTRY(difference, 30000)
{
    const qsizetype middle = bytes.indexOf("\n===\n");
    const QByteArray one = middle < 0 ? bytes : bytes.first(middle + 1);
    const QByteArray other = middle < 0 ? bytes : bytes.sliced(middle + 5);
    const auto before = Document::fromXml(one), after = Document::fromXml(other);
    if (!before || !after)
        return;
    fuzz::require(differences(before.value(), before.value()).isEmpty());
    const QList<Difference> found = differences(before.value(), after.value());
    for (const Difference& each : found)
        fuzz::require(!each.isSecret || (!each.before && !each.after));
    fuzz::require(found.isEmpty() == differences(after.value(), before.value()).isEmpty());
    const QByteArray diff = unifiedDifference(one, other, QStringLiteral("a"), QStringLiteral("b"));
    fuzz::require(!diff.isEmpty() || one == other);
    const bool isMasked = (one + other).contains("]=") || (one + other).contains("assword");
    if (!isMasked && !diff.isEmpty())
        fuzz::require(patched(one, diff) == other);
}
