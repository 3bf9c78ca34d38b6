// A key ring behind a session bus that accepts and never answers: every question ends, and says so.

#include "secrets/keyring.h"
#include "support/silentbus.h"
#include "support/stationertest.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

namespace {
const SecretPlace place{u"/stations/acme.bog"_s, u"/Services/EmailService/Out"_s, u"mail.example"_s, u"bob"_s};
const Secret password(u"battery staple"_s);
} // namespace

class SilentRingTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::optional<SilentBus> m_bus;
    std::optional<KeyRingAnswer> m_answer;
    int m_answers = 0;

    std::function<void(const KeyRingAnswer&)> taker()
    {
        m_answer.reset();
        return [this](const KeyRingAnswer& answer) {
            m_answer = answer;
            ++m_answers;
        };
    }

private slots:
    void initTestCase()
    {
        m_bus.emplace(m_folder.filePath(u"bus"_s));
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus->address().toLocal8Bit());
    }

    void whatIsSilentIsNeitherEmptyNorWaitedForTwice()
    {
        KeyRing ring(KeyRing::Use::System, {.service = std::chrono::milliseconds(50), .person = std::chrono::minutes(2)});
        ring.read(place, this, taker());
        QVERIFY(!m_answer);
        QTRY_VERIFY(m_answer);
        QCOMPARE(m_answer->state, KeyRingState::Silent);
        QVERIFY(!m_answer->secret);
        QVERIFY(ring.holdsProcess());
        QVERIFY(m_bus->wasAsked());

        ring.write(place, password, this, taker());
        QTRY_VERIFY(m_answer);
        QCOMPARE(m_answer->state, KeyRingState::Silent);
        QVERIFY(m_answer->isForSession);
        ring.read(place, this, taker());
        QTRY_VERIFY(m_answer);
        QVERIFY(m_answer->secret == password);
        ring.remove(place, this, taker());
        QTRY_VERIFY(m_answer);
        QCOMPARE(m_answer->state, KeyRingState::Silent);
        QVERIFY(!m_bus->wasAsked()); // nobody stood in the queue again

        m_bus->hangUp(); // so it is known that nobody is there
        QTRY_VERIFY_WITH_TIMEOUT(!ring.holdsProcess(), 20000);
        m_bus.reset();
        QTRY_VERIFY_WITH_TIMEOUT(
            (ring.read(place, this, taker()), QTest::qWait(100), m_answer && m_answer->state == KeyRingState::Absent),
            20000);
    }
};

STATIONER_TEST(SilentRingTest)
#include "silentring_test.moc"
