// stationer-cli proves the alarms of an EmailRecipient with real servers, as SPEC's JSON says it.

#include "cli/clirun.h"
#include "support/mailbox.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QUuid>

using namespace stationer;
using namespace stationer::testing;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class CliAlarmTest : public QObject {
    Q_OBJECT

    const MailServers m_servers = MailServers::running();
    Cli m_cli;
    const QString m_path = u"/Services/EmailService/R"_s;

    QByteArray accountLines(Protocol protocol, SecurityMode mode) const
    {
        return value("hostname", m_servers.host.toUtf8()) +
               value("port", QByteArray::number(m_servers.port(protocol, mode))) +
               value("account", m_servers.user.toUtf8()) +
               value(mode == SecurityMode::Ssl ? "useSsl" : "useStartTls", "true");
    }

    QString station(Protocol store, const QByteArray& recipient, const QByteArray& more = {}) const
    {
        return m_cli.write(
            u"station.bog"_s,
            smallStation(
                outgoing(accountLines(Protocol::Smtp, SecurityMode::StartTls) + value("replyTo", "alarms@mail.test")) +
                incoming(accountLines(store, SecurityMode::Ssl) + value("store", nameOf(store).data())) + more +
                account("R", "f", "EmailRecipient", value("emailAccount", "Out") + recipient)));
    }

    Ended prove(const QString& station, const QStringList& more)
    {
        const QString password = m_cli.write(u"password"_s, m_servers.password.toUtf8());
        return m_cli.run(QStringList{u"test"_s, station, u"--path"_s, m_path, u"--password-file"_s, password, u"--accept"_s,
                                     QString::fromLatin1(m_servers.leafSha256)} +
                         more);
    }

    static QJsonObject stage(const QJsonObject& report, const QString& name)
    {
        for (const QJsonValue& one : report["stages"_L1].toArray())
            if (one["name"_L1].toString() == name)
                return one.toObject();
        return {};
    }

private slots:
    void provesAnAlarmToItsArrival_data()
    {
        QTest::addColumn<int>("store");
        QTest::newRow("imap") << int(Protocol::Imap);
        QTest::newRow("pop3") << int(Protocol::Pop3);
    }
    void provesAnAlarmToItsArrival()
    {
        QFETCH(int, store);
        const QByteArray own = QUuid::createUuid().toByteArray(QUuid::WithoutBraces) + "@mail.test";
        const QString file = station(Protocol(store), value("to", own) + value("cc", "chief@mail.test; second@mail.test"));
        const Ended ended = prove(file, {u"--depth"_s, u"message"_s, u"--json"_s});
        COMPARE_STATUS(ended, 0);
        const QJsonObject report = ended.object();
        QCOMPARE(report["target"_L1]["path"_L1].toString(), m_path);
        QCOMPARE(report["outcome"_L1].toString(), u"succeeded"_s);
        QCOMPARE(report["stage"_L1].toString(), u"arrival"_s);
        const QJsonArray recipients = report["recipients"_L1].toArray();
        QCOMPARE(recipients.size(), 3);
        QCOMPARE(recipients[0]["address"_L1].toString().toUtf8(), own);
        QCOMPARE(recipients[0]["role"_L1].toString(), u"to"_s);
        QCOMPARE(recipients[2]["role"_L1].toString(), u"cc"_s);
        for (const QJsonValue& one : recipients)
            QVERIFY(one["accepted"_L1].toBool() && one["code"_L1].toString().startsWith(u"250"));
        const QJsonObject arrival = stage(report, u"arrival"_s);
        QCOMPARE(arrival["status"_L1].toString(), u"passed"_s);
        QVERIFY(arrival["ms"_L1].isDouble());
        const QByteArray code = arrival["code"_L1].toString().toLatin1();
        QVERIFY(!code.isEmpty());
        const Mailbox mailbox(m_servers);
        const QByteArrayList mails = mailbox.to(own);
        QVERIFY(!mails.isEmpty());
        QVERIFY(field(mails.first(), "Subject").contains(code));
        // A pass with its arrival is what a station's DATA would be worth; only what it trusts stays open.
        QSet<QString> reasons;
        for (const QJsonValue& reason : report["station"_L1]["reasons"_L1].toArray())
            reasons += reason["code"_L1].toString();
        QVERIFY(!reasons.contains(u"dataNotTested"_s) && !reasons.contains(u"sendingNotTested"_s));
        QVERIFY(reasons.contains(u"rootsUnknown"_s));
    }

    void namesTheOneThatIsRefused()
    {
        const QString file =
            station(Protocol::Imap, value("to", "duty@mail.test, gone@elsewhere.test") + value("bcc", "log@mail.test"));
        const Ended ended = prove(file, {u"--depth"_s, u"envelope"_s, u"--json"_s});
        COMPARE_STATUS(ended, 1);
        const QJsonObject report = ended.object();
        QCOMPARE(report["outcome"_L1].toString(), u"serverRefused"_s);
        const QJsonArray recipients = report["recipients"_L1].toArray();
        QVERIFY(recipients[0]["accepted"_L1].toBool() && recipients[2]["accepted"_L1].toBool());
        QVERIFY(recipients[1]["accepted"_L1].isBool() && !recipients[1]["accepted"_L1].toBool());
        QCOMPARE(recipients[1]["code"_L1].toString(), u"550 5.4.4"_s);
        QCOMPARE(recipients[2]["role"_L1].toString(), u"bcc"_s);
        QVERIFY(report["diagnosis"_L1]["cause"_L1].toString().contains(u"gone@elsewhere.test"_s));
        const Ended text = prove(file, {u"--depth"_s, u"envelope"_s});
        COMPARE_STATUS(text, 1);
        QVERIFY2(text.out.contains("Bcc log@mail.test: taken") && text.out.contains("gone@elsewhere.test: refused"),
                 text.out.constData());
    }

    void looksThroughTheOneThatWasNamed()
    {
        const QByteArray other =
            account("Other", "d", "IncomingAccount",
                    accountLines(Protocol::Imap, SecurityMode::Ssl) + value("store", "imap") + value("enabled", "false"));
        const QString file = station(Protocol::Pop3, value("to", "duty@mail.test"), other);
        const Ended ended = prove(file, {u"--depth"_s, u"message"_s, u"--through"_s, u"/Services/EmailService/Other"_s,
                                         u"--json"_s, u"--transcript"_s});
        COMPARE_STATUS(ended, 0);
        QCOMPARE(stage(ended.object(), u"arrival"_s)["detail"_L1].toString(), u"/Services/EmailService/Other"_s);
        QCOMPARE(ended.object()["lastLook"_L1]["target"_L1]["protocol"_L1].toString(), u"imap"_s);
    }

    void anInboxThatCannotBeLookedIntoIsNamed()
    {
        // That port has no TLS that is new enough.
        const QByteArray in =
            value("hostname", m_servers.host.toUtf8()) +
            value("port", QByteArray::number(m_servers.oldTlsPorts.value({Protocol::Imap, SecurityMode::Ssl}))) +
            value("account", m_servers.user.toUtf8()) + value("useSsl", "true") + value("store", "imap");
        const QString file = m_cli.write(
            u"station.bog"_s,
            smallStation(
                outgoing(accountLines(Protocol::Smtp, SecurityMode::StartTls) + value("replyTo", "alarms@mail.test")) +
                incoming(in) +
                account("R", "f", "EmailRecipient", value("emailAccount", "Out") + value("to", "duty@mail.test"))));
        const Ended ended = prove(file, {u"--depth"_s, u"message"_s, u"--json"_s});
        COMPARE_STATUS(ended, 1);
        const QJsonObject report = ended.object();
        QCOMPARE(report["outcome"_L1].toString(), u"tlsFailed"_s);
        QCOMPARE(report["stage"_L1].toString(), u"arrival"_s);
        QCOMPARE(stage(report, u"message"_s)["status"_L1].toString(), u"passed"_s);
        QVERIFY(report["diagnosis"_L1]["cause"_L1].toString().contains(u"/Services/EmailService/In"_s));
        QCOMPARE(report["station"_L1]["verdict"_L1].toString(), u"unknown"_s);
    }
};

STATIONER_TEST(CliAlarmTest)
#include "clialarm_test.moc"
