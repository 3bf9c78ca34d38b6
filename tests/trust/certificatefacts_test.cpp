#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/certificatefacts.h"
#include "trust/hostname.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;

class CertificateFactsTest : public QObject {
    Q_OBJECT
private slots:
    void aCertificateSaysWhatItSays();
    void keysAreNamed_data();
    void keysAreNamed();
    void namesAreWrittenAsInRfc2253();
    void theIssuerHasAName();
    void hostileNamesAreShownAndHarmless_data();
    void hostileNamesAreShownAndHarmless();
    void aNameThatIsNoUtf8IsNoCertificate();
    void anEmptySubjectIsEmpty();
    void fourThousandNamesAreRead();
    void hugeNamesAreRead();
    void farDatesAreRead_data();
    void farDatesAreRead();
    void selfSignedIsProvenNotClaimed();
    void aSketchSaysTheSame_data();
    void aSketchSaysTheSame();
    void garbageIsNoCertificate();
    void noFlippedByteBringsItDown();
    void fingerprintsAreReadInAnyForm_data();
    void fingerprintsAreReadInAnyForm();
    void fingerprintsAreGroupedToBeReadAloud();
};

void CertificateFactsTest::aCertificateSaysWhatItSays()
{
    const TestCa ca(u"Acme Root CA"_s);
    CertificateOptions options = optionsFor(u"mail.example"_s);
    options.ipAddresses = {u"192.0.2.7"_s, u"2001:db8::1"_s};
    options.notBefore = QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC);
    options.notAfter = QDateTime({2027, 1, 2}, {3, 4, 5}, Qt::UTC);
    options.serial = 0x1f2e;
    const TestCertificate leaf = ca.issue(options);
    const CertificateFacts facts = *certificateFacts(leaf.der());
    QCOMPARE(facts.der, leaf.der());
    QCOMPARE(facts.subject, u"CN=mail.example"_s);
    QCOMPARE(facts.issuer, u"CN=Acme Root CA"_s);
    QCOMPARE(facts.commonName, u"mail.example"_s);
    QCOMPARE(facts.issuerName, u"Acme Root CA"_s);
    QCOMPARE(facts.dnsNames, QStringList{u"mail.example"_s});
    QCOMPARE(facts.ipAddresses, (QStringList{u"192.0.2.7"_s, u"2001:db8::1"_s}));
    QCOMPARE(facts.notBefore, options.notBefore);
    QCOMPARE(facts.notAfter, options.notAfter);
    QCOMPARE(facts.notAfter.timeSpec(), Qt::UTC);
    QCOMPARE(facts.serial, "1f2e");
    QCOMPARE(facts.signatureAlgorithm, u"SHA-256 with ECDSA"_s);
    QCOMPARE(facts.sha256, QCryptographicHash::hash(leaf.der(), QCryptographicHash::Sha256).toHex());
    QCOMPARE(facts.publicKeySha256.size(), 64);
    QVERIFY(facts.publicKeySha256 != facts.sha256);
    QVERIFY(!facts.isCa);
    QVERIFY(!facts.isSelfSigned);
    QVERIFY(certificateFacts(ca.der())->isCa);
    QVERIFY(certificateFacts(ca.der())->isSelfSigned);
}

void CertificateFactsTest::keysAreNamed_data()
{
    QTest::addColumn<KeyKind>("key");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("bits");
    QTest::newRow("RSA") << KeyKind::Rsa2048 << u"RSA"_s << 2048;
    QTest::newRow("RSA, weak") << KeyKind::Rsa1024 << u"RSA"_s << 1024;
    QTest::newRow("EC") << KeyKind::EcP256 << u"EC P-256"_s << 256;
    QTest::newRow("EC, weak") << KeyKind::EcP192 << u"EC P-192"_s << 192;
    QTest::newRow("Ed25519") << KeyKind::Ed25519 << u"Ed25519"_s << 256;
    QTest::newRow("X25519") << KeyKind::X25519 << u"X25519"_s << 253;
}

void CertificateFactsTest::keysAreNamed()
{
    QFETCH(KeyKind, key);
    QFETCH(QString, name);
    QFETCH(int, bits);
    CertificateOptions options = optionsFor(u"mail.example"_s);
    options.key = key;
    const CertificateFacts facts = *certificateFacts(TestCa().issue(options).der());
    QCOMPARE(facts.keyAlgorithm, name);
    QCOMPARE(facts.keyBits, bits);
}

void CertificateFactsTest::namesAreWrittenAsInRfc2253()
{
    CertificateOptions options;
    options.subject = {{"C", "DE"}, {"O", "Acme, \"Inc\"; +1"}, {"OU", QByteArray("Gebäudetechnik 東京")}};
    options.commonName = u"#first"_s;
    const CertificateFacts facts = *certificateFacts(makeCertificate(options).der());
    QCOMPARE(facts.subject, u"CN=\\#first,OU=Gebäudetechnik 東京,O=Acme\\, \\\"Inc\\\"\\; \\+1,C=DE"_s);
    QCOMPARE(facts.organization, u"Acme, \"Inc\"; +1"_s);
    QCOMPARE(facts.commonName, u"#first"_s);
}

void CertificateFactsTest::theIssuerHasAName()
{
    CertificateOptions options;
    options.subject = {{"O", "Acme"}, {"OU", "IT"}};
    QCOMPARE(certificateFacts(makeCertificate(options).der())->issuerName, u"Acme"_s);
    options.subject = {{"OU", "IT"}};
    QCOMPARE(certificateFacts(makeCertificate(options).der())->issuerName, u"OU=IT"_s);
}

void CertificateFactsTest::hostileNamesAreShownAndHarmless_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("NUL") << QByteArray("mail.example\0.evil", 18) << u"mail.example\\00.evil"_s;
    QTest::newRow("line feed") << QByteArray("mail\r\nQUIT") << u"mail\\0D\\0AQUIT"_s;
    QTest::newRow("escape sequence") << QByteArray("\x1b[2J") << u"\\1B[2J"_s;
    QTest::newRow("bidi") << QByteArray("mail\xe2\x80\xaegpj") << u"mail\\E2\\80\\AEgpj"_s;
    QTest::newRow("zero width") << QByteArray("ma\xe2\x80\x8bil") << u"ma\\E2\\80\\8Bil"_s;
    QTest::newRow("line separator") << QByteArray("a\xe2\x80\xa8z") << u"a\\E2\\80\\A8z"_s;
    QTest::newRow("C1 control") << QByteArray("a\xc2\x9bz") << u"a\\C2\\9Bz"_s;
    QTest::newRow("HTML") << QByteArray("<img src=x>") << u"<img src=x>"_s;
    QTest::newRow("emoji") << QByteArray("\xf0\x9f\x93\xa7") << u"📧"_s;
}

void CertificateFactsTest::hostileNamesAreShownAndHarmless()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, shown);
    CertificateOptions options;
    options.subject = {{"CN", name}};
    const CertificateFacts facts = *certificateFacts(makeCertificate(options).der());
    QCOMPARE(facts.commonName, shown);
    for (const QString& text : {facts.subject, facts.issuer, facts.commonName, facts.issuerName}) {
        for (const QChar c : text)
            QVERIFY2(c.isPrint() || c.isSurrogate(), qPrintable(text));
    }
}

void CertificateFactsTest::aNameThatIsNoUtf8IsNoCertificate()
{
    CertificateOptions options;
    options.commonName = u"patched"_s;
    QByteArray der = makeCertificate(options).der();
    QVERIFY(certificateFacts(der));
    QVERIFY(!certificateFacts(der.replace("patched", "\xff\xfe\x80\xff\xfe\x80\xff")));
}

void CertificateFactsTest::anEmptySubjectIsEmpty()
{
    CertificateOptions options;
    options.dnsNames = {u"mail.example"_s};
    const CertificateFacts facts = *certificateFacts(makeCertificate(options).der());
    QCOMPARE(facts.subject, QString());
    QCOMPARE(facts.commonName, QString());
    QCOMPARE(facts.issuerName, QString());
}

void CertificateFactsTest::fourThousandNamesAreRead()
{
    CertificateOptions options;
    for (int i = 0; i < 4000; ++i)
        options.dnsNames << u"host%1.example.com"_s.arg(i);
    const CertificateFacts facts = *certificateFacts(makeCertificate(options).der());
    QCOMPARE(facts.dnsNames.size(), 4000);
    QVERIFY(matches(facts, u"host3999.example.com"_s));
    QVERIFY(!matches(facts, u"host4000.example.com"_s));
}

void CertificateFactsTest::hugeNamesAreRead()
{
    CertificateOptions options;
    options.subject = {{"O", QByteArray(1000000, 'x')}};
    options.rawDnsNames = {QByteArray(1000000, 'a'), QByteArray(1000000, '.'), QByteArray(1000000, '*')};
    const CertificateFacts facts = *certificateFacts(makeCertificate(options).der());
    QCOMPARE(facts.organization.size(), 1000000);
    QVERIFY(!matches(facts, u"mail.example"_s));
}

void CertificateFactsTest::farDatesAreRead_data()
{
    QTest::addColumn<QDateTime>("from");
    QTest::addColumn<QDateTime>("to");
    QTest::newRow("1950 to 9999") << QDateTime({1950, 1, 1}, {0, 0}, Qt::UTC)
                                  << QDateTime({9999, 12, 31}, {23, 59, 59}, Qt::UTC);
    QTest::newRow("around 2050") << QDateTime({2049, 12, 31}, {23, 59, 59}, Qt::UTC)
                                 << QDateTime({2050, 1, 1}, {0, 0}, Qt::UTC);
    QTest::newRow("before 1970") << QDateTime({1960, 2, 29}, {1, 2, 3}, Qt::UTC)
                                 << QDateTime({1969, 12, 31}, {23, 59, 59}, Qt::UTC);
    QTest::newRow("the year 1") << QDateTime({1, 1, 1}, {0, 0}, Qt::UTC) << QDateTime({1, 1, 2}, {0, 0}, Qt::UTC);
}

void CertificateFactsTest::farDatesAreRead()
{
    QFETCH(QDateTime, from);
    QFETCH(QDateTime, to);
    CertificateOptions options = optionsFor(u"mail.example"_s);
    options.notBefore = from;
    options.notAfter = to;
    const TestCertificate made = makeCertificate(options);
    const CertificateFacts facts = *certificateFacts(made.der());
    QCOMPARE(facts.notBefore, from);
    QCOMPARE(facts.notAfter, to);
    const auto has = [&](TrustError error, const QDateTime& now) {
        const QList<TrustFinding> errors = judge({made.der()}, u"mail.example"_s, now, TrustAnchors()).errors;
        return std::any_of(errors.cbegin(), errors.cend(), [&](const TrustFinding& one) { return one.error == error; });
    };
    QVERIFY(!has(TrustError::Expired, to));
    QVERIFY(has(TrustError::Expired, to.addSecs(1)));
    QVERIFY(!has(TrustError::NotYetValid, from));
    QVERIFY(has(TrustError::NotYetValid, from.addSecs(-1)));
}

void CertificateFactsTest::selfSignedIsProvenNotClaimed()
{
    // Issued by another CA of the same name: it names itself as issuer, but its own key did not sign.
    const TestCa first(u"Acme"_s);
    const TestCa second = first.issueCa(u"Acme"_s);
    const CertificateFacts facts = *certificateFacts(second.der());
    QCOMPARE(facts.subject, facts.issuer);
    QVERIFY(!facts.isSelfSigned);
}

void CertificateFactsTest::aSketchSaysTheSame_data()
{
    QTest::addColumn<QByteArray>("der");
    const TestCa ca;
    QTest::newRow("CA") << ca.der();
    for (const KeyKind kind : {KeyKind::EcP256, KeyKind::EcP192, KeyKind::Rsa2048, KeyKind::Rsa1024, KeyKind::Ed25519}) {
        CertificateOptions options = optionsFor(u"mail.example"_s);
        options.key = kind;
        options.subject = {{"O", "Acme\nInc"}, {"CN", "\u202Efirst"}};
        QTest::addRow("key %d", int(kind)) << makeCertificate(options).der();
        QTest::addRow("issued, key %d", int(kind)) << ca.issue(options).der();
    }
    CertificateOptions old;
    old.version = 1;
    QTest::newRow("version 1, empty subject") << makeCertificate(old).der();
    CertificateOptions far;
    far.notBefore = QDateTime({1950, 1, 1}, {0, 0}, Qt::UTC);
    far.notAfter = QDateTime({9999, 12, 31}, {23, 59, 59}, Qt::UTC);
    QTest::newRow("far dates") << makeCertificate(far).der();
    int i = 0;
    for (const QByteArray& root : systemRoots())
        QTest::addRow("system root %d", i++) << root;
}

void CertificateFactsTest::aSketchSaysTheSame()
{
    QFETCH(QByteArray, der);
    const auto sketch = certificateSketch(der);
    QVERIFY(sketch);
    const CertificateSketch expected = *certificateFacts(der);
    QCOMPARE(sketch->subject, expected.subject);
    QCOMPARE(sketch->keyAlgorithm, expected.keyAlgorithm);
    QCOMPARE(sketch->keyBits, expected.keyBits);
    QCOMPARE(*sketch, expected);
    for (const QByteArray& bad : {der.chopped(1), der + 'x', der.mid(1), QByteArray("garbage")})
        QVERIFY(!certificateSketch(bad));
}

void CertificateFactsTest::garbageIsNoCertificate()
{
    QVERIFY(!certificateFacts({}));
    QVERIFY(!certificateFacts("x"));
    QVERIFY(!certificateFacts(QByteArray(1000000, '\x30')));
    QVERIFY(!certificateFacts(QByteArray::fromHex("3084ffffffff")));
    QVERIFY(!certificateFacts(QByteArray::fromHex("3080")));
    const QByteArray der = TestCa().der();
    QVERIFY(!certificateFacts(der + 'x'));
    for (qsizetype size = 0; size < der.size(); ++size)
        QVERIFY(!certificateFacts(der.first(size)));
}

void CertificateFactsTest::noFlippedByteBringsItDown()
{
    const QByteArray der = selfSignedFor(u"mail.example"_s).der();
    QRandomGenerator random(1);
    int read = 0;
    for (qsizetype at = 0; at < der.size(); ++at) {
        QByteArray damaged = der;
        damaged[at] = char(damaged[at] ^ (1 << random.bounded(8)));
        if (certificateFacts(damaged))
            ++read;
        QCOMPARE(judge({damaged}, u"mail.example"_s, QDateTime::currentDateTimeUtc(), TrustAnchors::only({der})).verdict,
                 Verdict::Challenged);
    }
    QVERIFY(read > 0);
}

void CertificateFactsTest::fingerprintsAreReadInAnyForm_data()
{
    const QString hex = u"00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"_s;
    QString colons;
    QString groups;
    for (int i = 0; i < hex.size(); i += 2) {
        colons += (i ? u":"_s : QString()) + hex.mid(i, 2).toUpper();
        groups += hex.mid(i, 2) + (i % 4 == 2 ? u" "_s : QString());
    }
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFingerprint");
    QTest::newRow("plain") << hex << true;
    QTest::newRow("upper case") << hex.toUpper() << true;
    QTest::newRow("colons") << colons << true;
    QTest::newRow("groups") << groups << true;
    QTest::newRow("lines") << hex.first(32) + u"\n"_s + hex.last(32) + u"\n"_s << true;
    QTest::newRow("hyphens") << QString(colons).replace(u':', u'-') << true;
    QTest::newRow("openssl") << u"sha256 Fingerprint="_s + colons << true;
    QTest::newRow("browser") << u"SHA-256: "_s + colons << true;
    QTest::newRow("short") << hex.chopped(2) << false;
    QTest::newRow("long") << hex + u"00"_s << false;
    QTest::newRow("SHA-1") << hex.first(40) << false;
    QTest::newRow("not hex") << QString(hex).replace(u'0', u'g') << false;
    QTest::newRow("fullwidth digits") << QString(hex).replace(u'0', u'０') << false;
    QTest::newRow("empty") << QString() << false;
}

void CertificateFactsTest::fingerprintsAreReadInAnyForm()
{
    QFETCH(QString, text);
    QFETCH(bool, isFingerprint);
    const auto read = readFingerprint(text);
    QCOMPARE(read.has_value(), isFingerprint);
    if (isFingerprint)
        QCOMPARE(*read, "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
}

void CertificateFactsTest::fingerprintsAreGroupedToBeReadAloud()
{
    QCOMPARE(groupedFingerprint("00112233aabbccdd"), u"0011 2233 AABB CCDD"_s);
    const QByteArray sha256 = TestCa().certificate().sha256();
    QCOMPARE(readFingerprint(groupedFingerprint(sha256)), sha256);
}

STATIONER_TEST(CertificateFactsTest)
#include "certificatefacts_test.moc"
