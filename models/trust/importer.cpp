#include "trust/importer.h"

#include "trust/openssl.h"

#include <openssl/err.h>
#include <openssl/evp.h>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LargestImport = 8 * 1024 * 1024;
constexpr qsizetype LineWidth = 64;

struct PemBlock {
    QByteArray label;
    std::optional<QByteArray> der; ///< nothing where the block is damaged
};

// The blocks of a PEM text in order, with what stands between them skipped (RFC 7468, lax).
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
    return label == "CERTIFICATE" || label == "X509 CERTIFICATE" || label == "TRUSTED CERTIFICATE";
}

// A trusted certificate carries settings after the certificate: that is what it is cut to.
QByteArray certificateOf(const PemBlock& block)
{
    if (block.label != "TRUSTED CERTIFICATE")
        return *block.der;
    const auto* at = reinterpret_cast<const unsigned char*>(block.der->constData());
    const Owned<X509> certificate(d2i_X509_AUX(nullptr, &at, long(block.der->size())));
    ERR_clear_error();
    return certificate ? derOf(certificate.get()) : QByteArray();
}

bool isPrivateKey(const QByteArray& der)
{
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    const Owned<EVP_PKEY> key(d2i_AutoPrivateKey(nullptr, &at, long(der.size())));
    ERR_clear_error();
    return key != nullptr;
}

bool isRequest(const QByteArray& der)
{
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    const Owned<X509_REQ> request(d2i_X509_REQ(nullptr, &at, long(der.size())));
    ERR_clear_error();
    return request != nullptr;
}

bool isNamedServer(const CertificateFacts& certificate)
{
    return !certificate.dnsNames.isEmpty() || !certificate.ipAddresses.isEmpty();
}

ImportFind findOf(const CertificateFacts& certificate, const QList<QByteArray>& present, const QDateTime& now)
{
    using Kind = ImportFind::Kind;
    Kind kind = Kind::RootCa;
    if (present.contains(certificate.der))
        kind = Kind::Duplicate;
    else if (!certificate.isCa || (certificate.isSelfSigned && isNamedServer(certificate)))
        kind = Kind::ServerCertificate;
    else if (!certificate.isSelfSigned)
        kind = Kind::IntermediateCa;
    else if (certificate.notAfter < now)
        kind = Kind::ExpiredRootCa;
    return {kind, certificate};
}

} // namespace

std::optional<QList<QByteArray>> certificatesOfPem(const QByteArray& pem)
{
    QList<QByteArray> found;
    for (const PemBlock& block : pemBlocks(pem)) {
        if (!isCertificateLabel(block.label) && !block.label.isEmpty())
            continue;
        const QByteArray der = block.der ? certificateOf(block) : QByteArray();
        if (!x509OfDer(der))
            return std::nullopt;
        found << der;
    }
    return found;
}

QByteArray toPem(const QByteArray& der)
{
    const QByteArray body = der.toBase64();
    QByteArray pem = "-----BEGIN CERTIFICATE-----\n"_ba;
    for (qsizetype at = 0; at < body.size(); at += LineWidth)
        pem += body.mid(at, LineWidth) + '\n';
    return pem + "-----END CERTIFICATE-----\n";
}

bool isImportableRoot(const CertificateFacts& certificate, const QDateTime& now)
{
    return findOf(certificate, {}, now).kind == ImportFind::Kind::RootCa;
}

ImportPreview previewImport(const QByteArray& bytes, const QList<QByteArray>& present, const QDateTime& now)
{
    if (bytes.size() > LargestImport)
        return {{}, ImportFault::TooLarge};
    if (bytes.trimmed().isEmpty())
        return {{}, ImportFault::Empty};
    ImportPreview preview;
    QList<QByteArray> known = present;
    const auto take = [&](const CertificateFacts& certificate) {
        preview.finds << findOf(certificate, known, now);
        known << certificate.der; // the same one twice in a file is a duplicate as well
    };
    if (const auto certificate = certificateFacts(bytes)) {
        take(*certificate);
        return preview;
    }
    std::optional<ImportFault> fault;
    for (const PemBlock& block : pemBlocks(bytes)) {
        if (isCertificateLabel(block.label)) {
            const auto certificate = block.der ? certificateFacts(certificateOf(block)) : std::nullopt;
            if (!certificate)
                return {{}, ImportFault::NotACertificate}; // a damaged file is not imported by halves
            take(*certificate);
        } else if (block.label.endsWith("PRIVATE KEY")) {
            fault = ImportFault::PrivateKey;
        } else if (block.label.endsWith("CERTIFICATE REQUEST") && !fault) {
            fault = ImportFault::CertificateRequest;
        }
    }
    if (!preview.finds.isEmpty())
        return preview;
    if (!fault && isPrivateKey(bytes))
        fault = ImportFault::PrivateKey;
    if (!fault && isRequest(bytes))
        fault = ImportFault::CertificateRequest;
    return {{}, fault.value_or(ImportFault::NotACertificate)};
}

} // namespace stationer
