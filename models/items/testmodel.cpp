#include "items/testmodel.h"

#include "connection/stagewords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace stationer {

namespace {

constexpr std::array alwaysThere{Stage::Settings, Stage::Resolve,  Stage::Connect,      Stage::Greeting, Stage::StartTls,
                                 Stage::Tls,      Stage::Identity, Stage::Capabilities, Stage::Login};

} // namespace

TestModel::TestModel(QObject* parent) : QAbstractTableModel(parent) {}

void TestModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void TestModel::begin(Depth depth)
{
    beginResetModel();
    m_rows.clear();
    const auto add = [this](Stage stage) {
        Row row;
        row.record.stage = stage;
        m_rows += row;
    };
    std::ranges::for_each(alwaysThere, add);
    switch (depth) {
    case Depth::Connect:
    case Depth::Login:
        break;
    case Depth::Envelope:
        add(Stage::Envelope);
        break;
    case Depth::Message:
        add(Stage::Message);
        break;
    }
    endResetModel();
}

void TestModel::beginStage(Stage stage)
{
    const int row = rowOf(stage);
    if (row < 0)
        return;
    m_rows[row].state = State::Running;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void TestModel::endStage(const StageRecord& record)
{
    const int row = rowOf(record.stage);
    if (row < 0)
        return;
    m_rows[row] = Row{record, State::Ended};
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void TestModel::show(const Report& report)
{
    beginResetModel();
    m_rows.clear();
    for (const StageRecord& record : report.stages)
        m_rows += Row{record, State::Ended};
    endResetModel();
}

std::chrono::nanoseconds TestModel::span() const
{
    std::chrono::nanoseconds end{};
    for (const Row& row : m_rows)
        end = std::max(end, row.record.begin + row.record.duration);
    return end;
}

int TestModel::rowOf(Stage stage) const
{
    const auto found = std::ranges::find_if(m_rows, [stage](const Row& row) { return row.record.stage == stage; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int TestModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TestModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TestModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[index.row()];
    const bool hasEnded = row.state == State::Ended;
    if (role == Qt::DisplayRole) {
        switch (Column(index.column())) {
        case StageColumn:
            return labelOf(row.record.stage);
        case StatusColumn:
            return hasEnded ? labelOf(row.record.status) : QString();
        case DurationColumn:
            return hasEnded && row.record.status != StageStatus::Skipped ? shownDuration(row.record.duration) : QString();
        case DetailColumn:
            return shownDetail(row.record);
        case ColumnCount:
            break;
        }
        return {};
    }
    if (role < int(TestRole::Stage) || role > int(TestRole::Detail))
        return {};
    switch (TestRole(role)) {
    case TestRole::Stage:
        return int(row.record.stage);
    case TestRole::Status:
        return hasEnded ? QVariant(int(row.record.status)) : QVariant();
    case TestRole::IsRunning:
        return row.state == State::Running;
    case TestRole::Begin:
        return qint64(row.record.begin.count());
    case TestRole::Duration:
        return qint64(row.record.duration.count());
    case TestRole::Detail:
        return shownDetail(row.record);
    }
    return {};
}

QVariant TestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case StageColumn:
        return tr("Stage");
    case StatusColumn:
        return tr("Status");
    case DurationColumn:
        return tr("Duration");
    case DetailColumn:
        return tr("Detail");
    case ColumnCount:
        break;
    }
    return {};
}

QString shownDuration(std::chrono::nanoseconds duration)
{
    const double milliseconds = std::chrono::duration<double, std::milli>(duration).count();
    const QLocale locale;
    if (milliseconds < 10)
        return QCoreApplication::translate("test", "%1 ms").arg(locale.toString(milliseconds, 'f', 1));
    if (milliseconds < 1000)
        return QCoreApplication::translate("test", "%1 ms").arg(locale.toString(milliseconds, 'f', 0));
    return QCoreApplication::translate("test", "%1 s").arg(locale.toString(milliseconds / 1000, 'f', 1));
}

} // namespace stationer
