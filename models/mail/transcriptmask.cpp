#include "mail/transcriptmask.h"

#include "mail/command.h"

#include <algorithm>

namespace stationer {

namespace {

/// Masking one or two characters would only tell what they are.
constexpr qsizetype shortestMasked = 3;
/// Shorter ones are masked as they stand: `plain` in capitals is a mechanism.
constexpr qsizetype shortestInAnyCase = 6;

bool isBase64(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/' || c == '=';
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

/// As it stands in an IMAP quoted string (RFC 3501, section 4.3).
QByteArray escaped(QByteArray secret)
{
    return secret.replace('\\', "\\\\").replace('"', "\\\"");
}

/// Masks in any mixture of capitals: some servers repeat a command in capitals.
void mask(QByteArray& line, const QByteArray& form)
{
    const bool isInAnyCase = form.size() >= shortestInAnyCase;
    const auto isSame = [isInAnyCase](char one, char other) {
        return one == other || (isInAnyCase && lowered(one) == lowered(other));
    };
    for (qsizetype from = 0;;) {
        const auto found = std::search(line.cbegin() + from, line.cend(), form.cbegin(), form.cend(), isSame);
        if (found == line.cend())
            return;
        const qsizetype at = found - line.cbegin();
        line.replace(at, form.size(), maskedSecret.toByteArray());
        from = at + maskedSecret.size();
    }
}

/// Masks every word in base64 that holds the secret within: a whole response that came back, or an error report.
void maskEncoded(QByteArray& line, const QByteArray& secret)
{
    for (qsizetype at = 0; at < line.size(); ++at) {
        const auto begin = line.cbegin() + at;
        const qsizetype size = std::find_if_not(begin, line.cend(), isBase64) - begin;
        const bool hasRoom = size * 3 / 4 >= secret.size();
        if (hasRoom && QByteArray::fromBase64(line.sliced(at, size)).contains(secret)) {
            line.replace(at, size, maskedSecret.toByteArray());
            at += maskedSecret.size();
        } else {
            at += size;
        }
    }
}

} // namespace

QByteArray withoutSecrets(QByteArrayView line, const DialogueGoal& goal)
{
    QByteArray result = line.toByteArray();
    for (const Secret* secret : {&goal.token, &goal.password}) {
        const QByteArray& word = secret->reveal();
        if (word.size() < shortestMasked || result.size() < word.size())
            continue;
        maskEncoded(result, word);
        for (const QByteArray& form : {word.toBase64(), escaped(word), word})
            mask(result, form);
    }
    return result;
}

Learnt withoutSecrets(Learnt learnt, const DialogueGoal& goal)
{
    learnt.greeting = withoutSecrets(learnt.greeting, goal);
    for (QByteArrayList* list : {&learnt.capabilitiesBeforeTls, &learnt.capabilitiesAfterTls, &learnt.mechanismsBeforeTls,
                                 &learnt.mechanismsAfterTls})
        for (QByteArray& word : *list)
            word = withoutSecrets(word, goal);
    for (MechanismNote& note : learnt.mechanismNotes)
        note.name = withoutSecrets(note.name, goal);
    return learnt;
}

} // namespace stationer
