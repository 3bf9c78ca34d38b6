#pragma once

#include "items/accountrow.h"
#include "items/trustcell.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

namespace stationer {

class LastTests;
class OpenStation;

/// The accounts below one component, the EmailService as a rule, as a table in the order of the file. Follows edits and tests row
/// by row, so that a run over many accounts costs what changed. It shows values; what changes them is OpenStation.
class AccountsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        HostColumn,
        PortColumn,
        SecurityColumn,
        AccountColumn,
        CertificateColumn,
        LastTestColumn,
        DirectionColumn,
        ProtocolColumn,
        EnabledColumn,
        PollRateColumn,
        ColumnCount,
    };

    /// Both must outlive the model.
    AccountsModel(const OpenStation& station, const LastTests& tests, QObject* parent = nullptr, Clock clock = {});

    void show(SlotId component); ///< None: nothing
    SlotId component() const { return m_component; }

    const QList<AccountRow>& rows() const { return m_rows; }
    SlotId accountAt(int row) const; ///< None outside
    int rowOf(SlotId account) const; ///< -1 where it is not shown

    /// Where accounts are in a run; an account that is not shown is remembered.
    void setState(const QList<SlotId>& accounts, RunState state);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override; ///< and AccountsRole
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void summaryChanged(); ///< rows came, went, or a test's state changed

private:
    AccountRow rowFor(SlotId account) const;
    void follow(const QList<SlotId>& touched);
    void followList();
    void refresh(SlotId account);
    void noteRows();

    const OpenStation& m_station;
    const LastTests& m_tests;
    Clock m_clock;
    SlotId m_component = SlotId::None;
    QList<AccountRow> m_rows;
    QHash<SlotId, int> m_rowOf;
    QHash<SlotId, RunState> m_states;
};

} // namespace stationer
