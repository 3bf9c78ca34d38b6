#include "diagnosis/reply.h"

#include <algorithm>
#include <cctype>

namespace stationer::diagnosis {

namespace {

bool isLetterOrDigit(char c)
{
    return std::isalnum(uchar(c)) != 0;
}

/// `smtp.acme.example`, `192.0.2.7`, `a@b`, `<station>`, `https://…`; not `failed.Please`, where a space was forgotten.
bool isName(const QByteArray& word)
{
    if (word.contains('@') || word.contains("://") || (word.startsWith('<') && word.contains('>')))
        return true;
    for (qsizetype dot = word.indexOf('.'); dot >= 0; dot = word.indexOf('.', dot + 1)) {
        const bool isInside =
            dot > 0 && dot + 1 < word.size() && isLetterOrDigit(word.at(dot - 1)) && isLetterOrDigit(word.at(dot + 1));
        const bool beginsSentence =
            dot + 2 < word.size() && std::isupper(uchar(word.at(dot + 1))) && std::islower(uchar(word.at(dot + 2)));
        if (isInside && !beginsSentence)
            return true;
    }
    return false;
}

QByteArray wordsOf(const QByteArray& text, const QByteArray& account)
{
    QByteArrayList words = text.simplified().split(' ');
    words.removeIf([&account](const QByteArray& word) { return isName(word) || (!account.isEmpty() && word == account); });
    return words.join(' ').toLower();
}

bool isDigits(const QByteArray& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isEnhanced(const QByteArray& word)
{
    const QByteArrayList parts = word.split('.');
    return parts.size() == 3 && std::all_of(parts.begin(), parts.end(), isDigits);
}

bool anyOf(QByteArrayView signs, auto isMet)
{
    const QByteArrayList all = signs.toByteArray().split('|');
    return std::any_of(all.begin(), all.end(), isMet);
}

bool isCode(const QByteArray& code, const QByteArray& sign)
{
    return sign.endsWith("yz") ? code.size() == 3 && isDigits(code) && code.front() == sign.front() : code == sign;
}

/// Whether it stands in the words and begins one: `rate` is not in `authenticate`.
bool begins(const QByteArray& words, const QByteArray& sign)
{
    for (qsizetype at = words.indexOf(sign); at >= 0; at = words.indexOf(sign, at + 1))
        if (at == 0 || !isLetterOrDigit(words.at(at - 1)))
            return true;
    return false;
}

} // namespace

Reply replyOf(const Report& report)
{
    const DialogueFailure failure = report.failure.value_or(DialogueFailure());
    Reply reply;
    reply.command = failure.command;
    reply.isBeforeSecret = failure.isBeforeSecret;
    reply.words = wordsOf(failure.serverText, report.settings.account.value_or(QString()).toUtf8());
    const QByteArrayList brackets = failure.code.split('[');
    for (const QByteArray& one : brackets.mid(1)) // perhaps with an argument: `[WEBALERT url]`
        reply.responseCodes += one.toUpper().split(']').first().split(' ').first();
    const QByteArrayList parts = brackets.first().simplified().split(' ');
    reply.code = parts.first();
    if (const QByteArray& enhanced = parts.last(); isEnhanced(enhanced))
        reply.enhanced = enhanced.sliced(enhanced.indexOf('.') + 1);
    return reply;
}

bool matches(const Reply& reply, Evidence evidence, QByteArrayView signs, QByteArrayView with, QByteArrayView command)
{
    if (!command.isEmpty() && reply.command != command)
        return false;
    const auto stands = [&reply](const QByteArray& sign) { return begins(reply.words, sign); };
    switch (evidence) {
    case Evidence::Offered:
        return reply.isBeforeSecret && anyOf(signs, [&reply](const QByteArray& sign) { return reply.command == sign; });
    case Evidence::Command:
        return anyOf(signs, [&reply](const QByteArray& sign) { return reply.command == sign; });
    case Evidence::Code:
        return anyOf(signs, [&reply](const QByteArray& sign) { return isCode(reply.code, sign); });
    case Evidence::EnhancedCode:
        return anyOf(signs, [&reply](const QByteArray& sign) { return reply.enhanced == sign; });
    case Evidence::ResponseCode:
        return anyOf(signs, [&reply](const QByteArray& sign) { return reply.responseCodes.contains(sign); });
    case Evidence::Words:
        return anyOf(signs, stands) && (with.isEmpty() || anyOf(with, stands));
    }
    Q_UNREACHABLE();
}

} // namespace stationer::diagnosis
