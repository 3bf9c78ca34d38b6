#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace stationer {

class PlainLabel;
class StationFiles;
class Wishes;

/// What stands in the window while no station is open: open, new, recent files, and the demo.
class StartPage : public QWidget {
    Q_OBJECT
public:
    StartPage(StationFiles& files, Wishes& wishes, QWidget* parent = nullptr);
    void setRecentFiles(const QStringList& paths);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showMark();

    StationFiles& m_files;
    PlainLabel* m_mark;
    QWidget* m_recent;
    QVBoxLayout* m_recentLayout;
};

} // namespace stationer
