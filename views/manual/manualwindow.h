#pragma once

#include <QWidget>

class QListWidget;
class QUrl;

namespace stationer {

class ManualBrowser;

/// The window of the manual: its pages on the left, one of them on the right.
class ManualWindow : public QWidget {
    Q_OBJECT
public:
    ManualWindow();

    void showPage(const QString& page); ///< as manualPageAbout() names it
    ManualBrowser& browser() { return *m_browser; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void followSource(const QUrl& source);

    QListWidget* m_pages;
    ManualBrowser* m_browser;
};

} // namespace stationer
