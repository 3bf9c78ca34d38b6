#pragma once

#include "connection/report.h"
#include "items/roles.h"

#include <QAbstractTableModel>
#include <QList>

#include <chrono>
#include <optional>

namespace stationer {

/// The stages of one connection test, running or finished, as rows for the waterfall. Fed by the signals of ConnectionTest, or by
/// a whole report. Rows that are still to come are there from the start, as not reached.
class TestModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { StageColumn, StatusColumn, DurationColumn, DetailColumn, ColumnCount };

    explicit TestModel(QObject* parent = nullptr);

    void clear();
    void begin(Depth depth);                  ///< a test starts: all of its stages, none reached
    void beginStage(Stage stage);             ///< ConnectionTest::stageBegan
    void endStage(const StageRecord& record); ///< ConnectionTest::stageEnded
    void show(const Report& report);          ///< a finished one

    /// The time that the longest bar ends at; the waterfall's full width.
    std::chrono::nanoseconds span() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override; ///< and the roles of TestRole
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    enum class State { Waiting, Running, Ended };
    struct Row {
        StageRecord record;
        State state = State::Waiting;
    };
    int rowOf(Stage stage) const;

    QList<Row> m_rows;
};

/// `3 ms`, `0.4 ms`, `2.1 s`.
QString shownDuration(std::chrono::nanoseconds duration);

} // namespace stationer
