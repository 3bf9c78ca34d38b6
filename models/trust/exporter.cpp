#include "trust/exporter.h"

#include "trust/derslices.h"
#include "trust/importer.h"
#include "trust/openssl.h"

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

QByteArray pkcs7Of(const QList<QByteArray>& ders)
{
    const Owned<PKCS7> bundle(PKCS7_new());
    PKCS7_set_type(bundle.get(), NID_pkcs7_signed);
    PKCS7_content_new(bundle.get(), NID_pkcs7_data);
    PKCS7_set_detached(bundle.get(), 1);
    for (const QByteArray& der : ders) {
        if (const Owned<X509> certificate = x509OfDer(certificateIn(der).toByteArray()))
            PKCS7_add_certificate(bundle.get(), certificate.get());
    }
    unsigned char* bytes = nullptr;
    const int size = i2d_PKCS7(bundle.get(), &bytes);
    const QByteArray written(reinterpret_cast<const char*>(bytes), std::max(size, 0));
    OPENSSL_free(bytes);
    return written;
}

} // namespace

QString suffixOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Pem:
        return u"pem"_s;
    case ExportFormat::Der:
        return u"cer"_s;
    case ExportFormat::Pkcs7:
        return u"p7b"_s;
    }
    Q_UNREACHABLE();
}

std::optional<QByteArray> exported(const QList<QByteArray>& ders, ExportFormat format)
{
    if (ders.isEmpty())
        return std::nullopt;
    switch (format) {
    case ExportFormat::Pem: {
        QByteArray pem;
        for (const QByteArray& der : ders)
            pem += toPem(der);
        return pem;
    }
    case ExportFormat::Der:
        return ders.size() == 1 ? std::optional(certificateIn(ders.first()).toByteArray()) : std::nullopt;
    case ExportFormat::Pkcs7:
        return pkcs7Of(ders);
    }
    Q_UNREACHABLE();
}

} // namespace stationer
