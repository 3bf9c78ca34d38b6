#pragma once

#include "connection/report.h"
#include "items/roles.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace stationer {

/// The stages of one connection test as rows for the waterfall: of the one that is running, fed by the signals of
/// ConnectionTest, or of a finished one, with the run before it beside it. A running test goes on being followed while
/// another's report is shown. Rows that are still to come are there from the start, as not reached; the running one grows.
/// Stages that a finished test skipped for the same reason share a row, after those that ran.
class TestModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { StageColumn, StatusColumn, DurationColumn, DetailColumn, ColumnCount };
    using Clock = std::function<std::chrono::nanoseconds()>; ///< a time that only goes forward

    explicit TestModel(QObject* parent = nullptr);
    explicit TestModel(Clock clock, QObject* parent = nullptr);

    void clear();
    /// A test starts: all of its stages, none reached.
    void begin(Depth depth, bool awaitsArrival = false);
    void beginStage(Stage stage);             ///< ConnectionTest::stageBegan
    void endStage(const StageRecord& record); ///< ConnectionTest::stageEnded
    void showRunning();                       ///< the one that began last again
    /// A finished one, and the run of the same account before it, if there was one.
    void show(const Report& report, const Report* earlier = nullptr);

    /// The stage that runs, and for how long: `Greeting · 4 s`; empty between two stages.
    QString runningStage() const;

    /// The time that the longest bar ends at, the earlier run's too; the waterfall's full width.
    std::chrono::nanoseconds span() const;
    bool hasEarlier() const { return !m_isLive && !m_earlier.isEmpty(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override; ///< and the roles of TestRole
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    enum class State { Waiting, Running, Ended };
    struct Row {
        StageRecord record;
        State state = State::Waiting;
        QList<Stage> others = {}; ///< skipped like this one
    };
    const QList<Row>& rows() const { return m_isLive ? m_live : m_finished; }
    int liveRowOf(Stage stage) const;
    void changeLive(int row, const Row& to);
    void insertToken();
    void addSkipped(const StageRecord& record);
    void tick();
    std::chrono::nanoseconds durationOf(const Row& row) const;

    Clock m_clock;
    std::chrono::nanoseconds m_began{};
    QList<Row> m_live;     ///< of the test that began last
    QList<Row> m_finished; ///< of the report that is shown
    QHash<Stage, StageRecord> m_earlier;
    bool m_isLive = false;
    QTimer m_ticks; ///< while a stage is running
};

} // namespace stationer
