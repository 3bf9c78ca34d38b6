// Any bytes as a certificate, a file to import and a server's chain: read or refused, never trusted.

#include "trust/importer.h"
#include "trust/judge.h"
#include "trust/truststores.h"

using namespace stationer;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const QDateTime now = QDateTime::fromSecsSinceEpoch(1767225600, Qt::UTC);
    static const TrustAnchors nobody = TrustAnchors::only({});
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    static_cast<void>(previewImport(bytes, {}, now));
    static_cast<void>(certificateFacts(bytes));
    if (judge({bytes, bytes}, QStringLiteral("mail.example"), now, nobody).verdict == Verdict::Trusted)
        __builtin_trap();
    return 0;
}
