// A chain as a server sends it, each certificate after its length in two bytes. The corpus has good ones of one CA: whatever
// becomes of them, nothing is trusted but what that CA signed, for the name that it is for, and nothing exempted but the key
// that was approved; and the rules of a station's Java let nothing pass but that either.

#include "fuzz/entry.h"
#include "trust/exemption.h"
#include "trust/javatrust.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QCryptographicHash>

using namespace stationer;

namespace {

const QByteArray rootDer = QByteArray::fromBase64(
    "MIIBVzCB/6ADAgECAgEBMAoGCCqGSM49BAMCMBQxEjAQBgNVBAMMCUZ1enogUm9vdDAeFw0yNjAxMDEwMDAwMDBaFw00NjAxMDEwMDAwMDBaMBQxEjAQ"
    "BgNVBAMMCUZ1enogUm9vdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGQ8rE/o2UpRmA9Wjx67l+vy5axT6g1W1zWWFKi81F+NphL0IGv4tkJkjx6j"
    "Theo4FPgMpvUa347EG4Njq8UUm6jQjBAMA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0PAQH/BAQDAgEGMB0GA1UdDgQWBBTZIMtcRN8FBkNa8jB/1jJmR3aC"
    "yjAKBggqhkjOPQQDAgNHADBEAiAQPD5zCBT6XjH5Qybrrj/fWT5yd64gH6DHRm7POCtv2AIgAdChJpbX4MN0rW/46B1FAcygNnNT8FVce9G7JXJqNKk=");

/// SHA-256 of what was signed in the two certificates of `mail.example` that are good.
const QByteArrayList signedParts{"cc52b1f65f6470554b6deeb2430abbb0cbd911d31e1f8bfa81d0190ae6b9f364",
                                 "dba7b53468185af63a77b7fa662097dfe1954fcb4a954a5c5e2a3f9b3c46e92e"};
const QByteArray approvedKey = "c46c7891b5b7b294686e1a0e02d9f5acb165560c3d31cd80f16c5b9b79932eee";

/// The part that is signed stands behind the four bytes of the outer head; it takes 256 bytes and more.
QByteArray signedPartOf(const QByteArray& der)
{
    const QByteArray part = der.mid(4, 4 + 256 * uchar(der.at(6)) + uchar(der.at(7)));
    return QCryptographicHash::hash(part, QCryptographicHash::Sha256).toHex();
}

} // namespace

STATIONER_FUZZ_ENTRY(judge, 4000)
{
    static const QDateTime now = QDateTime::fromSecsSinceEpoch(1790000000, Qt::UTC);
    static const TrustAnchors anchors = TrustAnchors::only({rootDer});
    CertificateChain chain;
    for (qsizetype at = 0; at + 2 <= bytes.size();) {
        const qsizetype size = 256 * uchar(bytes[at]) + uchar(bytes[at + 1]);
        chain += bytes.mid(at + 2, size);
        at += 2 + size;
    }
    AllowedHost row;
    row.host = {QStringLiteral("mail.example"), 465};
    row.approval = Approval::Approved;
    row.binding = Binding::PublicKey;
    row.publicKeySha256 = approvedKey;
    row.errors = {TrustError::SelfSigned, TrustError::UnknownRoot};
    const Judgement judgement = judge(chain, row.host.host, now, anchors, row);
    switch (judgement.verdict) {
    case Verdict::Trusted:
        fuzz::require(chain[0].size() > 8 && signedParts.contains(signedPartOf(chain[0])) && judgement.errors.isEmpty());
        break;
    case Verdict::Exempted:
        fuzz::require(judgement.sent[0].publicKeySha256 == approvedKey);
        for (const TrustFinding& found : judgement.errors)
            fuzz::require(row.errors.contains(found.error));
        break;
    case Verdict::Challenged:
        fuzz::require(!judgement.errors.isEmpty());
        break;
    case Verdict::Rejected:
        fuzz::require(false);
    }
    const JavaTrust java = javaTrust(chain, row.host.host, now, {rootDer});
    fuzz::require((java.verdict == JavaTrust::Verdict::Fails) != java.faults.isEmpty());
    fuzz::require(java.verdict != JavaTrust::Verdict::Passes || signedParts.contains(signedPartOf(chain[0])));
    fuzz::require(javaTrust(chain, row.host.host, now, {}).verdict == JavaTrust::Verdict::Fails);
    fuzz::require(judge(chain, QStringLiteral("other.example"), now, anchors).verdict == Verdict::Challenged);
}
