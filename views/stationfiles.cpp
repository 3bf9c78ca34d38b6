#include "views/stationfiles.h"

#include "session/openstation.h"
#include "views/common/messagebox.h"
#include "views/common/plaintext.h"
#include "views/common/proposedname.h"
#include "views/openingdialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QPushButton>
#include <QSettings>

#include <chrono>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr int mostRecent = 8;
constexpr std::chrono::seconds writeDelay{1};
constexpr QLatin1StringView recentKey("recentFiles");

QStringList nameFilters()
{
    return {StationFiles::tr("Station files and backups (*.bog *.palette *.dist)"), StationFiles::tr("All files (*)")};
}

} // namespace

StationFiles::StationFiles(OpenStation& station, QSettings& settings, QWidget& window)
    : QObject(&window), m_station(station), m_settings(settings), m_window(window),
      m_recent(settings.value(recentKey).toStringList())
{
    m_writeSoon.setSingleShot(true);
    m_writeSoon.setInterval(writeDelay);
    connect(&m_writeSoon, &QTimer::timeout, this, &StationFiles::writeRecent);
    connect(&m_reading, &StationReading::finished, this, &StationFiles::onRead);
}

StationFiles::~StationFiles()
{
    if (m_writeSoon.isActive())
        writeRecent();
}

MessageBox* StationFiles::ask(const QString& headline, const QString& body)
{
    return new MessageBox(m_window, headline, shownOnOneLine(body, 1000));
}

void StationFiles::whenSettled(const Then& then)
{
    emit settling();
    if (!m_station.isOpen() || !m_station.isModified())
        return then();
    MessageBox* box =
        ask(tr("Save the changes to %1?").arg(shownOnOneLine(m_station.title(), 80)), tr("They are lost otherwise."));
    box->setObjectName(u"saveQuestion"_s);
    QPushButton* save = box->addButton(tr("&Save"), QMessageBox::AcceptRole);
    QPushButton* discard = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    QPushButton* cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(save);
    box->setEscapeButton(cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, save, discard, then](const QAbstractButton* clicked) {
        if (clicked == save)
            this->save(then);
        else if (clicked == discard)
            then();
    });
    box->open();
}

void StationFiles::openNew()
{
    whenSettled([this] {
        m_station.openNew();
        emit opened();
    });
}

void StationFiles::chooseAndOpen()
{
    whenSettled([this] {
        auto* dialog = new QFileDialog(&m_window, tr("Open Station"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters(nameFilters());
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { openNow(path); });
        dialog->open();
    });
}

void StationFiles::open(const QString& path)
{
    whenSettled([this, path] { openNow(path); });
}

void StationFiles::openNow(const QString& path, const QString& entry)
{
    if (m_opening)
        m_opening->deleteLater();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    m_settled = m_station.isOpen() ? std::optional(m_station.document().state()) : std::nullopt;
    m_reading.start(absolute, entry);
    if (!m_reading.isReading()) // it is there already
        return;
    // What is open stays until the other one is read, and can be seen but not edited.
    m_opening = new OpeningDialog(absolute, m_reading, &m_window);
    connect(m_opening, &QDialog::rejected, &m_reading, &StationReading::cancel);
}

void StationFiles::onRead(const QString& path, const std::shared_ptr<StationReading::Outcome>& outcome)
{
    if (m_opening)
        m_opening->deleteLater();
    if (!*outcome && outcome->error().kind == OpenFault::Kind::SeveralStations)
        return askWhichStation(path, outcome->error().entries);
    if (!*outcome) {
        emit failed(describe(outcome->error(), path));
        return;
    }
    const auto adopt = [this, path, outcome] {
        m_station.adopt(std::move(outcome->value()), path);
        remember(path);
        emit opened();
    };
    const bool isAsSettled = !m_station.isOpen() || m_station.document().state() == m_settled;
    if (isAsSettled)
        adopt();
    else // edited before the dialog stood in the way
        whenSettled(adopt);
}

/// One backup can have the stations of a whole supervisor in it.
void StationFiles::askWhichStation(const QString& path, const QStringList& entries)
{
    QStringList shown;
    for (const QString& entry : entries)
        shown += shownOnOneLine(entry, 120);
    auto* dialog = new QInputDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"entryQuestion"_s);
    dialog->setWindowTitle(tr("Open Station"));
    dialog->setLabelText(tr("This backup holds several stations. Open:"));
    dialog->setOkButtonText(tr("&Open"));
    dialog->setOption(QInputDialog::UseListViewForComboBoxItems);
    dialog->setComboBoxEditable(false);
    dialog->setComboBoxItems(shown);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, path, entries, shown](const QString& chosen) { openNow(path, entries.value(shown.indexOf(chosen))); });
    dialog->open();
}

void StationFiles::reload()
{
    emit settling();
    const QString path = m_station.path();
    if (path.isEmpty())
        return;
    if (!m_station.isModified())
        return openNow(path, m_station.entry());
    MessageBox* box = ask(tr("Reload %1 and lose your changes?").arg(shownOnOneLine(m_station.title(), 80)),
                          tr("The file is read as it is on disk now. File ▸ Show Changes tells what would be lost."));
    box->setObjectName(u"reloadQuestion"_s);
    QPushButton* reload = box->addButton(tr("&Reload, Losing Changes"), QMessageBox::DestructiveRole);
    QPushButton* cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, path, reload](const QAbstractButton* clicked) {
        if (clicked == reload)
            openNow(path);
    });
    box->open();
}

void StationFiles::save(const Then& then)
{
    if (m_station.path().isEmpty() || m_station.isReadOnly())
        return saveAs(then);
    if (const std::optional<SaveFault> fault = m_station.save())
        return askWhatToDo(*fault, then);
    if (then)
        then();
}

void StationFiles::saveAs(const Then& then)
{
    auto* dialog = new QFileDialog(&m_window, tr("Save Station As"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(nameFilters());
    dialog->setDefaultSuffix(u"bog"_s);
    if (m_station.path().isEmpty())
        dialog->selectFile(proposedName(m_station.title()) + u".bog"_s);
    else if (m_station.isReadOnly()) // as a station's folder has it
        dialog->selectFile(QFileInfo(m_station.path()).dir().filePath(u"config.bog"_s));
    else
        dialog->selectFile(m_station.path());
    connect(dialog, &QFileDialog::fileSelected, this, [this, then](const QString& path) {
        if (const std::optional<SaveFault> fault = m_station.saveAs(path)) {
            emit failed(describe(*fault, path));
            return;
        }
        remember(path);
        if (then)
            then();
    });
    dialog->open();
}

void StationFiles::askWhatToDo(const SaveFault& fault, const Then& then)
{
    const QString path = m_station.path();
    if (fault.kind == SaveFault::Kind::CannotWrite) {
        emit refused(describe(fault, path));
        return;
    }
    MessageBox* box = ask(tr("Another program changed this file since it was opened."), describe(fault, path));
    box->setObjectName(u"changedOnDiskQuestion"_s);
    QPushButton* elsewhere = box->addButton(tr("Save &As…"), QMessageBox::AcceptRole);
    QPushButton* overwrite = box->addButton(tr("&Overwrite"), QMessageBox::DestructiveRole);
    QPushButton* reload = box->addButton(tr("&Reload, Losing Changes"), QMessageBox::DestructiveRole);
    QPushButton* cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(elsewhere);
    box->setEscapeButton(cancel);
    connect(box, &QMessageBox::buttonClicked, this,
            [this, path, then, elsewhere, overwrite, reload](const QAbstractButton* clicked) {
                if (clicked == elsewhere) {
                    saveAs(then);
                } else if (clicked == overwrite) {
                    if (const auto again = m_station.save(Container::IfChanged::Overwrite))
                        emit failed(describe(*again, path));
                    else if (then)
                        then();
                } else if (clicked == reload) {
                    openNow(path);
                }
            });
    box->open();
}

void StationFiles::remember(const QString& path)
{
    m_recent.removeAll(path);
    m_recent.prepend(path);
    m_recent = m_recent.mid(0, mostRecent);
    m_writeSoon.start();
    emit recentFilesChanged();
}

void StationFiles::writeRecent()
{
    m_writeSoon.stop();
    m_settings.setValue(recentKey, m_recent);
}

} // namespace stationer
