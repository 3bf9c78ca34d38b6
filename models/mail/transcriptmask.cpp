#include "mail/transcriptmask.h"

#include "mail/command.h"

#include <algorithm>

namespace stationer {

namespace {

using Range = SoughtSecrets::Range;

/// What a reply's line begins with has no more words: `* NO [ALERT] `, `535-5.7.8 `.
constexpr int mostWordsOfReply = 3;

/// In order, and those as one that overlap.
QList<Range> merged(QList<Range> ranges)
{
    std::ranges::sort(ranges, {}, &Range::begin);
    QList<Range> result;
    for (const Range& range : std::as_const(ranges))
        if (!result.isEmpty() && range.begin < result.last().end)
            result.last().end = std::max(result.last().end, range.end);
        else
            result += range;
    return result;
}

/// Masks these ranges as far as they are in a line that began there in the text.
void mask(QByteArray& line, const QList<Range>& ranges, qsizetype began)
{
    const qsizetype end = began + line.size();
    for (auto range = ranges.crbegin(); range != ranges.crend(); ++range)
        if (const qsizetype from = std::max(range->begin, began), to = std::min(range->end, end); from < to)
            line.replace(from - began, to - from, maskedSecret.toByteArray());
}

} // namespace

SoughtSecrets secretsOf(const DialogueGoal& goal, const QList<Secret>& derived)
{
    return SoughtSecrets(QList{goal.token, goal.password} + derived);
}

QByteArray withoutSecrets(QByteArrayView line, const SoughtSecrets& secrets)
{
    QByteArray result = line.toByteArray();
    QList<Range> found = secrets.rangesIn(line, {});
    if (result.contains("= "))
        found += secrets.rangesIn(line, {.hasSoftBreaks = true});
    mask(result, merged(found), 0);
    return result;
}

void maskFolded(const QList<QByteArray*>& lines, const SoughtSecrets& secrets)
{
    if (lines.size() < 2)
        return;
    QByteArray all;
    for (const QByteArray* line : lines)
        all += *line + '\n';
    QList<Range> folded;
    for (int words = 0; words <= mostWordsOfReply; ++words)
        for (int softBreaks = all.contains("=\n") ? 1 : 0; softBreaks >= 0; --softBreaks)
            for (const Range& range : secrets.rangesIn(all, {words, softBreaks == 1}))
                if (QByteArrayView(all).sliced(range.begin, range.end - range.begin).contains('\n'))
                    folded += range;
    folded = merged(folded);
    qsizetype began = 0;
    for (QByteArray* line : lines) {
        const qsizetype size = line->size();
        mask(*line, folded, began);
        began += size + 1;
    }
}

Learnt withoutSecrets(Learnt learnt, const SoughtSecrets& secrets)
{
    learnt.greeting = withoutSecrets(learnt.greeting, secrets);
    learnt.tokenError = withoutSecrets(learnt.tokenError, secrets);
    const auto maskAll = [&secrets](const QList<QByteArray*>& words) {
        maskFolded(words, secrets);
        for (QByteArray* word : words)
            *word = withoutSecrets(*word, secrets);
    };
    for (QByteArrayList* list : {&learnt.capabilitiesBeforeTls, &learnt.capabilitiesAfterTls, &learnt.mechanismsBeforeTls,
                                 &learnt.mechanismsAfterTls, &learnt.alerts}) {
        QList<QByteArray*> words;
        for (QByteArray& word : *list)
            words += &word;
        maskAll(words);
    }
    for (RecipientAnswer& answer : learnt.recipients)
        answer.text = withoutSecrets(answer.text, secrets);
    QList<QByteArray*> names;
    for (MechanismNote& note : learnt.mechanismNotes)
        names += &note.name;
    maskAll(names);
    return learnt;
}

} // namespace stationer
