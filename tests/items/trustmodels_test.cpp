#include "items/roles.h"
#include "items/trustmodels.h"
#include "rows/standing.h"
#include "support/certificates.h"
#include "support/stationertest.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
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
    void showsDatesAsTheDiagnosisDoes();
    void marksByAnswerAndDate();
    void marksWhatHasChangedSince();
    void sortingByHostReadsNoCertificate();
    void undoesWhatIsDoneWithKeys();
    void followsTheUserTrustStore();
    void marksByValidity();
    void tellsUsersAndWhatIsNoLongerNeeded();
    void readsTheSystemsRootsWhenAsked();
    void followsThousandsStepByStep();

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
    QVERIFY(!hosts.noteUses({HostUse{model.hostAt(0)->host, QDateTime::currentDateTimeUtc(), {}}}));
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
    UserTrustStore roots;
    UserKeyStore keys;
    TrustEdits edits(hosts, roots, keys);
    QSignalSpy faulted(&edits, &TrustEdits::faulted);
    const Endpoint host = model.hostAt(0)->host;
    const AllowedHost before = hosts.rows()[0];
    edits.unapprove({host});
    QCOMPARE(hosts.rows()[0].approval, Approval::Rejected);
    QCOMPARE(badgeOf(model, 0), Badge::Failed);
    edits.approve({host});
    QCOMPARE(hosts.rows()[0].approval, Approval::Approved);
    QCOMPARE(hosts.rows()[0].errors.size(), 2);
    QVERIFY(model.setData(model.index(0, AllowedHostsModel::NoteColumn), u"asked Bob"_s) == true);
    edits.setNote(host, u"asked \u202eBob"_s);
    QCOMPARE(model.index(0, AllowedHostsModel::NoteColumn).data().toString(), u"asked <U+202E>Bob"_s);
    edits.forget({host});
    QVERIFY(hosts.rows().isEmpty());
    QCOMPARE(edits.stack()->count(), 4);
    edits.stack()->undo();
    QCOMPARE(hosts.rows().size(), 1);
    QCOMPARE(hosts.rows()[0].note, u"asked \u202eBob"_s);
    while (edits.stack()->canUndo())
        edits.stack()->undo();
    QCOMPARE(hosts.rows(), QList{before});
    while (edits.stack()->canRedo())
        edits.stack()->redo();
    QVERIFY(hosts.rows().isEmpty());
    edits.forget({});
    QCOMPARE(edits.stack()->count(), 4);
    QVERIFY(faulted.isEmpty());
}

// Whatever the language: a certificate of 2050 is not taken for one of 1950, nor March for December.
void TrustModelsTest::showsDatesAsTheDiagnosisDoes()
{
    AllowedHosts hosts;
    QVERIFY(!hosts.open({}));
    AllowedHost row = rowFor(u"mail.example"_s, 465, m_leaf);
    row.created = QDateTime(QDate(2050, 3, 12), QTime(12, 30, 5));
    QVERIFY(!hosts.approve(row));
    const AllowedHostsModel model(hosts);
    const QModelIndex created = model.index(0, AllowedHostsModel::CreatedColumn);
    for (const QLocale::Language language : {QLocale::English, QLocale::German, QLocale::Arabic}) {
        QLocale::setDefault(language);
        QCOMPARE(created.data().toString(), u"2050-03-12"_s);
        QVERIFY(created.data(int(TrustRole::Told)).toString().startsWith(u"2050-03-12 12:30:05"));
    }
    QLocale::setDefault(QLocale::c());
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
    QCOMPARE(badgeOf(model, 0), Badge::Warning);
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"mail.example, unanswered"_s);
    row.approval = Approval::Approved;
    row.scope = Scope::UntilDate;
    row.expires = now.addDays(7);
    QVERIFY(!hosts.approve(row));
    QCOMPARE(badgeOf(model, 0), Badge::Passed);
    now = now.addDays(8);
    QCOMPARE(badgeOf(model, 0), Badge::Failed);
}

void TrustModelsTest::sortingByHostReadsNoCertificate()
{
    AllowedHosts hosts;
    QVERIFY(!hosts.open({}));
    AllowedHostsModel model(hosts);
    QVERIFY(!hosts.approve(rowFor(u"mail.example"_s, 465, m_leaf)));
    QCOMPARE(model.index(0, AllowedHostsModel::HostColumn).data(int(TrustRole::Sort)).toString(), u"mail.example"_s);
    QVERIFY(!model.rowAt(0)->isRead);
    QCOMPARE(model.index(0, 0).data(int(TrustRole::Sha256)).toByteArray(), m_leaf.sha256());
    QVERIFY(model.rowAt(0)->isRead);
}

void TrustModelsTest::marksWhatHasChangedSince()
{
    AllowedHosts hosts;
    QVERIFY(!hosts.open({}));
    AllowedHostsModel model(hosts);
    QVERIFY(!hosts.approve(rowFor(u"mail.example"_s, 465, m_leaf)));
    const Endpoint host = hosts.rows()[0].host;
    const auto approval = [&] { return model.index(0, AllowedHostsModel::ApprovalColumn).data().toString(); };
    QVERIFY(model.changeOf(0).isEmpty());
    // The same certificate with another chain is no change.
    QVERIFY(!hosts.noteUses({HostUse{host, {}, {m_leaf.der(), m_ca.der()}}}));
    QVERIFY(model.changeOf(0).isEmpty());
    const testing::TestCertificate renewed = m_ca.issueFor(u"mail.example"_s);
    QVERIFY(!hosts.noteUses({HostUse{host, {}, {renewed.der()}}}));
    QCOMPARE(badgeOf(model, 0), Badge::Warning);
    QCOMPARE(approval(), u"changed (approved, temporary)"_s);
    QVERIFY(model.changeOf(0).contains(groupedFingerprint(m_leaf.sha256())));
    QVERIFY(model.changeOf(0).contains(groupedFingerprint(renewed.sha256())));
    QVERIFY(model.index(0, 0).data(int(TrustRole::BadgeText)).toString().endsWith(model.changeOf(0)));
    // Where the new one is trusted without the row, that is what there is to say.
    model.setUnneeded({host});
    QVERIFY(model.changeOf(0).isEmpty());
    QVERIFY(approval().startsWith(u"no longer needed"));
    model.setUnneeded({});
    // A rejected one stays rejected; one that is used again is what it was.
    QVERIFY(!hosts.noteUses({HostUse{host, QDateTime::currentDateTimeUtc(), {}}}));
    QVERIFY(model.changeOf(0).isEmpty());
    AllowedHost rejected = rowFor(u"mail.example"_s, 465, m_leaf);
    QVERIFY(!hosts.reject(rejected));
    QVERIFY(!hosts.noteUses({HostUse{host, {}, {renewed.der()}}}));
    QCOMPARE(badgeOf(model, 0), Badge::Failed);
    QCOMPARE(approval(), u"changed (rejected)"_s);
}

void TrustModelsTest::undoesWhatIsDoneWithKeys()
{
    QTemporaryDir folder;
    AllowedHosts hosts;
    UserTrustStore roots;
    UserKeyStore keys;
    QVERIFY(!keys.open(folder.filePath(u"keys"_s)));
    TrustEdits edits(hosts, roots, keys);
    QSignalSpy faulted(&edits, &TrustEdits::faulted);
    NewCertificate wanted;
    wanted.commonName = u"alarms"_s;
    const Secret passphrase = UserKeyStore::randomPassphrase();
    const QString alias = keys.generate(wanted, passphrase).value();
    const QByteArray selfSigned = keys.identityPem(alias).value();
    edits.addedKey(alias, u"Make key alarms"_s);
    QCOMPARE(keys.keys().size(), 1); // it is there once
    QCOMPARE(edits.stack()->undoText(), u"Make key alarms"_s);
    const QByteArray answer = m_ca.answer(keys.request(alias, passphrase).value());
    QVERIFY(!edits.takeAnswer(alias, answer));
    const QByteArray answered = keys.identityPem(alias).value();
    QVERIFY(answered != selfSigned);
    QCOMPARE(keys.find(alias)->certificate.issuerName, u"Acme Root"_s);
    // An answer to somebody else's request is none, and no step.
    QVERIFY(edits.takeAnswer(alias, m_leaf.pem()));
    QCOMPARE(edits.stack()->count(), 2);
    edits.stack()->undo();
    QCOMPARE(keys.identityPem(alias).value(), selfSigned);
    edits.stack()->redo();
    QCOMPARE(keys.identityPem(alias).value(), answered);
    QVERIFY(keys.isPassphrase(alias, passphrase));
    edits.stack()->undo();
    edits.stack()->undo();
    QVERIFY(keys.keys().isEmpty());
    edits.stack()->redo();
    QCOMPARE(keys.identityPem(alias).value(), selfSigned);
    QVERIFY(faulted.isEmpty());
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
    QCOMPARE(shown(UserTrustStoreModel::KeySizeColumn), u"256"_s);
    QCOMPARE(model.index(0, UserTrustStoreModel::KeySizeColumn).data(int(TrustRole::Sort)), QVariant(256));
    QVERIFY(shown(UserTrustStoreModel::KeyAlgorithmColumn).contains(u"EC"));
    QVERIFY(!shown(UserTrustStoreModel::SignatureColumn).isEmpty());
    QCOMPARE(shown(UserTrustStoreModel::ValidColumn), u"valid"_s);
    QVERIFY(!shown(UserTrustStoreModel::NotAfterColumn).isEmpty());
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
    QVERIFY(model.rowAt(0));
    QVERIFY(!model.rowAt(1));
    AllowedHosts hosts;
    UserKeyStore keys;
    TrustEdits edits(hosts, store, keys);
    edits.removeRoots({u"acme"_s});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(store.roots().isEmpty());
    edits.stack()->undo();
    QCOMPARE(shown(UserTrustStoreModel::AliasColumn), u"acme"_s);
    const UserRoot root = store.roots()[0];
    edits.removeRoots({u"acme"_s});
    edits.import({root});
    QCOMPARE(store.roots().size(), 1);
    edits.stack()->undo();
    QVERIFY(store.roots().isEmpty());
    // Many at once are one step and one change; in a folder as in memory.
    QTemporaryDir folder;
    QVERIFY(!store.open(folder.filePath(u"acme.security"_s)));
    QSignalSpy changed(&store, &UserTrustStore::changed);
    const testing::TestCa second(u"Other Root"_s);
    edits.import({root, {u"acme"_s, *certificateSketch(second.der())}, root});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(store.roots().size(), 2);
    QVERIFY(store.find(u"acme"_s) && store.find(u"acme-2"_s));
    edits.removeRoots({u"acme"_s, u"acme-2"_s});
    QCOMPARE(changed.size(), 2);
    QVERIFY(store.roots().isEmpty());
    edits.stack()->undo();
    QCOMPARE(store.roots().size(), 2);
    QVERIFY(store.find(u"acme"_s)->certificate.der == m_ca.der());
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
    const auto told = [&] { return model.index(0, UserTrustStoreModel::ValidColumn).data().toString(); };
    QCOMPARE(told(), u"ends in 20 days"_s);
    now = end.addDays(-14);
    QCOMPARE(told(), u"ends in 14 days: soon"_s);
    now = end.addDays(-7);
    QCOMPARE(told(), u"ends in 7 days: urgent"_s);
    now = end.addDays(-1);
    QCOMPARE(told(), u"ends tomorrow"_s);
    now = end.addDays(1);
    QCOMPARE(badgeOf(model, 0), Badge::Failed);
    now = end.addYears(-100);
    QCOMPARE(badgeOf(model, 0), Badge::Failed);
}

void TrustModelsTest::tellsUsersAndWhatIsNoLongerNeeded()
{
    AllowedHosts hosts;
    QVERIFY(!hosts.open({}));
    QVERIFY(!hosts.approve(rowFor(u"mail.example"_s, 465, m_leaf)));
    AllowedHostsModel model(hosts);
    const Endpoint host = hosts.rows()[0].host;
    model.setUsers({{host, u"Alarms"_s}, {{u"other.example"_s, 465}, u"Other"_s}, {host, u"Reports"_s}});
    QCOMPARE(model.index(0, AllowedHostsModel::UsedByColumn).data().toString(), u"Alarms, Reports"_s);
    QVERIFY(model.index(0, 0).data(int(TrustRole::Searched)).toString().contains(u"Reports"_s));
    QCOMPARE(badgeOf(model, 0), Badge::Passed);
    model.setUnneeded({host});
    QCOMPARE(badgeOf(model, 0), Badge::Warning);
    QCOMPARE(model.index(0, AllowedHostsModel::ApprovalColumn).data().toString(),
             u"no longer needed (approved, temporary)"_s);
}

void TrustModelsTest::readsTheSystemsRootsWhenAsked()
{
    SystemTrustStoreModel model;
    QAbstractItemModelTester tester(&model, failure);
    QCOMPARE(model.rowCount(), 0);
    model.load();
    QCOMPARE(model.rowCount(), int(systemRoots().size()));
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(!model.index(row, SystemTrustStoreModel::AliasColumn).data().toString().isEmpty());
}

/// Removing one of thousands is one step, and a selection in a view stays.
void TrustModelsTest::followsThousandsStepByStep()
{
    AllowedHosts hosts;
    QVERIFY(!hosts.open({}));
    QList<AllowedHost> rows;
    for (int i = 0; i < 3000; ++i)
        rows += rowFor(u"mail%1.example"_s.arg(i, 5, 10, QChar(u'0')), 465, m_leaf);
    QVERIFY(!hosts.put(rows));
    AllowedHostsModel model(hosts);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QPersistentModelIndex last = model.index(2999, 0);
    const AllowedHost middle = hosts.rows()[1500];
    QVERIFY(!hosts.forget(Endpoint(middle.host)));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(last.row(), 2998);
    QVERIFY(!hosts.put({middle}));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.rowCount(), 3000);
    QVERIFY(last.isValid());
    QCOMPARE(reset.size(), 0);
}

STATIONER_TEST(TrustModelsTest)
#include "trustmodels_test.moc"
