#include "trust/pemtext.h"

#include "trust/derslices.h"
#include "trust/importer.h"
#include "trust/trustsettings.h"

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LineWidth = 64;
constexpr auto TrustedLabel = "TRUSTED CERTIFICATE";

} // namespace

QList<PemBlock> pemBlocks(const QByteArray& pem)
{
    static const QByteArray Begin = "-----BEGIN "_ba;
    static const QByteArray Dashes = "-----"_ba;
    QList<PemBlock> blocks;
    for (qsizetype at = pem.indexOf(Begin); at >= 0; at = pem.indexOf(Begin, at)) {
        const qsizetype labelEnd = pem.indexOf(Dashes, at + Begin.size());
        if (labelEnd < 0) {
            blocks << PemBlock{{}, std::nullopt};
            break;
        }
        PemBlock block{pem.mid(at + Begin.size(), labelEnd - at - Begin.size()), std::nullopt};
        const qsizetype bodyStart = labelEnd + Dashes.size();
        const QByteArray end = "-----END " + block.label + Dashes;
        const qsizetype bodyEnd = pem.indexOf("-----", bodyStart);
        if (bodyEnd < 0 || pem.mid(bodyEnd, end.size()) != end) {
            blocks << block; // cut off, or another block begins inside
            at = bodyEnd < 0 ? pem.size() : bodyEnd;
            continue;
        }
        QByteArray body = pem.mid(bodyStart, bodyEnd - bodyStart);
        body.removeIf([](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
        auto decoded = QByteArray::fromBase64Encoding(body, QByteArray::AbortOnBase64DecodingErrors);
        if (decoded && !decoded.decoded.isEmpty())
            block.der = std::move(decoded.decoded);
        blocks << block;
        at = bodyEnd + end.size();
    }
    return blocks;
}

bool isCertificateLabel(const QByteArray& label)
{
    return label == "CERTIFICATE" || label == "X509 CERTIFICATE" || label == TrustedLabel;
}

// A trusted certificate carries settings after the certificate: that is what it is cut to.
QByteArray certificateOf(const PemBlock& block)
{
    if (block.label != TrustedLabel)
        return block.der.value_or(QByteArray());
    const Owned<X509> certificate = block.der ? x509WithSettings(*block.der) : nullptr;
    return certificate ? derOf(certificate.get()) : QByteArray();
}

QByteArray rejectionOf(const PemBlock& block)
{
    if (block.label != TrustedLabel || !block.der)
        return {};
    const Owned<X509> certificate = x509WithSettings(*block.der);
    return certificate && isRejectedForServers(certificate.get()) ? block.der->mid(derOf(certificate.get()).size())
                                                                  : QByteArray();
}

std::optional<QList<QByteArray>> certificatesOfPem(const QByteArray& pem)
{
    QList<QByteArray> found;
    for (const PemBlock& block : pemBlocks(pem)) {
        if (!isCertificateLabel(block.label) && !block.label.isEmpty())
            continue;
        const QByteArray der = certificateOf(block);
        if (!x509OfDer(der))
            return std::nullopt;
        found << der;
    }
    return found;
}

QByteArray pemOf(const QByteArray& label, const QByteArray& der)
{
    const QByteArray body = der.toBase64();
    QByteArray pem = "-----BEGIN " + label + "-----\n";
    for (qsizetype at = 0; at < body.size(); at += LineWidth)
        pem += body.mid(at, LineWidth) + '\n';
    return pem + "-----END " + label + "-----\n";
}

QByteArray toPem(const QByteArray& der)
{
    return pemOf(certificateIn(der).size() < der.size() ? TrustedLabel : "CERTIFICATE", der);
}

} // namespace stationer
