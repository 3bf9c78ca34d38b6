// The XML of two stations, line by line.

#include "station/difference.h"
#include "station/rising.h"

#include <QHash>
#include <QRegularExpression>

namespace stationer {

namespace {

using Lines = QList<int>; ///< equal lines are equal numbers

constexpr int mostEdits = 1500; ///< then lines that occur once on either side are looked for
constexpr int context = 3;

/// A stretch of lines that are only on one side, or on each: those before are replaced by those after.
struct Stretch {
    qsizetype before, beforeEnd, after, afterEnd;
};

class LineComparison {
public:
    LineComparison(const Lines& before, const Lines& after) : m_before(before), m_after(after) {}

    QList<Stretch> found()
    {
        compare(0, m_before.size(), 0, m_after.size(), true);
        return std::move(m_found);
    }

private:
    void compare(qsizetype a, qsizetype aEnd, qsizetype b, qsizetype bEnd, bool maySplit);
    bool searched(qsizetype a, qsizetype aEnd, qsizetype b, qsizetype bEnd);
    bool split(qsizetype a, qsizetype aEnd, qsizetype b, qsizetype bEnd);
    void note(const Stretch& stretch)
    {
        if (!m_found.isEmpty() && m_found.last().beforeEnd == stretch.before && m_found.last().afterEnd == stretch.after) {
            m_found.last().beforeEnd = stretch.beforeEnd;
            m_found.last().afterEnd = stretch.afterEnd;
        } else {
            m_found.append(stretch);
        }
    }

    const Lines& m_before;
    const Lines& m_after;
    QList<Stretch> m_found;
};

void LineComparison::compare(qsizetype a, qsizetype aEnd, qsizetype b, qsizetype bEnd, bool maySplit)
{
    while (a < aEnd && b < bEnd && m_before[a] == m_after[b])
        ++a, ++b;
    while (a < aEnd && b < bEnd && m_before[aEnd - 1] == m_after[bEnd - 1])
        --aEnd, --bEnd;
    if (a == aEnd && b == bEnd)
        return;
    if (a == aEnd || b == bEnd || !(searched(a, aEnd, b, bEnd) || (maySplit && split(a, aEnd, b, bEnd))))
        note({a, aEnd, b, bEnd});
}

/// The shortest way from one to the other (E. W. Myers, An O(ND) Difference Algorithm and Its Variations), if it is short
/// enough.
bool LineComparison::searched(qsizetype a, qsizetype aEnd, qsizetype b, qsizetype bEnd)
{
    const qsizetype n = aEnd - a, m = bEnd - b;
    const qsizetype most = std::min<qsizetype>(mostEdits, n + m);
    if (std::abs(n - m) > most)
        return false;
    QList<QList<int>> trace;
    QList<int> furthest(2 * most + 3, 0);
    const auto at = [most](qsizetype diagonal) { return diagonal + most + 1; };
    qsizetype edits = -1;
    for (qsizetype d = 0; d <= most && edits < 0; ++d) {
        trace.append(furthest.sliced(at(-d) - 1, 2 * d + 3));
        for (qsizetype k = -d; k <= d; k += 2) {
            const bool isDown = k == -d || (k != d && furthest[at(k - 1)] < furthest[at(k + 1)]);
            qsizetype x = isDown ? furthest[at(k + 1)] : furthest[at(k - 1)] + 1;
            while (x < n && x - k < m && m_before[a + x] == m_after[b + x - k])
                ++x;
            furthest[at(k)] = int(x);
            if (x >= n && x - k >= m)
                edits = d;
        }
    }
    if (edits < 0)
        return false;
    QList<Stretch> backwards;
    qsizetype x = n, y = m;
    for (qsizetype d = edits; d > 0; --d) {
        const QList<int>& former = trace[d]; // diagonals from -d-1 on
        const auto reached = [&](qsizetype diagonal) { return qsizetype(former[diagonal + d + 1]); };
        const qsizetype k = x - y;
        const bool isDown = k == -d || (k != d && reached(k - 1) < reached(k + 1));
        const qsizetype fromX = isDown ? reached(k + 1) : reached(k - 1);
        const qsizetype fromY = fromX - (isDown ? k + 1 : k - 1);
        backwards.append(isDown ? Stretch{a + fromX, a + fromX, b + fromY, b + fromY + 1}
                                : Stretch{a + fromX, a + fromX + 1, b + fromY, b + fromY});
        x = fromX;
        y = fromY;
    }
    for (qsizetype i = backwards.size(); i > 0; --i)
        note(backwards[i - 1]);
    return true;
}

/// Splits at the lines that occur once on either side and in the same order.
bool LineComparison::split(qsizetype a, qsizetype aEnd, qsizetype b, qsizetype bEnd)
{
    struct Place {
        qsizetype line = -1;
        int count = 0;
    };
    QHash<int, Place> before, after;
    const auto count = [](QHash<int, Place>& places, const Lines& lines, qsizetype from, qsizetype to) {
        for (qsizetype i = from; i < to; ++i) {
            Place& place = places[lines[i]];
            place.line = i;
            ++place.count;
        }
    };
    count(before, m_before, a, aEnd);
    count(after, m_after, b, bEnd);
    QList<qsizetype> mine, theirs;
    for (qsizetype i = a; i < aEnd; ++i) {
        const Place other = after.value(m_before[i]);
        if (before[m_before[i]].count == 1 && other.count == 1) {
            mine.append(i);
            theirs.append(other.line);
        }
    }
    const QList<qsizetype> kept = longestRising(theirs);
    if (kept.isEmpty())
        return false;
    for (const qsizetype each : kept) {
        compare(a, mine[each], b, theirs[each], false);
        a = mine[each] + 1;
        b = theirs[each] + 1;
    }
    compare(a, aEnd, b, bEnd, false);
    return true;
}

QList<QByteArrayView> linesOf(QByteArrayView text)
{
    QList<QByteArrayView> lines;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const qsizetype length = end < 0 ? text.size() : end + 1;
        lines.append(text.first(length));
        text = text.sliced(length);
    }
    return lines;
}

QByteArray masked(QByteArrayView line)
{
    if (!line.contains("]="))
        return line.toByteArray();
    static const QRegularExpression encoded(QStringLiteral(R"((\[[A-Za-z0-9_.-]+\]=)[^"'<>&\s]+)"));
    return QString::fromUtf8(line).replace(encoded, QStringLiteral("\\1\u2022\u2022\u2022\u2022")).toUtf8();
}

} // namespace

QByteArray unifiedDifference(const QByteArray& before, const QByteArray& after, const QString& nameBefore,
                             const QString& nameAfter)
{
    if (before == after)
        return {};
    const QList<QByteArrayView> former = linesOf(before), now = linesOf(after);
    QHash<QByteArrayView, int> numbers;
    const auto numbered = [&numbers](const QList<QByteArrayView>& lines) {
        Lines result;
        result.reserve(lines.size());
        for (const QByteArrayView line : lines) {
            const auto known = numbers.constFind(line);
            result.append(known != numbers.cend() ? *known : *numbers.insert(line, int(numbers.size())));
        }
        return result;
    };
    const Lines formerNumbers = numbered(former), nowNumbers = numbered(now);
    const QList<Stretch> stretches = LineComparison(formerNumbers, nowNumbers).found();

    QByteArray text = "--- " + nameBefore.toUtf8() + "\n+++ " + nameAfter.toUtf8() + '\n';
    const auto put = [&text](char mark, QByteArrayView line) {
        text += mark + masked(line);
        if (!line.endsWith('\n'))
            text += "\n\\ No newline at end of file\n";
    };
    for (qsizetype first = 0; first < stretches.size();) {
        qsizetype last = first;
        while (last + 1 < stretches.size() && stretches[last + 1].before - stretches[last].beforeEnd <= 2 * context)
            ++last;
        const qsizetype begin = std::max<qsizetype>(0, stretches[first].before - context);
        const qsizetype end = std::min(former.size(), stretches[last].beforeEnd + context);
        const qsizetype nowBegin = stretches[first].after - (stretches[first].before - begin);
        const qsizetype nowEnd = stretches[last].afterEnd + (end - stretches[last].beforeEnd);
        const auto range = [](qsizetype from, qsizetype to) {
            return QByteArray::number(to > from ? from + 1 : from) + ',' + QByteArray::number(to - from);
        };
        text += "@@ -" + range(begin, end) + " +" + range(nowBegin, nowEnd) + " @@\n";
        qsizetype at = begin;
        for (qsizetype i = first; i <= last; ++i) {
            const Stretch& each = stretches[i];
            for (; at < each.before; ++at)
                put(' ', former[at]);
            for (; at < each.beforeEnd; ++at)
                put('-', former[at]);
            for (qsizetype line = each.after; line < each.afterEnd; ++line)
                put('+', now[line]);
        }
        for (; at < end; ++at)
            put(' ', former[at]);
        first = last + 1;
    }
    return text;
}

} // namespace stationer
