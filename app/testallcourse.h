#pragma once

#include "station/slotid.h"

#include <QObject>

namespace stationer {

class AccountPasswords;
class AccountTests;
class AccountsModel;
class LastTests;
class MainWindow;
class OpenStation;
class TestAll;
class TrustCourse;

/// A run over many accounts on its way through the window: from the Account Manager's buttons to its rows, and what the rows wait
/// for. A challenge opens only where the user asks for it, one for all accounts of the same host, port and certificate: when it
/// was answered, every account whose challenge that settles is tested again.
class TestAllCourse : public QObject {
    Q_OBJECT
public:
    struct Rooms {
        OpenStation& station;
        LastTests& lastTests;
        AccountsModel& accounts;
        TestAll& run;
        AccountTests& tests;
        AccountPasswords& passwords;
        TrustCourse& trust;
        MainWindow& window;
    };
    explicit TestAllCourse(const Rooms& rooms);

    /// Tests the accounts again whose last challenge is answered by what the stores hold now, but for `except`.
    void testSettled(SlotId except = SlotId::None);

private:
    void review(SlotId account);
    void askPassword(SlotId account);
    void copyReports();

    Rooms m_rooms;
};

} // namespace stationer
