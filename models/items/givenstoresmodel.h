#pragma once

#include "items/trusttablemodel.h"
#include "trust/knownstation.h"

#include <optional>
#include <utility>

namespace stationer {

class StationStores;

/// One certificate of one of the station's own stores. A store that trusts none has one row without.
struct GivenCertificate {
    QString store;
    KeyStoreKind kind = KeyStoreKind::Pem;
    QDateTime given;
    qsizetype place = 0; ///< in the store
    QString alias;
    std::optional<CertificateSketch> certificate;

    std::pair<QString, qsizetype> key() const { return {store, place}; }
    bool operator==(const GivenCertificate&) const = default;
};

/// What the station's own trust stores hold, as far as they were given: a row a certificate.
class GivenStoresModel : public TrustTableModel<GivenCertificate> {
    Q_OBJECT
public:
    enum Column {
        StoreColumn,
        AliasColumn,
        SubjectColumn,
        IssuedByColumn,
        NotBeforeColumn,
        NotAfterColumn,
        ValidColumn,
        FingerprintColumn,
        KindColumn,
        GivenColumn,
        ColumnCount,
    };
    explicit GivenStoresModel(const StationStores& stores, QObject* parent = nullptr, Clock clock = {});

protected:
    TrustCell cellOf(const GivenCertificate& row, int column) const override;
    TrustState stateOf(const GivenCertificate& row) const override;
    const CertificateSketch* certificateOf(const GivenCertificate& row) const override;
    QString headerOf(int column) const override;
    QString searchedOf(const GivenCertificate& row) const override;
};

} // namespace stationer
