// A file of notes beside the trust files: kept, changed by two, and what is damaged or may be somebody else's.

#include "trust/trustjson.h"

#include "support/stationertest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace stationer;
using namespace Qt::StringLiterals;

namespace {

/// A list of words.
struct Words {
    QStringList words;

    static std::optional<Words> read(const QJsonObject& object)
    {
        if (!object[u"words"].isArray())
            return std::nullopt;
        Words read;
        for (const QJsonValue word : object[u"words"].toArray())
            read.words += word.toString();
        return read;
    }
    QJsonObject write() const { return {{u"words"_s, QJsonArray::fromStringList(words)}}; }
};

const TrustJson file(u"words"_s, 2, 500);

} // namespace

class TrustJsonTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString path(const QString& name) const { return m_dir->filePath(u"a.security/"_s + name); }
    TrustFolder folder() const { return {m_dir->filePath(u"a.security"_s), m_dir->filePath(u"records"_s)}; }
    std::optional<TrustFileFault> add(const QString& word) const
    {
        return changeContent<Words>(file, folder(), [&word](Words& there) { there.words += word; });
    }
    void write(const QByteArray& bytes) const
    {
        QDir().mkpath(m_dir->filePath(u"a.security"_s));
        QFile::setPermissions(m_dir->filePath(u"a.security"_s), QFile::Permissions(0x7700));
        QFile written(path(u"words.json"_s));
        QVERIFY(written.open(QIODevice::WriteOnly) && written.write(bytes) == bytes.size());
        written.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    QByteArray bytes(const QString& name) const
    {
        QFile read(path(name));
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }
    QStringList asideOnes() const { return QDir(path({})).entryList({u"words.json.damaged*"_s}); }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void noFileIsNothing() { QCOMPARE(readContent<Words>(file, folder()).value().words, QStringList()); }

    void whatIsChangedIsKeptForTheOwnerAlone()
    {
        QVERIFY(!add(u"one"_s));
        QVERIFY(!add(u"two"_s));
        QCOMPARE(readContent<Words>(file, folder()).value().words, (QStringList{u"one"_s, u"two"_s}));
        QCOMPARE(QFile::permissions(path(u"words.json"_s)) & QFile::Permissions(0x77), QFile::Permissions());
        QCOMPARE(QFile::permissions(path({})) & QFile::Permissions(0x77), QFile::Permissions());
    }

    void aDamagedOneIsSetAsideAndANewOneBegun_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no JSON") << "{\"version\":2,\"words\":["_ba;
        QTest::newRow("another content") << R"({"version":2,"words":1})"_ba;
        QTest::newRow("no version") << R"({"words":[]})"_ba;
        QTest::newRow("an older version") << R"({"version":1,"words":[]})"_ba;
        QTest::newRow("huge") << "{\"version\":2,\"words\":[\"" + QByteArray(1000, 'a') + "\"]}";
        QTest::newRow("empty") << ""_ba;
    }
    void aDamagedOneIsSetAsideAndANewOneBegun()
    {
        QFETCH(QByteArray, text);
        write(text);
        const auto fault = add(u"one"_s);
        QVERIFY(fault);
        QCOMPARE(fault->kind, TrustFileFault::Kind::Damaged);
        QCOMPARE(asideOnes().size(), 1);
        QCOMPARE(bytes(asideOnes().first()), text);
        QCOMPARE(readContent<Words>(file, folder()).value().words, QStringList{u"one"_s});
    }

    void aNewerOneIsLeft()
    {
        const QByteArray text = R"({"version":3})";
        write(text);
        QCOMPARE(add(u"one"_s)->kind, TrustFileFault::Kind::NewerVersion);
        QCOMPARE(bytes(u"words.json"_s), text);
    }

    void whatCameWithTheStationIsNeitherUsedNorOverwritten()
    {
        const QByteArray text = R"({"version":2,"words":["theirs"]})";
        write(text);
        QCOMPARE(readContent<Words>(file, folder()).error().kind, TrustFileFault::Kind::NotTakenOver);
        QCOMPARE(add(u"one"_s)->kind, TrustFileFault::Kind::NotTakenOver);
        QCOMPARE(bytes(u"words.json"_s), text);
        QVERIFY(!folder().adopt());
        QCOMPARE(readContent<Words>(file, folder()).value().words, QStringList{u"theirs"_s});
    }

    void whatTheUserLeftIsSetAsideOnceThereIsSomethingToNote()
    {
        write(R"({"version":2,"words":["theirs"]})");
        QVERIFY(!folder().leave());
        QCOMPARE(readContent<Words>(file, folder()).value().words, QStringList());
        QVERIFY(!add(u"one"_s));
        QCOMPARE(readContent<Words>(file, folder()).value().words, QStringList{u"one"_s});
        QCOMPARE(asideOnes().size(), 1);
    }

    void aLinkIsNotFollowed()
    {
        write({});
        QFile::remove(path(u"words.json"_s));
        QFile elsewhere(m_dir->filePath(u"elsewhere"_s));
        QVERIFY(elsewhere.open(QIODevice::WriteOnly));
        elsewhere.close();
        QVERIFY(QFile::link(elsewhere.fileName(), path(u"words.json"_s)));
        QCOMPARE(add(u"one"_s)->kind, TrustFileFault::Kind::Link);
        QCOMPARE(QFileInfo(elsewhere.fileName()).size(), 0);
    }

    void whatOthersMayWriteIsNotUsed()
    {
        QVERIFY(!add(u"one"_s));
        QFile::setPermissions(path(u"words.json"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::WriteOther);
        QCOMPARE(readContent<Words>(file, folder()).error().kind, TrustFileFault::Kind::WritableByOthers);
        QCOMPARE(add(u"two"_s)->kind, TrustFileFault::Kind::WritableByOthers);
    }

    void whatWouldBeDamagedForItsReaderIsNotWritten()
    {
        QVERIFY(!add(u"one"_s));
        QCOMPARE(add(QString(1000, u'a'))->kind, TrustFileFault::Kind::CannotWrite);
        QCOMPARE(readContent<Words>(file, folder()).value().words, QStringList{u"one"_s});
    }
};

STATIONER_TEST(TrustJsonTest)
#include "trustjson_test.moc"
