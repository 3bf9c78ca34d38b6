#pragma once

#include "views/nav/arrangeactions.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace stationer {

class PlainLabel;

/// The buttons of the Email Account Manager, and while a run over many accounts lasts its progress with Cancel.
class AccountsBar : public QWidget {
    Q_OBJECT
public:
    explicit AccountsBar(QWidget* parent = nullptr);

    void setEnabledFor(bool hasAccounts, bool hasSelection, bool canEdit);
    void showProgress(int done, int total);
    void showRunEnded();
    bool isRunning() const { return m_isRunning; }

signals:
    void testAllClicked();
    void testSelectedClicked();
    void arrangingClicked(stationer::Arranging what);
    void cancelClicked();
    void addChosen(const QString& type);

private:
    QPushButton* makeNew();
    QWidget* makeRun();

    QPushButton* m_testAll;
    QPushButton* m_testSelected;
    QPushButton* m_new;
    QPushButton* m_duplicate;
    QPushButton* m_delete;
    QWidget* m_run = nullptr;
    QPushButton* m_cancel = nullptr;
    PlainLabel* m_count = nullptr;
    QProgressBar* m_progress = nullptr;
    bool m_isRunning = false;
};

/// A push button that Enter does not press from elsewhere; its accessible name is its text.
QPushButton* plainButton(const QString& text, const QString& name, QWidget* parent);

} // namespace stationer
