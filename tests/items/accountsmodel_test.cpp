#include "items/accountsmodel.h"
#include "items/roles.h"
#include "items/validitymodel.h"
#include "rows/accountrow.h"
#include "rows/accountstally.h"
#include "session/lasttests.h"
#include "session/openstation.h"
#include "session/stationstores.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);

} // namespace

/// The Email Account Manager's rows: what they show, how they follow edits, tests and runs, and what they add up to.
class AccountsModelTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    OpenStation m_station;
    StationStores m_stores;
    LastTests m_tests{m_station, m_stores};

    void open(const QByteArray& lines)
    {
        const QString path = m_folder.filePath(u"acme.bog"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(smallStation(lines));
        file.close();
        QVERIFY(!m_station.open(path));
    }
    void openTwo()
    {
        open(incoming(value("hostname", "imap.acme.example") + value("store", "imap") + value("port", "993") +
                      value("useSsl", "true")) +
             outgoing(value("hostname", "mail.acme.example") + value("account", "alarms")));
    }
    SlotId service() { return emailService(m_station.document()); }
    SlotId account(const QString& name) { return m_station.document().child(service(), name); }
    Report report(SlotId of, Outcome outcome, Depth depth = Depth::Login)
    {
        Report report;
        report.settings = settingsOf(m_station.document(), of).value();
        report.outcome = outcome;
        report.depth = depth;
        report.began = now;
        return report;
    }
    Report withCertificate(SlotId of, Outcome outcome, int daysLeft, const QByteArray& sha256 = "aa")
    {
        Report made = report(of, outcome);
        CertificateFacts leaf;
        leaf.commonName = u"mail.acme.example"_s;
        leaf.notAfter = now.addDays(daysLeft).addSecs(60);
        leaf.sha256 = sha256;
        made.trust = Judgement{};
        made.trust->sent = {leaf};
        return made;
    }
    static QString text(const AccountsModel& model, int row, AccountsModel::Column column)
    {
        return model.index(row, column).data().toString();
    }

private slots:
    void cleanup() { m_station.close(); }

    void showsTheAccountsInTheOrderOfTheFile()
    {
        openTwo();
        AccountsModel model(m_station, m_tests, nullptr, [] { return now; });
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.show(service());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 0, AccountsModel::NameColumn), u"In"_s);
        QCOMPARE(text(model, 0, AccountsModel::HostColumn), u"imap.acme.example"_s);
        QCOMPARE(text(model, 0, AccountsModel::PortColumn), u"993"_s);
        QCOMPARE(text(model, 0, AccountsModel::SecurityColumn), u"Use Ssl"_s);
        QCOMPARE(text(model, 0, AccountsModel::ProtocolColumn), u"IMAP"_s);
        QCOMPARE(text(model, 0, AccountsModel::DirectionColumn), u"Incoming"_s);
        QCOMPARE(text(model, 1, AccountsModel::PortColumn), u"25"_s); // the default, in force
        QCOMPARE(text(model, 1, AccountsModel::SecurityColumn), u"not encrypted"_s);
        QCOMPARE(text(model, 1, AccountsModel::EnabledColumn), u"Yes"_s);
        QCOMPARE(text(model, 1, AccountsModel::PollRateColumn), u"60 s"_s);
        QCOMPARE(text(model, 1, AccountsModel::LastTestColumn), u"not tested"_s);
        // Ports sort as numbers.
        QCOMPARE(model.index(0, AccountsModel::PortColumn).data(int(AccountsRole::Sort)), QVariant(qint64(993)));
        model.show(SlotId::None);
        QCOMPARE(model.rowCount(), 0);
    }

    void followsEditsRowByRow()
    {
        openTwo();
        AccountsModel model(m_station, m_tests, nullptr, [] { return now; });
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(service());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QVERIFY(!m_station.change(account(u"Out"_s), {{u"useSsl"_s, u"true"_s}}));
        QCOMPARE(text(model, 1, AccountsModel::PortColumn), u"465"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
        m_station.undoStack()->undo();
        QCOMPARE(text(model, 1, AccountsModel::PortColumn), u"25"_s);

        const auto added = m_station.add(service(), incomingAccountType);
        QVERIFY(added);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(model.rowOf(added.value()) >= 0);
        QVERIFY(!m_station.rename(added.value(), u"Acknowledge me"_s, OpenStation::References::Follow));
        QCOMPARE(text(model, model.rowOf(added.value()), AccountsModel::NameColumn), u"Acknowledge me"_s);
        QVERIFY(!m_station.remove(account(u"In"_s)));
        QCOMPARE(removed.size(), 1);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowOf(account(u"Out"_s)), 0);
        m_station.undoStack()->undo();
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(text(model, 0, AccountsModel::NameColumn), u"In"_s);
        QCOMPARE(reset.size(), 0);
    }

    void followsTheServiceThatGoes()
    {
        openTwo();
        AccountsModel model(m_station, m_tests, nullptr, [] { return now; });
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(service());
        QVERIFY(!m_station.remove(service()));
        QCOMPARE(model.rowCount(), 0);
        m_station.undoStack()->undo();
        QCOMPARE(model.rowCount(), 2);
        m_station.close();
        QCOMPARE(model.rowCount(), 0);
    }

    void showsTheLastTest()
    {
        openTwo();
        AccountsModel model(m_station, m_tests, nullptr, [] { return now; });
        model.show(service());
        const QModelIndex cell = model.index(1, AccountsModel::LastTestColumn);
        const auto badge = [&] { return Badge(cell.data(int(AccountsRole::Badge)).toInt()); };
        const auto answer = [&] { return RowAnswer(cell.data(int(AccountsRole::Answer)).toInt()); };
        m_tests.record(account(u"Out"_s), report(account(u"Out"_s), Outcome::Succeeded));
        QVERIFY(cell.data().toString().startsWith(u"passed, "_s));
        QCOMPARE(badge(), Badge::Passed);
        QCOMPARE(answer(), RowAnswer::None);
        // What was not proven is not said to have passed.
        m_tests.record(account(u"Out"_s), report(account(u"Out"_s), Outcome::Succeeded, Depth::Connect));
        QVERIFY(cell.data().toString().startsWith(u"reached, password needed"_s));
        QCOMPARE(badge(), Badge::Info);
        QCOMPARE(answer(), RowAnswer::EnterPassword);
        m_tests.record(account(u"Out"_s), withCertificate(account(u"Out"_s), Outcome::CertificateChallenged, 100));
        QCOMPARE(badge(), Badge::Challenged);
        QCOMPARE(answer(), RowAnswer::Review);
        model.setState({account(u"Out"_s)}, RunState::Testing);
        QCOMPARE(cell.data().toString(), u"testing…"_s);
        QCOMPARE(answer(), RowAnswer::None);
        model.setState({account(u"Out"_s)}, RunState::Idle);
        QCOMPARE(answer(), RowAnswer::Review);
        // A test of other values answers for nothing.
        QVERIFY(!m_station.change(account(u"Out"_s), {{u"hostname"_s, u"other.example"_s}}));
        QCOMPARE(badge(), Badge::None);
        QCOMPARE(answer(), RowAnswer::None);
        QVERIFY(cell.data().toString().contains(u"values changed since"_s));
    }

    void marksCertificatesThatEnd_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("badge");
        QTest::newRow("31") << 31 << u"31 days left"_s << int(Badge::None);
        QTest::newRow("30") << 30 << u"30 days left"_s << int(Badge::Info);
        QTest::newRow("15") << 15 << u"15 days left"_s << int(Badge::Info);
        QTest::newRow("14") << 14 << u"14 days left"_s << int(Badge::Warning);
        QTest::newRow("7") << 7 << u"7 days left"_s << int(Badge::Fault);
        QTest::newRow("1") << 1 << u"1 day left"_s << int(Badge::Fault);
        QTest::newRow("0") << 0 << u"ends today"_s << int(Badge::Fault);
        QTest::newRow("yesterday") << -1 << u"expired yesterday"_s << int(Badge::Failed);
        QTest::newRow("long ago") << -40 << u"expired 40 days ago"_s << int(Badge::Failed);
    }
    void marksCertificatesThatEnd()
    {
        QFETCH(int, days);
        QFETCH(QString, text);
        QFETCH(int, badge);
        openTwo();
        AccountsModel model(m_station, m_tests, nullptr, [] { return now; });
        model.show(service());
        m_tests.record(account(u"Out"_s), withCertificate(account(u"Out"_s), Outcome::CertificateChallenged, days));
        const QModelIndex cell = model.index(1, AccountsModel::CertificateColumn);
        QCOMPARE(cell.data().toString(), text);
        QCOMPARE(cell.data(int(AccountsRole::Badge)).toInt(), badge);
        QCOMPARE(cell.data(int(AccountsRole::Sort)), QVariant(qint64(days)));
    }

    void whatEndedAnHourAgoHasExpired()
    {
        openTwo();
        const QDateTime anHourLater(now.date().addDays(1), QTime(12, 0), Qt::UTC);
        Report report = withCertificate(account(u"Out"_s), Outcome::CertificateChallenged, 0);
        report.trust->sent.first().notAfter = anHourLater.addSecs(-3600);
        AccountsModel model(m_station, m_tests, nullptr, [anHourLater] { return anHourLater; });
        model.show(service());
        m_tests.record(account(u"Out"_s), report);
        const QModelIndex cell = model.index(1, AccountsModel::CertificateColumn);
        QCOMPARE(cell.data().toString(), u"expired today"_s);
        QCOMPARE(cell.data(int(AccountsRole::Badge)).toInt(), int(Badge::Failed));
    }

    void addsUp()
    {
        QByteArray lines;
        for (int i = 0; i < 7; ++i)
            lines += test::account("Out" + QByteArray::number(i), QByteArray::number(100 + i), "OutgoingAccount",
                                   value("hostname", i < 3 ? "one.example" : "two.example") + value("account", "u"));
        lines += incoming(value("hostname", "x.example") + value("enabled", "false"));
        open(lines);
        AccountsModel model(m_station, m_tests, nullptr, [] { return now; });
        model.show(service());
        QVERIFY(summaryOf(tallyOf(model.rows())).isEmpty());
        const auto of = [&](int i) { return model.accountAt(i); };
        m_tests.record(of(0), withCertificate(of(0), Outcome::CertificateChallenged, 9));
        m_tests.record(of(1), withCertificate(of(1), Outcome::CertificateChallenged, 9));       // the same question
        m_tests.record(of(2), withCertificate(of(2), Outcome::CertificateChallenged, 9, "bb")); // another certificate
        m_tests.record(of(3), report(of(3), Outcome::Succeeded));
        m_tests.record(of(4), report(of(4), Outcome::TimedOut));
        m_tests.record(of(5), report(of(5), Outcome::Succeeded, Depth::Connect));
        const AccountsTally tally = tallyOf(model.rows());
        QCOMPARE(tally.certificatesToReview, 2);
        QCOMPARE(tally.accountsToReview, 3);
        QCOMPARE(tally.untested, 1); // the disabled one is not waited for
        QCOMPARE(summaryOf(tally), u"1 passed, 1 failed, 1 reached without signing in, "
                                   "2 certificates to review (3 accounts), 1 not tested"_s);
    }

    void editsEveryPropertyByTheRulesOfTheSheet()
    {
        openTwo();
        AccountsModel model(m_station, m_tests, nullptr, [] { return now; });
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(service());
        const QByteArray before = m_station.document().xml();
        const auto set = [&](int row, AccountsModel::Column column, const QString& value) {
            return model.setData(model.index(row, column), value);
        };
        QVERIFY(set(0, AccountsModel::HostColumn, u"imap.other.example"_s));
        QVERIFY(set(0, AccountsModel::ProtocolColumn, u"pop3"_s)); // and the port with it
        QCOMPARE(text(model, 0, AccountsModel::PortColumn), u"995"_s);
        QVERIFY(set(0, AccountsModel::PortColumn, u"1995"_s));
        QVERIFY(set(0, AccountsModel::AccountColumn, u"me"_s));
        QVERIFY(set(0, AccountsModel::PollRateColumn, u"5000"_s));
        QVERIFY(model.setData(model.index(0, AccountsModel::EnabledColumn), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(set(0, AccountsModel::NameColumn, u"Acknowledge me"_s));
        QVERIFY(set(1, AccountsModel::SecurityColumn, u"ssl"_s));
        QCOMPARE(text(model, 1, AccountsModel::PortColumn), u"465"_s);
        QVERIFY(set(1, AccountsModel::SecurityColumn, u"starttls"_s));
        QCOMPARE(text(model, 1, AccountsModel::SecurityColumn), u"Use Start Tls"_s);
        QCOMPARE(text(model, 1, AccountsModel::PortColumn), u"587"_s);
        QVERIFY(set(1, AccountsModel::SecurityColumn, u"none"_s));
        QCOMPARE(text(model, 1, AccountsModel::PortColumn), u"25"_s);
        QCOMPARE(text(model, 0, AccountsModel::NameColumn), u"Acknowledge me"_s);
        QCOMPARE(text(model, 0, AccountsModel::EnabledColumn), u"No"_s);
        QCOMPARE(text(model, 0, AccountsModel::PollRateColumn), u"5 s"_s);
        // One named step each, and all of them back to the file's bytes.
        QUndoStack& undo = *m_station.undoStack();
        QCOMPARE(undo.count(), 10);
        for (int step = 0; step < undo.count(); ++step)
            QVERIFY(!undo.text(step).isEmpty());
        const QByteArray after = m_station.document().xml();
        undo.setIndex(0);
        QCOMPARE(m_station.document().xml(), before);
        QVERIFY(!m_station.isModified());
        undo.setIndex(undo.count());
        QCOMPARE(m_station.document().xml(), after);
    }

    void refusesWithTheReasonAndLeavesTheDocument_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("value");
        QTest::newRow("port zero") << int(AccountsModel::PortColumn) << u"0"_s;
        QTest::newRow("port above") << int(AccountsModel::PortColumn) << u"65536"_s;
        QTest::newRow("no port") << int(AccountsModel::PortColumn) << u"smtp"_s;
        QTest::newRow("poll rate") << int(AccountsModel::PollRateColumn) << u"999"_s;
        QTest::newRow("line break in a host") << int(AccountsModel::HostColumn) << u"a\nb"_s;
        QTest::newRow("no name") << int(AccountsModel::NameColumn) << u" "_s;
        QTest::newRow("a name that is there") << int(AccountsModel::NameColumn) << u"In"_s;
        QTest::newRow("outgoing speaks SMTP") << int(AccountsModel::ProtocolColumn) << u"imap"_s;
        QTest::newRow("direction") << int(AccountsModel::DirectionColumn) << u"Incoming"_s;
        QTest::newRow("certificate") << int(AccountsModel::CertificateColumn) << u"x"_s;
    }
    void refusesWithTheReasonAndLeavesTheDocument()
    {
        QFETCH(int, column);
        QFETCH(QString, value);
        openTwo();
        AccountsModel model(m_station, m_tests, nullptr, [] { return now; });
        model.show(service());
        const QByteArray before = m_station.document().xml();
        QSignalSpy said(&model, &AccountsModel::noteChanged);
        QVERIFY(!model.setData(model.index(1, column), value));
        QCOMPARE(said.size(), 1);
        QVERIFY(model.note());
        QCOMPARE(model.note()->badge, Badge::Fault);
        QVERIFY(model.note()->text.size() > 10);
        QCOMPARE(m_station.document().xml(), before);
        QCOMPARE(m_station.undoStack()->count(), 0);
        // Another change of the station makes it old.
        QVERIFY(!m_station.change(account(u"Out"_s), {{u"hostname"_s, u"x.example"_s}}));
        QVERIFY(!model.note());
    }

    void readOnlyCellsSayWhy()
    {
        open(incoming() + outgoing("     <p n=\"port\" f=\"r\" v=\"2525\"/>\n"));
        AccountsModel model(m_station, m_tests, nullptr, [] { return now; });
        model.show(service());
        const auto isEditable = [&](int row, int column) {
            const QModelIndex index = model.index(row, column);
            const bool is = index.flags() & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable);
            // The three answers agree.
            return is == model.whyReadOnly(index).isEmpty() && is == model.property(index).has_value() ? int(is) : -1;
        };
        for (const int column :
             {AccountsModel::NameColumn, AccountsModel::HostColumn, AccountsModel::SecurityColumn,
              AccountsModel::AccountColumn, AccountsModel::EnabledColumn, AccountsModel::PollRateColumn}) {
            QCOMPARE(isEditable(0, column), 1);
            QCOMPARE(isEditable(1, column), 1);
        }
        for (const int column :
             {AccountsModel::CertificateColumn, AccountsModel::LastTestColumn, AccountsModel::DirectionColumn}) {
            QCOMPARE(isEditable(0, column), 0);
            QCOMPARE(isEditable(1, column), 0);
        }
        QCOMPARE(isEditable(0, AccountsModel::ProtocolColumn), 1);
        QCOMPARE(isEditable(1, AccountsModel::ProtocolColumn), 0);
        QCOMPARE(isEditable(0, AccountsModel::PortColumn), 1);
        QCOMPARE(isEditable(1, AccountsModel::PortColumn), 0); // the file says so
    }

    void saysWhatAnEditMovedAndTakesItBack()
    {
        openTwo();
        AccountsModel model(m_station, m_tests, nullptr, [] { return now; });
        model.show(service());
        QVERIFY(model.setValue({account(u"Out"_s)}, AccountsModel::SecurityColumn, u"ssl"_s).isEmpty());
        QVERIFY(model.note());
        QCOMPARE(model.note()->text, u"Out, Port: Moved from 25 with Use Ssl."_s);
        QCOMPARE(model.note()->remedyLabel, u"Undo"_s);
        QVERIFY(model.applyRemedy().isEmpty());
        QVERIFY(!model.note());
        QCOMPARE(text(model, 1, AccountsModel::PortColumn), u"25"_s);
        QVERIFY(!m_station.isModified());
        // A port of another mode has its remedy.
        QVERIFY(model.setValue({account(u"Out"_s)}, AccountsModel::PortColumn, u"465"_s).isEmpty());
        QVERIFY(model.note());
        QCOMPARE(model.note()->badge, Badge::Warning);
        QVERIFY(model.applyRemedy().isEmpty());
        QCOMPARE(text(model, 1, AccountsModel::SecurityColumn), u"Use Ssl"_s);
        QCOMPARE(text(model, 1, AccountsModel::PortColumn), u"465"_s);
    }

    void bothSwitchesOfAFileBecomeOne()
    {
        open(outgoing(value("useSsl", "true") + value("useStartTls", "true")));
        AccountsModel model(m_station, m_tests, nullptr, [] { return now; });
        model.show(service());
        QCOMPARE(model.index(0, AccountsModel::SecurityColumn).data(Qt::EditRole).toString(), QString());
        QVERIFY(model.setData(model.index(0, AccountsModel::SecurityColumn), u"ssl"_s));
        QCOMPARE(text(model, 0, AccountsModel::SecurityColumn), u"Use Ssl"_s);
    }

    void severalAreOneStep()
    {
        openTwo();
        AccountsModel model(m_station, m_tests, nullptr, [] { return now; });
        model.show(service());
        const QList<SlotId> both{account(u"In"_s), account(u"Out"_s)};
        QVERIFY(model.setValue(both, AccountsModel::EnabledColumn, u"false"_s).isEmpty());
        QCOMPARE(m_station.undoStack()->count(), 1);
        QCOMPARE(text(model, 0, AccountsModel::EnabledColumn), u"No"_s);
        QCOMPARE(text(model, 1, AccountsModel::EnabledColumn), u"No"_s);
        m_station.undoStack()->undo();
        QVERIFY(!m_station.isModified());
        // All or none.
        QVERIFY(!model.setValue(both, AccountsModel::ProtocolColumn, u"imap"_s).isEmpty());
        QVERIFY(!m_station.isModified());
    }

    void renamingCarriesReferencesAlong()
    {
        open(incoming() + outgoing(value("hostname", "x.example")) +
             "    <p n='Recipient' h='c' t='email:EmailRecipient'>\n" + value("emailAccount", "Out") + "    </p>\n");
        AccountsModel model(m_station, m_tests, nullptr, [] { return now; });
        model.show(service());
        const QByteArray before = m_station.document().xml();
        QVERIFY(model.setData(model.index(1, AccountsModel::NameColumn), u"Plant mail"_s));
        const Document& document = m_station.document();
        QCOMPARE(document.value(document.find(u"/Services/EmailService/Recipient/emailAccount")),
                 std::optional(u"Plant$20mail"_s));
        QVERIFY(model.note());
        QVERIFY(model.note()->undoes);
        QCOMPARE(m_station.undoStack()->count(), 1);
        QVERIFY(model.applyRemedy().isEmpty());
        QCOMPARE(m_station.document().xml(), before);
    }

    void validityIsSortedByTheEnd()
    {
        QByteArray lines;
        for (int i = 0; i < 5; ++i)
            lines += test::account("Out" + QByteArray::number(i), QByteArray::number(100 + i), "OutgoingAccount",
                                   value("hostname", "one.example") + value("useSsl", i == 4 ? "false" : "true"));
        open(lines);
        AccountsModel model(m_station, m_tests, nullptr, [] { return now; });
        ValidityModel validity(model);
        QAbstractItemModelTester tester(&validity, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(service());
        const auto order = [&] {
            QStringList names;
            for (int row = 0; row < validity.rowCount(); ++row)
                names += validity.row(validity.index(row, 0)).name.text;
            return names;
        };
        QCOMPARE(order(), (QStringList{u"Out0"_s, u"Out1"_s, u"Out2"_s, u"Out3"_s, u"Out4"_s}));
        const auto of = [&](int i) { return model.accountAt(i); };
        m_tests.record(of(2), withCertificate(of(2), Outcome::Succeeded, 9));
        m_tests.record(of(0), withCertificate(of(0), Outcome::Succeeded, 400));
        m_tests.record(of(3), withCertificate(of(3), Outcome::CertificateChallenged, -3));
        m_tests.record(of(4), report(of(4), Outcome::Succeeded));
        QCOMPARE(order(), (QStringList{u"Out3"_s, u"Out2"_s, u"Out0"_s, u"Out1"_s, u"Out4"_s}));
        QCOMPARE(validity.index(3, 0).data().toString(), u"not tested yet"_s);
        QCOMPARE(validity.index(4, 0).data().toString(), u"not encrypted: no certificate"_s);
        // Nothing is said by colour alone.
        const auto spoken = [&](int row) { return validity.index(row, 0).data(Qt::AccessibleTextRole).toString(); };
        QVERIFY2(spoken(0).endsWith(u"expired 3 days ago, expired"_s), qPrintable(spoken(0)));
        QVERIFY2(spoken(1).endsWith(u"9 days left, ends within 14 days"_s), qPrintable(spoken(1)));
        QVERIFY2(spoken(2).endsWith(u"400 days left, in order"_s), qPrintable(spoken(2)));
        QCOMPARE(spoken(3), u"Out1: not tested yet"_s);
        const ValidityTally tally = validityTallyOf(model.rows());
        QCOMPARE(summaryOf(tally), u"1 expired, 1 ending within 30 days, 1 valid for longer, 1 without a certificate, "
                                   "1 not tested yet"_s);
        // The same rows as the table has.
        validity.setFilterFixedString(u"out2"_s);
        QCOMPARE(order(), QStringList{u"Out2"_s});
    }

    void manyAccountsStayCheap()
    {
        QByteArray lines;
        for (int i = 0; i < 500; ++i)
            lines += test::account("Out" + QByteArray::number(i), QByteArray::number(1000 + i, 16), "OutgoingAccount",
                                   value("hostname", "mail.example") + value("account", "u"));
        open(lines);
        AccountsModel model(m_station, m_tests, nullptr, [] { return now; });
        model.show(service());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        for (int row = 0; row < 500; ++row)
            m_tests.record(model.accountAt(row), report(model.accountAt(row), Outcome::Succeeded));
        // One row a report: nothing else is looked at or repainted.
        QCOMPARE(changed.size(), 500);
        for (const QList<QVariant>& call : changed)
            QCOMPARE(call[0].toModelIndex().row(), call[1].toModelIndex().row());
        QCOMPARE(tallyOf(model.rows()).passed, 500);
    }
};

STATIONER_TEST(AccountsModelTest)
#include "accountsmodel_test.moc"
