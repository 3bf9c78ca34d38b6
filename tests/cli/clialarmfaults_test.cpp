// The command line proves the alarms of an EmailRecipient: what its values leave nothing to prove of, and what is asked for
// wrongly.

#include "cli/clirun.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;
using namespace stationer::test;

namespace {

const auto recipientPath = u"/Services/EmailService/R"_s;
const auto out = outgoing(value("hostname", "mail.invalid") + value("account", "bob@acme.example"));
const auto in = incoming(value("hostname", "mail.invalid") + value("account", "bob"));

QByteArray recipient(const QByteArray& inside)
{
    return account("R", "f", "EmailRecipient", inside);
}

QByteArray toOps(const QByteArray& more = {})
{
    return recipient(value("to", "ops@acme.example") + value("emailAccount", "Out") + more);
}

} // namespace

class CliAlarmFaultsTest : public QObject {
    Q_OBJECT

    Cli m_cli;

    Ended test(const QByteArray& underEmailService, const QStringList& more = {})
    {
        const QString station = m_cli.write(u"station.bog"_s, smallStation(underEmailService));
        const QString password = m_cli.write(u"password"_s, "secret");
        return m_cli.run(
            QStringList{u"test"_s, station, u"--path"_s, recipientPath, u"--password-file"_s, password, u"--json"_s} + more);
    }

private slots:
    void saysWhatThereIsNothingToProveOf_data()
    {
        QTest::addColumn<QByteArray>("accounts");
        QTest::addColumn<QString>("says");
        const QByteArray ops = value("to", "ops@acme.example");
        QTest::newRow("names no account") << out + recipient(ops) << u"Email Account is empty"_s;
        QTest::newRow("names one that is not there")
            << out + recipient(ops + value("emailAccount", "Gone")) << u"no account «Gone»"_s;
        QTest::newRow("names one that is off")
            << outgoing(value("hostname", "mail.invalid") + value("enabled", "false")) + toOps() << u"is disabled"_s;
        QTest::newRow("names one that fetches")
            << in + recipient(ops + value("emailAccount", "In")) << u"is no OutgoingAccount"_s;
        QTest::newRow("has no address") << out + recipient(value("to", " ,; ") + value("emailAccount", "Out"))
                                        << u"goes to nobody"_s;
        QTest::newRow("has one with a control")
            << out + recipient(value("to", "ops&#x7f;@acme.example") + value("emailAccount", "Out"))
            << u"no e-mail address"_s;
        QTest::newRow("has one with a line break")
            << out + recipient(value("cc", "a@acme.example, ops&#10;@acme.example") + value("emailAccount", "Out"))
            << u"«ops» in Cc"_s;
        QTest::newRow("has one with a command behind it")
            << out + recipient(value("bcc", "ops@acme.example>&#13;&#10;RCPT TO:&lt;eve@acme.example") +
                               value("emailAccount", "Out"))
            << u"no e-mail address"_s;
        QTest::newRow("names one without a host") << outgoing(value("account", "bob@acme.example")) + toOps()
                                                  << u"/Services/EmailService/Out: Hostname is empty"_s;
        QTest::newRow("names one that comes from nowhere")
            << outgoing(value("hostname", "mail.invalid")) + toOps() << u"no address that it comes from"_s;
    }

    void saysWhatThereIsNothingToProveOf()
    {
        QFETCH(QByteArray, accounts);
        QFETCH(QString, says);
        const Ended ended = test(accounts, {u"--depth"_s, u"envelope"_s});
        COMPARE_STATUS(ended, 1);
        const QJsonObject report = ended.object();
        QCOMPARE(report["outcome"_L1].toString(), u"settingInvalid"_s);
        QCOMPARE(report["stage"_L1].toString(), u"settings"_s);
        QCOMPARE(report["target"_L1]["path"_L1].toString(), recipientPath);
        const QString cause = report["diagnosis"_L1]["cause"_L1].toString();
        QVERIFY2(cause.contains(says), qPrintable(cause));
        QVERIFY(report["diagnosis"_L1]["remedies"_L1].toArray().isEmpty());
        for (const QJsonValue& one : report["recipients"_L1].toArray())
            QVERIFY(one["accepted"_L1].isNull() && one["code"_L1].isNull());
    }

    // A name that is never found: the report is about the recipient all the same.
    void isAboutTheRecipientInEveryFormat()
    {
        const Ended json = test(out + toOps(value("cc", "chief@acme.example")));
        COMPARE_STATUS(json, 1);
        const QJsonObject report = json.object();
        QCOMPARE(report["target"_L1]["path"_L1].toString(), recipientPath);
        QCOMPARE(report["target"_L1]["account"_L1].toString(), u"/Services/EmailService/Out"_s);
        QCOMPARE(report["depth"_L1].toString(), u"envelope"_s);
        const QJsonArray recipients = report["recipients"_L1].toArray();
        QCOMPARE(recipients.size(), 2);
        QCOMPARE(recipients[1]["address"_L1].toString(), u"chief@acme.example"_s);
        QCOMPARE(recipients[1]["role"_L1].toString(), u"cc"_s);
        const QString station = m_cli.path(u"station.bog"_s);
        const QStringList about{
            u"test"_s, station, u"--path"_s, recipientPath, u"--password-file"_s, m_cli.path(u"password"_s)};
        QVERIFY(m_cli.run(about).out.contains(recipientPath.toUtf8() + ": SMTP"));
        QVERIFY(m_cli.run(about + QStringList{u"--format"_s, u"junit"_s})
                    .out.contains("name=\"" + recipientPath.toUtf8() + '"'));
        QVERIFY(m_cli.run(about + QStringList{u"--format"_s, u"prometheus"_s})
                    .out.contains("account=\"" + recipientPath.toUtf8() + '"'));
    }

    void anAccountsReportHasNoRecipients()
    {
        const QString station = m_cli.write(u"station.bog"_s, smallStation(out + toOps()));
        const Ended ended =
            m_cli.run({u"test"_s, station, u"--password-file"_s, m_cli.write(u"password"_s, "secret"), u"--json"_s});
        QVERIFY(!ended.object().contains("recipients"_L1));
    }

    void asksForWhatItNeeds_data()
    {
        QTest::addColumn<QByteArray>("accounts");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("says");
        const QStringList message{u"--depth"_s, u"message"_s};
        const QByteArray second = account("Second", "c", "IncomingAccount", value("hostname", "mail.invalid"));
        QTest::newRow("a depth that proves something")
            << out + toOps() << QStringList{u"--depth"_s, u"login"_s} << "is an EmailRecipient"_ba;
        QTest::newRow("no other recipient")
            << out + toOps() << QStringList{u"--depth"_s, u"envelope"_s, u"--to"_s, u"a@x.example"_s}
            << "--to is for accounts"_ba;
        QTest::newRow("an inbox") << out + toOps() << message << "has no enabled IncomingAccount"_ba;
        QTest::newRow("one inbox of several") << out + in + second + toOps() << message
                                              << "in which: /Services/EmailService/In, /Services/EmailService/Second"_ba;
        QTest::newRow("an inbox that is one")
            << out + in + toOps() << message + QStringList{u"--through"_s, u"/Services/EmailService/Out"_s}
            << "is no IncomingAccount"_ba;
        QTest::newRow("an inbox that is there")
            << out + in + toOps() << message + QStringList{u"--through"_s, u"/Services/Nowhere"_s} << "/Services/Nowhere"_ba;
    }

    void asksForWhatItNeeds()
    {
        QFETCH(QByteArray, accounts);
        QFETCH(QStringList, options);
        QFETCH(QByteArray, says);
        const Ended ended = test(accounts, options);
        COMPARE_STATUS(ended, 2);
        QVERIFY2(ended.err.contains(says), ended.err.constData());
        QVERIFY(ended.out.isEmpty());
    }

    void anInboxThatNobodySignsInToShowsNothing()
    {
        const Ended ended = test(out + incoming(value("hostname", "mail.invalid")) + toOps(), {u"--depth"_s, u"message"_s});
        COMPARE_STATUS(ended, 1);
        const QJsonObject report = ended.object();
        QCOMPARE(report["outcome"_L1].toString(), u"settingInvalid"_s);
        QVERIFY(report["diagnosis"_L1]["cause"_L1].toString().contains(u"/Services/EmailService/In: Account is empty"_s));
        const QJsonObject arrival = report["stages"_L1].toArray().last().toObject();
        QCOMPARE(arrival["name"_L1].toString(), u"arrival"_s);
        QCOMPARE(arrival["status"_L1].toString(), u"skipped"_s);
        QVERIFY(!arrival["code"_L1].toString().isEmpty());
    }

    void showsAndSetsWhenAlarmsAreMailed()
    {
        const QString station = m_cli.write(u"station.bog"_s, smallStation(out + toOps()));
        COMPARE_STATUS(
            m_cli.run({u"set"_s, station, recipientPath, u"timeRange=08:00:00.000-18:00:00.000"_s, u"daysOfWeek=3e"_s}), 0);
        const Ended shown = m_cli.run({u"show"_s, station, recipientPath});
        COMPARE_STATUS(shown, 0);
        QVERIFY2(shown.out.contains("Time Range     08:00:00.000-18:00:00.000") && shown.out.contains("Days Of Week   3e"),
                 shown.out.constData());
        COMPARE_STATUS(m_cli.run({u"set"_s, station, recipientPath, u"timeRange=9-5"_s}), 2);
        const Ended back = m_cli.run({u"set"_s, station, recipientPath, u"timeRange=00:00:00.000-00:00:00.000"_s});
        COMPARE_STATUS(back, 0);
        QVERIFY(m_cli.run({u"show"_s, station, recipientPath}).out.contains("Time Range     00:00:00.000-00:00:00.000"));
    }

    void anAccountStillNeedsARecipientForItsMessage()
    {
        const QString station = m_cli.write(u"station.bog"_s, smallStation(out + toOps()));
        const QStringList message{u"test"_s, station, u"--depth"_s, u"message"_s};
        COMPARE_STATUS(m_cli.run(message), 2);
        const Ended ended = m_cli.run(message + QStringList{u"--path"_s, u"/Services/EmailService/Out"_s});
        COMPARE_STATUS(ended, 2);
        QVERIFY(ended.err.contains("--to says to whom"));
        COMPARE_STATUS(m_cli.run(QStringList{u"test"_s, station, u"--through"_s, recipientPath}), 2);
    }
};

STATIONER_TEST(CliAlarmFaultsTest)
#include "clialarmfaults_test.moc"
