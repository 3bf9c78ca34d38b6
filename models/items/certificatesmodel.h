#pragma once

#include "items/trusttablemodel.h"

#include <QString>

#include <utility>

namespace stationer {

/// One certificate of a store, under its alias.
struct StoreRow {
    QString alias;
    CertificateSketch certificate;

    std::pair<QString, QByteArray> key() const { return {alias, certificate.sha256}; }
    bool operator==(const StoreRow&) const = default;
};

/// The certificates of a store as a table, one a row: the columns that all stores share.
class CertificatesModel : public TrustTableModel<StoreRow> {
    Q_OBJECT
public:
    enum Column {
        AliasColumn,
        SubjectColumn,
        IssuedByColumn,
        NotBeforeColumn,
        NotAfterColumn,
        KeyAlgorithmColumn,
        KeySizeColumn,
        SignatureColumn,
        ValidColumn,
        ColumnCount,
    };

protected:
    /// Root CAs sign themselves; of other certificates it is worth a mark.
    enum class SelfSigned { IsUsual, IsMarked };
    CertificatesModel(SelfSigned selfSigned, Clock clock, QObject* parent)
        : TrustTableModel(ColumnCount, std::move(clock), parent), m_selfSigned(selfSigned)
    {
    }

    TrustCell cellOf(const StoreRow& row, int column) const override;
    TrustState stateOf(const StoreRow& row) const override;
    const CertificateSketch* certificateOf(const StoreRow& row) const override { return &row.certificate; }
    QString headerOf(int column) const override;
    QString searchedOf(const StoreRow& row) const override;

private:
    SelfSigned m_selfSigned;
};

} // namespace stationer
