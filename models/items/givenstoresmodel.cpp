#include "items/givenstoresmodel.h"

#include "session/stationstores.h"

#include <QCoreApplication>

namespace stationer {

GivenStoresModel::GivenStoresModel(const StationStores& stores, QObject* parent, Clock clock)
    : TrustTableModel(ColumnCount, std::move(clock), parent)
{
    const auto followStores = [this, &stores] {
        QList<GivenCertificate> wanted;
        for (const GivenStore& store : stores.known().stores) {
            if (store.trusted.isEmpty())
                wanted += GivenCertificate{store.name, store.kind, store.given, 0, {}, std::nullopt};
            for (qsizetype place = 0; place < store.trusted.size(); ++place) {
                const StoredCertificate& one = store.trusted[place];
                wanted +=
                    GivenCertificate{store.name, store.kind, store.given, place, one.alias, certificateSketch(one.der)};
            }
        }
        follow(wanted);
    };
    connect(&stores, &StationStores::changed, this, followStores);
    followStores();
}

TrustCell GivenStoresModel::cellOf(const GivenCertificate& row, int column) const
{
    switch (Column(column)) {
    case StoreColumn:
        return {row.store};
    case KindColumn:
        return {nameOf(row.kind)};
    case GivenColumn:
        return {row.given};
    case AliasColumn:
        return {row.alias};
    case ValidColumn:
        return {stateOf(row).text};
    case SubjectColumn:
        return {row.certificate ? row.certificate->subject : QString()};
    case IssuedByColumn:
        return {row.certificate ? row.certificate->issuerName : QString()};
    case NotBeforeColumn:
        return {row.certificate ? row.certificate->notBefore : QDateTime()};
    case NotAfterColumn:
        return {row.certificate ? row.certificate->notAfter : QDateTime()};
    case FingerprintColumn:
        return {row.certificate ? groupedFingerprint(row.certificate->sha256) : QString()};
    case ColumnCount:
        break;
    }
    return {};
}

TrustState GivenStoresModel::stateOf(const GivenCertificate& row) const
{
    if (!row.certificate)
        return {Badge::Info, QCoreApplication::translate("trust", "trusts no certificate")};
    return validityOf(*row.certificate, now());
}

const CertificateSketch* GivenStoresModel::certificateOf(const GivenCertificate& row) const
{
    return row.certificate ? &*row.certificate : nullptr;
}

QString GivenStoresModel::headerOf(int column) const
{
    switch (Column(column)) {
    case StoreColumn:
        //: A trust store of the station, by its file's name
        return QCoreApplication::translate("trust", "Store");
    case KindColumn:
        //: Of a key store: JKS, JCEKS, PKCS#12, PEM
        return QCoreApplication::translate("trust", "Kind");
    case GivenColumn:
        //: When a trust store of the station was given
        return QCoreApplication::translate("trust", "Given");
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
    case ValidColumn:
        return QCoreApplication::translate("trust", "Valid");
    case FingerprintColumn:
        return QCoreApplication::translate("trust", "SHA-256");
    case ColumnCount:
        break;
    }
    return {};
}

QString GivenStoresModel::searchedOf(const GivenCertificate& row) const
{
    QStringList words{row.store, nameOf(row.kind), row.alias};
    if (row.certificate)
        words += {row.certificate->subject, row.certificate->issuer, QString::fromLatin1(row.certificate->sha256)};
    return words.join(u'\n');
}

} // namespace stationer
