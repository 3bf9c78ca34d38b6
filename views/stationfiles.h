#pragma once

#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

class QMessageBox;
class QSettings;
class QWidget;

namespace stationer {

class OpenStation;
struct OpenFault;
struct SaveFault;

/// Opening and saving the station with the questions that belong to it, none of which blocks: unsaved changes, a file that
/// changed on disk, a name to save under. Keeps the recent files.
class StationFiles : public QObject {
    Q_OBJECT
public:
    using Then = std::function<void()>;

    StationFiles(OpenStation& station, QSettings& settings, QWidget& window);

    void openNew();
    void chooseAndOpen();
    void open(const QString& path);
    void reload(); ///< after asking where that loses changes
    void save(Then then = {});
    void saveAs(Then then = {});
    /// Runs `then` once nothing would be lost: at once, or after the user saved or discarded; never where they cancelled.
    void whenSettled(Then then);

    QStringList recentFiles() const;

signals:
    void settling(); ///< what is being typed belongs to the file that may go: the time to say it
    void opened();
    void failed(const QString& sentence);
    void recentFilesChanged();

private:
    void openNow(const QString& path);
    void readAside(const QString& path, qint64 size);
    void onRead(const QString& path, const std::optional<OpenFault>& fault);
    void askWhatToDo(const SaveFault& fault, Then then);
    QMessageBox* ask(const QString& headline, const QString& body);
    void remember(const QString& path);

    OpenStation& m_station;
    QSettings& m_settings;
    QWidget& m_window;
    int m_reading = 0; ///< the number of the file that is read aside; another one where it was given up
};

} // namespace stationer
