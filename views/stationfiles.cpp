#include "views/stationfiles.h"

#include "items/openstation.h"
#include "views/common/plaintext.h"
#include "views/openingdialog.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QThreadPool>

#include <memory>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr int mostRecent = 8;
constexpr qint64 quicklyRead = 2 * 1024 * 1024; // in a blink, on the slowest computer
constexpr QLatin1StringView recentKey("recentFiles");

QStringList nameFilters()
{
    return {StationFiles::tr("Station files (*.bog *.palette)"), StationFiles::tr("All files (*)")};
}

} // namespace

StationFiles::StationFiles(OpenStation& station, QSettings& settings, QWidget& window)
    : QObject(&window), m_station(station), m_settings(settings), m_window(window)
{
}

QMessageBox* StationFiles::ask(const QString& headline, const QString& body)
{
    auto* box = new QMessageBox(&m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText); // a file's name may hold anything
    box->setWindowTitle(u"Stationer"_s);
    box->setText(headline);
    box->setInformativeText(shownOnOneLine(body, 1000));
    return box;
}

void StationFiles::whenSettled(Then then)
{
    emit settling();
    if (!m_station.isOpen() || !m_station.isModified())
        return then();
    QMessageBox* box =
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
        connect(dialog, &QFileDialog::fileSelected, this, &StationFiles::openNow);
        dialog->open();
    });
}

void StationFiles::open(const QString& path)
{
    whenSettled([this, path] { openNow(path); });
}

void StationFiles::openNow(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const qint64 size = QFileInfo(absolute).size();
    ++m_reading;
    if (size > quicklyRead)
        readAside(absolute, size);
    else
        onRead(absolute, m_station.open(absolute));
}

/// Reads a large file outside the event loop; what is open stays until it is read, and can be seen but not edited.
void StationFiles::readAside(const QString& path, qint64 size)
{
    const int reading = m_reading;
    auto* dialog = new OpeningDialog(path, size, &m_window);
    connect(dialog, &QDialog::rejected, this, [this] { ++m_reading; });
    QThreadPool::globalInstance()->start(
        [path, reading, self = QPointer<StationFiles>(this), dialog = QPointer<QDialog>(dialog)] {
            auto read = std::make_shared<Result<Container::Opened, OpenFault>>(Container::open(path));
            QMetaObject::invokeMethod(qApp, [path, reading, self, dialog, read] {
                if (!self || reading != self->m_reading)
                    return;
                if (dialog)
                    dialog->deleteLater();
                if (!*read)
                    return self->onRead(path, read->error());
                self->m_station.adopt(std::move(read->value()), path);
                self->onRead(path, std::nullopt);
            });
        });
}

void StationFiles::onRead(const QString& path, const std::optional<OpenFault>& fault)
{
    if (fault) {
        emit failed(describe(*fault, path));
        return;
    }
    remember(path);
    emit opened();
}

void StationFiles::reload()
{
    emit settling();
    const QString path = m_station.path();
    if (path.isEmpty())
        return;
    if (!m_station.isModified())
        return openNow(path);
    QMessageBox* box = ask(tr("Reload %1 and lose your changes?").arg(shownOnOneLine(m_station.title(), 80)),
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

void StationFiles::save(Then then)
{
    if (m_station.path().isEmpty())
        return saveAs(std::move(then));
    if (const std::optional<SaveFault> fault = m_station.save())
        return askWhatToDo(*fault, std::move(then));
    if (then)
        then();
}

void StationFiles::saveAs(Then then)
{
    auto* dialog = new QFileDialog(&m_window, tr("Save Station As"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(nameFilters());
    dialog->setDefaultSuffix(u"bog"_s);
    if (m_station.path().isEmpty())
        dialog->selectFile(m_station.title() + u".bog"_s);
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

void StationFiles::askWhatToDo(const SaveFault& fault, Then then)
{
    const QString path = m_station.path();
    if (fault.kind == SaveFault::Kind::CannotWrite) {
        emit failed(describe(fault, path));
        return;
    }
    QMessageBox* box = ask(tr("Another program changed this file since it was opened."), describe(fault, path));
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

QStringList StationFiles::recentFiles() const
{
    return m_settings.value(recentKey).toStringList();
}

void StationFiles::remember(const QString& path)
{
    QStringList recent = recentFiles();
    recent.removeAll(path);
    recent.prepend(path);
    m_settings.setValue(recentKey, QStringList(recent.mid(0, mostRecent)));
    emit recentFilesChanged();
}

} // namespace stationer
