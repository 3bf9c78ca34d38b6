#include "items/recovery.h"

#include "items/openstation.h"

#include <QDir>
#include <QStandardPaths>

namespace stationer {

using namespace Qt::StringLiterals;

Recovery::Recovery(OpenStation& station, const QString& folder, QObject* parent)
    : QObject(parent), m_station(station), m_folder(folder)
{
    connect(&station, &OpenStation::aboutToBeReplaced, this, [this] {
        if (!m_isRestoring)
            forget();
    });
    connect(&station, &OpenStation::replaced, this, &Recovery::onReplaced);
    connect(&station, &OpenStation::changed, this, &Recovery::note);
    connect(&station, &OpenStation::saved, this, [this] {
        forget();
        m_path = m_station.path();
        if (!m_folder.isEmpty() && !claim())
            m_path.clear();
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
    if (m_journal)
        m_journal->close();
    m_journal.reset();
    if (m_holdsLeftover)
        Journal::discard(m_folder, m_path);
    m_holdsLeftover = false;
    m_found.reset();
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
    if (m_claim->tryLock())
        return true;
    const bool isTaken = m_claim->error() == QLockFile::LockFailedError;
    m_claim.reset();
    return !isTaken;
}

void Recovery::onReplaced()
{
    if (m_isRestoring)
        return;
    m_path = m_station.isOpen() ? m_station.path() : QString();
    if (m_path.isEmpty() || m_folder.isEmpty())
        return;
    if (!claim()) {
        m_path.clear();
        emit openElsewhere();
        return;
    }
    m_found = Journal::find(m_folder, m_path, m_station.savedXml());
    if (m_found)
        emit leftoverFound(m_found->steps, m_found->fits);
}

void Recovery::note()
{
    if (m_path.isEmpty() || m_folder.isEmpty() || m_found || m_isRestoring || m_holdsLeftover)
        return;
    if (!m_journal)
        m_journal = std::make_unique<Journal>(m_folder, m_path, m_station.savedXml());
    const std::optional<QString> words = m_journal->note(m_station.document());
    if (words && !m_hasFailed) {
        m_hasFailed = true;
        emit failed(*words);
    }
}

bool Recovery::restore()
{
    if (!m_found || !m_found->fits)
        return false;
    const Journal::Found found = *m_found;
    m_isRestoring = true;
    const QUndoStack* undo = m_station.undoStack();
    const int stepsBefore = undo->count();
    const bool isDone = m_station.restore(found.xml);
    m_isRestoring = false;
    if (!isDone)
        return false;
    m_found.reset();
    m_holdsLeftover = undo->count() == stepsBefore; // not told as a step
    if (!m_holdsLeftover)
        note();
    emit restored(found.steps);
    return true;
}

void Recovery::discard()
{
    m_found.reset();
    Journal::discard(m_folder, m_path);
    if (m_station.isModified())
        note();
}

} // namespace stationer
