#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;

/// Name constraints of a CA hold for the alternative names of what it signs, and for nothing that only looks like a name.
class NameConstraintsTest : public QObject {
    Q_OBJECT
private slots:
    void theCommonNameIsNoName_data();
    void theCommonNameIsNoName();
};

void NameConstraintsTest::theCommonNameIsNoName_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QByteArray>("constraint");
    QTest::addColumn<bool>("isKept");
    const QString address = u"192.0.2.7"_s;
    const QString name = u"mail.example.com"_s;
    const auto row = [](const QString& host, const QByteArray& constraint, bool isKept) {
        QTest::newRow(qPrintable(host + u' ' + QString::fromLatin1(constraint))) << host << constraint << isKept;
    };
    // Constraints on names say nothing about an address, nor the other way round.
    row(address, "permitted;DNS:example.com", true);
    row(address, "permitted;DNS:example.org", true);
    row(address, "excluded;DNS:example.com", true);
    row(address, "permitted;IP:192.0.2.0/255.255.255.0", true);
    row(address, "permitted;IP:198.51.100.0/255.255.255.0", false);
    row(address, "excluded;IP:192.0.2.0/255.255.255.0", false);
    row(address, "excluded;IP:198.51.100.0/255.255.255.0", true);
    row(name, "permitted;IP:198.51.100.0/255.255.255.0", true);
    row(name, "permitted;DNS:example.com", true);
    row(name, "permitted;DNS:example.org", false);
    row(name, "excluded;DNS:example.com", false);
    row(name, "excluded;DNS:example.org", true);
}

void NameConstraintsTest::theCommonNameIsNoName()
{
    QFETCH(QString, host);
    QFETCH(QByteArray, constraint);
    QFETCH(bool, isKept);
    const TestCa root;
    CertificateOptions options;
    options.commonName = u"Constrained"_s;
    options.nameConstraints = {constraint};
    const TestCa constrained = root.issueCa(options);
    for (const QString& commonName :
         {host, u"mail.example.com"_s, u"mail.example.org"_s, u"mail.example.net"_s, QString()}) {
        CertificateOptions leaf = optionsFor(host);
        leaf.commonName = commonName;
        const CertificateChain chain{constrained.issue(leaf).der(), constrained.der()};
        const Judgement judgement = judge(chain, host, QDateTime::currentDateTimeUtc(), TrustAnchors::only({root.der()}));
        QCOMPARE(judgement.verdict, isKept ? Verdict::Trusted : Verdict::Challenged);
        if (!isKept) {
            QCOMPARE(judgement.errors.size(), 1);
            QCOMPARE(judgement.errors.first().error, TrustError::NameConstraint);
        }
    }
}

STATIONER_TEST(NameConstraintsTest)
#include "nameconstraints_test.moc"
