#include "handover/handoverfacts.h"

#include "handover/handoverwords.h"
#include "trust/hostname.h"

#include <QCryptographicHash>

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

using Account = HandoverFacts::Account;

/// The latest test of the account, made with the server that it has now, of which `isIt` holds.
template <class Condition>
const TestNote* latestThat(const Account& account, Condition isIt)
{
    if (!account.settings)
        return nullptr;
    const TestedValues now = TestedValues::of(*account.settings);
    const auto found = std::find_if(account.tests.crbegin(), account.tests.crend(),
                                    [&](const TestNote& note) { return note.values.isSameServer(now) && isIt(note); });
    return found == account.tests.crend() ? nullptr : &*found;
}

const TestNote* latestJudged(const Account& account)
{
    return latestThat(account, [](const TestNote& note) { return note.verdict.has_value(); });
}

const TestNote* latestReached(const Account& account)
{
    return latestThat(account, [](const TestNote& note) { return note.reach.has_value(); });
}

/// The latest test that tried the password of the user who signs in now.
const TestNote* latestSignIn(const Account& account)
{
    return latestThat(account, [&account](const TestNote& note) {
        return note.isPasswordProven && note.values.user == account.settings->account.value_or(QString());
    });
}

class Items {
public:
    explicit Items(const HandoverFacts& facts) : m_facts(facts) {}

    QList<HandoverItem> all()
    {
        addFile();
        addPasswords();
        addRoots();
        addApprovals();
        addDeletions();
        addPaths();
        addRetests();
        return std::move(m_items);
    }

private:
    static HandoverItem about(HandoverKind kind, const Account& account)
    {
        HandoverItem item;
        item.kind = kind;
        item.path = account.path;
        item.accounts = {account.path};
        if (account.settings)
            item.host = account.settings->server;
        return item;
    }

    static HandoverItem about(HandoverKind kind, const Endpoint& host, const QByteArray& sha256)
    {
        HandoverItem item;
        item.kind = kind;
        item.host = host;
        item.sha256 = sha256;
        return item;
    }

    /// What is behind the item makes its fact, so that a tick is of no use for anything else.
    void add(HandoverItem item, const QString& text, const QStringList& behind = {})
    {
        QStringList fact{QString(nameOf(item.kind)), item.path, item.host ? item.host->toString() : QString(),
                         QString::fromLatin1(item.sha256)};
        for (const ChangedSlot& change : std::as_const(item.changes))
            fact << change.path << change.slot << change.after.value_or(QString())
                 << QString::number(change.after.has_value());
        fact += behind;
        item.fact = QCryptographicHash::hash(fact.join(QChar(QChar::Null)).toUtf8(), QCryptographicHash::Sha256).toHex();
        item.text = text;
        item.isDone = std::ranges::any_of(
            m_facts.ticks, [&item](const HandoverTick& tick) { return tick.kind == item.kind && tick.fact == item.fact; });
        m_items += item;
    }

    QStringList accountsAt(const Endpoint& host) const
    {
        QStringList paths;
        for (const Account& account : m_facts.accounts)
            if (account.settings && account.settings->server.port == host.port &&
                normalisedHost(account.settings->server.host) == normalisedHost(host.host))
                paths += account.path;
        return paths;
    }

    void addFile()
    {
        if (!m_facts.change.isOurs)
            return;
        HandoverItem item;
        item.kind = HandoverKind::PutFile;
        item.path = u"/"_s;
        item.file = m_facts.file;
        item.changes = m_facts.change.changes;
        add(item, wordsForFile(m_facts));
    }

    void addPasswords()
    {
        for (const Account& account : m_facts.accounts)
            if (const TestNote* const test = latestSignIn(account); test && *test->isPasswordProven)
                add(about(HandoverKind::TypePassword, account), wordsForPassword(account.path, *test), {test->values.user});
    }

    void addRoots()
    {
        QList<QByteArray> met;
        for (const Account& account : m_facts.accounts) {
            const auto voucher = voucherOf(account);
            const auto root = voucher ? m_facts.roots.constFind(voucher->sha256) : m_facts.roots.cend();
            if (root == m_facts.roots.cend() || !isLacking(*voucher, *root))
                continue;
            if (const qsizetype known = met.indexOf(root->sha256); known >= 0) {
                m_items[m_items.size() - met.size() + known].accounts += account.path;
                continue;
            }
            met += root->sha256;
            HandoverItem item = about(HandoverKind::ImportRoot, account);
            item.sha256 = root->sha256;
            item.file = root->file;
            add(item, wordsForRoot(*root, *latestJudged(account)));
        }
    }

    /// Any certificate of the path in its stores is enough for a station.
    bool isLacking(const TestNote::Voucher& voucher, const KnownRoot& root) const
    {
        if (!m_facts.trusted)
            return root.isUsers;
        return std::ranges::none_of(voucher.path, [this](const QByteArray& one) { return m_facts.trusted->contains(one); });
    }

    void addApprovals()
    {
        for (const AllowedHost& row : m_facts.approved) {
            HandoverItem item = about(HandoverKind::ApproveHost, row.host, row.sha256);
            item.accounts = accountsAt(row.host);
            add(item, wordsForApproval(row));
        }
    }

    void addDeletions()
    {
        for (const PrunedHost& row : m_facts.unneeded) {
            HandoverItem item = about(HandoverKind::DeleteExemption, row.host, row.sha256);
            item.accounts = accountsAt(row.host);
            add(item, wordsForDeletion(row));
        }
    }

    void addPaths()
    {
        QList<Endpoint> met;
        for (const Account& account : m_facts.accounts) {
            const TestNote* const test = latestReached(account);
            if (!test || test->reach->way == TestNote::Reach::Way::AsTheStation)
                continue;
            if (const qsizetype known = met.indexOf(test->values.server); known >= 0) {
                m_items[m_items.size() - met.size() + known].accounts += account.path;
                continue;
            }
            met += test->values.server;
            add(about(HandoverKind::OpenPath, account), wordsForPath(*test), {test->reach->at, test->reach->first});
        }
    }

    void addRetests()
    {
        for (const Account& account : m_facts.accounts) {
            QStringList behind;
            if (account.settings) {
                const TestedValues now = TestedValues::of(*account.settings);
                behind = {QString(nameOf(now.protocol)), QString(nameOf(now.security)), now.user,
                          QString::fromLatin1(now.others)};
            }
            add(about(HandoverKind::Retest, account), wordsForRetest(account.path), behind);
        }
    }

    const HandoverFacts& m_facts;
    QList<HandoverItem> m_items;
};

} // namespace

std::optional<TestNote::Voucher> voucherOf(const HandoverFacts::Account& account)
{
    const TestNote* const test = latestJudged(account);
    return test ? test->voucher : std::nullopt;
}

QList<HandoverItem> handoverItems(const HandoverFacts& facts)
{
    return Items(facts).all();
}

} // namespace stationer
