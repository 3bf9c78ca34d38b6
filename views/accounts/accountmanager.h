#pragma once

#include "views/nav/arrangeactions.h"

#include <QList>
#include <QTimer>
#include <QWidget>

class QMenu;
class QPushButton;
class QSettings;
class QSortFilterProxyModel;
class QSplitter;
class QStackedWidget;

namespace stationer {

class AccountsBar;
class AccountsModel;
class AccountsTable;
class LinkButton;
class MessageBar;
class PlainLabel;
class StructureEdits;
class ValidityPane;
class ViewHeader;
class Wishes;

/// The Email Account Manager: all accounts below the EmailService in a table that can be sorted, filtered and edited in
/// place, Test All with its progress, in one sentence how the accounts stand, and when their certificates end. It edits
/// properties through its model and brings accounts and takes them through `edits`, of which it shows what comes here; it
/// runs nothing.
class AccountManager : public QWidget {
    Q_OBJECT
public:
    AccountManager(AccountsModel& model, StructureEdits& edits, Wishes& wishes, QWidget* parent = nullptr);

    ViewHeader& header() { return *m_header; }
    AccountsTable* table() const { return m_table; }
    /// The one that is selected; None where none is, or several.
    SlotId current() const;
    QList<SlotId> selected() const; ///< in the order of the file
    void select(SlotId account) { select(QList{account}); }
    void select(const QList<SlotId>& accounts);
    void keepSelectionInSight(); ///< after the view became lower
    void arrange(Arranging what, const QList<SlotId>& accounts);
    void setEnabledOf(const QList<SlotId>& accounts, bool areEnabled);
    ValidityPane* validity() const { return m_validity; }
    /// Takes what is being typed in a cell, before a test or a save.
    void commit();
    bool abandon(); ///< true where something was being typed
    void focusFilter();
    QMenu* makeMenu();       ///< of the selected rows; the caller owns it
    QMenu* makeColumnMenu(); ///< which columns are shown

    void showProgress(int done, int total);
    void showRunEnded(bool isCancelled);

    void restore(const QSettings& settings);
    void remember(QSettings& settings) const;

signals:
    void currentChanged(stationer::SlotId account);

private:
    QWidget* makeFoot();
    void connectTable();
    void connectEditing();
    void connectValidity();
    void addEditing(QMenu& menu);
    void add(const QString& type);
    void beginWith(SlotId account); ///< one that was just added: what it needs first can be typed at once
    void rename(SlotId account);    ///< in its cell
    void showNote();
    void fitPane();
    void follow();
    void answer(SlotId account);
    SlotId accountAt(const QModelIndex& shown) const;

    AccountsModel& m_model;
    StructureEdits& m_edits;
    Wishes& m_wishes;
    QSortFilterProxyModel* m_proxy;
    ViewHeader* m_header;
    AccountsBar* m_bar;
    AccountsTable* m_table;
    QStackedWidget* m_stack;
    QSplitter* m_splitter;
    MessageBar* m_message;
    ValidityPane* m_validity;
    PlainLabel* m_summary = nullptr;
    LinkButton* m_failing = nullptr;
    QPushButton* m_copy = nullptr;
    QTimer m_soon; ///< many rows may change at once: what depends on all of them follows a moment later
    SlotId m_current = SlotId::None;
    bool m_wasCancelled = false;
    bool m_isSelecting = false; ///< the chart follows the table and the table the chart, one at a time
};

} // namespace stationer
