#include "session/trustedits.h"

#include "trust/alias.h"

#include <QUndoCommand>

#include <memory>

namespace stationer {

namespace {

class TrustEdit : public QUndoCommand {
public:
    TrustEdit(const QString& name, std::function<void()> redo, std::function<void()> undo)
        : QUndoCommand(name), m_redo(std::move(redo)), m_undo(std::move(undo))
    {
    }
    void redo() override { m_redo(); }
    void undo() override { m_undo(); }

private:
    std::function<void()> m_redo, m_undo;
};

QString shownName(const UserRoot& root)
{
    const QString name = fileSafeAlias(root.alias.isEmpty() ? root.certificate.commonName : root.alias);
    return name.isEmpty() ? TrustEdits::tr("root CA") : name;
}

} // namespace

TrustEdits::TrustEdits(AllowedHosts& hosts, UserTrustStore& roots, UserKeyStore& keys, QObject* parent)
    : QObject(parent), m_hosts(hosts), m_roots(roots), m_keys(keys)
{
    connect(&m_roots, &UserTrustStore::written, this, &TrustEdits::report<TrustFileFault>);
}

void TrustEdits::push(const QString& name, std::function<void()> redo, std::function<void()> undo)
{
    m_stack.push(new TrustEdit(name, std::move(redo), std::move(undo)));
}

void TrustEdits::put(const AllowedHost& row)
{
    switch (row.approval) {
    case Approval::Unanswered:
        return report(m_hosts.noteUnanswered(row));
    case Approval::Approved:
        return report(m_hosts.approve(row));
    case Approval::Rejected:
        return report(m_hosts.reject(row));
    }
}

void TrustEdits::answer(const QList<AllowedHost>& rows, const QString& name)
{
    if (rows.isEmpty())
        return;
    QList<AllowedHost> before;
    QList<Endpoint> fresh;
    for (const AllowedHost& row : rows) {
        if (const std::optional<AllowedHost> present = m_hosts.find(row.host))
            before += *present;
        else
            fresh += row.host;
    }
    push(
        name,
        [this, rows] {
            for (const AllowedHost& row : rows)
                put(row);
        },
        [this, before, fresh] {
            if (!before.isEmpty())
                report(m_hosts.put(before));
            if (!fresh.isEmpty())
                report(m_hosts.forget(fresh).fault);
        });
}

bool TrustEdits::canApprove(const AllowedHost& row)
{
    const bool hasRunOut = row.scope == Scope::UntilDate && row.expires < QDateTime::currentDateTimeUtc();
    return row.approval != Approval::Approved || hasRunOut;
}

bool TrustEdits::canUnapprove(const AllowedHost& row)
{
    return row.approval != Approval::Rejected;
}

void TrustEdits::approve(const QList<Endpoint>& hosts)
{
    QList<AllowedHost> rows;
    for (const Endpoint& host : hosts) {
        std::optional<AllowedHost> row = m_hosts.find(host);
        if (!row || !canApprove(*row))
            continue;
        row->approval = Approval::Approved;
        row->scope = Scope::UntilDeleted;
        row->expires = {};
        rows += *row;
    }
    if (!rows.isEmpty())
        answer(rows, rows.size() == 1 ? tr("Approve %1").arg(rows.first().host.toString())
                                      : tr("Approve %n hosts", nullptr, int(rows.size())));
}

void TrustEdits::unapprove(const QList<Endpoint>& hosts)
{
    QList<AllowedHost> rows;
    for (const Endpoint& host : hosts) {
        std::optional<AllowedHost> row = m_hosts.find(host);
        if (!row || !canUnapprove(*row))
            continue;
        row->approval = Approval::Rejected;
        rows += *row;
    }
    if (!rows.isEmpty())
        answer(rows, rows.size() == 1 ? tr("Unapprove %1").arg(rows.first().host.toString())
                                      : tr("Unapprove %n hosts", nullptr, int(rows.size())));
}

void TrustEdits::setNote(const Endpoint& host, const QString& note)
{
    const std::optional<AllowedHost> row = m_hosts.find(host);
    if (!row || row->note == note)
        return;
    push(
        tr("Edit the note of %1").arg(host.toString()), [this, host, note] { report(m_hosts.setNote(host, note)); },
        [this, host, before = row->note] { report(m_hosts.setNote(host, before)); });
}

void TrustEdits::forget(const QList<Endpoint>& hosts)
{
    if (!hosts.isEmpty())
        forgetAs(hosts.size() == 1 ? tr("Delete %1 from Allowed Hosts").arg(hosts.first().toString())
                                   : tr("Delete %n hosts from Allowed Hosts", nullptr, int(hosts.size())),
                 hosts);
}

void TrustEdits::removeUnneeded(const QList<Endpoint>& hosts)
{
    if (!hosts.isEmpty())
        forgetAs(hosts.size() == 1 ? tr("Remove the exemption of %1").arg(hosts.first().toString())
                                   : tr("Remove %n exemptions no longer needed", nullptr, int(hosts.size())),
                 hosts);
}

void TrustEdits::forgetAs(const QString& name, const QList<Endpoint>& hosts)
{
    auto removed = std::make_shared<QList<AllowedHost>>();
    push(
        name,
        [this, hosts, removed] {
            const RemovedHosts gone = m_hosts.forget(hosts);
            *removed = gone.rows;
            report(gone.fault);
            emit forgotten(gone.rows);
        },
        [this, removed] { report(m_hosts.put(*removed)); });
}

void TrustEdits::import(const QList<UserRoot>& roots)
{
    if (roots.isEmpty())
        return;
    push(
        roots.size() == 1 ? tr("Import root CA %1").arg(shownName(roots.first()))
                          : tr("Import %n root CAs", nullptr, int(roots.size())),
        [this, roots] { m_roots.importInBackground(roots); }, [this, roots] { take(roots); });
}

void TrustEdits::removeRoots(const QStringList& aliases)
{
    QList<UserRoot> roots;
    for (const QString& alias : aliases)
        if (const UserRoot* root = m_roots.find(alias))
            roots += *root;
    if (roots.isEmpty())
        return;
    push(
        roots.size() == 1 ? tr("Delete root CA %1").arg(roots.first().alias)
                          : tr("Delete %n root CAs", nullptr, int(roots.size())),
        [this, roots] { take(roots); }, [this, roots] { m_roots.importInBackground(roots); });
}

/// Whatever they are called by now.
void TrustEdits::take(const QList<UserRoot>& roots)
{
    QStringList aliases;
    for (const UserRoot& root : roots)
        if (const UserRoot* present = m_roots.find(root.certificate))
            aliases += present->alias;
    report(m_roots.remove(aliases));
}

void TrustEdits::removeKeys(const QStringList& aliases, QList<RemovedKey>& removed)
{
    removed.clear();
    for (const QString& alias : aliases) {
        const auto gone = m_keys.remove(alias);
        if (gone)
            removed += gone.value();
        else
            report(std::optional(gone.error()));
    }
}

void TrustEdits::restoreKeys(const QList<RemovedKey>& removed)
{
    for (const RemovedKey& key : removed)
        report(m_keys.restore(key));
}

void TrustEdits::addedKey(const QString& alias, const QString& name)
{
    auto removed = std::make_shared<QList<RemovedKey>>();
    push(
        name, [this, removed] { restoreKeys(*removed); }, [this, alias, removed] { removeKeys({alias}, *removed); });
}

std::optional<KeyFault> TrustEdits::takeAnswer(const QString& alias, const QByteArray& bytes)
{
    const Result<QByteArray, KeyFault> before = m_keys.identityPem(alias);
    if (!before)
        return before.error();
    if (const std::optional<KeyFault> fault = m_keys.takeAnswer(alias, bytes))
        return fault;
    const Result<QByteArray, KeyFault> after = m_keys.identityPem(alias);
    if (!after)
        return after.error();
    push(
        tr("Take the CA's answer for %1").arg(alias), [this, alias, pem = after.value()] { exchange(alias, pem); },
        [this, alias, pem = before.value()] { exchange(alias, pem); });
    return std::nullopt;
}

/// The key as it was then; where that cannot be written, what was there stays.
void TrustEdits::exchange(const QString& alias, const QByteArray& pem)
{
    const Result<QByteArray, KeyFault> present = m_keys.identityPem(alias);
    if (present && present.value() == pem)
        return;
    const Result<RemovedKey, KeyFault> gone = m_keys.remove(alias);
    if (!gone)
        return report(std::optional(gone.error()));
    if (const std::optional<KeyFault> fault = m_keys.restore({alias, pem})) {
        m_keys.restore(gone.value());
        report(fault);
    }
}

void TrustEdits::removeKeys(const QStringList& aliases)
{
    if (aliases.isEmpty())
        return;
    auto removed = std::make_shared<QList<RemovedKey>>();
    push(
        aliases.size() == 1 ? tr("Delete key %1").arg(aliases.first()) : tr("Delete %n keys", nullptr, int(aliases.size())),
        [this, aliases, removed] { removeKeys(aliases, *removed); }, [this, removed] { restoreKeys(*removed); });
}

} // namespace stationer
