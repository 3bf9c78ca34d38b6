#include "session/stationtokens.h"

#include "session/openstation.h"
#include "session/opentrust.h"
#include "trust/trusttext.h"

#include <utility>

namespace stationer {

StationTokens::StationTokens(const OpenStation& station, const OpenTrust& trust, QObject* parent)
    : QObject(parent), m_station(station), m_trust(trust)
{
    connect(&station, &OpenStation::aboutToBeReplaced, this, [this] { m_isReplacing = true; });
    connect(&trust, &OpenTrust::entered, this, &StationTokens::enter);
    connect(&trust, &OpenTrust::broughtFound, this, [this](const QString& found) {
        if (found.isEmpty()) // it may have been taken over
            read();
    });
    read();
}

/// Another station's folder, or the same station's after Save As, which takes the settings along where there are none.
void StationTokens::enter()
{
    const bool isCarried = !std::exchange(m_isReplacing, false);
    const TokenSettingsByPath before = std::exchange(m_settings, {});
    read();
    if (!isCarried || before.isEmpty() || !m_settings.isEmpty())
        return;
    m_settings = before;
    write();
}

void StationTokens::read()
{
    const auto found = readTokenSettings(m_trust.folder());
    if (!found && found.error().kind != TrustFileFault::Kind::NotTakenOver)
        emit faulted(describe(found.error()));
    if (!m_trust.folder().isEmpty()) // of a station that is not saved there is what was typed
        m_settings = found ? found.value() : TokenSettingsByPath();
    emit changed();
}

void StationTokens::write()
{
    if (m_trust.folder().isEmpty())
        return;
    if (const auto fault = writeTokenSettings(m_trust.folder(), m_settings))
        emit faulted(describe(*fault));
}

QString StationTokens::pathOf(SlotId account) const
{
    return m_station.isOpen() && m_station.document().exists(account) ? m_station.document().path(account) : QString();
}

std::optional<TokenSettings> StationTokens::of(SlotId account) const
{
    const auto own = m_settings.constFind(pathOf(account));
    return own == m_settings.cend() ? std::nullopt : std::optional(*own);
}

void StationTokens::keep(SlotId account, const std::optional<TokenSettings>& settings)
{
    const QString path = pathOf(account);
    if (path.isEmpty())
        return;
    if (settings)
        m_settings.insert(path, *settings);
    else
        m_settings.remove(path);
    write();
    emit changed();
}

} // namespace stationer
