#include "views/diskbar.h"

#include "session/openstation.h"

using namespace Qt::StringLiterals;

namespace stationer {

DiskBar::DiskBar(const OpenStation& station, QWidget* parent) : MessageBar(parent), m_station(station), m_watch(station)
{
    setObjectName(u"diskBar"_s);
    connect(&m_watch, &DiskWatch::found, this, &DiskBar::tell);
    connect(this, &MessageBar::secondClicked, this, &QWidget::hide);
    connect(this, &MessageBar::actionClicked, this, [this] {
        if (m_watch.state() == OnDisk::Changed)
            emit reloadRequested();
        else
            emit saveAsRequested();
    });
}

void DiskBar::tell(OnDisk state)
{
    //: A button that closes a message about a file and leaves the station open as it is
    const QString keep = tr("Keep the Station Open");
    const QString saveAs = tr("Save As…");
    switch (state) {
    case OnDisk::Same:
        return hide();
    case OnDisk::Changed:
        return say(
            Badge::Warning,
            m_station.isModified()
                ? tr("Another program changed this file. What is shown here is the file as it was, with your changes.")
                : tr("Another program changed this file. What is shown here is the file as it was."),
            //: A button beside «Reload»: the station as it is shown, not as it is on disk
            tr("Reload"), tr("Keep What Is Shown"));
    case OnDisk::Gone:
        return say(Badge::Warning,
                   tr("This file was moved or deleted. The station is still open here and can be saved again."), saveAs,
                   keep);
    case OnDisk::FolderGone:
        return say(
            Badge::Warning,
            tr("The folder of this file cannot be reached. The station is still open here; it can be saved elsewhere, or "
               "there once the folder is back."),
            saveAs, keep);
    case OnDisk::ReadOnly:
        if (m_station.isReadOnly()) // a backup is said to be one
            return hide();
        return say(Badge::Info, tr("This file may only be read. Changes can be saved under another name."), saveAs, keep);
    }
    Q_UNREACHABLE();
}

} // namespace stationer
