#include "session/openhandover.h"

#include "handover/handoversources.h"
#include "session/openstation.h"
#include "session/trustedits.h"
#include "session/unneededhosts.h"
#include "testing/testnotes.h"

#include <QFileInfo>
#include <QSysInfo>

#include <utility>

namespace stationer {

namespace {

constexpr std::chrono::milliseconds lookingPause{200}; // it is about all accounts, and typing comes letter by letter

} // namespace

OpenHandover::OpenHandover(const Rooms& rooms) : m_rooms(rooms)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(lookingPause);
    connect(&m_soon, &QTimer::timeout, this, &OpenHandover::look);
    OpenStation& station = m_rooms.station;
    connect(&station, &OpenStation::aboutToBeReplaced, this, [this] {
        m_saving = {};
        m_open = {};
        m_soon.stop();
    });
    connect(&station, &OpenStation::aboutToSave, this, &OpenHandover::noteSaving);
    connect(&station, &OpenStation::saved, this, [this] {
        if (const auto saving = std::exchange(m_saving, {}))
            change(saving);
        lookAtFile();
    });
    connect(&station, &OpenStation::changed, this, &OpenHandover::lookSoon);
    connect(&m_rooms.hosts, &AllowedHosts::changed, this, &OpenHandover::lookSoon);
    connect(&m_rooms.roots, &UserTrustStore::changed, this, &OpenHandover::lookSoon);
    connect(&m_rooms.unneeded, &UnneededHosts::found, this, &OpenHandover::lookSoon);
    connect(&m_rooms.tests, &TestNotes::changed, this, &OpenHandover::lookSoon);
    connect(&m_rooms.edits, &TrustEdits::forgotten, this, [this](QList<AllowedHost> rows) {
        rows.removeIf([this](const AllowedHost& row) { return !m_rooms.unneeded.hosts().contains(row.host); });
        if (!rows.isEmpty())
            change([rows](HandoverFile& file) { file.notePruned(rows); });
    });
}

std::optional<TrustFileFault> OpenHandover::open(const TrustFolder& folder)
{
    m_folder = folder;
    return reload();
}

std::optional<TrustFileFault> OpenHandover::reload()
{
    const auto read = readHandover(m_folder);
    m_kept = read ? read.value() : HandoverFile();
    lookAtFile();
    return read ? std::nullopt : std::optional(read.error());
}

std::optional<TrustFileFault> OpenHandover::saveAs(const TrustFolder& folder)
{
    const HandoverFile known = m_kept;
    const auto fault = open(folder);
    if (m_kept == HandoverFile() && !(known == HandoverFile()))
        change([known](HandoverFile& file) { file = known; });
    return fault;
}

/// A file that stays where it is is noted before it is written: a crash in between leaves nothing that would be taken for
/// the station's. One that goes elsewhere has its folder afterwards.
void OpenHandover::noteSaving(const QString& path)
{
    const Document& document = m_rooms.station.document();
    const QByteArray& before = document.openedXml();
    if (before.size() > HandoverFile::LargestXml && m_kept.baseSha256.isEmpty())
        return;
    const QByteArray after = document.xml();
    if (after == before)
        return;
    const auto saving = [before, after](HandoverFile& file) { file.noteSaving(before, after); };
    if (path == m_rooms.station.path())
        change(saving);
    else
        m_saving = saving;
}

void OpenHandover::change(const std::function<void(HandoverFile&)>& change)
{
    change(m_kept);
    if (const auto fault = changeHandover(m_folder, change))
        emit faulted(*fault);
    lookSoon();
}

void OpenHandover::lookAtFile()
{
    m_change = {};
    if (m_rooms.station.isOpen() && !m_rooms.station.isModified())
        m_change = fileChange(m_kept, m_rooms.station.document());
    lookSoon();
}

void OpenHandover::lookSoon()
{
    m_soon.start();
}

void OpenHandover::look()
{
    const OpenItems before =
        std::exchange(m_open, m_rooms.station.isOpen() ? stationer::openItems(handoverItems(facts())) : OpenItems());
    if (!(m_open == before))
        emit changed();
}

HandoverFacts OpenHandover::facts() const
{
    const OpenStation& station = m_rooms.station;
    return handoverFacts({station.document(),
                          station.path().isEmpty() ? QString() : QFileInfo(station.path()).absoluteFilePath(), m_change,
                          m_kept, m_rooms.hosts, m_rooms.unneeded.hosts(), m_rooms.roots, m_rooms.known(),
                          [this](const QString& path) { return m_rooms.tests.of(path); }});
}

HandoverSheet OpenHandover::sheet() const
{
    HandoverSheet sheet{
        m_rooms.station.title(), m_rooms.station.path(), QSysInfo::machineHostName(), QDateTime::currentDateTime(), {}};
    if (!m_rooms.station.isOpen())
        return sheet;
    HandoverFacts known = facts();
    placeRoots(known, m_folder);
    sheet.items = handoverItems(known);
    return sheet;
}

int OpenHandover::openItems(SlotId component) const
{
    const OpenStation& station = m_rooms.station;
    if (m_open.all == 0 || !station.isOpen() || !station.document().exists(component))
        return 0;
    return component == station.document().root() ? m_open.all : m_open.byAccount.value(station.document().path(component));
}

void OpenHandover::tick(const HandoverItem& item, bool isDone)
{
    change([item, isDone](HandoverFile& file) { file.tick(item, isDone); });
}

} // namespace stationer
