// `test --format junit` and `--format prometheus`, read back as a build server and a collector read them: what passed, what
// failed, what was challenged or left out, and names that would break either format.

#include "app/demo/demoserver.h"
#include "app/demo/demostation.h"
#include "cli/clirun.h"
#include "cli/collectedformats.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QTcpServer>

using namespace stationer;
using namespace stationer::testing;

namespace {

double valueOf(const QList<Sample>& samples, const QString& metric, const QString& accountsEnding)
{
    for (const Sample& sample : samples)
        if (sample.metric == metric && sample.labels[u"account"_s].endsWith(accountsEnding))
            return sample.value;
    return -1;
}

/// Whether each file could be read, and that a run is stamped; nothing where the text is no exposition.
QHash<QString, double> readableIn(const QByteArray& text)
{
    QHash<QString, double> files;
    bool isStamped = false;
    for (const Sample& sample : ExpositionReader::read(text).value_or(QList<Sample>())) {
        isStamped = isStamped || sample.metric == u"stationer_last_run_timestamp_seconds"_s;
        if (sample.metric == u"stationer_file_readable"_s)
            files[sample.labels[u"file"_s]] = sample.value;
    }
    return isStamped ? files : QHash<QString, double>();
}

QSet<QString> findingsOf(const QList<Sample>& samples, const QString& accountsEnding)
{
    QSet<QString> ids;
    for (const Sample& sample : samples)
        if (sample.metric == u"stationer_test_finding_info"_s && sample.labels[u"account"_s].endsWith(accountsEnding) &&
            sample.value == 1)
            ids += sample.labels[u"id"_s];
    return ids;
}

} // namespace

class CollectedFormatsTest : public QObject {
    Q_OBJECT

    Cli m_cli;
    DemoServer m_server;
    std::unique_ptr<DemoStation> m_station;

    Ended test(const QStringList& arguments, const QString& format) const
    {
        return m_cli.run(QStringList{u"test"_s} + arguments + QStringList{u"--format"_s, format});
    }
    QStringList sample(const QByteArray& password = "demo") const
    {
        return {m_station->path(), u"--password-file"_s, m_cli.write(u"password"_s, password)};
    }
    QStringList typed() const
    {
        return {u"--protocol"_s, u"imap"_s,   u"--host"_s,
                m_server.host(), u"--port"_s, QString::number(m_server.port(DemoProtocol::Imap, DemoMode::Ssl)),
                u"--security"_s, u"ssl"_s};
    }
    /// A station whose name, account name and host would break either format, at a port where nobody answers.
    QString hostileStation(const QString& file) const
    {
        QTcpServer closed;
        closed.listen(QHostAddress::LocalHost);
        const QByteArray port = QByteArray::number(closed.serverPort());
        closed.close();
        const QByteArray name = "a&quot;b\\c&#10;d}&#x202e;\xc2\x9b&#xe0041;&#x1fffe;]]&gt;&lt;x/&gt; e";
        QByteArray xml = test::smallStation(
            test::outgoing(test::value("hostname", "127.0.0.1") + test::value("port", port)) +
            test::account("Other", "c", "OutgoingAccount",
                          test::value("hostname", name) + test::value("port", port) + test::value("account", name)));
        return m_cli.write(file, xml.replace("v=\"acme\"", "v=\"" + name + '"'));
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
        m_station = DemoStation::make(m_server);
        QVERIFY(m_station);
        COMPARE_STATUS(m_cli.run({u"trust"_s, m_station->path().replace(u".bog"_s, u".security"_s), u"import"_s,
                                  m_station->rootCaPath()}),
                       0);
    }

    void aBuildServerReadsTheSampleStation_data()
    {
        QTest::addColumn<QString>("jobs");
        QTest::newRow("one after the other") << u"1"_s;
        QTest::newRow("many at once") << u"8"_s;
    }
    void aBuildServerReadsTheSampleStation()
    {
        QFETCH(QString, jobs);
        const Ended ended = test(sample() + QStringList{u"--jobs"_s, jobs}, u"junit"_s);
        COMPARE_STATUS(ended, 1);
        const auto suites = JunitReader::read(ended.out);
        QVERIFY2(suites, ended.out);
        QCOMPARE(suites->size(), 1);
        const Suite& suite = suites->first();
        QCOMPARE(suite.attributes[u"name"_s], m_station->path());
        QCOMPARE(suite.attributes[u"tests"_s], u"8"_s);
        QCOMPARE(suite.attributes[u"failures"_s], u"3"_s);
        QCOMPARE(suite.attributes[u"errors"_s], u"0"_s);
        QCOMPARE(suite.attributes[u"skipped"_s], u"1"_s);
        QVERIFY(QDateTime::fromString(suite.attributes[u"timestamp"_s], Qt::ISODate).isValid());
        QStringList names;
        double seconds = 0;
        for (const Case& one : suite.cases) {
            names += one.name.section(u'/', -1);
            seconds += one.seconds;
            QVERIFY(one.name.startsWith(u"/Services/EmailService/"_s));
            QVERIFY(!one.className.isEmpty());
            const QString port = suite.properties[one.name + u":port"_s];
            QVERIFY(port.toInt() > 0);
            QCOMPARE(suite.properties[one.name + u":host"_s], m_server.host());
            QVERIFY(QStringList({u"smtp"_s, u"imap"_s, u"pop3"_s}).contains(suite.properties[one.name + u":protocol"_s]));
        }
        QVERIFY(qAbs(seconds - suite.attributes[u"time"_s].toDouble()) < 0.01);
        // In the order of the file, whatever ended first; those left out behind them.
        QCOMPARE(names, QStringList({u"OutgoingAccount"_s, u"Reports"_s, u"OldSettings"_s, u"Facilities"_s, u"WrongUser"_s,
                                     u"IncomingAccount"_s, u"Acknowledgements"_s, u"Archive"_s}));

        const Case passed = *suite.named(u"/OutgoingAccount"_s);
        QVERIFY(passed.type.isEmpty() && passed.skipped.isEmpty() && passed.seconds > 0);
        QVERIFY(passed.output.startsWith(u"✓ "_s) && passed.output.contains(u"from this computer"_s));
        const Case failed = *suite.named(u"/OldSettings"_s);
        QCOMPARE(failed.type, u"wrongMode"_s);
        QVERIFY(failed.output.startsWith(u"✗ "_s + failed.message + u'\n'));
        QVERIFY2(failed.text.contains(u"\n• "_s), qPrintable(failed.text)); // what to do
        const Case challenged = *suite.named(u"/Facilities"_s);
        QCOMPARE(challenged.type, u"certificateChallenged"_s);
        QVERIFY(challenged.text.contains(u"was not sent"_s) && challenged.output.contains(u" trust "_s));
        QCOMPARE(suite.named(u"/WrongUser"_s)->type, u"loginRejected"_s);
        const Case disabled = *suite.named(u"/Archive"_s);
        QVERIFY(!disabled.skipped.isEmpty() && disabled.type.isEmpty() && disabled.output.isEmpty());
        QCOMPARE(disabled.seconds, 0.0);
    }

    void aCollectorReadsTheSampleStation()
    {
        const qint64 before = QDateTime::currentSecsSinceEpoch();
        const Ended ended = test(sample() + QStringList{u"--jobs"_s, u"8"_s}, u"prometheus"_s);
        COMPARE_STATUS(ended, 1);
        const auto samples = ExpositionReader::read(ended.out);
        QVERIFY2(samples, ended.out);
        const auto of = [&](const char* metric, const QString& account) {
            return valueOf(*samples, QString::fromLatin1(metric), account);
        };
        QCOMPARE(of("stationer_test_up", u"/OutgoingAccount"_s), 1.0);
        QCOMPARE(of("stationer_test_up", u"/OldSettings"_s), 0.0);
        QCOMPARE(of("stationer_test_up", u"/Facilities"_s), 0.0);
        QCOMPARE(of("stationer_test_up", u"/Archive"_s), -1.0); // disabled
        QCOMPARE(of("stationer_test_challenged", u"/OutgoingAccount"_s), 0.0);
        QCOMPARE(of("stationer_test_challenged", u"/Facilities"_s), 1.0);
        QVERIFY(of("stationer_test_duration_seconds", u"/OutgoingAccount"_s) > 0);
        QVERIFY(of("stationer_test_duration_seconds", u"/OutgoingAccount"_s) < 60); // seconds they are
        QVERIFY(of("stationer_certificate_not_after_seconds", u"/OutgoingAccount"_s) > double(before));
        QVERIFY(of("stationer_certificate_not_after_seconds", u"/Facilities"_s) < double(before)); // it ran out
        QVERIFY(of("stationer_last_run_timestamp_seconds", {}) >= double(before));
        QCOMPARE(findingsOf(*samples, u"/OutgoingAccount"_s), QSet<QString>());
        QCOMPARE(findingsOf(*samples, u"/OldSettings"_s), QSet<QString>{u"wrongMode"_s});
        QCOMPARE(findingsOf(*samples, u"/Facilities"_s), (QSet<QString>{u"certificateChallenged"_s, u"expired"_s}));
        QSet<QString> stages;
        int accounts = 0;
        for (const Sample& sample : *samples) {
            accounts += sample.metric == u"stationer_test_up"_s ? 1 : 0;
            if (sample.metric == u"stationer_last_run_timestamp_seconds"_s) {
                QVERIFY(sample.labels.isEmpty());
                continue;
            }
            if (sample.metric == u"stationer_file_readable"_s) {
                QCOMPARE(sample.labels[u"file"_s], m_station->path());
                QCOMPARE(sample.value, 1.0);
                continue;
            }
            QCOMPARE(sample.labels[u"host"_s], m_server.host());
            for (const QString& name : {u"station"_s, u"account"_s, u"port"_s, u"protocol"_s})
                QVERIFY2(!sample.labels[name].isEmpty(), qPrintable(name));
            if (sample.labels[u"account"_s].endsWith(u"/OutgoingAccount"_s) && sample.labels.contains(u"stage"_s))
                stages += sample.labels[u"stage"_s];
        }
        QCOMPARE(accounts, 7);
        QCOMPARE(stages, (QSet<QString>{u"settings"_s, u"resolve"_s, u"connect"_s, u"greeting"_s, u"tls"_s, u"identity"_s,
                                        u"capabilities"_s, u"login"_s, u"envelope"_s})); // alarms go by it
    }

    void aTypedTargetIsACaseOfItsOwn()
    {
        const Ended junit = test(typed(), u"junit"_s);
        COMPARE_STATUS(junit, 3);
        const auto suites = JunitReader::read(junit.out);
        QVERIFY(suites && suites->size() == 1 && suites->first().cases.size() == 1);
        const Suite& suite = suites->first();
        QCOMPARE(suite.cases.first().type, u"certificateChallenged"_s);
        QCOMPARE(suite.properties[u"host"_s], m_server.host());
        QCOMPARE(suite.properties[u"protocol"_s], u"imap"_s);
        const Ended prometheus = test(typed(), u"prometheus"_s);
        COMPARE_STATUS(prometheus, 3);
        const auto samples = ExpositionReader::read(prometheus.out);
        QVERIFY(samples);
        QCOMPARE(samples->first().labels[u"station"_s], QString());
        QCOMPARE(samples->first().labels[u"host"_s], m_server.host());
    }

    void namesBreakNeitherFormat()
    {
        const QString file = hostileStation(u"hostile.bog"_s);
        const Ended junit = test({file, u"--depth"_s, u"connect"_s}, u"junit"_s);
        COMPARE_STATUS(junit, 1);
        const auto suites = JunitReader::read(junit.out);
        QVERIFY2(suites, junit.out);
        const QString shown = u"a\"b\\c␊d}<U+202E><U+009B><U+E0041><U+1FFFE>]]><x/> e"_s;
        QCOMPARE(suites->first().cases.size(), 2);
        QCOMPARE(suites->first().cases.first().className, shown);
        QCOMPARE(suites->first().properties[u"/Services/EmailService/Other:host"_s], shown);
        QCOMPARE(suites->first().cases.last().type, u"settingInvalid"_s);

        const Ended prometheus = test({file, u"--depth"_s, u"connect"_s}, u"prometheus"_s);
        COMPARE_STATUS(prometheus, 1);
        const auto samples = ExpositionReader::read(prometheus.out);
        QVERIFY2(samples, prometheus.out);
        QCOMPARE(samples->first().labels[u"station"_s], shown);
        QCOMPARE(findingsOf(*samples, u"/Other"_s), QSet<QString>{u"settingInvalid"_s});
        QVERIFY(prometheus.out.contains(R"(station="a\"b\\c)"));
    }

    void copiesOfAStationAreToldApart()
    {
        const QString one = hostileStation(u"one.bog"_s);
        const QString other = hostileStation(u"other.bog"_s);
        const QStringList arguments{one, other, one, u"--depth"_s, u"connect"_s}; // and a series stands once
        const auto samples = ExpositionReader::read(test(arguments, u"prometheus"_s).out);
        QVERIFY(samples);
        QSet<QString> stations;
        int up = 0;
        for (const Sample& sample : *samples) {
            up += sample.metric == u"stationer_test_up"_s ? 1 : 0;
            if (sample.labels.contains(u"station"_s))
                stations += sample.labels[u"station"_s];
        }
        QCOMPARE(up, 4);
        QCOMPARE(stations.size(), 2);
        const auto suites = JunitReader::read(test({one, other, u"--depth"_s, u"connect"_s}, u"junit"_s).out);
        QVERIFY(suites);
        QCOMPARE(suites->size(), 2);
        QVERIFY(suites->first().cases.first().className != suites->last().cases.first().className);
    }

    void aFileThatCannotBeReadIsAnError()
    {
        const QString station = hostileStation(u"beside.bog"_s);
        const QStringList arguments{u"there-is-none.bog"_s, station, u"--depth"_s, u"connect"_s};
        const Ended ended = test(arguments, u"junit"_s);
        COMPARE_STATUS(ended, 4);
        const auto suites = JunitReader::read(ended.out);
        QVERIFY(suites);
        QCOMPARE(suites->size(), 2);
        const Suite& unread = suites->first();
        QCOMPARE(unread.attributes[u"name"_s], u"there-is-none.bog"_s);
        QCOMPARE(unread.attributes[u"tests"_s] + unread.attributes[u"errors"_s], u"11"_s);
        QCOMPARE(unread.cases.size(), 1);
        QCOMPARE(unread.cases.first().error, u"cannotRead"_s);
        QCOMPARE(suites->last().attributes[u"errors"_s], u"0"_s);
        const Ended collected = test(arguments, u"prometheus"_s);
        COMPARE_STATUS(collected, 4);
        QCOMPARE(readableIn(collected.out), (QHash<QString, double>{{u"there-is-none.bog"_s, 0}, {station, 1}}));
    }

    void aDocumentIsWrittenWhereNoFileCanBeRead()
    {
        const QString damaged = m_cli.write(u"damaged.bog"_s, "<bajaObjectGraph");
        const QStringList arguments{u"there-is-none.bog"_s, damaged, u"there-is-none.bog"_s};
        const Ended junit = test(arguments, u"junit"_s);
        COMPARE_STATUS(junit, 4);
        const auto suites = JunitReader::read(junit.out);
        QVERIFY2(suites, junit.out);
        QCOMPARE(suites->size(), 2);
        for (const Suite& suite : *suites)
            QCOMPARE(suite.cases.first().error, u"cannotRead"_s);
        const Ended prometheus = test(arguments, u"prometheus"_s);
        COMPARE_STATUS(prometheus, 4);
        QCOMPARE(readableIn(prometheus.out), (QHash<QString, double>{{u"there-is-none.bog"_s, 0}, {damaged, 0}}));
        for (const QString& format : {u"text"_s, u"json"_s})
            QCOMPARE(test(arguments, format).out, QByteArray());
    }

    void noPasswordIsInIt()
    {
        for (const QString& format : {u"junit"_s, u"prometheus"_s}) {
            const Ended ended = test(sample("geheim-4711"), format);
            COMPARE_STATUS(ended, 1);
            for (const QByteArray& secret : {"geheim-4711"_ba, "geheim-4711"_ba.toBase64()})
                QVERIFY2(!ended.out.contains(secret) && !ended.err.contains(secret), ended.out);
        }
    }

    void whatWasNotTestedIsNoDocument()
    {
        for (const QString& format : {u"junit"_s, u"prometheus"_s}) {
            const Ended ended = test({m_station->path(), u"--secrets"_s, m_cli.write(u"none"_s, {})}, format);
            COMPARE_STATUS(ended, 2);
            QVERIFY2(ended.out.isEmpty(), ended.out);
        }
    }
};

STATIONER_TEST(CollectedFormatsTest)
#include "collectedformats_test.moc"
