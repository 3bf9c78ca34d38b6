// A backup is opened by the one file in it that is the station's, in either layout, and only read; a bad one is refused by
// its reason.

#include "station/archive.h"
#include "station/container.h"
#include "station/faulttext.h"
#include "support/backups.h"
#include "support/smallstation.h"
#include "support/stationertest.h"
#include "support/stationfiles.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;
using test::BackupLayout;

using Kind = OpenFault::Kind;
Q_DECLARE_METATYPE(BackupLayout)

class BackupTest : public QObject {
    Q_OBJECT
private slots:
    void opensByTheStationsFile_data();
    void opensByTheStationsFile();
    void readsNothingElseInIt();
    void asksWhichOfSeveral();
    void takesTheFolderOfAStationAlone();
    void refusesABadOne_data();
    void refusesABadOne();
    void refusesEveryCut();
    void refusesAHugeOne();
    void boundsAZipInAZip();
    void saysWhereInItAFaultIs();
    void saysWhatAnotherZipHolds();
    void isNeverSaved();
    void isSavedElsewhereAsItsFileWas_data();
    void isSavedElsewhereAsItsFileWas();

private:
    QString written(const QByteArray& bytes, const QString& name = u"backup.dist"_s)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }

    QTemporaryDir m_folder;
    QByteArray m_xml = test::smallStation(test::outgoing());
};

void BackupTest::opensByTheStationsFile_data()
{
    QTest::addColumn<BackupLayout>("layout");
    QTest::addColumn<bool>("isZip");
    QTest::newRow("one home, flat") << BackupLayout::OneHome << false;
    QTest::newRow("one home, zip") << BackupLayout::OneHome << true;
    QTest::newRow("user home, flat") << BackupLayout::UserHome << false;
    QTest::newRow("user home, zip") << BackupLayout::UserHome << true;
}

void BackupTest::opensByTheStationsFile()
{
    QFETCH(BackupLayout, layout);
    QFETCH(bool, isZip);
    const QString path = written(test::backupOf(isZip ? zipOf({{"file.xml", m_xml}}) : m_xml, layout));
    const auto file = Container::open(path);
    QVERIFY2(bool(file), qPrintable(file ? QString() : describe(file.error(), path)));
    QCOMPARE(file.value().document.xml(), m_xml);
    QCOMPARE(file.value().container.entry(), QString::fromUtf8(test::backupEntry(layout)));
    QCOMPARE(file.value().container.isZip(), isZip);
    QVERIFY(!file.value().container.changedOnDisk(path));
}

/// A device that notes which of its bytes were read.
class WatchedBuffer : public QBuffer {
public:
    using QBuffer::QBuffer;
    QByteArray seen() const { return m_seen; }

protected:
    qint64 readData(char* data, qint64 length) override
    {
        const qint64 at = pos();
        const qint64 got = QBuffer::readData(data, length);
        if (m_seen.isEmpty())
            m_seen = QByteArray(size(), 0);
        if (got > 0)
            m_seen.replace(at, got, QByteArray(got, 1));
        return got;
    }

private:
    QByteArray m_seen;
};

void BackupTest::readsNothingElseInIt()
{
    const QByteArray secret(300'000, 's');
    QByteArray zip = zipOf(
        {{"security/keyring.jceks", secret}, {"stations/acme/config.bog", m_xml}, {"stations/acme/security/keys", secret}},
        ZIP_CM_STORE);
    WatchedBuffer device(&zip);
    QVERIFY(device.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    ReadingProgress progress;
    const auto found = archive::stationFileIn(device, {}, 1 << 30, progress);
    QVERIFY(found && found.value());
    QCOMPARE(found.value()->bytes, m_xml);
    const QByteArray seen = device.seen();
    const qsizetype first = zip.indexOf(secret);
    const qsizetype last = zip.lastIndexOf(secret);
    QVERIFY(first > 0 && last > first);
    QVERIFY(!seen.sliced(first, secret.size()).contains(1));
    // libzip looks for the directory from the end, in 64 KiB at most.
    QVERIFY(!seen.sliced(last, secret.size() - (1 << 17)).contains(1));
    QVERIFY(seen.sliced(zip.indexOf(m_xml), m_xml.size()).count(1) == m_xml.size());
}

void BackupTest::asksWhichOfSeveral()
{
    const QByteArray other = test::smallStation(test::incoming());
    const QStringList names{u"stations/acme/config.bog"_s, u"stations/plant two/config.bog"_s};
    const QString path = written(zipOf({{names[0].toUtf8(), m_xml}, {names[1].toUtf8(), other}}));
    const auto none = Container::open(path);
    QVERIFY(!none);
    QCOMPARE(none.error().kind, Kind::SeveralStations);
    QCOMPARE(none.error().entries, names);
    QVERIFY(describe(none.error(), path).contains(names[1]));
    const auto second = Container::open(path, nullptr, names[1]);
    QVERIFY(bool(second));
    QCOMPARE(second.value().document.xml(), other);
    for (const QString& wrong : {u"stations/none/config.bog"_s, u"config.bog"_s, u"stations/acme"_s}) {
        const auto missing = Container::open(path, nullptr, wrong);
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, Kind::NoSuchEntry);
        QCOMPARE(missing.error().entries, names);
        QVERIFY(describe(missing.error(), path).contains(wrong));
    }
}

void BackupTest::takesTheFolderOfAStationAlone()
{
    const auto file = Container::open(written(zipOf({{"config.bog", m_xml}, {"alarm/a.adb", "x"}, {"myconfig.bog", "x"}})));
    QVERIFY(bool(file));
    QCOMPARE(file.value().container.entry(), u"config.bog"_s);
}

void BackupTest::refusesABadOne_data()
{
    QTest::addColumn<QByteArray>("zip");
    QTest::addColumn<Kind>("kind");
    const QByteArray name = "stations/acme/config.bog";
    QTest::newRow("without a station") << zipOf({{"META-INF/dist.xml", "<dist/>"}, {"stations/acme/px/a.px", "x"}})
                                       << Kind::ZipWithoutXml;
    QTest::newRow("a folder of that name") << zipOf({{"stations/config.bog/", ""}}) << Kind::ZipWithoutXml;
    QTest::newRow("encrypted") << zipOf({{name, m_xml}}, ZIP_CM_DEFLATE, "secret") << Kind::ZipEncrypted;
    QTest::newRow("encrypted of old") << zipOf({{name, m_xml}}, ZIP_CM_DEFLATE, "secret", ZIP_EM_TRAD_PKWARE)
                                      << Kind::ZipEncrypted;
    QTest::newRow("with an encrypted zip in it")
        << zipOf({{name, zipOf({{"file.xml", m_xml}}, ZIP_CM_DEFLATE, "secret")}}) << Kind::ZipEncrypted;
    QTest::newRow("with a zip without XML in it") << zipOf({{name, zipOf({{"other.xml", m_xml}})}}) << Kind::ZipWithoutXml;
    QTest::newRow("with a backup in it") << zipOf({{name, zipOf({{name, m_xml}})}}) << Kind::ZipWithoutXml;
    QTest::newRow("with nonsense in it") << zipOf({{name, "hello"}}) << Kind::NotAStation;
    QTest::newRow("with nothing in it") << zipOf({{name, ""}}) << Kind::NotAStation;
    QByteArray twice = zipOf({{name, m_xml}, {"stations/evil/config.bog", m_xml}});
    twice.replace("stations/evil/", "stations/acme/");
    QTest::newRow("the same twice") << twice << Kind::ZipAmbiguous;
    QByteArray wrong = zipOf({{name, m_xml}}, ZIP_CM_STORE);
    wrong.replace("stationName", "stationLame");
    QTest::newRow("damaged") << wrong << Kind::ZipDamaged;
}

void BackupTest::refusesABadOne()
{
    QFETCH(QByteArray, zip);
    QFETCH(Kind, kind);
    const QString path = written(zip);
    const auto file = Container::open(path);
    QVERIFY(!file);
    QCOMPARE(file.error().kind, kind);
    QVERIFY(describe(file.error(), path).contains(path));
}

void BackupTest::refusesEveryCut()
{
    const QByteArray zip = test::backupOf(m_xml);
    for (qsizetype cut = 2; cut < zip.size(); cut += 3) {
        const auto file = Container::open(written(zip.first(cut)));
        QVERIFY2(!file, qPrintable(QString::number(cut)));
        QCOMPARE(file.error().kind, Kind::ZipDamaged);
    }
}

void BackupTest::refusesAHugeOne()
{
    ReadingProgress progress;
    const auto refusal = [&](QByteArray zip, qsizetype limit) {
        QBuffer device(&zip);
        device.open(QIODevice::ReadOnly);
        return archive::stationFileIn(device, {}, limit, progress);
    };
    QByteArray zip = zipOf({{"s/config.bog", QByteArray(5'000'000, ' ')}});
    QCOMPARE(refusal(zip, 4'999'999).error().kind, Kind::TooLarge);
    QVERIFY(bool(refusal(zip, 5'000'000)));
    zip.replace(zip.indexOf("PK\x01\x02") + 24, 4, QByteArray("\x05\0\0\0", 4)); // its size as the directory claims it
    QVERIFY(!refusal(zip, 1000));
    QCOMPARE(refusal(zipOf({{"s/config.bog", QByteArray((qsizetype(64) << 20) + 1, ' ')}}), 1 << 30).error().kind,
             Kind::ZipOutOfProportion);
}

void BackupTest::boundsAZipInAZip()
{
    // Each zip is in proportion, and together they are not: what repeats itself over and over repeats itself once packed,
    // too.
    QByteArray noise(20 << 10, Qt::Uninitialized);
    QRandomGenerator random(1);
    for (char& byte : noise)
        byte = static_cast<char>(random.bounded(256));
    const QByteArray inner = zipOf({{"file.xml", noise.repeated(3400)}});
    ReadingProgress progress;
    QVERIFY(bool(archive::xml(inner, 1 << 30, progress)));
    const auto file = Container::open(written(zipOf({{"s/config.bog", inner}})));
    QVERIFY(!file);
    QCOMPARE(file.error().kind, Kind::ZipOutOfProportion);
    QCOMPARE(file.error().entry, u"s/config.bog"_s);
}

void BackupTest::saysWhereInItAFaultIs()
{
    const QString path = written(test::backupOf("<bajaObjectGraph>\n<p>", BackupLayout::OneHome));
    const auto file = Container::open(path);
    QVERIFY(!file);
    const QString sentence = describe(file.error(), path);
    QVERIFY2(sentence.startsWith(path + u", stations/acme/config.bog, line 2"_s), qPrintable(sentence));
}

void BackupTest::saysWhatAnotherZipHolds()
{
    const auto sentenceOf = [&](const QByteArray& zip) {
        const QString path = written(zip, u"other.ntpl"_s);
        const auto file = Container::open(path);
        return file ? QString() : describe(file.error(), path);
    };
    const QString ofTemplate =
        sentenceOf(zipOf({{"template-manifest.xml", "<m/>"}, {"template.bog", m_xml}, {"a.px", "x"}}));
    QVERIFY2(ofTemplate.contains(u"can be opened in it: template.bog. Unpack"), qPrintable(ofTemplate));
    const QString ofModule = sentenceOf(zipOf({{"META-INF/MANIFEST.MF", "x"}, {"com/a.class", "x"}}));
    QVERIFY2(ofModule.contains(u"It holds: META-INF/MANIFEST.MF, com/a.class. Choose"), qPrintable(ofModule));
    const QString ofNone = sentenceOf(QByteArray("PK\x05\x06", 4) + QByteArray(18, '\0'));
    QVERIFY2(ofNone.contains(u"is empty"), qPrintable(ofNone));
    QList<std::pair<QByteArray, QByteArray>> many;
    for (int i = 0; i < 1000; ++i)
        many += {QByteArray(200, 'x') + QByteArray::number(i), "x"};
    QVERIFY(sentenceOf(zipOf(many)).size() < 2000);
}

void BackupTest::isNeverSaved()
{
    const QByteArray backup = test::backupOf(m_xml);
    const QString path = written(backup);
    auto file = Container::open(path);
    QVERIFY(bool(file));
    Document& document = file.value().document;
    document.apply(document.setValue(document.root(), u"stationName"_s, u"other"_s).value());
    Container& container = file.value().container;
    for (const auto ifChanged : {Container::IfChanged::Refuse, Container::IfChanged::Overwrite})
        QCOMPARE(container.save(document, path, ifChanged).value().kind, SaveFault::Kind::IsBackup);
    QCOMPARE(container.saveAs(document, path).value().kind, SaveFault::Kind::IsBackup);
    const QString link = m_folder.filePath(u"link.bog"_s);
    QVERIFY(QFile::link(path, link));
    QCOMPARE(container.saveAs(document, link).value().kind, SaveFault::Kind::IsBackup);
    QCOMPARE(fileBytes(path), backup);
    QVERIFY(describe(SaveFault{SaveFault::Kind::IsBackup, {}}, path).contains(u"only read"));
}

void BackupTest::isSavedElsewhereAsItsFileWas_data()
{
    QTest::addColumn<bool>("isZip");
    QTest::newRow("flat") << false;
    QTest::newRow("zip") << true;
}

void BackupTest::isSavedElsewhereAsItsFileWas()
{
    QFETCH(bool, isZip);
    const QByteArray config = isZip ? zipOf({{"file.xml", m_xml}}) : m_xml;
    const QByteArray backup = test::backupOf(config);
    const QString path = written(backup);
    auto file = Container::open(path);
    QVERIFY(bool(file));
    Container& container = file.value().container;
    Document& document = file.value().document;
    const QString beside = m_folder.filePath(isZip ? u"zip/config.bog"_s : u"flat/config.bog"_s);
    QVERIFY(QDir().mkpath(QFileInfo(beside).path()));
    QVERIFY(!container.saveAs(document, beside));
    QVERIFY(container.entry().isEmpty());
    auto saved = Container::open(beside);
    QVERIFY(bool(saved));
    QCOMPARE(saved.value().container.isZip(), isZip);
    QCOMPARE(saved.value().document.xml(), m_xml);
    document.apply(document.setValue(document.root(), u"stationName"_s, u"other"_s).value());
    QVERIFY(!container.save(document, beside));
    QVERIFY(Container::open(beside).value().document.xml().contains("other"));
    QCOMPARE(fileBytes(path), backup);
}

STATIONER_TEST(BackupTest)
#include "backup_test.moc"
