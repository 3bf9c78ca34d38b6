#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/javakeystore.h"
#include "trust/javastores.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;
using Integrity = KeyStoreContents::Integrity;
using Read = Result<KeyStoreContents, KeyStoreFault>;

/// JKS, JCEKS, PEM and what is none of them, written here byte by byte; keytool_test.cpp has what Java writes.
class JavaKeyStoreTest : public QObject {
    Q_OBJECT
private slots:
    void everyVersionIsRead_data();
    void everyVersionIsRead();
    void anEmptyStoreTrustsNobody();
    void certificatesOfPrivateKeysAreNotTrusted();
    void aliasesAreReadAsJavaWritesThem_data();
    void aliasesAreReadAsJavaWritesThem();
    void theCheckSumIsAskedForWithAPasswordAlone();
    void aSecretKeyEndsTheReading();
    void fiveThousandCertificatesAreRead();
    void manyCertificatesOfAPemAreRead();
    void oneCertificateInDerIsAStore();
    void whatIsDamagedIsNamed_data();
    void whatIsDamagedIsNamed();
    void nothingCutShortIsRead_data();
    void nothingCutShortIsRead();
    void whatIsTooLargeIsNotRead();
    void everyFaultHasASentence();

private:
    static Read readWith(const QByteArray& bytes, const QByteArray& password)
    {
        return readKeyStore(bytes, Secret(password));
    }
    static QByteArray corpus(const QString& name)
    {
        QFile file(QStringLiteral(STATIONER_TESTS "/fuzz/corpora/keystore/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QByteArray element(char tag, const QByteArray& content)
    {
        return QByteArray(1, tag) + '\x82' + JksMaker::sized(content, 2);
    }
    KeyStoreContents both(KeyStoreKind kind, Integrity integrity = Integrity::NotVerified) const
    {
        return {kind, {{u"acme"_s, m_acme.der()}, {u"bravo"_s, m_bravo.der()}}, 0, {}, integrity};
    }

    const TestCa m_acme{u"Acme Root CA"_s};
    const TestCa m_bravo{u"Bravo Root CA"_s};
};

void JavaKeyStoreTest::everyVersionIsRead_data()
{
    QTest::addColumn<QByteArray>("magic");
    QTest::addColumn<quint32>("version");
    QTest::addColumn<KeyStoreKind>("kind");
    QTest::newRow("JKS 1") << "feedfeed"_ba << 1U << KeyStoreKind::Jks;
    QTest::newRow("JKS 2") << "feedfeed"_ba << 2U << KeyStoreKind::Jks;
    QTest::newRow("JCEKS 1") << "cececece"_ba << 1U << KeyStoreKind::Jceks;
    QTest::newRow("JCEKS 2") << "cececece"_ba << 2U << KeyStoreKind::Jceks;
}

void JavaKeyStoreTest::everyVersionIsRead()
{
    QFETCH(QByteArray, magic);
    QFETCH(quint32, version);
    QFETCH(KeyStoreKind, kind);
    const QByteArray bytes =
        JksMaker(magic, version).trusted("acme", m_acme.der()).trusted("bravo", m_bravo.der()).bytes(u"pässwörd €"_s);
    const Read read = readKeyStore(bytes, {});
    QVERIFY(read);
    QCOMPARE(read.value(), both(kind));
    const Read checked = readWith(bytes, "pässwörd €");
    QVERIFY(checked);
    QCOMPARE(checked.value(), both(kind, Integrity::Verified));
}

void JavaKeyStoreTest::anEmptyStoreTrustsNobody()
{
    const QByteArray bytes = JksMaker().bytes();
    QCOMPARE(bytes.size(), 32);
    const Read read = readKeyStore(bytes, {});
    QVERIFY(read);
    QVERIFY(read.value().trusted.isEmpty());
    QVERIFY(!read.value().part);
}

void JavaKeyStoreTest::certificatesOfPrivateKeysAreNotTrusted()
{
    for (const quint32 version : {1U, 2U}) {
        JksMaker maker("feedfeed", version);
        maker.privateKey("own", {m_bravo.issueFor(u"station.example"_s).der(), m_bravo.der()});
        maker.trusted("acme", m_acme.der()).privateKey("other", {});
        const Read read = readKeyStore(maker.bytes(), {});
        QVERIFY(read);
        QCOMPARE(read.value().trusted, (QList<StoredCertificate>{{u"acme"_s, m_acme.der()}}));
        QCOMPARE(read.value().privateKeys, 2);
    }
}

void JavaKeyStoreTest::aliasesAreReadAsJavaWritesThem_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("alias");
    QTest::newRow("ASCII") << "acme root"_ba << u"acme root"_s;
    QTest::newRow("two bytes") << "gr\xC3\xBC\xC3\x9F"_ba << u"grüß"_s;
    QTest::newRow("three bytes") << "\xE2\x82\xAC"_ba << u"€"_s;
    QTest::newRow("NUL") << "a\xC0\x80z"_ba << u"a\0z"_s;
    QTest::newRow("two surrogates") << "\xED\xA0\xB4\xED\xB4\x9E"_ba << u"𝄞"_s;
    QTest::newRow("empty") << ""_ba << QString();
    QTest::newRow("UTF-8 of four bytes") << "\xF0\x9D\x84\x9E"_ba << QString(u'!');
    QTest::newRow("begins in the middle") << "\x80"_ba << QString(u'!');
    QTest::newRow("ends in the middle") << "a\xE2\x82"_ba << QString(u'!');
    QTest::newRow("goes on otherwise") << "\xC3z"_ba << QString(u'!');
}

void JavaKeyStoreTest::aliasesAreReadAsJavaWritesThem()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, alias);
    const Read read = readKeyStore(JksMaker().trusted(bytes, m_acme.der()).bytes(), {});
    if (alias == u'!') {
        QVERIFY(!read);
        QCOMPARE(read.error(), KeyStoreFault::BadEntry);
    } else {
        QVERIFY(read);
        QCOMPARE(read.value().trusted.value(0).alias, alias);
    }
}

void JavaKeyStoreTest::theCheckSumIsAskedForWithAPasswordAlone()
{
    const QByteArray bytes = JksMaker().trusted("acme", m_acme.der()).bytes();
    QCOMPARE(readWith(bytes, "Changeit").error(), KeyStoreFault::WrongPassword);
    QCOMPARE(readWith(bytes, "").error(), KeyStoreFault::WrongPassword);
    QByteArray changed = bytes;
    changed[20] = 'x'; // in the alias
    QVERIFY(readKeyStore(changed, {}));
    QCOMPARE(readWith(changed, "changeit").error(), KeyStoreFault::WrongPassword);
}

void JavaKeyStoreTest::aSecretKeyEndsTheReading()
{
    JksMaker maker("cececece");
    maker.trusted("acme", m_acme.der()).secretKey("key").trusted("bravo", m_bravo.der());
    const Read read = readWith(maker.bytes(), "changeit");
    QVERIFY(read);
    QCOMPARE(read.value().trusted, (QList<StoredCertificate>{{u"acme"_s, m_acme.der()}}));
    QCOMPARE(read.value().part, (KeyStoreContents::Part{1, 3}));
    QCOMPARE(read.value().integrity, Integrity::Verified);
    QCOMPARE(readKeyStore(JksMaker("feedfeed").secretKey("key").bytes(), {}).error(), KeyStoreFault::BadEntry);
    QCOMPARE(readKeyStore(JksMaker("cececece").entry(3, "key", "sealed").bytes(), {}).error(), KeyStoreFault::BadEntry);
}

void JavaKeyStoreTest::fiveThousandCertificatesAreRead()
{
    JksMaker maker;
    for (int i = 0; i < 5000; ++i)
        maker.trusted("ca-" + QByteArray::number(i), i % 2 ? m_acme.der() : m_bravo.der());
    const Read read = readWith(maker.bytes(), "changeit");
    QVERIFY(read);
    QCOMPARE(read.value().trusted.size(), 5000);
    QCOMPARE(read.value().trusted.last(), (StoredCertificate{u"ca-4999"_s, m_acme.der()}));
}

void JavaKeyStoreTest::manyCertificatesOfAPemAreRead()
{
    const QByteArray pem = "01 Roots of the site\r\n" + m_acme.pem() + "Bravo's:\n" +
                           m_acme.issueFor(u"mail.example"_s).keyPem() + m_bravo.pem() + "the end\n";
    const Read read = readKeyStore(pem, {});
    QVERIFY(read);
    QCOMPARE(read.value().kind, KeyStoreKind::Pem);
    QCOMPARE(read.value().trusted, (QList<StoredCertificate>{{{}, m_acme.der()}, {{}, m_bravo.der()}}));
    QCOMPARE(read.value().privateKeys, 1);
    QVERIFY(readWith(pem, "any"));
}

void JavaKeyStoreTest::oneCertificateInDerIsAStore()
{
    Read read = KeyStoreFault::NotAKeyStore;
    {
        QByteArray bytes = m_acme.der();
        bytes.detach();
        read = readKeyStore(bytes, {});
        bytes.fill('\0'); // what was read stays when the file's bytes go
    }
    QVERIFY(read);
    QCOMPARE(read.value().trusted, (QList<StoredCertificate>{{{}, m_acme.der()}}));
}

void JavaKeyStoreTest::whatIsDamagedIsNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<KeyStoreFault>("fault");
    const auto row = [](const char* name, const QByteArray& bytes, KeyStoreFault fault) {
        QTest::newRow(name) << bytes << fault;
    };
    JksMaker two;
    two.trusted("acme", m_acme.der()).trusted("bravo", m_bravo.der());
    row("nothing", {}, KeyStoreFault::NotAKeyStore);
    row("text", "Dear customer", KeyStoreFault::NotAKeyStore);
    row("another magic", JksMaker("cafebabe").bytes(), KeyStoreFault::NotAKeyStore);
    row("PEM of a key alone", m_acme.issueFor(u"mail.example"_s).keyPem(), KeyStoreFault::NotAKeyStore);
    row("PEM, damaged", m_acme.pem() + m_bravo.pem().chopped(60), KeyStoreFault::BadCertificate);
    row("version 0", JksMaker("feedfeed", 0).bytes(), KeyStoreFault::BadVersion);
    row("version 3", JksMaker("cececece", 3).bytes(), KeyStoreFault::BadVersion);
    row("2³²−1 entries", two.bytes({}, 0xFFFFFFFF), KeyStoreFault::BadCount);
    row("an entry less than there is", two.bytes({}, 1), KeyStoreFault::BadCount);
    row("an entry more than there is", two.bytes({}, 3), KeyStoreFault::Truncated);
    row("entry of no kind", JksMaker().entry(4, "some entry", {}).bytes(), KeyStoreFault::BadEntry);
    row("no certificate", JksMaker().trusted("x", "certificate").bytes(), KeyStoreFault::BadCertificate);
    row("certificate and more", JksMaker().trusted("x", m_acme.der() + 'x').bytes(), KeyStoreFault::BadCertificate);
    row("certificate of another kind",
        JksMaker().entry(2, "x", JksMaker::sized("PGP", 2) + JksMaker::sized(m_acme.der(), 4)).bytes(),
        KeyStoreFault::BadCertificate);
    row("certificate of 4 GiB", JksMaker().entry(2, "x", JksMaker::sized("X.509", 2) + QByteArray(4, '\xFF')).bytes(),
        KeyStoreFault::Truncated);
    row("key of 4 GiB", JksMaker().entry(1, "x", QByteArray(4, '\xFF') + QByteArray(50, 'k')).bytes(),
        KeyStoreFault::Truncated);
    row("chain of 2³²−1", JksMaker().entry(1, "x", JksMaker::sized("k", 4) + QByteArray(4, '\xFF')).bytes(),
        KeyStoreFault::Truncated);
    row("BCFKS", corpus(u"bcfks"_s), KeyStoreFault::Bcfks);
    const QByteArray time = element(0x18, "20260101000000Z");
    const QByteArray data = element(2, "\1") + element(0x30, element(6, "\x2a\x03")) + time + time + time;
    row("BCFKS in the clear", element(0x30, element(0x30, data) + element(0x30, time)), KeyStoreFault::Bcfks);
    row("a sequence of something else", QByteArray::fromHex("308180") + QByteArray(128, '\0'), KeyStoreFault::NotAKeyStore);
    row("a sequence longer than the file", QByteArray::fromHex("3082ffff3000"), KeyStoreFault::Truncated);
}

void JavaKeyStoreTest::whatIsDamagedIsNamed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(KeyStoreFault, fault);
    for (const auto& password : {std::optional<Secret>(), std::optional(Secret(""_ba))}) {
        const Read read = readKeyStore(bytes, password);
        QVERIFY(!read);
        QCOMPARE(read.error(), fault);
    }
}

void JavaKeyStoreTest::nothingCutShortIsRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    JksMaker jks("feedfeed", 1);
    jks.trusted("acme", m_acme.der()).privateKey("own", {m_bravo.der()}).trusted("bravo", m_bravo.der());
    JksMaker jceks("cececece", 2);
    jceks.privateKey("own", {m_bravo.der()}).trusted("acme", m_acme.der());
    QTest::newRow("JKS") << jks.bytes();
    QTest::newRow("JCEKS") << jceks.bytes();
    QTest::newRow("PEM") << m_acme.pem().trimmed();
    QTest::newRow("DER") << m_acme.der();
    QTest::newRow("BCFKS") << corpus(u"bcfks"_s);
}

void JavaKeyStoreTest::nothingCutShortIsRead()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!bytes.isEmpty());
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        for (const auto& password : {std::optional<Secret>(), std::optional(Secret("changeit"_ba))})
            QVERIFY2(!readKeyStore(bytes.first(size), password), qPrintable(QString::number(size)));
    }
}

void JavaKeyStoreTest::whatIsTooLargeIsNotRead()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"huge.jks"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.write(JksMaker().bytes()) > 0 && file.resize(100'000'000) && file.seek(0));
    const Read huge = readKeyStore(file, {});
    QVERIFY(!huge);
    QCOMPARE(huge.error(), KeyStoreFault::TooLarge);
    QCOMPARE(file.pos(), 0);

    QFile endless(u"/dev/zero"_s);
    QVERIFY(endless.open(QIODevice::ReadOnly));
    QCOMPARE(readKeyStore(endless, {}).error(), KeyStoreFault::TooLarge);

    QVERIFY(file.resize(0) && file.write(JksMaker().trusted("acme", m_acme.der()).bytes()) > 0 && file.seek(0));
    const Read small = readKeyStore(file, {});
    QVERIFY(small);
    QCOMPARE(small.value().trusted.size(), 1);
    QCOMPARE(readKeyStore(QByteArray(17 * 1024 * 1024, ' '), {}).error(), KeyStoreFault::TooLarge);
}

void JavaKeyStoreTest::everyFaultHasASentence()
{
    QSet<QString> sentences;
    for (int i = 0; i <= int(KeyStoreFault::Unsupported); ++i)
        sentences << describe(KeyStoreFault(i));
    QCOMPARE(sentences.size(), int(KeyStoreFault::Unsupported) + 1);
    QVERIFY(!sentences.contains(QString()));
}

STATIONER_TEST(JavaKeyStoreTest)
#include "javakeystore_test.moc"
