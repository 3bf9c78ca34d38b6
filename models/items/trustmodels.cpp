#include "items/trustmodels.h"

#include "items/rowfollower.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace stationer {

namespace {

QString shownDate(const QDateTime& when)
{
    return when.isValid() ? QLocale().toString(when.toLocalTime().date(), QLocale::ShortFormat) : QString();
}

/// The errors in a few words; the whole sentences are the challenge's.
QString shortName(TrustError error)
{
    switch (error) {
    case TrustError::Expired:
        return QCoreApplication::translate("trust", "expired");
    case TrustError::NotYetValid:
        return QCoreApplication::translate("trust", "not yet valid");
    case TrustError::HostMismatch:
        return QCoreApplication::translate("trust", "for another name");
    case TrustError::SelfSigned:
        return QCoreApplication::translate("trust", "self-signed");
    case TrustError::UnknownRoot:
        return QCoreApplication::translate("trust", "unknown root");
    case TrustError::MissingIssuer:
        return QCoreApplication::translate("trust", "issuer not known");
    case TrustError::NotACa:
        return QCoreApplication::translate("trust", "issuer is no CA");
    case TrustError::WrongPurpose:
        return QCoreApplication::translate("trust", "not for servers");
    case TrustError::WeakKey:
        return QCoreApplication::translate("trust", "weak key");
    case TrustError::WeakSignature:
        return QCoreApplication::translate("trust", "weak signature");
    case TrustError::NameConstraint:
        return QCoreApplication::translate("trust", "name not allowed");
    case TrustError::PathLength:
        return QCoreApplication::translate("trust", "chain too long");
    case TrustError::UnknownCriticalExtension:
        return QCoreApplication::translate("trust", "unknown extension");
    case TrustError::BadSignature:
        return QCoreApplication::translate("trust", "wrong signature");
    case TrustError::Malformed:
        return QCoreApplication::translate("trust", "damaged");
    case TrustError::Other:
        return QCoreApplication::translate("trust", "other");
    }
    Q_UNREACHABLE();
}

QString reasonsOf(const AllowedHost& host)
{
    QStringList reasons;
    for (const TrustError error : host.errors)
        reasons += shortName(error);
    return reasons.join(QLatin1StringView(", "));
}

struct State {
    Badge badge;
    QString text;
};

State stateOf(const AllowedHost& host, const QDateTime& now)
{
    switch (host.approval) {
    case Approval::Unanswered:
        return {Badge::Challenged, QCoreApplication::translate("trust", "unanswered")};
    case Approval::Rejected:
        return {Badge::Failed, QCoreApplication::translate("trust", "rejected")};
    case Approval::Approved:
        break;
    }
    switch (host.scope) {
    case Scope::Session:
        return {Badge::Passed, QCoreApplication::translate("trust", "approved for this session")};
    case Scope::UntilDeleted:
        return {Badge::Passed, QCoreApplication::translate("trust", "approved, temporary")};
    case Scope::UntilDate:
        if (host.expires.isValid() && host.expires < now)
            return {Badge::Failed, QCoreApplication::translate("trust", "approval ran out")};
        return {Badge::Passed, QCoreApplication::translate("trust", "approved until a date")};
    }
    Q_UNREACHABLE();
}

State stateOf(const CertificateFacts& certificate, const QDateTime& now)
{
    if (certificate.notAfter < now)
        return {Badge::Failed, QCoreApplication::translate("trust", "expired")};
    if (certificate.notBefore > now)
        return {Badge::Failed, QCoreApplication::translate("trust", "not yet valid")};
    if (certificate.notAfter < now.addDays(30))
        return {Badge::Warning, QCoreApplication::translate("trust", "ends within 30 days")};
    return {Badge::Passed, QCoreApplication::translate("trust", "valid")};
}

QString keyOf(const CertificateFacts& certificate)
{
    //: A key: %1 its algorithm, %2 its size
    return certificate.keyBits > 0
               ? QCoreApplication::translate("trust", "%1, %2 bits").arg(certificate.keyAlgorithm).arg(certificate.keyBits)
               : certificate.keyAlgorithm;
}

QString hostHeader(AllowedHostsModel::Column column)
{
    switch (column) {
    case AllowedHostsModel::HostColumn:
        return QCoreApplication::translate("trust", "Host");
    case AllowedHostsModel::PortColumn:
        return QCoreApplication::translate("trust", "Port");
    case AllowedHostsModel::ApprovalColumn:
        return QCoreApplication::translate("trust", "Approval");
    case AllowedHostsModel::SubjectColumn:
        return QCoreApplication::translate("trust", "Subject");
    case AllowedHostsModel::IssuedByColumn:
        return QCoreApplication::translate("trust", "Issued By");
    case AllowedHostsModel::CreatedColumn:
        return QCoreApplication::translate("trust", "Created");
    case AllowedHostsModel::LastUsedColumn:
        return QCoreApplication::translate("trust", "Last Used");
    case AllowedHostsModel::ExpiresColumn:
        return QCoreApplication::translate("trust", "Expires");
    case AllowedHostsModel::ReasonsColumn:
        return QCoreApplication::translate("trust", "Reasons");
    case AllowedHostsModel::ColumnCount:
        break;
    }
    return {};
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

/// What a column shows, and what it sorts by where that is another thing.
struct Cell {
    QString shown;
    QVariant sort;
};

Cell text(const QString& shown)
{
    return {shown, shown};
}

Cell date(const QDateTime& when)
{
    return {shownDate(when), when};
}

} // namespace

// --- Allowed Hosts

struct AllowedHostsModel::Row {
    AllowedHost host;
    std::optional<CertificateFacts> leaf;

    bool operator==(const Row& other) const { return host == other.host; } // the leaf follows from it
};

AllowedHostsModel::AllowedHostsModel(AllowedHosts& hosts, QObject* parent, Clock clock)
    : QAbstractTableModel(parent), m_hosts(hosts), m_clock(clock ? std::move(clock) : Clock(&QDateTime::currentDateTimeUtc))
{
    connect(&hosts, &AllowedHosts::changed, this, &AllowedHostsModel::follow);
    follow();
}

AllowedHostsModel::~AllowedHostsModel() = default;

void AllowedHostsModel::follow()
{
    QList<Row> wanted;
    for (const AllowedHost& host : m_hosts.rows())
        wanted += Row{host, host.chain.isEmpty() ? std::nullopt : certificateFacts(host.chain.first())};
    followRows(
        m_rows, wanted, [](const Row& row) { return row.host.host; },
        RowSteps<Row>{
            .aboutToRemove = [this](int row) { beginRemoveRows({}, row, row); },
            .removed = [this] { endRemoveRows(); },
            .aboutToInsert = [this](int row) { beginInsertRows({}, row, row); },
            .inserted = [this] { endInsertRows(); },
            .changed = [this](int row, const Row&) { emit dataChanged(index(row, 0), index(row, ColumnCount - 1)); },
        });
}

const AllowedHost* AllowedHostsModel::hostAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows[row].host : nullptr;
}

std::optional<TrustFileFault> AllowedHostsModel::forget(int row)
{
    const AllowedHost* host = hostAt(row);
    return host ? m_hosts.forget(Endpoint(host->host)) : std::nullopt;
}

std::optional<TrustFileFault> AllowedHostsModel::approve(int row)
{
    if (!hostAt(row))
        return std::nullopt;
    AllowedHost host = *hostAt(row);
    host.approval = Approval::Approved;
    host.scope = Scope::UntilDeleted;
    host.expires = {};
    return m_hosts.approve(host);
}

std::optional<TrustFileFault> AllowedHostsModel::unapprove(int row)
{
    if (!hostAt(row))
        return std::nullopt;
    AllowedHost host = *hostAt(row);
    host.approval = Approval::Rejected;
    return m_hosts.reject(host);
}

int AllowedHostsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AllowedHostsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AllowedHostsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& [host, leaf] = m_rows[index.row()];
    const auto cell = [&]() -> Cell {
        switch (Column(index.column())) {
        case HostColumn:
            return text(host.host.host);
        case PortColumn:
            return {QString::number(host.host.port), int(host.host.port)};
        case ApprovalColumn:
            return text(stateOf(host, m_clock()).text);
        case SubjectColumn:
            return text(leaf ? leaf->subject : QString());
        case IssuedByColumn:
            return text(leaf ? leaf->issuerName : QString());
        case CreatedColumn:
            return date(host.created);
        case LastUsedColumn:
            return date(host.lastUsed);
        case ExpiresColumn:
            return date(host.expires);
        case ReasonsColumn:
            return text(reasonsOf(host));
        case ColumnCount:
            break;
        }
        return {};
    };
    if (role == Qt::DisplayRole)
        return cell().shown;
    if (role < int(TrustRole::Sort) || role > int(TrustRole::Der))
        return {};
    switch (TrustRole(role)) {
    case TrustRole::Sort:
        return cell().sort;
    case TrustRole::Badge:
        return int(stateOf(host, m_clock()).badge);
    case TrustRole::BadgeText:
        return stateOf(host, m_clock()).text;
    case TrustRole::Sha256:
        return QString::fromLatin1(host.sha256);
    case TrustRole::Der:
        return host.chain.isEmpty() ? QByteArray() : host.chain.first();
    }
    return {};
}

QVariant AllowedHostsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? hostHeader(Column(section)) : QVariant();
}

// --- User Trust Store

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
    const CertificateFacts& certificate = root.certificate;
    const auto cell = [&]() -> Cell {
        switch (Column(index.column())) {
        case AliasColumn:
            return text(root.alias);
        case SubjectColumn:
            return text(certificate.subject);
        case IssuedByColumn:
            return text(certificate.issuerName);
        case NotBeforeColumn:
            return date(certificate.notBefore);
        case NotAfterColumn:
            return date(certificate.notAfter);
        case KeyColumn:
            return {keyOf(certificate), certificate.keyBits};
        case SignatureColumn:
            return text(certificate.signatureAlgorithm);
        case ColumnCount:
            break;
        }
        return {};
    };
    if (role == Qt::DisplayRole)
        return cell().shown;
    if (role < int(TrustRole::Sort) || role > int(TrustRole::Der))
        return {};
    switch (TrustRole(role)) {
    case TrustRole::Sort:
        return cell().sort;
    case TrustRole::Badge:
        return int(stateOf(certificate, m_clock()).badge);
    case TrustRole::BadgeText:
        return stateOf(certificate, m_clock()).text;
    case TrustRole::Sha256:
        return QString::fromLatin1(certificate.sha256);
    case TrustRole::Der:
        return certificate.der;
    }
    return {};
}

QVariant UserTrustStoreModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? rootHeader(Column(section)) : QVariant();
}

} // namespace stationer
