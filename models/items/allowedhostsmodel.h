#pragma once

#include "items/trusttablemodel.h"
#include "session/hostusers.h"
#include "trust/allowedhosts.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

#include <optional>
#include <utility>

namespace stationer {

/// A row of Allowed Hosts with what its certificate says, which is read when it is first asked for: of thousands few are
/// shown.
struct ListedHost {
    AllowedHost host;

    const std::optional<CertificateSketch>& leaf() const;
    /// SHA-256 of another certificate that the server has shown since, lower-case hex; empty where it has shown none.
    QByteArray shownSince() const;
    std::pair<QString, quint16> key() const { return {host.host.host, host.host.port}; }
    bool operator==(const ListedHost& other) const { return host == other.host; } // the leaf follows from it

    mutable bool isRead = false;
    mutable std::optional<CertificateSketch> read = {};
};

/// The Allowed Hosts list as a table, one row a host and port. Follows the list. Which accounts use a row and which rows are
/// no longer needed is told to it. A note can be edited; what was typed is only reported.
class AllowedHostsModel : public TrustTableModel<ListedHost> {
    Q_OBJECT
public:
    enum Column {
        HostColumn,
        PortColumn,
        ApprovalColumn,
        SubjectColumn,
        IssuedByColumn,
        CreatedColumn,
        LastUsedColumn,
        ExpiresColumn,
        UsedByColumn,
        NoteColumn,
        NotBeforeColumn,
        NotAfterColumn,
        ReasonsColumn,
        ColumnCount,
    };

    explicit AllowedHostsModel(AllowedHosts& hosts, QObject* parent = nullptr, Clock clock = {});

    const AllowedHost* hostAt(int row) const; ///< nullptr outside
    void setUsers(const QList<HostUser>& users);
    void setUnneeded(const QList<Endpoint>& hosts);
    bool isUnneeded(const Endpoint& host) const { return m_unneeded.contains({host.host, host.port}); }
    /// What to say of a row whose server has shown another certificate since: both fingerprints, a line each. Empty for
    /// others.
    QString changeOf(int row) const;

    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

signals:
    void noteTyped(const stationer::Endpoint& host, const QString& note);

protected:
    TrustCell cellOf(const ListedHost& row, int column) const override;
    TrustState stateOf(const ListedHost& row) const override;
    const CertificateSketch* certificateOf(const ListedHost& row) const override;
    QString headerOf(int column) const override;
    QString searchedOf(const ListedHost& row) const override;

private:
    QStringList usersOf(const Endpoint& host) const { return m_accounts.value({host.host, host.port}); }

    using Key = std::pair<QString, quint16>;
    QList<HostUser> m_users;
    QHash<Key, QStringList> m_accounts; ///< the same, by server
    QSet<Key> m_unneeded;
};

} // namespace stationer
