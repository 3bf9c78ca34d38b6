// Station, trust folder, journal and keys under faults of the disk (support/diskfaults.cpp says which): the old or the new state, whole,
// whichever call it meets; an error is told, nothing is left lying about, and the next change works.

#include "cli/clirun.h"
#include "station/container.h"
#include "station/journal.h"
#include "support/certificates.h"
#include "support/stationertest.h"
#include "support/stationfiles.h"
#include "trust/truststores.h"
#include "trust/trusttext.h"
#include "trust/userkeystore.h"

#include <QDirIterator>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <csignal>
#include <functional>

#include <sys/stat.h>
#include <unistd.h>

using namespace stationer;
using namespace stationer::testing;

namespace {

constexpr int notedSteps = 4;
const QString diskAccount = u"/Services/EmailService/OutgoingAccount"_s;

/// A call on a file, as it was told.
struct DiskCall {
    qint64 microseconds = 0;
    QByteArray name;
    QByteArray path;

    /// Of a file that is about to take the place of the old one: else nobody knows what is in it.
    bool mustBeTold() const
    {
        return name != "unlink" && (path.endsWith(".saving") || (name == "flush" && path.endsWith(".unfinished")));
    }
    bool changesAnything() const { return name != "open" && name != "read" && name != "close" && name != "flock"; }
};

struct DiskRun {
    int status = 0; ///< as a shell tells it: beyond 128 for a signal
    QByteArray out, err;
    QList<DiskCall> calls;

    bool isKilled() const { return status == 128 + SIGKILL; }
    QByteArray told() const
    {
        return "status " + QByteArray::number(status) + "\n" + out + err +
               (calls.isEmpty() ? QByteArray() : calls.last().name + ' ' + calls.last().path);
    }
};

QByteArrayList faultsOf(const DiskCall& call)
{
    QByteArrayList faults{QByteArray::number(EIO)};
    if (call.changesAnything()) // what is killed before it reads was killed after it wrote
        faults << "kill"
               << "power";
    if (call.name == "write")
        faults << "full"
               << "short";
    return faults;
}

/// A change of files, there and back.
struct DiskChange {
    QStringList forth, back;
    std::function<QByteArray()> state; ///< what is there, all of it usable; what says a fault, else
    std::function<bool()> next;        ///< another change, which finds nothing in its way
};

/// The document after a step. The journal begins anew at the step after a large one.
Document noted(int step, bool isLarge = false)
{
    Document document = Document::fromXml(goldenXml()).value();
    QString host = u"mail%1.example"_s.arg(step);
    if (isLarge && step == 1) { // which cannot be compressed below 4 MiB
        QList<quint32> random(1'100'000);
        QRandomGenerator(1).fillRange(random.data(), random.size());
        host = QString::fromLatin1(
            QByteArray::fromRawData(reinterpret_cast<const char*>(random.constData()), random.size() * 4).toBase64());
    }
    if (step > 0)
        document.apply(document.setValue(document.find(diskAccount), u"hostname"_s, host).value());
    return document;
}

/// The child that edits: after each step it says whether the journal has it.
int noteSteps(const QString& folder, const QString& station, bool isLarge)
{
    const Document opened = noted(0);
    Journal journal(folder, station, opened.openedXml());
    for (int step = 1; step <= notedSteps; ++step) {
        const auto words = journal.note(noted(step, isLarge));
        const QByteArray line = words ? "failed: " + words->toUtf8() + '\n' : "noted " + QByteArray::number(step) + '\n';
        if (::write(STDOUT_FILENO, line.constData(), size_t(line.size())) < 0)
            return 1;
    }
    return 0;
}

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

    std::unique_ptr<Cli> m_cli;
    QTemporaryDir m_aside;
    const TestCa m_ca{u"Acme Root CA"_s}, m_otherCa{u"Other Root CA"_s}, m_thirdCa{u"Third Root CA"_s};
    const quint32 m_seed = qEnvironmentVariableIsSet("STATIONER_DISK_SEED")
                               ? qEnvironmentVariable("STATIONER_DISK_SEED").toUInt()
                               : QRandomGenerator::system()->generate();
    QMap<QString, std::pair<QByteArray, struct stat>> m_before;

    QString place(const QString& name) const { return m_cli->path(u"place/"_s + name); }
    QString records() const { return m_cli->path(u"home/.local/share/Stationer/trust-record"_s); }
    static QString itself() { return QCoreApplication::applicationFilePath(); }

    QStringList names() const;
    void remember();
    void restore() const;
    void letAnHourPass() const;
    DiskRun run(const QStringList& command, int at = 0, const QByteArray& fault = {}, const QString& under = {}) const;
    DiskChange change(const QString& name);
    QByteArray stationState() const;
    QByteArray trustState() const;
    QByteArray keysState() const;
    bool setTrust(quint16 port, const TestCa& ca) const;
    QStringList noting() const
    {
        return {itself(), u"DiskFaultsTest"_s, u"--notes"_s, place(u"journals"_s), place(u"acme.bog"_s)};
    }
    void checkNotes(const DiskRun& ran, const QByteArrayList& states, const QByteArray& what) const;

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
    void aChangeIsFlushedInItsFolder_data() { changes(), QTest::newRow("journal") << u"journal"_s; }
    void aChangeIsFlushedInItsFolder();
    void theJournalKeepsWhatItTookAtAnyCall();
    void theJournalKeepsWhatItTookAtAnyMoment();
    void aFullHomeCostsNoTrust();
    void aFullDiskLeavesTheOldStation();
};

void DiskFaultsTest::init()
{
    m_cli = std::make_unique<Cli>();
    QVERIFY(QDir().mkpath(place({})));
}

void DiskFaultsTest::initTestCase()
{
    UserKeyStore keys;
    NewCertificate wanted;
    wanted.commonName = u"second"_s;
    keys.open(m_aside.path());
    QVERIFY(bool(keys.generate(wanted, Secret("s3cret"_ba), u"second"_s)));
}

/// What lies in the place and in the home, at its path.
QStringList DiskFaultsTest::names() const
{
    QStringList names;
    for (QDirIterator each(m_cli->path({}), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
         each.hasNext();)
        names << each.next();
    names.sort();
    return names;
}

void DiskFaultsTest::remember()
{
    m_before.clear();
    for (const QString& name : names()) {
        struct stat status = {};
        ::stat(qPrintable(name), &status);
        m_before.insert(name, {fileBytes(name), status});
    }
}

void DiskFaultsTest::restore() const
{
    for (const QString& name : names())
        if (!QFileInfo(name).isSymLink())
            QFile::remove(name);
    for (const auto& [name, file] : m_before.asKeyValueRange()) {
        if (QFileInfo(name).isSymLink())
            continue;
        QFile fresh(name);
        QVERIFY(fresh.open(QIODevice::WriteOnly) && fresh.write(file.first) == file.first.size());
        fresh.close();
        QCOMPARE(::chown(qPrintable(name), file.second.st_uid, file.second.st_gid), 0);
        QCOMPARE(::chmod(qPrintable(name), file.second.st_mode & 07777), 0);
    }
}

/// For what was not finished: somebody may be at it still.
void DiskFaultsTest::letAnHourPass() const
{
    for (const QString& name : names()) {
        QFile file(name);
        if ((name.endsWith(".saving"_L1) || name.endsWith(".unfinished"_L1)) && file.open(QIODevice::ReadWrite))
            file.setFileTime(QDateTime::currentDateTime().addSecs(-3601), QFile::FileModificationTime);
    }
}

DiskRun DiskFaultsTest::run(const QStringList& command, int at, const QByteArray& fault, const QString& under) const
{
    const QString log = m_aside.filePath(u"calls"_s);
    QFile::remove(log);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s})
        environment.remove(name);
    environment.insert(u"HOME"_s, m_cli->path(u"home"_s));
    environment.insert(u"LD_PRELOAD"_s, QStringLiteral(STATIONER_DISKFAULTS));
    environment.insert(u"ASAN_OPTIONS"_s, qEnvironmentVariable("ASAN_OPTIONS") + u":verify_asan_link_order=0"_s);
    environment.insert(u"STATIONER_DISK_UNDER"_s, under.isEmpty() ? m_cli->path({}) : under);
    environment.insert(u"STATIONER_DISK_LOG"_s, log);
    environment.insert(u"STATIONER_DISK_AT"_s, QString::number(at));
    environment.insert(u"STATIONER_DISK_FAULT"_s, QString::fromLatin1(fault));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(command.first(), command.sliced(1));
    process.closeWriteChannel();
    if (!process.waitForFinished(60000))
        process.kill();
    DiskRun ran{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError(), {}};
    if (process.exitStatus() == QProcess::CrashExit)
        ran.status += 128;
    for (const QByteArray& line : fileBytes(log).split('\n'))
        if (const QByteArrayList words = line.split(' '); words.size() >= 3)
            ran.calls << DiskCall{words[0].toLongLong(), words[1], words.sliced(2).join(' ')};
    return ran;
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
        m_cli->write(u"place/acme.bog.bak"_s, "before"), m_cli->write(u"place/acme.bog"_s, goldenXml());
        ::chmod(qPrintable(path), 0640);
        if (::geteuid() == 0 && ::chown(qPrintable(path), 1234, 2345) != 0)
            QTest::qFail("cannot give it away", __FILE__, __LINE__);
        if (isLinked)
            QFile::rename(place(u"acme.bog.bak"_s), real + u".bak"_s);
        // What is back is not what was: the first change names a host where there was another.
        return {set(u"forth.example"_s), set(u"back.example"_s), [this] { return stationState(); },
                [this, set] { return run(set(u"next.example"_s)).status == 0; }};
    }
    if (name == "keys"_L1) {
        const QString folder = place(u"keys"_s), pem = m_aside.filePath(u"second.pem"_s);
        UserKeyStore keys;
        keys.open(folder);
        keys.restore({u"first"_s, fileBytes(pem)});
        const auto act = [=](const QString& what) {
            return QStringList{itself(), u"DiskFaultsTest"_s, u"--keys"_s, what, folder, pem};
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
    remember();
    const QByteArray old = change.state();
    struct Whole {
        QStringList names, namesAfterNext;
        QByteArray stateAfterNext;
    };
    QMap<QByteArray, Whole> whole; // of the old and of the new state
    const auto learn = [&] {
        Whole& one = whole[change.state()];
        one.names = names();
        QVERIFY(change.next());
        one.namesAfterNext = names();
        one.stateAfterNext = change.state();
    };
    learn();
    restore();
    const DiskRun plain = run(change.forth);
    QVERIFY2(plain.status == 0, plain.told());
    const QByteArray fresh = change.state();
    learn();
    QVERIFY2(whole.size() == 2 && !fresh.startsWith("fault"), fresh);

    int rounds = 0;
    for (int at = 1; at <= plain.calls.size(); ++at) {
        const DiskCall& call = plain.calls[at - 1];
        for (const QByteArray& fault : faultsOf(call)) {
            ++rounds;
            restore();
            QCOMPARE(change.state(), old);
            const DiskRun ran = run(change.forth, at, fault);
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
                QVERIFY2(names() == whole[state].names, what + names().join(u'\n').toUtf8());
            letAnHourPass();
            QVERIFY2(change.next(), what);
            QVERIFY2(change.state() == whole[state].stateAfterNext, what + change.state());
            QVERIFY2(names() == whole[state].namesAfterNext, what + names().join(u'\n').toUtf8());
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
        const auto calls = run(way.command).calls;
        const auto first =
            std::find_if(calls.begin(), calls.end(), [](const DiskCall& one) { return one.changesAnything(); });
        QVERIFY(first != calls.end());
        way.at = int(first - calls.begin()) + 1;
        way.microseconds = calls.last().microseconds - first->microseconds;
        way.end = change.state();
    }
    QVERIFY(ways[0].end != ways[1].end && !ways[0].end.startsWith("fault"));
    const qsizetype few = names().size() + 6;
    int changed = 0;
    for (int round = 0; round < 100; ++round) {
        const Way& way = ways[change.state() == ways[0].end ? 1 : 0];
        const auto moment = QByteArray::number(random.bounded(way.microseconds * 11 / 10 + 100));
        const DiskRun ran = run(way.command, way.at, "clock:" + moment);
        const QByteArray what = "round " + QByteArray::number(round) + ", after " + moment + " us\n" + ran.told() + "\n";
        const QByteArray state = change.state();
        QVERIFY2(ran.isKilled() ? state == ways[0].end || state == ways[1].end : ran.status == 0 && state == way.end,
                 what + state);
        QVERIFY2(names().size() <= few, what + names().join(u'\n').toUtf8());
        changed += state == way.end;
        letAnHourPass();
    }
    QVERIFY(change.next());
    qInfo("STATIONER_DISK_SEED=%u: %d of 100 were done, the others not", m_seed, changed);
}

void DiskFaultsTest::aChangeIsFlushedInItsFolder()
{
    QFETCH(QString, name);
    const auto calls = run(name == "journal"_L1 ? noting() : change(name).forth).calls;
    int places = 0;
    for (auto call = calls.begin(); call != calls.end(); ++call) {
        if (call->name != "rename" || call->path.endsWith(".bak") ||
            call->path.endsWith(".opened")) // not without the others
            continue;
        const QByteArray folder = call->path.first(call->path.lastIndexOf('/'));
        QVERIFY2(std::any_of(call, calls.end(), [&](auto& one) { return one.name == "flush" && one.path == folder; }),
                 call->path);
        ++places;
    }
    QVERIFY(places > 0);
}

/// What the child was told to be safe is found, and at most the step that was under way besides.
void DiskFaultsTest::checkNotes(const DiskRun& ran, const QByteArrayList& states, const QByteArray& what) const
{
    const QString folder = place(u"journals"_s), station = place(u"acme.bog"_s);
    const QByteArrayList lines = ran.out.trimmed().split('\n');
    const auto safe = std::find_if(lines.rbegin(), lines.rend(), [](auto& line) { return line.startsWith("noted "); });
    const int told = safe == lines.rend() ? 0 : safe->sliced(6).toInt();
    const bool wasUnderWay = ran.isKilled() || lines.last().startsWith("failed: ");
    const auto found = Journal::find(folder, station, goldenXml());
    const int steps = found ? found->steps : 0;
    QVERIFY2(steps == told || (wasUnderWay && steps == told + 1), what + "found " + QByteArray::number(steps));
    QVERIFY2(steps == 0 || found->xml == states[steps], what);
    const auto elsewhere = Journal::find(folder, station, goldenXml() + '\n');
    QVERIFY2(!elsewhere || elsewhere->opened.isEmpty() || elsewhere->opened == goldenXml(), what);
    QVERIFY2(ran.isKilled() || (ran.status == 0 && lines.size() == notedSteps), what);
    QVERIFY2(!ran.out.contains("failed: \n"), what);
    {
        Journal again(folder, station, goldenXml());
        QVERIFY2(!again.note(noted(notedSteps)), what);
        QVERIFY2(Journal::find(folder, station, goldenXml())->xml == noted(notedSteps).xml(), what);
        again.close();
    }
    QVERIFY2(names() == QStringList{station}, what + names().join(u'\n').toUtf8());
}

void DiskFaultsTest::theJournalKeepsWhatItTookAtAnyCall()
{
    m_cli->write(u"place/acme.bog"_s, goldenXml());
    remember();
    for (const bool isLarge : {false, true}) {
        QByteArrayList states;
        for (int step = 0; step <= notedSteps; ++step)
            states << noted(step, isLarge).xml();
        const QStringList command = isLarge ? noting() << u"large"_s : noting();
        const DiskRun plain = run(command);
        checkNotes(plain, states, plain.told());
        QVERIFY(plain.out.endsWith("noted 4\n"));
        const auto anew = std::find_if(plain.calls.rbegin(), plain.calls.rend(), [](auto& call) {
            return call.name == "create" && call.path.endsWith(".journal.new");
        });
        // Of the large one what is done at beginning anew: it takes long, and the rest is the same.
        const int first = isLarge ? int(plain.calls.rend() - anew) : 1;
        QVERIFY(!isLarge || first > 10);
        for (int at = first; at <= plain.calls.size(); ++at) {
            const DiskCall& call = plain.calls[at - 1];
            for (const QByteArray& fault : isLarge ? QByteArrayList{QByteArray::number(EIO), "kill"} : faultsOf(call)) {
                restore();
                const DiskRun ran = run(command, at, fault);
                QVERIFY2(ran.isKilled() || call.name == "unlink" || names().filter(u".new"_s).isEmpty(), ran.told());
                checkNotes(ran, states, fault + " at " + QByteArray::number(at) + "\n" + ran.told() + "\n");
                if (QTest::currentTestFailed())
                    return;
            }
            if (isLarge && call.name == "rename")
                break;
        }
    }
}

void DiskFaultsTest::theJournalKeepsWhatItTookAtAnyMoment()
{
    m_cli->write(u"place/acme.bog"_s, goldenXml());
    remember();
    QByteArrayList states;
    for (int step = 0; step <= notedSteps; ++step)
        states << noted(step).xml();
    const DiskRun plain = run(noting());
    const qint64 length = plain.calls.last().microseconds - plain.calls.first().microseconds;
    QRandomGenerator random(m_seed);
    for (int round = 0; round < 100 && !QTest::currentTestFailed(); ++round) {
        restore();
        const DiskRun ran = run(noting(), 1, "clock:" + QByteArray::number(random.bounded(length + 1)));
        checkNotes(ran, states, "STATIONER_DISK_SEED=" + QByteArray::number(m_seed) + '\n' + ran.told() + "\n");
    }
}

/// The record cannot be written, the folder can: what is not recorded would be asked about.
void DiskFaultsTest::aFullHomeCostsNoTrust()
{
    for (const QString& name : {u"hosts"_s, u"roots"_s}) {
        init();
        const DiskChange change = this->change(name);
        const QString home = m_cli->path(u"home"_s);
        remember();
        const auto calls = run(change.forth, 0, {}, home).calls;
        const QByteArray fresh = change.state();
        for (int at = 1; at <= calls.size(); ++at) {
            if (calls[at - 1].name != "write")
                continue;
            restore();
            const QByteArray old = change.state();
            const DiskRun ran = run(change.forth, at, "full", home);
            QVERIFY2(ran.status == 5, ran.told());
            QVERIFY2(change.state() == old || change.state() == fresh, ran.told() + '\n' + change.state());
        }
    }
}

void DiskFaultsTest::aFullDiskLeavesTheOldStation()
{
    m_cli->write(u"golden.bog"_s, goldenXml());
    const QString script = u"mount -t tmpfs -o size=64k none \"$1\" && cp \"$2\" \"$1/acme.bog\" || exit 99\n"
                           "cat /dev/zero >\"$1/filling\" 2>/dev/null\n"
                           "\"$0\" set \"$1/acme.bog\" \"$3\" hostname=full.example; status=$?\n"
                           "cmp \"$1/acme.bog\" \"$2\" >&2 && ls -A \"$1\"; exit $status"_s;
    // As root, or as the root of a user namespace, where the system lets people have one.
    const DiskRun ran = run({u"unshare"_s, ::geteuid() == 0 ? u"-m"_s : u"-rm"_s, u"sh"_s, u"-c"_s, script,
                             QStringLiteral(STATIONER_CLI), place({}), m_cli->path(u"golden.bog"_s), diskAccount});
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
    if (words.value(1) == "--notes"_L1)
        return noteSteps(words.at(2), words.at(3), words.size() > 4);
    if (words.value(1) == "--keys"_L1)
        return changeKeys(words.at(2), words.at(3), words.at(4));
    if (QFileInfo(u"/dev/shm"_s).isWritable()) // no fault comes from the disk itself, and nobody has to wait for it
        qputenv("TMPDIR", "/dev/shm");
    DiskFaultsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "diskfaults_test.moc"
