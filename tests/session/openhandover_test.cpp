// What remains to be done on the open station: it follows the file, the trust and the tests, and lasts.

#include "session/openhandover.h"

#include "session/openstation.h"
#include "session/trustedits.h"
#include "session/unneededhosts.h"
#include "support/smallstation.h"
#include "support/stationertest.h"
#include "support/testreports.h"
#include "testing/testnotes.h"
#include "trust/knownstation.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class OpenHandoverTest : public QObject {
    Q_OBJECT

    struct Desk {
        OpenStation station;
        AllowedHosts hosts;
        UserTrustStore roots;
        UserKeyStore keys;
        TestNotes tests;
        TrustEdits edits{hosts, roots, keys};
        UnneededHosts unneeded{{hosts, roots, edits, [] { return TrustAnchors(); }},
                               [](const QList<AllowedHost>& rows, const TrustAnchors&, const QDateTime&,
                                  const std::atomic<bool>*) { return rows; },
                               std::chrono::hours(1)};
        OpenHandover handover{{station, hosts, roots, unneeded, edits, tests, [] { return KnownStation(); }}};
    };

    const TestCa m_ca{u"Acme Root CA"_s};
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Desk> m_desk;

    QString path(const QString& name = u"a.bog"_s) const { return m_dir->filePath(name); }
    TrustFolder folder(const QString& name = u"a"_s) const { return {path(name + u".security"_s), path(u"records"_s)}; }
    void open()
    {
        m_desk = std::make_unique<Desk>();
        QVERIFY(!m_desk->station.open(path()));
        QVERIFY(!m_desk->handover.open(folder()));
    }
    SlotId out() const { return m_desk->station.document().find(u"/Services/EmailService/Out"); }
    void set(const QString& host)
    {
        QVERIFY(!m_desk->station.change(out(), {{u"hostname"_s, host}}));
        QVERIFY(!m_desk->station.save());
    }
    QList<HandoverKind> kinds() const
    {
        QList<HandoverKind> kinds;
        for (const HandoverItem& item : m_desk->handover.sheet().items)
            kinds += item.kind;
        return kinds;
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(test::smallStation(test::outgoing())) > 0);
        file.close();
        open();
    }
    void cleanup() { m_desk.reset(); }

    void aSavedChangeIsToBePutOnTheStation()
    {
        QCOMPARE(kinds(), QList{HandoverKind::Retest});
        QSignalSpy changed(&m_desk->handover, &OpenHandover::changed);
        set(u"one.example"_s);
        set(u"two.example"_s);
        QCOMPARE(kinds(), (QList{HandoverKind::PutFile, HandoverKind::Retest}));
        QCOMPARE(m_desk->handover.sheet().items.first().changes,
                 (QList{ChangedSlot{u"/Services/EmailService/Out"_s, u"hostname"_s, QString(), u"two.example"_s}}));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(m_desk->handover.openItems(m_desk->station.document().root()), 2);
        QCOMPARE(m_desk->handover.openItems(out()), 1);
        open(); // after a restart
        QCOMPARE(kinds(), (QList{HandoverKind::PutFile, HandoverKind::Retest}));
        set({});
        QCOMPARE(kinds(), QList{HandoverKind::Retest});
    }

    void whatIsNotSavedIsNotToBePutThere()
    {
        QVERIFY(!m_desk->station.change(out(), {{u"hostname"_s, u"one.example"_s}}));
        QCOMPARE(kinds(), QList{HandoverKind::Retest});
    }

    void aFailedSaveLeavesTheBase()
    {
        QVERIFY(!m_desk->station.change(out(), {{u"hostname"_s, u"one.example"_s}}));
        QVERIFY(QFile::remove(path())); // another program was there
        QVERIFY(m_desk->station.save());
        QVERIFY(!m_desk->station.save(Container::IfChanged::Overwrite));
        QCOMPARE(kinds(), (QList{HandoverKind::PutFile, HandoverKind::Retest}));
    }

    void saveAsTakesItAlong()
    {
        set(u"one.example"_s);
        QVERIFY(!m_desk->station.change(out(), {{u"hostname"_s, u"two.example"_s}}));
        connect(&m_desk->station, &OpenStation::pathChanged, &m_desk->handover,
                [this] { QVERIFY(!m_desk->handover.saveAs(folder(u"b"_s))); });
        QVERIFY(!m_desk->station.saveAs(path(u"b.bog"_s)));
        QCOMPARE(m_desk->handover.sheet().items.first().changes.first().before, std::optional(QString()));
        QCOMPARE(readHandover(folder(u"b"_s)).value().base(), readHandover(folder()).value().base());
    }

    void anExemptionThatIsRemovedAsNeedlessCountsUntilItIsTicked()
    {
        AllowedHost row;
        row.host = {u"mail.example"_s, 465};
        QVERIFY(!m_desk->hosts.approve(row));
        QTRY_COMPARE(m_desk->unneeded.hosts(), QList{row.host});
        QVERIFY(kinds().contains(HandoverKind::DeleteExemption));
        m_desk->edits.removeUnneeded({row.host});
        QVERIFY(kinds().contains(HandoverKind::DeleteExemption));
        open();
        QVERIFY(kinds().contains(HandoverKind::DeleteExemption));
        const QList<HandoverItem> items = m_desk->handover.sheet().items;
        m_desk->handover.tick(items.first(), true);
        QVERIFY(!kinds().contains(HandoverKind::DeleteExemption));
    }

    void anExemptionThatIsStillNeededIsTheUsersOwnAffair()
    {
        AllowedHost row;
        row.host = {u"mail.example"_s, 465};
        QVERIFY(!m_desk->hosts.approve(row));
        m_desk->edits.forget({row.host}); // before it was found needless
        QVERIFY(!kinds().contains(HandoverKind::DeleteExemption));
    }

    void aTickLasts()
    {
        m_desk->handover.tick(m_desk->handover.sheet().items.first(), true);
        QVERIFY(m_desk->handover.sheet().items.first().isDone);
        open();
        QVERIFY(m_desk->handover.sheet().items.first().isDone);
        set(u"one.example"_s);
        QVERIFY(!m_desk->handover.sheet().items.last().isDone); // other values, another try
    }

    void aTestBringsItsItems()
    {
        set(u"mail.example"_s);
        QVERIFY(!m_desk->station.change(out(), {{u"account"_s, u"bob"_s}}));
        Report report = signedIn(m_ca);
        report.settings = settingsOf(m_desk->station.document(), out()).value();
        QSignalSpy changed(&m_desk->handover, &OpenHandover::changed);
        m_desk->tests.note(TestNote::of(report, Forecast::Unknown));
        QVERIFY(kinds().contains(HandoverKind::TypePassword));
        QTRY_VERIFY(changed.size() > 0);
        QCOMPARE(m_desk->handover.openItems(out()), 2);
    }

    void aStationThatIsNotSavedKeepsItInMemory()
    {
        m_desk = std::make_unique<Desk>();
        m_desk->station.openNew();
        QVERIFY(!m_desk->handover.open(TrustFolder()));
        m_desk->handover.tick(m_desk->handover.sheet().items.first(), true);
        QVERIFY(m_desk->handover.sheet().items.first().isDone);
    }

    void damagedTicksAreSaid()
    {
        set(u"one.example"_s);
        QFile file(folder().pathOf(u"handover.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
        file.close();
        QCOMPARE(m_desk->handover.reload()->kind, TrustFileFault::Kind::Damaged);
        QCOMPARE(kinds(), QList{HandoverKind::Retest});
    }
};

STATIONER_TEST(OpenHandoverTest)
#include "openhandover_test.moc"
