#include "token/tokensettings.h"

#include "support/stationertest.h"

#include <QFile>
#include <QTemporaryDir>

using namespace stationer;
using namespace Qt::StringLiterals;

/// What is kept for the accounts of a station: it says to whom a secret goes, so it is believed as the trust files beside it
/// are.
class TokenSettingsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;
    const TokenSettingsByPath m_settings{
        {u"/Services/EmailService/Out"_s, {u"https://login.example/token"_s, u"station"_s, u"mail"_s}},
        {u"/Services/EmailService/In"_s,
         {u"https://login.example/token"_s, u"certified"_s, {}, TokenProof::Certificate, u"station key"_s}}};

    TrustFolder folder(const QString& name) const { return {m_home.filePath(name), m_home.filePath(u"records"_s)}; }
    static bool write(const TrustFolder& to, const QByteArray& bytes)
    {
        QFile file(to.pathOf(u"tokens.json"_s));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

private slots:
    void whatIsWrittenIsRead()
    {
        QVERIFY(!writeTokenSettings(folder(u"a"_s), m_settings));
        QCOMPARE(readTokenSettings(folder(u"a"_s)).value(), m_settings);
    }

    void withoutAFileThereAreNone()
    {
        QVERIFY(readTokenSettings(folder(u"nowhere"_s)).value().isEmpty());
        QVERIFY(readTokenSettings(TrustFolder()).value().isEmpty());
    }

    void whatCameWithAStationIsNotUsed()
    {
        QVERIFY(!writeTokenSettings(folder(u"b"_s), m_settings));
        const QByteArray another = R"({"version":1,"accounts":{}})";
        QVERIFY(write(folder(u"b"_s), another));
        QCOMPARE(readTokenSettings(folder(u"b"_s)).error().kind, TrustFileFault::Kind::NotTakenOver);
        QVERIFY(readTokenSettings(folder(u"b"_s).asItIs()).value().isEmpty());
    }

    void aDamagedOneIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << "{"_ba;
        QTest::newRow("no accounts") << R"({"version":1})"_ba;
        QTest::newRow("no client") << R"({"version":1,"accounts":{"/a":{"endpoint":"https://x/","proof":"secret"}}})"_ba;
        QTest::newRow("another proof")
            << R"({"version":1,"accounts":{"/a":{"endpoint":"https://x/","client":"c","proof":"word"}}})"_ba;
    }
    void aDamagedOneIsSetAside()
    {
        QFETCH(QByteArray, bytes);
        const TrustFolder damaged = folder(u"c"_s).asItIs();
        QVERIFY(!writeTokenSettings(damaged, m_settings));
        QVERIFY(write(damaged, bytes));
        const auto read = readTokenSettings(damaged);
        QCOMPARE(read.error().kind, TrustFileFault::Kind::Damaged);
        QVERIFY(!QFile::exists(damaged.pathOf(u"tokens.json"_s)));
    }

    void aNewerOneIsLeft()
    {
        const TrustFolder newer = folder(u"d"_s).asItIs();
        QVERIFY(!writeTokenSettings(newer, m_settings));
        const QByteArray later = R"({"version":2})";
        QVERIFY(write(newer, later));
        QCOMPARE(readTokenSettings(newer).error().kind, TrustFileFault::Kind::NewerVersion);
        QVERIFY(QFile::exists(newer.pathOf(u"tokens.json"_s)));
    }
};

STATIONER_TEST(TokenSettingsTest)
#include "tokensettings_test.moc"
