// A plugin for the desktop (QT_QPA_GENERIC_PLUGINS=trustprobe) that uses the Certificate Manager of a station with very many
// certificates and prints, for each thing it does, the longest time for which the event loop did not come round. So the
// program measured is the one that is shipped.

#include <QAction>
#include <QApplication>
#include <QGenericPlugin>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

namespace {

constexpr auto betweenTicks = 2ms, longEnough = 8ms, untilItRests = 700ms;

class Course : public QObject {
public:
    Course()
    {
        makeSteps();
        connect(&m_tick, &QTimer::timeout, this, &Course::tick);
        m_tick.setTimerType(Qt::PreciseTimer);
        m_tick.start(betweenTicks);
    }

private:
    struct Step {
        const char* name;
        std::function<void()> act;
        Milliseconds longest{};
    };

    template <class Widget>
    Widget* named(const char* name, QWidget* in = nullptr) const
    {
        for (QWidget* window : in ? QWidgetList{in} : QApplication::topLevelWidgets())
            if (auto* found = window->findChild<Widget*>(QString::fromLatin1(name)))
                return found;
        std::printf("there is no %s\n", name);
        std::exit(1);
    }
    void show(int tab) const { named<QTabWidget>("trustTabs")->setCurrentIndex(tab); }
    QWidget* shown() const { return named<QTabWidget>("trustTabs")->currentWidget(); }
    QTableView* roots() const { return named<QTableView>("userTrustStore"); }
    void type(char key) const
    {
        auto* filter = named<QLineEdit>("trustFilter", shown());
        QCoreApplication::postEvent(filter, new QKeyEvent(QEvent::KeyPress, 0, Qt::NoModifier, QString(QLatin1Char(key))));
    }
    void add(const char* name, std::function<void()> act) { m_steps.push_back({name, std::move(act)}); }
    void addTable(const char* filter, const char* sort, const char* back)
    {
        for (const char key : {'1', '7', '3'})
            add(filter, [this, key] { type(key); });
        add(back, [this] { named<QLineEdit>("trustFilter", shown())->clear(); });
        for (const int column : {1, 4, 0})
            add(sort, [this, column] { shown()->findChild<QTableView*>()->sortByColumn(column, Qt::DescendingOrder); });
    }
    void makeSteps();
    void tick();

    QTimer m_tick;
    std::vector<Step> m_steps;
    std::size_t m_at = 0;
    bool m_isActing = false;
    Clock::time_point m_lastTick = Clock::now(), m_lastUnrest = Clock::now();
    Clock::duration m_longest{};
};

void Course::makeSteps()
{
    add("start", [] {});
    add("Certificate Manager", [this] { named<QAction>("toolsTrust")->trigger(); });
    add("System Trust Store", [this] { show(1); });
    add("User Trust Store", [this] { show(2); });
    addTable("roots: filter, each key", "roots: sort", "roots: filter emptied");
    add("roots: 100 selected", [this] {
        QAbstractItemModel* model = roots()->model();
        const int last = std::min(100, model->rowCount()) - 1;
        roots()->selectionModel()->select({model->index(0, 0), model->index(last, 0)},
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    });
    add("roots: 100 deleted", [this] { named<QPushButton>("deleteRoot")->click(); });
    add("roots: undo of it", [this] { named<QAction>("trustUndo")->trigger(); });
    add("roots: all selected", [this] { roots()->selectAll(); });
    add("roots: all deleted", [this] { named<QPushButton>("deleteRoot")->click(); });
    add("roots: undo of it", [this] { named<QAction>("trustUndo")->trigger(); });
    add("Allowed Hosts", [this] { show(3); });
    addTable("hosts: filter, each key", "hosts: sort", "hosts: filter emptied");
    add("closed", [this] { shown()->window()->close(); });
    add("Certificate Manager again", [this] { named<QAction>("toolsTrust")->trigger(); });
}

void Course::tick()
{
    const auto busy = Clock::now() - std::exchange(m_lastTick, Clock::now()) - betweenTicks;
    m_longest = std::max(m_longest, Clock::duration(busy));
    if (busy > longEnough)
        m_lastUnrest = Clock::now();
    if (m_isActing) {
        if (Clock::now() - m_lastUnrest < untilItRests)
            return;
        m_steps[m_at++].longest = m_longest;
        m_isActing = false;
    }
    if (m_at == m_steps.size()) {
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            Milliseconds longest = m_steps[i].longest;
            for (; i + 1 < m_steps.size() && m_steps[i + 1].name == m_steps[i].name; ++i)
                longest = std::max(longest, m_steps[i + 1].longest);
            std::printf("%-28s %8.1f ms\n", m_steps[i].name, longest.count());
        }
        std::fflush(stdout);
        std::_Exit(0);
    }
    m_isActing = true;
    m_longest = {};
    m_lastTick = m_lastUnrest = Clock::now();
    m_steps[m_at].act();
}

} // namespace

class TrustProbePlugin : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "trustprobe.json")
public:
    QObject* create(const QString&, const QString&) override { return new Course; }
};

#include "trustprobe.moc"
