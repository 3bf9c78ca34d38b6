#pragma once

#include "catalogue/change.h"
#include "rows/sheetnote.h"
#include "rows/sheetrow.h"
#include "session/openstation.h"

#include <QAbstractListModel>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace stationer {

class LastTests;

/// The property sheet of one component, or of several of one type together: one row a slot, in the order they are shown. The
/// sheet takes a row as it is; a view that knows nothing of sheets finds value, meaning and note in Qt's own roles. While
/// the same components stay shown, rows change by dataChanged and come and go one by one, never by a reset: every row has an
/// editor that is always open.
class PropertySheetModel : public QAbstractListModel {
    Q_OBJECT
public:
    /// Both must outlive the model.
    PropertySheetModel(OpenStation& station, const LastTests& tests, QObject* parent = nullptr);

    void show(SlotId component);                ///< None shows nothing
    void show(const QList<SlotId>& components); ///< of one type; otherwise only the first is shown
    SlotId component() const { return m_components.isEmpty() ? SlotId::None : m_components.first(); }
    const QList<SlotId>& components() const { return m_components; }

    const SheetRow& row(int row) const { return m_rows[row]; }
    int rowOf(QStringView slot) const; ///< -1 where there is no such row
    QString slotAt(int row) const;

    /// Each is one undo step and returns the sentence of a refusal, empty where it was done. A refusal also stands as the
    /// row's note until the row is set again or the sheet shows something else; the value in the station is then as it was.
    QString setValue(int row, const QString& value, OpenStation::Entry entry = OpenStation::Entry::Committed);
    QString reset(int row);
    QString applyRemedy(int row);               ///< the remedy of the row's note
    void endTyping() { m_station.endTyping(); } ///< what is typed next is a step of its own

    /// What is said above the rows, such as «This station has no EmailService.», with the label of its remedy; empty:
    /// nothing.
    QString banner() const;
    QString bannerRemedy() const;
    QString applyBannerRemedy();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void componentChanged(); ///< another component is shown, or the shown one went
    void bannerChanged();
    void refused(int row, const QString& sentence);
    void added(stationer::SlotId component); ///< by the banner's remedy

private:
    QList<SheetRow> currentRows() const;
    void update();
    void tellChanged(int row, const SheetRow& before);
    void noteBanner();
    QString take(int row, const std::function<std::optional<ChangeFault>()>& step);

    OpenStation& m_station;
    const LastTests& m_tests;
    QList<SlotId> m_components;
    QList<SheetRow> m_rows;
    QHash<QString, SheetNote> m_refusals; ///< by slot
    QString m_banner;
    bool m_wasReadOnly = false; ///< the station, when these rows were shown
};

} // namespace stationer
