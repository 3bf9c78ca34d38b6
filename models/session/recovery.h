#pragma once

#include "session/openstation.h"
#include "station/journal.h"

#include <QLockFile>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <optional>

namespace stationer {

/// Keeps the journal of the open station: every step, undo and redo is noted, and what is saved or given up is forgotten.
/// When a station is opened that an earlier run ended with unsaved, it says so once; nothing is restored before it is asked
/// to. As long as that is not answered it notes nothing, so that what was found stays.
///
/// A station that has no file yet is kept under a name of its own. What is left of such a one is told where the program
/// begins with nothing open, and where another new one is made. A station that another running program keeps the journal of
/// has none here.
class Recovery : public QObject {
    Q_OBJECT
public:
    /// Whether a step is on disk when it is done and a leftover is told when the station opens, or both a moment later, so
    /// that nobody waits for the disk.
    enum class Writing { AtOnce, Aside };
    /// `folder` is one of the user's own, empty to keep no journal; `station` must outlive it.
    Recovery(OpenStation& station, const QString& folder, Writing writing = Writing::AtOnce, QObject* parent = nullptr);
    ~Recovery() override; ///< an orderly end: what was not saved then was given up

    static QString usualFolder();

    const std::optional<Journal::Found>& found() const { return m_found; }
    bool isOfNewStation() const; ///< what was found never had a file
    bool restore();              ///< what was found; false where it cannot be read or does not fit
    /// Where the file is another by now: what of it can be done there still, and what cannot. Nothing where what it was made
    /// on is not known.
    std::optional<OpenStation::Replay> replayable() const;
    /// What can be done still, as one step. Where that is not all, what was found stays for the next time.
    void restore(const OpenStation::Replay& replay);
    void keep(); ///< for the next time
    void discard();

signals:
    /// `fits` says whether the file is as it was then, so that the changes can be restored.
    void leftoverFound(int changes, bool fits);
    void leftoverGone(); ///< the question has no object any more
    void restored(int changes);
    void openElsewhere();              ///< in another running program
    void failed(const QString& words); ///< the journal cannot be written; said once a station

private:
    void onReplaced();
    void lookForLeftover();
    void lookForNewOne();
    void follow(const QString& path);
    void note();
    void forget();
    void onWritten(const std::optional<QString>& words);
    bool claim(); ///< false where another program has the journal

    OpenStation& m_station;
    const QString m_folder;
    const Writing m_writing;
    QString m_path; ///< of the station that is followed; empty: none
    std::unique_ptr<QLockFile> m_claim;
    std::shared_ptr<Journal> m_journal;
    QThreadPool m_writer; ///< one thread: the steps come in order
    std::optional<Journal::Found> m_found;
    QTimer m_lookSoon; ///< a lock is flushed to the disk: not while the station is about to show
    bool m_isRestoring = false;
    bool m_hasFailed = false;
    bool m_hadOne = false; ///< a station was open, or what is left of new ones was told
};

} // namespace stationer
