// The key ring against a real Secret Service: gnome-keyring on a bus of its own, open, locked, without a collection, and
// gone.

#include "secrets/keyring.h"
#include "support/stationertest.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace stationer;
using namespace Qt::StringLiterals;

namespace {

const QString secretService = u"org.freedesktop.secrets"_s;

// gnome-keyring-daemon, in the foreground; it ends with this object.
class Daemon {
public:
    enum class Opened { Yes, No };

    explicit Daemon(Opened opened)
    {
        QStringList arguments{u"--foreground"_s, u"--components=secrets"_s};
        if (opened == Opened::Yes)
            arguments.append(u"--unlock"_s);
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(u"gnome-keyring-daemon"_s, arguments);
        m_process.write("key ring's own password");
        m_process.closeWriteChannel();
    }
    ~Daemon()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(5000);
    }
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;

    bool isServing() const { return QDBusConnection::sessionBus().interface()->isServiceRegistered(secretService).value(); }

    // The default collection, if it is there, and locked as asked.
    bool hasCollection(bool isLocked) const
    {
        QDBusInterface collection(secretService, u"/org/freedesktop/secrets/aliases/default"_s,
                                  u"org.freedesktop.Secret.Collection"_s);
        const QVariant locked = collection.property("Locked");
        return locked.isValid() && locked.toBool() == isLocked;
    }

    void lock()
    {
        QDBusInterface service(secretService, u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s);
        const QDBusReply<QDBusObjectPath> path = service.call(u"ReadAlias"_s, u"default"_s);
        service.call(u"Lock"_s, QVariant::fromValue(QList<QDBusObjectPath>{path.value()}));
    }

private:
    QProcess m_process;
};

// Waits for the one answer that every question gets.
struct Answer {
    int count = 0;
    std::optional<KeyRingAnswer> last;

    std::function<void(const KeyRingAnswer&)> taker()
    {
        return [this](const KeyRingAnswer& answer) {
            ++count;
            last = answer;
        };
    }
    KeyRingAnswer arrived()
    {
        if (!QTest::qWaitFor([this] { return count > 0; }, 20000) || count != 1)
            QTest::qFail("there was no answer, or more than one", __FILE__, __LINE__);
        return last.value_or(KeyRingAnswer{});
    }
};

const SecretPlace place{u"/stations/acme.bog"_s, u"/Services/EmailService/Out"_s, u"mail.example"_s, u"bob"_s};
const Secret password(u"grün \"7\" \n"_s);

} // namespace

class KeyRingTest : public QObject {
    Q_OBJECT

    KeyRingAnswer read(KeyRing& ring, const SecretPlace& from = place)
    {
        Answer answer;
        ring.read(from, this, answer.taker());
        return answer.arrived();
    }
    KeyRingAnswer write(KeyRing& ring, const Secret& secret = password)
    {
        Answer answer;
        ring.write(place, secret, this, answer.taker());
        return answer.arrived();
    }
    KeyRingAnswer remove(KeyRing& ring)
    {
        Answer answer;
        ring.remove(place, this, answer.taker());
        return answer.arrived();
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(QDBusConnection::sessionBus().isConnected(), "run this by tests/secrets/with-keyring");
        QVERIFY2(!QDBusConnection::sessionBus().interface()->isServiceRegistered(secretService).value(),
                 "the key ring of a desktop is no place for tests");
    }

    void withoutAServiceAPasswordLastsForTheSession()
    {
        KeyRing ring;
        QCOMPARE(read(ring).state, KeyRingState::Absent);
        const KeyRingAnswer written = write(ring);
        QCOMPARE(written.state, KeyRingState::Absent);
        QVERIFY(written.isForSession);
        const KeyRingAnswer found = read(ring);
        QCOMPARE(found.state, KeyRingState::Answered);
        QVERIFY(found.isForSession);
        QVERIFY(found.secret == password);
        QCOMPARE(remove(ring).state, KeyRingState::Absent);
        QVERIFY(!read(ring).secret);
        KeyRing other;
        QVERIFY(!read(other).secret);
    }

    void withoutACollectionAPasswordLastsForTheSession()
    {
        Daemon daemon(Daemon::Opened::No);
        QTRY_VERIFY_WITH_TIMEOUT(daemon.isServing(), 10000);
        KeyRing ring;
        QCOMPARE(read(ring).state, KeyRingState::Absent);
        const KeyRingAnswer written = write(ring);
        QCOMPARE(written.state, KeyRingState::Absent);
        QVERIFY(written.isForSession);
        QVERIFY(read(ring).secret == password);
    }

    void anOpenKeyRingKeepsIt()
    {
        Daemon daemon(Daemon::Opened::Yes);
        QTRY_VERIFY_WITH_TIMEOUT(daemon.isServing() && daemon.hasCollection(false), 10000);
        KeyRing ring;
        const KeyRingAnswer nothing = read(ring);
        QCOMPARE(nothing.state, KeyRingState::Answered);
        QVERIFY(!nothing.secret && !nothing.isForSession);

        const KeyRingAnswer written = write(ring);
        QCOMPARE(written.state, KeyRingState::Answered);
        QVERIFY(!written.isForSession);

        KeyRing later; // another run of the program
        const KeyRingAnswer found = read(later);
        QCOMPARE(found.state, KeyRingState::Answered);
        QVERIFY(!found.isForSession);
        QVERIFY(found.secret == password);
        QCOMPARE(later.knownPlaces(place.stationFile, place.slotPath), QList<SecretPlace>{place});
    }

    void everyPlaceHasAnEntryOfItsOwn()
    {
        Daemon daemon(Daemon::Opened::Yes);
        QTRY_VERIFY_WITH_TIMEOUT(daemon.isServing() && daemon.hasCollection(false), 10000);
        KeyRing ring;
        QVERIFY(read(ring).secret == password); // it outlived the daemon of the function before
        for (auto part : {&SecretPlace::stationFile, &SecretPlace::slotPath, &SecretPlace::host, &SecretPlace::user}) {
            SecretPlace other = place;
            other.*part += u"2"_s;
            const KeyRingAnswer answer = read(ring, other);
            QCOMPARE(answer.state, KeyRingState::Answered);
            QVERIFY(!answer.secret);
        }
    }

    void aLockedKeyRingIsNotAnEmptyOne()
    {
        Daemon daemon(Daemon::Opened::Yes);
        QTRY_VERIFY_WITH_TIMEOUT(daemon.isServing() && daemon.hasCollection(false), 10000);
        daemon.lock();
        QTRY_VERIFY_WITH_TIMEOUT(daemon.hasCollection(true), 10000);
        KeyRing ring;
        const KeyRingAnswer locked = read(ring);
        QCOMPARE(locked.state, KeyRingState::Locked);
        QVERIFY(!locked.secret);
        QCOMPARE(remove(ring).state, KeyRingState::Locked);

        const KeyRingAnswer written = write(ring, Secret(u"typed now"_s));
        QCOMPARE(written.state, KeyRingState::Locked);
        QVERIFY(written.isForSession);
        QVERIFY(read(ring).secret == Secret(u"typed now"_s));
    }

    void whatIsRemovedIsGone()
    {
        Daemon daemon(Daemon::Opened::Yes);
        QTRY_VERIFY_WITH_TIMEOUT(daemon.isServing() && daemon.hasCollection(false), 10000);
        KeyRing ring;
        QVERIFY(read(ring).secret == password); // the locked one was not changed
        QCOMPARE(remove(ring).state, KeyRingState::Answered);
        QCOMPARE(ring.knownPlaces(place.stationFile, place.slotPath), QList<SecretPlace>{});
        KeyRing later;
        QVERIFY(!read(later).secret);
        QCOMPARE(remove(later).state, KeyRingState::Answered); // nothing there any more
    }

    void theSecretIsNoPartOfTheEntrysName()
    {
        Daemon daemon(Daemon::Opened::Yes);
        QTRY_VERIFY_WITH_TIMEOUT(daemon.isServing() && daemon.hasCollection(false), 10000);
        KeyRing ring;
        QCOMPARE(write(ring, Secret(u"hunter2"_s)).state, KeyRingState::Answered);
        QDBusInterface service(secretService, u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s);
        QDBusInterface collection(secretService, u"/org/freedesktop/secrets/aliases/default"_s,
                                  u"org.freedesktop.Secret.Collection"_s);
        const auto items = qvariant_cast<QList<QDBusObjectPath>>(collection.property("Items"));
        QCOMPARE(items.size(), 1);
        QDBusInterface item(secretService, items.first().path(), u"org.freedesktop.Secret.Item"_s);
        const QString label = item.property("Label").toString();
        QVERIFY(!label.contains(u"hunter2"_s));
        QCOMPARE(remove(ring).state, KeyRingState::Answered);
    }
};

STATIONER_TEST(KeyRingTest)
#include "keyring_test.moc"
