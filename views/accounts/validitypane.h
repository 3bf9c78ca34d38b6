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

/// When the certificates of all accounts end: one sentence, and under a title that folds it the chart. It follows a selection and has one;
/// it knows no table.
class ValidityPane : public QWidget {
    Q_OBJECT
public:
    explicit ValidityPane(AccountsModel& accounts, QWidget* parent = nullptr);

    void filterBy(const QString& text);
    void select(const QList<SlotId>& accounts, SlotId current);
    void follow(); ///< after rows changed
    ValidityChart* chart() const { return m_chart; }
    bool isUnfolded() const;
    int wholeHeight() const; ///< more would stay empty
    void setUnfolded(bool isUnfolded);

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
};

} // namespace stationer
