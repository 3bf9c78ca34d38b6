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

bool holdsAny(const QByteArray& text, const QByteArrayList& secrets)
{
    return std::any_of(secrets.begin(), secrets.end(), [&text](const QByteArray& secret) { return text.contains(secret); });
}

/// As it stands in an IMAP quoted string (RFC 3501, section 4.3).
QByteArray escaped(QByteArray secret)
{
    return secret.replace('\\', "\\\\").replace('"', "\\\"");
}

/// In any mixture of capitals: some servers repeat a command in capitals.
void mask(QByteArray& line, const QByteArray& form)
{
    if (form.size() < shortestInAnyCase) {
        line.replace(form, maskedSecret.toByteArray());
        return;
    }
    const QByteArray sought = form.toLower();
    QByteArray lower = line.toLower();
    for (qsizetype at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + maskedSecret.size())) {
        line.replace(at, sought.size(), maskedSecret.toByteArray());
        lower.replace(at, sought.size(), maskedSecret.toByteArray());
    }
}

/// The line with every word in base64 masked that holds a secret within: a whole response that came back, or an error report.
QByteArray withoutEncoded(const QByteArray& line, const QByteArrayList& secrets)
{
    QByteArray result;
    for (auto at = line.begin(); at != line.end();) {
        const auto end = std::find_if_not(at, line.end(), isBase64);
        const QByteArray word(at, end - at);
        result += holdsAny(QByteArray::fromBase64(word), secrets) ? maskedSecret.toByteArray() : word;
        if (end != line.end())
            result += *end;
        at = end == line.end() ? end : end + 1;
    }
    return result;
}

} // namespace

QByteArray withoutSecrets(QByteArrayView line, const DialogueGoal& goal)
{
    QByteArrayList secrets;
    for (const Secret& secret : {goal.token, goal.password})
        if (secret.reveal().size() >= shortestMasked)
            secrets += secret.reveal();
    if (secrets.isEmpty())
        return line.toByteArray();
    QByteArray result = withoutEncoded(line.toByteArray(), secrets);
    for (const QByteArray& secret : secrets)
        for (const QByteArray& form : {secret.toBase64(), escaped(secret), secret})
            mask(result, form);
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
