#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/javakeystore.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;
using Integrity = KeyStoreContents::Integrity;
using Read = Result<KeyStoreContents, KeyStoreFault>;

/// Stores as Java's own keytool makes them.
class KeytoolTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();

    void whatKeytoolWritesIsRead_data();
    void whatKeytoolWritesIsRead();
    void aSecretKeyEndsTheReading_data();
    void aSecretKeyEndsTheReading();
    void javaReadsNothingInWhatHasNoTrustedEntry();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    QByteArray run(const QString& program, const QStringList& arguments, const QByteArray& input = {}) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s); // Java takes what it is given for that
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(-1);
        const QByteArray said = process.readAll();
        if (process.exitCode() != 0)
            qWarning("%s: %s", qPrintable(program), said.constData());
        return said;
    }
    QByteArray keytool(const QStringList& arguments, const QByteArray& input = {}) const
    {
        const QStringList always{u"-J-XX:TieredStopAtLevel=1"_s, u"-noprompt"_s}; // it starts sooner so
        return run(u"keytool"_s, always + arguments, input);
    }
    Read read(const QString& name, const std::optional<Secret>& password) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? readKeyStore(file, password) : KeyStoreFault::CannotRead;
    }

    const Secret m_password{"changeit"_ba};
    const TestCa m_acme{u"Acme Root CA"_s};
    const TestCa m_bravo{u"Bravo Root CA"_s};
    const QTemporaryDir m_folder;
};

void KeytoolTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"keytool"_s).isEmpty())
        QSKIP("There is no keytool: default-jdk-headless is not installed.");
    write(u"acme.pem"_s, m_acme.pem());
    write(u"bravo.pem"_s, m_bravo.pem());
    const QStringList source{u"-storepass"_s, u"changeit"_s, u"-storetype"_s, u"JKS"_s, u"-keystore"_s, u"source.jks"_s};
    keytool(source + QStringList{u"-importcert"_s, u"-file"_s, u"acme.pem"_s, u"-alias"_s, u"acme 𝄞"_s});
    keytool(source + QStringList{u"-importcert"_s, u"-file"_s, u"bravo.pem"_s, u"-alias"_s, u"bravo"_s});
    keytool(source + QStringList{u"-genkeypair"_s, u"-keyalg"_s, u"EC"_s, u"-dname"_s, u"CN=station"_s, u"-keypass"_s,
                                 u"changeit"_s, u"-alias"_s, u"own"_s});
}

void KeytoolTest::whatKeytoolWritesIsRead_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<KeyStoreKind>("kind");
    QTest::addColumn<bool>("needsPassword");
    QTest::addColumn<bool>("hasCheckSum");
    const QString clear = u"-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE"_s;
    const QString unchecked = u"-J-Dkeystore.pkcs12.macAlgorithm=NONE"_s;
    QTest::newRow("JKS") << QStringList{u"-deststoretype"_s, u"JKS"_s} << KeyStoreKind::Jks << false << true;
    QTest::newRow("JCEKS") << QStringList{u"-deststoretype"_s, u"JCEKS"_s} << KeyStoreKind::Jceks << false << true;
    QTest::newRow("of today") << QStringList{u"-deststoretype"_s, u"PKCS12"_s} << KeyStoreKind::Pkcs12 << true << true;
    QTest::newRow("of an older Java") << QStringList{u"-J-Dkeystore.pkcs12.legacy"_s} << KeyStoreKind::Pkcs12 << true
                                      << true;
    QTest::newRow("in the clear") << QStringList{clear} << KeyStoreKind::Pkcs12 << false << true;
    QTest::newRow("without a check sum") << QStringList{unchecked} << KeyStoreKind::Pkcs12 << true << false;
    QTest::newRow("open to all") << QStringList{clear, unchecked} << KeyStoreKind::Pkcs12 << false << false;
}

void KeytoolTest::whatKeytoolWritesIsRead()
{
    QFETCH(QStringList, options);
    QFETCH(KeyStoreKind, kind);
    QFETCH(bool, needsPassword);
    QFETCH(bool, hasCheckSum);
    const QString name = QString::fromUtf8(QTest::currentDataTag()).replace(u' ', u'-') + u".jks"_s; // whatever it is
    keytool(options + QStringList{u"-importkeystore"_s, u"-srckeystore"_s, u"source.jks"_s, u"-srcstorepass"_s,
                                  u"changeit"_s, u"-destkeystore"_s, name, u"-deststorepass"_s, u"changeit"_s});

    const Read opened = read(name, m_password);
    QVERIFY(opened);
    QCOMPARE(opened.value().kind, kind);
    QCOMPARE(opened.value().privateKeys, 1);
    QVERIFY(!opened.value().part);
    QCOMPARE(opened.value().integrity, hasCheckSum ? Integrity::Verified : Integrity::NotVerified);
    QCOMPARE(opened.value().trusted.size(), 2);
    QVERIFY(opened.value().trusted.contains({u"acme 𝄞"_s, m_acme.der()}));
    QVERIFY(opened.value().trusted.contains({u"bravo"_s, m_bravo.der()}));

    const Read without = read(name, {});
    QCOMPARE(bool(without), !needsPassword);
    if (needsPassword)
        QCOMPARE(without.error(), KeyStoreFault::Locked);
    else
        QCOMPARE(without.value().trusted, opened.value().trusted);
    const Read wrong = read(name, Secret("Changeit"_ba));
    QCOMPARE(bool(wrong), !needsPassword && !hasCheckSum);
    if (!wrong)
        QCOMPARE(wrong.error(), KeyStoreFault::WrongPassword);
}

void KeytoolTest::aSecretKeyEndsTheReading_data()
{
    QTest::addColumn<QString>("alias");
    QTest::addColumn<int>("before");
    // Where an entry stands is up to its name's hash: b before a, and both before c.
    QTest::newRow("first") << u"b"_s << 0;
    QTest::newRow("last") << u"c"_s << 1;
}

void KeytoolTest::aSecretKeyEndsTheReading()
{
    QFETCH(QString, alias);
    QFETCH(int, before);
    const QStringList store{u"-storepass"_s, u"changeit"_s,  u"-storetype"_s,
                            u"JCEKS"_s,      u"-keystore"_s, alias + u".jceks"_s};
    keytool(store + QStringList{u"-importcert"_s, u"-file"_s, u"acme.pem"_s, u"-alias"_s, u"a"_s});
    keytool(store + QStringList{u"-importpass"_s, u"-alias"_s, alias, u"-keypass"_s, u"changeit"_s}, "a secret\n");
    for (const auto& password : {std::optional<Secret>(), std::optional(m_password)}) {
        const Read opened = read(alias + u".jceks"_s, password);
        QVERIFY(opened);
        QCOMPARE(opened.value().part, (KeyStoreContents::Part{before, 2}));
        QCOMPARE(opened.value().trusted.size(), before);
    }
}

void KeytoolTest::javaReadsNothingInWhatHasNoTrustedEntry()
{
    run(u"openssl"_s, {u"pkcs12"_s, u"-export"_s, u"-nokeys"_s, u"-in"_s, u"acme.pem"_s, u"-out"_s, u"plain.p12"_s,
                       u"-passout"_s, u"pass:changeit"_s});
    QVERIFY(keytool({u"-list"_s, u"-storepass"_s, u"changeit"_s, u"-keystore"_s, u"plain.p12"_s}).contains("0 entries"));
    const Read opened = read(u"plain.p12"_s, m_password);
    QVERIFY(opened);
    QVERIFY(opened.value().trusted.isEmpty());
    QCOMPARE(opened.value().integrity, Integrity::Verified);
}

STATIONER_TEST(KeytoolTest)
#include "keytool_test.moc"
