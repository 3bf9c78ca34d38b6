#pragma once

#include <QObject>

namespace stationer {

class MainWindow;
class OpenHandover;
class Wishes;

/// The handover sheet on its way through the window: shown, ticked, saved as a page.
class HandoverCourse : public QObject {
    Q_OBJECT
public:
    struct Rooms {
        OpenHandover& handover;
        Wishes& wishes;
        MainWindow& window;
    };
    explicit HandoverCourse(const Rooms& rooms);

    void open();

private:
    Rooms m_rooms;
};

} // namespace stationer
