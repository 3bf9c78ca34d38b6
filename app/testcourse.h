#pragma once

#include "connection/report.h"
#include "diagnosis/diagnosis.h"
#include "station/slotid.h"

#include <QObject>
#include <QString>

namespace stationer {

class AccountPasswords;
class AccountTests;
class LastTests;
class MainWindow;
class OpenStation;
class TestModel;
class TrustCourse;

/// One account's connection test on its way through the window: from the button to the panel, the challenge where there is one,
/// and again. What runs the test is AccountTests; this puts it before the user.
class TestCourse : public QObject {
    Q_OBJECT
public:
    struct Rooms {
        OpenStation& station;
        LastTests& lastTests;
        TestModel& stages;
        AccountTests& tests;
        AccountPasswords& passwords;
        TrustCourse& trust;
        MainWindow& window;
    };
    explicit TestCourse(const Rooms& rooms);

    /// What the panel says of the account that tests are about, and the sheet of the password, now.
    void show();
    /// Puts an account's challenge before the user and tests again by the answer.
    void review(SlotId account);

signals:
    void finished(stationer::SlotId account, const stationer::Report& report); ///< and is shown
    void answered(stationer::SlotId account);                                  ///< its challenge, and it is tested again

private:
    void connectTests();
    void connectPanel();
    void onFinished(SlotId account, const Report& report);
    void showTest();
    void askForMessage(SlotId account);
    void apply(const Remedy& remedy);
    void showChoices(SlotId account); ///< None: no account is shown
    void showNow();
    void showRunning();
    void saveReport(const QString& text);

    Rooms m_rooms;
    QString m_recipient;             ///< of the last test message
    SlotId m_running = SlotId::None; ///< from its first stage on; before that its password may be asked for
    Endpoint m_server;               ///< of the one that runs
};

} // namespace stationer
