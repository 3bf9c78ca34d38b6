#include "session/recovery.h"

#include <QDir>
#include <QStandardPaths>
#include <QUndoStack>

namespace stationer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto lookDelay = 300ms;

} // namespace

Recovery::Recovery(OpenStation& station, const QString& folder, Writing writing, QObject* parent)
    : QObject(parent), m_station(station), m_folder(folder), m_writing(writing)
{
    m_writer.setMaxThreadCount(1);
    m_lookSoon.setSingleShot(true);
    m_lookSoon.setInterval(lookDelay);
    connect(&m_lookSoon, &QTimer::timeout, this, &Recovery::lookForLeftover);
    connect(&station, &OpenStation::aboutToBeReplaced, this, [this] {
        if (!m_isRestoring)
            forget();
    });
    connect(&station, &OpenStation::replaced, this, &Recovery::onReplaced);
    // Once a step is counted: what goes on with the step before it is no other.
    connect(station.undoStack(), &QUndoStack::indexChanged, this, &Recovery::note);
    connect(&station, &OpenStation::saved, this, [this] {
        if (m_found && m_path == m_station.path()) {
            m_found->fits = false; // and not answered: it stays
            return;
        }
        forget();
        follow(m_station.path());
    });
    onReplaced();
}

Recovery::~Recovery()
{
    forget();
}

QString Recovery::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/journals"_s;
}

/// What is followed was saved or given up; what was found and not answered stays for the next time.
void Recovery::forget()
{
    m_lookSoon.stop();
    m_writer.waitForDone();
    if (m_journal)
        m_journal->close();
    m_journal.reset();
    if (m_found) {
        m_found.reset();
        emit leftoverGone();
    }
    m_hasFailed = false;
    m_claim.reset();
    m_path.clear();
}

/// What a program that is gone left locked is free again. Where nothing can be written at all, note() tells.
bool Recovery::claim()
{
    QDir().mkpath(m_folder);
    m_claim = std::make_unique<QLockFile>(Journal::pathFor(m_folder, m_path) + u".lock"_s);
    m_claim->setStaleLockTime(0);
    qint64 process = 0;
    QString host, program;
    if (m_claim->tryLock())
        return true;
    // One that names nobody was ended as it made it.
    if (m_claim->error() == QLockFile::LockFailedError && !m_claim->getLockInfo(&process, &host, &program) &&
        m_claim->removeStaleLockFile() && m_claim->tryLock())
        return true;
    const bool isTaken = m_claim->error() == QLockFile::LockFailedError;
    m_claim.reset();
    return !isTaken;
}

void Recovery::follow(const QString& path)
{
    m_path = path;
    if (!m_folder.isEmpty() && !claim())
        m_path.clear();
}

void Recovery::onReplaced()
{
    if (m_isRestoring)
        return;
    m_lookSoon.stop();
    m_hadOne |= m_station.isOpen();
    m_path = m_station.isOpen() ? m_station.path() : QString();
    if (m_folder.isEmpty())
        return;
    if (m_writing == Writing::Aside)
        m_lookSoon.start();
    else
        lookForLeftover();
}

void Recovery::lookForLeftover()
{
    m_lookSoon.stop();
    if (m_path.isEmpty())
        return lookForNewOne();
    if (!claim()) {
        m_path.clear();
        emit openElsewhere();
        return;
    }
    m_found = Journal::find(m_folder, m_path, m_station.savedXml());
    if (m_found)
        emit leftoverFound(m_found->steps, m_found->fits);
}

/// One that another running program has is none of ours.
void Recovery::lookForNewOne()
{
    if (!m_station.isOpen() && m_hadOne)
        return; // whoever closes a station is not asked about another
    m_hadOne = true;
    for (const QString& name : Journal::newOnes(m_folder)) {
        m_path = name;
        if (!claim())
            continue;
        m_found = Journal::find(m_folder, name, {});
        if (!m_found || m_found->xml.isEmpty())
            m_found.reset();
        else
            m_found->fits = true;
        if (m_found)
            return emit leftoverFound(m_found->steps, true);
    }
    m_claim.reset();
    m_path.clear();
    if (m_station.isOpen())
        follow(Journal::namedForNew(m_folder));
}

bool Recovery::isOfNewStation() const
{
    return m_found && m_station.path().isEmpty();
}

void Recovery::note()
{
    if (m_lookSoon.isActive())
        lookForLeftover();
    if (!m_station.isOpen() || m_path.isEmpty() || m_folder.isEmpty() || m_found || m_isRestoring)
        return;
    if (!m_journal) {
        // The pieces are the document's: a preview of it keeps them, and nothing else is asked of it.
        auto document = std::make_shared<const Document>(m_station.document().previewed(Edit()));
        m_journal = std::shared_ptr<Journal>(new Journal(m_folder, m_path, m_station.document().openedXmlPieces()),
                                             [document](Journal* journal) { delete journal; });
    }
    const std::optional<QByteArray> state = Journal::stateOf(m_station.document());
    const int steps = m_station.unsavedSteps();
    if (m_writing == Writing::AtOnce)
        return onWritten(m_journal->note(state, steps));
    m_writer.start([this, journal = m_journal, state, steps] { // it waits for this before it goes
        const std::optional<QString> words = journal->note(state, steps);
        if (words)
            QMetaObject::invokeMethod(
                this, [this, words] { onWritten(words); }, Qt::QueuedConnection);
    });
}

void Recovery::onWritten(const std::optional<QString>& words)
{
    if (!words || m_hasFailed)
        return;
    m_hasFailed = true;
    emit failed(*words);
}

bool Recovery::restore()
{
    if (!m_found || !m_found->fits)
        return false;
    const Journal::Found found = *m_found;
    m_isRestoring = true;
    if (!m_station.isOpen())
        m_station.openNew();
    const bool isDone = m_station.restore(found.xml);
    m_isRestoring = false;
    if (!isDone)
        return false;
    m_found.reset();
    note();
    emit restored(found.steps);
    return true;
}

std::optional<OpenStation::Replay> Recovery::replayable() const
{
    if (!m_found || m_found->xml.isEmpty() || !m_station.isOpen())
        return std::nullopt;
    return m_station.replayed(m_found->opened, m_found->xml);
}

void Recovery::restore(const OpenStation::Replay& replay)
{
    if (!m_found)
        return;
    const int steps = m_found->steps;
    const bool isAll = replay.other.isEmpty();
    if (isAll)
        m_found.reset(); // its journal goes on with this step
    m_station.restore(replay);
    if (isAll && !m_station.isModified())
        Journal::discard(m_folder, m_path); // all of it is in the file
    emit restored(steps);
}

void Recovery::keep()
{
    if (!isOfNewStation())
        return; // this file's journal is taken
    m_found.reset();
    m_claim.reset();
    m_path.clear();
    if (m_station.isOpen())
        follow(Journal::namedForNew(m_folder));
}

void Recovery::discard()
{
    const bool isOfNew = isOfNewStation();
    m_found.reset();
    m_writer.waitForDone();
    Journal::discard(m_folder, m_path);
    if (isOfNew) {
        m_hadOne = false;
        return lookForNewOne(); // there may be more
    }
    if (m_station.isModified())
        note();
}

} // namespace stationer
