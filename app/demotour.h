#pragma once

#include "station/slotid.h"

#include <QObject>

namespace stationer {

class DemoHint;
class MainWindow;
class OpenStation;
class TestCourse;
struct Report;

/// Ticks the steps of the demo off as the user takes them, in whatever order, as long as the demo station is open.
class DemoTour : public QObject {
    Q_OBJECT
public:
    DemoTour(OpenStation& station, TestCourse& tests, MainWindow& window);

    /// On the station that is open; `account`: the path of the one that the tour is about.
    void begin(const QString& account);

private:
    bool isBegun() const;
    void lookAtSheet();
    void onTested(const Report& report);

    OpenStation& m_station;
    MainWindow& m_window;
    DemoHint& m_hint;
    QString m_account;
};

} // namespace stationer
