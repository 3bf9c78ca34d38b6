#include "items/testmodel.h"

#include "diagnosis/stagewords.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr std::array alwaysThere{Stage::Settings, Stage::Resolve,  Stage::Connect,      Stage::Greeting, Stage::StartTls,
                                 Stage::Tls,      Stage::Identity, Stage::Capabilities, Stage::Login};
constexpr std::chrono::milliseconds tickTime{60};

} // namespace

TestModel::TestModel(QObject* parent) : TestModel([] { return std::chrono::steady_clock::now().time_since_epoch(); }, parent)
{
}

TestModel::TestModel(Clock clock, QObject* parent) : QAbstractTableModel(parent), m_clock(std::move(clock))
{
    m_ticks.setInterval(tickTime);
    connect(&m_ticks, &QTimer::timeout, this, &TestModel::tick);
}

void TestModel::clear()
{
    beginResetModel();
    m_live.clear();
    m_finished.clear();
    m_earlier.clear();
    m_ticks.stop();
    endResetModel();
}

void TestModel::begin(Depth depth, bool awaitsArrival)
{
    beginResetModel();
    m_live.clear();
    m_began = m_clock();
    m_isLive = true;
    m_ticks.stop();
    const auto add = [this](Stage stage) {
        Row row;
        row.record.stage = stage;
        m_live += row;
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
    if (awaitsArrival)
        add(Stage::Arrival);
    endResetModel();
}

void TestModel::beginStage(Stage stage)
{
    if (stage == Stage::Token && liveRowOf(stage) < 0)
        insertToken();
    const int row = liveRowOf(stage);
    if (row < 0)
        return;
    Row running{m_live[row].record, State::Running};
    running.record.begin = m_clock() - m_began;
    m_ticks.start();
    changeLive(row, running);
}

/// Whether a token is fetched shows when that begins: after the settings.
void TestModel::insertToken()
{
    Row row;
    row.record.stage = Stage::Token;
    if (m_isLive)
        beginInsertRows({}, 1, 1);
    m_live.insert(1, row);
    if (m_isLive)
        endInsertRows();
}

void TestModel::endStage(const StageRecord& record)
{
    const int row = liveRowOf(record.stage);
    if (row < 0)
        return;
    changeLive(row, Row{record, State::Ended});
    if (std::ranges::none_of(m_live, [](const Row& one) { return one.state == State::Running; }))
        m_ticks.stop();
}

void TestModel::changeLive(int row, const Row& to)
{
    m_live[row] = to;
    if (m_isLive)
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void TestModel::tick()
{
    for (int row = 0; m_isLive && row < m_live.size(); ++row)
        if (m_live[row].state == State::Running)
            emit dataChanged(index(row, StatusColumn), index(row, DurationColumn));
}

void TestModel::showRunning()
{
    beginResetModel();
    m_isLive = true;
    endResetModel();
}

void TestModel::show(const Report& report, const Report* earlier)
{
    beginResetModel();
    m_isLive = false;
    m_finished.clear();
    m_earlier.clear();
    for (const StageRecord& record : report.stages)
        if (record.status != StageStatus::Skipped)
            m_finished += Row{record, State::Ended};
    for (const StageRecord& record : report.stages)
        if (record.status == StageStatus::Skipped)
            addSkipped(record);
    if (earlier)
        for (const StageRecord& record : earlier->stages)
            if (record.status != StageStatus::Skipped)
                m_earlier.insert(record.stage, record);
    endResetModel();
}

void TestModel::addSkipped(const StageRecord& record)
{
    const auto same = std::ranges::find_if(m_finished, [&record](const Row& row) {
        return row.record.status == StageStatus::Skipped && shownDetail(row.record) == shownDetail(record);
    });
    if (same == m_finished.end())
        m_finished += Row{record, State::Ended};
    else
        same->others += record.stage;
}

QString TestModel::runningStage() const
{
    for (const Row& row : m_live) {
        if (row.state != State::Running)
            continue;
        const auto seconds = std::chrono::floor<std::chrono::seconds>(durationOf(row)).count();
        return seconds < 1 ? labelOf(row.record.stage)
                           //: The stage that runs, such as «Greeting», and for how many seconds
                           : tr("%1 · %2 s").arg(labelOf(row.record.stage)).arg(seconds);
    }
    return {};
}

std::chrono::nanoseconds TestModel::durationOf(const Row& row) const
{
    return row.state == State::Running ? m_clock() - m_began - row.record.begin : row.record.duration;
}

std::chrono::nanoseconds TestModel::span() const
{
    std::chrono::nanoseconds end{};
    for (const Row& row : rows())
        end = std::max(end, row.record.begin + durationOf(row));
    if (hasEarlier())
        for (const StageRecord& record : m_earlier)
            end = std::max(end, record.begin + record.duration);
    return end;
}

int TestModel::liveRowOf(Stage stage) const
{
    const auto found = std::ranges::find_if(m_live, [stage](const Row& row) { return row.record.stage == stage; });
    return found == m_live.end() ? -1 : int(found - m_live.begin());
}

int TestModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(rows().size());
}

int TestModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TestModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = rows()[index.row()];
    const bool hasEnded = row.state == State::Ended;
    if (role == Qt::DisplayRole) {
        switch (Column(index.column())) {
        case StageColumn: {
            QStringList names{labelOf(row.record.stage)};
            for (const Stage other : row.others)
                names += labelOf(other);
            return names.join(u", "_s);
        }
        case StatusColumn:
            return hasEnded ? labelOf(row.record.status) : row.state == State::Running ? tr("running") : QString();
        case DurationColumn:
            return row.state == State::Running || (hasEnded && row.record.status != StageStatus::Skipped)
                       ? shownDuration(durationOf(row))
                       : QString();
        case DetailColumn:
            return shownDetail(row.record);
        case ColumnCount:
            break;
        }
        return {};
    }
    if (role < int(TestRole::Stage) || role > int(TestRole::EarlierDuration))
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
        return qint64(durationOf(row).count());
    case TestRole::Detail:
        return shownDetail(row.record);
    case TestRole::EarlierBegin:
    case TestRole::EarlierDuration:
        if (const auto earlier = m_earlier.constFind(row.record.stage); hasEarlier() && earlier != m_earlier.constEnd())
            return qint64((TestRole(role) == TestRole::EarlierBegin ? earlier->begin : earlier->duration).count());
        return {};
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

} // namespace stationer
