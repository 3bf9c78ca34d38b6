#pragma once

#include "mail/imaptag.h"

namespace stationer::test {

/// `a1`, `a2` …: a written conversation has to know its tags beforehand.
inline TagSource countedTags()
{
    return [count = 0]() mutable { return 'a' + QByteArray::number(++count); };
}

} // namespace stationer::test
