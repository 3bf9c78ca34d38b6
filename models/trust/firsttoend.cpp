#include "trust/firsttoend.h"

namespace stationer {

const CertificateFacts* firstToEnd(const Judgement& judgement)
{
    const QList<CertificateFacts>& chain = judgement.built.isEmpty() ? judgement.sent : judgement.built;
    if (judgement.sent.isEmpty())
        return nullptr;
    const CertificateFacts* first = &chain.first();
    for (const CertificateFacts& each : chain)
        if (each.notAfter.isValid() && each.notAfter < first->notAfter)
            first = &each;
    return first->notAfter.isValid() ? first : nullptr;
}

} // namespace stationer
