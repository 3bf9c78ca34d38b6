#include "items/allowedhostsmodel.h"

#include "connection/report.h"
#include "connection/showntext.h"
#include "items/roles.h"
#include "trust/trusttext.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace stationer {

namespace {

QString reasonsOf(const AllowedHost& host)
{
    QStringList reasons;
    for (const TrustError error : host.errors)
        reasons += labelOf(error);
    return reasons.join(QLatin1StringView(", "));
}

TrustState answerOf(const AllowedHost& host, const QDateTime& now)
{
    switch (host.approval) {
    case Approval::Unanswered:
        return {Badge::Warning, QCoreApplication::translate("trust", "unanswered")};
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

} // namespace

const std::optional<CertificateSketch>& ListedHost::leaf() const
{
    if (!isRead && !host.chain.isEmpty())
        read = certificateSketch(host.chain.first());
    isRead = true;
    return read;
}

QByteArray ListedHost::shownSince() const
{
    if (host.verifiedChain.isEmpty() || host.sha256.isEmpty())
        return {};
    const QByteArray now = QCryptographicHash::hash(host.verifiedChain.first(), QCryptographicHash::Sha256).toHex();
    return now == host.sha256 ? QByteArray() : now;
}

AllowedHostsModel::AllowedHostsModel(AllowedHosts& hosts, QObject* parent, Clock clock)
    : TrustTableModel(ColumnCount, std::move(clock), parent)
{
    const auto followList = [this, &hosts] {
        QList<ListedHost> wanted;
        wanted.reserve(hosts.rows().size());
        for (const AllowedHost& host : hosts.rows())
            wanted += ListedHost{host};
        follow(wanted);
    };
    connect(&hosts, &AllowedHosts::changed, this, followList);
    followList();
}

const AllowedHost* AllowedHostsModel::hostAt(int row) const
{
    const ListedHost* listed = rowAt(row);
    return listed ? &listed->host : nullptr;
}

void AllowedHostsModel::setUsers(const QList<HostUser>& users)
{
    if (m_users == users)
        return;
    m_users = users;
    m_accounts.clear();
    for (const HostUser& user : users)
        m_accounts[{user.server.host, user.server.port}] += user.account;
    refresh();
}

void AllowedHostsModel::setUnneeded(const QList<Endpoint>& hosts)
{
    QSet<Key> unneeded;
    for (const Endpoint& host : hosts)
        unneeded.insert({host.host, host.port});
    if (m_unneeded == unneeded)
        return;
    m_unneeded = std::move(unneeded);
    refresh();
}

Qt::ItemFlags AllowedHostsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = TrustTableModel::flags(index);
    return index.column() == NoteColumn ? flags | Qt::ItemIsEditable : flags;
}

QVariant AllowedHostsModel::data(const QModelIndex& index, int role) const
{
    if (role == Qt::EditRole && index.column() == NoteColumn && hostAt(index.row()))
        return hostAt(index.row())->note;
    if (role == int(TrustRole::BadgeText))
        if (const QString change = changeOf(index.row()); !change.isEmpty())
            return QString(TrustTableModel::data(index, role).toString() + QLatin1Char('\n') + change);
    return TrustTableModel::data(index, role);
}

QString AllowedHostsModel::changeOf(int row) const
{
    const ListedHost* listed = rowAt(row);
    const QByteArray since = listed && !isUnneeded(listed->host.host) ? listed->shownSince() : QByteArray();
    if (since.isEmpty())
        return {};
    //: Two fingerprints: %1 of the certificate that the row is about, %2 of the one that the server showed afterwards
    return QCoreApplication::translate("trust", "Answered: SHA-256 %1\nShown since: SHA-256 %2")
        .arg(groupedFingerprint(listed->host.sha256), groupedFingerprint(since));
}

bool AllowedHostsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const AllowedHost* host = hostAt(index.row());
    if (role != Qt::EditRole || index.column() != NoteColumn || !host || host->note == value.toString())
        return false;
    emit noteTyped(Endpoint(host->host), value.toString());
    return true;
}

TrustCell AllowedHostsModel::cellOf(const ListedHost& row, int column) const
{
    const AllowedHost& host = row.host;
    switch (Column(column)) {
    case HostColumn:
        return {host.host.host};
    case PortColumn:
        return {int(host.host.port)};
    case ApprovalColumn:
        return {stateOf(row).text};
    case SubjectColumn:
        return {row.leaf() ? row.leaf()->subject : QString()};
    case IssuedByColumn:
        return {row.leaf() ? row.leaf()->issuerName : QString()};
    case CreatedColumn:
        return {host.created};
    case LastUsedColumn:
        return {host.lastUsed};
    case ExpiresColumn:
        return {host.scope == Scope::UntilDate ? host.expires : QDateTime()};
    case UsedByColumn:
        return {usersOf(host.host).join(QLatin1StringView(", "))};
    case NoteColumn:
        return {shownText(host.note.toUtf8(), AllowedHosts::LongestNote)};
    case NotBeforeColumn:
        return {row.leaf() ? row.leaf()->notBefore : QDateTime()};
    case NotAfterColumn:
        return {row.leaf() ? row.leaf()->notAfter : QDateTime()};
    case ReasonsColumn:
        return {reasonsOf(host)};
    case ColumnCount:
        break;
    }
    return {};
}

TrustState AllowedHostsModel::stateOf(const ListedHost& row) const
{
    const TrustState answer = answerOf(row.host, now());
    if (isUnneeded(row.host.host))
        //: %1 how the row was answered: «approved, temporary»
        return {Badge::Warning, QCoreApplication::translate("trust", "no longer needed (%1)").arg(answer.text)};
    if (!row.shownSince().isEmpty())
        //: The server shows another certificate than the one that was answered; %1 how: «approved, temporary»
        return {answer.badge == Badge::Failed ? Badge::Failed : Badge::Warning,
                QCoreApplication::translate("trust", "changed (%1)").arg(answer.text)};
    if (answer.badge != Badge::Passed || !row.leaf())
        return answer;
    const TrustState validity = validityOf(*row.leaf(), now());
    if (validity.badge == Badge::Passed)
        return answer;
    // One whose expiry was accepted with it holds all the same.
    const bool isAccepted = validity.badge == Badge::Failed && row.host.errors.contains(TrustError::Expired);
    //: %1 how a row was answered, «approved, temporary»; %2 how its certificate stands, «expired», «ends in 5 days»
    return {isAccepted ? Badge::Warning : validity.badge,
            QCoreApplication::translate("trust", "%1; certificate %2").arg(answer.text, validity.text)};
}

const CertificateSketch* AllowedHostsModel::certificateOf(const ListedHost& row) const
{
    return row.leaf() ? &*row.leaf() : nullptr;
}

QString AllowedHostsModel::headerOf(int column) const
{
    switch (Column(column)) {
    case HostColumn:
        return QCoreApplication::translate("trust", "Host");
    case PortColumn:
        return QCoreApplication::translate("trust", "Port");
    case ApprovalColumn:
        return QCoreApplication::translate("trust", "Approval");
    case SubjectColumn:
        return QCoreApplication::translate("trust", "Subject");
    case IssuedByColumn:
        return QCoreApplication::translate("trust", "Issued By");
    case CreatedColumn:
        return QCoreApplication::translate("trust", "Created");
    case LastUsedColumn:
        return QCoreApplication::translate("trust", "Last Used");
    case ExpiresColumn:
        return QCoreApplication::translate("trust", "Expires");
    case UsedByColumn:
        return QCoreApplication::translate("trust", "Used By");
    case NoteColumn:
        return QCoreApplication::translate("trust", "Note");
    case NotBeforeColumn:
        return QCoreApplication::translate("trust", "Not Before");
    case NotAfterColumn:
        return QCoreApplication::translate("trust", "Not After");
    case ReasonsColumn:
        return QCoreApplication::translate("trust", "Reasons");
    case ColumnCount:
        break;
    }
    return {};
}

QString AllowedHostsModel::searchedOf(const ListedHost& row) const
{
    QStringList texts{row.host.host.toString(), stateOf(row).text, row.host.note, reasonsOf(row.host),
                      QString::fromLatin1(row.host.sha256)};
    texts += usersOf(row.host.host);
    if (row.leaf())
        texts += {row.leaf()->subject, row.leaf()->issuer};
    return texts.join(QLatin1Char('\n'));
}

} // namespace stationer
