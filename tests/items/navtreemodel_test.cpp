#include "items/navtreemodel.h"
#include "items/roles.h"
#include "session/edits.h"
#include "session/lasttests.h"
#include "session/openstation.h"
#include "session/stationstores.h"
#include "support/smallstation.h"
#include "support/stationertest.h"
#include "support/stationreports.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class NavTreeModelTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void isEmptyWithoutAStation();
    void showsComponentsOnly();
    void looksUpChildrenWhenAsked();
    void findsTheWay();
    void followsEditsByRows();
    void followsWhatMoves();
    void aFirstChildShowsItsBranch();
    void carriesBadges();
    void aPassedAccountWithAWarningShowsBoth();
    void whatTheStationWouldMeetHasItsSign();
    void tellsTheDaysOfACertificate();
    void carriesRedMarks();
    void namesAndIcons();
    void filters();
    void filterFollowsEdits();
    void survivesAnotherStation();
    void holdsARealStation();

private:
    void openWith(const QByteArray& xml)
    {
        QFile file(m_folder->filePath(u"acme.bog"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(xml);
        file.close();
        QVERIFY(!m_station->open(file.fileName()));
    }
    SlotId find(const char* path) const { return m_station->document().find(QString::fromLatin1(path)); }
    QModelIndex at(const char* path) { return m_model->indexOf(find(path)); }
    QStringList below(const QModelIndex& parent)
    {
        if (m_model->canFetchMore(parent))
            m_model->fetchMore(parent);
        QStringList names;
        for (int row = 0; row < m_model->rowCount(parent); ++row)
            names += m_model->index(row, 0, parent).data().toString();
        return names;
    }
    Badge badge(const char* path) { return Badge(at(path).data(int(NavRole::Badge)).toInt()); }
    Badge result(const char* path) { return Badge(at(path).data(int(NavRole::Result)).toInt()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenStation> m_station;
    StationStores m_stores;
    std::unique_ptr<LastTests> m_tests;
    std::unique_ptr<NavTreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void NavTreeModelTest::init()
{
    m_tester.reset();
    m_model.reset();
    m_tests.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_station = std::make_unique<OpenStation>();
    m_tests = std::make_unique<LastTests>(*m_station, m_stores);
    m_model = std::make_unique<NavTreeModel>(*m_station, *m_tests);
    m_tester =
        std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_tester->setUseFetchMore(false); // it would fetch in the middle of a reset
}

void NavTreeModelTest::isEmptyWithoutAStation()
{
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(!m_model->hasChildren());
    m_station->openNew();
    QCOMPARE(below({}), QStringList{u"New Station"_s});
    m_station->close();
    QCOMPARE(m_model->rowCount(), 0);
}

void NavTreeModelTest::showsComponentsOnly()
{
    openWith(smallStation(outgoing(value("port", "465")) + incoming()));
    QCOMPARE(below({}), QStringList{u"acme"_s});
    QCOMPARE(below(m_model->index(0, 0)), (QStringList{u"Services"_s, u"Drivers"_s}));
    QCOMPARE(below(at("/Services/EmailService")), (QStringList{u"Out"_s, u"In"_s}));
    QVERIFY(!m_model->hasChildren(at("/Services/EmailService/Out")));
    QVERIFY(!m_model->indexOf(find("/Services/EmailService/Out/port")).isValid());
}

void NavTreeModelTest::looksUpChildrenWhenAsked()
{
    openWith(smallStation(outgoing()));
    const QModelIndex root = m_model->index(0, 0);
    // The tester walks the tree on a reset; a model of its own shows what is looked up.
    NavTreeModel fresh(*m_station, *m_tests);
    const QModelIndex freshRoot = fresh.index(0, 0);
    QVERIFY(fresh.hasChildren(freshRoot));
    QCOMPARE(fresh.rowCount(freshRoot), 0);
    QVERIFY(fresh.canFetchMore(freshRoot));
    fresh.fetchMore(freshRoot);
    QCOMPARE(fresh.rowCount(freshRoot), 2);
    QVERIFY(!fresh.canFetchMore(freshRoot));
    QVERIFY(root.isValid());
}

void NavTreeModelTest::findsTheWay()
{
    openWith(smallStation(outgoing()));
    const QModelIndex out = at("/Services/EmailService/Out");
    QVERIFY(out.isValid());
    QCOMPARE(m_model->slotAt(out), find("/Services/EmailService/Out"));
    QCOMPARE(m_model->slotAt(out.parent().parent().parent()), m_station->document().root());
    QCOMPARE(m_model->slotAt({}), SlotId::None);
    QVERIFY(!m_model->indexOf(SlotId::None).isValid());
}

void NavTreeModelTest::followsWhatMoves()
{
    openWith(smallStation(outgoing() + incoming()));
    const auto push = [&](const Result<Edit, EditFault>& edit) {
        QVERIFY(edit);
        m_station->undoStack()->push(new DocumentEdit(*m_station, edit.value(), u"Move"_s, {}));
    };
    at("/Services/EmailService/In");
    at("/Drivers");
    const QStringList before = below(at("/Services/EmailService"));
    // To a parent that comes behind in the file, to one that comes before, and back.
    push(m_station->document().move({find("/Services/EmailService/In")}, find("/Drivers")));
    QVERIFY(below(at("/Drivers")).contains(u"In"_s));
    QCOMPARE(below(at("/Services/EmailService")), QStringList{u"Out"_s});
    push(m_station->document().move({find("/Drivers/In"), find("/Services/EmailService")}, m_station->document().root(),
                                    find("/Services")));
    QVERIFY(at("/In").isValid());
    QVERIFY(at("/EmailService/Out").isValid());
    while (m_station->undoStack()->canUndo())
        m_station->undoStack()->undo();
    QCOMPARE(below(at("/Services/EmailService")), before);
    while (m_station->undoStack()->canRedo())
        m_station->undoStack()->redo();
    QCOMPARE(below(at("/EmailService")), QStringList{u"Out"_s});
}

void NavTreeModelTest::followsEditsByRows()
{
    openWith(smallStation(outgoing() + incoming()));
    const QPersistentModelIndex in = at("/Services/EmailService/In");
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);

    QVERIFY(m_station->add(find("/Services/EmailService"), outgoingAccountType));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(below(at("/Services/EmailService")), (QStringList{u"Out"_s, u"In"_s, u"OutgoingAccount"_s}));
    QVERIFY(!m_station->remove(find("/Services/EmailService/Out")));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(in.row(), 0);
    m_station->undoStack()->undo();
    QCOMPARE(below(at("/Services/EmailService")), (QStringList{u"Out"_s, u"In"_s, u"OutgoingAccount"_s}));
    QVERIFY(in.isValid());
    QCOMPARE(in.row(), 1);

    QSignalSpy data(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(!m_station->rename(find("/Services/EmailService/In"), u"Post box"_s, OpenStation::References::Keep));
    QCOMPARE(in.data().toString(), u"Post box"_s);
    QVERIFY(!data.isEmpty());
    while (m_station->undoStack()->canUndo())
        m_station->undoStack()->undo();
    QCOMPARE(below(at("/Services/EmailService")), (QStringList{u"Out"_s, u"In"_s}));
    QCOMPARE(reset.size(), 0);
}

void NavTreeModelTest::aFirstChildShowsItsBranch()
{
    openWith(smallStation({}));
    QVERIFY(!m_model->hasChildren(at("/Services/EmailService")));
    QVERIFY(m_station->add(find("/Services/EmailService"), incomingAccountType));
    QVERIFY(m_model->hasChildren(at("/Services/EmailService")));
    QCOMPARE(below(at("/Services/EmailService")), QStringList{u"IncomingAccount"_s});
    m_station->undoStack()->undo();
    QVERIFY(!m_model->hasChildren(at("/Services/EmailService")));
}

void NavTreeModelTest::carriesBadges()
{
    openWith(smallStation(outgoing(value("hostname", "mail.example") + value("useSsl", "true") + value("port", "465")) +
                          account("Plain", "c", "OutgoingAccount") +
                          account("Both", "d", "OutgoingAccount", value("useSsl", "true") + value("useStartTls", "true"))));
    QCOMPARE(badge("/Services/EmailService/Out"), Badge::None);
    QCOMPARE(badge("/Services/EmailService/Plain"), Badge::Warning);
    QCOMPARE(badge("/Services/EmailService/Both"), Badge::Fault);
    QCOMPARE(at("/Services/EmailService/Plain").data(int(NavRole::BadgeText)).toString(), u"Not encrypted."_s);

    const SlotId out = find("/Services/EmailService/Out");
    Report report;
    report.settings = settingsOf(m_station->document(), out).value();
    report.outcome = Outcome::Succeeded;
    report.began = QDateTime::currentDateTime();
    QSignalSpy data(m_model.get(), &QAbstractItemModel::dataChanged);
    m_tests->record(out, report);
    QCOMPARE(data.size(), 1);
    QCOMPARE(result("/Services/EmailService/Out"), Badge::PassedHere);
    QCOMPARE(badge("/Services/EmailService/Out"), Badge::None);
    QVERIFY(at("/Services/EmailService/Out").data(Qt::AccessibleTextRole).toString().startsWith(u"Out, "));

    // A test of other values says nothing about these.
    QVERIFY(!m_station->change(out, {{u"hostname"_s, u"other.example"_s}}));
    QCOMPARE(result("/Services/EmailService/Out"), Badge::None);
    m_station->undoStack()->undo();
    QCOMPARE(result("/Services/EmailService/Out"), Badge::PassedHere);
}

void NavTreeModelTest::aPassedAccountWithAWarningShowsBoth()
{
    openWith(smallStation(account("Plain", "c", "OutgoingAccount", value("hostname", "mail.example"))));
    const SlotId plain = find("/Services/EmailService/Plain");
    Report report;
    report.settings = settingsOf(m_station->document(), plain).value();
    report.outcome = Outcome::Succeeded;
    report.began = QDateTime::currentDateTime();
    m_tests->record(plain, report);
    QCOMPARE(result("/Services/EmailService/Plain"), Badge::PassedHere);
    QCOMPARE(badge("/Services/EmailService/Plain"), Badge::Warning);
    const QString spoken = at("/Services/EmailService/Plain").data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(u"passed"_s) && spoken.contains(u"Not encrypted."_s), qPrintable(spoken));
}

void NavTreeModelTest::whatTheStationWouldMeetHasItsSign()
{
    const char* path = "/Services/EmailService/Out";
    openWith(
        smallStation(outgoing(value("hostname", "mail.acme.example") + value("useSsl", "true") + value("port", "465"))));
    Report report = testing::mails();
    report.settings = settingsOf(m_station->document(), find(path)).value();
    m_tests->record(find(path), report);
    const auto sign = [&] { return Badge(at(path).data(int(NavRole::Station)).toInt()); };
    const auto spoken = [&] { return at(path).data(Qt::AccessibleTextRole).toString(); };
    const auto give = [&](const QByteArray& der) {
        KnownStation station;
        station.give({u"cacerts"_s, KeyStoreKind::Pem, QDateTime::currentDateTimeUtc(), {{u"root"_s, der}}});
        QVERIFY(!m_stores.set(station));
    };
    // Passed here, and open there: hollow.
    QCOMPARE(result(path), Badge::PassedHere);
    QCOMPARE(sign(), Badge::None);
    QVERIFY(spoken().contains(u"not proven"));
    give(testing::root().der());
    QCOMPARE(result(path), Badge::Passed);
    QCOMPARE(sign(), Badge::None);
    QVERIFY(!spoken().contains(u"station"));
    give(testing::TestCa(u"Other"_s).der());
    QCOMPARE(result(path), Badge::Passed);
    QCOMPARE(sign(), Badge::Failed);
    QVERIFY(spoken().contains(u"would fail"));
    // Where it failed here, one sign says it.
    report.outcome = Outcome::LoginRejected;
    m_tests->record(find(path), report);
    QCOMPARE(result(path), Badge::Failed);
    QCOMPARE(sign(), Badge::None);
    // And nothing of other values.
    m_tests->record(find(path), testing::mails());
    QCOMPARE(sign(), Badge::None);
}

void NavTreeModelTest::tellsTheDaysOfACertificate()
{
    openWith(smallStation(outgoing(value("hostname", "mail.example") + value("useSsl", "true") + value("port", "465"))));
    const SlotId out = find("/Services/EmailService/Out");
    const auto data = [&](NavRole role) { return at("/Services/EmailService/Out").data(int(role)); };
    const auto mark = [&] { return Badge(data(NavRole::CertificateBadge).toInt()); };
    const auto brief = [&] { return data(NavRole::CertificateBrief).toString(); };
    const auto test = [&](int leafDays, int caDays) {
        Report report;
        report.settings = settingsOf(m_station->document(), out).value();
        report.outcome = Outcome::Succeeded;
        report.began = QDateTime::currentDateTimeUtc();
        CertificateFacts leaf, ca;
        leaf.commonName = u"mail.example"_s;
        leaf.notAfter = report.began.addDays(leafDays).addSecs(leafDays < 0 ? -60 : 60);
        ca.commonName = u"Acme CA"_s;
        ca.notAfter = report.began.addDays(caDays);
        report.trust = Judgement{};
        report.trust->sent = {leaf};
        report.trust->built = {leaf, ca};
        m_tests->record(out, report);
    };
    QCOMPARE(mark(), Badge::None);
    const QList<std::pair<int, Badge>> thresholds{{90, Badge::None}, {31, Badge::None},    {30, Badge::Info},
                                                  {15, Badge::Info}, {14, Badge::Warning}, {8, Badge::Warning},
                                                  {7, Badge::Fault}, {1, Badge::Fault},    {-3, Badge::Failed}};
    for (const auto& [days, badge] : thresholds) {
        test(days, 900);
        QVERIFY2(mark() == badge, qPrintable(QString::number(days)));
        QCOMPARE(brief(), badge == Badge::None ? QString() : days < 0 ? u"expired"_s : u"%1 d"_s.arg(days));
        QCOMPARE(data(NavRole::CertificateText).toString().isEmpty(), badge == Badge::None);
        QCOMPARE(Badge(data(NavRole::Result).toInt()), Badge::Passed); // the test itself passed all the same
    }
    // Of the chain the first to end counts.
    test(90, 10);
    QCOMPARE(brief(), u"10 d"_s);
    QVERIFY(data(NavRole::CertificateText).toString().startsWith(u"Certificate: 10 days left (Acme CA: valid until "));
    const auto spoken = [&] { return at("/Services/EmailService/Out").data(Qt::AccessibleTextRole).toString(); };
    QVERIFY(spoken().contains(u"10 days left"));

    // It stays while the account names that server, whatever else is edited.
    QVERIFY(!m_station->change(out, {{u"account"_s, u"bob"_s}}));
    QCOMPARE(mark(), Badge::Warning);
    QVERIFY(!m_station->change(out, {{u"hostname"_s, u"other.example"_s}}));
    QCOMPARE(mark(), Badge::None);
    QVERIFY(!spoken().contains(u"days left"));
}

void NavTreeModelTest::carriesRedMarks()
{
    openWith(smallStation(outgoing() + incoming()));
    const auto isChanged = [this](const char* path) { return at(path).data(int(NavRole::IsChanged)).toBool(); };
    QVERIFY(!isChanged("/"));
    QVERIFY(!m_station->change(find("/Services/EmailService/Out"), {{u"port"_s, u"26"_s}}));
    QVERIFY(isChanged("/Services/EmailService/Out"));
    QVERIFY(isChanged("/Services"));
    QVERIFY(!isChanged("/Services/EmailService/In"));
    QVERIFY(!m_station->save());
    QVERIFY(!isChanged("/Services/EmailService/Out"));
}

void NavTreeModelTest::namesAndIcons()
{
    openWith(smallStation(account("Alarm$20Mail", "a", "OutgoingAccount"),
                          "   <p n='AlarmService' h='e' m='al=alarm' t='al:AlarmService'/>\n"));
    QCOMPARE(at("/Services/EmailService/Alarm$20Mail").data().toString(), u"Alarm Mail"_s);
    const auto icon = [this](const char* path) { return at(path).data(int(NavRole::Icon)).toString(); };
    QCOMPARE(icon("/"), u"station"_s);
    QCOMPARE(icon("/Services"), u"services"_s);
    QCOMPARE(icon("/Services/EmailService"), u"emailservice"_s);
    QCOMPARE(icon("/Services/EmailService/Alarm$20Mail"), u"outgoingaccount"_s);
    QCOMPARE(icon("/Services/AlarmService"), u"service"_s);
    QCOMPARE(icon("/Drivers"), u"folder"_s);
}

void NavTreeModelTest::filters()
{
    openWith(smallStation(outgoing() + incoming()));
    QSignalSpy finished(m_model.get(), &NavTreeModel::filterFinished);
    m_model->setFilter(u"out"_s);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].toInt(), 1);
    QCOMPARE(below(m_model->index(0, 0)), QStringList{u"Services"_s});
    QCOMPARE(below(at("/Services/EmailService")), QStringList{u"Out"_s});
    QVERIFY(at("/Services/EmailService/Out").data(int(NavRole::IsMatch)).toBool());
    QVERIFY(!at("/Services").data(int(NavRole::IsMatch)).toBool());

    m_model->setFilter(u"EmailServ"_s); // below a match is everything
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(below(at("/Services/EmailService")), (QStringList{u"Out"_s, u"In"_s}));

    m_model->setFilter(u"nowhere"_s);
    QTRY_COMPARE(finished.size(), 3);
    QCOMPARE(below(m_model->index(0, 0)), QStringList());
    m_model->setFilter({});
    QCOMPARE(below(m_model->index(0, 0)), (QStringList{u"Services"_s, u"Drivers"_s}));
}

void NavTreeModelTest::filterFollowsEdits()
{
    openWith(smallStation(outgoing() + incoming()));
    QSignalSpy finished(m_model.get(), &NavTreeModel::filterFinished);
    m_model->setFilter(u"out"_s);
    QTRY_COMPARE(finished.size(), 1);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QVERIFY(m_station->add(find("/Services/EmailService"), outgoingAccountType));
    QCOMPARE(below(at("/Services/EmailService")), (QStringList{u"Out"_s, u"OutgoingAccount"_s}));
    QVERIFY(!m_station->remove(find("/Services/EmailService/Out")));
    QCOMPARE(below(at("/Services/EmailService")), QStringList{u"OutgoingAccount"_s});
    m_station->undoStack()->undo();
    QCOMPARE(below(at("/Services/EmailService")), (QStringList{u"Out"_s, u"OutgoingAccount"_s}));
    QCOMPARE(reset.size(), 0);
}

void NavTreeModelTest::survivesAnotherStation()
{
    openWith(smallStation(outgoing()));
    QVERIFY(at("/Services/EmailService/Out").isValid());
    m_model->setFilter(u"in"_s);
    m_station->openNew();
    QSignalSpy finished(m_model.get(), &NavTreeModel::filterFinished);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(at("/Services/EmailService/IncomingAccount").isValid());
    m_station->close();
    QCOMPARE(m_model->rowCount(), 0);
}

void NavTreeModelTest::holdsARealStation()
{
    const QString samples = qEnvironmentVariable("STATIONER_SAMPLES");
    if (samples.isEmpty())
        QSKIP("STATIONER_SAMPLES is not set");
    QVERIFY(!m_station->open(samples + u"/btib/station.bog"_s));
    QCOMPARE(below({}), QStringList{u"activeBAS"_s});
    QVERIFY(below(at("/Services")).contains(u"AlarmService"_s));
    QVERIFY(below(at("/Services/AlarmService")).contains(u"Last Alarm"_s));
    QSignalSpy finished(m_model.get(), &NavTreeModel::filterFinished);
    m_model->setFilter(u"alarm"_s);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    QVERIFY(finished[0][0].toInt() > 1);
}

STATIONER_TEST(NavTreeModelTest)
#include "navtreemodel_test.moc"
