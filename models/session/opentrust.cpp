#include "session/opentrust.h"

#include "session/openhandover.h"
#include "session/openstation.h"
#include "session/stationstores.h"
#include "testing/testnotes.h"
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
    const auto said = [this](const std::optional<TrustFileFault>& fault) { // what is brought is asked about
        if (fault && fault->kind != TrustFileFault::Kind::NotTakenOver)
            report(fault);
        return !fault || fault->kind != TrustFileFault::Kind::NotTakenOver;
    };
    said(m_rooms.hosts.open(folder));
    said(m_rooms.roots.open(folder));
    m_hasBroughtNotes = !said(m_rooms.stores.open(folder));
    if (m_rooms.tests)
        m_hasBroughtNotes = !said(m_rooms.tests->open(folder)) || m_hasBroughtNotes;
    if (m_rooms.handover)
        m_hasBroughtNotes = !said(m_rooms.handover->open(folder)) || m_hasBroughtNotes;
    enter(folder);
}

/// Save As takes the trust along; what the new folder holds already stays.
void OpenTrust::carryAlong()
{
    const TrustFolder folder = stationsFolder();
    if (m_isReplacing || !m_rooms.station.isOpen() || folder.path() == m_folder.path())
        return;
    report(m_rooms.hosts.saveAs(folder));
    report(m_rooms.stores.saveAs(folder));
    if (m_rooms.tests)
        report(m_rooms.tests->saveAs(folder));
    if (m_rooms.handover)
        report(m_rooms.handover->saveAs(folder));
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
    BroughtTrust brought = broughtWith(m_folder, m_rooms.hosts, m_rooms.roots);
    brought.hasNotes = m_hasBroughtNotes;
    return brought;
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
    m_hasBroughtNotes = m_hasBroughtNotes && fault;
    m_rooms.hosts.reload();
    m_rooms.roots.reload();
    m_rooms.stores.reload();
    if (m_rooms.tests)
        m_rooms.tests->reload();
    if (m_rooms.handover)
        m_rooms.handover->reload();
    look();
}

} // namespace stationer
