// The handover sheet by the command line: what comes on it, goes from it and is ticked, in the course of an account from its
// first value to its root CA.

#include "app/demo/demoserver.h"
#include "cli/clirun.h"
#include "support/certificates.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::testing;

class HandoverTest : public QObject {
    Q_OBJECT

    Cli m_cli;
    DemoServer m_server;
    const QString m_out = u"/Services/EmailService/Out"_s;

    QString station() const { return m_cli.path(u"acme.bog"_s); }
    QString folder() const { return m_cli.path(u"acme.security"_s); }
    QString host() const
    {
        return m_server.host() + u':' + QString::number(m_server.port(DemoProtocol::Smtp, DemoMode::Ssl));
    }
    Ended set(const QStringList& values) const { return m_cli.run(QStringList{u"set"_s, station(), m_out} + values); }
    Ended trust(const QStringList& arguments) const { return m_cli.run(QStringList{u"trust"_s, folder()} + arguments); }
    Ended test(const QStringList& more = {}) const
    {
        const QString password = m_cli.write(u"password"_s, m_server.login().password.toUtf8());
        return m_cli.run(
            QStringList{u"test"_s, station(), u"--json"_s, u"--depth"_s, u"login"_s, u"--password-file"_s, password} + more);
    }
    Ended handover(const QStringList& more = {}) const
    {
        return m_cli.run(QStringList{u"handover"_s, station(), u"--json"_s} + more);
    }
    QList<QJsonObject> items(const QStringList& more = {}) const
    {
        QList<QJsonObject> items;
        for (const QJsonValue item : handover(more).object()[u"items"].toArray())
            items += item.toObject();
        return items;
    }
    QStringList kinds(const QStringList& more = {}) const
    {
        QStringList kinds;
        for (const QJsonObject& item : items(more))
            kinds += item[u"kind"].toString() + (item[u"done"].toBool() ? u" done"_s : QString());
        return kinds;
    }
    QJsonObject item(const QString& kind, const QStringList& more = {}) const
    {
        for (const QJsonObject& item : items(more))
            if (item[u"kind"].toString() == kind)
                return item;
        return {};
    }
    void point() const
    {
        const QString port = QString::number(m_server.port(DemoProtocol::Smtp, DemoMode::Ssl));
        const Ended ended = set(
            {u"hostname="_s + m_server.host(), u"useSsl=true"_s, u"port="_s + port, u"account="_s + m_server.login().user});
        QCOMPARE(ended.status, 0);
        QCOMPARE(ended.err, QByteArray());
    }
    void importRoot() const { QCOMPARE(trust({u"import"_s, m_cli.write(u"root.pem"_s, m_server.rootPem())}).status, 0); }

private slots:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.errorText())); }
    void init()
    {
        QDir(folder()).removeRecursively();
        QDir(m_cli.path(u"home"_s)).removeRecursively();
        QDir().mkpath(m_cli.path(u"home"_s));
        m_cli.write(u"acme.bog"_s, test::smallStation(test::outgoing() + test::incoming(test::value("enabled", "false"))));
    }

    void ofAStationWithWhichNothingWasDoneTheAccountsAreTried()
    {
        QCOMPARE(kinds(), (QStringList{u"retest"_s, u"retest"_s}));
        QVERIFY(!QFile::exists(folder()));
        QCOMPARE(handover().object()[u"station"].toString(), u"acme"_s);
    }

    void theFileIsPutWithTheSlotsThatWereSet()
    {
        QCOMPARE(set({u"hostname=one.example"_s}).status, 0);
        QCOMPARE(set({u"hostname=two.example"_s, u"useSsl=true"_s}).status, 0);
        const QJsonObject file = item(u"putFile"_s);
        QCOMPARE(file[u"file"].toString(), station());
        const QJsonArray slotChanges = file[u"slots"].toArray();
        QCOMPARE(slotChanges.size(), 3); // the port moved along
        QCOMPARE(slotChanges.at(0).toObject(),
                 (QJsonObject{
                     {u"path"_s, m_out}, {u"slot"_s, u"hostname"_s}, {u"old"_s, QString()}, {u"new"_s, u"two.example"_s}}));
        QCOMPARE(kinds({u"--done"_s, u"putFile:/"_s}).first(), u"putFile done"_s);
        QCOMPARE(kinds().first(), u"putFile done"_s);
        QCOMPARE(set({u"hostname=three.example"_s}).status, 0);
        QCOMPARE(kinds().first(), u"putFile"_s);
        QCOMPARE(set({u"hostname="_s, u"useSsl=false"_s}).status, 0);
        QVERIFY(!kinds().contains(u"putFile"_s)); // as it was
    }

    void bytesOfTheStationMakeANewBase()
    {
        QCOMPARE(set({u"hostname=one.example"_s}).status, 0);
        m_cli.write(u"acme.bog"_s, test::smallStation(test::outgoing(test::value("hostname", "stations.example"))));
        QVERIFY(!kinds().contains(u"putFile"_s));
        QCOMPARE(set({u"port=465"_s}).status, 0);
        QCOMPARE(item(u"putFile"_s)[u"slots"].toArray().size(), 1);
    }

    void followsTheWholeCourse()
    {
        point();
        const Ended challenged = test();
        QCOMPARE(challenged.status, 3);
        QCOMPARE(kinds(), (QStringList{u"putFile"_s, u"retest"_s, u"retest"_s})); // a challenge alone adds nothing

        const QJsonObject judged = challenged.object()[u"trust"].toObject();
        const QString leaf = judged[u"chain"].toArray().at(0)[u"sha256"].toString();
        QStringList errors;
        for (const QJsonValue error : judged[u"errors"].toArray())
            errors += error[u"code"].toString();
        QCOMPARE(trust({u"allow"_s, host(), leaf, u"--errors"_s, errors.join(u',')}).status, 0);
        QCOMPARE(test().status, 0);
        QCOMPARE(kinds(), (QStringList{u"putFile"_s, u"typePassword"_s, u"approveHost"_s, u"retest"_s, u"retest"_s}));
        QCOMPARE(item(u"approveHost"_s)[u"sha256"].toString(), leaf);
        QCOMPARE(item(u"approveHost"_s)[u"host"].toString(), m_server.host());
        QCOMPARE(item(u"typePassword"_s)[u"path"].toString(), m_out);

        importRoot();
        QCOMPARE(test().status, 0);
        QCOMPARE(kinds(), (QStringList{u"putFile"_s, u"typePassword"_s, u"importRoot"_s, u"deleteExemption"_s, u"retest"_s,
                                       u"retest"_s}));
        const QJsonObject root = item(u"importRoot"_s);
        QCOMPARE(Cli::read(root[u"file"].toString()), m_server.rootPem());
        QVERIFY(QFileInfo(root[u"file"].toString()).isAbsolute());

        QCOMPARE(trust({u"prune"_s}).status, 0);
        QVERIFY(kinds().contains(u"deleteExemption"_s)); // until it is ticked
        QVERIFY(kinds({u"--done"_s, u"deleteExemption:"_s + host()}).contains(u"deleteExemption done"_s));
        QVERIFY(!kinds().contains(u"deleteExemption"_s) && !kinds().contains(u"deleteExemption done"_s));
        QVERIFY(kinds({u"--done"_s, u"importRoot:"_s + m_out}).contains(u"importRoot done"_s));
        QVERIFY(kinds().contains(u"importRoot done"_s));

        const QString roots = m_cli.write(u"station.pem"_s, m_server.rootPem());
        QVERIFY(!kinds({u"--station-roots"_s, roots}).contains(u"importRoot done"_s));
        QVERIFY(!kinds().contains(u"importRoot done"_s)); // they are kept
    }

    void anExemptionForgottenAsNeedlessIsDeletedThereToo()
    {
        point();
        QCOMPARE(test().status, 3);
        const QJsonObject leaf = test().object()[u"trust"][u"chain"].toArray().at(0).toObject();
        QCOMPARE(
            trust({u"allow"_s, host(), leaf[u"sha256"].toString(), u"--errors"_s, u"unknownRoot,missingIssuer"_s}).status,
            0);
        QCOMPARE(test().status, 0);
        QCOMPARE(trust({u"forget"_s, host()}).status, 0);
        QVERIFY(!kinds().contains(u"deleteExemption"_s)); // it was needed
    }

    void aRootOfTheSystemIsWrittenForTheStationThatLacksIt()
    {
        point();
        const QString system = m_cli.write(u"system.pem"_s, m_server.rootPem());
        const auto withRoot = [&](const QStringList& arguments) {
            return m_cli.run(arguments, {}, [&](QProcess& process) {
                QProcessEnvironment environment = process.processEnvironment();
                environment.insert(u"SSL_CERT_FILE"_s, system);
                process.setProcessEnvironment(environment);
            });
        };
        const QString password = m_cli.write(u"password"_s, m_server.login().password.toUtf8());
        QCOMPARE(withRoot({u"test"_s, station(), u"--depth"_s, u"login"_s, u"--password-file"_s, password}).status, 0);
        const QStringList sheet{u"handover"_s, station(), u"--json"_s};
        const auto rootIn = [](const Ended& ended) {
            for (const QJsonValue item : ended.object()[u"items"].toArray())
                if (item[u"kind"].toString() == u"importRoot")
                    return item.toObject();
            return QJsonObject();
        };
        QVERIFY(rootIn(withRoot(sheet)).isEmpty()); // the station may have it
        const QString others = m_cli.write(u"others.pem"_s, TestCa(u"Another"_s).pem());
        const QJsonObject root = rootIn(withRoot(sheet + QStringList{u"--station-roots"_s, others}));
        QVERIFY(root[u"file"].toString().startsWith(folder() + u"/handover/"_s));
        QCOMPARE(Cli::read(root[u"file"].toString()), m_server.rootPem());
        QCOMPARE(trust({u"list"_s, u"--json"_s}).array().size(), 0); // nobody trusts it for that
    }

    void aWayAroundIsToBeOpened()
    {
        const QString port = QString::number(m_server.port(DemoProtocol::Smtp, DemoMode::Ssl));
        QCOMPARE(set({u"hostname=localhost"_s, u"useSsl=true"_s, u"port=4465"_s}).status, 0);
        test({u"--connect"_s, u"127.0.0.1:"_s + port});
        const QJsonObject path = item(u"openPath"_s);
        QCOMPARE(path[u"host"].toString(), u"localhost"_s);
        QCOMPARE(path[u"port"].toInt(), 4465);
        QVERIFY(path[u"text"].toString().contains(u"127.0.0.1:"_s + port));
        QVERIFY(kinds({u"--done"_s, u"openPath:localhost:4465"_s}).contains(u"openPath done"_s));
    }

    void isAPageAStation()
    {
        QCOMPARE(set({u"hostname=<b>.example"_s}).status, 0);
        const QString page = m_cli.path(u"page.html"_s);
        QCOMPARE(m_cli.run({u"handover"_s, station(), u"--html"_s, page}).status, 0);
        const QByteArray html = Cli::read(page);
        QVERIFY(html.startsWith("<!DOCTYPE html>") && html.contains("&lt;b&gt;.example") && !html.contains("<b>"));
        m_cli.write(u"other.bog"_s, test::smallStation(test::outgoing()));
        QDir().mkpath(m_cli.path(u"elsewhere"_s));
        QFile::copy(station(), m_cli.path(u"elsewhere/acme.bog"_s));
        const QString pages = m_cli.path(u"pages"_s);
        QCOMPARE(m_cli
                     .run({u"handover"_s, station(), m_cli.path(u"other.bog"_s), m_cli.path(u"elsewhere/acme.bog"_s),
                           u"--html"_s, pages})
                     .status,
                 0);
        QCOMPARE(QDir(pages).entryList(QDir::Files).size(), 3);
        QCOMPARE(m_cli.run({u"handover"_s, station(), u"--html"_s, m_cli.path(u"no/where.html"_s)}).status, 5);
    }

    void whatIsOnNoSheetCannotBeTicked()
    {
        const Ended ended = handover({u"--done"_s, u"importRoot:mail.example:465"_s});
        QCOMPARE(ended.status, 2);
        QVERIFY(ended.err.contains("importRoot:mail.example:465"));
        QCOMPARE(ended.object()[u"items"].toArray().size(), 2);
    }

    void holdsNoSecret()
    {
        point();
        importRoot();
        QCOMPARE(test().status, 0);
        const QByteArray password = '"' + m_server.login().password.toUtf8() + '"'; // which the user's name begins with
        for (const QString& name : {u"last-tests.json"_s, u"handover.json"_s}) {
            const QByteArray kept = Cli::read(folder() + u'/' + name);
            QVERIFY(!kept.isEmpty() && !kept.contains(password) && !kept.contains("ESMTP"));
        }
        QVERIFY(!handover().out.contains(password));
    }

    void damagedNotesAreSetAsideAndSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("ticks") << u"handover.json"_s;
        QTest::newRow("tests") << u"last-tests.json"_s;
    }
    void damagedNotesAreSetAsideAndSaid()
    {
        QFETCH(QString, name);
        point();
        importRoot();
        QCOMPARE(test().status, 0);
        m_cli.write(u"acme.security/"_s + name, "{ broken");
        const Ended ended = handover();
        QCOMPARE(ended.status, 4);
        QVERIFY(ended.err.contains(name.toUtf8()) && ended.err.contains("damaged"));
        QCOMPARE(ended.object()[u"items"].toArray().isEmpty(), false); // what the others say is on it
        QCOMPARE(QDir(folder()).entryList({name + u".damaged*"_s}).size(), 1);
        QCOMPARE(handover().status, 0);
        QCOMPARE(test().status, 0);
    }

    void notesOfAnotherComputerAreNotUsed()
    {
        QCOMPARE(set({u"hostname=one.example"_s}).status, 0);
        QDir(m_cli.path(u"home"_s)).removeRecursively(); // another user's
        QDir().mkpath(m_cli.path(u"home"_s));
        const QByteArray before = Cli::read(folder() + u"/handover.json"_s);
        const Ended ended = handover({u"--done"_s, u"retest:"_s + m_out});
        QCOMPARE(ended.status, 4);
        QVERIFY(!ended.out.contains("putFile"));
        QCOMPARE(Cli::read(folder() + u"/handover.json"_s), before);
        QCOMPARE(trust({u"adopt"_s}).status, 0);
        QCOMPARE(kinds().first(), u"putFile"_s);
    }

    void withoutAFolderATestLeavesNone()
    {
        m_cli.write(u"acme.bog"_s, test::smallStation(test::outgoing(test::value("hostname", "none.invalid"))));
        test({u"--timeout"_s, u"1"_s});
        QVERIFY(!QFile::exists(folder()));
    }
};

STATIONER_TEST(HandoverTest)
#include "handover_test.moc"
