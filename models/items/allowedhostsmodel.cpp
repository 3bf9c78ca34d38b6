#include "items/allowedhostsmodel.h"

#include "items/rowfollower.h"
#include "trust/certificatefacts.h"
#include "trust/trusttext.h"

#include <QCoreApplication>
#include <QStringList>

namespace stationer {

namespace {

QString reasonsOf(const AllowedHost& host)
{
    QStringList reasons;
    for (const TrustError error : host.errors)
        reasons += labelOf(error);
    return reasons.join(QLatin1StringView(", "));
}

TrustState stateOf(const AllowedHost& host, const QDateTime& now)
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

} // namespace

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
    const auto cell = [&]() -> TrustCell {
        switch (Column(index.column())) {
        case HostColumn:
            return TrustCell::text(host.host.host);
        case PortColumn:
            return {QString::number(host.host.port), int(host.host.port)};
        case ApprovalColumn:
            return TrustCell::text(stateOf(host, m_clock()).text);
        case SubjectColumn:
            return TrustCell::text(leaf ? leaf->subject : QString());
        case IssuedByColumn:
            return TrustCell::text(leaf ? leaf->issuerName : QString());
        case CreatedColumn:
            return TrustCell::date(host.created);
        case LastUsedColumn:
            return TrustCell::date(host.lastUsed);
        case ExpiresColumn:
            return TrustCell::date(host.expires);
        case ReasonsColumn:
            return TrustCell::text(reasonsOf(host));
        case ColumnCount:
            break;
        }
        return {};
    };
    return trustData(role, cell(), stateOf(host, m_clock()), host.sha256,
                     host.chain.isEmpty() ? QByteArray() : host.chain.first());
}

QVariant AllowedHostsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? hostHeader(Column(section)) : QVariant();
}

} // namespace stationer
