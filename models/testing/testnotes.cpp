#include "testing/testnotes.h"

#include "trust/trustjson.h"

#include <algorithm>
#include <utility>

namespace stationer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds betweenNotes = 3s;

const TrustJson& file()
{
    static const TrustJson file(u"last-tests"_s, 1, TestHistory::LargestFile);
    return file;
}

} // namespace

TestNotes::TestNotes(QObject* parent) : QObject(parent)
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &TestNotes::write);
}

TestNotes::~TestNotes()
{
    write(); // the program may end in the middle of a run
}

std::optional<TrustFileFault> TestNotes::open(const TrustFolder& folder)
{
    write();
    m_folder = folder;
    return reload();
}

std::optional<TrustFileFault> TestNotes::reload()
{
    const auto read = readContent<TestHistory>(file(), m_folder);
    const std::optional<TrustFileFault> fault = read ? std::nullopt : std::optional(read.error());
    m_isRefused = fault && fault->kind != TrustFileFault::Kind::Damaged;
    m_history = read ? read.value() : TestHistory();
    emit opened();
    emit changed();
    return fault;
}

std::optional<TrustFileFault> TestNotes::saveAs(const TrustFolder& folder)
{
    write();
    const TestHistory known = std::exchange(m_history, {});
    const auto fault = open(folder);
    for (auto it = known.byPath.begin(); it != known.byPath.end(); ++it)
        if (!m_history.byPath.contains(it.key()))
            for (const TestNote& each : it.value())
                note(each);
    write();
    return fault;
}

void TestNotes::note(const TestNote& note)
{
    m_history.add(note);
    if (!m_folder.isEmpty() && !m_isRefused) {
        m_unwritten += note;
        const auto since =
            std::chrono::milliseconds(m_sinceWriting.isValid() ? m_sinceWriting.elapsed() : betweenNotes.count());
        if (!m_later.isActive())
            m_later.start(std::max(0ms, betweenNotes - since));
    }
    emit changed();
}

void TestNotes::write()
{
    m_later.stop();
    if (m_unwritten.isEmpty())
        return;
    const auto fault = changeContent<TestHistory>(file(), m_folder, [this](TestHistory& there) {
        for (const TestNote& note : std::as_const(m_unwritten))
            there.add(note);
    });
    m_unwritten.clear();
    m_sinceWriting.start();
    if (fault)
        emit faulted(*fault);
}

const QList<TestNote>& TestNotes::of(const QString& path) const
{
    static const QList<TestNote> none;
    const auto found = m_history.byPath.constFind(path);
    return found == m_history.byPath.cend() ? none : *found;
}

} // namespace stationer
