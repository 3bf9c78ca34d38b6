#include "views/common/proposedname.h"

#include "terms/hiddencharacter.h"

using namespace Qt::StringLiterals;

namespace stationer {

QString proposedName(const QString& text)
{
    constexpr qsizetype longest = 100;
    QString name;
    for (qsizetype at = 0; at < text.size() && name.size() < longest;) {
        const Character character = characterAt(text, at);
        const bool isPlain = !isHidden(character.code) && !u"/\\:*?\"<>|"_s.contains(text[at]);
        name += isPlain ? text.mid(at, character.units) : u"-"_s;
        at += character.units;
    }
    return name.trimmed();
}

} // namespace stationer
