#include "items/certificatesmodel.h"

#include <QCoreApplication>

namespace stationer {

TrustCell CertificatesModel::cellOf(const StoreRow& row, int column) const
{
    const CertificateSketch& certificate = row.certificate;
    switch (Column(column)) {
    case AliasColumn:
        return {row.alias};
    case SubjectColumn:
        return {certificate.subject};
    case IssuedByColumn:
        return {certificate.issuerName};
    case NotBeforeColumn:
        return {certificate.notBefore};
    case NotAfterColumn:
        return {certificate.notAfter};
    case KeyAlgorithmColumn:
        return {certificate.keyAlgorithm};
    case KeySizeColumn:
        return {certificate.keyBits};
    case SignatureColumn:
        return {certificate.signatureAlgorithm};
    case ValidColumn:
        return {stateOf(row).text};
    case ColumnCount:
        break;
    }
    return {};
}

TrustState CertificatesModel::stateOf(const StoreRow& row) const
{
    const TrustState state = validityOf(row.certificate, now());
    if (state.badge == Badge::Passed && m_selfSigned == SelfSigned::IsMarked &&
        row.certificate.subject == row.certificate.issuer)
        return {Badge::Warning, QCoreApplication::translate("trust", "self-signed")};
    return state;
}

QString CertificatesModel::headerOf(int column) const
{
    switch (Column(column)) {
    case AliasColumn:
        return QCoreApplication::translate("trust", "Alias");
    case SubjectColumn:
        return QCoreApplication::translate("trust", "Subject");
    case IssuedByColumn:
        return QCoreApplication::translate("trust", "Issued By");
    case NotBeforeColumn:
        return QCoreApplication::translate("trust", "Not Before");
    case NotAfterColumn:
        return QCoreApplication::translate("trust", "Not After");
    case KeyAlgorithmColumn:
        return QCoreApplication::translate("trust", "Key Algorithm");
    case KeySizeColumn:
        return QCoreApplication::translate("trust", "Key Size");
    case SignatureColumn:
        return QCoreApplication::translate("trust", "Signature Algorithm");
    case ValidColumn:
        return QCoreApplication::translate("trust", "Valid");
    case ColumnCount:
        break;
    }
    return {};
}

QString CertificatesModel::searchedOf(const StoreRow& row) const
{
    return row.alias + QLatin1Char('\n') + row.certificate.subject + QLatin1Char('\n') + row.certificate.issuer +
           QLatin1Char('\n') + row.certificate.keyAlgorithm + QLatin1Char('\n') +
           QString::fromLatin1(row.certificate.sha256);
}

} // namespace stationer
