// Two ways to lose rows of Allowed Hosts: a damaged file that cannot be set aside, and one that is written twice within what
// the clock tells apart.

#include "support/stationertest.h"
#include "trust/allowedhosts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;

namespace {

constexpr auto fileName = "allowed-hosts.json"_L1;

AllowedHost row(const QString& host)
{
    AllowedHost one;
    one.host = {host, 465};
    one.sha256 = QByteArray(64, 'a');
    one.publicKeySha256 = QByteArray(64, 'b');
    one.created = QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC);
    one.chain = {QByteArray("\x30\x00", 2)}; // as much of a certificate as a row needs
    return one;
}

/// A folder that has room for the file in its path, and for the drafts of it, but not for the longer name it is set aside
/// under.
QString folderOfLongPath(const QString& under)
{
    constexpr qsizetype longestPath = 4095; // PATH_MAX without its end
    const qsizetype draft = qstrlen("/.XXXXXX.unfinished") + fileName.size();
    QString path = under;
    while (path.size() + 1 < longestPath - draft)
        path += u'/' + QString(qMin<qsizetype>(200, longestPath - draft - path.size() - 1), u'd');
    return path;
}

QByteArray bytesOf(const QString& folder)
{
    QFile file(folder + u'/' + fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString& folder, const QByteArray& bytes, const QDateTime& changed)
{
    QFile file(folder + u'/' + fileName);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() &&
           file.setFileTime(changed, QFileDevice::FileModificationTime);
}

/// What Stationer writes for one row.
QByteArray textOf(const AllowedHost& one)
{
    const QTemporaryDir folder;
    AllowedHosts hosts;
    if (hosts.open(folder.path()) || hosts.approve(one))
        return {};
    return bytesOf(folder.path());
}

} // namespace

class AllowedHostsGuardsTest : public QObject {
    Q_OBJECT
private slots:
    void aDamagedFileThatCannotBeSetAsideIsNotOverwritten()
    {
        const QTemporaryDir base;
        const QString folder = folderOfLongPath(base.path());
        QVERIFY(QDir().mkpath(folder));
        const QByteArray damaged = "{ \"hosts\": [ cut sho";
        QVERIFY(write(folder, damaged, QDateTime::currentDateTime()));
        AllowedHosts hosts;
        const auto opened = hosts.open(folder);
        QVERIFY(opened);
        QCOMPARE(opened->kind, TrustFileFault::Kind::Damaged);
        QVERIFY(opened->setAsideAs.isEmpty());

        const auto approved = hosts.approve(row(u"mail.example"_s));
        QVERIFY(approved);
        QCOMPARE(approved->kind, TrustFileFault::Kind::Damaged);
        QVERIFY(approved->setAsideAs.isEmpty());
        QCOMPARE(bytesOf(folder), damaged);
        QVERIFY(hosts.find({u"mail.example"_s, 465})); // for this session

        // It was the name it is set aside under alone that stood in the way.
        QVERIFY(QFile::remove(folder + u'/' + fileName));
        QVERIFY(!hosts.approve(row(u"other.example"_s)));
        QVERIFY(bytesOf(folder).contains("other.example"));
    }

    void aFileThatMayChangeWithoutItsTimeShowingItIsReadAgain()
    {
        const QByteArray first = textOf(row(u"one.example"_s));
        const QByteArray second = textOf(row(u"two.example"_s));
        QVERIFY(first != second);
        QCOMPARE(first.size(), second.size());

        const QTemporaryDir folder;
        // As if the clock did not go on, however long this takes.
        const QDateTime now = QDateTime::currentDateTime().addSecs(3600);
        QVERIFY(write(folder.path(), first, now));
        AllowedHosts hosts;
        QVERIFY(!hosts.open(folder.path()));
        QVERIFY(hosts.find({u"one.example"_s, 465}));
        QVERIFY(write(folder.path(), second, now));
        QVERIFY(!hosts.reload());
        QVERIFY(hosts.find({u"two.example"_s, 465}));

        // One of long ago is known by its size and time, and not read again.
        const QDateTime longAgo = now.addDays(-1);
        QVERIFY(write(folder.path(), first, longAgo));
        QVERIFY(!hosts.reload());
        QVERIFY(hosts.find({u"one.example"_s, 465}));
        QVERIFY(write(folder.path(), second, longAgo));
        QVERIFY(!hosts.reload());
        QVERIFY(hosts.find({u"one.example"_s, 465}));
    }
};

STATIONER_TEST(AllowedHostsGuardsTest)
#include "allowedhostsguards_test.moc"
