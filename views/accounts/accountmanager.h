#pragma once

#include "station/slotid.h"

#include <QList>
#include <QTimer>
#include <QWidget>

class QMenu;
class QPushButton;
class QSettings;
class QSortFilterProxyModel;
class QStackedWidget;

namespace stationer {

class AccountsBar;
class AccountsModel;
class AccountsTable;
class PlainLabel;
class ViewHeader;

/// The Email Account Manager: all accounts below the EmailService in a table that can be sorted and filtered, Test All with its
/// progress, and in one sentence how the accounts stand. It shows a model and raises what is asked for; it runs nothing.
class AccountManager : public QWidget {
    Q_OBJECT
public:
    explicit AccountManager(AccountsModel& model, QWidget* parent = nullptr);

    ViewHeader& header() { return *m_header; }
    AccountsTable* table() const { return m_table; }
    /// The one that is selected; None where none is, or several.
    SlotId current() const;
    QList<SlotId> selected() const; ///< in the order of the file
    void select(SlotId account);
    void focusFilter();
    QMenu* makeMenu();       ///< of the selected rows; the caller owns it
    QMenu* makeColumnMenu(); ///< which columns are shown

    void showProgress(int done, int total);
    void showRunEnded(bool isCancelled);

    void restore(const QSettings& settings);
    void remember(QSettings& settings) const;

signals:
    void currentChanged(stationer::SlotId account);
    void sheetRequested(stationer::SlotId account);
    void sheetOfSeveralRequested(const QList<stationer::SlotId>& accounts);
    void testAllRequested();
    void testSelectedRequested(const QList<stationer::SlotId>& accounts);
    void cancelRequested();
    void reviewRequested(stationer::SlotId account);
    void passwordRequested(stationer::SlotId account);
    void addRequested(const QString& type);
    void renameRequested(stationer::SlotId account);
    void deleteRequested(stationer::SlotId account);
    void reportRequested(); ///< of all tests, to be copied

private:
    QWidget* makeFoot();
    void connectTable();
    void follow();
    void answer(SlotId account);
    SlotId accountAt(const QModelIndex& shown) const;

    AccountsModel& m_model;
    QSortFilterProxyModel* m_proxy;
    ViewHeader* m_header;
    AccountsBar* m_bar;
    AccountsTable* m_table;
    QStackedWidget* m_stack;
    PlainLabel* m_summary = nullptr;
    QPushButton* m_copy = nullptr;
    QTimer m_soon; ///< many rows may change at once: what depends on all of them follows a moment later
    SlotId m_current = SlotId::None;
    bool m_wasCancelled = false;
};

} // namespace stationer
