#include "app/cli/shellword.h"

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

QString quotedWord(const QString& word)
{
    const auto isPlain = [](QChar c) { return c.isLetterOrNumber() || QStringView(u"/._-:=,+@").contains(c); };
    const bool isWhole = std::ranges::all_of(word, isPlain) && !word.isEmpty() && word.front() != u'='; // zsh looks `=ls` up
    return isWhole ? word : u'\'' + QString(word).replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace stationer
