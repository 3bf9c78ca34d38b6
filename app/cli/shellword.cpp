#include "app/cli/shellword.h"

namespace stationer {

using namespace Qt::StringLiterals;

QString quotedWord(const QString& word)
{
    for (const QChar c : word)
        if (!c.isLetterOrNumber() && !QStringView(u"/._-:=[],+@").contains(c))
            return u'\'' + QString(word).replace(u'\'', u"'\\''"_s) + u'\'';
    return word.isEmpty() ? u"''"_s : word;
}

} // namespace stationer
