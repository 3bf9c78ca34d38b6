// Station, trust folder and keys under faults of the disk: the old or the new state, whole, whichever call it meets; an
// error is told, nothing is left lying about, and the next change works.

#include "cli/faultydisk.h"
#include "station/container.h"
#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/truststores.h"
#include "trust/trusttext.h"
#include "trust/userkeystore.h"

#include <algorithm>
#include <array>
#include <functional>

using namespace stationer;
using namespace stationer::testing;

namespace {

const QString diskAccount = u"/Services/EmailService/OutgoingAccount"_s;

/// A change of files, there and back.
struct DiskChange {
    QStringList forth, back;
    std::function<QByteArray()> state; ///< what is there, all of it usable; what says a fault, else
    std::function<bool()> next;        ///< another change, which finds nothing in its way
};

/// The child that puts a key into a store, or takes it out.
int changeKeys(const QString& what, const QString& folder, const QString& pem)
{
    UserKeyStore keys;
    auto fault = keys.open(folder);
    const bool isDone =
        !fault && (what == "put"_L1 ? !keys.restore({u"second"_s, fileBytes(pem)}) : bool(keys.remove(u"second"_s)));
    if (!isDone && !fault)
        fault = keys.faults().value(0);
    if (!fault)
        return 0;
    std::fprintf(stderr, "stationer-cli: %s\n", qUtf8Printable(describe(*fault)));
    return fault->kind == TrustFileFault::Kind::CannotWrite ? 5 : 4;
}

} // namespace

class DiskFaultsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<FaultyDisk> m_disk;
    QTemporaryDir m_aside;
    const TestCa m_ca{u"Acme Root CA"_s}, m_otherCa{u"Other Root CA"_s}, m_thirdCa{u"Third Root CA"_s};
    const quint32 m_seed = diskSeed();

    QString place(const QString& name) const { return m_disk->place(name); }
    QString home() const { return m_disk->cli().path(u"home"_s); }
    QString records() const { return home() + u"/.local/share/Stationer/trust-record"_s; }

    DiskChange change(const QString& name);
    QByteArray stationState() const;
    QByteArray trustState() const;
    QByteArray keysState() const;
    bool setTrust(quint16 port, const TestCa& ca) const;
    static void changes()
    {
        QTest::addColumn<QString>("name");
        for (const char* const name : {"station", "linked station", "hosts", "roots", "keys"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

private slots:
    void initTestCase();
    void init();

    void atAnyCallTheOldOrTheNewIsThere_data() { changes(); }
    void atAnyCallTheOldOrTheNewIsThere();
    void atAnyMomentTheOldOrTheNewIsThere_data() { changes(); }
    void atAnyMomentTheOldOrTheNewIsThere();
    void aChangeIsFlushedInItsFolder_data() { changes(); }
    void aChangeIsFlushedInItsFolder();
    void aFullHomeCostsNoTrust();
    void aFullDiskLeavesTheOldStation();
};

void DiskFaultsTest::init()
{
    m_disk = std::make_unique<FaultyDisk>();
}

void DiskFaultsTest::initTestCase()
{
    UserKeyStore keys;
    NewCertificate wanted;
    wanted.commonName = u"second"_s;
    keys.open(m_aside.path());
    QVERIFY(bool(keys.generate(wanted, Secret("s3cret"_ba), u"second"_s)));
}

/// Its bytes, its mode and its owner.
QByteArray DiskFaultsTest::stationState() const
{
    const QString path = place(u"acme.bog"_s);
    const auto opened = Container::open(path);
    struct stat status = {};
    ::stat(qPrintable(path), &status);
    return opened ? QByteArray::number(status.st_mode, 8) + ' ' + QByteArray::number(status.st_uid) +
                        (QFileInfo(path).isSymLink() ? " linked\n" : "\n") + fileBytes(path)
                  : "fault"_ba;
}

QByteArray DiskFaultsTest::trustState() const
{
    const TrustFolder folder(place(u"acme.security"_s), records());
    AllowedHosts hosts;
    UserTrustStore roots;
    for (const auto& fault : {hosts.open(folder), roots.open(folder)})
        if (fault)
            return "fault: " + describe(*fault).toUtf8();
    QByteArray state;
    for (const AllowedHost& row : hosts.rows())
        state += row.host.toString().toUtf8() + ' ' + row.sha256 + '\n';
    for (const UserRoot& root : roots.roots())
        state += root.alias.toUtf8() + ' ' + root.certificate.sha256 + '\n';
    return state;
}

QByteArray DiskFaultsTest::keysState() const
{
    UserKeyStore keys;
    if (const auto fault = keys.open(place(u"keys"_s)))
        return "fault: " + describe(*fault).toUtf8();
    QByteArray state;
    for (const UserKey& key : keys.keys())
        state += key.alias.toUtf8() + '\n' + keys.identityPem(key.alias).value();
    return state;
}

bool DiskFaultsTest::setTrust(quint16 port, const TestCa& ca) const
{
    const TrustFolder folder(place(u"acme.security"_s), records());
    AllowedHosts hosts;
    UserTrustStore roots;
    AllowedHost row;
    row.host = {u"mail.example"_s, port};
    row.sha256 = QByteArray(64, 'a');
    return !hosts.open(folder) && !hosts.reject(row) && !roots.open(folder) && !roots.import(*certificateSketch(ca.der()));
}

DiskChange DiskFaultsTest::change(const QString& name)
{
    const QString cli = QStringLiteral(STATIONER_CLI), security = place(u"acme.security"_s);
    const auto trust = [&](const QStringList& words) { return QStringList{cli, u"trust"_s, security} + words; };
    if (name.endsWith("station"_L1)) {
        const QString path = place(u"acme.bog"_s), real = place(u"real/acme.bog"_s);
        const auto set = [=](const QString& host) {
            return QStringList{cli, u"set"_s, path, diskAccount, u"hostname="_s + host};
        };
        const bool isLinked = name.startsWith("linked"_L1);
        if (isLinked && !(QDir().mkpath(place(u"real"_s)) && QFile::link(real, path)))
            QTest::qFail("cannot link", __FILE__, __LINE__);
        m_disk->cli().write(u"place/acme.bog.bak"_s, "before"), m_disk->cli().write(u"place/acme.bog"_s, goldenXml());
        // No notes for the handover are kept beside it: they have tests of their own.
        m_disk->cli().write(u"place/acme.security"_s, "no folder");
        ::chmod(qPrintable(path), 0640);
        if (::geteuid() == 0 && ::chown(qPrintable(path), 1234, 2345) != 0)
            QTest::qFail("cannot give it away", __FILE__, __LINE__);
        if (isLinked)
            QFile::rename(place(u"acme.bog.bak"_s), real + u".bak"_s);
        // What is back is not what was: the first change names a host where there was another.
        return {set(u"forth.example"_s), set(u"back.example"_s), [this] { return stationState(); },
                [this, set] { return m_disk->run(set(u"next.example"_s)).status == 0; }};
    }
    if (name == "keys"_L1) {
        const QString folder = place(u"keys"_s), pem = m_aside.filePath(u"second.pem"_s);
        UserKeyStore keys;
        keys.open(folder);
        keys.restore({u"first"_s, fileBytes(pem)});
        const auto act = [=](const QString& what) {
            return QStringList{FaultyDisk::itself(), u"DiskFaultsTest"_s, u"--keys"_s, what, folder, pem};
        };
        return {act(u"put"_s), act(u"take"_s), [this] { return keysState(); },
                [=] {
                    UserKeyStore again;
                    return !again.open(folder) && !again.restore({u"third"_s, fileBytes(pem)});
                }};
    }
    if (!setTrust(25, m_ca))
        QTest::qFail("cannot trust", __FILE__, __LINE__);
    const QString pem = m_aside.filePath(u"other.pem"_s);
    QFile file(pem);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_otherCa.pem()) < 0)
        QTest::qFail("cannot write", __FILE__, __LINE__);
    file.close();
    const QStringList forth =
        name == "hosts"_L1 ? trust({u"reject"_s, u"mail.example:465"_s, QString(64, u'b')}) : trust({u"import"_s, pem});
    const QStringList back =
        name == "hosts"_L1 ? trust({u"forget"_s, u"mail.example:465"_s}) : trust({u"remove"_s, u"Other-Root-CA"_s});
    return {forth, back, [this] { return trustState(); }, [this] { return setTrust(993, m_thirdCa); }};
}

/// Every call in its turn fails, or the program or the machine ends there, or the disk is full from there.
void DiskFaultsTest::atAnyCallTheOldOrTheNewIsThere()
{
    QFETCH(QString, name);
    const DiskChange change = this->change(name);
    m_disk->remember();
    const QByteArray old = change.state();
    struct Whole {
        QStringList names, namesAfterNext;
        QByteArray stateAfterNext;
    };
    QMap<QByteArray, Whole> whole; // of the old and of the new state
    const auto learn = [&] {
        Whole& one = whole[change.state()];
        one.names = m_disk->names();
        QVERIFY(change.next());
        one.namesAfterNext = m_disk->names();
        one.stateAfterNext = change.state();
    };
    learn();
    m_disk->restore();
    const DiskRun plain = m_disk->run(change.forth);
    QVERIFY2(plain.status == 0, plain.told());
    const QByteArray fresh = change.state();
    learn();
    QVERIFY2(whole.size() == 2 && !fresh.startsWith("fault"), fresh);

    int rounds = 0;
    for (int at = 1; at <= plain.calls.size(); ++at) {
        const DiskCall& call = plain.calls[at - 1];
        for (const QByteArray& fault : faultsOf(call)) {
            ++rounds;
            m_disk->restore();
            QCOMPARE(change.state(), old);
            const DiskRun ran = m_disk->run(change.forth, at, fault);
            const QByteArray what =
                fault + " at " + QByteArray::number(at) + ", " + call.name + ' ' + call.path + "\n" + ran.told() + "\n";
            const QByteArray state = change.state();
            QVERIFY2(whole.contains(state), what + state);
            if (fault == "kill" || fault == "power") {
                QVERIFY2(ran.isKilled(), what);
            } else if (ran.status == 0) {
                QVERIFY2(state == fresh && (fault == "short" || !call.mustBeTold()), what);
            } else {
                QVERIFY2(fault != "short" &&
                             (ran.status == 5 || (ran.status == 4 && (call.name == "open" || call.name == "read"))),
                         what);
                QVERIFY2(ran.err.startsWith("stationer-cli: ") && (ran.err.contains(". ") || ran.err.endsWith(".\n")), what);
            }
            if (!ran.isKilled() && call.name != "unlink" &&
                call.name != "flock") // what could not be, and what may be another's
                QVERIFY2(m_disk->names() == whole[state].names, what + m_disk->names().join(u'\n').toUtf8());
            m_disk->letAnHourPass();
            QVERIFY2(change.next(), what);
            QVERIFY2(change.state() == whole[state].stateAfterNext, what + change.state());
            QVERIFY2(m_disk->names() == whole[state].namesAfterNext, what + m_disk->names().join(u'\n').toUtf8());
        }
    }
    qInfo("%d calls, %d rounds", int(plain.calls.size()), rounds);
}

/// Killed by the clock a hundred times, there and back, with nothing put in order in between.
void DiskFaultsTest::atAnyMomentTheOldOrTheNewIsThere()
{
    QFETCH(QString, name);
    const DiskChange change = this->change(name);
    QRandomGenerator random(m_seed);
    struct Way {
        QStringList command;
        int at = 0;
        qint64 microseconds = 0;
        QByteArray end;
    };
    std::array ways{Way{change.forth, 0, 0, {}}, Way{change.back, 0, 0, {}}};
    for (Way& way : ways) {
        const auto calls = m_disk->run(way.command).calls;
        const auto first =
            std::find_if(calls.begin(), calls.end(), [](const DiskCall& one) { return one.changesAnything(); });
        QVERIFY(first != calls.end());
        way.at = int(first - calls.begin()) + 1;
        way.microseconds = calls.last().microseconds - first->microseconds;
        way.end = change.state();
    }
    QVERIFY(ways[0].end != ways[1].end && !ways[0].end.startsWith("fault"));
    const qsizetype few = m_disk->names().size() + 6;
    int changed = 0;
    for (int round = 0; round < 100; ++round) {
        const Way& way = ways[change.state() == ways[0].end ? 1 : 0];
        const auto moment = QByteArray::number(random.bounded(way.microseconds * 11 / 10 + 100));
        const DiskRun ran = m_disk->run(way.command, way.at, "clock:" + moment);
        const QByteArray what = "round " + QByteArray::number(round) + ", after " + moment + " us\n" + ran.told() + "\n";
        const QByteArray state = change.state();
        QVERIFY2(ran.isKilled() ? state == ways[0].end || state == ways[1].end : ran.status == 0 && state == way.end,
                 what + state);
        QVERIFY2(m_disk->names().size() <= few, what + m_disk->names().join(u'\n').toUtf8());
        changed += state == way.end;
        m_disk->letAnHourPass();
    }
    QVERIFY(change.next());
    qInfo("STATIONER_DISK_SEED=%u: %d of 100 were done, the others not", m_seed, changed);
}

void DiskFaultsTest::aChangeIsFlushedInItsFolder()
{
    QFETCH(QString, name);
    const DiskRun ran = m_disk->run(change(name).forth);
    QVERIFY2(ran.flushesItsNames({".bak"}), ran.told()); // of no use without the others
}

/// The record cannot be written, the folder can: what is not recorded would be asked about.
void DiskFaultsTest::aFullHomeCostsNoTrust()
{
    for (const QString& name : {u"hosts"_s, u"roots"_s}) {
        init();
        const DiskChange change = this->change(name);
        m_disk->remember();
        const auto calls = m_disk->run(change.forth, 0, {}, home()).calls;
        const QByteArray fresh = change.state();
        for (int at = 1; at <= calls.size(); ++at) {
            if (calls[at - 1].name != "write")
                continue;
            m_disk->restore();
            const QByteArray old = change.state();
            const DiskRun ran = m_disk->run(change.forth, at, "full", home());
            QVERIFY2(ran.status == 5, ran.told());
            QVERIFY2(change.state() == old || change.state() == fresh, ran.told() + '\n' + change.state());
        }
    }
}

void DiskFaultsTest::aFullDiskLeavesTheOldStation()
{
    m_disk->cli().write(u"golden.bog"_s, goldenXml());
    const QString script = u"mount -t tmpfs -o size=64k none \"$1\" && cp \"$2\" \"$1/acme.bog\" || exit 99\n"
                           "cat /dev/zero >\"$1/filling\" 2>/dev/null\n"
                           "\"$0\" set \"$1/acme.bog\" \"$3\" hostname=full.example; status=$?\n"
                           "cmp \"$1/acme.bog\" \"$2\" >&2 && ls -A \"$1\"; exit $status"_s;
    // As root, or as the root of a user namespace, where the system lets people have one.
    const DiskRun ran =
        m_disk->run({u"unshare"_s, ::geteuid() == 0 ? u"-m"_s : u"-rm"_s, u"sh"_s, u"-c"_s, script,
                     QStringLiteral(STATIONER_CLI), place({}), m_disk->cli().path(u"golden.bog"_s), diskAccount});
    QVERIFY2(ran.status != 99 && ran.status != 1,
             "No small disk can be mounted here, and so nothing was tested:\n" + ran.told());
    QVERIFY2(ran.status == 5, ran.told());
    QVERIFY2(ran.err.contains("No space left on device"), ran.err);
    QCOMPARE(ran.out, "acme.bog\nfilling\n"_ba);
}

int runDiskFaultsTest(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == "--keys"_L1)
        return changeKeys(words.at(2), words.at(3), words.at(4));
    useMemoryAsDisk();
    DiskFaultsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "diskfaults_test.moc"
