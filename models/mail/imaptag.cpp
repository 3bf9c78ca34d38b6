#include "mail/imaptag.h"

#include <QRandomGenerator>

#include <algorithm>

namespace stationer {

QByteArray randomTag()
{
    QByteArray tag(8, 'a');
    std::ranges::generate(tag, [] { return char('a' + QRandomGenerator::system()->bounded(26)); });
    return tag;
}

} // namespace stationer
