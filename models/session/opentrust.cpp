#include "session/opentrust.h"

#include "session/openstation.h"
#include "trust/trusttext.h"

namespace stationer {

OpenTrust::OpenTrust(const Rooms& rooms) : m_rooms(rooms)
{
    connect(&m_rooms.station, &OpenStation::aboutToBeReplaced, this, [this] { m_isReplacing = true; });
    connect(&m_rooms.station, &OpenStation::replaced, this, [this] {
        m_isReplacing = false;
        open(stationsFolder());
    });
    connect(&m_rooms.station, &OpenStation::pathChanged, this, &OpenTrust::carryAlong);
    open(stationsFolder());
}

TrustFolder OpenTrust::stationsFolder() const
{
    const QString path = m_rooms.station.isOpen() ? m_rooms.station.path() : QString();
    return path.isEmpty() ? TrustFolder() : TrustFolder(securityFolderOf(path), m_rooms.records);
}

void OpenTrust::report(const std::optional<TrustFileFault>& fault)
{
    if (fault)
        emit faulted(describe(*fault));
}

void OpenTrust::open(const TrustFolder& folder)
{
    for (const std::optional<TrustFileFault>& fault : {m_rooms.hosts.open(folder), m_rooms.roots.open(folder)})
        if (fault && fault->kind != TrustFileFault::Kind::NotTakenOver) // which is asked about
            report(fault);
    enter(folder);
}

/// Save As takes the trust along; what the new folder holds already stays.
void OpenTrust::carryAlong()
{
    const TrustFolder folder = stationsFolder();
    if (m_isReplacing || !m_rooms.station.isOpen() || folder.path() == m_folder.path())
        return;
    report(m_rooms.hosts.saveAs(folder));
    m_rooms.roots.saveAs(folder); // its faults come by way of the edits
    enter(folder);
}

void OpenTrust::enter(const TrustFolder& folder)
{
    m_folder = folder;
    if (const QList<Endpoint> twice = m_rooms.hosts.hostsTwice(); !twice.isEmpty())
        emit faulted(describeTwice(twice.first()));
    emit entered();
    look();
}

void OpenTrust::leaveUnrecorded()
{
    open(TrustFolder(m_folder.path()));
}

BroughtTrust OpenTrust::brought() const
{
    return broughtWith(m_folder, m_rooms.hosts, m_rooms.roots);
}

void OpenTrust::look()
{
    const BroughtTrust found = brought();
    emit broughtFound(found.isEmpty() ? QString() : describe(found));
}

void OpenTrust::adopt()
{
    answered(m_folder.adopt());
}

void OpenTrust::leave()
{
    answered(m_folder.leave());
}

void OpenTrust::answered(const std::optional<TrustFileFault>& fault)
{
    report(fault);
    m_rooms.hosts.reload();
    m_rooms.roots.reload();
    look();
}

} // namespace stationer
