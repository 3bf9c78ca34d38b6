#include "items/trustmodels.h"
#include "support/certificates.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace stationer;
using namespace Qt::StringLiterals;

namespace {

constexpr auto failure = QAbstractItemModelTester::FailureReportingMode::QtTest;

AllowedHost rowFor(const QString& host, quint16 port, const testing::TestCertificate& certificate)
{
    AllowedHost row;
    row.host = {host, port};
    row.approval = Approval::Approved;
    row.sha256 = certificate.sha256();
    row.errors = {TrustError::UnknownRoot, TrustError::HostMismatch};
    row.created = QDateTime::currentDateTimeUtc();
    row.chain = {certificate.der()};
    return row;
}

Badge badgeOf(const QAbstractItemModel& model, int row)
{
    return Badge(model.index(row, 0).data(int(TrustRole::Badge)).toInt());
}

} // namespace

class TrustModelsTest : public QObject {
    Q_OBJECT
private slots:
    void followsAllowedHosts();
    void showsWhatARowKnows();
    void actsOnTheList();
    void marksByAnswerAndDate();
    void followsTheUserTrustStore();
    void marksByValidity();

private:
    testing::TestCa m_ca{u"Acme Root"_s};
    testing::TestCertificate m_leaf = m_ca.issueFor(u"mail.example"_s);
};

void TrustModelsTest::followsAllowedHosts()
{
    AllowedHosts hosts;
    QVERIFY(!hosts.open({}));
    AllowedHostsModel model(hosts);
    QAbstractItemModelTester tester(&model, failure);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    QVERIFY(!hosts.approve(rowFor(u"mail.example"_s, 465, m_leaf)));
    QVERIFY(!hosts.approve(rowFor(u"mail.example"_s, 993, m_leaf)));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(inserted.size(), 2);
    const QPersistentModelIndex second = model.index(1, 0);
    QVERIFY(!hosts.noteUse(model.hostAt(0)->host, QDateTime::currentDateTimeUtc()));
    QVERIFY(!changed.isEmpty());
    QVERIFY(!hosts.forget(Endpoint(model.hostAt(0)->host)));
    QCOMPARE(removed.size(), 1);
    QVERIFY(second.isValid());
    QCOMPARE(second.row(), 0);
    QCOMPARE(reset.size(), 0);
    QVERIFY(!model.hostAt(1));
    QVERIFY(!model.hostAt(-1));
}

void TrustModelsTest::showsWhatARowKnows()
{
    AllowedHosts hosts;
    QVERIFY(!hosts.open({}));
    QVERIFY(!hosts.approve(rowFor(u"mail.example"_s, 465, m_leaf)));
    const AllowedHostsModel model(hosts);
    const auto shown = [&](AllowedHostsModel::Column column) { return model.index(0, column).data().toString(); };
    QCOMPARE(shown(AllowedHostsModel::HostColumn), u"mail.example"_s);
    QCOMPARE(shown(AllowedHostsModel::PortColumn), u"465"_s);
    QVERIFY(shown(AllowedHostsModel::ApprovalColumn).startsWith(u"approved"));
    QCOMPARE(shown(AllowedHostsModel::IssuedByColumn), u"Acme Root"_s);
    QCOMPARE(shown(AllowedHostsModel::ReasonsColumn), u"unknown root, for another name"_s);
    QCOMPARE(shown(AllowedHostsModel::LastUsedColumn), QString());
    QVERIFY(!shown(AllowedHostsModel::CreatedColumn).isEmpty());
    QCOMPARE(model.index(0, AllowedHostsModel::PortColumn).data(int(TrustRole::Sort)), QVariant(465));
    QCOMPARE(model.index(0, 0).data(int(TrustRole::Sha256)).toString(), QString::fromLatin1(m_leaf.sha256()));
    QCOMPARE(model.index(0, 0).data(int(TrustRole::Der)).toByteArray(), m_leaf.der());
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

void TrustModelsTest::actsOnTheList()
{
    AllowedHosts hosts;
    QVERIFY(!hosts.open({}));
    QVERIFY(!hosts.approve(rowFor(u"mail.example"_s, 465, m_leaf)));
    AllowedHostsModel model(hosts);
    QAbstractItemModelTester tester(&model, failure);
    QVERIFY(!model.unapprove(0));
    QCOMPARE(hosts.rows()[0].approval, Approval::Rejected);
    QCOMPARE(badgeOf(model, 0), Badge::Failed);
    QVERIFY(!model.approve(0));
    QCOMPARE(hosts.rows()[0].approval, Approval::Approved);
    QCOMPARE(hosts.rows()[0].errors.size(), 2);
    QVERIFY(!model.forget(0));
    QVERIFY(hosts.rows().isEmpty());
    QVERIFY(!model.forget(0));
}

void TrustModelsTest::marksByAnswerAndDate()
{
    QDateTime now = QDateTime::currentDateTimeUtc();
    AllowedHosts hosts;
    QVERIFY(!hosts.open({}));
    const AllowedHostsModel model(hosts, nullptr, [&now] { return now; });
    AllowedHost row = rowFor(u"mail.example"_s, 465, m_leaf);
    row.approval = Approval::Unanswered;
    QVERIFY(!hosts.noteUnanswered(row));
    QCOMPARE(badgeOf(model, 0), Badge::Challenged);
    row.approval = Approval::Approved;
    row.scope = Scope::UntilDate;
    row.expires = now.addDays(7);
    QVERIFY(!hosts.approve(row));
    QCOMPARE(badgeOf(model, 0), Badge::Passed);
    now = now.addDays(8);
    QCOMPARE(badgeOf(model, 0), Badge::Failed);
}

void TrustModelsTest::followsTheUserTrustStore()
{
    UserTrustStore store;
    QVERIFY(!store.open({}));
    UserTrustStoreModel model(store);
    QAbstractItemModelTester tester(&model, failure);
    QVERIFY(!store.import(*certificateFacts(m_ca.der()), u"acme"_s));
    QCOMPARE(model.rowCount(), 1);
    const auto shown = [&](UserTrustStoreModel::Column column) { return model.index(0, column).data().toString(); };
    QCOMPARE(shown(UserTrustStoreModel::AliasColumn), u"acme"_s);
    QVERIFY(shown(UserTrustStoreModel::SubjectColumn).contains(u"Acme Root"));
    QVERIFY(shown(UserTrustStoreModel::KeyColumn).contains(u"256"));
    QVERIFY(!shown(UserTrustStoreModel::NotAfterColumn).isEmpty());
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
    QVERIFY(model.rootAt(0));
    QVERIFY(!model.remove(0));
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(store.roots().isEmpty());
}

void TrustModelsTest::marksByValidity()
{
    UserTrustStore store;
    QVERIFY(!store.open({}));
    QVERIFY(!store.import(*certificateFacts(m_ca.der()), u"acme"_s));
    QDateTime now = QDateTime::currentDateTimeUtc();
    const UserTrustStoreModel model(store, nullptr, [&now] { return now; });
    QCOMPARE(badgeOf(model, 0), Badge::Passed);
    const QDateTime end = store.roots()[0].certificate.notAfter;
    now = end.addDays(-20);
    QCOMPARE(badgeOf(model, 0), Badge::Warning);
    now = end.addDays(1);
    QCOMPARE(badgeOf(model, 0), Badge::Failed);
    now = end.addYears(-100);
    QCOMPARE(badgeOf(model, 0), Badge::Failed);
}

QTEST_GUILESS_MAIN(TrustModelsTest)
#include "trustmodels_test.moc"
