// What is not a station file, or not a whole one, is refused with its place, and nothing is half-opened.

#include "station/archive.h"
#include "station/container.h"
#include "station/faulttext.h"
#include "support/stationertest.h"
#include "support/stationfiles.h"
#include "support/zips.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace stationer;

using Kind = OpenFault::Kind;

namespace {

QByteArray nested(int levels)
{
    return "<bajaObjectGraph>" + QByteArray("<p n='a'>").repeated(levels) + QByteArray("</p>").repeated(levels) +
           "</bajaObjectGraph>";
}

QByteArray utf16(const QByteArray& xml, bool bigEndian)
{
    QByteArray result = bigEndian ? "\xfe\xff"_ba : "\xff\xfe"_ba;
    for (const char c : xml)
        result += bigEndian ? QByteArray("\0", 1) + c : c + QByteArray("\0", 1);
    return result;
}

const QByteArray small = "<bajaObjectGraph version='4.0'>\n<p h='1' m='b=baja' t='b:Folder'/>\n</bajaObjectGraph>\n";

} // namespace

class OpeningTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void faultyXmlIsRefused_data();
    void faultyXmlIsRefused();
    void everyCutOfAFlatFileIsRefused();
    void everyCutOfAZipIsRefused();
    void aDamagedByteInAZipIsNoticed();
    void aZipIsToldByContent();
    void aZipWithoutTheEntryIsRefused();
    void aZipThatOthersReadDifferentlyIsRefused_data();
    void aZipThatOthersReadDifferentlyIsRefused();
    void anEncryptedZipIsRefused_data();
    void anEncryptedZipIsRefused();
    void aZipThatUnfoldsWithoutEndIsRefused();
    void aZipOutOfProportionIsRefused();
    void aFlatFileAboveTheLimitIsNotEvenRead();
    void aSizeThatLiesIsNotBelieved();
    void whatIsNoRegularFileIsRefused();
    void realFilesOpen();
    void theDeepestNestingOpens();
    void duplicatesAreOpenedAndReported();
    void elementsEndWhereTheirTagsEnd();
    void aFaultIsASentenceWithItsPlace();
    void readingDoesNotNeedASlot();

private:
    QString written(const QByteArray& bytes);

    QTemporaryDir m_folder;
    int m_number = 0;
};

void OpeningTest::init()
{
    QVERIFY(m_folder.isValid());
}

QString OpeningTest::written(const QByteArray& bytes)
{
    QFile file(m_folder.filePath(u"file%1.bog"_s.arg(++m_number)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    return file.fileName();
}

void OpeningTest::faultyXmlIsRefused_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("empty") << ""_ba << Kind::NotAStation << 0 << 0;
    QTest::newRow("white space") << " \r\n\t"_ba << Kind::NotAStation << 0 << 0;
    QTest::newRow("text") << "hello"_ba << Kind::NotAStation << 0 << 0;
    QTest::newRow("NUL bytes") << QByteArray(100, '\0') << Kind::OtherEncoding << 1 << 1;
    QTest::newRow("a picture") << "\x89PNG\r\n\x1a\n"_ba << Kind::NotAStation << 0 << 0;
    QTest::newRow("another root") << "<?xml version='1.0'?>\n <html></html>"_ba << Kind::NotAStation << 2 << 2;
    QTest::newRow("no root") << "<!-- nothing -->"_ba << Kind::Malformed << 1 << 17;
    QTest::newRow("unterminated") << "<bajaObjectGraph>\n <p n='a'>\n"_ba << Kind::Malformed << 3 << 1;
    QTest::newRow("wrong end tag") << "<bajaObjectGraph>\n <p n='é'></q>\n</bajaObjectGraph>"_ba << Kind::Malformed << 2
                                   << 13;
    QTest::newRow("duplicate attribute") << "<bajaObjectGraph>\n<p n='a' n='b'/></bajaObjectGraph>"_ba << Kind::Malformed
                                         << 2 << 10;
    QTest::newRow("NUL inside") << "<bajaObjectGraph>\n <p n='a\0'/></bajaObjectGraph>"_ba.replace("\\0",
                                                                                                   QByteArray("\0", 1))
                                << Kind::Malformed << 2 << 9;
    QTest::newRow("less-than in a value") << "<bajaObjectGraph>\n<p v='<'/></bajaObjectGraph>"_ba << Kind::Malformed << 2
                                          << 7;
    QTest::newRow("control character") << "<bajaObjectGraph><p v='&#1;'/></bajaObjectGraph>"_ba << Kind::Malformed << 1
                                       << 24;
    QTest::newRow("undeclared entity") << "<bajaObjectGraph><p v='&x;'/></bajaObjectGraph>"_ba << Kind::Malformed << 1 << 18;
    QTest::newRow("behind the end") << small + "<p/>" << Kind::Malformed << 4 << 1;
    QTest::newRow("document type") << "<?xml version='1.0'?>\n<!DOCTYPE bajaObjectGraph>\n" + small << Kind::DocumentType
                                   << 2 << 1;
    QTest::newRow("entity bomb")
        << "<!DOCTYPE b [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><bajaObjectGraph v='&b;'/>"_ba << Kind::DocumentType
        << 1 << 1;
    QTest::newRow("external entity") << "<!DOCTYPE b SYSTEM 'file:///etc/passwd'><bajaObjectGraph/>"_ba << Kind::DocumentType
                                     << 1 << 1;
    QTest::newRow("too deep") << nested(1001) << Kind::TooDeep << 1 << 17 + 1000 * 9 + 1;
    QTest::newRow("much too deep") << nested(200000) << Kind::TooDeep << 1 << 17 + 1000 * 9 + 1;
    QTest::newRow("UTF-16, little endian") << utf16(small, false) << Kind::OtherEncoding << 1 << 1;
    QTest::newRow("UTF-16, big endian") << utf16(small, true) << Kind::OtherEncoding << 1 << 1;
    QTest::newRow("UTF-16 without a mark") << utf16(small, false).sliced(2) << Kind::OtherEncoding << 1 << 1;
    QTest::newRow("declared Latin-1") << "<?xml version='1.0' encoding='ISO-8859-1'?>\n" + small << Kind::OtherEncoding << 1
                                      << 1;
    QTest::newRow("declared Windows") << "<?xml version='1.0' encoding='windows-1252'?>\n" + small << Kind::OtherEncoding
                                      << 1 << 1;
    QTest::newRow("declared nonsense") << "<?xml version='1.0' encoding='klingon'?>\n" + small << Kind::OtherEncoding << 1
                                       << 1;
    QTest::newRow("undeclared Latin-1") << "<bajaObjectGraph>\n<p v='caf\xe9'/></bajaObjectGraph>"_ba << Kind::OtherEncoding
                                        << 2 << 7;
    QTest::newRow("half a UTF-8 character")
        << "<bajaObjectGraph>\n<p v='\xc3'/></bajaObjectGraph>"_ba << Kind::OtherEncoding << 2 << 7;
}

void OpeningTest::faultyXmlIsRefused()
{
    QFETCH(QByteArray, xml);
    QFETCH(Kind, kind);
    QFETCH(int, line);
    QFETCH(int, column);
    const auto document = Document::fromXml(xml);
    QVERIFY(!document);
    QCOMPARE(document.error().kind, kind);
    QCOMPARE(document.error().line, line);
    if (kind != Kind::OtherEncoding)
        QCOMPARE(document.error().column, column);
    QCOMPARE(document.error().column > 0, line > 0);
    const auto flat = Container::open(written(xml));
    QVERIFY(!flat);
    QCOMPARE(flat.error(), document.error());
    const auto zipped = Container::open(written(zipOf({{"file.xml", xml}})));
    QVERIFY(!zipped);
    QCOMPARE(zipped.error(), document.error());
}

void OpeningTest::everyCutOfAFlatFileIsRefused()
{
    const QByteArray xml = goldenXml();
    const qsizetype end = xml.lastIndexOf("</bajaObjectGraph>") + 17; // before its `>`
    for (qsizetype cut = 0; cut <= end; ++cut) {
        const auto document = Document::fromXml(xml.first(cut));
        QVERIFY2(!document, qPrintable(QString::number(cut)));
        QVERIFY(document.error().kind == Kind::Malformed || document.error().kind == Kind::NotAStation ||
                document.error().kind == Kind::OtherEncoding);
    }
}

void OpeningTest::everyCutOfAZipIsRefused()
{
    const QByteArray zip = zipOf({{"a.txt", "first"}, {"file.xml", goldenXml()}, {"b.txt", "last"}});
    for (qsizetype cut = 2; cut < zip.size(); ++cut) {
        const auto file = Container::open(written(zip.first(cut)));
        QVERIFY2(!file, qPrintable(QString::number(cut)));
        QCOMPARE(file.error().kind, Kind::ZipDamaged);
        QFile::remove(m_folder.filePath(u"file%1.bog"_s.arg(m_number)));
    }
}

void OpeningTest::aDamagedByteInAZipIsNoticed()
{
    const QByteArray zip = zipOf({{"file.xml", goldenXml()}});
    int refused = 0;
    const qsizetype body = 40; // behind the local header
    const qsizetype length = zip.indexOf("PK\x01\x02") - body;
    for (qsizetype at = body; at < body + length; at += 7) {
        QByteArray damaged = zip;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        const auto file = Container::open(written(damaged));
        if (file) {
            QCOMPARE(file.value().document.xml(), goldenXml());
        } else {
            QCOMPARE(file.error().kind, Kind::ZipDamaged);
            ++refused;
        }
        QFile::remove(m_folder.filePath(u"file%1.bog"_s.arg(m_number)));
    }
    QVERIFY(refused > length / 7 - 3);
    const QByteArray stored = zipOf({{"file.xml", small}}, ZIP_CM_STORE);
    QByteArray changed = stored;
    changed.replace("h='1'", "h='2'");
    QVERIFY(Container::open(written(stored)));
    const auto file = Container::open(written(changed));
    QVERIFY(!file);
    QCOMPARE(file.error().kind, Kind::ZipDamaged);
}

void OpeningTest::aZipIsToldByContent()
{
    const auto zip = Container::open(written(zipOf({{"file.xml", small}})));
    QVERIFY(bool(zip));
    QVERIFY(zip.value().container.isZip());
    const auto flat = Container::open(written(small));
    QVERIFY(bool(flat));
    QVERIFY(!flat.value().container.isZip());
}

void OpeningTest::aZipWithoutTheEntryIsRefused()
{
    for (const QByteArray& zip : {zipOf({{"other.xml", small}}), zipOf({{"folder/file.xml", small}}),
                                  zipOf({{"FILE.XML", small}}), QByteArray("PK\x05\x06", 4) + QByteArray(18, '\0')}) {
        const auto file = Container::open(written(zip));
        QVERIFY(!file);
        QCOMPARE(file.error().kind, Kind::ZipWithoutXml);
    }
}

void OpeningTest::aZipThatOthersReadDifferentlyIsRefused_data()
{
    QTest::addColumn<QByteArray>("zip");
    const auto two = [](const QByteArray& first, const QByteArray& second) {
        return zipOf({{first, small}, {second, goldenXml()}});
    };
    const auto directoryOf = [](const QByteArray& zip) { return zip.indexOf("PK\x01\x02"); };
    const auto renamed = [](QByteArray zip, const QByteArray& name, qsizetype from, qsizetype to) {
        for (qsizetype at = zip.indexOf(name, from); at >= 0 && at < to; at = zip.indexOf(name, at))
            zip.replace(at, name.size(), "file.xml");
        return zip;
    };
    const QByteArray before = two("evil.xml", "file.xml");
    const QByteArray behind = two("file.xml", "evil.xml");
    QTest::newRow("two of the same name") << renamed(behind, "evil.xml", 0, behind.size());
    QTest::newRow("two but for the case") << two("file.xml", "File.XML");
    QTest::newRow("listed under another name, first") << renamed(before, "evil.xml", 0, directoryOf(before));
    QTest::newRow("listed under another name, last") << renamed(behind, "evil.xml", 0, directoryOf(behind));
    QTest::newRow("listed twice") << renamed(behind, "evil.xml", directoryOf(behind), behind.size());
    QByteArray crossed = before;
    crossed.replace(crossed.indexOf("file.xml", directoryOf(crossed)), 8, "good.xml");
    QTest::newRow("listed crosswise") << renamed(crossed, "evil.xml", directoryOf(crossed), crossed.size());
    QByteArray unlike = zipOf({{"evil.xml", small}});
    QTest::newRow("only listed under the name") << renamed(unlike, "evil.xml", directoryOf(unlike), unlike.size());

    QByteArray unlisted = renamed(before, "evil.xml", 0, directoryOf(before));
    const qsizetype end = unlisted.indexOf("PK\x05\x06");
    const qsizetype length = unlisted.indexOf("PK\x01\x02", directoryOf(unlisted) + 4) - directoryOf(unlisted);
    for (const qsizetype count : {8, 10}) // entries, on this disk and in all
        unlisted[end + count] = 1;
    unlisted[end + 12] = static_cast<char>(unlisted[end + 12] - length); // the directory's size
    unlisted.remove(directoryOf(unlisted), length);
    QTest::newRow("not listed at all") << unlisted;

    QByteArray otherwise = zipOf({{"file.xml", small}});
    otherwise[8] = 0; // not compressed
    QTest::newRow("compressed in one way and another") << otherwise;
    QByteArray elsewhere = zipOf({{"file.xml", small}}, ZIP_CM_STORE);
    const QByteArray hidden = "PK\x03\x04" + elsewhere.sliced(4, 22) + QByteArray("\x08\0\0\0", 4) + "file.xml";
    elsewhere.insert(directoryOf(elsewhere), hidden);
    const qsizetype offset = elsewhere.indexOf("PK\x05\x06") + 16; // of the directory
    elsewhere[offset] = static_cast<char>(elsewhere[offset] + hidden.size());
    QTest::newRow("hidden behind it") << elsewhere;
}

void OpeningTest::aZipThatOthersReadDifferentlyIsRefused()
{
    QFETCH(QByteArray, zip);
    const auto file = Container::open(written(zip));
    QVERIFY(!file);
    QCOMPARE(file.error().kind, Kind::ZipAmbiguous);
}

void OpeningTest::anEncryptedZipIsRefused_data()
{
    QTest::addColumn<int>("encryption");
    QTest::newRow("AES") << int(ZIP_EM_AES_256);
    QTest::newRow("traditional") << int(ZIP_EM_TRAD_PKWARE);
}

void OpeningTest::anEncryptedZipIsRefused()
{
    QFETCH(int, encryption);
    const auto file =
        Container::open(written(zipOf({{"file.xml", small}}, ZIP_CM_DEFLATE, "secret", zip_uint16_t(encryption))));
    QVERIFY(!file);
    QCOMPARE(file.error().kind, Kind::ZipEncrypted);
}

void OpeningTest::aZipThatUnfoldsWithoutEndIsRefused()
{
    // The limit is 1 GiB; here a smaller one, and an archive that claims to hold little.
    ReadingProgress progress;
    QByteArray zip = zipOf({{"file.xml", QByteArray(5'000'000, ' ')}});
    QVERIFY(zip.size() < 10'000);
    for (const qsizetype limit : {1, 1000, 4'999'999}) {
        const auto bytes = archive::xml(zip, limit, progress);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, Kind::TooLarge);
    }
    QCOMPARE(archive::xml(zip, 5'000'000, progress).value().size(), 5'000'000);
    zip.replace(zip.indexOf("PK\x01\x02") + 24, 4, QByteArray("\x05\0\0\0", 4));
    QVERIFY(!archive::xml(zip, 1000, progress));
}

void OpeningTest::aZipOutOfProportionIsRefused()
{
    constexpr qsizetype free = qsizetype(64) << 20;
    constexpr qsizetype limit = qsizetype(1) << 30;
    ReadingProgress progress;
    const QByteArray blank(free, ' ');
    QCOMPARE(archive::xml(zipOf({{"file.xml", blank}}), limit, progress).value().size(), free);
    const QByteArray large = blank + ' ';
    QCOMPARE(archive::xml(zipOf({{"file.xml", large}}, ZIP_CM_STORE), limit, progress).value().size(), large.size());

    const QByteArray bomb = zipOf({{"file.xml", large}});
    QVERIFY(bomb.size() * 200 < large.size());
    QByteArray lying = bomb;
    lying.replace(lying.indexOf("PK\x01\x02") + 24, 4, QByteArray("\x05\0\0\0", 4));
    // What stands beside it does not count.
    QByteArray noise(1 << 20, Qt::Uninitialized);
    QRandomGenerator random(1);
    for (char& byte : noise)
        byte = static_cast<char>(random.bounded(256));
    const QByteArray accompanied = zipOf({{"file.xml", large}, {"b", noise}});
    for (const QByteArray& zip : {bomb, lying, accompanied}) {
        const auto bytes = archive::xml(zip, limit, progress);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, Kind::ZipOutOfProportion);
    }
}

void OpeningTest::aFlatFileAboveTheLimitIsNotEvenRead()
{
    QFile file(m_folder.filePath(u"huge.bog"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize((qint64(1) << 30) + (2 << 20))); // a hole, no bytes on disk
    const auto opened = Container::open(file.fileName());
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Kind::TooLarge);
}

void OpeningTest::aSizeThatLiesIsNotBelieved()
{
    QByteArray zip = zipOf({{"file.xml", small}}, ZIP_CM_DEFLATE);
    const qsizetype directory = zip.indexOf("PK\x01\x02");
    for (const QByteArray& size : {QByteArray("\xff\xff\xff\x7f", 4), QByteArray("\x05\0\0\0", 4)}) {
        QByteArray lying = zip;
        lying.replace(directory + 24, 4, size);
        lying.replace(22, 4, size);
        const auto file = Container::open(written(lying));
        QVERIFY(!file);
        QCOMPARE(file.error().kind, Kind::ZipDamaged);
    }
}

void OpeningTest::whatIsNoRegularFileIsRefused()
{
    const QString pipe = m_folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
    for (const QString& path : {m_folder.path(), pipe, u"/dev/zero"_s, m_folder.filePath(u"missing.bog"_s), QString()}) {
        const auto file = Container::open(path);
        QVERIFY(!file);
        QCOMPARE(file.error().kind, Kind::CannotRead);
        QVERIFY(!file.error().detail.isEmpty());
    }
}

void OpeningTest::realFilesOpen()
{
    if (qEnvironmentVariableIsEmpty("STATIONER_SAMPLES"))
        QSKIP("STATIONER_SAMPLES is not set: no real station file is opened");
    for (const QString& path : sampleFiles()) {
        const auto file = Container::open(path);
        QVERIFY2(bool(file), qPrintable(path));
        const Document& document = file.value().document;
        QVERIFY(document.elementCount() > 3);
        QVERIFY(document.type(document.root()).startsWith(u"baja:"));
        QVERIFY(document.ofType(u"baja:Folder").size() + document.childCount(document.root()) > 0);
        QVERIFY(!file.value().container.changedOnDisk(path));
    }
}

void OpeningTest::theDeepestNestingOpens()
{
    auto document = Document::fromXml(nested(1000));
    QVERIFY(bool(document));
    SlotId deepest = document.value().root();
    while (document.value().childCount(deepest) > 0)
        deepest = document.value().children(deepest).first();
    QCOMPARE(document.value().pathNames(deepest).size(), 999);
    const auto refused = document.value().setValue(deepest, u"a"_s, u"1"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error(), EditFault::TooLarge);
}

void OpeningTest::duplicatesAreOpenedAndReported()
{
    const auto document =
        Document::fromXml("<bajaObjectGraph>\n<p h='1' t='Folder'>\n<p n='a' h='a'/>\n<p n='b' h='A'/>\n"
                          "<p n='a' v='1'/>\n<p n='c' h='0a'><p n='a'/></p>\n<p n='&#x61;' v='2'/>\n</p></bajaObjectGraph>");
    QVERIFY(bool(document));
    using Remark = DocumentRemark::Kind;
    QCOMPARE(document.value().remarks(), (QList<DocumentRemark>{{Remark::DuplicateHandle, u"A"_s, 4},
                                                                {Remark::DuplicateSlotName, u"a"_s, 5},
                                                                {Remark::DuplicateHandle, u"0a"_s, 6},
                                                                {Remark::DuplicateSlotName, u"a"_s, 7}}));
    QCOMPARE(document.value().find(u"/a"), document.value().children(document.value().root()).first());
    QVERIFY(Document::fromXml(goldenXml()).value().remarks().isEmpty());
}

void OpeningTest::elementsEndWhereTheirTagsEnd()
{
    // Expat reports empty tags, tags with an end tag and tags across its buffer's edge differently.
    QByteArray xml = "\xef\xbb\xbf<bajaObjectGraph>\n<p h='1'>\n";
    for (int i = 0; i < 20000; ++i) {
        xml += "<p n='e" + QByteArray::number(i) + "' v='" + QByteArray(i % 37, 'x') + "'/>\n";
        xml += "<p n='o" + QByteArray::number(i) + "' ></p >\n";
    }
    xml += "</p>\n</bajaObjectGraph>";
    auto opened = Document::fromXml(xml);
    QVERIFY(bool(opened));
    Document document = std::move(opened).value();
    Edit all;
    for (const int i : {0, 1, 777, 4000, 9999, 19999}) {
        for (const QString& name : {u"e%1"_s.arg(i), u"o%1"_s.arg(i)}) {
            const auto edit = document.remove(document.child(document.root(), name)).value();
            document.apply(edit);
            all = Document::joined({all, edit});
        }
    }
    QByteArray expected = xml;
    for (const int i : {0, 1, 777, 4000, 9999, 19999}) {
        expected.replace("<p n='e" + QByteArray::number(i) + "' v='" + QByteArray(i % 37, 'x') + "'/>\n", "");
        expected.replace("<p n='o" + QByteArray::number(i) + "' ></p >\n", "");
    }
    QCOMPARE(document.xml(), expected);
    document.revert(all);
    QCOMPARE(document.xml(), xml);
}

void OpeningTest::aFaultIsASentenceWithItsPlace()
{
    for (const Kind kind : {Kind::CannotRead, Kind::NotAStation, Kind::ZipWithoutXml, Kind::ZipEncrypted, Kind::ZipDamaged,
                            Kind::ZipAmbiguous, Kind::ZipOutOfProportion, Kind::OtherEncoding, Kind::DocumentType,
                            Kind::TooDeep, Kind::TooLarge, Kind::Malformed}) {
        const QString text = describe(OpenFault{kind, 12, 34, u"%1 raw"_s}, u"my %2 station.bog"_s);
        QVERIFY2(text.contains(u"my %2 station.bog"), qPrintable(text));
        QVERIFY2(text.contains(u"line 12") && text.contains(u"column 34"), qPrintable(text));
        QVERIFY2(text.contains(u"%1 raw"), qPrintable(text));
        QVERIFY(!describe(OpenFault{kind, 0, 0, {}}, u"a"_s).contains(u"line"));
    }
    QVERIFY(describe(SaveFault{SaveFault::Kind::ChangedOnDisk, {}}, u"a.bog"_s).contains(u"a.bog"));
    QVERIFY(describe(SaveFault{SaveFault::Kind::CannotWrite, u"No space"_s}, u"a.bog"_s).contains(u"No space"));
    // Room is no remedy where somebody may not write.
    QVERIFY(describe(SaveFault{SaveFault::Kind::CannotWrite, {}}, u"a.bog"_s).contains(u"Make room"));
    const QString forbidden = describe(SaveFault{SaveFault::Kind::CannotWrite, u"Permission denied"_s, true}, u"a.bog"_s);
    QVERIFY2(!forbidden.contains(u"Make room") && forbidden.contains(u"under another name"), qPrintable(forbidden));
    for (const EditFault fault : {EditFault::NoSuchSlot, EditFault::NotASimpleValue, EditFault::NotRepresentable,
                                  EditFault::BadName, EditFault::NameTaken, EditFault::NotAComponent, EditFault::TooLarge})
        QVERIFY(!describe(fault).isEmpty());
    const QString remark = describe(DocumentRemark{DocumentRemark::Kind::DuplicateHandle, u"%1f"_s, 7});
    QVERIFY2(remark.contains(u"7") && remark.contains(u"%1f"), qPrintable(remark));
}

void OpeningTest::readingDoesNotNeedASlot()
{
    const auto opened = Document::fromXml("<bajaObjectGraph/>");
    QVERIFY(bool(opened));
    const Document& document = opened.value();
    QCOMPARE(document.root(), SlotId::None);
    QCOMPARE(document.find(u"/"), SlotId::None);
    QCOMPARE(document.find(u"/a"), SlotId::None);
    QCOMPARE(document.name(SlotId::None), QString());
    QCOMPARE(document.children(SlotId::None).size(), 0);
    QVERIFY(!document.exists(SlotId::None));
    QCOMPARE(document.path(SlotId::None), u"/"_s);
    QVERIFY(!document.hasChanges(SlotId::None));
    QVERIFY(!document.isValueChanged(SlotId::None, u"a"));
    QVERIFY(!document.openedValue(SlotId::None));
    QVERIFY(!document.setValue(SlotId::None, u"a"_s, u"1"_s));
    QVERIFY(!document.remove(SlotId::None));
}

STATIONER_TEST(OpeningTest)
#include "opening_test.moc"
