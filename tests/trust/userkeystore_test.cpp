#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/importer.h"
#include "trust/privatekey.h"
#include "trust/userkeystore.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;

/// The user's own certificates: made, imported, exported, kept encrypted, taken away and brought back.
class UserKeyStoreTest : public QObject {
    Q_OBJECT
private slots:
    void init();

    void aKeyIsMadeAndKeptEncrypted_data();
    void aKeyIsMadeAndKeptEncrypted();
    void whatWasAskedForStandsInTheCertificate();
    void aCertificateOfOnesOwnIsNeverACa();
    void whatCannotBeAskedForIsNamed_data();
    void whatCannotBeAskedForIsNamed();
    void aRequestIsSignedAndAnswered();
    void anAnswerForAnotherKeyIsRefused();
    void pkcs12IsImportedWithItsChain();
    void aWrongPasswordIsToldFromGarbage_data();
    void aWrongPasswordIsToldFromGarbage();
    void pemWithAnEncryptedKeyIsImported();
    void aDuplicateIsNamed();
    void anIdentityOpensWithItsPassphraseAlone();
    void exportIsEncrypted();
    void aKeyIsRemovedAndBroughtBack();
    void aDamagedFileIsSetAside_data();
    void aDamagedFileIsSetAside();
    void twoStoresLoseNothing();
    void aFolderThatCannotBeWrittenIsReported();
    void aliasesAreSafeAndFree();

private:
    NewCertificate wanted(const QString& name = u"Station 7"_s) const
    {
        NewCertificate one;
        one.commonName = name;
        return one;
    }
    QString path(const QString& name) const { return m_folder->filePath(u"keys/"_s + name); }
    static QByteArray contents(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QByteArray openssl(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess process;
        process.start(u"openssl"_s, arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished();
        return process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
    }

    const Secret m_passphrase{"a passphrase"_ba};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<UserKeyStore> m_store;
};

void UserKeyStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<UserKeyStore>();
    QVERIFY(!m_store->open(path({})));
}

void UserKeyStoreTest::aKeyIsMadeAndKeptEncrypted_data()
{
    QTest::addColumn<NewKeyKind>("kind");
    QTest::addColumn<QString>("algorithm");
    QTest::addColumn<int>("bits");
    QTest::newRow("P-256") << NewKeyKind::EcP256 << u"EC P-256"_s << 256;
    QTest::newRow("RSA") << NewKeyKind::Rsa3072 << u"RSA"_s << 3072;
    QTest::newRow("Ed25519") << NewKeyKind::Ed25519 << u"Ed25519"_s << 256;
}

void UserKeyStoreTest::aKeyIsMadeAndKeptEncrypted()
{
    QFETCH(NewKeyKind, kind);
    QFETCH(QString, algorithm);
    QFETCH(int, bits);
    QVERIFY(!QFile::exists(path({}))); // nothing is made before something is kept
    QSignalSpy changed(m_store.get(), &UserKeyStore::changed);
    NewCertificate one = wanted();
    one.key = kind;
    const auto alias = m_store->generate(one, m_passphrase);
    QVERIFY(alias);
    QCOMPARE(alias.value(), u"Station-7"_s);
    QVERIFY(!changed.isEmpty());
    const CertificateFacts& made = m_store->find(u"station-7"_s)->certificate;
    QCOMPARE(made.keyAlgorithm, algorithm);
    QCOMPARE(made.keyBits, bits);
    QVERIFY(made.isSelfSigned);

    const QByteArray file = contents(path(u"Station-7.pem"_s));
    QVERIFY(file.contains("BEGIN ENCRYPTED PRIVATE KEY"));
    QVERIFY(!file.contains("BEGIN PRIVATE KEY"));
    QCOMPARE(QFile::permissions(path(u"Station-7.pem"_s)) & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(QFile::permissions(path({})) & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther),
             QFile::Permissions());
    // Another program opens it with the passphrase, and not without.
    QVERIFY(!openssl({u"pkey"_s, u"-passin"_s, u"pass:a passphrase"_s}, file).isEmpty());
    QVERIFY(openssl({u"pkey"_s, u"-passin"_s, u"pass:another"_s}, file).isEmpty());

    UserKeyStore again;
    QVERIFY(!again.open(path({})));
    QCOMPARE(again.keys().size(), 1);
    QCOMPARE(again.keys().first().certificate, made);
}

void UserKeyStoreTest::whatWasAskedForStandsInTheCertificate()
{
    NewCertificate one;
    one.commonName = u"Zürich"_s;
    one.organization = u"Acme"_s;
    one.organizationalUnit = u"Controls"_s;
    one.locality = u"Zürich"_s;
    one.state = u"ZH"_s;
    one.country = u"ch"_s;
    one.dnsNames = {u"station.example"_s, u"*.bücher.example"_s};
    one.ipAddresses = {u"192.0.2.7"_s, u"2001:db8::1"_s};
    one.mailAddresses = {u"alarms@acme.example"_s};
    one.isForServers = true;
    one.mayEncipher = true;
    one.key = NewKeyKind::Rsa3072;
    one.notBefore = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    one.notAfter = QDateTime(QDate(2051, 1, 1), QTime(0, 0), Qt::UTC);
    const auto alias = m_store->generate(one, m_passphrase, u"mine"_s);
    QVERIFY(alias);
    const CertificateFacts& made = m_store->find(u"mine"_s)->certificate;
    QCOMPARE(made.subject, u"CN=Zürich,OU=Controls,O=Acme,L=Zürich,ST=ZH,C=CH"_s);
    QCOMPARE(made.dnsNames, (QStringList{u"station.example"_s, u"*.xn--bcher-kva.example"_s}));
    QCOMPARE(made.ipAddresses, (QStringList{u"192.0.2.7"_s, u"2001:db8::1"_s}));
    QCOMPARE(made.notBefore, one.notBefore);
    QCOMPARE(made.notAfter, one.notAfter);
    const QByteArray text = openssl({u"x509"_s, u"-noout"_s, u"-text"_s}, toPem(made.der));
    QVERIFY(text.contains("Digital Signature, Key Encipherment"));
    QVERIFY(text.contains("TLS Web Client Authentication, TLS Web Server Authentication"));
    QVERIFY(text.contains("email:alarms@acme.example"));
    QVERIFY(text.contains("Version: 3"));
}

void UserKeyStoreTest::aCertificateOfOnesOwnIsNeverACa()
{
    QVERIFY(m_store->generate(wanted(), m_passphrase));
    QVERIFY(!m_store->keys().first().certificate.isCa);
    QVERIFY(
        openssl({u"x509"_s, u"-noout"_s, u"-text"_s}, toPem(m_store->keys().first().certificate.der)).contains("CA:FALSE"));
}

void UserKeyStoreTest::whatCannotBeAskedForIsNamed_data()
{
    QTest::addColumn<NewCertificate>("one");
    QTest::addColumn<KeyFault>("fault");
    const auto row = [this](const char* name, KeyFault fault, auto change) {
        NewCertificate one = wanted();
        change(one);
        QTest::newRow(name) << one << fault;
    };
    using New = NewCertificate;
    row("no name", KeyFault::NameMissing, [](New& one) { one.commonName = u" "_s; });
    row("long name", KeyFault::FieldInvalid, [](New& one) { one.commonName = QString(65, u'x'); });
    row("line break", KeyFault::FieldInvalid, [](New& one) { one.organization = u"a\nb"_s; });
    row("NUL", KeyFault::FieldInvalid, [](New& one) { one.commonName = u"a"_s + QChar(0) + u"b"_s; });
    row("country", KeyFault::CountryInvalid, [](New& one) { one.country = u"CHE"_s; });
    row("country of digits", KeyFault::CountryInvalid, [](New& one) { one.country = u"C1"_s; });
    row("DNS name", KeyFault::AlternativeNameInvalid, [](New& one) { one.dnsNames = {u"a b"_s}; });
    row("address as DNS name", KeyFault::AlternativeNameInvalid, [](New& one) { one.dnsNames = {u"192.0.2.7"_s}; });
    row("address", KeyFault::AlternativeNameInvalid, [](New& one) { one.ipAddresses = {u"host.example"_s}; });
    row("mail", KeyFault::AlternativeNameInvalid, [](New& one) { one.mailAddresses = {u"@x"_s}; });
    row("ends before it begins", KeyFault::ValidityInvalid, [](New& one) { one.notAfter = one.notBefore.addSecs(-1); });
    row("ends never", KeyFault::ValidityInvalid,
        [](New& one) { one.notAfter = QDateTime(QDate(10000, 1, 1), QTime(0, 0)); });
}

void UserKeyStoreTest::whatCannotBeAskedForIsNamed()
{
    QFETCH(NewCertificate, one);
    QFETCH(KeyFault, fault);
    const auto made = m_store->generate(one, m_passphrase);
    QVERIFY(!made);
    QCOMPARE(made.error(), fault);
    QVERIFY(!describe(fault).isEmpty());
    QVERIFY(m_store->keys().isEmpty());
    QCOMPARE(m_store->generate(wanted(), Secret()).error(), KeyFault::PassphraseMissing);
}

void UserKeyStoreTest::aRequestIsSignedAndAnswered()
{
    NewCertificate one = wanted();
    one.dnsNames = {u"station.example"_s};
    QVERIFY(m_store->generate(one, m_passphrase));
    QCOMPARE(m_store->request(u"Station-7"_s, Secret("no"_ba)).error(), KeyFault::WrongPassphrase);
    QCOMPARE(m_store->request(u"none"_s, m_passphrase).error(), KeyFault::NoSuchKey);
    const auto request = m_store->request(u"Station-7"_s, m_passphrase);
    QVERIFY(request);
    const QByteArray text = openssl({u"req"_s, u"-noout"_s, u"-text"_s, u"-verify"_s}, request.value());
    QVERIFY(text.contains("CN = Station 7"));
    QVERIFY(text.contains("DNS:station.example"));

    // A CA answers; its certificate comes first here, as some send it.
    const TestCa ca;
    QTemporaryDir at;
    const auto write = [&](const QString& name, const QByteArray& bytes) {
        QFile file(at.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    };
    const QByteArray answer = openssl({u"x509"_s, u"-req"_s, u"-CA"_s, write(u"ca.pem"_s, ca.pem()), u"-CAkey"_s,
                                       write(u"ca.key"_s, ca.certificate().keyPem()), u"-set_serial"_s, u"7"_s},
                                      request.value());
    QVERIFY(!answer.isEmpty());
    QVERIFY(!m_store->takeAnswer(u"Station-7"_s, ca.pem() + answer));
    const UserKey& key = m_store->keys().first();
    QCOMPARE(key.certificate.issuer, u"CN=Test Root CA"_s);
    QCOMPARE(key.chain, (CertificateChain{key.certificate.der, ca.der()}));
    QVERIFY(m_store->isPassphrase(u"Station-7"_s, m_passphrase));
    UserKeyStore again;
    QVERIFY(!again.open(path({})));
    QCOMPARE(again.keys().first().chain, key.chain);
}

void UserKeyStoreTest::anAnswerForAnotherKeyIsRefused()
{
    QVERIFY(m_store->generate(wanted(), m_passphrase));
    const CertificateFacts before = m_store->keys().first().certificate;
    const TestCa ca;
    QCOMPARE(m_store->takeAnswer(u"Station-7"_s, ca.issueFor(u"x.example"_s).pem()), KeyFault::KeyOfAnother);
    QCOMPARE(m_store->takeAnswer(u"Station-7"_s, "Dear customer"), KeyFault::NoCertificate);
    QCOMPARE(m_store->takeAnswer(u"other"_s, ca.pem()), KeyFault::NoSuchKey);
    QCOMPARE(m_store->keys().first().certificate, before);
}

void UserKeyStoreTest::pkcs12IsImportedWithItsChain()
{
    const TestCa root;
    const TestCa middle = root.issueCa(u"Middle"_s);
    const TestCertificate own = middle.issueFor(u"client.example"_s);
    QTemporaryDir at;
    QFile file(at.filePath(u"all.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(own.keyPem() + root.pem() + own.pem() + middle.pem());
    file.close();
    const QByteArray bundle = openssl({u"pkcs12"_s, u"-export"_s, u"-in"_s, file.fileName(), u"-passout"_s, u"pass:open"_s});
    QVERIFY(!bundle.isEmpty());
    QCOMPARE(m_store->import(bundle, {}, m_passphrase).error(), KeyFault::PasswordNeeded);
    QCOMPARE(m_store->import(bundle, Secret("shut"_ba), m_passphrase).error(), KeyFault::WrongPassword);
    const auto alias = m_store->import(bundle, Secret("open"_ba), m_passphrase);
    QVERIFY(alias);
    QCOMPARE(alias.value(), u"client.example"_s);
    QCOMPARE(m_store->keys().first().chain, (CertificateChain{own.der(), middle.der(), root.der()}));
}

void UserKeyStoreTest::aWrongPasswordIsToldFromGarbage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<KeyFault>("fault");
    const TestCertificate own = TestCa().issueFor(u"client.example"_s);
    const TestCertificate other = TestCa().issueFor(u"other.example"_s);
    CertificateOptions weak = optionsFor(u"weak.example"_s);
    weak.key = KeyKind::Rsa1024;
    const TestCertificate small = makeCertificate(weak);
    QTest::newRow("empty") << QByteArray() << KeyFault::NotReadable;
    QTest::newRow("text") << "Dear customer"_ba << KeyFault::NotReadable;
    QTest::newRow("half a bundle") << QByteArray::fromHex("30820a0002010330") << KeyFault::NotReadable;
    QTest::newRow("certificate alone") << own.pem() << KeyFault::NoKey;
    QTest::newRow("key alone") << own.keyPem() << KeyFault::NoCertificate;
    QTest::newRow("key of another") << own.keyPem() + other.pem() << KeyFault::KeyOfAnother;
    QTest::newRow("damaged certificate") << own.keyPem() + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
                                         << KeyFault::NotReadable;
    QTest::newRow("damaged key") << "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n" + own.pem()
                                 << KeyFault::NotReadable;
    QTest::newRow("weak key") << small.keyPem() + small.pem() << KeyFault::Unsupported;
    QTest::newRow("huge") << QByteArray(9 * 1024 * 1024, 'x') << KeyFault::TooLarge;
}

void UserKeyStoreTest::aWrongPasswordIsToldFromGarbage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(KeyFault, fault);
    const auto imported = m_store->import(bytes, {}, m_passphrase);
    QVERIFY(!imported);
    QCOMPARE(imported.error(), fault);
    QVERIFY(!describe(fault).isEmpty());
    QVERIFY(m_store->keys().isEmpty());
}

void UserKeyStoreTest::pemWithAnEncryptedKeyIsImported()
{
    const TestCertificate own = TestCa().issueFor(u"client.example"_s);
    const QByteArray locked = openssl({u"pkcs8"_s, u"-topk8"_s, u"-passout"_s, u"pass:open"_s}, own.keyPem());
    QCOMPARE(m_store->import(own.pem() + locked, {}, m_passphrase).error(), KeyFault::PasswordNeeded);
    QCOMPARE(m_store->import(own.pem() + locked, Secret("x"_ba), m_passphrase).error(), KeyFault::WrongPassword);
    QVERIFY(m_store->import(own.pem() + locked, Secret("open"_ba), m_passphrase));
    QVERIFY(!m_store->isPassphrase(u"client.example"_s, Secret("open"_ba))); // the store's own from now on
    QVERIFY(m_store->isPassphrase(u"client.example"_s, m_passphrase));
}

void UserKeyStoreTest::aDuplicateIsNamed()
{
    const TestCertificate own = TestCa().issueFor(u"client.example"_s);
    QVERIFY(m_store->import(own.keyPem() + own.pem(), {}, m_passphrase));
    QCOMPARE(m_store->import(own.keyPem() + own.pem(), {}, m_passphrase).error(), KeyFault::Duplicate);
    QCOMPARE(m_store->keys().size(), 1);
}

void UserKeyStoreTest::anIdentityOpensWithItsPassphraseAlone()
{
    QVERIFY(m_store->generate(wanted(), m_passphrase));
    const auto pem = m_store->identityPem(u"Station-7"_s);
    QVERIFY(pem);
    const QByteArray own = m_store->keys().first().certificate.der;
    QVERIFY(privateKeyOf(pem.value(), m_passphrase, own));
    QCOMPARE(privateKeyOf(pem.value(), Secret("x"_ba), own).error(), PrivateKeyFault::WrongPassphrase);
    QCOMPARE(m_store->identityPem(u"none"_s).error(), KeyFault::NoSuchKey);
    const Secret random = UserKeyStore::randomPassphrase();
    QCOMPARE(random.reveal().size(), 32);
    QVERIFY(!(random == UserKeyStore::randomPassphrase()));
}

void UserKeyStoreTest::exportIsEncrypted()
{
    QVERIFY(m_store->generate(wanted(), m_passphrase));
    QCOMPARE(m_store->exportPkcs12(u"Station-7"_s, m_passphrase, {}).error(), KeyFault::PassphraseMissing);
    QCOMPARE(m_store->exportPkcs12(u"Station-7"_s, Secret("x"_ba), Secret("out"_ba)).error(), KeyFault::WrongPassphrase);
    const auto bundle = m_store->exportPkcs12(u"Station-7"_s, m_passphrase, Secret("out"_ba));
    QVERIFY(bundle);
    QTemporaryDir at;
    UserKeyStore other;
    QVERIFY(!other.open(at.filePath(u"keys"_s)));
    QCOMPARE(other.import(bundle.value(), Secret("in"_ba), m_passphrase).error(), KeyFault::WrongPassword);
    QVERIFY(other.import(bundle.value(), Secret("out"_ba), m_passphrase));
    QCOMPARE(other.keys().first().certificate, m_store->keys().first().certificate);
}

void UserKeyStoreTest::aKeyIsRemovedAndBroughtBack()
{
    QVERIFY(m_store->generate(wanted(), m_passphrase));
    const CertificateFacts before = m_store->keys().first().certificate;
    const auto removed = m_store->remove(u"station-7"_s);
    QVERIFY(removed);
    QVERIFY(m_store->keys().isEmpty());
    QVERIFY(!QFile::exists(path(u"Station-7.pem"_s)));
    QVERIFY(!m_store->restore(removed.value()));
    QCOMPARE(m_store->keys().first().certificate, before);
    QVERIFY(m_store->isPassphrase(u"Station-7"_s, m_passphrase));
    QCOMPARE(m_store->remove(u"none"_s).error(), KeyFault::NoSuchKey);
}

void UserKeyStoreTest::aDamagedFileIsSetAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const TestCertificate own = TestCa().issueFor(u"client.example"_s);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no key") << own.pem();
    QTest::newRow("a key in the clear") << own.keyPem() + own.pem();
    QTest::newRow("cut off") << own.pem() + "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMII";
    QTest::newRow("huge") << QByteArray(2 * 1024 * 1024, 'x');
}

void UserKeyStoreTest::aDamagedFileIsSetAside()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(m_store->generate(wanted(), m_passphrase));
    QFile file(path(u"bad.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto fault = m_store->reload();
    QVERIFY(fault);
    QCOMPARE(fault->kind, TrustFileFault::Kind::Damaged);
    QCOMPARE(contents(fault->setAsideAs), bytes);
    QCOMPARE(m_store->keys().size(), 1);
    QVERIFY(!m_store->reload());
}

void UserKeyStoreTest::twoStoresLoseNothing()
{
    UserKeyStore other;
    QVERIFY(!other.open(path({})));
    QCOMPARE(m_store->generate(wanted(), m_passphrase).value(), u"Station-7"_s);
    QCOMPARE(other.generate(wanted(), m_passphrase).value(), u"Station-7-2"_s);
    QCOMPARE(other.keys().size(), 2);
    QVERIFY(!m_store->reload());
    QCOMPARE(m_store->keys().size(), 2);
}

void UserKeyStoreTest::aFolderThatCannotBeWrittenIsReported()
{
    QFile file(path({}).chopped(1));
    QVERIFY(file.open(QIODevice::WriteOnly)); // a file stands where the folder should
    QVERIFY(m_store->open(path({}).chopped(1)));
    const auto made = m_store->generate(wanted(), m_passphrase);
    QVERIFY(!made);
    QCOMPARE(made.error(), KeyFault::NotStored);
    QVERIFY(!m_store->faults().isEmpty());
    QVERIFY(m_store->keys().isEmpty());
}

void UserKeyStoreTest::aliasesAreSafeAndFree()
{
    QCOMPARE(m_store->generate(wanted(), m_passphrase, u"../../etc/x"_s).value(), u"etc-x"_s);
    QCOMPARE(m_store->generate(wanted(), m_passphrase, u"ETC/x"_s).value(), u"ETC-x-2"_s);
    QCOMPARE(m_store->generate(wanted(u"स्टेशन"_s), m_passphrase).value(), u"स्टेशन"_s);
    QCOMPARE(m_store->generate(wanted(u"???"_s), m_passphrase).value(), u"key"_s);
    QCOMPARE(QDir(path({})).entryList({u"*.pem"_s}, QDir::Files).size(), 4);
}

STATIONER_TEST(UserKeyStoreTest)
#include "userkeystore_test.moc"
