#pragma once

#include "station/document.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace stationer {

/// What was edited since a station file was opened or saved, kept on disk in case the program ends before it saves. It lies
/// in a folder of the user's own, readable by nobody else, one file a station file, and is bound to the bytes that were
/// opened.
///
/// After each step the state is appended as what differs from the opened XML, with a checksum, and flushed to disk; the last
/// whole record counts, so that a damaged tail costs one step. Replaying gives the very bytes. The opened XML is kept beside
/// it, so that nothing is lost where another program changes the file meanwhile. A journal holds no more of a password than
/// the station file does. It keeps no steps to undo one by one.
class Journal {
public:
    /// A journal that is there for a file.
    struct Found {
        QString file; ///< the station file it is for
        int steps = 0;
        bool isTorn = false; ///< behind them stands what is not whole: of the last step, as a rule
        bool fits = false;   ///< the station file still holds the bytes it was made on
        QByteArray opened;   ///< the XML it was made on; empty where that is not known any more
        QByteArray xml;      ///< the edited XML; empty where what it was made on is not known
    };
    /// Looks for one for this station file. `openedXml` is the XML as just opened.
    static std::optional<Found> find(const QString& folder, const QString& stationFile, const QByteArray& openedXml);
    static void discard(const QString& folder, const QString& stationFile);

    /// A name for a station that has no file yet, to be followed as if it were one.
    static QString namedForNew(const QString& folder);
    /// The names of such stations that have a journal, the latest first.
    static QStringList newOnes(const QString& folder);

    /// Begins a journal for a station that was opened or saved, with its XML in pieces, which have to outlive it. Nothing is
    /// written before the first step; one that is there is then replaced.
    Journal(const QString& folder, const QString& stationFile, const QList<QByteArray>& openedXml);
    ~Journal(); ///< leaves it on disk: see close()
    Q_DISABLE_COPY_MOVE(Journal)

    /// Notes how the document is after a step, an undo or a redo, as stateOf() told, and how many steps that is from the
    /// file: so the slow part, the writing, can be another thread's than the document's. Not modified any more: the journal
    /// goes. The answer is the operating system's words where it could not be written; editing goes on.
    std::optional<QString> note(const std::optional<QByteArray>& delta, int steps);
    static std::optional<QByteArray> stateOf(const Document& document); ///< nothing: not modified
    /// The station was saved or its changes were given up: the journal goes.
    void close();

    static QString pathFor(const QString& folder, const QString& stationFile);

private:
    std::optional<QString> write(const QByteArray& bytes);
    std::optional<QString> begin(const QByteArray& bytes);
    void keepOpened();

    QString m_path;
    QString m_stationFile;
    QList<QByteArray> m_opened;
    bool m_isOpenedKept = false;
    QByteArray m_head;
    std::unique_ptr<QFile> m_file;
};

} // namespace stationer
