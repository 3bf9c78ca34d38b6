#pragma once

#include "support/certificates.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QTest>

namespace stationer::testing {

using namespace Qt::StringLiterals;

using Findings = QList<std::pair<TrustError, int>>;

inline Findings findings(const Judgement& judgement)
{
    Findings all;
    for (const TrustFinding& one : judgement.errors)
        all << std::pair(one.error, one.depth);
    return all;
}

inline QString text(const Judgement& judgement)
{
    QString all = nameOf(judgement.verdict);
    for (const TrustFinding& one : judgement.errors)
        all += u" %1@%2 (%3)"_s.arg(nameOf(one.error)).arg(one.depth).arg(one.detail);
    return all;
}

inline const QString host = u"mail.example.com"_s;

/// A moment, and the root that vouches at it.
class Judging {
protected:
    Judgement judged(const CertificateChain& chain, const TestCa& root, const QString& name = host) const
    {
        return judge(chain, name, m_now, TrustAnchors::only({root.der()}));
    }

    QDateTime m_now;
    const TestCa m_root;
};

} // namespace stationer::testing

#define HAS_EXACTLY(judgement, ...) QVERIFY2(findings(judgement) == (Findings{__VA_ARGS__}), qPrintable(text(judgement)))
