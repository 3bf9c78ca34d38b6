#pragma once

#include "session/stationreading.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <optional>

class QDialog;
class QSettings;
class QWidget;

namespace stationer {

class MessageBox;
class OpenStation;
struct SaveFault;

/// Opening and saving the station with the questions that belong to it, none of which blocks: unsaved changes, a file that
/// changed on disk, a name to save under. Keeps the recent files.
class StationFiles : public QObject {
    Q_OBJECT
public:
    using Then = std::function<void()>;

    StationFiles(OpenStation& station, QSettings& settings, QWidget& window);
    ~StationFiles() override;

    void openNew();
    void chooseAndOpen();
    void open(const QString& path);
    void reload();                    ///< after asking where that loses changes
    void save(const Then& then = {}); ///< a backup elsewhere, as it is only read
    void saveAs(const Then& then = {});
    /// Runs `then` once nothing would be lost: at once, or after the user saved or discarded; never where they cancelled.
    void whenSettled(const Then& then);

    QStringList recentFiles() const { return m_recent; }

signals:
    void settling(); ///< what is being typed belongs to the file that may go: the time to say it
    void opened();
    void refused(const QString& sentence); ///< what is open was not saved, and can be elsewhere
    void failed(const QString& sentence);
    void recentFilesChanged();

private:
    void openNow(const QString& path, const QString& entry = {});
    void askWhichStation(const QString& path, const QStringList& entries);
    void onRead(const QString& path, const std::shared_ptr<StationReading::Outcome>& outcome);
    void askWhatToDo(const SaveFault& fault, const Then& then);
    MessageBox* ask(const QString& headline, const QString& body);
    void remember(const QString& path);
    void writeRecent();

    OpenStation& m_station;
    QSettings& m_settings;
    QWidget& m_window;
    QStringList m_recent;
    QTimer m_writeSoon; ///< settings are flushed to the disk: not while the station is about to show
    StationReading m_reading;
    QPointer<QDialog> m_opening;
    std::optional<DocumentState> m_settled; ///< what was open when the reading began
};

} // namespace stationer
