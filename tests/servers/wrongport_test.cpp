// Every port of the real servers asked in every mode, and by every protocol, that it does not speak: named with what helps,
// within five seconds, and without the password leaving.

#include "diagnosis/diagnosis.h"
#include "servers/signin.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A pair that is asked for at the port of another.
struct Wrong {
    Pair asked;
    Pair port;

    QByteArray name() const
    {
        const auto words = [](Pair pair) {
            return nameOf(pair.protocol).latin1() + QByteArray(" ") + nameOf(pair.mode).latin1();
        };
        return words(asked) + " at the port of " + words(port);
    }
};

bool isSsl(Pair pair)
{
    return pair.mode == SecurityMode::Ssl;
}

QList<Wrong> wrongModes()
{
    QList<Wrong> wrong;
    for (const Protocol protocol : allProtocols)
        for (const SecurityMode asked : allSecurityModes)
            for (const SecurityMode port : allSecurityModes)
                if ((asked == SecurityMode::Ssl) != (port == SecurityMode::Ssl))
                    wrong += Wrong{{protocol, asked}, {protocol, port}};
    return wrong;
}

QList<Wrong> wrongServices()
{
    QList<Wrong> wrong;
    for (const Protocol asked : allProtocols)
        for (const Protocol port : allProtocols)
            for (const SecurityMode askedMode : allSecurityModes)
                for (const SecurityMode portMode : allSecurityModes)
                    if (asked != port)
                        wrong += Wrong{{asked, askedMode}, {port, portMode}};
    return wrong;
}

Service serviceOf(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Smtp:
        return Service::Smtp;
    case Protocol::Imap:
        return Service::Imap;
    case Protocol::Pop3:
        return Service::Pop3;
    }
    Q_UNREACHABLE();
}

} // namespace

Q_DECLARE_METATYPE(Wrong)

class WrongPortTest : public QObject {
    Q_OBJECT

    const MailServers m_servers = MailServers::running();
    QMap<QByteArray, Report> m_reports;

    static void addRows(const QList<Wrong>& all)
    {
        QTest::addColumn<Wrong>("wrong");
        for (const Wrong& wrong : all)
            QTest::newRow(wrong.name().constData()) << wrong;
    }

    void saysNoPassword(const Report& report) const
    {
        for (const TranscriptLine& line : report.transcript) {
            QVERIFY2(!line.text.contains(m_servers.password), qPrintable(line.text));
            QVERIFY2(line.direction != TranscriptLine::Direction::ToServer || !line.text.contains(u"AUTH"_s),
                     qPrintable(line.text));
        }
    }

private slots:
    // With the limits of the product, all at once, because many of them wait for a server that says nothing.
    void initTestCase()
    {
        const QList<Wrong> all = wrongModes() + wrongServices();
        QList<TestOrder> orders;
        for (const Wrong& wrong : all)
            orders += orderFor(m_servers, wrong.asked, m_servers.port(wrong.port.protocol, wrong.port.mode));
        const QList<Report> ended = reports(orders, trusted);
        for (qsizetype i = 0; i < all.size(); ++i)
            m_reports[all[i].name()] = ended[i];
    }

    void namesTheWrongMode_data() { addRows(wrongModes()); }
    void namesTheWrongMode()
    {
        QFETCH(Wrong, wrong);
        const Report report = m_reports[wrong.name()];
        QCOMPARE(report.outcome, Outcome::WrongMode);
        QVERIFY2(report.duration < 5s, QByteArray::number(qint64(report.duration / 1ms)).constData());
        const SecurityMode right =
            isSsl(wrong.port) ? SecurityMode::Ssl : SecurityMode::StartTls; // every plain port offers it
        QCOMPARE(report.speaks, right);
        const QList<Remedy> remedies = diagnose(report).remedies;
        QVERIFY(!remedies.isEmpty());
        QCOMPARE(remedies.first().set[isSsl(wrong.port) ? u"useSsl"_s : u"useStartTls"_s], u"true"_s);
        // The port is right as it is.
        QCOMPARE(remedies.first().set.value(u"port"_s, QString::number(report.settings.server.port)),
                 QString::number(report.settings.server.port));
        saysNoPassword(report);
    }

    void namesTheWrongService_data() { addRows(wrongServices()); }
    void namesTheWrongService()
    {
        QFETCH(Wrong, wrong);
        const Report report = m_reports[wrong.name()];
        QVERIFY2(report.duration < 5s, QByteArray::number(qint64(report.duration / 1ms)).constData());
        saysNoPassword(report);
        // Behind TLS too: it greets before anybody has said a word.
        QCOMPARE(report.outcome, Outcome::WrongService);
        QCOMPARE(report.answeredBy, serviceOf(wrong.port.protocol));
    }
};

STATIONER_TEST(WrongPortTest)
#include "wrongport_test.moc"
