// Any bytes as a certificate, a bundle to import and a server's chain: read or refused, never trusted, shown within bounds;
// what was read is written in every format so that it is read again.

#include "fuzz/entry.h"
#include "trust/certificatedetails.h"
#include "trust/exporter.h"
#include "trust/importer.h"
#include "trust/judge.h"
#include "trust/pemtext.h"
#include "trust/truststores.h"

using namespace stationer;

namespace {

void requireBounds(const CertificateDetails& details)
{
    for (const NameField& field : details.subject + details.issuer)
        fuzz::require(field.value.size() <= CertificateDetails::LongestText + 1); // …
    fuzz::require(details.extensions.size() <= CertificateDetails::MostValues);
    for (const CertificateExtension& extension : details.extensions) {
        fuzz::require(extension.values.size() <= CertificateDetails::MostValues);
        for (const QString& value : extension.values)
            fuzz::require(value.size() <= CertificateDetails::LongestText + 1);
    }
}

} // namespace

STATIONER_FUZZ_ENTRY(certificate, 1000)
{
    static const QDateTime now = QDateTime::fromSecsSinceEpoch(1790000000, Qt::UTC);
    static const TrustAnchors nobody = TrustAnchors::only({});
    QList<QByteArray> found{bytes};
    for (const ImportFind& find : previewImport(bytes, {}, now, Secret(QByteArray("secret"))).finds) {
        const QByteArray pem = toPem(find.certificate.withRejection());
        fuzz::require(certificatesOfPem(pem).value_or(QList<QByteArray>()) == QList{find.certificate.der});
        for (const ExportFormat format : {ExportFormat::Pem, ExportFormat::Der, ExportFormat::Pkcs7}) {
            const auto again = previewImport(exported({find.certificate.der}, format).value(), {}, now);
            fuzz::require(again.finds.size() == 1 && again.finds[0].certificate.der == find.certificate.der);
        }
        found += find.certificate.der;
    }
    static_cast<void>(pemBlocks(bytes));
    for (const QByteArray& der : std::as_const(found)) {
        const auto facts = certificateFacts(der);
        const auto sketch = certificateSketch(der);
        fuzz::require(!facts || !sketch || (sketch->sha256 == facts->sha256 && sketch->notAfter == facts->notAfter));
        if (const auto details = certificateDetails(der))
            requireBounds(*details);
        fuzz::require(judge({der, der}, QStringLiteral("mail.example"), now, nobody).verdict != Verdict::Trusted);
    }
}
