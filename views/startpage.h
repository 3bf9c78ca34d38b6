#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace stationer {

class PlainLabel;

/// What stands in the window while no station is open: open, new, recent files, and the demo.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);
    void setRecentFiles(const QStringList& paths);

signals:
    void openRequested();
    void newRequested();
    void demoRequested();
    void fileRequested(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showMark();

    PlainLabel* m_mark;
    QWidget* m_recent;
    QVBoxLayout* m_recentLayout;
};

} // namespace stationer
