#pragma once

#include "items/roles.h"
#include "items/trustcell.h"
#include "rows/accountrow.h"
#include "rows/sheetnote.h"
#include "rows/sheetrow.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

#include <optional>

namespace stationer {

class LastTests;
class OpenStation;

/// The accounts below one component, the EmailService as a rule, as a table in the order of the file. Follows edits and
/// tests row by row, so that a run over many accounts costs what changed. The cells that show a property can be edited: by
/// the same rules as on the property sheet, each edit one undo step of the station.
class AccountsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        ProtocolColumn,
        HostColumn,
        PortColumn,
        SecurityColumn,
        AccountColumn,
        CertificateColumn,
        LastTestColumn,
        StationColumn,
        DirectionColumn,
        EnabledColumn,
        PollRateColumn,
        ColumnCount,
    };

    /// Both must outlive the model.
    AccountsModel(OpenStation& station, const LastTests& tests, QObject* parent = nullptr, Clock clock = {});

    void show(SlotId component); ///< None: nothing
    SlotId component() const { return m_component; }

    const QList<AccountRow>& rows() const { return m_rows; }
    SlotId accountAt(int row) const; ///< None outside
    int rowOf(SlotId account) const; ///< -1 where it is not shown

    /// Where accounts are in a run; an account that is not shown is remembered.
    void setState(const QList<SlotId>& accounts, RunState state);

    /// What a cell edits, as a row of the property sheet has it; the name and the security, which are no slots, in the same
    /// form. Nothing where the cell only shows.
    std::optional<SheetRow> property(const QModelIndex& index) const;
    bool isReadOnly() const;                             ///< the whole station
    QString whyReadOnly(const QModelIndex& index) const; ///< a sentence; empty where the cell can be edited
    /// Sets one column of these accounts, in the encoding of property(), as one undo step. Returns the sentence of a
    /// refusal, empty where it was done; then note() says what there is to say of it.
    QString setValue(const QList<SlotId>& accounts, Column column, const QString& value);
    /// Of the last edit here: why it was refused, or what it brought along. It goes with the next change of the station.
    const std::optional<SheetNote>& note() const { return m_note; }
    QString applyRemedy(); ///< of the note; returns the sentence of a refusal
    void refuse(const QString& sentence);
    void dropNote() { say(std::nullopt); }

    QDateTime now() const { return m_clock(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override; ///< and AccountsRole
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

signals:
    void noteChanged();
    void summaryChanged(); ///< rows came, went, or a test's state changed

private:
    AccountRow rowFor(SlotId account) const;
    void follow(const QList<SlotId>& touched);
    void followList();
    void refresh(SlotId account);
    void noteRows();
    bool isEditable(SlotId account, Column column) const;
    QString rename(SlotId account, const QString& shownName);
    void say(std::optional<SheetNote> note);
    std::optional<SheetNote> noteOf(SlotId account, Column column) const;

    OpenStation& m_station;
    const LastTests& m_tests;
    Clock m_clock;
    SlotId m_component = SlotId::None;
    QList<AccountRow> m_rows;
    QHash<SlotId, int> m_rowOf;
    QHash<SlotId, RunState> m_states;
    std::optional<SheetNote> m_note;
    SlotId m_noted = SlotId::None; ///< whose note it is
    bool m_isEditing = false;      ///< the change that is followed is this model's own
};

} // namespace stationer
