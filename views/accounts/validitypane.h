#pragma once

#include "station/slotid.h"

#include <QList>
#include <QWidget>

class QPushButton;
class QSettings;

namespace stationer {

class AccountsModel;
class ElidedLabel;
class FoldButton;
class PlainLabel;
class ValidityChart;
class ValidityModel;

/// When the certificates of all accounts end: a line that says it in short, and below it, once one ends soon, the chart. It
/// follows a selection and has one; it knows no table.
class ValidityPane : public QWidget {
    Q_OBJECT
public:
    explicit ValidityPane(AccountsModel& accounts, QWidget* parent = nullptr);

    void filterBy(const QString& text);
    void select(const QList<SlotId>& accounts, SlotId current);
    void follow(); ///< after rows changed
    ValidityChart* chart() const { return m_chart; }
    bool isUnfolded() const;
    int wholeHeight() const;           ///< more would stay empty
    void setUnfolded(bool isUnfolded); ///< as the user wants it: it stays so
    /// Whether the user said; else it unfolds once a certificate ends within 30 days.
    bool isChosen() const { return m_isChosen; }

signals:
    void selected(const QList<stationer::SlotId>& accounts); ///< by the user, in the chart
    void opened(stationer::SlotId account);
    void menuRequested(const QPoint& global);
    void toggled(bool isUnfolded);

private:
    AccountsModel& m_accounts;
    ValidityModel* m_model;
    FoldButton* m_fold;
    ElidedLabel* m_summary;
    ValidityChart* m_chart;
    PlainLabel* m_empty;
    QWidget* m_content;
    bool m_isFollowing = false;
    bool m_isChosen = false;
};

} // namespace stationer
