#include "items/usertruststoremodel.h"

#include "items/rowfollower.h"

#include <QCoreApplication>

namespace stationer {

namespace {

TrustState stateOf(const CertificateSketch& certificate, const QDateTime& now)
{
    if (certificate.notAfter < now)
        return {Badge::Failed, QCoreApplication::translate("trust", "expired")};
    if (certificate.notBefore > now)
        return {Badge::Failed, QCoreApplication::translate("trust", "not yet valid")};
    if (certificate.notAfter < now.addDays(30))
        return {Badge::Warning, QCoreApplication::translate("trust", "ends within 30 days")};
    return {Badge::Passed, QCoreApplication::translate("trust", "valid")};
}

QString keyOf(const CertificateSketch& certificate)
{
    //: A key: %1 its algorithm, %2 its size
    return certificate.keyBits > 0
               ? QCoreApplication::translate("trust", "%1, %2 bits").arg(certificate.keyAlgorithm).arg(certificate.keyBits)
               : certificate.keyAlgorithm;
}

QString rootHeader(UserTrustStoreModel::Column column)
{
    switch (column) {
    case UserTrustStoreModel::AliasColumn:
        return QCoreApplication::translate("trust", "Alias");
    case UserTrustStoreModel::SubjectColumn:
        return QCoreApplication::translate("trust", "Subject");
    case UserTrustStoreModel::IssuedByColumn:
        return QCoreApplication::translate("trust", "Issued By");
    case UserTrustStoreModel::NotBeforeColumn:
        return QCoreApplication::translate("trust", "Not Before");
    case UserTrustStoreModel::NotAfterColumn:
        return QCoreApplication::translate("trust", "Not After");
    case UserTrustStoreModel::KeyColumn:
        return QCoreApplication::translate("trust", "Key");
    case UserTrustStoreModel::SignatureColumn:
        return QCoreApplication::translate("trust", "Signature");
    case UserTrustStoreModel::ColumnCount:
        break;
    }
    return {};
}

} // namespace

struct UserTrustStoreModel::Row {
    UserRoot root;

    bool operator==(const Row& other) const
    {
        return root.alias == other.root.alias && root.certificate == other.root.certificate;
    }
};

UserTrustStoreModel::UserTrustStoreModel(UserTrustStore& store, QObject* parent, Clock clock)
    : QAbstractTableModel(parent), m_store(store), m_clock(clock ? std::move(clock) : Clock(&QDateTime::currentDateTimeUtc))
{
    connect(&store, &UserTrustStore::changed, this, &UserTrustStoreModel::follow);
    follow();
}

UserTrustStoreModel::~UserTrustStoreModel() = default;

void UserTrustStoreModel::follow()
{
    QList<Row> wanted;
    for (const UserRoot& root : m_store.roots())
        wanted += Row{root};
    followRows(
        m_rows, wanted, [](const Row& row) { return row.root.alias; },
        RowSteps<Row>{
            .aboutToRemove = [this](int row) { beginRemoveRows({}, row, row); },
            .removed = [this] { endRemoveRows(); },
            .aboutToInsert = [this](int row) { beginInsertRows({}, row, row); },
            .inserted = [this] { endInsertRows(); },
            .changed = [this](int row, const Row&) { emit dataChanged(index(row, 0), index(row, ColumnCount - 1)); },
        });
}

const UserRoot* UserTrustStoreModel::rootAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows[row].root : nullptr;
}

std::optional<TrustFileFault> UserTrustStoreModel::remove(int row)
{
    const UserRoot* root = rootAt(row);
    return root ? m_store.remove(QString(root->alias)) : std::nullopt;
}

int UserTrustStoreModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int UserTrustStoreModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UserTrustStoreModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const UserRoot& root = m_rows[index.row()].root;
    const CertificateSketch& certificate = root.certificate;
    const auto cell = [&]() -> TrustCell {
        switch (Column(index.column())) {
        case AliasColumn:
            return TrustCell::text(root.alias);
        case SubjectColumn:
            return TrustCell::text(certificate.subject);
        case IssuedByColumn:
            return TrustCell::text(certificate.issuerName);
        case NotBeforeColumn:
            return TrustCell::date(certificate.notBefore);
        case NotAfterColumn:
            return TrustCell::date(certificate.notAfter);
        case KeyColumn:
            return {keyOf(certificate), certificate.keyBits};
        case SignatureColumn:
            return TrustCell::text(certificate.signatureAlgorithm);
        case ColumnCount:
            break;
        }
        return {};
    };
    return trustData(role, cell(), stateOf(certificate, m_clock()), certificate.sha256, certificate.der);
}

QVariant UserTrustStoreModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? rootHeader(Column(section)) : QVariant();
}

} // namespace stationer
