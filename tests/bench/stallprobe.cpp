// A plugin for the desktop (QT_QPA_GENERIC_PLUGINS=stallprobe) that uses it on a large station and prints, for each thing it
// does, the longest time for which the event loop did not come round, also as a ratio to one bare Expat pass over the same
// file. So the program measured is the one that is shipped.

#include "expatoffsets.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QGenericPlugin>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

namespace {

/// A thread that asks the event loop every millisecond whether it is there, and notes how long the answer took.
class Pulse : public QObject {
public:
    Pulse() : m_thread([this] { beat(); }) {}

    /// The longest since the last question.
    Milliseconds takeLongest() { return Milliseconds(std::exchange(m_longest, Clock::duration::zero())); }

    bool event(QEvent* event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        m_longest = std::max(m_longest, Clock::now() - m_asked.load());
        m_isAsking = false;
        return true;
    }

private:
    void beat()
    {
        while (true) {
            std::this_thread::sleep_for(1ms);
            if (m_isAsking.exchange(true))
                continue;
            m_asked = Clock::now();
            QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
        }
    }

    std::atomic<Clock::time_point> m_asked = Clock::now();
    std::atomic<bool> m_isAsking = false;
    Clock::duration m_longest{};
    std::thread m_thread;
};

Milliseconds expatPass(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string xml((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    std::vector<double> took;
    for (int run = 0; run < 3; ++run) {
        const auto begin = Clock::now();
        tagOffsets(xml);
        took.push_back(Milliseconds(Clock::now() - begin).count());
    }
    std::sort(took.begin(), took.end());
    return Milliseconds(took[1]);
}

/// What a user does, one thing after the other; what follows of it by itself belongs to it.
class Course : public QObject {
public:
    Course()
    {
        connect(&m_tick, &QTimer::timeout, this, &Course::tick);
        m_tick.start(10ms);
        makeSteps();
    }

private:
    struct Step {
        const char* name;
        std::function<void()> act;
        std::function<bool()> isDone;
        Milliseconds longest{}, took{};
    };

    QTreeView* tree() const
    {
        for (QWidget* window : QApplication::topLevelWidgets())
            if (auto* found = window->findChild<QTreeView*>(QStringLiteral("navTree")))
                return found;
        return nullptr;
    }
    template <class Widget>
    Widget* named(const char* name) const
    {
        for (QWidget* window : QApplication::topLevelWidgets()) {
            if (auto* own = qobject_cast<Widget*>(window); own && own->objectName() == QLatin1String(name))
                return own;
            if (auto* found = window->findChild<Widget*>(QString::fromLatin1(name)))
                return found;
        }
        std::printf("there is no %s\n", name);
        std::exit(1);
    }
    void trigger(const char* action) const { named<QAction>(action)->trigger(); }
    QModelIndex child(const QModelIndex& parent, const char* name) const
    {
        if (tree()->model()->canFetchMore(parent))
            tree()->model()->fetchMore(parent);
        for (int row = 0; row < tree()->model()->rowCount(parent); ++row)
            if (const QModelIndex index = tree()->model()->index(row, 0, parent);
                index.data().toString() == QString::fromLatin1(name))
                return index;
        std::printf("there is no %s\n", name);
        std::exit(1);
    }
    QModelIndex root() const { return tree()->model()->index(0, 0); }
    void choose(const QModelIndex& index) const
    {
        tree()->setFocus();
        tree()->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        tree()->scrollTo(index);
    }
    static void type(QWidget* into, const QString& text)
    {
        for (const QChar c : text) {
            QCoreApplication::postEvent(into, new QKeyEvent(QEvent::KeyPress, 0, Qt::NoModifier, QString(c)));
            QCoreApplication::postEvent(into, new QKeyEvent(QEvent::KeyRelease, 0, Qt::NoModifier, QString(c)));
        }
    }
    QModelIndex drivers() const { return child(root(), "Drivers"); }

    void add(
        const char* name, std::function<void()> act, std::function<bool()> isDone = [] { return true; })
    {
        m_steps.push_back({name, std::move(act), std::move(isDone)});
    }
    /// A text typed one key after the other, as each was dealt with.
    void addTyping(
        const char* name, const char* into, const char* text, std::function<bool()> isDone = [] { return true; })
    {
        for (const char* c = text; *c; ++c)
            add(
                name, [this, into, c] { type(named<QLineEdit>(into), QString(QLatin1Char(*c))); },
                c[1] ? [] { return true; } : isDone);
    }
    void makeSteps();
    void tick();
    void report();

    Pulse m_pulse;
    QTimer m_tick;
    std::vector<Step> m_steps;
    std::size_t m_at = 0;
    bool m_isActing = false;
    int m_rows = -1;
    Clock::time_point m_began = Clock::now();
    Clock::time_point m_lastUnrest = Clock::now();
};

void Course::makeSteps()
{
    const auto hasRows = [this] { return tree() && tree()->model() && tree()->model()->rowCount() > 0; };
    const auto rest = [this] { // the filter's rows come by and by
        int rows = 0;
        for (QModelIndex index = root(); index.isValid();
             index = tree()->model()->index(index.model()->rowCount(index) - 1, 0, index))
            rows += tree()->model()->rowCount(index);
        return std::exchange(m_rows, rows) == rows;
    };
    add(
        "open, until it rests", [] {}, hasRows);
    add("expand 1,500 children", [this] { tree()->expand(drivers()); });
    addTyping("filter, each key", "navFilter", "device77", rest);
    add("filter emptied", [this] { named<QLineEdit>("navFilter")->clear(); });
    add("account chosen", [this] { choose(child(child(child(root(), "Services"), "EmailService"), "OutgoingAccount")); });
    add("edit: first key", [this] {
        named<QLineEdit>("hostname")->setFocus();
        type(named<QLineEdit>("hostname"), QStringLiteral("m"));
    });
    addTyping("edit: more keys", "hostname", "ail");
    add("undo of it", [this] { trigger("editUndo"); });
    add("redo of it", [this] { trigger("editRedo"); });
    add("rename: dialog", [this] {
        choose(child(drivers(), "Device7"));
        trigger("navRename");
    });
    add("rename", [this] {
        named<QLineEdit>("newName")->setText(QStringLiteral("Renamed"));
        named<QPushButton>("confirmRename")->click();
    });
    add("undo of it", [this] { trigger("editUndo"); });
    add("copy of 700 elements", [this] {
        choose(child(drivers(), "Device8"));
        trigger("navCopy");
    });
    add("paste of 700 elements", [this] {
        choose(drivers());
        trigger("navPaste");
    });
    add("undo of it", [this] { trigger("editUndo"); });
    add("delete of 700 elements", [this] {
        choose(child(drivers(), "Device9"));
        trigger("navDelete");
    });
    add("undo of it", [this] { trigger("editUndo"); });
    add("redo of it", [this] { trigger("editRedo"); });
    add("Find References", [this] {
        choose(child(child(child(root(), "Services"), "EmailService"), "OutgoingAccount"));
        trigger("navFindReferences");
    });
    add("its dialog closed", [this] { named<QDialog>("referencesDialog")->close(); });
    add(
        "save", [this] { trigger("fileSave"); }, [this] { return !named<QWidget>("mainWindow")->isWindowModified(); });
    add("edit after saving", [this] {
        named<QLineEdit>("hostname")->setFocus();
        type(named<QLineEdit>("hostname"), QStringLiteral("s"));
    });
}

void Course::tick()
{
    constexpr auto pause = 900ms; ///< what is done a moment later counts as well
    if (m_at == m_steps.size()) {
        m_tick.stop();
        return report();
    }
    Step& step = m_steps[m_at];
    if (!m_isActing) {
        m_isActing = true;
        m_began = m_lastUnrest = Clock::now();
        m_pulse.takeLongest();
        step.act();
        return;
    }
    if (!step.isDone())
        m_lastUnrest = Clock::now();
    if (Clock::now() - m_lastUnrest < pause)
        return;
    step.longest = m_pulse.takeLongest();
    step.took = m_lastUnrest - m_began;
    m_isActing = false;
    ++m_at;
}

void Course::report()
{
    const Milliseconds pass = expatPass(QFile::encodeName(QCoreApplication::arguments().value(1)).toStdString());
    std::printf("one Expat pass over the file: %.1f ms\n%-28s %14s %8s\n", pass.count(), "", "longest stall", "ratio");
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        Milliseconds longest = m_steps[i].longest;
        for (; i + 1 < m_steps.size() && m_steps[i + 1].name == m_steps[i].name; ++i)
            longest = std::max(longest, m_steps[i + 1].longest);
        std::printf("%-28s %11.1f ms %8.4f\n", m_steps[i].name, longest.count(), longest / pass);
    }
    std::fflush(stdout);
    std::_Exit(0);
}

} // namespace

class StallProbePlugin : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "stallprobe.json")
public:
    QObject* create(const QString&, const QString&) override { return new Course; }
};

#include "stallprobe.moc"
