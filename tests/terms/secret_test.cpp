// What a secret leaves behind in memory: nothing. Memory that was given back is read through /proc/self/mem, where looking
// at it is defined; that it would show what nobody wiped is proven first.

#include "support/stationertest.h"
#include "terms/secret.h"

#include <QFile>
#include <QTest>

#include <memory>
#include <optional>
#include <type_traits>

using namespace stationer;

namespace {

// Long enough that what malloc() writes into memory given back covers little of it, and short enough that it is not
// unmapped.
constexpr qsizetype length = 4000;

QByteArray password(char letter = 'p')
{
    return QByteArray(length, letter);
}

/// Where bytes are, remembered beyond their life.
class Place {
public:
    explicit Place(const QByteArray& bytes) : m_address(quintptr(bytes.constData())), m_size(bytes.size()) {}
    explicit Place(const Secret& secret) : Place(secret.reveal()) {}

    /// Whether some of this letter stands there still, sixteen in a row: a few come back by chance.
    bool shows(char letter) const
    {
        QFile memory(QStringLiteral("/proc/self/mem"));
        if (!memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !memory.seek(qint64(m_address)))
            qFatal("the memory cannot be read");
        const QByteArray found = memory.read(m_size);
        if (found.size() != m_size)
            qFatal("the memory is not there any more");
        return found.contains(QByteArray(16, letter));
    }

private:
    quintptr m_address;
    qsizetype m_size;
};

} // namespace

class SecretTest : public QObject {
    Q_OBJECT
private slots:
    void memoryGivenBackShowsWhatNobodyWiped()
    {
        auto careless = std::make_unique<QByteArray>(password());
        const Place place(*careless);
        QVERIFY(place.shows('p'));
        careless.reset();
        QVERIFY2(place.shows('p'), "the other functions here would prove nothing");
    }

    void whatIsWipedIsWipedToTheEndOfItsRoom()
    {
        QByteArray bytes = password();
        const Place whole(bytes);
        bytes.truncate(3);
        wipe(bytes);
        QVERIFY(bytes.isEmpty());
        QVERIFY(!whole.shows('p'));
    }

    void whatIsWipedIsWipedFromTheBeginningOfItsRoom()
    {
        QByteArray bytes = password();
        const Place whole(bytes);
        bytes.remove(0, length - 3);
        wipe(bytes);
        QVERIFY(!whole.shows('p'));
    }

    void whatOthersShareIsNotWiped()
    {
        QByteArray bytes = password();
        const QByteArray theirs = bytes;
        wipe(bytes);
        QVERIFY(bytes.isEmpty());
        QCOMPARE(theirs, password());
    }

    void nothingIsWipedWhereThereIsNothing()
    {
        QByteArray none;
        wipe(none);
        QByteArray readOnly = QByteArray::fromRawData("literal", 7);
        wipe(readOnly);
        QVERIFY(none.isEmpty() && readOnly.isEmpty());
    }

    void aSecretThatGoesLeavesNothing()
    {
        std::optional<Secret> secret(password());
        const Place place(*secret);
        QVERIFY(place.shows('p'));
        secret.reset();
        QVERIFY(!place.shows('p'));
    }

    void neitherDoesWhatItWasMadeOf()
    {
        QByteArray typed = password();
        const Place place(typed);
        const Secret secret(std::move(typed));
        QVERIFY(!place.shows('p'));
        QCOMPARE(secret.reveal(), password());
    }

    void whatSomebodyElseHoldsIsNotTakenFromThem()
    {
        const QByteArray typed = password();
        std::optional<Secret> secret(typed);
        const Place place(*secret);
        secret.reset();
        QVERIFY(!place.shows('p'));
        QCOMPARE(typed, password());
    }

    void aFormerValueLeavesNothing()
    {
        Secret secret(password());
        const Place former(secret);
        const Secret next(password('n'));
        secret = next;
        QVERIFY(!former.shows('p'));
        QCOMPARE(secret, next);

        const Place copied(secret);
        secret = Secret(password('m'));
        QVERIFY(!copied.shows('n'));
        QCOMPARE(next.reveal(), password('n'));

        const Place moved(secret);
        secret = {};
        QVERIFY(!moved.shows('m'));
        QVERIFY(secret.isEmpty());
    }

    void aCopyHasABufferOfItsOwn()
    {
        std::optional<Secret> secret(password());
        const Secret copy = *secret;
        const Place first(*secret);
        QVERIFY(copy.reveal().constData() != secret->reveal().constData());
        secret.reset();
        QVERIFY(!first.shows('p'));
        QCOMPARE(copy.reveal(), password());
    }

    void aSecretThatMovesTakesItsBufferAlong()
    {
        Secret secret(password());
        const char* const buffer = secret.reveal().constData();
        const Secret moved = std::move(secret);
        QVERIFY(moved.reveal().constData() == buffer);
        static_assert(std::is_nothrow_move_constructible_v<Secret> && std::is_nothrow_move_assignable_v<Secret>);
    }

    void aSecretOutlivesAnAssignmentToItself()
    {
        Secret secret(password());
        const Secret& same = secret;
        secret = same;
        QCOMPARE(secret.reveal(), password());
    }
};

STATIONER_TEST(SecretTest)
#include "secret_test.moc"
