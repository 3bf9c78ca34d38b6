#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/hostname.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;

class HostnameTest : public QObject {
    Q_OBJECT
private slots:
    void hostsAreNormalised_data();
    void hostsAreNormalised();
    void whatIsNoHostIsRefused_data();
    void whatIsNoHostIsRefused();
    void addressesAreTold();
    void namesMatchAsInRfc9525_data();
    void namesMatchAsInRfc9525();
    void theCommonNameNeverMatches();
    void aNameWithANulNeverMatches();
    void anAddressMatchesAnAddressOnly();
    void anAddressOfAnOddLengthNeverMatches();
};

void HostnameTest::hostsAreNormalised_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("host");
    QTest::newRow("plain") << u"mail.example"_s << u"mail.example"_s;
    QTest::newRow("upper case") << u"MAIL.Example"_s << u"mail.example"_s;
    QTest::newRow("trailing dot") << u"mail.example."_s << u"mail.example"_s;
    QTest::newRow("one label") << u"localhost"_s << u"localhost"_s;
    QTest::newRow("underscore") << u"mail_1.example"_s << u"mail_1.example"_s;
    QTest::newRow("digits first") << u"3com.example"_s << u"3com.example"_s;
    QTest::newRow("U-label") << u"müller.example"_s << u"xn--mller-kva.example"_s;
    QTest::newRow("U-label, upper case") << u"MÜLLER.example"_s << u"xn--mller-kva.example"_s;
    QTest::newRow("decomposed") << u"mu\u0308ller.example"_s << u"xn--mller-kva.example"_s;
    QTest::newRow("sharp s") << u"straße.example"_s << u"xn--strae-oqa.example"_s;
    QTest::newRow("A-label") << u"XN--mller-kva.example"_s << u"xn--mller-kva.example"_s;
    QTest::newRow("Chinese") << u"例え.テスト"_s << u"xn--r8jz45g.xn--zckzah"_s;
    QTest::newRow("ideographic dot") << u"例え。テスト"_s << u"xn--r8jz45g.xn--zckzah"_s;
    QTest::newRow("emoji") << u"☃.example"_s << u"xn--n3h.example"_s;
    QTest::newRow("IPv4") << u"192.0.2.7"_s << u"192.0.2.7"_s;
    QTest::newRow("IPv6") << u"2001:DB8:0:0:0:0:0:1"_s << u"2001:db8::1"_s;
    QTest::newRow("IPv6 in brackets") << u"[::1]"_s << u"::1"_s;
    QTest::newRow("IPv6 leading zeros") << u"2001:0db8::0042"_s << u"2001:db8::42"_s;
    QTest::newRow("IPv6 two gaps") << u"2001:db8:0:0:1:0:0:1"_s << u"2001:db8::1:0:0:1"_s;
    QTest::newRow("IPv6 one zero group") << u"2001:db8:0:1:1:1:1:1"_s << u"2001:db8:0:1:1:1:1:1"_s;
    QTest::newRow("IPv6 unspecified") << u"0:0:0:0:0:0:0:0"_s << u"::"_s;
    QTest::newRow("IPv6 mapped") << u"::FFFF:192.0.2.7"_s << u"::ffff:192.0.2.7"_s;
    QTest::newRow("IPv6 mapped, as hex") << u"::ffff:c000:207"_s << u"::ffff:192.0.2.7"_s;
    QTest::newRow("IPv6 zone") << u"fe80::1%eth0"_s << u"fe80::1%eth0"_s;
    QTest::newRow("longest label") << QString(63, u'a') << QString(63, u'a');
}

void HostnameTest::hostsAreNormalised()
{
    QFETCH(QString, typed);
    QFETCH(QString, host);
    const std::optional<QString> normal = normalisedHost(typed);
    QVERIFY(normal);
    QCOMPARE(*normal, host);
    QCOMPARE(normalisedHost(*normal), normal);
}

void HostnameTest::whatIsNoHostIsRefused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("dot") << u"."_s;
    QTest::newRow("two dots") << u"mail..example"_s;
    QTest::newRow("leading dot") << u".mail.example"_s;
    QTest::newRow("two trailing dots") << u"mail.example.."_s;
    QTest::newRow("space inside") << u"mail example"_s;
    QTest::newRow("space after") << u"mail.example "_s;
    QTest::newRow("no-break space") << u"mail\u00a0.example"_s;
    QTest::newRow("CR LF") << u"mail.example\r\nQUIT"_s;
    QTest::newRow("LF after") << u"mail.example\n"_s;
    QTest::newRow("LF and U-label") << u"müller.example\n"_s;
    QTest::newRow("NUL") << u"mail.example"_s + QChar(0) + u".evil"_s;
    QTest::newRow("NUL and U-label") << u"müller"_s + QChar(0) + u".example"_s;
    QTest::newRow("tab") << u"mail\t.example"_s;
    QTest::newRow("bidi mark") << u"mail\u202e.example"_s;
    QTest::newRow("zero width space") << u"mail\u200b.example"_s;
    QTest::newRow("soft hyphen") << u"mail\u00ad.example"_s;
    QTest::newRow("lone surrogate") << u"mail"_s + QChar(0xd800) + u".example"_s;
    QTest::newRow("slash") << u"mail/example"_s;
    QTest::newRow("fullwidth slash") << u"mail／example"_s;
    QTest::newRow("at") << u"user@mail.example"_s;
    QTest::newRow("with port") << u"mail.example:25"_s;
    QTest::newRow("URL") << u"smtp://mail.example"_s;
    QTest::newRow("wildcard") << u"*.example"_s;
    QTest::newRow("percent") << u"mail%2eexample"_s;
    QTest::newRow("hyphen first") << u"-mail.example"_s;
    QTest::newRow("hyphen last") << u"mail-.example"_s;
    QTest::newRow("label too long") << QString(64, u'a');
    QTest::newRow("name too long") << QString(u"a."_s).repeated(127) + u"a"_s;
    QTest::newRow("endless") << QString(100000, u'ä');
    QTest::newRow("short IPv4") << u"127.1"_s;
    QTest::newRow("IPv4 with a leading zero") << u"127.0.0.01"_s;
    QTest::newRow("IPv4 too large") << u"127.0.0.256"_s;
    QTest::newRow("IPv4 as a number") << u"2130706433"_s;
    QTest::newRow("IPv4 as hex") << u"0x7f000001"_s;
    QTest::newRow("IPv6 broken") << u"::1::2"_s;
    QTest::newRow("IPv6 short") << u"1:2:3"_s;
    QTest::newRow("IPv6 bracket open") << u"[::1"_s;
    QTest::newRow("brackets around a name") << u"[mail.example]"_s;
    QTest::newRow("IPv6 empty zone") << u"fe80::1%"_s;
    QTest::newRow("IPv6 zone with LF") << u"fe80::1%e\n"_s;
    QTest::newRow("IPv6 zone on a global address") << u"2001:db8::1%eth0"_s;
    QTest::newRow("IPv6 with odd IPv4") << u"::ffff:127.1"_s;
}

void HostnameTest::whatIsNoHostIsRefused()
{
    QFETCH(QString, typed);
    const std::optional<QString> normal = normalisedHost(typed);
    QVERIFY2(!normal, qPrintable(normal.value_or(QString())));
}

void HostnameTest::addressesAreTold()
{
    QVERIFY(isIpAddress(u"192.0.2.7"));
    QVERIFY(isIpAddress(u"::1"));
    QVERIFY(!isIpAddress(u"mail.example"));
    QVERIFY(!isIpAddress(u"1.2.3.4.example"));
}

void HostnameTest::namesMatchAsInRfc9525_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isMatch");
    const auto row = [](const char* title, const QString& name, const QString& host, bool isMatch) {
        QTest::newRow(title) << name << host << isMatch;
    };
    row("the same", u"mail.example.com"_s, u"mail.example.com"_s, true);
    row("case", u"Mail.EXAMPLE.com"_s, u"mail.example.com"_s, true);
    row("trailing dot typed", u"mail.example.com"_s, u"mail.example.com."_s, true);
    row("trailing dot in the certificate", u"mail.example.com."_s, u"mail.example.com"_s, false);
    row("another", u"mail.example.com"_s, u"mail2.example.com"_s, false);
    row("subdomain", u"example.com"_s, u"mail.example.com"_s, false);
    row("parent", u"mail.example.com"_s, u"example.com"_s, false);
    row("A-label", u"xn--mller-kva.example.com"_s, u"müller.example.com"_s, true);
    row("U-label in the certificate", u"müller.example.com"_s, u"müller.example.com"_s, false);
    row("one label", u"localhost"_s, u"localhost"_s, true);
    row("underscore", u"a_b.example.com"_s, u"a_b.example.com"_s, true);
    row("wildcard", u"*.example.com"_s, u"mail.example.com"_s, true);
    row("wildcard for an A-label", u"*.example.com"_s, u"müller.example.com"_s, true);
    row("wildcard for two labels", u"*.example.com"_s, u"a.mail.example.com"_s, false);
    row("wildcard for none", u"*.example.com"_s, u"example.com"_s, false);
    row("wildcard in part of a label", u"m*.example.com"_s, u"mail.example.com"_s, false);
    row("wildcard at a label's end", u"*l.example.com"_s, u"mail.example.com"_s, false);
    row("wildcard not leftmost", u"mail.*.com"_s, u"mail.example.com"_s, false);
    row("two wildcards", u"*.*.com"_s, u"mail.example.com"_s, false);
    row("bare wildcard", u"*"_s, u"localhost"_s, false);
    row("wildcard and dot", u"*."_s, u"localhost"_s, false);
    row("wildcard with trailing dot", u"*.example.com."_s, u"mail.example.com"_s, false);
    row("wildcard under a public suffix", u"*.com"_s, u"example.com"_s, false);
    row("wildcard under a longer public suffix", u"*.co.uk"_s, u"example.co.uk"_s, false);
    row("wildcard under a name of a longer suffix", u"*.example.co.uk"_s, u"mail.example.co.uk"_s, true);
    row("wildcard under a wildcard rule", u"*.foo.ck"_s, u"mail.foo.ck"_s, false);
    row("wildcard under an exception rule", u"*.www.ck"_s, u"mail.www.ck"_s, true);
    row("wildcard under an unlisted top level", u"*.lan"_s, u"mail.lan"_s, false);
    row("wildcard below an unlisted top level", u"*.acme.lan"_s, u"mail.acme.lan"_s, true);
    row("wildcard under a private suffix", u"*.s3.amazonaws.com"_s, u"acme.s3.amazonaws.com"_s, true);
    row("wildcard under an international suffix", u"*.xn--55qx5d.cn"_s, u"mail.xn--55qx5d.cn"_s, false);
    row("wildcard against an address", u"*.0.2.7"_s, u"192.0.2.7"_s, false);
    row("an address as a name", u"192.0.2.7"_s, u"192.0.2.7"_s, false);
    row("empty", u""_s, u"mail.example.com"_s, false);
    row("space", u"mail.example.com "_s, u"mail.example.com"_s, false);
}

void HostnameTest::namesMatchAsInRfc9525()
{
    QFETCH(QString, name);
    QFETCH(QString, host);
    QFETCH(bool, isMatch);
    CertificateFacts facts;
    facts.dnsNames = {name};
    const std::optional<QString> normal = normalisedHost(host);
    QVERIFY(normal);
    QCOMPARE(matches(facts, *normal), isMatch);
}

void HostnameTest::theCommonNameNeverMatches()
{
    CertificateOptions options;
    options.commonName = u"mail.example.com"_s;
    QVERIFY(!matches(*certificateFacts(makeCertificate(options).der()), u"mail.example.com"_s));
    options.dnsNames = {u"other.example.com"_s};
    QVERIFY(!matches(*certificateFacts(makeCertificate(options).der()), u"mail.example.com"_s));
}

void HostnameTest::aNameWithANulNeverMatches()
{
    CertificateOptions options;
    options.rawDnsNames = {QByteArray("mail.example.com\0.evil.example", 30), "mail.example.com\n"};
    const CertificateFacts facts = *certificateFacts(makeCertificate(options).der());
    QCOMPARE(facts.dnsNames.size(), 2);
    QCOMPARE(facts.dnsNames.first(), u"mail.example.com\\00.evil.example"_s);
    QVERIFY(!matches(facts, u"mail.example.com"_s));
}

void HostnameTest::anAddressMatchesAnAddressOnly()
{
    CertificateOptions options;
    options.dnsNames = {u"192.0.2.7"_s, u"::1"_s};
    QVERIFY(!matches(*certificateFacts(makeCertificate(options).der()), u"192.0.2.7"_s));
    options.ipAddresses = {u"192.0.2.7"_s, u"::1"_s, u"fe80::1"_s};
    const CertificateFacts facts = *certificateFacts(makeCertificate(options).der());
    QVERIFY(matches(facts, u"192.0.2.7"_s));
    QVERIFY(matches(facts, *normalisedHost(u"[0:0:0:0:0:0:0:1]")));
    QVERIFY(matches(facts, *normalisedHost(u"fe80::1%eth0")));
    QVERIFY(!matches(facts, u"192.0.2.8"_s));
    QVERIFY(!matches(facts, u"::2"_s));
}

void HostnameTest::anAddressOfAnOddLengthNeverMatches()
{
    CertificateOptions options;
    options.rawIpAddresses = {QByteArray("\xc0\x00\x02\x07\x00", 5), QByteArray(), QByteArray(4000, 'x')};
    const CertificateFacts facts = *certificateFacts(makeCertificate(options).der());
    QCOMPARE(facts.ipAddresses.size(), 3);
    QCOMPARE(facts.ipAddresses.first(), u"#c000020700"_s);
    QVERIFY(!matches(facts, u"192.0.2.7"_s));
}

STATIONER_TEST(HostnameTest)
#include "hostname_test.moc"
