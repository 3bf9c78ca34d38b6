// Saving: the old file or the new one, whole; its mode, its container and a copy of what was opened stay.

#include "station/archive.h"
#include "station/container.h"
#include "support/bytediff.h"
#include "support/stationertest.h"
#include "support/stationfiles.h"
#include "support/zips.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#ifdef Q_OS_LINUX
#include <sys/xattr.h>
#endif
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace stationer;

namespace {

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

void setPort(Document& document, const QString& port)
{
    document.apply(document.setValue(document.find(u"/Services/EmailService/OutgoingAccount"), u"port"_s, port).value());
}

struct stat statOf(const QString& path)
{
    struct stat status = {};
    ::lstat(qPrintable(path), &status);
    return status;
}

/// A disk with room for this many bytes a file, as far as this process can write.
class LittleRoom {
public:
    explicit LittleRoom(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit little{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &little);
    }
    ~LittleRoom() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before = {};
};

} // namespace

class SavingTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void withoutAnEditNothingIsWritten_data();
    void withoutAnEditNothingIsWritten();
    void anEditIsSaved_data();
    void anEditIsSaved();
    void theBackupIsTheFileAsOpened();
    void aBackupOfBeforeIsReplaced();
    void modeAndOwnerStay();
    void whatStandsBesideTheFileStays();
    void aSymbolicLinkIsFollowed();
    void whatChangedOnDiskIsNotOverwritten();
    void aFileThatIsGoneCountsAsChanged();
    void overwritingKeepsWhatWasOpened();
    void aFullDiskLeavesTheOldFile_data();
    void aFullDiskLeavesTheOldFile();
    void aFolderThatCannotBeWrittenLeavesTheOldFile();
    void aZipKeepsItsOtherEntriesAndTheirOrder();
    void savingElsewhere();
    void savingElsewhereThatFailsChangesNothing();
    void aNewStationIsSaved();
    void aNewStationDoesNotOverwriteUnasked();
    void savingTwice();
    void undoneEditsAreNotWritten();

private:
    QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void SavingTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"station.bog"_s);
    put(m_path, goldenXml());
}

void SavingTest::withoutAnEditNothingIsWritten_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("flat") << goldenXml();
    QTest::newRow("zip") << zipOf({{"file.xml", goldenXml()}});
    for (const QString& path : sampleFiles())
        QTest::newRow(qPrintable(path)) << fileBytes(path);
}

void SavingTest::withoutAnEditNothingIsWritten()
{
    QFETCH(QByteArray, bytes);
    put(m_path, bytes);
    const struct stat before = statOf(m_path);
    auto file = Container::open(m_path);
    QVERIFY(bool(file));
    QVERIFY(!file.value().container.save(file.value().document, m_path));
    const struct stat after = statOf(m_path);
    QCOMPARE(after.st_ino, before.st_ino);
    QCOMPARE(after.st_mtim.tv_nsec, before.st_mtim.tv_nsec);
    QCOMPARE(fileBytes(m_path), bytes);
    QCOMPARE(files(), QStringList{u"station.bog"_s});
}

void SavingTest::anEditIsSaved_data()
{
    QTest::addColumn<bool>("isZip");
    QTest::newRow("flat") << false;
    QTest::newRow("zip") << true;
}

void SavingTest::anEditIsSaved()
{
    QFETCH(bool, isZip);
    const QByteArray bytes = isZip ? zipOf({{"file.xml", goldenXml()}}) : goldenXml();
    put(m_path, bytes);
    auto file = Container::open(m_path);
    auto& [container, document] = file.value();
    setPort(document, u"110"_s);
    QVERIFY(!container.save(document, m_path));
    document.markSaved();
    auto again = Container::open(m_path);
    QVERIFY(bool(again));
    QCOMPARE(again.value().container.isZip(), isZip);
    const ByteDiff diff = byteDiff(goldenXml(), again.value().document.xml());
    QCOMPARE(diff.gone, "2525"_ba);
    QCOMPARE(diff.came, "110"_ba);
    QVERIFY(!container.changedOnDisk(m_path));
    QVERIFY(!document.isModified());
    QCOMPARE(fileBytes(m_path + u".bak"_s), bytes);
    QCOMPARE(files(), (QStringList{u"station.bog"_s, u"station.bog.bak"_s}));
    QVERIFY(!container.save(document, m_path)); // and nothing more
}

void SavingTest::theBackupIsTheFileAsOpened()
{
    const auto inode = statOf(m_path).st_ino;
    auto file = Container::open(m_path);
    auto& [container, document] = file.value();
    setPort(document, u"1"_s);
    QVERIFY(!container.save(document, m_path));
    QCOMPARE(statOf(m_path + u".bak"_s).st_ino, inode); // a hard link, not a copy
    document.markSaved();
    setPort(document, u"2"_s);
    QVERIFY(!container.save(document, m_path));
    QCOMPARE(fileBytes(m_path + u".bak"_s), goldenXml());
    QCOMPARE(fileBytes(m_path), document.xml());
}

void SavingTest::aBackupOfBeforeIsReplaced()
{
    put(m_path + u".bak"_s, "older");
    auto file = Container::open(m_path);
    setPort(file.value().document, u"1"_s);
    QVERIFY(!file.value().container.save(file.value().document, m_path));
    QCOMPARE(fileBytes(m_path + u".bak"_s), goldenXml());

    // A backup that is the very same file: renaming one link over the other would do nothing and leave a third.
    QFile::remove(m_path + u".bak"_s);
    QCOMPARE(::link(qPrintable(m_path), qPrintable(m_path + u".bak"_s)), 0);
    auto again = Container::open(m_path);
    const QByteArray before = fileBytes(m_path);
    setPort(again.value().document, u"3"_s);
    QVERIFY(!again.value().container.save(again.value().document, m_path));
    QCOMPARE(fileBytes(m_path + u".bak"_s), before);
    QCOMPARE(files(), (QStringList{u"station.bog"_s, u"station.bog.bak"_s}));
}

void SavingTest::modeAndOwnerStay()
{
    for (const mode_t mode : {0640u, 0600u, 0664u}) {
        QCOMPARE(::chmod(qPrintable(m_path), mode), 0);
        if (::geteuid() == 0)
            QCOMPARE(::chown(qPrintable(m_path), 1234, 2345), 0);
        const struct stat before = statOf(m_path);
        auto file = Container::open(m_path);
        setPort(file.value().document, QString::number(mode));
        QVERIFY(!file.value().container.save(file.value().document, m_path));
        const struct stat after = statOf(m_path);
        QVERIFY(after.st_ino != before.st_ino);
        QCOMPARE(after.st_mode & 07777, mode);
        QCOMPARE(after.st_uid, before.st_uid);
        QCOMPARE(after.st_gid, before.st_gid);
    }
}

void SavingTest::whatStandsBesideTheFileStays()
{
#ifdef Q_OS_LINUX
    // The file system's own access list for user 1234, who may read and write: version 2, then tag, rights and id each.
    const QByteArray list = QByteArray::fromHex("02000000"
                                                "01000600ffffffff"
                                                "02000600d2040000"
                                                "04000400ffffffff"
                                                "10000600ffffffff"
                                                "20000000ffffffff");
    const QByteArray file = QFile::encodeName(m_path);
    if (::setxattr(file.constData(), "user.note", "mine", 4, 0) != 0)
        QSKIP("this file system has no extended attributes");
    const bool hasLists =
        ::setxattr(file.constData(), "system.posix_acl_access", list.constData(), size_t(list.size()), 0) == 0;
    const mode_t mode = statOf(m_path).st_mode;
    auto opened = Container::open(m_path);
    setPort(opened.value().document, u"1"_s);
    QVERIFY(!opened.value().container.save(opened.value().document, m_path));
    const auto attribute = [](const QByteArray& path, const char* name) {
        QByteArray value(256, '\0');
        value.truncate(std::max<ssize_t>(::getxattr(path.constData(), name, value.data(), size_t(value.size())), 0));
        return value;
    };
    for (const QByteArray& each : {file, file + ".bak"}) {
        QCOMPARE(attribute(each, "user.note"), "mine"_ba);
        if (hasLists)
            QCOMPARE(attribute(each, "system.posix_acl_access"), list);
    }
    QCOMPARE(statOf(m_path).st_mode, mode);
#else
    QSKIP("extended attributes are Linux's here");
#endif
}

void SavingTest::aSymbolicLinkIsFollowed()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"real"_s));
    const QString real = m_folder->filePath(u"real/one.bog"_s);
    QVERIFY(QFile::rename(m_path, real));
    QCOMPARE(::symlink("real/one.bog", qPrintable(m_path)), 0);
    auto file = Container::open(m_path);
    setPort(file.value().document, u"1"_s);
    QVERIFY(!file.value().container.save(file.value().document, m_path));
    QVERIFY(S_ISLNK(statOf(m_path).st_mode));
    QCOMPARE(fileBytes(real), file.value().document.xml());
    QCOMPARE(fileBytes(real + u".bak"_s), goldenXml());
    QCOMPARE(files(), (QStringList{u"real"_s, u"station.bog"_s}));
}

void SavingTest::whatChangedOnDiskIsNotOverwritten()
{
    auto file = Container::open(m_path);
    auto& [container, document] = file.value();
    setPort(document, u"1"_s);
    QByteArray other = goldenXml();
    other.replace("2525", "2526"); // the same size
    put(m_path, other);
    QVERIFY(container.changedOnDisk(m_path));
    const auto fault = container.save(document, m_path);
    QVERIFY(fault.has_value());
    QCOMPARE(fault->kind, SaveFault::Kind::ChangedOnDisk);
    QCOMPARE(fileBytes(m_path), other);
    QCOMPARE(files(), QStringList{u"station.bog"_s});
}

void SavingTest::aFileThatIsGoneCountsAsChanged()
{
    auto file = Container::open(m_path);
    auto& [container, document] = file.value();
    QVERIFY(QFile::remove(m_path));
    const auto fault = container.save(document, m_path);
    QVERIFY(fault.has_value());
    QCOMPARE(fault->kind, SaveFault::Kind::ChangedOnDisk);
    QVERIFY(!container.save(document, m_path, Container::IfChanged::Overwrite));
    QCOMPARE(fileBytes(m_path), goldenXml());
}

void SavingTest::overwritingKeepsWhatWasOpened()
{
    auto file = Container::open(m_path);
    auto& [container, document] = file.value();
    put(m_path, "something else");
    QVERIFY(!container.save(document, m_path, Container::IfChanged::Overwrite)); // no edit, but not what is there
    QCOMPARE(fileBytes(m_path), goldenXml());
    QCOMPARE(fileBytes(m_path + u".bak"_s), goldenXml());
}

void SavingTest::aFullDiskLeavesTheOldFile_data()
{
    QTest::addColumn<int>("room");
    for (const int room : {0, 1, 1000, int(goldenXml().size()) - 10})
        QTest::addRow("%d bytes", room) << room;
}

void SavingTest::aFullDiskLeavesTheOldFile()
{
    QFETCH(int, room);
    auto file = Container::open(m_path);
    auto& [container, document] = file.value();
    setPort(document, u"110"_s);
    const FileStamp before = FileStamp::of(m_path);
    std::optional<SaveFault> fault;
    {
        const LittleRoom little(static_cast<rlim_t>(room));
        fault = container.save(document, m_path);
    }
    QVERIFY(fault.has_value());
    QCOMPARE(fault->kind, SaveFault::Kind::CannotWrite);
    QVERIFY(!fault->detail.isEmpty());
    QCOMPARE(FileStamp::of(m_path), before);
    QCOMPARE(fileBytes(m_path), goldenXml());
    QCOMPARE(files(), QStringList{u"station.bog"_s});
    QVERIFY(document.isModified());
    QVERIFY(!container.save(document, m_path)); // once there is room
    QCOMPARE(fileBytes(m_path), document.xml());
    QCOMPARE(fileBytes(m_path + u".bak"_s), goldenXml());
}

void SavingTest::aFolderThatCannotBeWrittenLeavesTheOldFile()
{
    auto file = Container::open(m_path);
    auto& [container, document] = file.value();
    setPort(document, u"1"_s);
    for (const QString& path : {m_path + u"/below.bog"_s, m_folder->filePath(u"missing/station.bog"_s), m_folder->path(),
                                u"/proc/station.bog"_s}) {
        const auto fault = container.saveAs(document, path);
        QVERIFY2(fault.has_value(), qPrintable(path));
        QCOMPARE(fault->kind, SaveFault::Kind::CannotWrite);
        QVERIFY(!fault->detail.isEmpty());
    }
    // The backup's place is taken by a folder: then there is no saving without one.
    QVERIFY(QDir(m_folder->path()).mkpath(u"station.bog.bak/full"_s));
    const auto fault = container.save(document, m_path);
    QVERIFY(fault.has_value());
    QCOMPARE(fileBytes(m_path), goldenXml());
    QCOMPARE(files(), (QStringList{u"station.bog"_s, u"station.bog.bak"_s}));
}

void SavingTest::aZipKeepsItsOtherEntriesAndTheirOrder()
{
    for (const zip_int32_t method : {ZIP_CM_DEFLATE, ZIP_CM_STORE}) {
        put(m_path,
            zipOf({{"META-INF/first", "1"}, {"file.xml", goldenXml()}, {"last.txt", QByteArray(5000, 'x')}}, method));
        const auto before = zipEntries(fileBytes(m_path));
        auto file = Container::open(m_path);
        auto& [container, document] = file.value();
        setPort(document, u"110"_s);
        QVERIFY(!container.save(document, m_path));
        QCOMPARE(zipEntries(fileBytes(m_path)), before);
        document.markSaved();
        setPort(document, u"120"_s);
        QVERIFY(!container.save(document, m_path));
        QCOMPARE(zipEntries(fileBytes(m_path)), before);
        ReadingProgress alone;
        QCOMPARE(archive::xml(fileBytes(m_path), 1 << 20, alone).value(), document.xml());
    }
}

void SavingTest::savingElsewhere()
{
    auto file = Container::open(m_path);
    auto& [container, document] = file.value();
    setPort(document, u"1"_s);
    const QString other = m_folder->filePath(u"other.bog"_s);
    QVERIFY(!container.saveAs(document, other));
    document.markSaved();
    QCOMPARE(fileBytes(other), document.xml());
    QCOMPARE(fileBytes(m_path), goldenXml());
    QCOMPARE(files(), (QStringList{u"other.bog"_s, u"station.bog"_s}));
    setPort(document, u"2"_s);
    QVERIFY(!container.save(document, other));
    QCOMPARE(fileBytes(other), document.xml());

    const QString third = m_folder->filePath(u"third.bog"_s);
    put(third, "somebody's");
    QVERIFY(!container.saveAs(document, third));
    QCOMPARE(fileBytes(third + u".bak"_s), "somebody's"_ba);
}

void SavingTest::savingElsewhereThatFailsChangesNothing()
{
    auto file = Container::open(m_path);
    auto& [container, document] = file.value();
    setPort(document, u"1"_s);
    QVERIFY(container.saveAs(document, m_folder->filePath(u"missing/x.bog"_s)).has_value());
    QVERIFY(!container.changedOnDisk(m_path));
    QVERIFY(!container.save(document, m_path));
    QCOMPARE(fileBytes(m_path), document.xml());
    QCOMPARE(fileBytes(m_path + u".bak"_s), goldenXml());
}

void SavingTest::aNewStationIsSaved()
{
    Document document = Document::fromXml(goldenXml()).value();
    Container container = Container::flat();
    const QString path = m_folder->filePath(u"new.bog"_s);
    QVERIFY(!container.save(document, path));
    QCOMPARE(fileBytes(path), goldenXml());
    setPort(document, u"1"_s);
    QVERIFY(!container.save(document, path));
    QCOMPARE(fileBytes(path), document.xml());
}

void SavingTest::aNewStationDoesNotOverwriteUnasked()
{
    Document document = Document::fromXml(goldenXml()).value();
    Container container = Container::flat();
    const auto fault = container.save(document, m_path);
    QVERIFY(fault.has_value());
    QCOMPARE(fault->kind, SaveFault::Kind::ChangedOnDisk);
}

void SavingTest::savingTwice()
{
    auto file = Container::open(m_path);
    auto& [container, document] = file.value();
    setPort(document, u"1"_s);
    QVERIFY(!container.save(document, m_path));
    const auto inode = statOf(m_path).st_ino;
    QVERIFY(!container.save(document, m_path)); // the file holds it already
    QCOMPARE(statOf(m_path).st_ino, inode);
}

void SavingTest::undoneEditsAreNotWritten()
{
    auto file = Container::open(m_path);
    auto& [container, document] = file.value();
    setPort(document, u"1"_s);
    setPort(document, u"2525"_s);
    const auto inode = statOf(m_path).st_ino;
    QVERIFY(!container.save(document, m_path));
    QCOMPARE(statOf(m_path).st_ino, inode);
    QCOMPARE(files(), QStringList{u"station.bog"_s});
}

STATIONER_TEST(SavingTest)
#include "saving_test.moc"
