#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/javatrust.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;
using Fault = JavaTrustFault;
using Verdict = JavaTrust::Verdict;

namespace {

const QString host = u"mail.station.test"_s;

CertificateOptions authority(const QString& name)
{
    CertificateOptions options;
    options.commonName = name;
    options.isCa = true;
    return options;
}

} // namespace

/// What the Java of a station would say. Each row was asked of OpenJDK 17 with JavaMail 1.6.5.
class JavaTrustTest : public QObject {
    Q_OBJECT
private slots:
    void aServersCertificateIsJudged_data();
    void aServersCertificateIsJudged();
    void anAnchorIsAnyCaOfTheStores_data();
    void anAnchorIsAnyCaOfTheStores();
    void anIntermediateIsJudged_data();
    void anIntermediateIsJudged();
    void aCertificateOfTheStoresPassesAsItIs();
    void theWayToAnAnchorIsFound_data();
    void theWayToAnAnchorIsFound();
    void aNameIsComparedTwice_data();
    void aNameIsComparedTwice();
    void keyUsageIsThatOfTheKeyExchange();
    void whatIsNoCertificateFails();

private:
    JavaTrust judged(const CertificateChain& sent, const QList<QByteArray>& station, const QString& name = host) const
    {
        return javaTrust(sent, name, m_now, station);
    }

    const QDateTime m_now = QDateTime::currentDateTimeUtc();
    const TestCa m_root{[] {
        CertificateOptions options;
        options.commonName = u"Root"_s;
        options.key = KeyKind::Rsa2048; // MD5 goes with RSA alone
        return options;
    }()};
    const TestCa m_other{u"Other Root"_s};
};

void JavaTrustTest::aServersCertificateIsJudged_data()
{
    QTest::addColumn<QByteArray>("leaf");
    QTest::addColumn<QList<Fault>>("faults");
    const auto row = [this](const char* name, const QList<Fault>& faults, const auto& change) {
        CertificateOptions options = optionsFor(host);
        change(options);
        QTest::newRow(name) << m_root.issue(options).der() << faults;
    };
    using Options = CertificateOptions;
    row("good", {}, [](Options&) {});
    row("expired", {Fault::Expired}, [this](Options& o) {
        o.notBefore = m_now.addDays(-9);
        o.notAfter = m_now.addDays(-1);
    });
    row("not yet valid", {Fault::NotYetValid}, [this](Options& o) { o.notBefore = m_now.addDays(1); });
    row("valid 1,500 days", {}, [this](Options& o) { o.notAfter = m_now.addDays(1500); });
    row("wrong name", {Fault::NameMismatch}, [](Options& o) { o.dnsNames = {u"other.station.test"_s}; });
    row("SHA-1", {}, [](Options& o) { o.digest = "SHA1"; });
    row("MD5", {Fault::WeakSignature}, [](Options& o) { o.digest = "MD5"; });
    row("RSA of 1024 bits", {}, [](Options& o) { o.key = KeyKind::Rsa1024; });
    row("RSA of 768 bits", {Fault::WeakKey}, [](Options& o) { o.key = KeyKind::Rsa768; });
    row("EC of 192 bits", {Fault::WeakKey}, [](Options& o) { o.key = KeyKind::EcP192; });
    row("Ed25519, for a Java that knows it", {}, [](Options& o) { o.key = KeyKind::Ed25519; });
    row("keyUsage digitalSignature", {}, [](Options& o) { o.keyUsage = {"digitalSignature"}; });
    row("keyUsage keyEncipherment alone", {Fault::KeyUsage}, [](Options& o) { o.keyUsage = {"keyEncipherment"}; });
    row("keyUsage dataEncipherment alone", {Fault::KeyUsage}, [](Options& o) { o.keyUsage = {"dataEncipherment"}; });
    row("extendedKeyUsage clientAuth alone", {Fault::ExtendedKeyUsage},
        [](Options& o) { o.extendedKeyUsage = {"clientAuth"}; });
    row("extendedKeyUsage any", {}, [](Options& o) { o.extendedKeyUsage = {"anyExtendedKeyUsage"}; });
    row("extendedKeyUsage of old", {}, [](Options& o) { o.extendedKeyUsage = {"nsSGC"}; });
    row("no extendedKeyUsage", {}, [](Options& o) { o.extendedKeyUsage.clear(); });
    row("nsCertType client", {Fault::ExtendedKeyUsage}, [](Options& o) { o.nsCertType = "client"; });
    row("nsCertType server", {}, [](Options& o) { o.nsCertType = "server"; });
    row("an unknown critical extension", {Fault::UnknownCriticalExtension},
        [](Options& o) { o.criticalExtensions = {"1.2.3.4"}; });
    row("all at once", {Fault::Expired, Fault::UnknownCriticalExtension, Fault::KeyUsage, Fault::NameMismatch},
        [this](Options& o) {
            o.notBefore = m_now.addDays(-9);
            o.notAfter = m_now.addDays(-1);
            o.criticalExtensions = {"1.2.3.4"};
            o.keyUsage = {"keyEncipherment"};
            o.dnsNames = {u"other.station.test"_s};
        });
    row("no names", {Fault::NameMismatch}, [](Options& o) {
        o.dnsNames.clear();
        o.commonName = u"Station's mail"_s;
    });
}

void JavaTrustTest::aServersCertificateIsJudged()
{
    QFETCH(QByteArray, leaf);
    QFETCH(QList<Fault>, faults);
    for (const CertificateChain& sent : {CertificateChain{leaf}, CertificateChain{leaf, m_root.der()}}) {
        const JavaTrust trust = judged(sent, {m_other.der(), m_root.der()});
        QCOMPARE(trust.faults, faults);
        QCOMPARE(trust.verdict, faults.isEmpty() ? Verdict::Passes : Verdict::Fails);
    }
}

void JavaTrustTest::anAnchorIsAnyCaOfTheStores_data()
{
    QTest::addColumn<CertificateChain>("sent"); // the anchor last
    QTest::addColumn<QList<Fault>>("faults");
    const auto row = [](const char* name, const QList<Fault>& faults, const auto& change) {
        CertificateOptions options = authority(u"Anchor"_s);
        change(options);
        const TestCertificate anchor = makeCertificate(options);
        const TestCertificate between = makeCertificate(authority(u"Between"_s), &anchor);
        QTest::newRow(name) << CertificateChain{makeCertificate(optionsFor(host), &between).der(), between.der(),
                                                anchor.der()}
                            << faults;
    };
    using Options = CertificateOptions;
    row("good", {}, [](Options&) {});
    row("expired", {}, [this](Options& o) {
        o.notBefore = m_now.addDays(-9);
        o.notAfter = m_now.addDays(-1);
    });
    row("not yet valid", {}, [this](Options& o) { o.notBefore = m_now.addDays(1); });
    row("of version 1", {}, [](Options& o) { o.version = 1; });
    row("CA:FALSE", {Fault::NotACa}, [](Options& o) { o.isCa = false; });
    row("no basicConstraints", {Fault::NotACa}, [](Options& o) {
        o.basicConstraints = "";
        o.keyUsage = {"keyCertSign"};
    });
    row("keyUsage without keyCertSign", {Fault::NotACa}, [](Options& o) { o.keyUsage = {"digitalSignature"}; });
    row("extendedKeyUsage clientAuth", {}, [](Options& o) { o.extendedKeyUsage = {"clientAuth"}; });
    row("an unknown critical extension", {}, [](Options& o) { o.criticalExtensions = {"1.2.3.4"}; });
    row("a path of no intermediates", {}, [](Options& o) { o.pathLength = 0; });
    row("for other names", {}, [](Options& o) { o.nameConstraints = {"permitted;DNS:other.test"}; });
    row("signed by MD5", {}, [](Options& o) {
        o.key = KeyKind::Rsa2048;
        o.digest = "MD5";
    });
    row("RSA of 1024 bits", {}, [](Options& o) { o.key = KeyKind::Rsa1024; });
    row("RSA of 768 bits", {Fault::WeakKey}, [](Options& o) { o.key = KeyKind::Rsa768; });
    row("EC of 192 bits", {Fault::WeakKey}, [](Options& o) { o.key = KeyKind::EcP192; });
}

void JavaTrustTest::anAnchorIsAnyCaOfTheStores()
{
    QFETCH(CertificateChain, sent);
    QFETCH(QList<Fault>, faults);
    const QByteArray anchor = sent.last();
    QCOMPARE(judged(sent, {anchor}).faults, faults);
    QCOMPARE(judged({sent[0], sent[1]}, {anchor}).faults, faults);
}

void JavaTrustTest::anIntermediateIsJudged_data()
{
    QTest::addColumn<CertificateChain>("sent");
    QTest::addColumn<QList<Fault>>("faults");
    QTest::addColumn<QList<Fault>>("asAnchor");
    const auto row = [this](const char* name, const QList<Fault>& faults, const QList<Fault>& asAnchor, const auto& change) {
        CertificateOptions options = authority(u"Between"_s);
        change(options);
        const TestCertificate between = m_root.issue(options);
        QTest::newRow(name) << CertificateChain{makeCertificate(optionsFor(host), &between).der(), between.der()} << faults
                            << asAnchor;
    };
    using Options = CertificateOptions;
    row("good", {}, {}, [](Options&) {});
    row("expired", {Fault::Expired}, {}, [this](Options& o) {
        o.notBefore = m_now.addDays(-9);
        o.notAfter = m_now.addDays(-1);
    });
    row("CA:FALSE", {Fault::NotACa}, {Fault::NotACa}, [](Options& o) { o.isCa = false; });
    row("no basicConstraints", {Fault::NotACa}, {Fault::NotACa}, [](Options& o) {
        o.basicConstraints = "";
        o.keyUsage = {"keyCertSign"};
    });
    row("of version 1", {Fault::NotACa}, {}, [](Options& o) { o.version = 1; });
    row("keyUsage without keyCertSign", {Fault::NotACa}, {Fault::NotACa},
        [](Options& o) { o.keyUsage = {"digitalSignature"}; });
    row("extendedKeyUsage clientAuth", {}, {}, [](Options& o) { o.extendedKeyUsage = {"clientAuth"}; });
    row("an unknown critical extension", {Fault::UnknownCriticalExtension}, {},
        [](Options& o) { o.criticalExtensions = {"1.2.3.4"}; });
    row("MD5", {Fault::WeakSignature}, {}, [](Options& o) { o.digest = "MD5"; });
    row("SHA-1", {}, {}, [](Options& o) { o.digest = "SHA1"; });
    row("RSA of 768 bits", {Fault::WeakKey}, {Fault::WeakKey}, [](Options& o) { o.key = KeyKind::Rsa768; });
    row("for other names", {Fault::NameConstraint}, {},
        [](Options& o) { o.nameConstraints = {"permitted;DNS:other.test"}; });
    row("not for this name", {Fault::NameConstraint}, {},
        [](Options& o) { o.nameConstraints = {"excluded;DNS:station.test"}; });
    row("for addresses", {}, {}, [](Options& o) { o.nameConstraints = {"permitted;IP:10.0.0.0/255.0.0.0"}; });
}

void JavaTrustTest::anIntermediateIsJudged()
{
    QFETCH(CertificateChain, sent);
    QFETCH(QList<Fault>, faults);
    QFETCH(QList<Fault>, asAnchor);
    QCOMPARE(judged(sent, {m_root.der()}).faults, faults);
    QCOMPARE(judged(sent, {sent[1]}).faults, asAnchor);
    QCOMPARE(judged({sent[0]}, {sent[1]}).faults, asAnchor);
    QCOMPARE(judged({sent[0]}, {m_root.der()}).faults, QList{Fault::MissingIntermediate});
}

void JavaTrustTest::aCertificateOfTheStoresPassesAsItIs()
{
    CertificateOptions options = optionsFor(host);
    options.notBefore = m_now.addDays(-9);
    options.notAfter = m_now.addDays(-1);
    options.keyUsage = {"keyEncipherment"};
    options.extendedKeyUsage = {"clientAuth"};
    options.criticalExtensions = {"1.2.3.4"};
    const QByteArray own = m_other.issue(options).der();
    QCOMPARE(judged({own}, {m_root.der(), own}), JavaTrust());
    QCOMPARE(judged({own, m_other.der()}, {own}), JavaTrust());
    QCOMPARE(judged({own}, {own}, u"else.test"_s).faults, QList{Fault::NameMismatch});
    const QByteArray selfSigned = selfSignedFor(host).der();
    QCOMPARE(judged({selfSigned}, {selfSigned}), JavaTrust());
    QCOMPARE(judged({selfSigned}, {m_root.der()}).faults, QList{Fault::UnknownRoot});
    options.digest = "MD5";
    const QByteArray weak = m_root.issue(options).der();
    QCOMPARE(judged({weak}, {weak}).faults, QList{Fault::WeakSignature});
}

void JavaTrustTest::theWayToAnAnchorIsFound_data()
{
    QTest::addColumn<CertificateChain>("sent");
    QTest::addColumn<QList<QByteArray>>("station");
    QTest::addColumn<QList<Fault>>("faults");
    const auto row = [](const char* name, const CertificateChain& sent, const QList<QByteArray>& station,
                        const QList<Fault>& faults) { QTest::newRow(name) << sent << station << faults; };
    const QByteArray direct = m_root.issueFor(host).der();
    const TestCa first = m_root.issueCa(u"First"_s);
    const TestCa second = first.issueCa(u"Second"_s);
    const QByteArray leaf = second.issueFor(host).der();
    const QByteArray root = m_root.der();
    row("unknown root", {direct}, {m_other.der()}, {Fault::MissingIntermediate});
    row("unknown root, sent", {direct, root}, {m_other.der()}, {Fault::UnknownRoot});
    row("empty stores", {direct}, {}, {Fault::MissingIntermediate});
    row("two intermediates", {leaf, second.der(), first.der()}, {root}, {});
    row("in another order", {leaf, first.der(), second.der()}, {root}, {});
    row("with strangers", {leaf, m_other.der(), second.der(), root, first.der()}, {root}, {});
    row("the lower one missing", {leaf, first.der()}, {root}, {Fault::MissingIntermediate});
    row("the upper one in the stores", {leaf, second.der()}, {first.der()}, {});

    CertificateOptions short_ = authority(u"Short"_s);
    short_.pathLength = 0;
    const TestCa last = m_root.issueCa(short_);
    const TestCa beyond = last.issueCa(u"Beyond"_s);
    row("path too long", {beyond.issueFor(host).der(), beyond.der(), last.der()}, {root}, {Fault::PathLength});

    CertificateChain many{direct};
    for (int i = 0; i < 9; ++i)
        many << TestCa(u"Stranger %1"_s.arg(i)).der();
    row("ten certificates", many, {root}, {});
    row("eleven certificates", many + CertificateChain{m_other.der()}, {root}, {Fault::ChainTooLong});

    CertificateOptions same = authority(u"Root"_s);
    const QByteArray namesake = makeCertificate(same).der();
    row("a root of the same name", {direct}, {namesake}, {Fault::UnknownRoot});
    row("beside a root of the same name", {direct}, {namesake, root}, {});
    same.notBefore = m_now.addDays(-9);
    same.notAfter = m_now.addDays(-1);
    const QByteArray former = makeCertificate(same, nullptr, &m_root.certificate()).der();
    row("the root before it was renewed", {direct, root}, {former}, {});
    row("the root before it was renewed, sent", {direct, former}, {root}, {});

    const TestCertificate crossed = m_root.issue(authority(u"Crossed"_s));
    const QByteArray byOther = makeCertificate(authority(u"Crossed"_s), &m_other.certificate(), &crossed).der();
    const QByteArray below = makeCertificate(optionsFor(host), &crossed).der();
    row("crosswise, the first one leads there", {below, crossed.der(), byOther}, {root}, {});
    row("crosswise, the second one leads there", {below, byOther, crossed.der()}, {root}, {});
    CertificateOptions expired = authority(u"Crossed"_s);
    expired.notBefore = m_now.addDays(-9);
    expired.notAfter = m_now.addDays(-1);
    const QByteArray old = makeCertificate(expired, &m_other.certificate(), &crossed).der();
    row("crosswise, the first one expired", {below, old, crossed.der()}, {root, m_other.der()}, {});
    row("crosswise, only the expired one leads there", {below, old, crossed.der()}, {m_other.der()}, {Fault::Expired});

    QByteArray damaged = direct;
    damaged[damaged.size() - 3] = char(damaged[damaged.size() - 3] ^ 1);
    row("bad signature", {damaged}, {root}, {Fault::UnknownRoot});
    row("bad signature, the root sent", {damaged, root}, {root}, {Fault::BadSignature});
}

void JavaTrustTest::theWayToAnAnchorIsFound()
{
    QFETCH(CertificateChain, sent);
    QFETCH(QList<QByteArray>, station);
    QFETCH(QList<Fault>, faults);
    const JavaTrust trust = judged(sent, station);
    QCOMPARE(trust.faults, faults);
    QCOMPARE(trust.verdict, faults.isEmpty() ? Verdict::Passes : Verdict::Fails);
}

void JavaTrustTest::aNameIsComparedTwice_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("leaf");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<bool>("isNamedByJava8");
    const auto row = [this](const char* title, const QString& name, Verdict verdict, bool isNamedByJava8,
                            const auto& change) {
        CertificateOptions options;
        options.subject = {{"O", "Acme"}};
        change(options);
        QTest::newRow(title) << name << m_root.issue(options).der() << verdict << isNamedByJava8;
    };
    const auto dns = [&](const char* title, const QString& name, const QString& pattern, Verdict verdict,
                         bool isNamedByJava8) {
        row(title, name, verdict, isNamedByJava8, [&](CertificateOptions& o) { o.dnsNames = {pattern}; });
    };
    const auto common = [&](const char* title, const QString& name, Verdict verdict, const auto& change) {
        row(title, name, verdict, verdict == Verdict::Passes, change);
    };
    using Options = CertificateOptions;
    using enum JavaTrust::Verdict;
    dns("capitals", u"MAIL.Station.Test"_s, u"mail.STATION.test"_s, Passes, true);
    dns("a single label", u"localhost"_s, u"localhost"_s, Passes, true);
    dns("A-labels", u"xn--bcher-kva.example"_s, u"xn--bcher-kva.example"_s, Passes, true);
    dns("wildcard", host, u"*.station.test"_s, Passes, true);
    dns("wildcard above a top-level domain", u"station.test"_s, u"*.test"_s, Passes, true);
    dns("wildcard alone", u"localhost"_s, u"*"_s, Fails, false);
    dns("wildcard for no label", u"station.test"_s, u"*.station.test"_s, Fails, false);
    dns("wildcard for two labels", u"a.mail.station.test"_s, u"*.station.test"_s, Unknown, false);
    dns("wildcard at the end of a label", host, u"ma*.station.test"_s, Unknown, true);
    dns("wildcard inside a label", host, u"m*l.station.test"_s, Unknown, true);
    dns("two wildcards in a label", host, u"m*i*.station.test"_s, Unknown, true);
    dns("wildcard in the second label", host, u"mail.*.test"_s, Fails, false);
    dns("underscore", u"mail_1.station.test"_s, u"mail_1.station.test"_s, Unknown, false);
    dns("underscore under a wildcard", u"mail_1.station.test"_s, u"*.station.test"_s, Unknown, false);
    dns("a trailing dot", u"mail.station.test."_s, host, Fails, false);
    dns("an address", u"127.0.0.1"_s, u"127.0.0.1"_s, Unknown, false);
    row("an iPAddress", u"127.0.0.1"_s, Unknown, true, [](Options& o) { o.ipAddresses = {u"127.0.0.1"_s}; });
    row("an address written otherwise", u"0:0:0:0:0:0:0:1"_s, Unknown, true, [](Options& o) { o.ipAddresses = {u"::1"_s}; });
    row("an iPAddress and the common name", u"127.0.0.1"_s, Passes, true, [](Options& o) {
        o.ipAddresses = {u"127.0.0.1"_s};
        o.commonName = u"127.0.0.1"_s;
    });
    common("common name", host, Passes, [](Options& o) { o.commonName = host; });
    common("common name beside a dNSName", host, Fails, [](Options& o) {
        o.commonName = host;
        o.dnsNames = {u"other.station.test"_s};
    });
    common("common name beside an iPAddress", host, Passes, [](Options& o) {
        o.commonName = host;
        o.ipAddresses = {u"10.0.0.1"_s};
    });
    common("the last of two common names", host, Passes, [](Options& o) {
        o.subject = {{"CN", "other.test"}};
        o.commonName = host;
    });
    common("the first of two common names", host, Fails, [](Options& o) {
        o.subject = {{"CN", host.toUtf8()}};
        o.commonName = u"other.test"_s;
    });
    common("NUL in a name", host, Fails, [](Options& o) { o.rawDnsNames = {host.toUtf8() + '\0' + ".evil"}; });
}

void JavaTrustTest::aNameIsComparedTwice()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, leaf);
    QFETCH(Verdict, verdict);
    QFETCH(bool, isNamedByJava8);
    const JavaTrust trust = judged({leaf}, {m_root.der()}, name);
    QCOMPARE(trust.verdict, verdict);
    QCOMPARE(trust.isNamedByJava8, isNamedByJava8);
    QCOMPARE(trust.faults, verdict == Verdict::Fails ? QList{Fault::NameMismatch} : QList<Fault>());
    // What is known to fail is not made uncertain by a name.
    QCOMPARE(judged({leaf}, {m_other.der()}, name).verdict, Verdict::Fails);
}

void JavaTrustTest::keyUsageIsThatOfTheKeyExchange()
{
    CertificateOptions options = optionsFor(host);
    options.key = KeyKind::Rsa2048;
    const auto faults = [&](const QByteArray& usage, JavaKeyExchange exchange) {
        options.keyUsage = {usage};
        return javaTrust({m_root.issue(options).der()}, host, m_now, {m_root.der()}, exchange).faults;
    };
    QVERIFY(faults("digitalSignature", JavaKeyExchange::Signed).isEmpty());
    QVERIFY(faults("keyEncipherment", JavaKeyExchange::Encrypted).isEmpty());
    QCOMPARE(faults("digitalSignature", JavaKeyExchange::Encrypted), QList{Fault::KeyUsage});
}

void JavaTrustTest::whatIsNoCertificateFails()
{
    const QByteArray good = m_root.issueFor(host).der();
    QCOMPARE(judged({}, {m_root.der()}).faults, QList{Fault::Malformed});
    QCOMPARE(judged({good.chopped(1)}, {m_root.der()}).faults, QList{Fault::Malformed});
    QCOMPARE(judged({good, "x"}, {m_root.der()}).faults, QList{Fault::Malformed});
    QCOMPARE(judged({good}, {"x", m_root.der()}).verdict, Verdict::Passes);
    // Java reads none of these, so no handshake comes to its end.
    CertificateOptions nameless = optionsFor(host);
    nameless.commonName.clear();
    QCOMPARE(judged({m_root.issue(nameless).der()}, {m_root.der()}).faults, QList{Fault::Malformed});
    CertificateOptions old = optionsFor(host);
    old.version = 1;
    old.hasExtensions = true;
    QCOMPARE(judged({m_root.issue(old).der()}, {m_root.der()}).faults, QList{Fault::Malformed});
}

STATIONER_TEST(JavaTrustTest)
#include "javatrust_test.moc"
