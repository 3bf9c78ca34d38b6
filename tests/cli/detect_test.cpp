// stationer-cli detect against the demo mail server in this process: the matrix, the best row, the exit status. The standard
// ports are tried too; what this computer has there is not looked at.

#include "app/demo/demoserver.h"
#include "cli/clirun.h"
#include "support/stationertest.h"

#include <QSignalSpy>
#include <QTcpServer>

using namespace stationer;
using namespace stationer::testing;

class DetectTest : public QObject {
    Q_OBJECT

    Cli m_cli;
    DemoServer m_server;

    Ended detect(const QString& protocol, quint16 port, const QStringList& more) const
    {
        return m_cli.run(QStringList{u"detect"_s, u"--protocol"_s, protocol, u"--host"_s, u"localhost"_s, u"--port"_s,
                                     QString::number(port)} +
                         more);
    }

    static QJsonObject row(const Ended& ended, const QString& security, quint16 port)
    {
        const QJsonArray rows = ended.object()["rows"_L1].toArray();
        for (const QJsonValue& row : rows)
            if (row["security"_L1].toString() == security && row["port"_L1].toInt() == port)
                return row.toObject();
        return {};
    }

private slots:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.errorText())); }
    void showsTheMatrix();
    void trustsARootOfTheFolder();
    void answersPeople();
    void saysThatNothingWorks();
};

void DetectTest::showsTheMatrix()
{
    const QSignalSpy logins(&m_server, &DemoServer::loggedIn);
    const quint16 port = m_server.port(DemoProtocol::Imap, DemoMode::Ssl);
    const Ended ended = detect(u"imap"_s, port, {u"--json"_s});
    COMPARE_STATUS(ended, 3); // encrypted, by an authority that nobody knows
    const QJsonObject answer = ended.object();
    QCOMPARE(answer["target"_L1].toObject(),
             (QJsonObject{{u"protocol"_s, u"imap"_s}, {u"host"_s, u"localhost"_s}, {u"port"_s, port}}));
    QCOMPARE(answer["rows"_L1].toArray().size(), 9); // 143, 993 and its own, three modes each
    QCOMPARE(answer["best"_L1].toObject(), (QJsonObject{{u"security"_s, u"ssl"_s}, {u"port"_s, port}}));

    const QJsonObject ssl = row(ended, u"ssl"_s, port);
    QCOMPARE(ssl["outcome"_L1].toString(), u"certificateChallenged"_s);
    QCOMPARE(ssl["tls"_L1]["version"_L1].toString(), u"TLSv1.3"_s);
    QCOMPARE(ssl["trust"_L1]["errors"_L1][0]["code"_L1].toString(), u"unknownRoot"_s);
    QCOMPARE(ssl["mechanisms"_L1], QJsonValue(QJsonArray())); // nothing goes into TLS before it is trusted
    const QJsonObject none = row(ended, u"none"_s, port);
    QCOMPARE(none["outcome"_L1].toString(), u"wrongMode"_s);
    QVERIFY(none["tls"_L1].isNull() && none["trust"_L1].isNull());
    QVERIFY(logins.isEmpty());
}

void DetectTest::trustsARootOfTheFolder()
{
    const QString folder = m_cli.path(u"detect.security"_s);
    COMPARE_STATUS(m_cli.run({u"trust"_s, folder, u"import"_s, m_cli.write(u"root.pem"_s, m_server.rootPem())}), 0);
    const quint16 port = m_server.port(DemoProtocol::Smtp, DemoMode::StartTls);
    const Ended ended = detect(u"smtp"_s, port, {u"--json"_s, u"--trust"_s, folder});
    COMPARE_STATUS(ended, 0);
    const QJsonObject starttls = row(ended, u"starttls"_s, port);
    QCOMPARE(starttls["outcome"_L1].toString(), u"succeeded"_s);
    QCOMPARE(starttls["trust"_L1]["store"_L1].toString(), u"user"_s);
    QVERIFY(starttls["mechanisms"_L1].toArray().contains(u"PLAIN"_s));
}

void DetectTest::answersPeople()
{
    const quint16 port = m_server.port(DemoProtocol::Pop3, DemoMode::Ssl);
    const Ended ended = detect(u"pop3"_s, port, {});
    COMPARE_STATUS(ended, 3);
    const QByteArrayList lines = ended.out.split('\n');
    QVERIFY2(lines[0].startsWith("  Security"), ended.out.constData());
    QVERIFY2(lines[1].startsWith("\u2192 Use Ssl") && lines[1].contains(QByteArray::number(port)), ended.out.constData());
    QVERIFY(ended.out.contains("The safest that works: Use Ssl, port " + QByteArray::number(port) + '.'));
    for (const QByteArray& line : lines)
        QVERIFY(!line.endsWith(' '));
}

void DetectTest::saysThatNothingWorks()
{
    const Ended ended = m_cli.run({u"detect"_s, u"--protocol"_s, u"smtp"_s, u"--host"_s, u"nobody.invalid"_s, u"--json"_s});
    COMPARE_STATUS(ended, 1);
    QVERIFY(ended.object()["best"_L1].isNull());
    QVERIFY(ended.object()["target"_L1]["port"_L1].isNull());
    for (const QJsonValue& row : ended.object()["rows"_L1].toArray())
        QVERIFY(row["outcome"_L1].toString() == u"hostNotFound"_s || row["outcome"_L1].toString() == u"timedOut"_s);
    const Ended text = m_cli.run({u"detect"_s, u"--protocol"_s, u"smtp"_s, u"--host"_s, u"nobody.invalid"_s});
    COMPARE_STATUS(text, 1);
    QVERIFY(text.out.contains("Nothing works on these ports."));
}

STATIONER_TEST(DetectTest)
#include "detect_test.moc"
