#pragma once

#include "diagnosis/diagnosis.h"
#include "session/accountrun.h"

#include <QObject>
#include <QString>

namespace stationer {

class AccountPasswords;
class AccountsModel;
class ChallengeCourse;
class MainWindow;
class OpenHandover;
class TestModel;
class Wishes;

/// Connection tests on their way through the window, of one account or of many: from the button to panel and table, the
/// challenge where there is one, and again. After a single test its challenge opens by itself; after a run of many only
/// where the user asks for it, one for all accounts of the same host, port and certificate, and every account that its
/// answer settles is tested again.
class TestCourse : public QObject {
    Q_OBJECT
public:
    struct Rooms {
        OpenStation& station;
        LastTests& lastTests;
        TestModel& stages;
        AccountsModel& accounts;
        AccountOrders& orders;
        AccountPasswords& passwords;
        ChallengeCourse& challenges;
        Wishes& wishes;
        MainWindow& window;
        OpenHandover& handover;
    };
    explicit TestCourse(const Rooms& rooms);

    AccountRun& one() { return m_one; }
    AccountRun& many() { return m_many; }
    /// One test runs at a time: that of another account is cancelled for this one; one of this account goes on.
    void test(SlotId account, const AccountPasswordSource& passwords,
              const std::optional<AccountOrders::Errand>& errand = std::nullopt);
    void testMany(const QList<SlotId>& accounts);
    /// What the panel says of the account that tests are about, and the sheet of the password, now.
    void show();

signals:
    void finished(stationer::SlotId account, const stationer::Report& report); ///< a single test, and it is shown

private:
    void connectOne();
    void connectMany();
    void connectPanel();
    void test(SlotId account);
    void onBegan(SlotId account, const Endpoint& server, Depth depth);
    void onReported(SlotId account, const Report& report);
    void review(SlotId account, const std::function<void()>& testAgain);
    void testSettled(SlotId except);
    void askForPassword(SlotId account);
    void showTest();
    void showNextSteps();
    void askForMessage(SlotId account);
    void askForAlarm(SlotId recipient);
    void prove(SlotId recipient, const AccountOrders::Errand& errand);
    void apply(SlotId account, const Remedy& remedy);
    void applyLookedUp(SlotId account, const Remedy& remedy, const QString& host);
    void showChoices(SlotId account); ///< None: no account is shown
    void showNow();
    void saveReport(SlotId account, const QString& text);
    void copyReports();

    Rooms m_rooms;
    AccountRun m_one, m_many;
    std::function<void()> m_next;    ///< asked for while another one ran, which is cancelled for it
    QString m_recipient;             ///< of the last test message
    AccountOrders::Errand m_proof;   ///< of the last alarm
    SlotId m_running = SlotId::None; ///< from its first stage on; before that its password may be asked for
    Endpoint m_server;               ///< of the one that runs
};

} // namespace stationer
