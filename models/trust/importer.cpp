#include "trust/importer.h"

#include "trust/derslices.h"
#include "trust/hostname.h"
#include "trust/importtext.h"
#include "trust/jksreader.h"
#include "trust/openssl.h"
#include "trust/pemtext.h"
#include "trust/pkcs12.h"

#include <QSet>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pkcs7.h>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LargestImport = 8 * 1024 * 1024;

/// What a piece of DER holds: certificates, or why there are none.
struct Content {
    QList<CertificateFacts> certificates;
    ImportFault fault = ImportFault::NotACertificate;
};

// What OpenSSL reads from DER, all of it; what it says on the way to nowhere is dropped.
template <class Thing, class Read>
Owned<Thing> readDer(const QByteArray& der, Read read)
{
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    Owned<Thing> thing(read(nullptr, &at, long(der.size())));
    ERR_clear_error();
    return thing;
}

QList<CertificateFacts> factsIn(const STACK_OF(X509) * stack)
{
    QList<CertificateFacts> all;
    for (int i = 0; stack && i < sk_X509_num(stack); ++i)
        all << factsOf(sk_X509_value(stack, i), derOf(sk_X509_value(stack, i)));
    return all;
}

Content contentOfCertificate(const QByteArray& der)
{
    const auto facts = certificateFacts(der);
    return facts ? Content{{*facts}, ImportFault::NotACertificate} : Content{};
}

std::optional<Content> pkcs7Content(const QByteArray& der)
{
    const auto bundle = readDer<PKCS7>(der, d2i_PKCS7);
    if (!bundle || !PKCS7_type_is_signed(bundle.get()) || !bundle->d.sign)
        return std::nullopt;
    return Content{factsIn(bundle->d.sign->cert), ImportFault::NotACertificate};
}

std::optional<Content> pkcs12Content(const QByteArray& der, const Secret& password)
{
    const auto bundle = readPkcs12(der, password);
    if (bundle) {
        Content content{{}, bundle.value().key ? ImportFault::PrivateKey : ImportFault::NotACertificate};
        for (const QByteArray& certificate : bundle.value().certificates)
            content.certificates << contentOfCertificate(certificate).certificates;
        return content;
    }
    switch (bundle.error()) {
    case Pkcs12Fault::NotPkcs12:
        break;
    case Pkcs12Fault::PasswordNeeded:
        return Content{{}, ImportFault::PasswordNeeded};
    case Pkcs12Fault::WrongPassword:
        return Content{{}, ImportFault::WrongPassword};
    case Pkcs12Fault::Unsupported:
        return Content{{}, ImportFault::Unsupported};
    }
    return std::nullopt;
}

Content contentOf(const QByteArray& der, const Secret& password)
{
    if (const Content content = contentOfCertificate(der); !content.certificates.isEmpty())
        return content;
    if (const auto content = pkcs7Content(der))
        return *content;
    if (const auto content = pkcs12Content(der, password))
        return *content;
    if (readDer<X509_REQ>(der, d2i_X509_REQ))
        return {{}, ImportFault::CertificateRequest};
    if (readDer<EVP_PKEY>(der, d2i_AutoPrivateKey) || readDer<X509_SIG>(der, d2i_X509_SIG))
        return {{}, ImportFault::PrivateKey};
    return {};
}

// As they are, or as what base64 without armour stands for.
Content contentOfBytes(const QByteArray& bytes, const Secret& password)
{
    const Content content = contentOf(bytes, password);
    if (!content.certificates.isEmpty() || content.fault != ImportFault::NotACertificate)
        return content;
    const auto der = bareBase64(bytes);
    return der ? contentOf(*der, password) : content;
}

Content contentOf(const PemBlock& block, const Secret& password)
{
    if (isCertificateLabel(block.label)) {
        Content content = contentOfCertificate(certificateOf(block));
        if (content.certificates.isEmpty() && block.der) // Windows certificate services write PKCS#7 under this label
            content = pkcs7Content(*block.der).value_or(Content());
        for (CertificateFacts& certificate : content.certificates)
            certificate.rejection = rejectionOf(block);
        return content;
    }
    if (block.label.endsWith("PRIVATE KEY"))
        return {{}, ImportFault::PrivateKey};
    if (block.label.endsWith("CERTIFICATE REQUEST"))
        return {{}, ImportFault::CertificateRequest};
    if (!block.der)
        return {};
    if (block.label == "PKCS7" || block.label == "CMS")
        return pkcs7Content(*block.der).value_or(Content());
    if (block.label == "PKCS12")
        return pkcs12Content(*block.der, password).value_or(Content());
    return {};
}

bool isNamedServer(const CertificateFacts& certificate)
{
    return !certificate.dnsNames.isEmpty() || !certificate.ipAddresses.isEmpty();
}

/// A root of the time before extensions. One that is named as a host is a server's own.
bool isOldRoot(const CertificateFacts& certificate)
{
    const std::optional<QString> name = normalisedHost(certificate.commonName);
    const bool isHost = name && (name->contains(u'.') || isIpAddress(*name) || *name == u"localhost"_s);
    return certificate.isVersion1 && certificate.isSelfSigned && !isHost;
}

ImportFind findOf(const CertificateFacts& certificate, const QSet<QByteArray>& present, const QDateTime& now)
{
    using Kind = ImportFind::Kind;
    Kind kind = Kind::RootCa;
    if (present.contains(certificate.der))
        kind = Kind::Duplicate;
    else if (!(certificate.isCa || isOldRoot(certificate)) || (certificate.isSelfSigned && isNamedServer(certificate)))
        kind = Kind::ServerCertificate;
    else if (!certificate.isSelfSigned)
        kind = Kind::IntermediateCa;
    else if (!certificate.rejection.isEmpty())
        kind = Kind::RejectedRootCa;
    else if (certificate.notAfter < now)
        kind = Kind::ExpiredRootCa;
    return {kind, certificate};
}

} // namespace

bool isImportableRoot(const CertificateFacts& certificate, const QDateTime& now)
{
    return findOf(certificate, {}, now).kind == ImportFind::Kind::RootCa;
}

ImportPreview previewImport(const QByteArray& bytes, const QList<QByteArray>& present, const QDateTime& now,
                            const Secret& password)
{
    if (bytes.size() > LargestImport)
        return {{}, ImportFault::TooLarge, {}};
    if (bytes.trimmed().isEmpty())
        return {{}, ImportFault::Empty, {}};
    if (jksKindOf(bytes)) // before a certificate in it is taken for the file
        return {{}, ImportFault::JavaKeyStore, {}};
    QList<CertificateFacts> certificates;
    QList<ImportFault> others;
    ImportFault fault = ImportFault::NotACertificate;
    const auto take = [&](const Content& content) {
        certificates << content.certificates;
        if (content.fault == ImportFault::NotACertificate)
            return;
        fault = content.fault;
        if (!others.contains(fault))
            others << fault;
    };
    const QList<PemBlock> blocks = pemBlocks(asPemText(bytes));
    if (blocks.isEmpty())
        take(contentOfBytes(bytes, password));
    for (const PemBlock& block : blocks) {
        const Content content = contentOf(block, password);
        // A damaged file is not imported by halves.
        if (content.certificates.isEmpty() && (isCertificateLabel(block.label) || block.label.isEmpty()))
            return {{}, ImportFault::NotACertificate, {}};
        take(content);
    }
    if (certificates.isEmpty())
        return {{}, fault, {}};
    ImportPreview preview{{}, {}, others};
    QSet<QByteArray> known;
    for (const QByteArray& der : present)
        known << certificateIn(der).toByteArray();
    for (const CertificateFacts& certificate : std::as_const(certificates)) {
        preview.finds << findOf(certificate, known, now);
        known << certificate.der; // the same one twice in a file is a duplicate as well
    }
    return preview;
}

} // namespace stationer
