// The key ring without a desktop behind it: no bus at all, and the demo's, which never asks for one.

#include "secrets/keyring.h"
#include "support/stationertest.h"

#include <QTest>

#include <memory>
#include <optional>

using namespace stationer;
using namespace Qt::StringLiterals;

namespace {
const SecretPlace place{u"/stations/acme.bog"_s, u"/Services/EmailService/Out"_s, u"mail.example"_s, u"bob"_s};
const Secret password(u"battery staple"_s);
} // namespace

class SessionRingTest : public QObject {
    Q_OBJECT

    std::optional<KeyRingAnswer> m_answer;
    int m_answers = 0;

    std::function<void(const KeyRingAnswer&)> taker()
    {
        m_answer.reset();
        m_answers = 0;
        return [this](const KeyRingAnswer& answer) {
            m_answer = answer;
            ++m_answers;
        };
    }

private slots:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus"); }

    void withoutABusTheKeyRingIsAbsent()
    {
        KeyRing ring;
        ring.read(place, this, taker());
        QVERIFY(!m_answer); // never from within the call
        QTRY_VERIFY(m_answer);
        QCOMPARE(m_answer->state, KeyRingState::Absent);

        ring.write(place, password, this, taker());
        QTRY_VERIFY(m_answer);
        QCOMPARE(m_answer->state, KeyRingState::Absent);
        QVERIFY(m_answer->isForSession);
        ring.read(place, this, taker());
        QTRY_VERIFY(m_answer);
        QVERIFY(m_answer->secret == password);
        QCOMPARE(m_answer->refused, KeyRingState::Absent); // why it is only in memory
        QCOMPARE(m_answers, 1);
    }

    void theDemosKeyRingIsItsMemory()
    {
        KeyRing ring(KeyRing::Use::SessionOnly);
        ring.read(place, this, taker());
        QVERIFY(!m_answer);
        QTRY_VERIFY(m_answer);
        QCOMPARE(m_answer->state, KeyRingState::Answered);
        QVERIFY(!m_answer->secret);

        ring.write(place, password, this, taker());
        QTRY_VERIFY(m_answer);
        QCOMPARE(m_answer->state, KeyRingState::Answered);
        QVERIFY(m_answer->isForSession);
        ring.remove(place, this, taker());
        QTRY_VERIFY(m_answer);
        ring.read(place, this, taker());
        QTRY_VERIFY(m_answer);
        QVERIFY(!m_answer->secret);
    }

    void aPasswordJustTypedIsThereAtOnce()
    {
        KeyRing ring;
        bool isWritten = false;
        ring.write(place, password, this, [&isWritten](const KeyRingAnswer&) { isWritten = true; });
        ring.read(place, this, taker());
        QTRY_VERIFY(m_answer);
        QVERIFY(m_answer->secret == password);
        QTRY_VERIFY(isWritten); // a question that is open when a program ends is QKeychain's to lose
    }

    void nothingComesAfterTheContextIsGone()
    {
        KeyRing ring;
        auto context = std::make_unique<QObject>();
        ring.read(place, context.get(), taker());
        ring.keepForSession(place, password);
        ring.read(place, context.get(), [this](const KeyRingAnswer&) { ++m_answers; });
        context.reset();
        QTest::qWait(500);
        QCOMPARE(m_answers, 0);
    }

    void itKnowsTheOtherPlacesOfASlot()
    {
        KeyRing ring;
        SecretPlace elsewhere = place;
        elsewhere.host = u"other.example"_s;
        SecretPlace otherSlot = place;
        otherSlot.slotPath = u"/Services/EmailService/In"_s;
        for (const SecretPlace& one : {place, elsewhere, otherSlot, place})
            ring.keepForSession(one, password);
        QCOMPARE(ring.knownPlaces(place.stationFile, place.slotPath), (QList<SecretPlace>{place, elsewhere}));
        ring.remove(place, this, taker());
        QCOMPARE(ring.knownPlaces(place.stationFile, place.slotPath), QList<SecretPlace>{elsewhere});
        QTRY_VERIFY(m_answer);
    }
};

STATIONER_TEST(SessionRingTest)
#include "sessionring_test.moc"
